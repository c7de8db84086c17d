// The import itself: all rows or none, in one transaction. Checked again first, for the plan may have changed since.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>Confirms a checked import, so that it may run; what differs is written by <see cref="CommitImport"/>.</summary>
/// <param name="EndGone">Activities that the file no longer has are given up: removed from a draft, cancelled by the amendment of a plan in force.</param>
[Requires(Permission.ImportActionPlan)]
public sealed record StartImport(Guid ImportId, bool EndGone = false) : ICommand;

/// <summary>
/// Writes what differs: into a plan that is still written directly, into a plan in force as proposals of its open amendment.
/// Runs as a job, after <see cref="StartImport"/>.
/// </summary>
[Requires(Permission.ImportActionPlan)]
public sealed record CommitImport(Guid ImportId) : ICommand;

internal sealed class StartImportHandler(ActionPlanDbContext db) : ICommandHandler<StartImport>
{
    public async Task<Result> Handle(StartImport command, CancellationToken cancellationToken)
    {
        var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == command.ImportId, cancellationToken);
        if (batch is null) return Failure.NotFound("Import", command.ImportId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == batch.PlanId, cancellationToken);
        if (plan.MustBeWritten() is { IsSuccess: false } not && (await db.AmendingAsync(plan, cancellationToken)).Failure is { } unamended) return plan.Status == PlanStatus.InForce ? unamended : not;

        var started = batch.StartImport(command.EndGone);
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
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        var written = plan.Status == PlanStatus.InForce ? await ProposeAsync(batch, plan, outcome, cancellationToken) : await WriteAsync(batch, plan, outcome, cancellationToken);
        if (!written.IsSuccess) return written;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private async Task<Result> WriteAsync(ImportBatch batch, Plan plan, ImportOutcome outcome, CancellationToken cancellationToken)
    {
        if (plan.MustBeWritten() is { IsSuccess: false } not) return not;
        var context = await db.ContextAsync(plan, cancellationToken);
        if (batch.EndsGone && await db.MoneyStandsAsync([.. outcome.Gone.Select(g => g.Id)], cancellationToken) is { } stands) return stands;
        var changed = outcome.Lines.Select(l => l.ActivityId).Concat(batch.EndsGone ? outcome.Gone.Select(g => (Guid?)g.Id) : []).OfType<Guid>().ToList();
        var present = await db.Activities.Whole().Where(a => changed.Contains(a.Id) || (a.ParentId != null && changed.Contains(a.ParentId.Value))).ToListAsync(cancellationToken);
        var activities = present.ToDictionary(a => a.Id);
        var effects = new List<ImportedEffect>();
        foreach (var line in outcome.Lines)
        {
            if (line.ActivityId is { } id)
            {
                var activity = activities[id];
                effects.Add(new ImportedEffect(ImportEffect.Changed, id, line.Before, activity.Version + 1));
                db.Expect(activity, activity.Version);
                var amended = activity.Amend(line.Line, context);
                if (!amended.IsSuccess) return amended;
                foreach (var share in present.Where(a => a.ParentId == id)) share.Follow(activity, context.WorkingDays);
                continue;
            }

            var created = Activity.Create(plan.Id, line.Line.Text(), line.Deadline, line.Line.ToAssignees(), context.WorkingDays, line.Source);
            if (!created.IsSuccess) return created.Failure;
            db.Activities.Add(created.Value);
            effects.Add(new ImportedEffect(ImportEffect.Added, created.Value.Id, null, 1));
            if (line.Leads.Count < 2) continue;
            var split = created.Value.Split(line.Leads, context.WorkingDays);
            if (!split.IsSuccess) return split.Failure;
            db.Activities.AddRange(split.Value);
        }

        foreach (var (id, before) in batch.EndsGone ? outcome.Gone : [])
        {
            db.Activities.RemoveRange(present.Where(a => a.Id == id || a.ParentId == id));
            effects.Add(new ImportedEffect(ImportEffect.Gone, null, before, 0));
        }

        batch.Finish(clock.GetUtcNow(), effects, null);
        return Result.Success;
    }

    private async Task<Result> ProposeAsync(ImportBatch batch, Plan plan, ImportOutcome outcome, CancellationToken cancellationToken)
    {
        var amending = await db.AmendingAsync(plan, cancellationToken);
        if (!amending.IsSuccess) return amending.Failure;
        var amendment = amending.Value;
        db.Expect(amendment, amendment.Version);
        foreach (var line in outcome.Lines)
        {
            var proposed = amendment.Propose(line.ActivityId is null ? AmendmentKind.Add : AmendmentKind.Change, line.ActivityId, line.Line, null);
            if (!proposed.IsSuccess) return proposed.Failure;
        }

        foreach (var (id, _) in batch.EndsGone ? outcome.Gone : [])
        {
            var proposed = amendment.Propose(AmendmentKind.Cancel, id, null, null);
            if (!proposed.IsSuccess) return proposed.Failure;
        }

        batch.Finish(clock.GetUtcNow(), [], amendment.Id);
        return Result.Success;
    }
}
