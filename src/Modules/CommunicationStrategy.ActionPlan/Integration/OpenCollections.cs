// Which quarters are being collected: for other modules that ask institutions for something of the same quarter.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class GetOpenCollectionsHandler(ActionPlanDbContext db) : IQueryHandler<GetOpenCollections, IReadOnlyList<OpenCollectionInfo>>
{
    public async Task<Result<IReadOnlyList<OpenCollectionInfo>>> Handle(GetOpenCollections query, CancellationToken cancellationToken)
    {
        var found = await db.Periods.AsNoTracking().Include(p => p.Extensions.Where(e => e.EffectiveUntil >= query.AsOf))
            .Where(p => p.State == PeriodState.Open || p.Extensions.Any(e => e.EffectiveUntil >= query.AsOf))
            .Where(p => db.Plans.Any(x => x.Id == p.PlanId && x.Status == PlanStatus.InForce)).OrderBy(p => p.PlanId).ThenBy(p => p.Period).ToListAsync(cancellationToken);
        return found.ConvertAll(p => new OpenCollectionInfo(
            p.PlanId, p.Period, p.State == PeriodState.Open, p.DueOn, p.EffectiveDueOn, [.. p.Extensions.Select(e => new LaterDate(e.InstitutionId, e.Until, e.EffectiveUntil))]));
    }
}
