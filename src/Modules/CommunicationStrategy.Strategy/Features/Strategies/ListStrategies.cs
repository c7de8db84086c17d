// All strategies, newest first, with how much each holds.
using AutoMapper;
using CommunicationStrategy.Strategy.Data;
using CommunicationStrategy.Strategy.Domain;

namespace CommunicationStrategy.Strategy.Features.Strategies;

[Requires(Permission.ViewStrategy)]
public sealed record ListStrategies : IQuery<IReadOnlyList<StrategyRow>>;

public sealed class StrategyRow
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required LocalizedText Title { get; init; }
    public required DateOnly Start { get; init; }
    public required DateOnly End { get; init; }
    public required StrategyStatus Status { get; init; }
    public required int ProblemCount { get; init; }
    public required int ObjectiveCount { get; init; }
}

internal sealed class StrategyRowProfile : Profile
{
    public StrategyRowProfile() =>
        CreateMap<StrategyDocument, StrategyRow>()
            .ForMember(r => r.ProblemCount, m => m.MapFrom(s => s.Problems.Count))
            .ForMember(r => r.ObjectiveCount, m => m.MapFrom(s => s.Objectives.Count));
}

internal sealed class ListStrategiesHandler(StrategyDbContext db, Projection projection) : IQueryHandler<ListStrategies, IReadOnlyList<StrategyRow>>
{
    public async Task<Result<IReadOnlyList<StrategyRow>>> Handle(ListStrategies query, CancellationToken cancellationToken) =>
        await projection.To<StrategyRow>(db.Strategies.AsNoTracking().OrderByDescending(s => s.Start).ThenBy(s => s.Code)).ToListAsync(cancellationToken);
}
