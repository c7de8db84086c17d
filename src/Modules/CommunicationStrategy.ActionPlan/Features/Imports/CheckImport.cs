// The dry run: every finding by its cell, counts of what was understood; nothing is written to the plan.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain.Imports;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>Checks an uploaded file. Runs as a job; its progress is read with <see cref="GetImport"/>.</summary>
[Requires(Permission.ImportActionPlan)]
public sealed record CheckImport(Guid ImportId) : ICommand;

internal sealed class CheckImportHandler(ActionPlanDbContext db, ImportReader reader) : ICommandHandler<CheckImport>
{
    public async Task<Result> Handle(CheckImport command, CancellationToken cancellationToken)
    {
        var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == command.ImportId, cancellationToken);
        if (batch is null) return Failure.NotFound("Import", command.ImportId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == batch.PlanId, cancellationToken);

        var outcome = await reader.ReadAsync(batch, plan, rows => db.ProgressAsync(batch.Id, rows, cancellationToken), cancellationToken);
        batch.Check(outcome.Findings, outcome.Counts, outcome.Differences);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal static class ImportProgress
{
    /// <summary>Seen by others at once, outside the tracked aggregate: progress is not part of its history.</summary>
    public static Task ProgressAsync(this ActionPlanDbContext db, Guid batchId, int rows, CancellationToken cancellationToken) =>
        db.Set<ImportBatch>().Where(b => b.Id == batchId).ExecuteUpdateAsync(u => u.SetProperty(b => b.RowsDone, rows), cancellationToken);
}
