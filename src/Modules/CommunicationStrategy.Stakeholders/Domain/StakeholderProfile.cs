// How the office stands with an institution: its power and interest, how far it takes part, and how it has moved.
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.Stakeholders.Domain;

/// <summary>One for each institution that was rated. Every rating is kept with its day; a day has one.</summary>
internal sealed class StakeholderProfile : Root
{
    private readonly List<EngagementScore> scores = [];

    private StakeholderProfile()
    {
    }

    public StakeholderProfile(Guid institutionId) => InstitutionId = institutionId;

    public Guid InstitutionId { get; private set; }
    public string? Needs { get; private set; }
    public string? Channel { get; private set; }
    public string? Owner { get; private set; }
    public string? NextStep { get; private set; }
    public DateOnly? ReviewOn { get; private set; }
    public IReadOnlyList<EngagementScore> Scores => scores;

    public EngagementScore? Newest => scores.MaxBy(s => s.On);

    /// <summary>The score is added where it differs from the one before; that of the same day is changed.</summary>
    public void Describe(EngagementFacts facts, DateOnly today, string by)
    {
        (Needs, Channel, Owner, NextStep, ReviewOn) = (Blank(facts.Needs), Blank(facts.Channel), Blank(facts.Owner), Blank(facts.NextStep), facts.ReviewOn);
        if (Newest?.Rating == facts.Rating) return;
        if (scores.FirstOrDefault(s => s.On == today) is { } same) same.Rate(facts.Rating, by);
        else scores.Add(new EngagementScore(Id, today, facts.Rating, by));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Needs">What it has to hear from the office.</param>
/// <param name="Channel">How it likes to be spoken to, and how often.</param>
/// <param name="Owner">Who in the office looks after the relation.</param>
public sealed record EngagementFacts(EngagementRating Rating, string? Needs = null, string? Channel = null, string? Owner = null, string? NextStep = null, DateOnly? ReviewOn = null);

internal sealed class EngagementScore : Entity
{
    private EngagementScore()
    {
    }

    public EngagementScore(Guid profileId, DateOnly on, EngagementRating rating, string by)
    {
        (StakeholderProfileId, On) = (profileId, on);
        Rate(rating, by);
    }

    public Guid StakeholderProfileId { get; private set; }
    public DateOnly On { get; private set; }
    public int Power { get; private set; }
    public int Interest { get; private set; }
    public int Stance { get; private set; }
    public EngagementLevel Current { get; private set; }
    public EngagementLevel Desired { get; private set; }
    public string By { get; private set; } = "";
    public EngagementRating Rating => new(Power, Interest, Stance, Current, Desired);

    public void Rate(EngagementRating rating, string by) =>
        (Power, Interest, Stance, Current, Desired, By) = (rating.Power, rating.Interest, rating.Stance, rating.Current, rating.Desired, by);
}
