// An indicator of a plan: where it belongs, and its definitions from one quarter to another. Changing what it measures makes a new definition.
namespace CommunicationStrategy.Monitoring.Domain;

internal sealed class Indicator : Root
{
    public const int CodeLength = 40;
    public const int ObjectiveLength = 60;
    public const int ReasonLength = 2000;

    private readonly List<IndicatorDefinition> definitions = [];

    private Indicator()
    {
    }

    public Indicator(Guid planId, string code, string objective, Guid? ownerId, IndicatorPassport passport)
    {
        PlanId = planId;
        Place(code, objective, ownerId);
        Begin(passport, "", null);
    }

    public Guid PlanId { get; private set; }

    /// <summary>A label, unique in the plan.</summary>
    public string Code { get; private set; } = "";
    public string SortKey { get; private set; } = "";

    /// <summary>The number of the objective whose achievement it shows.</summary>
    public string Objective { get; private set; } = "";
    public string ObjectiveKey { get; private set; } = "";

    /// <summary>The institution that has the figure and is asked for it.</summary>
    public Guid? OwnerId { get; private set; }
    public bool Archived { get; private set; }

    // Of the newest definition, for lists.
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public IndicatorLevel Level { get; private set; }
    public string SearchText { get; private set; } = "";

    public IReadOnlyList<IndicatorDefinition> Definitions => definitions;

    public IndicatorDefinition Newest => definitions.MaxBy(d => d.Number)!;

    /// <summary>The definition by which a quarter is read.</summary>
    public IndicatorDefinition At(Quarter quarter) =>
        definitions.Where(d => string.CompareOrdinal(d.FromPeriod, quarter.ToString()) <= 0).MaxBy(d => d.Number) ?? definitions.MinBy(d => d.Number)!;

    public void Place(string code, string objective, Guid? ownerId)
    {
        (Code, Objective, OwnerId) = (code.Trim(), objective.Trim(), ownerId);
        (SortKey, ObjectiveKey) = (NumberOrder.KeyOf(Code), NumberOrder.KeyOf(Objective));
        SearchText = BuildingBlocks.SearchText.Fold([Code, Objective, .. Name.All.Values]);
    }

    /// <summary>
    /// Says anew what it measures, from a quarter on. A definition that begins with the same quarter is replaced: nothing was read by it yet.
    /// </summary>
    /// <param name="lastFrozen">The newest quarter of the plan whose evaluation is approved; what it was read by stays.</param>
    public Result Redefine(IndicatorPassport passport, Quarter from, string reason, Quarter? lastFrozen)
    {
        if (lastFrozen is { } frozen && from.Start <= frozen.Start)
        {
            return Failure.Rule("monitoring.definition-frozen", $"{frozen} is approved: a new definition begins after it.", frozen.ToString());
        }

        var newest = Newest;
        if (string.CompareOrdinal(from.ToString(), newest.FromPeriod) < 0)
        {
            return Failure.Rule("monitoring.definition-order", $"The present definition holds from {newest.FromPeriod}: a new one cannot begin before it.", newest.FromPeriod);
        }

        if (newest.FromPeriod == from.ToString()) newest.Replace(passport, reason);
        else Begin(passport, from.ToString(), reason);
        Describe(passport);
        return Result.Success;
    }

    /// <summary>Corrects the words of the present definition while no approved quarter was read by it.</summary>
    public Result Correct(IndicatorPassport passport, Quarter? lastFrozen)
    {
        if (lastFrozen is { } frozen && string.CompareOrdinal(Newest.FromPeriod, frozen.ToString()) <= 0)
        {
            return Failure.Rule("monitoring.definition-frozen", $"{frozen} is approved: a new definition begins after it.", frozen.ToString());
        }

        Newest.Replace(passport, Newest.Reason);
        Describe(passport);
        return Result.Success;
    }

    public Result Archive(bool archived)
    {
        if (Archived == archived) return Failure.Rule("monitoring.already-so", "Somebody has done this already.");
        Archived = archived;
        return Result.Success;
    }

    private void Begin(IndicatorPassport passport, string fromPeriod, string? reason)
    {
        definitions.Add(new IndicatorDefinition(Id, definitions.Count + 1, fromPeriod, reason, passport));
        Describe(passport);
    }

    private void Describe(IndicatorPassport passport)
    {
        (Name, Level) = (passport.Name, passport.Level);
        SearchText = BuildingBlocks.SearchText.Fold([Code, Objective, .. Name.All.Values]);
    }
}

/// <summary>What an indicator measures from one quarter on, until the next definition begins.</summary>
internal sealed class IndicatorDefinition : Entity
{
    private IndicatorDefinition()
    {
    }

    internal IndicatorDefinition(Guid indicatorId, int number, string fromPeriod, string? reason, IndicatorPassport passport) =>
        (IndicatorId, Number, FromPeriod, Reason, Content) = (indicatorId, number, fromPeriod, reason, passport.ToJson());

    public Guid IndicatorId { get; private set; }
    public int Number { get; private set; }

    /// <summary>The first quarter that is read by it; "" for the first definition.</summary>
    public string FromPeriod { get; private set; } = "";
    public string? Reason { get; private set; }

    /// <summary>An <see cref="IndicatorPassport"/> as JSON.</summary>
    public string Content { get; private set; } = "";

    public IndicatorPassport Passport() => IndicatorPassport.FromJson(Content);

    internal void Replace(IndicatorPassport passport, string? reason) => (Content, Reason) = (passport.ToJson(), reason);
}
