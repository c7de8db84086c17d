// A deadline is extended, with a reason that goes on record.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Moves an activity's deadline to a later day; the first one is kept and reports show both.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record PostponeActivity(Guid ActivityId, DateOnly Deadline, string Reason, int Version) : ICommand;

internal sealed class PostponeActivityValidator : AbstractValidator<PostponeActivity>
{
    public PostponeActivityValidator()
    {
        RuleFor(c => c.Deadline).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
    }
}

internal sealed class PostponeActivityHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<PostponeActivity>
{
    public Task<Result> Handle(PostponeActivity command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, (a, context) => a.Postpone(command.Deadline, command.Reason, clock.Today(), context.WorkingDays), cancellationToken);
}
