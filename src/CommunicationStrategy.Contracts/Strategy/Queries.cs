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

/// <summary>The target groups of a strategy in the order of their numbers; empty for an unknown strategy.</summary>
[AnyCaller]
public sealed record GetTargetGroups(Guid StrategyId) : IQuery<IReadOnlyList<TargetGroupInfo>>;

public sealed record TargetGroupInfo(int Number, LocalizedText Name);

/// <summary>Key messages: of one strategy, or of all of them; in the order of their numbers, newest strategy first.</summary>
[AnyCaller]
public sealed record GetKeyMessages(Guid? StrategyId = null) : IQuery<IReadOnlyList<KeyMessageInfo>>;

public sealed record KeyMessageInfo(Guid Id, string Strategy, int Number, LocalizedText Text);

/// <param name="Problems">Numbers of the priority problems it answers.</param>
public sealed record ObjectiveInfo(Guid Id, string Number, LocalizedText Statement, Guid? ParentId, IReadOnlyList<int> Problems);
