// The event that a deadline waits for has happened.
using CommunicationStrategy.ActionPlan.Data;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Dates the event that the deadline waits for; the due date follows from it.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record DateTrigger(Guid ActivityId, DateOnly On, int Version) : ICommand;

internal sealed class DateTriggerValidator : AbstractValidator<DateTrigger>
{
    public DateTriggerValidator() => RuleFor(c => c.On).NotEmpty();
}

internal sealed class DateTriggerHandler(ActionPlanDbContext db) : ICommandHandler<DateTrigger>
{
    public Task<Result> Handle(DateTrigger command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, (a, context) => a.DateTrigger(command.On, context), cancellationToken);
}
