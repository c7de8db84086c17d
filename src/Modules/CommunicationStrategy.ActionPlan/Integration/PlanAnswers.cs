// What the ActionPlan module answers other modules about plans and activities.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class GetPlansHandler(ActionPlanDbContext db) : IQueryHandler<GetPlans, IReadOnlyList<PlanInfo>>
{
    public async Task<Result<IReadOnlyList<PlanInfo>>> Handle(GetPlans query, CancellationToken cancellationToken) =>
        await db.Plans.AsNoTracking().OrderByDescending(p => p.Start).ThenBy(p => p.Code)
            .Select(p => new PlanInfo(p.Id, p.Code, p.Title, p.StrategyId, p.Start, p.End, p.Status) { Span = p.Frequency == ReportingFrequency.HalfYearly ? 2 : 1, IsMonthly = p.Frequency == ReportingFrequency.Monthly }).ToListAsync(cancellationToken);
}

internal sealed class GetActivitiesHandler(ActionPlanDbContext db) : IQueryHandler<GetActivities, IReadOnlyList<ActivityInfo>>
{
    public async Task<Result<IReadOnlyList<ActivityInfo>>> Handle(GetActivities query, CancellationToken cancellationToken) =>
        await db.Activities.AsNoTracking().Where(a => query.Ids.Contains(a.Id)).OrderBy(a => a.SortKey)
            .Select(a => new ActivityInfo(a.Id, a.PlanId, a.Number, a.Title)).ToListAsync(cancellationToken);
}

internal sealed class GetActivityNamesHandler(ActionPlanDbContext db) : IQueryHandler<GetActivityNames, IReadOnlyList<ActivityInfo>>
{
    public async Task<Result<IReadOnlyList<ActivityInfo>>> Handle(GetActivityNames query, CancellationToken cancellationToken) =>
        await db.Activities.AsNoTracking().Where(a => a.PlanId == query.PlanId && a.Shape != ActivityShape.Share).OrderBy(a => a.SortKey)
            .Select(a => new ActivityInfo(a.Id, a.PlanId, a.Number, a.Title)).ToListAsync(cancellationToken);
}
