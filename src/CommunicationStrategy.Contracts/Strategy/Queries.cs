// What the Strategy module tells the others: its strategies and their objectives.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.Strategy;

/// <summary>All strategies, newest first.</summary>
[AnyCaller]
public sealed record GetStrategies : IQuery<IReadOnlyList<StrategyInfo>>;

public sealed record StrategyInfo(Guid Id, string Code, LocalizedText Title);

/// <summary>The objectives of a strategy in natural order of their numbers; empty for an unknown strategy.</summary>
[AnyCaller]
public sealed record GetObjectives(Guid StrategyId) : IQuery<IReadOnlyList<ObjectiveInfo>>;

/// <param name="Problems">Numbers of the priority problems it answers.</param>
public sealed record ObjectiveInfo(Guid Id, string Number, LocalizedText Statement, Guid? ParentId, IReadOnlyList<int> Problems);
