// One evaluation with everything it found, and whether it and the trail it was made under are still as they were.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

[Requires(Permission.ViewMonitoring)]
public sealed record GetEvaluation(Guid Id) : IQuery<EvaluationDetails>;

/// <param name="ContentHash">SHA-256 of the canonical snapshot.</param>
/// <param name="ContentIntact">The stored snapshot still has that hash.</param>
/// <param name="SealIntact">The audit trail still has the seal of the approval; null for a draft.</param>
/// <param name="LatestRevision">The newest revision of this quarter's evaluation.</param>
public sealed record EvaluationDetails(
    Guid Id, Guid PlanId, string Period, int Revision, int LatestRevision, string? Reason, EvaluationState State, DateOnly CutOff,
    string ContentHash, bool ContentIntact, DateTimeOffset ComputedAt, string ComputedBy, Guid? ComputedById,
    DateTimeOffset? ApprovedAt, string? ApprovedBy, string? AuditSeal, bool? SealIntact, int Version,
    EvaluationSnapshot Snapshot)
{
    /// <summary>What was found wrong after the approval; the report itself does not change.</summary>
    public IReadOnlyList<ErratumRow> Errata { get; init; } = [];

    /// <summary>The files that are kept, with the SHA-256 of each.</summary>
    public IReadOnlyList<KeptFileRow> Files { get; init; } = [];
}

/// <param name="Place">Where it stands: "T2, 1.1.3".</param>
public sealed record ErratumRow(int Number, string Place, string Printed, string Correct, string By, DateTimeOffset At);

public sealed record KeptFileRow(string Language, string Format, string Name, string Sha256, DateTimeOffset MadeAt);

internal sealed class GetEvaluationHandler(MonitoringDbContext db) : IQueryHandler<GetEvaluation, EvaluationDetails>
{
    public async Task<Result<EvaluationDetails>> Handle(GetEvaluation query, CancellationToken cancellationToken)
    {
        var e = await db.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id, cancellationToken);
        if (e is null) return Failure.NotFound(nameof(Evaluation), query.Id);

        var latest = await db.Evaluations.Where(x => x.PlanId == e.PlanId && x.Period == e.Period).MaxAsync(x => x.Revision, cancellationToken);
        bool? sealIntact = e.ApprovedAt is { } at ? await ApproveEvaluationHandler.SealAsync(db, at, cancellationToken) == e.AuditSeal : null;
        var errata = await db.Errata.AsNoTracking().Where(x => x.EvaluationId == e.Id).OrderBy(x => x.Number).Select(x => new ErratumRow(x.Number, x.Place, x.Printed, x.Correct, x.By, x.At)).ToListAsync(cancellationToken);
        var files = await db.Files.AsNoTracking().Where(x => x.EvaluationId == e.Id).OrderBy(x => x.Language).ThenBy(x => x.Format).Select(x => new KeptFileRow(x.Language, x.Format, x.Name, x.Sha256, x.MadeAt)).ToListAsync(cancellationToken);
        return new EvaluationDetails(
            e.Id, e.PlanId, e.Period, e.Revision, latest, e.Reason, e.State, e.CutOff, e.ContentHash, CanonicalSnapshot.Hash(e.Snapshot) == e.ContentHash,
            e.ComputedAt, e.ComputedBy, e.ComputedById, e.ApprovedAt, e.ApprovedBy, e.AuditSeal, sealIntact, e.Version, CanonicalSnapshot.Read(e.Snapshot))
        { Errata = errata, Files = files };
    }
}
