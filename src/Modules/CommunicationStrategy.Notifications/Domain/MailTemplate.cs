// The office's own words for its mails, per kind and language. Variables are filled in, nothing is computed: there is no code in a template.
using System.Text.RegularExpressions;

namespace CommunicationStrategy.Notifications.Domain;

/// <summary>
/// <see cref="Digest"/>: to the focal point. <see cref="Deputy"/> and <see cref="Head"/>: to those of the institution who are told when it is late.
/// <see cref="Week"/> and <see cref="Escalated"/>: to the office.
/// </summary>
public enum TemplateKind { Digest, Deputy, Head, Week, Escalated }

/// <param name="Closing">A paragraph after the list of duties; by the standard there is none.</param>
public sealed record TemplateWords(string? Subject, string? Greeting, string? Intro, string? Closing);

internal sealed partial class MailTemplate(TemplateKind kind, string language) : Root
{
    public const int LineLength = 200;
    public const int TextLength = 2000;
    private const int MatchMilliseconds = 1_000;

    public TemplateKind Kind { get; private set; } = kind;
    public string Language { get; private set; } = language;

    /// <summary>Each null: the standard's.</summary>
    public string? Subject { get; private set; }
    public string? Greeting { get; private set; }
    public string? Intro { get; private set; }
    public string? Closing { get; private set; }
    public TemplateWords Words => new(Subject, Greeting, Intro, Closing);

    /// <summary>What may stand between braces in a template of this kind.</summary>
    public static IReadOnlyList<string> Variables(TemplateKind kind) =>
        kind is TemplateKind.Week or TemplateKind.Escalated ? ["recipient", "office", "date"] : ["recipient", "institution", "office", "date", "counts"];

    public void Write(TemplateWords words) => (Subject, Greeting, Intro, Closing) = (words.Subject, words.Greeting, words.Intro, words.Closing);

    /// <summary>What stands between braces and is no variable of this kind, or a brace without its other; null: nothing, it can be used.</summary>
    public static string? Trouble(TemplateKind kind, string? text)
    {
        if (text is null) return null;
        var known = Variables(kind);
        foreach (Match found in Braced().Matches(text))
        {
            if (!known.Contains(found.Groups["name"].Value, StringComparer.Ordinal)) return found.Value;
        }

        var rest = Braced().Replace(text, "");
        return rest.IndexOfAny(['{', '}']) is >= 0 and var at ? rest[at].ToString() : null;
    }

    /// <summary>The text with its variables filled in; null, so that the standard holds, where there is none or it cannot be used.</summary>
    public static string? Fill(TemplateKind kind, string? text, IReadOnlyDictionary<string, string> values) =>
        string.IsNullOrWhiteSpace(text) || Trouble(kind, text) is not null ? null : Braced().Replace(text, m => values.GetValueOrDefault(m.Groups["name"].Value) ?? "").Trim() is { Length: > 0 } filled ? filled : null;

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Braced();
}
