// What every change of one activity has in common: it exists, its plan is open, nobody else changed it in the meantime.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

internal static class ActivityChange
{
    /// <summary>Loads the activity with its assignments, takes the step, saves.</summary>
    public static Task<Result> ChangeAsync(this ActionPlanDbContext db, Guid activityId, int version, Func<Activity, Result> step, CancellationToken cancellationToken) =>
        db.ChangeAsync(activityId, version, (activity, _) => step(activity), cancellationToken);

    public static async Task<Result> ChangeAsync(this ActionPlanDbContext db, Guid activityId, int version, Func<Activity, Plan, Result> step, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.Include(a => a.Assignments).SingleOrDefaultAsync(a => a.Id == activityId, cancellationToken);
        if (activity is null) return Failure.NotFound(nameof(Activity), activityId);
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == activity.PlanId, cancellationToken);
        var open = plan.MustBeOpen();
        if (!open.IsSuccess) return open;

        db.Expect(activity, version);
        var done = step(activity, plan);
        if (!done.IsSuccess) return done;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
