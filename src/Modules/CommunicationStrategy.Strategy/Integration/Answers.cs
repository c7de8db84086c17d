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

internal sealed class GetTargetGroupsHandler(StrategyDbContext db) : IQueryHandler<GetTargetGroups, IReadOnlyList<TargetGroupInfo>>
{
    public async Task<Result<IReadOnlyList<TargetGroupInfo>>> Handle(GetTargetGroups query, CancellationToken cancellationToken) =>
        await db.Set<TargetGroup>().AsNoTracking().Where(g => g.StrategyDocumentId == query.StrategyId).OrderBy(g => g.Number).Select(g => new TargetGroupInfo(g.Number, g.Name)).ToListAsync(cancellationToken);
}

internal sealed class GetKeyMessagesHandler(StrategyDbContext db) : IQueryHandler<GetKeyMessages, IReadOnlyList<KeyMessageInfo>>
{
    public async Task<Result<IReadOnlyList<KeyMessageInfo>>> Handle(GetKeyMessages query, CancellationToken cancellationToken) =>
        await db.Set<KeyMessage>().AsNoTracking().Where(m => query.StrategyId == null || m.StrategyDocumentId == query.StrategyId)
            .Join(db.Strategies, m => m.StrategyDocumentId, s => s.Id, (m, s) => new { Message = m, s.Start, s.Code })
            .OrderByDescending(x => x.Start).ThenBy(x => x.Code).ThenBy(x => x.Message.Number)
            .Select(x => new KeyMessageInfo(x.Message.Id, x.Code, x.Message.Number, x.Message.Text)).ToListAsync(cancellationToken);
}
