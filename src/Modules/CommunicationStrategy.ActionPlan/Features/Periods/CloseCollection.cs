// The collection of a quarter's reports closes: by hand, or by the schedule once the time for checking is over.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;

namespace CommunicationStrategy.ActionPlan.Features.Periods;

/// <summary>Closes the collection of a quarter's reports. From then on nothing of that quarter changes, and it can be evaluated.</summary>
[Requires(Permission.ManagePeriods)]
public sealed record CloseCollection(Guid PlanId, string Period) : ICommand;

/// <summary>Closes every collection whose time for checking has passed. Run daily; a second run finds nothing to do.</summary>
[Requires(Permission.ManagePeriods)]
public sealed record CloseDueCollections : ICommand;

internal sealed class CloseCollectionHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<CloseCollection>
{
    public async Task<Result> Handle(CloseCollection command, CancellationToken cancellationToken)
    {
        var period = await db.Periods.SingleOrDefaultAsync(p => p.PlanId == command.PlanId && p.Period == command.Period, cancellationToken);
        if (period is null) return Failure.NotFound(nameof(ReportingPeriod), command.Period);

        var closed = await db.CloseAsync(period, clock.Today(), cancellationToken);
        if (!closed.IsSuccess) return closed;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}

internal sealed class CloseDueCollectionsHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<CloseDueCollections>
{
    public async Task<Result> Handle(CloseDueCollections command, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        foreach (var period in await db.Periods.Where(p => p.State == PeriodState.Open && p.ReviewedBy < today).ToListAsync(cancellationToken))
        {
            var closed = await db.CloseAsync(period, today, cancellationToken);
            if (!closed.IsSuccess) return closed;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
