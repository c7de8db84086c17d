// What every change of one activity has in common: it exists, its plan is open, nobody else changed it in the meantime.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

internal static class ActivityChange
{
    /// <summary>A part has moved: the whole stands as its parts do. The whole was reworded: its parts follow.</summary>
    public static async Task RollUpAsync(this ActionPlanDbContext db, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Shape == ActivityShape.Whole) return;
        var whole = activity.ParentId is { } id ? await db.Activities.Whole().SingleAsync(a => a.Id == id, cancellationToken) : activity;
        var shares = await db.Activities.Whole().Where(a => a.ParentId == whole.Id).ToListAsync(cancellationToken);
        if (activity.Shape == ActivityShape.Joint)
        {
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == whole.PlanId, cancellationToken);
            var calendar = await db.WorkingDaysAsync(plan.Locality, cancellationToken);
            foreach (var share in shares) share.Follow(whole, calendar);
        }

        db.Expect(whole, whole.Version);
        whole.RollUp(shares);
    }

    /// <summary>Loads the activity with its assignments, takes the step, saves.</summary>
    public static Task<Result> ChangeAsync(this ActionPlanDbContext db, Guid activityId, int version, Func<Activity, Result> step, CancellationToken cancellationToken) =>
        db.ChangeAsync(activityId, version, (activity, _) => Task.FromResult(step(activity)), cancellationToken);

    /// <summary>The same for a step that turns words into dates, which takes the plan's period and calendar.</summary>
    public static Task<Result> ChangeAsync(this ActionPlanDbContext db, Guid activityId, int version, Func<Activity, DeadlineContext, Result> step, CancellationToken cancellationToken) =>
        db.ChangeAsync(activityId, version, async (activity, plan) => step(activity, await db.ContextAsync(plan, cancellationToken)), cancellationToken);

    public static async Task<Result> ChangeAsync(this ActionPlanDbContext db, Guid activityId, int version, Func<Activity, Plan, Task<Result>> step, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.Whole().SingleOrDefaultAsync(a => a.Id == activityId, cancellationToken);
        if (activity is null) return Failure.NotFound(nameof(Activity), activityId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == activity.PlanId, cancellationToken);
        var open = plan.MustBeOpen();
        if (!open.IsSuccess) return open;

        db.Expect(activity, version);
        var done = await step(activity, plan);
        if (!done.IsSuccess) return done;
        await db.RollUpAsync(activity, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
