// An activity is called off.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Cancels an activity, with a reason. It leaves the base of the implementation rate.</summary>
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
        db.ChangeAsync(command.ActivityId, command.Version, a => a.Cancel(command.Reason), cancellationToken);
}
