// One strategy with its chain: problems, the tree of objectives that answer them, whom it speaks to and what it says.
using CommunicationStrategy.Strategy.Data;
using CommunicationStrategy.Strategy.Domain;

namespace CommunicationStrategy.Strategy.Features.Strategies;

[Requires(Permission.ViewStrategy)]
public sealed record GetStrategy(Guid Id) : IQuery<StrategyDetails>;

public sealed record StrategyDetails(
    Guid Id, string Code, LocalizedText Title, LocalizedText Goal, LocalizedText Context, string? LegalAct, DateOnly Start, DateOnly End, StrategyStatus Status,
    IReadOnlyList<ProblemRow> Problems, IReadOnlyList<ObjectiveRow> Objectives, IReadOnlyList<GroupRow> Groups, IReadOnlyList<MessageRow> Messages, int Version);

public sealed record ProblemRow(int Number, LocalizedText Statement, LocalizedText Causes);

public sealed record GroupRow(int Number, TargetGroupKind Kind, LocalizedText Name, LocalizedText Needs);

public sealed record MessageRow(int Number, LocalizedText Text);

public sealed record ObjectiveRow(Guid Id, string Number, LocalizedText Statement, bool General, IReadOnlyList<int> Problems);

internal sealed class GetStrategyHandler(StrategyDbContext db) : IQueryHandler<GetStrategy, StrategyDetails>
{
    public async Task<Result<StrategyDetails>> Handle(GetStrategy query, CancellationToken cancellationToken)
    {
        var strategy = await db.Strategies.AsNoTracking().Include(s => s.Problems).Include(s => s.Objectives).Include(s => s.Groups).Include(s => s.Messages).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == query.Id, cancellationToken);
        if (strategy is null) return Failure.NotFound(nameof(StrategyDocument), query.Id);
        return new StrategyDetails(
            strategy.Id, strategy.Code, strategy.Title, strategy.Goal, strategy.Context, strategy.LegalAct, strategy.Start, strategy.End, strategy.Status,
            [.. strategy.Problems.OrderBy(p => p.Number).Select(p => new ProblemRow(p.Number, p.Statement, p.Causes))],
            [.. strategy.Objectives.OrderBy(o => o.SortKey, StringComparer.Ordinal).Select(o => new ObjectiveRow(o.Id, o.Number, o.Statement, o.ParentId is null, o.Problems))],
            [.. strategy.Groups.OrderBy(g => g.Number).Select(g => new GroupRow(g.Number, g.Kind, g.Name, g.Needs))],
            [.. strategy.Messages.OrderBy(m => m.Number).Select(m => new MessageRow(m.Number, m.Text))],
            strategy.Version);
    }
}
