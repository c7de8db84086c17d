// Two PDFs that Chromium printed from one report, made into one with one reading order, one list of bookmarks and links across.
using System.Globalization;
using System.Runtime.CompilerServices;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>
/// Joins tagged PDFs (ISO 32000-1, 14.7 and 14.8). Printing is most of a long report's time and one Chromium uses one
/// processor for it, so the annexes are printed beside the body; no free library for .NET joins the tags as well as the pages.
/// </summary>
internal static class PdfJoin
{
    // Names of tagged elements must differ between the parts, and the names of the second come after those of the first.
    private static ReadOnlySpan<byte> Name => "(node"u8;

    private static ReadOnlySpan<byte> NameInSecond => "(part"u8;

    /// <summary>Puts the second behind the first; false, with nothing changed, where either is not what Chromium is known to write.</summary>
    /// <param name="first">Its links lead to the targets as well.</param>
    /// <param name="second">Its headings of the highest rank are the targets, in their order.</param>
    /// <param name="targets">The names by which the first links to them.</param>
    public static bool Join(PdfFile first, PdfFile second, IReadOnlyList<string> targets)
    {
        if (Parts.Of(first) is not { Top: { } top, TopLast: { } last } to || Parts.Of(second) is not { } from) return false;
        var offset = first.Size - 1;
        // What hung on the root of the second hangs on an element, and a bookmark, of the first.
        var moved = new Dictionary<int, int> { [from.Tags] = to.Document, [from.Bookmarks] = top };
        for (var number = 1; number < second.Size; number++)
        {
            first.Add(second[number] is { } content ? Moved(content.Span, n => moved.GetValueOrDefault(n, n + offset), to.NextKey) : null);
        }

        from = from.Behind(offset);
        Pages(first, to, from);
        Tags(first, to, from);
        Links(first, to, from, targets);
        if (from.Top is { } added) Bookmarks(first, to, (top, last), from, added);
        foreach (var number in new[] { second.Root + offset, second.Info + offset, from.Tags, from.ParentTree, from.Bookmarks }) first.Remove(number);
        return true;
    }

    private static void Pages(PdfFile file, Parts to, Parts from)
    {
        file.Set(to.Pages, Appended(Counted(file.Text(to.Pages), Count(file, from.Pages)), "/Kids [", Number(from.Pages) + " 0 R"));
        file.Set(from.Pages, With(file.Text(from.Pages), "/Parent", to.Pages));
    }

    /// <summary>Where a link of the first leads into the second: Chromium names no place that nothing in the same file links to.</summary>
    private static void Links(PdfFile file, Parts to, Parts from, IReadOnlyList<string> names)
    {
        if (to.Targets is not { } list) return;
        var known = Entries(file.Text(list));
        var bookmark = from.Top;
        foreach (var name in names)
        {
            if (bookmark is not { } heading) break;
            known["/" + name] = "[" + Within(file.Text(heading), "/Dest [") + "]";
            bookmark = file.Reference(heading, "/Next");
        }

        file.Set(list, $"<<{string.Join('\n', known.Select(e => $"{e.Key} {e.Value}"))}>>\n");
    }

    private static void Tags(PdfFile file, Parts to, Parts from)
    {
        file.Set(to.Tags, file.Text(to.Tags).Replace($"/ParentTreeNextKey {Number(to.NextKey)}", $"/ParentTreeNextKey {Number(to.NextKey + from.NextKey)}", StringComparison.Ordinal));
        file.Set(to.Document, Appended(Listed(file.Text(to.Document), "/K"), "/K [", Number(from.Document) + " 0 R"));
        file.Set(from.Document, file.Text(from.Document).Replace("/S /Document", "/S /Part", StringComparison.Ordinal));
        if (to.Ids is { } ids && from.Ids is { } more) file.Set(ids, Appended(file.Text(ids), "/Kids [", Within(file.Text(more), "/Kids [")));
        else if (from.Ids is { } theirs) file.Set(to.Tags, With(file.Text(to.Tags), "/IDTree", theirs));
        // The tree is a list of pairs: the key of a page or a link, and what is tagged on it.
        var pairs = Pairs(file.Text(from.ParentTree)).Select(p => $"{Number(int.Parse(p[0], CultureInfo.InvariantCulture) + to.NextKey)} {p[1]} 0 R");
        file.Set(to.ParentTree, Appended(file.Text(to.ParentTree), "/Nums [", string.Join(' ', pairs)));
    }

    private static IEnumerable<string[]> Pairs(string tree) => Within(tree, "/Nums [").Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(4);

    /// <summary>The bookmarks of the annexes go on under the report's title.</summary>
    private static void Bookmarks(PdfFile file, Parts to, (int Title, int Last) own, Parts from, int added)
    {
        var count = Count(file, from.Bookmarks);
        file.Set(own.Last, With(file.Text(own.Last), "/Next", added));
        file.Set(added, With(file.Text(added), "/Prev", own.Last));
        file.Set(own.Title, Counted(With(file.Text(own.Title), "/Last", file.Reference(from.Bookmarks, "/Last") ?? added), count));
        file.Set(to.Bookmarks, Counted(file.Text(to.Bookmarks), count));
    }

