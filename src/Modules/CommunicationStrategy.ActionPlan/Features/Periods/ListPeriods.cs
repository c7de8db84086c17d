// The reporting periods of a plan and how many of their reports are in.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Periods;

/// <summary>The reporting periods of one plan, or of all, the newest first.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record ListPeriods(Guid? PlanId = null) : IQuery<IReadOnlyList<PeriodRow>>;

public sealed record PeriodRow(
    Guid Id, Guid PlanId, string PlanCode, string Period, DateOnly OpensOn, DateOnly DueOn, DateOnly ReviewedBy, PeriodState State, DateOnly? ClosedOn,
    int Submitted, int Returned, int Accepted);

internal sealed class ListPeriodsHandler(ActionPlanDbContext db) : IQueryHandler<ListPeriods, IReadOnlyList<PeriodRow>>
{
    public async Task<Result<IReadOnlyList<PeriodRow>>> Handle(ListPeriods query, CancellationToken cancellationToken)
    {
        var periods = await db.Periods.AsNoTracking().Where(p => query.PlanId == null || p.PlanId == query.PlanId)
            .Join(db.Plans, p => p.PlanId, p => p.Id, (period, plan) => new { period, plan.Code }).ToListAsync(cancellationToken);
        var counts = await db.Reports.AsNoTracking().Where(r => query.PlanId == null || r.PlanId == query.PlanId)
            .GroupBy(r => new { r.PlanId, r.Period, r.State }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        int Count(ReportingPeriod period, ReportState state) => counts.Where(c => c.Key.PlanId == period.PlanId && c.Key.Period == period.Period && c.Key.State == state).Sum(c => c.Count);

        return periods.OrderByDescending(p => p.period.Period, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal).Select(p => new PeriodRow(
            p.period.Id, p.period.PlanId, p.Code, p.period.Period, p.period.OpensOn, p.period.DueOn, p.period.ReviewedBy, p.period.State, p.period.ClosedOn,
            Count(p.period, ReportState.Submitted), Count(p.period, ReportState.Returned), Count(p.period, ReportState.Accepted))).ToList();
    }
}
