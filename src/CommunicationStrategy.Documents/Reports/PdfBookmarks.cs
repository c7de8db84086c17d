// Bookmarks that read as the headings do.
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>
/// Chromium reads a bookmark's title from the painted lines: the space where a heading wraps is lost, and a heading whose ink
/// touches the page before is read twice. The headings are known, so the titles are written anew from them.
/// </summary>
internal static partial class PdfBookmarks
{
    public static void Name(PdfFile file, string html)
    {
        if (file.Reference(file.Root, "/Outlines") is not { } root) return;
        var headings = Headings().Matches(html).Select(m => WebUtility.HtmlDecode(Marks().Replace(m.Groups["text"].Value, ""))).ToList();
        var items = Below(file, root).ToList();
        if (items.Count != headings.Count) return;
        foreach (var (item, heading) in items.Zip(headings)) file.Set(item, Titled(file.Text(item), heading));
    }

    /// <summary>Every bookmark in the order of the pages.</summary>
    private static IEnumerable<int> Below(PdfFile file, int item)
    {
        for (var child = file.Reference(item, "/First"); child is { } number; child = file.Reference(number, "/Next"))
        {
            yield return number;
            foreach (var lower in Below(file, number)) yield return lower;
        }
    }

    /// <summary>The title as UTF-16 in hexadecimal, which holds every letter.</summary>
    private static string Titled(string bookmark, string title)
    {
        const string Key = "<</Title ";
        if (!bookmark.StartsWith(Key, StringComparison.Ordinal)) return bookmark;
        var old = PdfText.Token(Encoding.Latin1.GetBytes(bookmark).AsSpan(Key.Length));
        return string.Create(CultureInfo.InvariantCulture, $"{Key}<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title.Trim()))}>{bookmark[(Key.Length + old.Length)..]}");
    }

    [GeneratedRegex("<h[1-3][^>]*>(?<text>.*?)</h[1-3]>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Headings();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Marks();
}
