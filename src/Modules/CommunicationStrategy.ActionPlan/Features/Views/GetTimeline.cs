// The timeline of a plan: its activities by objective, a page at a time, with the days they reach over and what they wait for.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;

namespace CommunicationStrategy.ActionPlan.Features.Views;

/// <summary>The activities that the filters let through, in the order of the objectives; the filters' sort does not count.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetTimeline(ListActivities Filter) : IQuery<Page<TimelineRow>>;

/// <param name="Start">The first day: as the words say, else the plan's.</param>
/// <param name="Occurrences">Of a duty that recurs, each due date.</param>
public sealed record TimelineRow(ActivityRow Activity, DateOnly Start, IReadOnlyList<TimelineMark> Occurrences, IReadOnlyList<TimelineLink> Predecessors)
{
    /// <summary>It is due before something that it waits for.</summary>
    public bool TooEarly => Predecessors.Any(p => p.TooEarly);
}

public sealed record TimelineMark(DateOnly Day, OccurrenceState State, bool Missed);

public sealed record TimelineLink(Guid PredecessorId, string Number, int LagDays, bool TooEarly);

internal sealed class GetTimelineHandler(ActionPlanDbContext db, IMediator mediator, CallerScope caller, TimeProvider clock) : IQueryHandler<GetTimeline, Page<TimelineRow>>
{
    public async Task<Result<Page<TimelineRow>>> Handle(GetTimeline query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var page = await db.Activities.AsNoTracking().SeenBy(caller.Current).Matching(db, query.Filter, today)
            .OrderBy(a => a.ObjectiveSortKey).ThenBy(a => a.SortKey).ThenBy(a => a.Id).Stored(db, today).ToPageAsync(query.Filter.Page, query.Filter.Size, cancellationToken);
        var ids = page.Items.Select(a => a.Id).ToList();
        var details = await db.Activities.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            PlanStart = db.Plans.Where(p => p.Id == a.PlanId).Select(p => p.Start).First(),
            Occurrences = a.Occurrences.Select(o => new { o.EffectiveDue, o.State }).ToList(),
            Before = db.Predecessors.Where(l => l.ActivityId == a.Id).Join(db.Activities, l => l.PredecessorId, b => b.Id, (l, b) => new { l.PredecessorId, l.LagDays, b.Number, b.EffectiveDue, b.SortKey }).ToList(),
        }).ToDictionaryAsync(a => a.Id, cancellationToken);
        var institutions = await mediator.InstitutionsAsync(page.Items.Select(a => a.LeadId), cancellationToken);
        return new Page<TimelineRow>(
            [.. page.Items.Select(a => new TimelineRow(
                a.ToRow(institutions, today), a.Deadline.Start ?? details[a.Id].PlanStart,
                [.. details[a.Id].Occurrences.OrderBy(o => o.EffectiveDue).Select(o => new TimelineMark(o.EffectiveDue, o.State, ActivityFlags.IsLive(a.State) && o.State == OccurrenceState.Open && o.EffectiveDue < today))],
                [.. details[a.Id].Before.OrderBy(l => l.SortKey, StringComparer.Ordinal).Select(l => new TimelineLink(l.PredecessorId, l.Number, l.LagDays, ActivityPredecessor.IsTooEarly(a.EffectiveDue, l.EffectiveDue, l.LagDays)))]))],
            page.Total, page.Number, page.Size);
    }
}
