// What the Strategy module answers other modules.
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Strategy.Data;
using CommunicationStrategy.Strategy.Domain;

namespace CommunicationStrategy.Strategy.Integration;

internal sealed class GetStrategiesHandler(StrategyDbContext db) : IQueryHandler<GetStrategies, IReadOnlyList<StrategyInfo>>
{
    public async Task<Result<IReadOnlyList<StrategyInfo>>> Handle(GetStrategies query, CancellationToken cancellationToken) =>
        await db.Strategies.AsNoTracking().OrderByDescending(s => s.Start).ThenBy(s => s.Code).Select(s => new StrategyInfo(s.Id, s.Code, s.Title)).ToListAsync(cancellationToken);
}

internal sealed class GetObjectivesHandler(StrategyDbContext db) : IQueryHandler<GetObjectives, IReadOnlyList<ObjectiveInfo>>
{
    public async Task<Result<IReadOnlyList<ObjectiveInfo>>> Handle(GetObjectives query, CancellationToken cancellationToken)
    {
        var objectives = await db.Set<Objective>().AsNoTracking().Where(o => o.StrategyDocumentId == query.StrategyId).ToListAsync(cancellationToken);
        return objectives.OrderBy(o => o.SortKey, StringComparer.Ordinal).Select(o => new ObjectiveInfo(o.Id, o.Number, o.Statement, o.ParentId, o.Problems)).ToList();
    }
}

internal sealed class GetKeyMessagesHandler(StrategyDbContext db) : IQueryHandler<GetKeyMessages, IReadOnlyList<KeyMessageInfo>>
{
    public async Task<Result<IReadOnlyList<KeyMessageInfo>>> Handle(GetKeyMessages query, CancellationToken cancellationToken) =>
        await db.Strategies.AsNoTracking().Where(s => query.StrategyId == null || s.Id == query.StrategyId)
            .OrderByDescending(s => s.Start).ThenBy(s => s.Code).SelectMany(s => s.Messages.OrderBy(m => m.Number).Select(m => new KeyMessageInfo(m.Id, s.Code, m.Number, m.Text))).ToListAsync(cancellationToken);
}
