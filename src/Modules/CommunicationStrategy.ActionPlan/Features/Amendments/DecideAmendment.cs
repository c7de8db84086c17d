// An amendment is handed in, approved by another person or sent back, and comes into force: a new version of the plan.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Amendments;

/// <summary>Hands an amendment in for approval.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record SubmitAmendment(Guid AmendmentId, int Version) : ICommand;

/// <summary>Approves an amendment that another person handed in. Once its day has come it is put in force by itself.</summary>
[Requires(Permission.ApproveActionPlan)]
public sealed record ApproveAmendment(Guid AmendmentId, int Version) : ICommand;

/// <summary>Sends an amendment back to be written on, with a reason.</summary>
[Requires(Permission.ApproveActionPlan)]
public sealed record ReturnAmendment(Guid AmendmentId, string Reason, int Version) : ICommand;

/// <summary>Gives an amendment up before it is in force; its proposals stay readable.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record WithdrawAmendment(Guid AmendmentId, int Version) : ICommand;

/// <summary>Puts an approved amendment in force whose day has come.</summary>
[Requires(Permission.ApproveActionPlan)]
public sealed record PutAmendmentInForce(Guid AmendmentId, int Version) : ICommand;

/// <summary>Puts every approved amendment in force whose day has come. Run daily; a second run finds nothing to do.</summary>
[Requires(Permission.ApproveActionPlan)]
public sealed record PutDueAmendmentsInForce : ICommand;

internal sealed class ReturnAmendmentValidator : AbstractValidator<ReturnAmendment>
{
    public ReturnAmendmentValidator() => RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
}

internal sealed class SubmitAmendmentHandler(ActionPlanDbContext db, CallerScope caller) : ICommandHandler<SubmitAmendment>
{
    public Task<Result> Handle(SubmitAmendment command, CancellationToken cancellationToken) =>
        db.AmendAsync(command.AmendmentId, command.Version, a => a.Submit(caller.Current.Id), cancellationToken);
}

internal sealed class ApproveAmendmentHandler(ActionPlanDbContext db, CallerScope caller) : ICommandHandler<ApproveAmendment>
{
    public Task<Result> Handle(ApproveAmendment command, CancellationToken cancellationToken) =>
        db.AmendAsync(command.AmendmentId, command.Version, a => a.Approve(caller.Current.Id, caller.Current.Name), cancellationToken);
}

internal sealed class ReturnAmendmentHandler(ActionPlanDbContext db) : ICommandHandler<ReturnAmendment>
{
    public Task<Result> Handle(ReturnAmendment command, CancellationToken cancellationToken) =>
        db.AmendAsync(command.AmendmentId, command.Version, a => a.Return(command.Reason), cancellationToken);
}

internal sealed class WithdrawAmendmentHandler(ActionPlanDbContext db) : ICommandHandler<WithdrawAmendment>
{
    public Task<Result> Handle(WithdrawAmendment command, CancellationToken cancellationToken) =>
        db.AmendAsync(command.AmendmentId, command.Version, a => a.Withdraw(), cancellationToken);
}

