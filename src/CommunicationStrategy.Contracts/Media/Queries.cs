// What the Media module tells the others: coverage counts of a period.
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
public sealed record CoverageEntry(DateOnly On, string Outlet, string Title, string Url, string Language, string Kind, int Tone, Guid? ActivityId);
