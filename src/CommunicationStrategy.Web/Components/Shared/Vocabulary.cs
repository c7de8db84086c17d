// The small words of the page set: a step of the way up, the tone of a badge, a row of a conflict, a tab.
namespace CommunicationStrategy.Web.Components.Shared;

/// <summary>One page above the present one.</summary>
public sealed record Crumb(string Text, string Href);

/// <summary>What a badge or message says by colour; its icon and text say the same.</summary>
public enum Tone { Neutral, Info, Good, Warning, Bad }

/// <summary>One field that two people changed: as it is stored now, and as it was typed.</summary>
public sealed record ConflictRow(string Label, string? Theirs, string? Yours)
{
    public bool Differs => !string.Equals(Theirs?.Trim() ?? "", Yours?.Trim() ?? "", StringComparison.Ordinal);
}

/// <summary>One view of a page; each has its own address.</summary>
public sealed record Tab(string Text, string Href, bool Current = false, int? Count = null);
