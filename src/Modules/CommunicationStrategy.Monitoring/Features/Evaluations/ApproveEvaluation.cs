// Approval freezes an evaluation and seals the audit trail it was made under.
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <summary>Approves a draft: from then on nothing changes it. The approver is another person than the one who computed it last.</summary>
[Requires(Permission.ApproveEvaluation)]
public sealed record ApproveEvaluation(Guid Id, int Version) : ICommand;

internal sealed class ApproveEvaluationHandler(MonitoringDbContext db, SnapshotSource source, CallerScope caller, TimeProvider clock) : ICommandHandler<ApproveEvaluation>
{
    public async Task<Result> Handle(ApproveEvaluation command, CancellationToken cancellationToken)
    {
        var evaluation = await db.Evaluations.SingleOrDefaultAsync(e => e.Id == command.Id, cancellationToken);
        if (evaluation is null) return Failure.NotFound(nameof(Evaluation), command.Id);

        db.Expect(evaluation, command.Version);
        var present = await source.TakeAsync(evaluation.PlanId, evaluation.Period, cancellationToken);
        if (!present.IsSuccess) return present.Failure;
        var now = clock.GetUtcNow();
        var approved = evaluation.Approve(present.Value, caller.Current, now, await SealAsync(db, now, cancellationToken));
        if (!approved.IsSuccess) return approved;
        db.Raise(new EvaluationApproved(evaluation.Id, evaluation.PlanId, evaluation.Period, evaluation.Revision, evaluation.ContentHash));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    /// <summary>The seal of an approval at that instant: over the approval before it and every audit entry since, that approval's own included.</summary>
    public static async Task<string> SealAsync(MonitoringDbContext db, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var before = await db.Evaluations.AsNoTracking().Where(e => e.State == EvaluationState.Approved && e.ApprovedAt < at)
            .OrderByDescending(e => e.ApprovedAt).Select(e => new { e.ApprovedAt, e.AuditSeal }).FirstOrDefaultAsync(cancellationToken);
        var entries = db.Audit.AsNoTracking().Where(a => a.At < at);
        if (before?.ApprovedAt is { } since) entries = entries.Where(a => a.At >= since);
        return AuditSeal.Over(before?.AuditSeal, await entries.ToListAsync(cancellationToken));
    }
}
