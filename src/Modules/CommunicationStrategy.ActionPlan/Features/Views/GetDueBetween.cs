// What falls due on which day: the calendar of a plan, due dates of recurring duties one by one.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Views;

/// <summary>The due dates from one day to another, by day, of the activities that the filters let through; in one statement.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetDueBetween(ListActivities Filter, DateOnly From, DateOnly To) : IQuery<IReadOnlyList<DueItem>>;

/// <summary>One due date of one activity.</summary>
/// <param name="Day">The working day on which it is really due.</param>
/// <param name="Due">The day that the words come to.</param>
/// <param name="Occurrence">Of a duty that recurs, what became of this due date; null for what falls due once.</param>
/// <param name="Missed">Open, and past.</param>
public sealed record DueItem(Guid ActivityId, string Number, LocalizedText Title, DateOnly Day, DateOnly Due, ActivityState State, OccurrenceState? Occurrence, bool Missed);

internal sealed class GetDueBetweenValidator : AbstractValidator<GetDueBetween>
{
    // A little over a year: what a calendar shows at once.
    private const int MostDays = 400;

    public GetDueBetweenValidator() =>
        RuleFor(q => q.To).Must((q, to) => to >= q.From && to.DayNumber - q.From.DayNumber <= MostDays).WithErrorCode("action-plan.span-range").WithMessage("The span is between a day and a year.");
}

internal sealed class GetDueBetweenHandler(ActionPlanDbContext db, CallerScope caller, TimeProvider clock) : IQueryHandler<GetDueBetween, IReadOnlyList<DueItem>>
{
    public async Task<Result<IReadOnlyList<DueItem>>> Handle(GetDueBetween query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var (from, to) = (query.From, query.To);
        var found = await db.Activities.AsNoTracking().SeenBy(caller.Current).Matching(db, query.Filter, today)
            .Where(a => (!a.Recurs && a.EffectiveDue >= from && a.EffectiveDue <= to) || a.Occurrences.Any(o => o.EffectiveDue >= from && o.EffectiveDue <= to))
            .OrderBy(a => a.SortKey).ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id, a.Number, a.Title, a.Recurs, a.EffectiveDue, a.Deadline.Due, a.State,
                Occurrences = a.Occurrences.Where(o => o.EffectiveDue >= from && o.EffectiveDue <= to).Select(o => new { o.Due, o.EffectiveDue, o.State }).ToList(),
            }).ToListAsync(cancellationToken);
        return found.SelectMany(a => a.Recurs
                ? a.Occurrences.Select(o => new DueItem(a.Id, a.Number, a.Title, o.EffectiveDue, o.Due, a.State, o.State, ActivityFlags.IsLive(a.State) && o.State == OccurrenceState.Open && o.EffectiveDue < today))
                : [new DueItem(a.Id, a.Number, a.Title, a.EffectiveDue!.Value, a.Due!.Value, a.State, null, ActivityFlags.IsLive(a.State) && a.EffectiveDue < today)])
            .OrderBy(i => i.Day).ToList();
    }
}
