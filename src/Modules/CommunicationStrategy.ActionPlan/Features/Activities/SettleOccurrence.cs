// What became of one due date of a duty that recurs, on an officer's word.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Settles one due date of a recurring duty: done, not done, waived (not needed this time), or open again.</summary>
/// <param name="Due">As resolved; it names the occurrence.</param>
/// <param name="On">The day it was done; required for Done.</param>
/// <param name="Achieved">Of a quota, how many were held.</param>
/// <param name="Note">Required where it was not done or waived.</param>
[Requires(Permission.EditActionPlan)]
public sealed record SettleOccurrence(Guid ActivityId, DateOnly Due, OccurrenceState State, DateOnly? On, int? Achieved, string? Note, int Version) : ICommand;

internal sealed class SettleOccurrenceValidator : AbstractValidator<SettleOccurrence>
{
    public SettleOccurrenceValidator(TimeProvider clock)
    {
        RuleFor(c => c.State).IsInEnum();
        RuleFor(c => c.On).LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("action-plan.in-the-future").WithMessage("The day lies in the future.");
        RuleFor(c => c.Note).MaximumLength(Activity.ReasonLength);
    }
}

internal sealed class SettleOccurrenceHandler(ActionPlanDbContext db) : ICommandHandler<SettleOccurrence>
{
    public Task<Result> Handle(SettleOccurrence command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, a => a.SettleOccurrence(command.Due, command.State, command.On, command.Achieved, command.Note), cancellationToken);
}
