// For which quarter an institution reports now.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Periods;

/// <summary>The quarter for which reports on a plan are taken today, such as "2026-Q4"; null when its reports are closed already.</summary>
[Requires(Permission.ReportProgress)]
public sealed record GetReportingQuarter(Guid PlanId) : IQuery<ReportingQuarterInfo>;

public sealed record ReportingQuarterInfo(string? Period, DateOnly? DueOn);

internal sealed class GetReportingQuarterHandler(ActionPlanDbContext db, TimeProvider clock) : IQueryHandler<GetReportingQuarter, ReportingQuarterInfo>
{
    public async Task<Result<ReportingQuarterInfo>> Handle(GetReportingQuarter query, CancellationToken cancellationToken)
    {
        var periods = await db.Periods.AsNoTracking().Where(p => p.PlanId == query.PlanId).ToListAsync(cancellationToken);
        return ReportingQuarter.For(clock.Today(), periods) is { } quarter ? new ReportingQuarterInfo(quarter.ToString(), ReportingPeriod.DueOf(quarter)) : new ReportingQuarterInfo(null, null);
    }
}

internal static class ReportingQuarter
{
    /// <summary>The earliest quarter whose collection is open; when none is, the current one, unless it is closed.</summary>
    public static Quarter? For(DateOnly today, IReadOnlyCollection<ReportingPeriod> periods)
    {
        if (periods.Where(p => p.State == PeriodState.Open).MinBy(p => p.Period, StringComparer.Ordinal) is { } open) return Quarter.Parse(open.Period);
        var current = Quarter.Of(today);
        return periods.Any(p => p.Period == current.ToString()) ? null : current;
    }
}
