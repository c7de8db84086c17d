// An officer says which dates the words of a deadline mean; the same words are read so from then on.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>
/// Gives a deadline the dates an officer reads in it; the words stay, and it does not count as an extension. The reading is remembered
/// for the same words in this plan: activities that wait for an officer because of them get it too, and so will later imports.
/// Answers how many other activities that were.
/// </summary>
[Requires(Permission.EditActionPlan)]
public sealed record CorrectDeadline(Guid ActivityId, DateOnly? Start, DateOnly Due, int Version) : ICommand<int>;

internal sealed class CorrectDeadlineValidator : AbstractValidator<CorrectDeadline>
{
    public CorrectDeadlineValidator()
    {
        RuleFor(c => c.Due).NotEmpty();
        RuleFor(c => c.Due).GreaterThanOrEqualTo(c => c.Start).When(c => c.Start is not null).WithErrorCode("action-plan.dates-reversed").WithMessage("The last day is before the first.");
    }
}

internal sealed class CorrectDeadlineHandler(ActionPlanDbContext db) : ICommandHandler<CorrectDeadline, int>
{
    public async Task<Result<int>> Handle(CorrectDeadline command, CancellationToken cancellationToken)
    {
        var alike = 0;
        var changed = await db.ChangeAsync(command.ActivityId, command.Version, async (activity, plan) =>
        {
            var context = await db.ContextAsync(plan, cancellationToken);
            var corrected = activity.CorrectDeadline(command.Start, command.Due, context.WorkingDays);
            if (!corrected.IsSuccess || string.IsNullOrWhiteSpace(activity.Deadline.AsWritten)) return corrected;

            await RememberAsync(activity, command, cancellationToken);
            foreach (var other in await WaitingAsync(activity, cancellationToken))
            {
                corrected = other.CorrectDeadline(command.Start, command.Due, context.WorkingDays);
                if (!corrected.IsSuccess) return corrected;
                alike++;
            }

            return corrected;
        }, cancellationToken);
        return changed.IsSuccess ? alike : changed.Failure;
    }

    private async Task RememberAsync(Activity activity, CorrectDeadline command, CancellationToken cancellationToken)
    {
        var key = PhraseReading.KeyOf(activity.Deadline.AsWritten);
        var reading = await db.PhraseReadings.SingleOrDefaultAsync(r => r.PlanId == activity.PlanId && r.Key == key, cancellationToken);
        if (reading is null) db.PhraseReadings.Add(reading = new PhraseReading(activity.PlanId, key, activity.Deadline.AsWritten));
        reading.Read(command.Start, command.Due);
    }

    /// <summary>The plan's other activities that wait for an officer with the same words.</summary>
    private async Task<IEnumerable<Activity>> WaitingAsync(Activity activity, CancellationToken cancellationToken)
    {
        var key = PhraseReading.KeyOf(activity.Deadline.AsWritten);
        var waiting = await db.Activities.Whole()
            .Where(a => a.PlanId == activity.PlanId && a.Id != activity.Id && (a.Deadline.Kind == DeadlineKind.Unresolved || a.Deadline.Kind == DeadlineKind.Reference))
            .ToListAsync(cancellationToken);
        return waiting.Where(a => !ActivityFlags.IsFinal(a.State) && PhraseReading.KeyOf(a.Deadline.AsWritten) == key);
    }
}