internal sealed class PutAmendmentInForceHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<PutAmendmentInForce>
{
    public async Task<Result> Handle(PutAmendmentInForce command, CancellationToken cancellationToken)
    {
        var amendment = await db.Amendments.Include(a => a.Lines).SingleOrDefaultAsync(a => a.Id == command.AmendmentId, cancellationToken);
        if (amendment is null) return Failure.NotFound(nameof(Amendment), command.AmendmentId);
        db.Expect(amendment, command.Version);
        var applied = await AmendmentInForce.ApplyAsync(db, amendment, clock.Today(), cancellationToken);
        if (!applied.IsSuccess) return applied;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class PutDueAmendmentsInForceHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<PutDueAmendmentsInForce>
{
    public async Task<Result> Handle(PutDueAmendmentsInForce command, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        foreach (var amendment in await db.Amendments.Include(a => a.Lines).Where(a => a.State == AmendmentState.Approved && a.InForceFrom <= today).ToListAsync(cancellationToken))
        {
            var applied = await AmendmentInForce.ApplyAsync(db, amendment, today, cancellationToken);
            if (!applied.IsSuccess) return applied;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal static class AmendmentInForce
{
    /// <summary>Makes the plan's next version: each touched line ends in the old one and begins in the new one; the rest runs on.</summary>
    public static async Task<Result> ApplyAsync(ActionPlanDbContext db, Amendment amendment, DateOnly today, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleAsync(p => p.Id == amendment.PlanId, cancellationToken);
        var last = await db.PlanVersions.SingleAsync(v => v.PlanId == plan.Id && v.Number == plan.VersionNumber, cancellationToken);
        var amended = plan.Amended();
        if (!amended.IsSuccess) return amended;
        var inForce = amendment.PutInForce(today, plan.VersionNumber);
        if (!inForce.IsSuccess) return inForce;
        last.End(amendment.InForceFrom.AddDays(-1));
        db.PlanVersions.Add(new PlanVersion(plan.Id, plan.VersionNumber, amendment.Act, amendment.InForceFrom, amendment.Id));
        db.Raise(new PlanVersionInForce(plan.Id, plan.VersionNumber, amendment.Act));

        var context = await db.ContextAsync(plan, cancellationToken);
        var touched = amendment.Lines.Select(l => l.ActivityId).OfType<Guid>().ToList();
        var activities = await db.Activities.Whole().Where(a => touched.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var shares = (await db.Activities.Whole().Where(a => a.ParentId != null && touched.Contains(a.ParentId.Value)).ToListAsync(cancellationToken)).ToLookup(a => a.ParentId);
        var lines = await db.VersionLines.Where(l => touched.Contains(l.ActivityId) && l.ToVersion == null).ToDictionaryAsync(l => l.ActivityId, cancellationToken);
        foreach (var line in amendment.Lines)
        {
            var applied = line.Kind == AmendmentKind.Add
                ? Begin(db, plan, line, context)
                : Change(db, plan, amendment, line, activities[line.ActivityId!.Value], lines[line.ActivityId.Value], [.. shares[line.ActivityId]], context);
            if (!applied.IsSuccess) return applied;
        }

        return Result.Success;
    }

    private static Result Begin(ActionPlanDbContext db, Plan plan, AmendedLine line, Domain.Deadlines.DeadlineContext context)
    {
        var content = line.Line()!;
        var created = Activity.Create(plan.Id, content.Text(), Domain.Deadlines.DeadlineParser.Parse(content.DeadlineWords, context), content.ToAssignees(), context.WorkingDays);
        if (!created.IsSuccess) return created.Failure;
        var planned = created.Value.Plan();
        if (!planned.IsSuccess) return planned;
        db.Activities.Add(created.Value);
        db.VersionLines.Add(new VersionLine(created.Value, plan.VersionNumber));
        line.Applied(created.Value, null);
        return Result.Success;
    }

    private static Result Change(ActionPlanDbContext db, Plan plan, Amendment amendment, AmendedLine line, Activity activity, VersionLine present, IReadOnlyList<Activity> shares, Domain.Deadlines.DeadlineContext context)
    {
        line.Applied(activity, PlanLine.Of(activity));
        present.End(plan.VersionNumber - 1, activity);
        var reason = line.Note is null ? amendment.Act : $"{amendment.Act}: {line.Note}";
        var changed = line.Kind switch
        {
            AmendmentKind.Change => activity.Amend(line.Line()!, context),
            AmendmentKind.Supersede => activity.Supersede(reason),
            _ => activity.Cancel(reason),
        };
        foreach (var share in shares.Where(s => changed.IsSuccess && !ActivityFlags.IsFinal(s.State)))
        {
            if (line.Kind == AmendmentKind.Change) share.Follow(activity, context.WorkingDays);
            else changed = line.Kind == AmendmentKind.Supersede ? share.Supersede(reason) : share.Cancel(reason);
        }

        if (changed.IsSuccess && line.Kind == AmendmentKind.Change) db.VersionLines.Add(new VersionLine(activity, plan.VersionNumber));
        return changed;
    }
}
