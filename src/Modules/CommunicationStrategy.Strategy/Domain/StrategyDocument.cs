// The strategy itself: the chain from priority problems to objectives, walked both ways.

namespace CommunicationStrategy.Strategy.Domain;

public enum StrategyStatus { Draft, InForce, Closed }

public enum TargetGroupKind { CommunityActor, Press, VulnerablePublic, GeneralPublic, Donor, Internal }

/// <summary>A communication strategy with its priority problems and objectives.</summary>
internal sealed class StrategyDocument : Root
{
    private readonly List<PriorityProblem> problems = [];
    private readonly List<Objective> objectives = [];
    private readonly List<TargetGroup> groups = [];
    private readonly List<KeyMessage> messages = [];

    private StrategyDocument()
    {
    }

    public StrategyDocument(string code, LocalizedText title, DateOnly start, DateOnly end)
    {
        Code = code.Trim();
        Describe(title, start, end, LocalizedText.Empty, LocalizedText.Empty, null);
    }

    public string Code { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public LocalizedText Context { get; private set; } = LocalizedText.Empty;
    public LocalizedText Goal { get; private set; } = LocalizedText.Empty;
    public string? LegalAct { get; private set; }
    public DateOnly Start { get; private set; }
    public DateOnly End { get; private set; }
    public StrategyStatus Status { get; private set; }
    public IReadOnlyList<PriorityProblem> Problems => problems;
    public IReadOnlyList<Objective> Objectives => objectives;
    public IReadOnlyList<TargetGroup> Groups => groups;
    public IReadOnlyList<KeyMessage> Messages => messages;

    public void Describe(LocalizedText title, DateOnly start, DateOnly end, LocalizedText goal, LocalizedText context, string? legalAct) =>
        (Title, Start, End, Goal, Context, LegalAct) = (title, start, end, goal, context, string.IsNullOrWhiteSpace(legalAct) ? null : legalAct.Trim());

    public Result PutInForce()
    {
        if (Status != StrategyStatus.Draft) return Failure.Rule("strategy.not-draft", "Only a draft can be put in force.");
        if (problems.Count == 0 || objectives.Count == 0) return Failure.Rule("strategy.incomplete", "A strategy in force has at least one priority problem and one objective.");
        Status = StrategyStatus.InForce;
        return Result.Success;
    }

    public Result Close()
    {
        if (Status != StrategyStatus.InForce) return Failure.Rule("strategy.not-in-force", "Only a strategy in force can be closed.");
        Status = StrategyStatus.Closed;
        return Result.Success;
    }

    /// <summary>Adds the problem, or changes the one with this number.</summary>
    public PriorityProblem SetProblem(int number, LocalizedText statement, LocalizedText causes)
    {
        var problem = problems.FirstOrDefault(p => p.Number == number);
        if (problem is null) problems.Add(problem = new PriorityProblem(Id, number));
        problem.Describe(statement, causes);
        return problem;
    }

    /// <summary>Adds the target group, or changes the one with this number.</summary>
    public Result SetGroup(int number, TargetGroupKind kind, LocalizedText name, LocalizedText needs)
    {
        var group = groups.FirstOrDefault(g => g.Number == number);
        if (group is null) groups.Add(group = new TargetGroup(Id, number));
        group.Describe(kind, name, needs);
        return Result.Success;
    }

    /// <summary>Adds the key message, or changes the one with this number.</summary>
    public Result SetMessage(int number, LocalizedText text)
    {
        var message = messages.FirstOrDefault(m => m.Number == number);
        if (message is null) messages.Add(message = new KeyMessage(Id, number));
        message.Say(text);
        return Result.Success;
    }

    /// <summary>Adds the objective, or changes the one with this number. Its parent is the number before the last point.</summary>
    public Result SetObjective(string number, LocalizedText statement, IReadOnlyList<int> problemNumbers)
    {
        number = number.Trim();
        var unknown = problemNumbers.Except(problems.Select(p => p.Number)).ToList();
        if (unknown.Count > 0) return Failure.Rule("strategy.problem-unknown", $"There is no priority problem {unknown[0]}.", unknown[0].ToString(System.Globalization.CultureInfo.InvariantCulture));
        var parent = number.LastIndexOf('.') is > 0 and var at ? objectives.FirstOrDefault(o => o.Number == number[..at]) : null;
        if (parent is null && number.Contains('.', StringComparison.Ordinal)) return Failure.Rule("strategy.parent-missing", $"Objective {number} needs its general objective first.", number);

        var objective = objectives.FirstOrDefault(o => o.Number == number);
        if (objective is null) objectives.Add(objective = new Objective(Id, number, parent?.Id));
        objective.Describe(statement, problemNumbers);
        return Result.Success;
    }
}

/// <summary>One of the strategy's priority problems; numbered from 1.</summary>
internal sealed class PriorityProblem(Guid strategyDocumentId, int number) : Entity
{
    public Guid StrategyDocumentId { get; private set; } = strategyDocumentId;
    public int Number { get; private set; } = number;
    public LocalizedText Statement { get; private set; } = LocalizedText.Empty;
    public LocalizedText Causes { get; private set; } = LocalizedText.Empty;

    public void Describe(LocalizedText statement, LocalizedText causes) => (Statement, Causes) = (statement, causes);
}

/// <summary>Whom the strategy speaks to; numbered from 1.</summary>
internal sealed class TargetGroup(Guid strategyDocumentId, int number) : Entity
{
    public Guid StrategyDocumentId { get; private set; } = strategyDocumentId;
    public int Number { get; private set; } = number;
    public TargetGroupKind Kind { get; private set; }
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>What they need to know, what keeps them from it, and through which channels they are reached.</summary>
    public LocalizedText Needs { get; private set; } = LocalizedText.Empty;

    public void Describe(TargetGroupKind kind, LocalizedText name, LocalizedText needs) => (Kind, Name, Needs) = (kind, name, needs);
}

/// <summary>What the strategy wants people to hear, in few words; numbered from 1. Coverage is read for it.</summary>
internal sealed class KeyMessage(Guid strategyDocumentId, int number) : Entity
{
    public Guid StrategyDocumentId { get; private set; } = strategyDocumentId;
    public int Number { get; private set; } = number;
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;

    public void Say(LocalizedText text) => Text = text;
}

/// <summary>A general objective ("1") or a specific one under it ("1.2"), with the problems it answers.</summary>
internal sealed class Objective(Guid strategyDocumentId, string number, Guid? parentId) : Entity
{
    public Guid StrategyDocumentId { get; private set; } = strategyDocumentId;
    public string Number { get; private set; } = number;
    public Guid? ParentId { get; private set; } = parentId;
    public LocalizedText Statement { get; private set; } = LocalizedText.Empty;

    /// <summary>Numbers of the priority problems, as "1,3".</summary>
    public string ProblemNumbers { get; private set; } = "";

    public IReadOnlyList<int> Problems => ProblemNumbers.Length == 0 ? [] : [.. ProblemNumbers.Split(',').Select(int.Parse)];

    /// <summary>1.2 before 1.10: each part of the number padded.</summary>
    public string SortKey => string.Join('.', Number.Split('.').Select(p => p.PadLeft(6, '0')));

    public void Describe(LocalizedText statement, IReadOnlyList<int> problems) => (Statement, ProblemNumbers) = (statement, string.Join(',', problems.Distinct().Order()));
}
