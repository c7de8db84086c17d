// What an amendment is to change: an activity added, said otherwise, given up or replaced. Nothing of the plan moves yet.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;

namespace CommunicationStrategy.ActionPlan.Features.Amendments;

/// <summary>Proposes a new activity in the plan's open amendment; answers the amendment's id.</summary>
/// <param name="ReplacesLineId">The earlier proposal that this one stands for.</param>
[Requires(Permission.EditActionPlan)]
public sealed record ProposeAddition(
    Guid PlanId, string Number, LocalizedText Title, string? ObjectiveNumber, LocalizedText Objective, string DeadlineWords, string? CostAsWritten, string? FundingAsWritten,
    string? IndicatorText, string? Description, string? Lead, Guid? LeadInstitutionId, IReadOnlyList<string> CoImplementers, IReadOnlyList<string> Partners, Guid? ReplacesLineId = null) : ICommand<Guid>, IActivityForm;

/// <summary>Proposes other words for an activity in the plan's open amendment; answers the amendment's id.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record ProposeChange(
    Guid ActivityId, string Number, LocalizedText Title, string? ObjectiveNumber, LocalizedText Objective, string DeadlineWords, string? CostAsWritten, string? FundingAsWritten,
    string? IndicatorText, string? Description, string? Lead, Guid? LeadInstitutionId, IReadOnlyList<string> CoImplementers, IReadOnlyList<string> Partners) : ICommand<Guid>, IActivityForm;

/// <summary>Proposes that an activity is cancelled, or superseded by others; answers the amendment's id.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record ProposeEnd(Guid ActivityId, bool Superseded, string Reason) : ICommand<Guid>;

/// <summary>Takes a proposal back.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record DropProposal(Guid AmendmentId, Guid LineId, int Version) : ICommand;

internal sealed class ProposeAdditionValidator : AbstractValidator<ProposeAddition>
{
    public ProposeAdditionValidator() => Include(new ActivityFormValidator());
}

internal sealed class ProposeChangeValidator : AbstractValidator<ProposeChange>
{
    public ProposeChangeValidator() => Include(new ActivityFormValidator());
}

internal sealed class ProposeEndValidator : AbstractValidator<ProposeEnd>
{
    public ProposeEndValidator() => RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
}

internal sealed class ProposeAdditionHandler(ActionPlanDbContext db, IMediator mediator) : ICommandHandler<ProposeAddition, Guid>
{
    public async Task<Result<Guid>> Handle(ProposeAddition command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);
        if (await ActivityForm.NumberTakenAsync(db, plan.Id, null, command.Number, cancellationToken) is { } taken) return taken;
        var line = await ActivityForm.LineAsync(command, plan, mediator, cancellationToken);
        return line.IsSuccess ? await Proposals.AddAsync(db, plan, AmendmentKind.Add, null, line.Value, null, cancellationToken, command.ReplacesLineId) : line.Failure;
    }
}

internal sealed class ProposeChangeHandler(ActionPlanDbContext db, IMediator mediator) : ICommandHandler<ProposeChange, Guid>
{
    public async Task<Result<Guid>> Handle(ProposeChange command, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.AsNoTracking().Include(a => a.Assignments).SingleOrDefaultAsync(a => a.Id == command.ActivityId, cancellationToken);
        if (activity is null) return Failure.NotFound(nameof(Activity), command.ActivityId);
        if (activity.Shape == ActivityShape.Share) return Failure.Rule("action-plan.is-share", "It is a part of a joint activity: change the whole.");
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == activity.PlanId, cancellationToken);
        if (await ActivityForm.NumberTakenAsync(db, plan.Id, activity.Id, command.Number, cancellationToken) is { } taken) return taken;
        var line = await ActivityForm.LineAsync(command, plan, mediator, cancellationToken);
        if (!line.IsSuccess) return line.Failure;
        if (PlanLine.Compare(PlanLine.Of(activity), line.Value).Count == 0) return Failure.Rule("action-plan.nothing-changed", "This says the same as the plan in force.");
        return await Proposals.AddAsync(db, plan, AmendmentKind.Change, activity.Id, line.Value, null, cancellationToken);
    }
}

internal sealed class ProposeEndHandler(ActionPlanDbContext db) : ICommandHandler<ProposeEnd, Guid>
{
    public async Task<Result<Guid>> Handle(ProposeEnd command, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.ActivityId, cancellationToken);
        if (activity is null) return Failure.NotFound(nameof(Activity), command.ActivityId);
        if (activity.Shape == ActivityShape.Share) return Failure.Rule("action-plan.is-share", "It is a part of a joint activity: change the whole.");
        if (ActivityFlags.IsFinal(activity.State)) return Failure.Rule("action-plan.wrong-state", $"This step is not possible while the activity is {activity.State}.", activity.State.ToString());
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == activity.PlanId, cancellationToken);
        return await Proposals.AddAsync(db, plan, command.Superseded ? AmendmentKind.Supersede : AmendmentKind.Cancel, activity.Id, null, command.Reason.Trim(), cancellationToken);
    }
}

internal sealed class DropProposalHandler(ActionPlanDbContext db) : ICommandHandler<DropProposal>
{
    public Task<Result> Handle(DropProposal command, CancellationToken cancellationToken) =>
        db.AmendAsync(command.AmendmentId, command.Version, a => a.Drop(command.LineId), cancellationToken);
}

internal static class Proposals
{
    public static async Task<Result<Guid>> AddAsync(ActionPlanDbContext db, Plan plan, AmendmentKind kind, Guid? activityId, PlanLine? line, string? note, CancellationToken cancellationToken, Guid? replaces = null)
    {
        var amending = await db.AmendingAsync(plan, cancellationToken);
        if (!amending.IsSuccess) return amending.Failure;
        db.Expect(amending.Value, amending.Value.Version);
        var proposed = amending.Value.Propose(kind, activityId, line, note, replaces);
        if (!proposed.IsSuccess) return proposed.Failure;
        await db.SaveChangesAsync(cancellationToken);
        return amending.Value.Id;
    }
}
