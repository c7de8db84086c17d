// An activity is put on hold: its clock stops.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Suspends an activity, with a reason; it is neither due nor reminded of until it is resumed.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record SuspendActivity(Guid ActivityId, string Reason, int Version) : ICommand;

internal sealed class SuspendActivityValidator : AbstractValidator<SuspendActivity>
{
    public SuspendActivityValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
}

internal sealed class SuspendActivityHandler(ActionPlanDbContext db) : ICommandHandler<SuspendActivity>
{
    public Task<Result> Handle(SuspendActivity command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, a => a.Suspend(command.Reason), cancellationToken);
}
