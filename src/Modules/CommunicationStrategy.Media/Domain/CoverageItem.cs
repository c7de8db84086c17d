// What the press wrote: link, metadata and a short quote; never the article itself (copyright).
namespace CommunicationStrategy.Media.Domain;

public enum CoverageKind { News, Interview, Report, Opinion, TalkShow, Social }

/// <summary>One item of media coverage, with its tone from -2 (very negative) to +2 (very positive).</summary>
internal sealed class CoverageItem : Root
{
    private CoverageItem()
    {
    }

    public CoverageItem(string outlet, string title, string url, DateOnly publishedOn, string language, CoverageKind kind, int tone, Guid? activityId, string? quote) =>
        Describe(outlet, title, url, publishedOn, language, kind, tone, activityId, quote);

    public string Outlet { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Url { get; private set; } = "";
    public DateOnly PublishedOn { get; private set; }
    public string Language { get; private set; } = "ro";
    public CoverageKind Kind { get; private set; }
    public int Tone { get; private set; }

    /// <summary>The activity of an action plan that it speaks of.</summary>
    public Guid? ActivityId { get; private set; }
    public string? Quote { get; private set; }
    public bool Archived { get; private set; }
    public string SearchText { get; private set; } = "";

    public void Describe(string outlet, string title, string url, DateOnly publishedOn, string language, CoverageKind kind, int tone, Guid? activityId, string? quote)
    {
        (Outlet, Title, Url, PublishedOn, Language, Kind, Tone, ActivityId) = (outlet.Trim(), title.Trim(), url.Trim(), publishedOn, language, kind, tone, activityId);
        Quote = string.IsNullOrWhiteSpace(quote) ? null : quote.Trim();
        SearchText = BuildingBlocks.SearchText.Fold(Outlet, Title, Quote);
    }

    public Result Archive(bool archived)
    {
        if (Archived == archived) return Failure.Rule("media.already-so", "Somebody has done this already.");
        Archived = archived;
        return Result.Success;
    }
}
