// A PDF as Chromium writes it, taken apart into its objects and put together again.
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>
/// The numbered objects of a PDF (ISO 32000-1, 7.3 and 7.5) with one plain cross-reference table, no object streams and no
/// later updates: what Chromium's printer writes. Of anything else <see cref="Read"/> makes null.
/// </summary>
internal sealed class PdfFile
{
    private const int EntryLength = 20;
    private const string Free = "0000000000 65535 f \n";
    private static readonly byte[] Header = [.. "%PDF-1.4\n%"u8, 0xD3, 0xEB, 0xE9, 0xE1, (byte)'\n'];

    private readonly List<ReadOnlyMemory<byte>?> objects;

    private PdfFile(List<ReadOnlyMemory<byte>?> objects, int root, int info) => (this.objects, Root, Info) = (objects, root, info);

    /// <summary>The number of the catalog.</summary>
    public int Root { get; }

    public int Info { get; }

    /// <summary>One more than the highest number of an object.</summary>
    public int Size => objects.Count;

    public static PdfFile? Read(byte[] file)
    {
        var tail = Encoding.Latin1.GetString(file, Math.Max(0, file.Length - 256), Math.Min(256, file.Length));
        var (root, info) = (Reference(tail, "/Root"), Reference(tail, "/Info"));
        if (root is null || info is null || Number(tail, "startxref\n") is not { } table || tail.Contains("/Prev ", StringComparison.Ordinal)) return null;
        return Offsets(file, table) is { } offsets && Objects(file, offsets, table) is { } found && root < found.Count ? new PdfFile(found, root.Value, info.Value) : null;
    }

    public ReadOnlyMemory<byte>? this[int number] => objects[number];

    /// <summary>What an object says; one byte is one character.</summary>
    public string Text(int number) => objects[number] is { } content ? Encoding.Latin1.GetString(content.Span) : "";

    public void Set(int number, string text) => objects[number] = (ReadOnlyMemory<byte>)Encoding.Latin1.GetBytes(text);

    public void Add(ReadOnlyMemory<byte>? content) => objects.Add(content);

    public void Remove(int number) => objects[number] = null;

    /// <summary>The object that a key of a dictionary points to; null where there is none.</summary>
    public int? Reference(int number, string key) => Reference(Text(number), key) is { } target && target < objects.Count ? target : null;

    public byte[] Write()
    {
        var output = new PdfText(objects.Sum(o => (o?.Length ?? 0) + EntryLength)).Add(Header);
        var entries = new StringBuilder(Size * EntryLength).Append(Free);
        for (var number = 1; number < objects.Count; number++)
        {
            if (objects[number] is not { } content)
            {
                entries.Append(Free);
                continue;
            }

            entries.Append(output.Length.ToString("0000000000", CultureInfo.InvariantCulture)).Append(" 00000 n \n");
            output.Add(number).Add(" 0 obj\n"u8).Add(content.Span).Add("endobj\n"u8);
        }

        var start = output.Length;
        return output.Add(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"xref\n0 {Size}\n{entries}trailer\n<</Size {Size}\n/Root {Root} 0 R\n/Info {Info} 0 R>>\nstartxref\n{start}\n%%EOF\n"))).ToArray();
    }

    /// <summary>"/Key 12 0 R" in the words of a dictionary: 12.</summary>
    public static int? Reference(string text, string key) =>
        Number(text, key + " ") is { } number && text.Contains(string.Create(CultureInfo.InvariantCulture, $"{key} {number} 0 R"), StringComparison.Ordinal) ? number : null;

    /// <summary>The whole number that follows the key.</summary>
    public static int? Number(string text, string key)
    {
        var start = text.IndexOf(key, StringComparison.Ordinal);
        if (start < 0) return null;
        start += key.Length;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return int.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Where each object begins, by its number; 0 for one that is not there.</summary>
    private static int[]? Offsets(ReadOnlySpan<byte> file, int table)
    {
        if (table < 0 || table > file.Length - EntryLength) return null;
        var head = Encoding.Latin1.GetString(file.Slice(table, Math.Min(64, file.Length - table)));
        if (Number(head, "xref\n0 ") is not { } count || head.IndexOf('\n', 7) is not (> 0 and var end)) return null;
        var first = table + end + 1;
        if (first + ((long)count * EntryLength) > file.Length) return null;
        var offsets = new int[count];
        for (var number = 1; number < count; number++)
        {
            var entry = file.Slice(first + (number * EntryLength), EntryLength);
            if (entry[17] == 'n' && !Utf8Parser.TryParse(entry, out offsets[number], out _)) return null;
        }

        return offsets;
    }

    private static List<ReadOnlyMemory<byte>?>? Objects(ReadOnlyMemory<byte> file, int[] offsets, int table)
    {
        var found = new List<ReadOnlyMemory<byte>?>(new ReadOnlyMemory<byte>?[offsets.Length]);
        var order = Enumerable.Range(1, Math.Max(0, offsets.Length - 1)).Where(n => offsets[n] > 0 && offsets[n] < file.Length).OrderBy(n => offsets[n]).ToList();
        foreach (var (index, number) in order.Index())
        {
            var next = Math.Min(index + 1 < order.Count ? offsets[order[index + 1]] : table, file.Length);
            var whole = file[offsets[number]..Math.Max(next, offsets[number])];
            var isNamed = Utf8Parser.TryParse(whole.Span, out int named, out var digits) && named == number && whole.Span[digits..].StartsWith(" 0 obj\n"u8);
            var end = whole.Span.LastIndexOf("endobj"u8);
            if (!isNamed || end < digits + 7) return null;
            found[number] = whole[(digits + 7)..end];
        }

        return found;
    }
}
