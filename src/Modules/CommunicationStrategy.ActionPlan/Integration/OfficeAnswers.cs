// Working days, and reports that wait for an officer, as other modules ask for them.
using CommunicationStrategy.ActionPlan.Data;
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
