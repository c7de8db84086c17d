// A quarter is evaluated: by hand, or as soon as its reports are closed.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <summary>Evaluates a quarter of a plan whose reports are closed, or a year whose quarters are approved; answers the evaluation's id. A draft is computed anew, an approved one never.</summary>
/// <param name="Period">The quarter, such as "2026-Q4", or the year, "2026".</param>
[Requires(Permission.Evaluate)]
public sealed record ComputeEvaluation(Guid PlanId, string Period) : ICommand<Guid>;

internal sealed class ComputeEvaluationValidator : AbstractValidator<ComputeEvaluation>
{
    public ComputeEvaluationValidator() =>
        RuleFor(c => c.Period).IsQuarterOrYear();
}

internal sealed class ComputeEvaluationHandler(MonitoringDbContext db, SnapshotSource source, CallerScope caller, TimeProvider clock, IDatabase database) : ICommandHandler<ComputeEvaluation, Guid>
{
    private const int Attempts = 3;

    /// <summary>The closing of the collection computes by itself: a person who does so at the same moment tries again, on top of that draft.</summary>
    public async Task<Result<Guid>> Handle(ComputeEvaluation command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ComputeAsync(command, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || database.IsUniqueViolation(exception)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Result<Guid>> ComputeAsync(ComputeEvaluation command, CancellationToken cancellationToken)
    {
        var evaluation = await db.Evaluations.Where(e => e.PlanId == command.PlanId && e.Period == command.Period)
            .OrderByDescending(e => e.Revision).FirstOrDefaultAsync(cancellationToken);
        if (evaluation is { State: EvaluationState.Approved }) return evaluation.Frozen();

        var snapshot = await source.TakeAsync(command.PlanId, command.Period, cancellationToken);
        if (!snapshot.IsSuccess) return snapshot.Failure;
        if (evaluation is null)
        {
            evaluation = Evaluation.Begin(command.PlanId, snapshot.Value, caller.Current, clock.GetUtcNow());
            db.Evaluations.Add(evaluation);
            db.Raise(evaluation.Drafted());
        }
        else
        {
            var computed = evaluation.ComputeAgain(snapshot.Value, caller.Current, clock.GetUtcNow());
            if (!computed.IsSuccess) return computed.Failure;
        }

        await db.SaveChangesAsync(cancellationToken);
        return evaluation.Id;
    }
}
