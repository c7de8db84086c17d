// The register of what was given to the press: number, title in each language it was issued in, embargo, correction. Not its text.
namespace CommunicationStrategy.Media.Domain;

public enum ReleaseKind { PressRelease, MediaAdvisory, Statement }

/// <summary>A release as it was issued. Its languages are those in which it has a title.</summary>
internal sealed class PressRelease : Root
{
    private PressRelease()
    {
    }

    public PressRelease(ReleaseFacts facts) => Describe(facts);

    /// <summary>The number of the office's register, such as "12/2026".</summary>
    public string Number { get; private set; } = "";
    public ReleaseKind Kind { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public DateOnly IssuedOn { get; private set; }

    /// <summary>Until when it was not to be published; null: for immediate release.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }
    public string? Url { get; private set; }
    public Guid? ActivityId { get; private set; }
    public DateOnly? CorrectedOn { get; private set; }

    /// <summary>What was corrected.</summary>
    public string? Correction { get; private set; }
    public bool Archived { get; private set; }
    public string SearchText { get; private set; } = "";

    public void Describe(ReleaseFacts facts)
    {
        (Number, Kind, Title, IssuedOn, EmbargoUntil) = (facts.Number.Trim(), facts.Kind, facts.Title, facts.IssuedOn, facts.EmbargoUntil);
        (Url, ActivityId, CorrectedOn, Correction) = (Words.Blank(facts.Url), facts.ActivityId, facts.CorrectedOn, Words.Blank(facts.Correction));
        SearchText = BuildingBlocks.SearchText.Fold([Number, .. Title.All.Values]);
    }

    public Result Archive(bool archived)
    {
        if (Archived == archived) return Words.AlreadySo;
        Archived = archived;
        return Result.Success;
    }
}

/// <param name="Number">Of the office's register; no two releases have the same.</param>
/// <param name="Title">In each language it was issued in; Romanian always.</param>
/// <param name="EmbargoUntil">An instant; null: for immediate release.</param>
/// <param name="CorrectedOn">When a correction was issued, with <paramref name="Correction"/> saying what.</param>
public sealed record ReleaseFacts(
    string Number, ReleaseKind Kind, LocalizedText Title, DateOnly IssuedOn, DateTimeOffset? EmbargoUntil = null, string? Url = null, Guid? ActivityId = null, DateOnly? CorrectedOn = null, string? Correction = null);

/// <summary>What the module's registers share.</summary>
internal static class Words
{
    public static Failure AlreadySo => Failure.Rule("media.already-so", "Somebody has done this already.");

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
