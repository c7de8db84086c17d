// What an evaluation froze of an indicator: its passport as it then was, its figure, and what follows from it.
namespace CommunicationStrategy.Monitoring.Domain;

/// <param name="Definition">The number of the definition it was read by.</param>
/// <param name="Actual">The figure as its aggregation makes it for the target's period.</param>
/// <param name="ActualOf">The quarter it is of; an earlier one where it was carried forward.</param>
/// <param name="Previous">Its raw achievement in the approved evaluation of the quarter before.</param>
/// <param name="Achieved">1 is the target. Null: see <paramref name="Why"/>.</param>
public sealed record FrozenIndicator(
    string Code, int Definition, string Objective, NamedInstitution? Owner, IndicatorPassport Passport, decimal? Target, string? TargetPeriod,
    decimal? Actual, string? ActualText, string? ActualOf, decimal? Achieved, NotComputable? Why, decimal? Previous, IReadOnlyList<FrozenPart> Parts,
    string? Source, string? Evidence, string? Note, string? By, DateOnly? On)
{
    /// <summary>The quarter's own figure, before it was made into that of the target's period.</summary>
    public decimal? OwnFigure { get; init; }

    /// <summary>The quarters' own figures by this definition, oldest first, this quarter's among them; null where there are not two to compare.</summary>
    public IReadOnlyList<FrozenFigure>? Series { get; init; }

    /// <summary>The name of the target group whose number the passport has.</summary>
    public LocalizedText? TargetGroup { get; init; }

    /// <summary>Between 0 and 1: what the objective's score uses.</summary>
    public decimal? Clamped => Achieved is { } raw ? Math.Clamp(raw, 0, 1) : null;
}
