// What the press wrote: link, metadata and a short quote; never the article itself (copyright).
namespace CommunicationStrategy.Media.Domain;

/// <summary>What it came from: something of ours, or nothing.</summary>
public enum CoverageOrigin { Unprompted, Release, Event, Enquiry }

/// <summary>What an item does that the ethics of reporting on trafficking forbid.</summary>
public enum EthicsFlag { IdentifiableVictim, Minor, SensationalImage, VictimBlaming, WrongTerm }

/// <summary>What became of asking the outlet to put something right.</summary>
public enum CorrectionState { None, Asked, Made, Refused }

public enum CoverageKind { News, Interview, Report, Opinion, TalkShow, Social }

/// <summary>What a coder reads out of an item.</summary>
public interface ICoverageCoding
{
    /// <summary>What it came from.</summary>
    CoverageOrigin Origin { get; }

    /// <summary>The key messages it carries.</summary>
    IReadOnlyList<Guid> Messages { get; }
    IReadOnlyList<EthicsFlag> Ethics { get; }

    /// <summary>It names the office or a partner of the strategy, and not the topic alone; null: not coded.</summary>
    bool? NamesUs { get; }
    CorrectionState Correction { get; }
}

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
    public CoverageOrigin Origin { get; private set; }

    /// <summary>Ids of the key messages it carries, as "id,id".</summary>
    public string MessageIds { get; private set; } = "";

    /// <summary>Names of <see cref="EthicsFlag"/>, as "Minor,WrongTerm".</summary>
    public string EthicsFlags { get; private set; } = "";

    /// <summary>It names the office or a partner of the strategy, and not the topic alone: one of ours in the share of voice. Null: not coded.</summary>
    public bool? NamesUs { get; private set; }
    public CorrectionState Correction { get; private set; }
    public IReadOnlyList<Guid> Messages => MessageIds.Length == 0 ? [] : [.. MessageIds.Split(',').Select(Guid.Parse)];
    public IReadOnlyList<EthicsFlag> Ethics => EthicsFlags.Length == 0 ? [] : [.. EthicsFlags.Split(',').Select(Enum.Parse<EthicsFlag>)];
    public bool Archived { get; private set; }
    public string SearchText { get; private set; } = "";

    public void Describe(string outlet, string title, string url, DateOnly publishedOn, string language, CoverageKind kind, int tone, Guid? activityId, string? quote)
    {
        (Outlet, Title, Url, PublishedOn, Language, Kind, Tone, ActivityId) = (outlet.Trim(), title.Trim(), url.Trim(), publishedOn, language, kind, tone, activityId);
        Quote = Words.Blank(quote);
        SearchText = BuildingBlocks.SearchText.Fold(Outlet, Title, Quote);
    }

    /// <summary>What a coder reads out of it.</summary>
    public void Code(ICoverageCoding coding)
    {
        (Origin, NamesUs, Correction) = (coding.Origin, coding.NamesUs, coding.Correction);
        (MessageIds, EthicsFlags) = (string.Join(',', coding.Messages.Distinct().Order()), string.Join(',', coding.Ethics.Distinct().Order()));
    }

    public Result Archive(bool archived)
    {
        if (Archived == archived) return Words.AlreadySo;
        Archived = archived;
        return Result.Success;
    }
}
