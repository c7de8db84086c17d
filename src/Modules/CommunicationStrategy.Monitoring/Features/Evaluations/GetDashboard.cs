// Where a plan stands, in pictures: its newest evaluation and the four quarters before.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <param name="Period">Up to this quarter; null: the newest evaluated.</param>
[Requires(Permission.ViewMonitoring)]
public sealed record GetDashboard(Guid PlanId, string? Period = null) : IQuery<Dashboard>;

/// <param name="Quarters">The newest revision of each of the last five evaluated quarters, oldest first; empty where none was evaluated.</param>
public sealed record Dashboard(IReadOnlyList<DashboardQuarter> Quarters);

public sealed record DashboardQuarter(Guid Id, int Revision, EvaluationState State, EvaluationSnapshot Snapshot);

internal sealed class GetDashboardHandler(MonitoringDbContext db) : IQueryHandler<GetDashboard, Dashboard>
{
    private const int QuartersShown = 5;

    public async Task<Result<Dashboard>> Handle(GetDashboard query, CancellationToken cancellationToken)
    {
        var revisions = await db.Evaluations.AsNoTracking().Where(e => e.PlanId == query.PlanId).Select(e => new { e.Id, e.Period, e.Revision }).ToListAsync(cancellationToken);
        var newest = revisions.Where(r => query.Period is null || string.CompareOrdinal(r.Period, query.Period) <= 0).GroupBy(r => r.Period)
            .OrderByDescending(g => g.Key, StringComparer.Ordinal).Take(QuartersShown).Select(g => g.MaxBy(r => r.Revision)!.Id).ToList();
        var found = await db.Evaluations.AsNoTracking().Where(e => newest.Contains(e.Id)).ToListAsync(cancellationToken);
        return new Dashboard([.. found.OrderBy(e => e.Period, StringComparer.Ordinal).Select(e => new DashboardQuarter(e.Id, e.Revision, e.State, CanonicalSnapshot.Read(e.Snapshot)))]);
    }
}
