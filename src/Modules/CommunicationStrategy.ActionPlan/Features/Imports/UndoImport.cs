// An import is taken back, as long as nothing was built on it: its rows go, what it changed is as before, what it removed comes back.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.ActionPlan.Features.Budget;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>Undoes an import into a plan that is still written. Refused when an activity was changed since, naming the first one.</summary>
[Requires(Permission.ImportActionPlan)]
public sealed record UndoImport(Guid ImportId) : ICommand;

internal sealed class UndoImportHandler(ActionPlanDbContext db) : ICommandHandler<UndoImport>
{
    public async Task<Result> Handle(UndoImport command, CancellationToken cancellationToken)
    {
        var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == command.ImportId, cancellationToken);
        if (batch is null) return Failure.NotFound("Import", command.ImportId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == batch.PlanId, cancellationToken);
        var undone = batch.Undo();
        if (!undone.IsSuccess) return undone;
        if (plan.MustBeWritten() is { IsSuccess: false } not) return not;

        var effects = batch.Effects();
        if (await db.MoneyStandsAsync([.. effects.Where(e => e.Effect == ImportEffect.Added).Select(e => e.ActivityId).OfType<Guid>()], cancellationToken) is { } stands) return stands;
        var ids = effects.Select(e => e.ActivityId).OfType<Guid>().ToList();
        var present = await db.Activities.Whole().Where(a => ids.Contains(a.Id) || (a.ParentId != null && ids.Contains(a.ParentId.Value))).ToListAsync(cancellationToken);
        var activities = present.ToDictionary(a => a.Id);
        var context = await db.ContextAsync(plan, cancellationToken);
        foreach (var effect in effects)
        {
            var taken = effect.ActivityId is { } id ? TakeBack(effect, id, activities, present, context) : Restore(plan, effect.Before!, context);
            if (!taken.IsSuccess) return taken;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private Result TakeBack(ImportedEffect effect, Guid id, Dictionary<Guid, Activity> activities, List<Activity> present, DeadlineContext context)
    {
        if (!activities.TryGetValue(id, out var activity)) return Failure.Rule("action-plan.import-built-on", "An activity of this import is gone: it cannot be undone.", "");
        if (activity.Version != effect.VersionSince) return Failure.Rule("action-plan.import-built-on", $"Activity {activity.Number} was changed after the import: it cannot be undone.", activity.Number);
        db.Expect(activity, activity.Version);
        if (effect.Effect == ImportEffect.Changed) return activity.Amend(effect.Before!, context);
        db.Activities.RemoveRange(present.Where(a => a.Id == id || a.ParentId == id));
        return Result.Success;
    }

    private Result Restore(Plan plan, PlanLine line, DeadlineContext context)
    {
        var restored = Activity.Create(plan.Id, line.Text(), DeadlineParser.Parse(line.DeadlineWords, context), line.ToAssignees(), context.WorkingDays);
        if (!restored.IsSuccess) return restored.Failure;
        db.Activities.Add(restored.Value);
        return Result.Success;
    }
}
