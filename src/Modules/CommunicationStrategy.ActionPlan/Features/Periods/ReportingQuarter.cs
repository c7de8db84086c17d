// For which quarter or month an institution reports now.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Periods;

/// <summary>The quarter for which reports on a plan are taken today, such as "2026-Q4", or the month, such as "2026-05"; null when its reports are closed already.</summary>
[Requires(Permission.ReportProgress)]
public sealed record GetReportingQuarter(Guid PlanId) : IQuery<ReportingQuarterInfo>;

public sealed record ReportingQuarterInfo(string? Period, DateOnly? DueOn);

internal sealed class GetReportingQuarterHandler(ActionPlanDbContext db, CallerScope scope, TimeProvider clock) : IQueryHandler<GetReportingQuarter, ReportingQuarterInfo>
{
    public async Task<Result<ReportingQuarterInfo>> Handle(GetReportingQuarter query, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), query.PlanId);
        var periods = await db.Periods.AsNoTracking().Include(p => p.Extensions).Where(p => p.PlanId == query.PlanId).ToListAsync(cancellationToken);
        var own = scope.Current.InstitutionId;
        if (ReportingQuarter.For(clock.Today(), periods, plan.Frequency, own) is not { } collected) return new ReportingQuarterInfo(null, null);
        return new ReportingQuarterInfo(collected.Name, periods.Find(p => p.Period == collected.Name)?.DueFor(own) ?? plan.ReportsDue(collected));
    }
}

internal static class ReportingQuarter
{
    /// <summary>The earliest that takes the institution's reports; when none does, the current one, unless it is closed.</summary>
    public static CollectedPeriod? For(DateOnly today, IReadOnlyCollection<ReportingPeriod> periods, ReportingFrequency frequency, Guid? institution = null)
    {
        if (periods.Where(p => p.Takes(institution, today)).MinBy(p => p.Collected.End) is { } open) return open.Collected;
        var current = frequency.Of(today);
        return periods.Any(p => p.Period == current.Name) ? null : current;
    }
}
