// How many activities of a plan carry each flag, in one statement: the overview asks for all of them at once.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>How many activities of a plan carry each flag today: the totals of <see cref="ListActivities"/> with that flag.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record CountFlags(Guid PlanId) : IQuery<IReadOnlyDictionary<ActivityFlag, int>>;

internal sealed class CountFlagsHandler(ActionPlanDbContext db, CallerScope caller, TimeProvider clock) : IQueryHandler<CountFlags, IReadOnlyDictionary<ActivityFlag, int>>
{
    public async Task<Result<IReadOnlyDictionary<ActivityFlag, int>>> Handle(CountFlags query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var activities = db.Activities.Where(a => a.PlanId == query.PlanId && a.Shape != ActivityShape.Share).SeenBy(caller.Current);
        IQueryable<Activity> With(ActivityFlag flag) => activities.Flagged(db, flag, today);
        var (overdue, missed, soon, waiting, stale) = (With(ActivityFlag.Overdue), With(ActivityFlag.OccurrenceOverdue), With(ActivityFlag.DueSoon), With(ActivityFlag.AwaitingTrigger), With(ActivityFlag.Stale));
        var (atRisk, unresolved, late, unmatched) = (With(ActivityFlag.AtRisk), With(ActivityFlag.Unresolved), With(ActivityFlag.Late), With(ActivityFlag.Unmatched));
        // The plan is the one row that the counts stand in.
        var counts = await db.Plans.Where(p => p.Id == query.PlanId).Select(_ => new
        {
            Overdue = overdue.Count(), OccurrenceOverdue = missed.Count(), DueSoon = soon.Count(), AwaitingTrigger = waiting.Count(), Stale = stale.Count(),
            AtRisk = atRisk.Count(), Unresolved = unresolved.Count(), Late = late.Count(), Unmatched = unmatched.Count(),
        }).SingleOrDefaultAsync(cancellationToken);
        if (counts is null) return Failure.NotFound(nameof(Plan), query.PlanId);
        return new Dictionary<ActivityFlag, int>
        {
            [ActivityFlag.Overdue] = counts.Overdue, [ActivityFlag.OccurrenceOverdue] = counts.OccurrenceOverdue, [ActivityFlag.DueSoon] = counts.DueSoon,
            [ActivityFlag.AwaitingTrigger] = counts.AwaitingTrigger, [ActivityFlag.Stale] = counts.Stale, [ActivityFlag.AtRisk] = counts.AtRisk,
            [ActivityFlag.Unresolved] = counts.Unresolved, [ActivityFlag.Late] = counts.Late, [ActivityFlag.Unmatched] = counts.Unmatched,
        };
    }
}
