// Two evaluations of one plan side by side.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <summary>What moved, appeared or vanished between two evaluations of the same plan, or two revisions of one quarter.</summary>
[Requires(Permission.ViewMonitoring)]
public sealed record CompareEvaluations(Guid Before, Guid After) : IQuery<Comparison>;

internal sealed class CompareEvaluationsHandler(MonitoringDbContext db) : IQueryHandler<CompareEvaluations, Comparison>
{
    public async Task<Result<Comparison>> Handle(CompareEvaluations query, CancellationToken cancellationToken)
    {
        var both = await db.Evaluations.AsNoTracking().Where(e => e.Id == query.Before || e.Id == query.After).ToListAsync(cancellationToken);
        if (both.Find(e => e.Id == query.Before) is not { } before) return Failure.NotFound(nameof(Evaluation), query.Before);
        if (both.Find(e => e.Id == query.After) is not { } after) return Failure.NotFound(nameof(Evaluation), query.After);
        if (before.PlanId != after.PlanId) return Failure.Rule("monitoring.other-plan", "Only evaluations of the same plan can be compared.");
        return Comparison.Of(Read(before), Read(after));
    }

    private static EarlierSnapshot Read(Evaluation e) => new(e.Revision, e.ContentHash, CanonicalSnapshot.Read(e.Snapshot));
}
