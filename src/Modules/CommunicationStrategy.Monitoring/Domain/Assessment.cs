// What evaluators decided, one entry after the other: nothing is overwritten, the newest entry on a subject holds.
namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>Activity: the quarter's verdict. Objective: its level in words. Criterion: one of the six criteria of a mid-term or final evaluation.</summary>
public enum AssessmentKind { Activity, Objective, Criterion }

/// <summary>The six criteria of the OECD Development Assistance Committee (2019).</summary>
public enum DacCriterion { Relevance, Coherence, Effectiveness, Efficiency, Impact, Sustainability }

internal sealed class Assessment : Entity
{
    public const int SubjectLength = 60;
    public const int NoteLength = 4000;
    public const int EvidenceLength = 1000;
    public const int BestRating = 4;

    private Assessment()
    {
    }

    public Assessment(Guid planId, string period, AssessmentKind kind, string subject, string mark, string? suggested, string? note, string? evidence, Caller by, DateTimeOffset at)
    {
        (PlanId, Period, Kind, Subject, Mark, Suggested) = (planId, period, kind, subject, mark, suggested);
        (Note, Evidence, By, ById, At) = (Blank(note), Blank(evidence), by.Name, by.Id, at);
    }

    public Guid PlanId { get; private set; }
    public string Period { get; private set; } = "";
    public AssessmentKind Kind { get; private set; }

    /// <summary>An activity's id ("N" format), an objective's number, or a criterion.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>A <see cref="Verdict"/>, an <see cref="ObjectiveLevel"/>, or a rating from 1 to 4.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>What the reports suggested at that moment.</summary>
    public string? Suggested { get; private set; }
    public string? Note { get; private set; }

    /// <summary>Link or registry number.</summary>
    public string? Evidence { get; private set; }
    public string By { get; private set; } = "";
    public Guid? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    public static string SubjectOf(Guid activityId) => activityId.ToString("N");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
