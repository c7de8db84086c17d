// The collection of a quarter's or a month's reports opens: by hand, or by the schedule on the first working day after it.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Periods;

/// <summary>Opens the collection of a quarter's reports on a plan in force; of a plan that collects twice a year, of a half-year's; of one that collects monthly, of a month's.</summary>
/// <param name="Period">A quarter that has begun, such as "2026-Q4", or a month, such as "2026-05".</param>
[Requires(Permission.ManagePeriods)]
public sealed record OpenCollection(Guid PlanId, string Period) : ICommand;

/// <summary>Opens the collection of what ended last for every plan in force that wants it so. Run daily; a second run finds nothing to do.</summary>
[Requires(Permission.ManagePeriods)]
public sealed record OpenDueCollections : ICommand;

internal sealed class OpenCollectionValidator : AbstractValidator<OpenCollection>
{
    public OpenCollectionValidator() => RuleFor(c => c.Period).Must(p => Spans.QuarterOf(p) is not null).WithErrorCode("action-plan.period-unreadable").WithMessage("A period is a quarter, such as 2026-Q4, or a month, such as 2026-05.");
}

internal sealed class OpenCollectionHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<OpenCollection>
{
    public async Task<Result> Handle(OpenCollection command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), command.PlanId);
        var inForce = plan.MustBeInForce();
        if (!inForce.IsSuccess) return inForce;

        var (period, today) = (command.Period, clock.Today());
        if (plan.Frequency.Find(period) is not { } collected) return Failure.Rule("action-plan.period-not-collected", $"The plan is reported on by another calendar: nothing is collected for {period}.", period);
        if (collected.First > today || !plan.Covers(collected)) return Failure.Rule("action-plan.period-outside", $"{period} has not begun, or the plan does not reach into it.", period);
        if (await db.Periods.AnyAsync(p => p.PlanId == plan.Id && p.Period == period, cancellationToken)) return Failure.Rule("action-plan.period-exists", $"The collection for {period} has been opened before.", period);

        db.Open(new ReportingPeriod(plan, collected, today, await db.WorkingDaysAsync(plan.Locality, cancellationToken)));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class OpenDueCollectionsHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<OpenDueCollections>
{
    public async Task<Result> Handle(OpenDueCollections command, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var national = await db.WorkingDaysAsync(null, cancellationToken);
        foreach (var frequency in Enum.GetValues<ReportingFrequency>())
        {
            var ended = frequency.Before(today);
            // A half-year that ended before the last quarter did is for a person to open.
            if (today < national.FirstWorkingDayAfter(ended.End) || ended.End < Quarter.Of(today).Previous.Start) continue;
            var plans = await db.Plans.AsNoTracking().Where(p => p.Status == PlanStatus.InForce && p.OpensItself && p.Frequency == frequency && !db.Periods.Any(x => x.PlanId == p.Id && x.Period == ended.Name)).ToListAsync(cancellationToken);
            foreach (var plan in plans.Where(p => p.Covers(ended))) db.Open(new ReportingPeriod(plan, ended, today, await db.WorkingDaysAsync(plan.Locality, cancellationToken)));
        }

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
