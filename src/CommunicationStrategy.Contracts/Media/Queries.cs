// What the Media module tells the others: coverage of a period, and what the office itself did in it.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.Media;

/// <summary>Coverage published from one day to another, both included.</summary>
[AnyCaller]
public sealed record GetCoverageCounts(DateOnly From, DateOnly To) : IQuery<CoverageCounts>;

/// <summary>Counts of items by tone. Tone balance is (positive - negative) / all; there is no advertising value here on purpose.</summary>
public sealed record CoverageCounts(int Total, int Positive, int Neutral, int Negative, int TiedToActivities)
{
    /// <summary>The items themselves: link, metadata, never the article. Oldest first.</summary>
    public IReadOnlyList<CoverageEntry> Items { get; init; } = [];
}

/// <param name="Kind">"News", "Interview", "Report", "Opinion", "TalkShow" or "Social".</param>
/// <param name="Tone">From -2 (very negative) to +2 (very positive).</param>
public sealed record CoverageEntry(DateOnly On, string Outlet, string Title, string Url, string Language, string Kind, int Tone, Guid? ActivityId)
{
    /// <summary>"Unprompted", or what of ours it came from: "Release", "Event" or "Enquiry".</summary>
    public string Origin { get; init; } = "Unprompted";

    /// <summary>Ids of the key messages it carries.</summary>
    public IReadOnlyList<Guid> Messages { get; init; } = [];

    /// <summary>"IdentifiableVictim", "Minor", "SensationalImage", "VictimBlaming", "WrongTerm".</summary>
    public IReadOnlyList<string> Ethics { get; init; } = [];

    /// <summary>It names the office or a partner of the strategy, and not the topic alone; null: not coded.</summary>
    public bool? NamesUs { get; init; }

    /// <summary>"None", or what became of asking the outlet to put something right: "Asked", "Made" or "Refused".</summary>
    public string Correction { get; init; } = "None";
}

/// <summary>What the office itself did from one day to another, both included, by the office's clock.</summary>
[AnyCaller]
public sealed record GetPressWork(DateOnly From, DateOnly To) : IQuery<PressWork>;

/// <param name="Releases">Issued in that time, oldest first.</param>
/// <param name="Events">Held in that time and not cancelled, oldest first.</param>
/// <param name="Enquiries">Received in that time, oldest first.</param>
public sealed record PressWork(IReadOnlyList<ReleaseEntry> Releases, IReadOnlyList<EventEntry> Events, IReadOnlyList<EnquiryEntry> Enquiries)
{
    public static readonly PressWork None = new([], [], []);
}

/// <param name="Kind">"PressRelease", "MediaAdvisory" or "Statement".</param>
/// <param name="Title">In each language it was issued in.</param>
/// <param name="CorrectedOn">Null where it needed no correction.</param>
public sealed record ReleaseEntry(DateOnly On, string Number, string Kind, LocalizedText Title, bool Embargoed, string? Url, Guid? ActivityId, DateOnly? CorrectedOn);

/// <param name="Kind">"PressConference", "Briefing", "PressClub", "MediaVisit", "Training", "Campaign", "PublicEvent" or "Meeting".</param>
/// <param name="Satisfaction">Mean of what participants answered, in per cent.</param>
public sealed record EventEntry(DateOnly On, string Kind, LocalizedText Title, string? Place, Guid? ActivityId, int? Attendance, int? Journalists, decimal? Satisfaction)
{
    /// <summary>Journalists accredited beforehand.</summary>
    public int? Accredited { get; init; }
}

/// <param name="State">"Open", "Answered", "Refused", "Transferred" or "Withdrawn", as of the end of the last day asked for.</param>
/// <param name="ClosedAt">Null while it is open, or was on that day.</param>
public sealed record EnquiryEntry(DateTimeOffset ReceivedAt, DateTimeOffset DueAt, string Outlet, string State, DateTimeOffset? ClosedAt);
