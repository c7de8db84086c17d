// What an evaluation found, and what it recommends: recommendations outlive their quarter and are followed until they are verified.
namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>
/// The first four are said of a quarter. The others are the chapters of a year's report: the four Ps of the fight against trafficking
/// (UN Palermo Protocol), changes of the law, and what comes first in the next year.
/// </summary>
public enum FindingKind { Finding, Obstacle, Risk, Lesson, Prevention, Protection, Punishment, Partnership, LegalChange, Priority }

public static class FindingKinds
{
    public static readonly IReadOnlyList<FindingKind> OfQuarter = [FindingKind.Finding, FindingKind.Obstacle, FindingKind.Risk, FindingKind.Lesson];
    public static readonly IReadOnlyList<FindingKind> OfYear =
        [FindingKind.Prevention, FindingKind.Protection, FindingKind.Punishment, FindingKind.Partnership, FindingKind.LegalChange, FindingKind.Priority];

    public static IReadOnlyList<FindingKind> Of(string period) => EvaluatedYear.Parse(period) is null ? OfQuarter : OfYear;
}

internal sealed class Finding : Root
{
    public const int TextLength = 4000;

    private Finding()
    {
    }

    public Finding(Guid planId, string period) => (PlanId, Period) = (planId, period);

    public Guid PlanId { get; private set; }
    public string Period { get; private set; } = "";
    public FindingKind Kind { get; private set; }
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;

    /// <summary>The number of the objective, activity or indicator it is about.</summary>
    public string? About { get; private set; }
    public string? Evidence { get; private set; }

    public Result Say(FindingKind kind, LocalizedText text, string? about, string? evidence)
    {
        if (!FindingKinds.Of(Period).Contains(kind)) return Failure.Invalid(nameof(Kind), "monitoring.finding-kind", "This kind belongs to another period: chapters to a year, findings to a quarter.");
        (Kind, Text, About, Evidence) = (kind, text, Blank(about), Blank(evidence));
        return Result.Success;
    }

    internal static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public enum RecommendationState { Proposed, Accepted, Rejected, InProgress, Done, Verified }

internal sealed class Recommendation : Root
{
    public const int TextLength = 4000;
    public const int NoteLength = 2000;

    private Recommendation()
    {
    }

    public Recommendation(Guid planId, int number, string period) => (PlanId, Number, Period) = (planId, number, period);

    public Guid PlanId { get; private set; }

    /// <summary>Counts through the plan.</summary>
    public int Number { get; private set; }

    /// <summary>The quarter whose evaluation made it.</summary>
    public string Period { get; private set; } = "";
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;
    public Guid? OwnerId { get; private set; }
    public DateOnly DueOn { get; private set; }
    public RecommendationState State { get; private set; }

    /// <summary>What was said at the last step: why rejected, what was done, how it was verified.</summary>
    public string? Note { get; private set; }
    public string? Evidence { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Who said that it is done; another person verifies it.</summary>
    public Guid? DoneById { get; private set; }

    public bool IsOpen => State is RecommendationState.Proposed or RecommendationState.Accepted or RecommendationState.InProgress;

    /// <summary>Its words stand once it is accepted.</summary>
    public Result Say(LocalizedText text, Guid? ownerId, DateOnly dueOn)
    {
        if (State != RecommendationState.Proposed && !text.Equals(Text)) return Failure.Rule("monitoring.recommendation-decided", "The words of a recommendation that was decided on do not change any more.");
        if (!IsOpen) return Failure.Rule("monitoring.recommendation-ended", "This recommendation has ended.");
        (Text, OwnerId, DueOn) = (text, ownerId, dueOn);
        return Result.Success;
    }

    /// <summary>Proposed -> Accepted | Rejected; Accepted -> InProgress | Done; InProgress -> Done; Done -> Verified, or back to InProgress.</summary>
    public Result Move(RecommendationState to, string? note, string? evidence, DateOnly on, Caller by)
    {
        if (!Next(State).Contains(to)) return Failure.Rule("monitoring.recommendation-step", $"From {State} a recommendation does not go to {to}.", State.ToString(), to.ToString());
        if (Finding.Blank(note) is null && (to is RecommendationState.Rejected or RecommendationState.Done || (State == RecommendationState.Done && to == RecommendationState.InProgress)))
        {
            return Failure.Invalid("Note", "monitoring.reason-required", "Say why, or what was done.");
        }

        if (to == RecommendationState.Verified && by.Id is not null && by.Id == DoneById) return Failure.Rule("monitoring.verify-own", "Whoever said that it is done does not verify it.");
        (State, Note, Evidence) = (to, Finding.Blank(note) ?? Note, Finding.Blank(evidence) ?? Evidence);
        if (to == RecommendationState.Done) (DoneOn, DoneById) = (on, by.Id);
        if (to == RecommendationState.InProgress) (DoneOn, DoneById) = (null, null);
        return Result.Success;
    }

    public static IReadOnlyList<RecommendationState> Next(RecommendationState state) => state switch
    {
        RecommendationState.Proposed => [RecommendationState.Accepted, RecommendationState.Rejected],
        RecommendationState.Accepted => [RecommendationState.InProgress, RecommendationState.Done],
        RecommendationState.InProgress => [RecommendationState.Done],
        RecommendationState.Done => [RecommendationState.Verified, RecommendationState.InProgress],
        _ => [],
    };
}
