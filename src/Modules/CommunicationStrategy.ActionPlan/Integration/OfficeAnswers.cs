// Working days, reports that wait for an officer, and reports that never came, as other modules ask for them.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class GetWorkingDaysHandler(ActionPlanDbContext db) : IQueryHandler<GetWorkingDays, IReadOnlyList<DateOnly>>
{
    public async Task<Result<IReadOnlyList<DateOnly>>> Handle(GetWorkingDays query, CancellationToken cancellationToken)
    {
        var calendar = await db.WorkingDaysAsync(null, cancellationToken);
        return Enumerable.Range(0, Math.Max(0, query.To.DayNumber - query.From.DayNumber + 1)).Select(query.From.AddDays).Where(calendar.IsWorking).ToList();
    }
}

internal sealed class CountReportsToCheckHandler(ActionPlanDbContext db) : IQueryHandler<CountReportsToCheck, int>
{
    public async Task<Result<int>> Handle(CountReportsToCheck query, CancellationToken cancellationToken) => await db.Reports.CountAsync(r => r.State == ReportState.Submitted, cancellationToken);
}

internal sealed class GetWaitingReportsHandler(ActionPlanDbContext db) : IQueryHandler<GetWaitingReports, IReadOnlyList<WaitingReport>>
{
    public async Task<Result<IReadOnlyList<WaitingReport>>> Handle(GetWaitingReports query, CancellationToken cancellationToken) =>
        await db.Reports.AsNoTracking().Where(r => r.State == ReportState.Submitted && query.InstitutionIds.Contains(r.InstitutionId))
            .Join(db.Activities, r => r.ActivityId, a => a.Id, (r, a) => new { r.InstitutionId, r.ActivityId, a.Number, a.SortKey, a.Title, r.Period })
            .OrderBy(r => r.SortKey).ThenBy(r => r.Period).Select(r => new WaitingReport(r.InstitutionId, r.ActivityId, r.Number, r.Title, r.Period)).ToListAsync(cancellationToken);
}

internal sealed class GetMissedQuartersHandler(ActionPlanDbContext db, TimeProvider clock) : IQueryHandler<GetMissedQuarters, IReadOnlyList<MissedQuarters>>
{
    public async Task<Result<IReadOnlyList<MissedQuarters>>> Handle(GetMissedQuarters query, CancellationToken cancellationToken)
    {
        var closed = await db.Periods.AsNoTracking().Where(p => p.State == PeriodState.Closed && db.Plans.Any(x => x.Id == p.PlanId && x.Status == PlanStatus.InForce))
            .Select(p => new { p.PlanId, p.Period }).ToListAsync(cancellationToken);
        // "2026-Q4": in the order of the letters is in the order of time.
        var last = closed.GroupBy(p => p.PlanId).ToDictionary(g => g.Key, g => g.Select(p => p.Period).OrderDescending(StringComparer.Ordinal).Take(query.Quarters).Order(StringComparer.Ordinal).ToList());
        var plans = last.Where(p => p.Value.Count == query.Quarters).Select(p => p.Key).ToList();
        var missing = await db.Missing(clock.Today()).Where(m => plans.Contains(m.PlanId)).GroupBy(m => new { m.PlanId, m.InstitutionId, m.Period })
            .Select(g => new { g.Key.PlanId, g.Key.InstitutionId, g.Key.Period, Reports = g.Count() }).ToListAsync(cancellationToken);
        return missing.Where(m => last[m.PlanId].Contains(m.Period)).GroupBy(m => (m.PlanId, m.InstitutionId)).Where(g => g.Count() == query.Quarters)
            .Select(g => new MissedQuarters(g.Key.PlanId, g.Key.InstitutionId, last[g.Key.PlanId], g.Sum(m => m.Reports))).ToList();
    }
}
