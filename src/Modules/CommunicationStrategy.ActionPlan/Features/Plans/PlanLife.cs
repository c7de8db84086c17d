// The life of a plan: it is written, consulted, handed in, approved by another person, in force, closed, archived.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Plans;

/// <summary>Opens a draft for consultation; it can still be changed.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record ConsultPlan(Guid PlanId, int Version) : ICommand;

/// <summary>Hands a plan in for approval; from then on it stands still.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record SubmitPlan(Guid PlanId, int Version) : ICommand;

/// <summary>Approves a plan that another person handed in.</summary>
/// <param name="Act">The approving act, as it is cited: "HG nr. 461/2018"; null: the one the plan names already.</param>
[Requires(Permission.ApproveActionPlan)]
public sealed record ApprovePlan(Guid PlanId, string? Act, int Version) : ICommand;

/// <summary>Sends a plan back to be written on, with a reason.</summary>
[Requires(Permission.ApproveActionPlan)]
public sealed record RejectPlan(Guid PlanId, string Reason, int Version) : ICommand;

/// <summary>Puts an approved plan in force: its activities become duties, and its text becomes version 1, which only an amendment changes.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record PutPlanInForce(Guid PlanId, int Version) : ICommand;

/// <summary>Archives a closed plan: it stays readable.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record ArchivePlan(Guid PlanId, int Version) : ICommand;

/// <summary>Closes a plan: whatever is still open is marked as not completed.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record ClosePlan(Guid PlanId, int Version) : ICommand;

internal sealed class ApprovePlanValidator : AbstractValidator<ApprovePlan>
{
    public ApprovePlanValidator() => RuleFor(c => c.Act).MaximumLength(Plan.ActLength);
}

internal sealed class RejectPlanValidator : AbstractValidator<RejectPlan>
{
    public RejectPlanValidator() => RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
}

internal sealed class ConsultPlanHandler(ActionPlanDbContext db) : ICommandHandler<ConsultPlan>
{
    public Task<Result> Handle(ConsultPlan command, CancellationToken cancellationToken) => db.ChangePlanAsync(command.PlanId, command.Version, p => p.Consult(), cancellationToken);
}

internal sealed class SubmitPlanHandler(ActionPlanDbContext db, CallerScope caller) : ICommandHandler<SubmitPlan>
{
    public Task<Result> Handle(SubmitPlan command, CancellationToken cancellationToken) => db.ChangePlanAsync(command.PlanId, command.Version, p => p.Submit(caller.Current.Id), cancellationToken);
}

internal sealed class ApprovePlanHandler(ActionPlanDbContext db, CallerScope caller) : ICommandHandler<ApprovePlan>
{
    public Task<Result> Handle(ApprovePlan command, CancellationToken cancellationToken) => db.ChangePlanAsync(command.PlanId, command.Version, p => p.Approve(command.Act, caller.Current.Id), cancellationToken);
}

internal sealed class RejectPlanHandler(ActionPlanDbContext db) : ICommandHandler<RejectPlan>
{
    public Task<Result> Handle(RejectPlan command, CancellationToken cancellationToken) => db.ChangePlanAsync(command.PlanId, command.Version, p => p.Reject(command.Reason), cancellationToken);
}

internal sealed class ArchivePlanHandler(ActionPlanDbContext db) : ICommandHandler<ArchivePlan>
{
    public Task<Result> Handle(ArchivePlan command, CancellationToken cancellationToken) => db.ChangePlanAsync(command.PlanId, command.Version, p => p.Archive(), cancellationToken);
}

internal static class PlanChange
{
    public static async Task<Result> ChangePlanAsync(this ActionPlanDbContext db, Guid planId, int version, Func<Plan, Result> step, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), planId);
        db.Expect(plan, version);
        var done = step(plan);
        if (!done.IsSuccess) return done;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class PutPlanInForceHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<PutPlanInForce>
{
    public async Task<Result> Handle(PutPlanInForce command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);

        db.Expect(plan, command.Version);
        var done = plan.PutInForce();
        if (!done.IsSuccess) return done;
        // A plan that has begun binds from its first day, whenever it was entered here.
        var today = clock.Today();
        db.PlanVersions.Add(new PlanVersion(plan.Id, plan.VersionNumber, plan.ApprovingAct!, plan.Start < today ? plan.Start : today, null));
        db.Raise(new PlanVersionInForce(plan.Id, plan.VersionNumber, plan.ApprovingAct!));
        foreach (var activity in await db.Activities.Include(a => a.Assignments).Where(a => a.PlanId == plan.Id && a.State == ActivityState.Draft).ToListAsync(cancellationToken))
        {
            done = activity.Plan();
            if (!done.IsSuccess) return done;
            if (activity.Shape != ActivityShape.Share) db.VersionLines.Add(new VersionLine(activity, plan.VersionNumber));
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
        var activities = await db.Activities.Include(a => a.Occurrences).Where(a => a.PlanId == plan.Id).ToListAsync(cancellationToken);
        if (activities.Exists(a => a.State == ActivityState.ReportedComplete))
        {
            return Failure.Rule("action-plan.reports-waiting", "Some activities are reported complete and wait for a decision: accept or return them first.");
        }

        var shares = activities.ToLookup(a => a.ParentId);
        foreach (var activity in activities.Where(a => a.Shape != ActivityShape.Joint && !ActivityFlags.IsFinal(a.State)))
        {
            done = activity.CloseAsNotCompleted();
            if (!done.IsSuccess) return done;
        }

        foreach (var whole in activities.Where(a => a.Shape == ActivityShape.Joint)) whole.RollUp([.. shares[whole.Id]]);

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
