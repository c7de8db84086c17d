// The register of events: press conferences, briefings, clubs, visits, trainings, campaigns, with who came.
namespace CommunicationStrategy.Media.Domain;

public enum MediaEventKind { PressConference, Briefing, PressClub, MediaVisit, Training, Campaign, PublicEvent, Meeting }

/// <summary>An event of the office. One in the future is planned; one that is over was held, unless it was cancelled.</summary>
internal sealed class MediaEvent : Root
{
    private MediaEvent()
    {
    }

    public MediaEvent(EventFacts facts) => Describe(facts);

    public MediaEventKind Kind { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public DateOnly HeldOn { get; private set; }
    public string? Place { get; private set; }
    public Guid? ActivityId { get; private set; }
    public int? Attendance { get; private set; }
    public int? Journalists { get; private set; }
    public decimal? Satisfaction { get; private set; }
    public int? Accredited { get; private set; }
    public bool Cancelled { get; private set; }
    public bool Archived { get; private set; }
    public string SearchText { get; private set; } = "";

    public void Describe(EventFacts facts)
    {
        (Kind, Title, HeldOn, Place, ActivityId) = (facts.Kind, facts.Title, facts.HeldOn, Words.Blank(facts.Place), facts.ActivityId);
        (Attendance, Journalists, Accredited, Satisfaction, Cancelled) = (facts.Attendance, facts.Journalists, facts.Accredited, facts.Satisfaction, facts.Cancelled);
        SearchText = BuildingBlocks.SearchText.Fold([Place, .. Title.All.Values]);
    }

    public Result Archive(bool archived)
    {
        if (Archived == archived) return Words.AlreadySo;
        Archived = archived;
        return Result.Success;
    }
}

/// <param name="Attendance">People who came, journalists among them; null while nobody has counted.</param>
/// <param name="Accredited">Journalists accredited beforehand, whether they came or not.</param>
/// <param name="Satisfaction">Mean of what participants answered, in per cent from 0 to 100.</param>
public sealed record EventFacts(
    MediaEventKind Kind, LocalizedText Title, DateOnly HeldOn, string? Place = null, Guid? ActivityId = null, int? Attendance = null, int? Journalists = null, decimal? Satisfaction = null, bool Cancelled = false,
    int? Accredited = null);
