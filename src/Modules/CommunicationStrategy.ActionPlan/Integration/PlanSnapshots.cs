// A plan as it stands, with what a quarter's evaluation needs.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Versions;
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
        var lines = await LinesAsync(plan.Id, quarter, cancellationToken);
        var reports = (await db.Reports.AsNoTracking().Where(r => r.PlanId == plan.Id && r.Period == query.Period).ToListAsync(cancellationToken)).ToLookup(r => r.ActivityId);
        var dueOn = period?.DueOn ?? ReportingPeriod.DueOf(quarter);

        return new PlanSnapshot(
            plan, period?.ClosedOn,
            [.. activities.Where(a => a.Shape != ActivityShape.Share && (lines is null || lines.ContainsKey(a.Id))).Select(a => As(lines?[a.Id], Activity(a, reports[a.Id].MaxBy(r => r.SubmittedAt))))],
            [.. activities.Where(a => a.Shape != ActivityShape.Joint).SelectMany(a => Owed(a, [.. reports[a.Id]], dueOn))]);
    }

    /// <summary>
    /// The lines of the version that was in force at the quarter's end, when it is not the present one: a later amendment does not
    /// change what an earlier quarter is judged by. Null: the activities themselves say it.
    /// </summary>
    private async Task<Dictionary<Guid, VersionLine>?> LinesAsync(Guid planId, Quarter quarter, CancellationToken cancellationToken)
    {
        var versions = await db.PlanVersions.AsNoTracking().Where(v => v.PlanId == planId).OrderBy(v => v.Number).Select(v => new { v.Number, v.InForceFrom }).ToListAsync(cancellationToken);
        var then = versions.LastOrDefault(v => v.InForceFrom <= quarter.End) ?? versions.FirstOrDefault();
        return then is null || then.Number == versions[^1].Number ? null : await db.LinesOf(planId, then.Number).ToDictionaryAsync(l => l.ActivityId, cancellationToken);
    }

    /// <summary>The activity as that version had it; where the line has ended since, also where it stood then.</summary>
    private static ActivitySnapshot As(VersionLine? frozen, ActivitySnapshot now)
    {
        if (frozen is null) return now;
        var line = frozen.Line();
        var then = now with
        {
            Number = line.Number, Title = line.Title, ObjectiveNumber = line.ObjectiveNumber, Objective = line.Objective, LeadAsWritten = line.Lead?.Name ?? now.LeadAsWritten,
            LeadId = line.Lead?.InstitutionId ?? now.LeadId, DeadlineAsWritten = line.DeadlineWords,
        };
        if (line.Standing is not { } standing) return then;
        then = then with { Due = standing.Due, EffectiveDue = standing.EffectiveDue, OriginalDue = standing.OriginalDue };
        // Given up only afterwards: then it still stood as it did.
        return now.State is ActivityState.Cancelled or ActivityState.Superseded ? then with { State = standing.State, Percent = standing.Percent } : then;
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
