// An activity is called off.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Cancels an activity of a plan that is still written, with a reason; in a plan in force an amendment does it.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record CancelActivity(Guid ActivityId, string Reason, int Version) : ICommand;

internal sealed class CancelActivityValidator : AbstractValidator<CancelActivity>
{
    public CancelActivityValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
}

internal sealed class CancelActivityHandler(ActionPlanDbContext db) : ICommandHandler<CancelActivity>
{
    public Task<Result> Handle(CancelActivity command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, (activity, plan) => Task.FromResult(plan.MustBeWritten() is { IsSuccess: false } not ? not : activity.Cancel(command.Reason)), cancellationToken);
}
