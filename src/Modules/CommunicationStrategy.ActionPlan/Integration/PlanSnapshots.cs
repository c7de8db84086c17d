// A plan as it stands, with what a quarter's evaluation needs.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class GetPlanSnapshotHandler(ActionPlanDbContext db) : IQueryHandler<GetPlanSnapshot, PlanSnapshot>
{
    public async Task<Result<PlanSnapshot>> Handle(GetPlanSnapshot query, CancellationToken cancellationToken)
    {
        if (Quarter.Parse(query.Period) is not { } quarter) return Failure.Invalid("Period", "action-plan.period-unreadable", "A period is a quarter, such as 2026-Q4.");
        var plan = await db.Plans.AsNoTracking().Where(p => p.Id == query.PlanId).Select(p => new PlanInfo(p.Id, p.Code, p.Title, p.StrategyId, p.Start, p.End, p.Status)).SingleOrDefaultAsync(cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), query.PlanId);

        var period = await db.Periods.AsNoTracking().SingleOrDefaultAsync(p => p.PlanId == plan.Id && p.Period == query.Period, cancellationToken);
        var activities = await db.Activities.AsNoTracking().Include(a => a.Assignments).Where(a => a.PlanId == plan.Id && a.State != ActivityState.Draft).OrderBy(a => a.SortKey).ThenBy(a => a.Id).AsSplitQuery().ToListAsync(cancellationToken);
        var reports = (await db.Reports.AsNoTracking().Where(r => r.PlanId == plan.Id && r.Period == query.Period).ToListAsync(cancellationToken)).ToLookup(r => r.ActivityId);
        var dueOn = period?.DueOn ?? ReportingPeriod.DueOf(quarter);

        return new PlanSnapshot(
            plan, period?.ClosedOn,
            [.. activities.Select(a => Activity(a, reports[a.Id].MaxBy(r => r.SubmittedAt)))],
            [.. activities.SelectMany(a => Owed(a, [.. reports[a.Id]], dueOn))]);
    }

    private static ActivitySnapshot Activity(Activity activity, ActivityReport? newest) => new(
        activity.Id, activity.Number, activity.Title, activity.ObjectiveNumber, activity.Objective, activity.Lead.InstitutionId, activity.Lead.NameAsWritten,
        activity.State, activity.Percent, activity.Deadline.AsWritten, activity.Deadline.Due, activity.EffectiveDue, activity.OriginalDue,
        activity.Deadline.AwaitsTrigger, activity.Deadline.NeedsOfficer, activity.CompletedOn, activity.SubmittedOn,
        newest?.Narrative ?? activity.Narrative, newest?.Obstacles, newest?.NewDateAsked, newest?.Evidence ?? activity.Evidence);

    /// <summary>One report for every activity that is live or was reported on; what is done without a report owes none.</summary>
    private static IEnumerable<ReportSnapshot> Owed(Activity activity, IReadOnlyList<ActivityReport> reports, DateOnly dueOn)
    {
        var sent = reports.Select(r => new ReportSnapshot(activity.Id, r.InstitutionId, dueOn, r.SubmittedAt, r.State));
        return reports.Count == 0 && ActivityFlags.IsLive(activity.State) && activity.Lead.InstitutionId is { } lead
            ? [new ReportSnapshot(activity.Id, lead, dueOn, null, null)]
            : sent;
    }
}
