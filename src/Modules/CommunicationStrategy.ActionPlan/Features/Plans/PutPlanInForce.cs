// A plan begins to bind: its drafts become duties. A plan ends: what was not done is said to be so.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Plans;

/// <summary>Puts a draft in force: its activities become duties that are reminded of and reported on.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record PutPlanInForce(Guid PlanId, int Version) : ICommand;

/// <summary>Closes a plan: whatever is still open is marked as not completed.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record ClosePlan(Guid PlanId, int Version) : ICommand;

internal sealed class PutPlanInForceHandler(ActionPlanDbContext db) : ICommandHandler<PutPlanInForce>
{
    public async Task<Result> Handle(PutPlanInForce command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);

        db.Expect(plan, command.Version);
        var done = plan.PutInForce();
        if (!done.IsSuccess) return done;
        foreach (var activity in await db.Activities.Where(a => a.PlanId == plan.Id && a.State == ActivityState.Draft).ToListAsync(cancellationToken))
        {
            done = activity.Plan();
            if (!done.IsSuccess) return done;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class ClosePlanHandler(ActionPlanDbContext db) : ICommandHandler<ClosePlan>
{
    public async Task<Result> Handle(ClosePlan command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);

        db.Expect(plan, command.Version);
        var done = plan.Close();
        if (!done.IsSuccess) return done;
        var activities = await db.Activities.Where(a => a.PlanId == plan.Id).ToListAsync(cancellationToken);
        if (activities.Exists(a => a.State == ActivityState.ReportedComplete))
        {
            return Failure.Rule("action-plan.reports-waiting", "Some activities are reported complete and wait for a decision: accept or return them first.");
        }

        foreach (var activity in activities.Where(a => !ActivityFlags.IsFinal(a.State)))
        {
            done = activity.CloseAsNotCompleted();
            if (!done.IsSuccess) return done;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
