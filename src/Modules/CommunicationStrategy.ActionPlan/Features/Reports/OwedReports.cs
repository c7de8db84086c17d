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

    /// <summary>By when this institution owes it, and the working day of that.</summary>
    public required DateOnly DueOn { get; init; }
    public required DateOnly EffectiveDueOn { get; init; }
}

internal static class OwedReports
{
    /// <summary>A report of completion stops the clock, so only what is planned or in progress is a duty.</summary>
    public static IQueryable<Duty> Duties(this ActionPlanDbContext db) => db.Activities.AsNoTracking()
        .Where(a => a.Shape != ActivityShape.Joint && (a.State == ActivityState.Planned || a.State == ActivityState.InProgress) && db.Plans.Any(p => p.Id == a.PlanId && p.Status == PlanStatus.InForce))
        .SelectMany(a => a.Assignments.Where(x => x.Role == AssignmentRole.Lead && x.InstitutionId != null), (a, lead) => new Duty { Activity = a, Owner = lead.InstitutionId!.Value });

    /// <summary>In open quarters of all, in closed ones of those that still have time.</summary>
    public static IQueryable<AskedReport> Asked(this IQueryable<Duty> duties, ActionPlanDbContext db, DateOnly today) =>
        duties.Join(db.Periods, d => d.Activity.PlanId, p => p.PlanId, (d, p) => new { d.Activity, d.Owner, Period = p })
            .LeftJoin(db.Extensions, x => new { PeriodId = x.Period.Id, InstitutionId = x.Owner }, e => new { e.PeriodId, e.InstitutionId }, (x, e) => new { x.Activity, x.Owner, x.Period, Until = (DateOnly?)e!.Until, EffectiveUntil = (DateOnly?)e.EffectiveUntil })
            .Where(x => x.Period.State == PeriodState.Open || x.EffectiveUntil >= today)
            .Select(x => new AskedReport { Activity = x.Activity, Owner = x.Owner, Period = x.Period, DueOn = x.Until ?? x.Period.DueOn, EffectiveDueOn = x.EffectiveUntil ?? x.Period.EffectiveDueOn });

    /// <summary>Reports that are missing for good: of an institution that still has time none is.</summary>
    public static IQueryable<MissedReport> Missing(this ActionPlanDbContext db, DateOnly today) =>
        db.MissedReports.AsNoTracking().Where(m => !db.Extensions.Any(e => e.InstitutionId == m.InstitutionId && e.EffectiveUntil >= today && db.Periods.Any(p => p.Id == e.PeriodId && p.PlanId == m.PlanId && p.Period == m.Period)));

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
