// The import itself: all rows or none, in one transaction. Checked again first, for the plan may have changed since.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>Confirms a checked import, so that it may run; the rows are written by <see cref="CommitImport"/>.</summary>
[Requires(Permission.ImportActionPlan)]
public sealed record StartImport(Guid ImportId) : ICommand;

/// <summary>Writes the checked rows as activities. Runs as a job, after <see cref="StartImport"/>.</summary>
[Requires(Permission.ImportActionPlan)]
public sealed record CommitImport(Guid ImportId) : ICommand;

internal sealed class StartImportHandler(ActionPlanDbContext db) : ICommandHandler<StartImport>
{
    public async Task<Result> Handle(StartImport command, CancellationToken cancellationToken)
    {
        var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == command.ImportId, cancellationToken);
        if (batch is null) return Failure.NotFound("Import", command.ImportId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == batch.PlanId, cancellationToken);
        if (plan.MustBeOpen() is { IsSuccess: false } closed) return closed;

        var started = batch.StartImport();
        if (!started.IsSuccess) return started;

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class CommitImportHandler(ActionPlanDbContext db, ImportReader reader, TimeProvider clock) : ICommandHandler<CommitImport>
{
    public async Task<Result> Handle(CommitImport command, CancellationToken cancellationToken)
    {
        var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == command.ImportId, cancellationToken);
        if (batch is null) return Failure.NotFound("Import", command.ImportId);
        if (batch.State != ImportState.Importing) return Failure.Rule("action-plan.import-not-checked", "The file is checked before it is imported.");
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == batch.PlanId, cancellationToken);

        var outcome = await reader.ReadAsync(batch, plan, rows => db.ProgressAsync(batch.Id, rows, cancellationToken), cancellationToken);
        if (outcome.Findings.Any(f => f.IsError))
        {
            batch.Fail(outcome.Findings);
        }
        else
        {
            foreach (var activity in outcome.Activities)
            {
                // In a plan in force the activities are duties at once; in a draft they wait with it.
                if (plan.Status == PlanStatus.InForce && activity.Plan() is { IsSuccess: false } refused) return refused;
                db.Activities.Add(activity);
            }

            batch.Finish(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
