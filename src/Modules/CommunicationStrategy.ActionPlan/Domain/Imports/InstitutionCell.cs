// The institutions of one cell. Split on line breaks, ";" and numbered points; never on a comma inside a name.
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain.Imports;

/// <summary>A name as written, and the subordinate through which it acts ("MMPS prin ANOFM").</summary>
internal sealed record WrittenInstitution(string Name, string? ActsThrough);

internal static partial class InstitutionCell
{
    public static IReadOnlyList<WrittenInstitution> Split(string? cell) =>
        string.IsNullOrWhiteSpace(cell) ? [] : [.. Point().Replace(cell, "\n").Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One).Where(i => i.Name.Length > 0)];

    /// <summary>
    /// The parts of a name that may be a list ("AGID, Consip e PagoPA"). The caller takes them only where every part is
    /// a known institution: "Ministry of Health, Labour and Social Protection" stays whole.
    /// </summary>
    public static IReadOnlyList<string> Parts(string name) => [.. ListMark().Split(name).Select(p => p.Trim()).Where(p => p.Length > 0)];

    private static WrittenInstitution One(string text)
    {
        text = Footnote().Replace(text, "").Trim(' ', ',', '.', '-', '–', '•', '·');
        var through = Through().Split(text, 2);
        return through.Length == 2 && through[1].Length > 0 ? new(through[0].Trim(), through[1].Trim()) : new(text, null);
    }

    // "1) ", "2. " at the start of a line or after a blank, "a) " at the start of a line; not the number inside a name.
    [GeneratedRegex(@"(?:^|(?<=\s))\d{1,2}[.)]\s+|^\p{Ll}\)\s+", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Point();

    [GeneratedRegex(@"\s*,\s*|\s+(?:și|şi|and|e|и)\s+|\s+[-–]\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"\s+(?:prin|through|через|tramite)\s+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Through();

    [GeneratedRegex(@"\*+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Footnote();
}
