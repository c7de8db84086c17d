// An approved evaluation turned out to be wrong: a new revision begins beside it, and the old one stays as it was approved.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <summary>Begins a new revision, computed anew as a draft; answers its id.</summary>
[Requires(Permission.ApproveEvaluation)]
public sealed record ReopenEvaluation(Guid Id, string Reason) : ICommand<Guid>;

internal sealed class ReopenEvaluationValidator : AbstractValidator<ReopenEvaluation>
{
    public ReopenEvaluationValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("monitoring.reason-required").WithMessage("Say why.").MaximumLength(Evaluation.ReasonLength);
}

internal sealed class ReopenEvaluationHandler(MonitoringDbContext db, SnapshotSource source, CallerScope caller, TimeProvider clock) : ICommandHandler<ReopenEvaluation, Guid>
{
    public async Task<Result<Guid>> Handle(ReopenEvaluation command, CancellationToken cancellationToken)
    {
        var approved = await db.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == command.Id, cancellationToken);
        if (approved is null) return Failure.NotFound(nameof(Evaluation), command.Id);
        if (await db.Evaluations.AnyAsync(e => e.PlanId == approved.PlanId && e.Period == approved.Period && e.Revision > approved.Revision, cancellationToken))
        {
            return Failure.Rule("monitoring.newer-revision", "There is a newer revision of this evaluation already.");
        }

        var snapshot = await source.TakeAsync(approved.PlanId, approved.Period, cancellationToken);
        if (!snapshot.IsSuccess) return snapshot.Failure;
        var next = approved.Reopen(snapshot.Value, command.Reason, caller.Current, clock.GetUtcNow());
        if (!next.IsSuccess) return next.Failure;
        db.Evaluations.Add(next.Value);
        db.Raise(next.Value.Drafted());
        await db.SaveChangesAsync(cancellationToken);
        return next.Value.Id;
    }
}
