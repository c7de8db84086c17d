// A timeline as data: bars over days in groups, what is due in between, and what waits for what.
namespace CommunicationStrategy.Documents.Charts;

/// <param name="Description">The text alternative; the table beside it has every date.</param>
/// <param name="From">First day shown.</param>
/// <param name="To">Last day shown.</param>
/// <param name="Today">Marked with a line where it lies in between.</param>
public sealed record Timeline(string Title, string Description, DateOnly From, DateOnly To, DateOnly Today, string TodayWord, string Language, IReadOnlyList<TimelineGroup> Groups);

public sealed record TimelineGroup(string Title, IReadOnlyList<TimelineBar> Bars);

/// <summary>One bar. Without a due day it has none, and only its name stands there.</summary>
/// <param name="Key">By which others say that they come after it.</param>
/// <param name="Words">All that the bar shows, for a pointer or a screen reader.</param>
/// <param name="Tone">good, late, warn, bad, muted, info or accent.</param>
public sealed record TimelineBar(string Key, string Name, string Words, DateOnly Start, DateOnly? Due, string Tone, string? Link)
{
    /// <summary>The due day before it was extended.</summary>
    public DateOnly? Original { get; init; }

    /// <summary>Due days in between.</summary>
    public IReadOnlyList<DateOnly> Marks { get; init; } = [];

    /// <summary>Keys of the bars that have to end before it.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Its date does not fit those of the bars before it.</summary>
    public bool Warns { get; init; }
}
