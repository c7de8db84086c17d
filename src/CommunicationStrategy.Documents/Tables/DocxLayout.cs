namespace CommunicationStrategy.Documents.Tables;

/// <summary>Where a document's table has its headers, and which cell of a row belongs under which.</summary>
internal sealed class DocxLayout
{
    /// <summary>Headers of more rows are no headers.</summary>
    private const int MostHeaderRows = 3;

    private readonly List<(int From, int To)> _columns;

    private DocxLayout(DocxTable table, int firstHeader, int firstRow, List<(int From, int To)> columns, List<string> headers)
    {
        (Table, FirstHeader, FirstRow, _columns, Headers) = (table, firstHeader, firstRow, columns, headers);
        Key = KeyOf(headers);
    }

    public DocxTable Table { get; }

    /// <summary>Index of the first of the header rows, and of the first row below them.</summary>
    public int FirstHeader { get; }

    public int FirstRow { get; }

    public List<string> Headers { get; }

    /// <summary>Equal for tables that continue each other.</summary>
    public string Key { get; }

    /// <summary>The layout of a table with headers; null where no row has two texts beside each other.</summary>
    public static DocxLayout? Of(DocxTable table)
    {
        var marked = table.Rows.Count(r => r.IsHeader) <= MostHeaderRows;
        var first = marked ? table.Rows.FindIndex(r => r.IsHeader && IsHeader(r)) : -1;
        if (first < 0) first = table.Rows.FindIndex(IsHeader);
        if (first < 0) return null;

        var last = first;
        while (last + 1 < table.Rows.Count && last + 1 - first < MostHeaderRows && GoesOn(table.Rows[last], table.Rows[last + 1])) last++;
        var columns = table.Rows[last].Cells.ConvertAll(table.Place);
        var headers = columns.ConvertAll(c => string.Join(' ', table.Rows[first..(last + 1)].SelectMany(r => r.Cells).Where(cell => Covers(table.Place(cell), c)).Select(cell => cell.Content.Text).Where(t => t.Length > 0).Distinct()));
        return new DocxLayout(table, first, last + 1, columns, headers);

        bool GoesOn(DocxRow above, DocxRow below) =>
            !IsOrdinals(below) && ((marked && above.IsHeader && below.IsHeader) || below.Cells.Exists(c => c.Merge is DocxMerge.Covered));
    }

    /// <summary>The layout of a table that goes on where another ended, without headers of its own; null where it does not look like that.</summary>
    public static DocxLayout? Continuing(DocxTable table, DocxLayout before)
    {
        var row = table.Rows.Find(r => r.Cells.Count == before.Headers.Count && r.IsTyped);
        return row?.Cells[0].Content.Text is { Length: > 0 } number && char.IsAsciiDigit(number[0])
            ? new DocxLayout(table, 0, 0, row.Cells.ConvertAll(table.Place), before.Headers)
            : null;
    }

    /// <summary>The columns of the headers that a cell stands under: from and how many.</summary>
    public (int Column, int Count) ColumnsOf(DocxCell cell)
    {
        var place = Table.Place(cell);
        var (first, count, best, most) = (-1, 0, _columns.Count, 0);
        for (var i = 0; i < _columns.Count; i++)
        {
            // Cells drawn by hand hardly ever end where those above do.
            if (Covers(place, _columns[i]))
            {
                if (first < 0) first = i;
                count++;
            }

            var shared = Shared(place, _columns[i]);
            if (shared > most) (best, most) = (i, shared);
        }

        return first < 0 ? (best, 1) : (first, count);
    }

    /// <summary>Whether the row says the headers again, as tables do on each page.</summary>
    public bool IsHeaderAgain(IReadOnlyList<string> cells) => KeyOf(cells) == Key;

    /// <summary>Whether the row only counts the columns: "1 | 2 | 3".</summary>
    public static bool IsOrdinals(DocxRow row) =>
        row.Cells.Count >= 3 && Enumerable.Range(0, row.Cells.Count).All(i => row.Cells[i].Content.Text.TrimEnd('.') == $"{i + 1}");

    private static bool IsHeader(DocxRow row) => row.Cells.Count(c => c.Content.Text.Length > 0) >= 2 && !IsOrdinals(row);

    private static bool Covers((int From, int To) cell, (int From, int To) column) => Shared(cell, column) * 2L > column.To - column.From;

    private static int Shared((int From, int To) one, (int From, int To) other) => Math.Max(0, Math.Min(one.To, other.To) - Math.Max(one.From, other.From));

    private static string KeyOf(IReadOnlyList<string> headers) => string.Join('|', headers.Select(h => string.Concat(h.Where(char.IsLetterOrDigit)).ToUpperInvariant()));
}
