// One institution gets more time for one quarter's reports, or loses it again. The audit keeps both.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Periods;

/// <summary>
/// Lets an institution report for a quarter until a later day, whether its collection is open or closed. Given again, the new day and reason
/// take the place of the old. The evaluation of the quarter does not wait for it.
/// </summary>
/// <param name="Period">A quarter whose collection was opened, such as "2026-Q4".</param>
[Requires(Permission.ManagePeriods)]
public sealed record GrantReportingExtension(Guid PlanId, string Period, Guid InstitutionId, DateOnly Until, string Reason) : ICommand;

/// <summary>Takes the extension back: the institution is held to everybody's days again.</summary>
[Requires(Permission.ManagePeriods)]
public sealed record RevokeReportingExtension(Guid PlanId, string Period, Guid InstitutionId) : ICommand;

internal sealed class GrantReportingExtensionValidator : AbstractValidator<GrantReportingExtension>
{
    public GrantReportingExtensionValidator()
    {
        RuleFor(c => c.InstitutionId).NotEmpty();
        RuleFor(c => c.Until).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
    }
}

internal sealed class ExtendReportingHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<GrantReportingExtension>, ICommandHandler<RevokeReportingExtension>
{
    public async Task<Result> Handle(GrantReportingExtension command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);
        var inForce = plan.MustBeInForce();
        if (!inForce.IsSuccess) return inForce;
        var leads = await db.Assignments.AnyAsync(x => x.Role == AssignmentRole.Lead && x.InstitutionId == command.InstitutionId && db.Activities.Any(a => a.Id == x.ActivityId && a.PlanId == plan.Id), cancellationToken);
        if (!leads) return Failure.Invalid("InstitutionId", "action-plan.extension-no-duty", "The institution leads nothing in this plan.");

        var calendar = await db.WorkingDaysAsync(plan.Locality, cancellationToken);
        return await ChangeAsync(command.PlanId, command.Period, p => p.Extend(command.InstitutionId, command.Until, command.Reason, clock.Today(), calendar), cancellationToken);
    }

    public Task<Result> Handle(RevokeReportingExtension command, CancellationToken cancellationToken) =>
        ChangeAsync(command.PlanId, command.Period, p => p.Revoke(command.InstitutionId), cancellationToken);

    private async Task<Result> ChangeAsync(Guid planId, string quarter, Func<ReportingPeriod, Result> step, CancellationToken cancellationToken)
    {
        var period = await db.Periods.Include(p => p.Extensions).SingleOrDefaultAsync(p => p.PlanId == planId && p.Period == quarter, cancellationToken);
        if (period is null) return Failure.NotFound(nameof(ReportingPeriod), quarter);
        var done = step(period);
        if (!done.IsSuccess) return done;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
