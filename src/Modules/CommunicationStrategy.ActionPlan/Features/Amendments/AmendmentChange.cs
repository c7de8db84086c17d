// What every step of an amendment has in common, and who has the plan's open one.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Amendments;

internal static class AmendmentChange
{
    public static Task<Amendment?> OpenAmendmentAsync(this ActionPlanDbContext db, Guid planId, CancellationToken cancellationToken) =>
        db.Amendments.Include(a => a.Lines).SingleOrDefaultAsync(a => a.PlanId == planId && (a.State == AmendmentState.Draft || a.State == AmendmentState.Submitted || a.State == AmendmentState.Approved), cancellationToken);

    /// <summary>The open amendment of a plan in force, into which a change goes.</summary>
    public static async Task<Result<Amendment>> AmendingAsync(this ActionPlanDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        if (plan.MustBeInForce() is { IsSuccess: false } not) return not.Failure;
        return await db.OpenAmendmentAsync(plan.Id, cancellationToken) is { } open ? open : plan.MustBeWritten().Failure!;
    }

    /// <summary>Loads the amendment with its lines, takes the step, saves.</summary>
    public static async Task<Result> AmendAsync(this ActionPlanDbContext db, Guid amendmentId, int version, Func<Amendment, Result> step, CancellationToken cancellationToken)
    {
        var amendment = await db.Amendments.Include(a => a.Lines).SingleOrDefaultAsync(a => a.Id == amendmentId, cancellationToken);
        if (amendment is null) return Failure.NotFound(nameof(Amendment), amendmentId);
        db.Expect(amendment, version);
        var done = step(amendment);
        if (!done.IsSuccess) return done;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
