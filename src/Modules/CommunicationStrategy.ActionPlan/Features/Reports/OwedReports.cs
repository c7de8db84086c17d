// Who owes a report: every lead of a live activity of a plan in force, for each quarter that is being collected.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <summary>An institution that leads a live activity of a plan in force; of a joint one, each of its parts.</summary>
internal sealed class Duty
{
    public required Activity Activity { get; init; }
    public required Guid Owner { get; init; }
}

/// <summary>A report that a quarter under collection asks of it, sent or not.</summary>
internal sealed class AskedReport
{
    public required Activity Activity { get; init; }
    public required Guid Owner { get; init; }
    public required ReportingPeriod Period { get; init; }
}

internal static class OwedReports
{
    /// <summary>A report of completion stops the clock, so only what is planned or in progress is a duty.</summary>
    public static IQueryable<Duty> Duties(this ActionPlanDbContext db) => db.Activities.AsNoTracking()
        .Where(a => a.Shape != ActivityShape.Joint && (a.State == ActivityState.Planned || a.State == ActivityState.InProgress) && db.Plans.Any(p => p.Id == a.PlanId && p.Status == PlanStatus.InForce))
        .SelectMany(a => a.Assignments.Where(x => x.Role == AssignmentRole.Lead && x.InstitutionId != null), (a, lead) => new Duty { Activity = a, Owner = lead.InstitutionId!.Value });

    public static IQueryable<AskedReport> Asked(this IQueryable<Duty> duties, ActionPlanDbContext db) =>
        duties.Join(db.Periods.Where(p => p.State == PeriodState.Open), d => d.Activity.PlanId, p => p.PlanId, (d, p) => new AskedReport { Activity = d.Activity, Owner = d.Owner, Period = p });

    /// <summary>Closes the collection: what was accepted is locked, and reports that were never sent go on record as missing.</summary>
    public static async Task<Result> CloseAsync(this ActionPlanDbContext db, ReportingPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var missing = await db.Duties().Where(d => d.Activity.PlanId == period.PlanId && !db.Reports.Any(r => r.ActivityId == d.Activity.Id && r.InstitutionId == d.Owner && r.Period == period.Period))
            .Select(d => new { d.Activity.Id, d.Owner }).ToListAsync(cancellationToken);
        var closed = period.Close(today);
        if (!closed.IsSuccess) return closed;
        foreach (var report in await db.Reports.Where(r => r.PlanId == period.PlanId && r.Period == period.Period && r.State == ReportState.Accepted).ToListAsync(cancellationToken)) report.Lock();
        db.MissedReports.AddRange(missing.Select(m => new MissedReport(period.PlanId, m.Id, m.Owner, period.Period)));
        db.Raise(new CollectionClosed(period.PlanId, period.Period));
        return Result.Success;
    }
}
