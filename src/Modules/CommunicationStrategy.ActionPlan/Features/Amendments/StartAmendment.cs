// An amendment of a plan in force begins, by an act that is named.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Amendments;

/// <summary>Starts an amendment of a plan in force; a plan has at most one that is open. Answers its id.</summary>
/// <param name="Act">The amending act, as it is cited: "HG nr. 1194/2024".</param>
/// <param name="InForceFrom">The first day on which the amended plan binds.</param>
[Requires(Permission.EditActionPlan)]
public sealed record StartAmendment(Guid PlanId, string Act, string Reason, DateOnly InForceFrom) : ICommand<Guid>;

/// <summary>Changes the particulars of an amendment that is still written.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record EditAmendment(Guid AmendmentId, string Act, string Reason, DateOnly InForceFrom, int Version) : ICommand;

internal sealed class StartAmendmentValidator : AbstractValidator<StartAmendment>
{
    public StartAmendmentValidator()
    {
        RuleFor(c => c.Act).NotEmpty().WithErrorCode("action-plan.act-required").MaximumLength(Plan.ActLength);
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
        RuleFor(c => c.InForceFrom).NotEmpty();
    }
}

internal sealed class EditAmendmentValidator : AbstractValidator<EditAmendment>
{
    public EditAmendmentValidator()
    {
        RuleFor(c => c.Act).NotEmpty().WithErrorCode("action-plan.act-required").MaximumLength(Plan.ActLength);
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
        RuleFor(c => c.InForceFrom).NotEmpty();
    }
}

internal sealed class StartAmendmentHandler(ActionPlanDbContext db) : ICommandHandler<StartAmendment, Guid>
{
    public async Task<Result<Guid>> Handle(StartAmendment command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);
        if (plan.MustBeInForce() is { IsSuccess: false } not) return not.Failure;
        if (await db.OpenAmendmentAsync(plan.Id, cancellationToken) is not null) return Failure.Rule("action-plan.amendment-open", "The plan has an amendment that is not in force yet: finish or withdraw it first.");
        if (await InForceSinceAsync(plan.Id, cancellationToken) is { } since && command.InForceFrom <= since) return Failure.Invalid("InForceFrom", "action-plan.amendment-too-early", $"The present version is in force since {since:yyyy-MM-dd}: the next begins after it.");

        // Two who start at once meet on the plan's version.
        db.Expect(plan, plan.Version);
        var amendment = new Amendment(plan.Id, command.Act, command.Reason, command.InForceFrom);
        db.Amendments.Add(amendment);
        await db.SaveChangesAsync(cancellationToken);
        return amendment.Id;
    }

    private async Task<DateOnly?> InForceSinceAsync(Guid planId, CancellationToken cancellationToken) =>
        await db.PlanVersions.Where(v => v.PlanId == planId).MaxAsync(v => (DateOnly?)v.InForceFrom, cancellationToken);
}

internal sealed class EditAmendmentHandler(ActionPlanDbContext db) : ICommandHandler<EditAmendment>
{
    public Task<Result> Handle(EditAmendment command, CancellationToken cancellationToken) =>
        db.AmendAsync(command.AmendmentId, command.Version, a => a.Edit(command.Act, command.Reason, command.InForceFrom), cancellationToken);
}
