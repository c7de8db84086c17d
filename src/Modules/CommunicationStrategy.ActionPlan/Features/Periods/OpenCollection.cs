// The collection of a quarter's reports opens: by hand, or by the schedule on the first working day after the quarter.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Periods;

/// <summary>Opens the collection of a quarter's reports on a plan in force; of a plan that collects twice a year, of a half-year's.</summary>
/// <param name="Period">A quarter that has begun, such as "2026-Q4".</param>
[Requires(Permission.ManagePeriods)]
public sealed record OpenCollection(Guid PlanId, string Period) : ICommand;

/// <summary>Opens the past quarter's collection of every plan in force that wants it so. Run daily; a second run finds nothing to do.</summary>
[Requires(Permission.ManagePeriods)]
public sealed record OpenDueCollections : ICommand;

internal sealed class OpenCollectionValidator : AbstractValidator<OpenCollection>
{
    public OpenCollectionValidator() => RuleFor(c => c.Period).Must(p => Quarter.Parse(p) is not null).WithErrorCode("action-plan.period-unreadable").WithMessage("A period is a quarter, such as 2026-Q4.");
}

internal sealed class OpenCollectionHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<OpenCollection>
{
    public async Task<Result> Handle(OpenCollection command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);
        var inForce = plan.MustBeInForce();
        if (!inForce.IsSuccess) return inForce;

        var quarter = Quarter.Parse(command.Period)!.Value;
        var today = clock.Today();
        if (!plan.Frequency.Collects(quarter)) return Failure.Rule("action-plan.period-not-collected", $"The plan collects reports at half-year and at the end of the year, not after {quarter}.", quarter.ToString());
        if (plan.Frequency.FirstDay(quarter) > today || !plan.Covers(quarter)) return Failure.Rule("action-plan.period-outside", $"{quarter} has not begun, or the plan does not reach into it.", quarter.ToString());
        var period = quarter.ToString();
        if (await db.Periods.AnyAsync(p => p.PlanId == plan.Id && p.Period == period, cancellationToken)) return Failure.Rule("action-plan.period-exists", $"The collection for {quarter} has been opened before.", period);

        db.Open(new ReportingPeriod(plan, quarter, today, await db.WorkingDaysAsync(plan.Locality, cancellationToken)));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class OpenDueCollectionsHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<OpenDueCollections>
{
    public async Task<Result> Handle(OpenDueCollections command, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var quarter = Quarter.Of(today).Previous;
        var national = await db.WorkingDaysAsync(null, cancellationToken);
        if (today < national.FirstWorkingDayAfter(quarter.End)) return Result.Success;

        var period = quarter.ToString();
        var plans = await db.Plans.AsNoTracking().Where(p => p.Status == PlanStatus.InForce && p.OpensItself && !db.Periods.Any(x => x.PlanId == p.Id && x.Period == period)).ToListAsync(cancellationToken);
        foreach (var plan in plans.Where(p => p.Covers(quarter))) db.Open(new ReportingPeriod(plan, quarter, today, await db.WorkingDaysAsync(plan.Locality, cancellationToken)));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal static class OpenedCollection
{
    public static void Open(this ActionPlanDbContext db, ReportingPeriod period)
    {
        db.Periods.Add(period);
        db.Raise(new CollectionOpened(period.PlanId, period.Period, period.EffectiveDueOn));
    }
}