    private static int Count(PdfFile file, int number) => PdfFile.Number(file.Text(number), "/Count ") ?? 0;

    private static string Counted(string dictionary, int more)
    {
        var count = PdfFile.Number(dictionary, "/Count ") ?? 0;
        return dictionary.Replace($"/Count {Number(count)}", $"/Count {Number(count + more)}", StringComparison.Ordinal);
    }

    /// <summary>The dictionary with a key that points to the object.</summary>
    private static string With(string dictionary, string key, int number) => PdfFile.Reference(dictionary, key) is { } old
        ? dictionary.Replace($"{key} {Number(old)} 0 R", $"{key} {Number(number)} 0 R", StringComparison.Ordinal)
        : dictionary.Insert(2, $"{key} {Number(number)} 0 R\n");

    /// <summary>The dictionary in which the key has a list: a list of one is written without its brackets.</summary>
    private static string Listed(string dictionary, string key) => PdfFile.Reference(dictionary, key) is { } only
        ? dictionary.Replace($"{key} {Number(only)} 0 R", $"{key} [{Number(only)} 0 R]", StringComparison.Ordinal)
        : dictionary;

    private static string Appended(string dictionary, string list, string more)
    {
        var start = dictionary.IndexOf(list, StringComparison.Ordinal);
        var end = dictionary.IndexOf(']', start);
        return dictionary.Insert(end, " " + more);
    }

    private static string Within(string dictionary, string list)
    {
        var start = dictionary.IndexOf(list, StringComparison.Ordinal);
        return start < 0 ? "" : dictionary[(start + list.Length)..dictionary.IndexOf(']', start)];
    }

    /// <summary>The named targets: "/s-plan [12 0 R /XYZ 0 841 0]" and so on.</summary>
    private static Dictionary<string, string> Entries(string dictionary) =>
        dictionary.Split(['\n', '<', '>'], StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ', 2)).Where(l => l.Length == 2).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An object with its references, its keys into the parent tree and its names made those of the joined file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte[] Moved(ReadOnlySpan<byte> content, Func<int, int> number, int keys)
    {
        var output = new PdfText(content.Length + 64);
        var isKey = false;
        for (var at = 0; at < content.Length;)
        {
            var token = PdfText.Token(content[at..]);
            at += token.Length;
            if (token.SequenceEqual("stream"u8)) return output.Add(token).Add(content[at..]).ToArray();
            if (PdfText.Whole(token) is { } whole)
            {
                output.Add(isKey ? whole + keys : content[at..].StartsWith(" 0 R"u8) ? number(whole) : whole);
            }
            else if (token.StartsWith(Name))
            {
                output.Add(NameInSecond).Add(token[Name.Length..]);
            }
            else
            {
                output.Add(token);
            }

            if (token[0] != ' ') isKey = token.SequenceEqual("/StructParents"u8) || token.SequenceEqual("/StructParent"u8);
        }

        return output.ToArray();
    }

    /// <summary>The objects that hold a file together, the next free key of its tags, and the first bookmark with the last below it.</summary>
    private sealed record Parts(int Pages, int? Targets, int Tags, int Document, int ParentTree, int? Ids, int NextKey, int Bookmarks, int? Top, int? TopLast)
    {
        public static Parts? Of(PdfFile file)
        {
            if (file.Reference(file.Root, "/Pages") is not { } pages || file.Reference(file.Root, "/StructTreeRoot") is not { } tags) return null;
            if (file.Reference(file.Root, "/Outlines") is not { } bookmarks || file.Reference(tags, "/K") is not { } document) return null;
            if (file.Reference(tags, "/ParentTree") is not { } parents || PdfFile.Number(file.Text(tags), "/ParentTreeNextKey ") is not { } next) return null;
            var ids = file.Reference(tags, "/IDTree");
            if (!Lists(file, pages, "/Kids [") || !Pairs(file.Text(parents)).All(p => p is [_, _, "0", "R"]) || (ids is { } names && !Lists(file, names, "/Kids ["))) return null;
            var top = file.Reference(bookmarks, "/First");
            return new Parts(pages, file.Reference(file.Root, "/Dests"), tags, document, parents, ids, next, bookmarks, top, top is { } title ? file.Reference(title, "/Last") : null);
        }

        public Parts Behind(int offset) => new(
            Pages + offset, Targets + offset, Tags + offset, Document + offset, ParentTree + offset, Ids + offset, NextKey, Bookmarks + offset, Top + offset, TopLast + offset);

        private static bool Lists(PdfFile file, int number, string key) => file.Text(number).Contains(key, StringComparison.Ordinal);
    }
}
