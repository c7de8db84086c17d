// The figures that owners are asked for in the quarters being collected, said or not.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Data;

/// <param name="Said">Null: it is owed.</param>
internal sealed record AskedFigure(Indicator Indicator, IndicatorPassport Passport, string Period, DateOnly Due, DateOnly EffectiveDue, IndicatorValue? Said);

internal static class AskedFigureQueries
{
    /// <summary>In the order of their due dates and codes.</summary>
    /// <param name="owners">Only theirs; null for all.</param>
    public static async Task<Result<IReadOnlyList<AskedFigure>>> AskedAsync(
        this MonitoringDbContext db, IMediator mediator, DateOnly asOf, IReadOnlyCollection<Guid>? owners, CancellationToken cancellationToken)
    {
        var indicators = db.Indicators.AsNoTracking().Include(i => i.Definitions).Where(i => !i.Archived && i.OwnerId != null);
        if (owners is not null) indicators = indicators.Where(i => owners.Contains(i.OwnerId!.Value));
        var found = await indicators.ToListAsync(cancellationToken);
        if (found.Count == 0) return new List<AskedFigure>();

        var collections = await mediator.Send(new GetOpenCollections(asOf), cancellationToken);
        if (!collections.IsSuccess) return collections.Failure;
        var ids = found.ConvertAll(i => i.Id);
        var values = (await db.Values.AsNoTracking().Where(v => ids.Contains(v.IndicatorId)).ToListAsync(cancellationToken)).ToLookup(v => v.IndicatorId);
        var asked =
            from collection in collections.Value
            let ended = Spans.QuarterEndedBy(collection.Period)
            where ended is not null
            let quarter = ended.Value
            from indicator in found
            where indicator.PlanId == collection.PlanId
            let due = collection.DueFor(indicator.OwnerId!.Value)
            where due is not null
            let passport = indicator.At(quarter).Passport()
            let said = values[indicator.Id].FirstOrDefault(v => v.Period == quarter.ToString())
            where said is not null || AskedFigures.IsAsked(passport, quarter, due.Value.Effective, values[indicator.Id].Any())
            orderby due.Value.Effective, NumberOrder.KeyOf(indicator.Code)
            select new AskedFigure(indicator, passport, quarter.ToString(), due.Value.Due, due.Value.Effective, said);
        return asked.ToList();
    }
}
