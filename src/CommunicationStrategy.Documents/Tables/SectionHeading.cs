using System.Text.RegularExpressions;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>A row or line that names the objective of the rows below it: "Obiectivul specific 1.1: Prevenirea ...".</summary>
/// <param name="Number">"1.1" or "IV"; empty where none is written.</param>
/// <param name="Text">Without the number and the word before it.</param>
internal readonly partial record struct SectionHeading(string Number, string Text)
{
    /// <summary>Whether it begins with the word for an objective, a number before it allowed.</summary>
    public static bool NamesObjective(string text) => Match(Named(), text) is not null;

    public static SectionHeading Read(string text)
    {
        if ((Match(Named(), text) ?? Match(Numbered(), text))?.Groups is not { } parts) return new SectionHeading("", text);
        var number = parts["after"].Success ? parts["after"].Value : parts["before"].Value;
        var rest = parts["rest"].Value.Trim();
        return new SectionHeading(number, rest.Length == 0 ? text : rest);
    }

    /// <summary>Longer texts are no headings, and what takes too long to tell is none either.</summary>
    private static Match? Match(Regex pattern, string text)
    {
        try
        {
            return text.Length < 2_000 && pattern.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^\s*(?:(?<before>\d+(?:\.\d+)*|(?-i:[IVXLC]{1,6}))[.):]*\s+)?" +
        @"(?:obiectiv(?:ul|ele)?|objectives?|задача|цель|obiettiv[oi])(?:\s+(?:general|specific|strategic|specifico|generale)(?:ul|ă)?)?(?:\s*(?:nr\.?|no\.?|№))?" +
        @"(?![\p{L}])[\s.:–—-]*(?:(?<after>(?-i:[A-Z]{1,4}[.-]?)?\d+(?:\.\d+)*|(?-i:[IVXLC]{1,6}))(?:[.):–—-]+\s*|\s+|$))?[.:–—-]*\s*(?<rest>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*(?<before>(?:[A-Z]{1,4}[.-]?)?\d+(?:\.\d+)*)(?:[.):–—-]+\s*|\s+)(?<rest>\S.*)$", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbered();
}
