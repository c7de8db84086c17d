using System.Globalization;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Walks through a document's text and collects its tables, wherever they stand.</summary>
internal sealed class DocxBody(PartXml xml, DocxText text, TableLimits limits, ProblemList problems)
{
    /// <summary>A table's grid may be finer than its columns; all cells together fit in memory.</summary>
    private const int MostGridColumns = 2_000, MostCells = 1_000_000;

    private readonly List<DocxTable> _tables = [];
    private long _length;
    private int _cells, _rows;

    public IReadOnlyList<DocxTable> Read(CancellationToken cancellationToken)
    {
        var heading = "";
        while (xml.Next())
        {
            if (text.PassOver()) continue;
            if (xml.AtStart("tbl"))
            {
                ReadTable(heading, cancellationToken);
                heading = "";
            }
            else if (xml.AtStart("p"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var paragraph = text.ReadParagraph().Text;
                if (SectionHeading.NamesObjective(paragraph)) heading = paragraph;
            }
        }

        return _tables;
    }

    private void ReadTable(string heading, CancellationToken cancellationToken)
    {
        var table = new DocxTable(_tables.Count + 1, heading);
        _tables.Add(table);
        problems.Table = table.Number;
        Count();
        if (xml.IsEmpty) return;
        var columns = 0;
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            if (text.PassOver()) continue;
            if (xml.AtStart("gridCol") && columns++ < MostGridColumns) table.AddColumn(xml.Number("w") ?? 0);
            if (!xml.AtStart("tr")) continue;
            cancellationToken.ThrowIfCancellationRequested();
            if (ReadRow(table.Rows.Count + 1) is { } row)
            {
                Count();
                Uncover(table, row);
                table.Rows.Add(row);
            }
        }

        problems.Table = null;
    }

    private DocxRow? ReadRow(int number)
    {
        var cells = new List<DocxCell>();
        var isHeader = false;
        if (xml.IsEmpty) return new DocxRow(number, isHeader, cells);
        var (at, deleted) = (0, false);
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            if (deleted) continue;
            switch (xml.Start)
            {
                case "trPr":
                    (isHeader, deleted, var before) = ReadRowFormat();
                    at += before;
                    break;
                case "tc":
                    var cell = ReadCell(at, out var runsOn);
                    at += cell.Span;
                    // An older way to merge sideways: further cells that belong to the first.
                    if (runsOn && cells.Count > 0) cells[^1] = cells[^1] with { Span = cells[^1].Span + cell.Span };
                    else cells.Add(cell);
                    if (cells.Count > limits.MaxColumns) throw TooWide(number, cells.Count - 1);
                    break;
                default:
                    text.PassOver();
                    break;
            }
        }

        return deleted ? null : new DocxRow(number, isHeader, cells);
    }

    private (bool IsHeader, bool IsDeleted, int Before) ReadRowFormat()
    {
        var (isHeader, deleted, before) = (false, false, 0);
        if (xml.IsEmpty) return default;
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            switch (xml.Start)
            {
                case "tblHeader": isHeader = xml.IsOn(); break;
                case "del" or "moveFrom" or "hidden": deleted |= xml.IsOn(); break;
                case "gridBefore": before = Span(0); break;
                case "trPrChange": xml.Skip(); break;
            }
        }

        return (isHeader, deleted, before);
    }

    /// <param name="at">The column of the grid where the cell begins.</param>
    /// <param name="runsOn">Whether the cell belongs to the one before it.</param>
    private DocxCell ReadCell(int at, out bool runsOn)
    {
        var (span, merge) = (1, DocxMerge.None);
        runsOn = false;
        if (++_cells > MostCells) throw TooMuch("cells", MostCells);
        if (xml.IsEmpty) return new DocxCell(at, span, merge, DocxContent.Empty);
        var content = new DocxCellText(limits.MaxCellLength);
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            if (text.PassOver()) continue;
            var own = xml.Depth == end + 2;
            if (own && xml.AtStart("gridSpan")) span = Span(1);
            else if (own && xml.AtStart("vMerge")) merge = xml["val"] == "restart" ? DocxMerge.First : DocxMerge.Covered;
            else if (own && xml.AtStart("hMerge")) runsOn = xml["val"] != "restart";
            // What a covered cell still holds is not shown, and its numbers are not counted.
            else if (xml.AtStart("p") && merge is DocxMerge.Covered) xml.Skip();
            else if (xml.AtStart("p")) text.ReadParagraph(content);
        }

        text.EndCell();
        var built = content.Build();
        _length += built.Text.Length;
        if (_length > limits.MaxTextLength) throw TooMuch("characters", limits.MaxTextLength);
        return new DocxCell(at, span, merge, built);
    }

    /// <summary>Gives covered cells what the cell above them shows: one action may stand beside several sub-actions.</summary>
    private static void Uncover(DocxTable table, DocxRow row)
    {
        var above = table.Rows.Count > 0 ? table.Rows[^1].Cells : [];
        var next = 0;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var cell = row.Cells[i];
            if (cell.Merge is not DocxMerge.Covered) continue;
            while (next < above.Count && above[next].Start < cell.Start) next++;
            row.Cells[i] = next < above.Count && above[next].Start == cell.Start && above[next].Merge is not DocxMerge.None
                ? cell with { Content = above[next].Content }
                : cell with { Merge = DocxMerge.None };
        }
    }

    /// <summary>Counts tables and rows; twice as many as may be read, for headers are repeated.</summary>
    private void Count()
    {
        if (++_rows <= limits.MaxRows * 2L + 1_000) return;
        var limit = limits.MaxRows.ToString("#,##0", CultureInfo.InvariantCulture);
        throw new TableRefusedException(TableCodes.TooManyRows, $"the document has more than {limit} rows, the most that can be read. Split it into several files.", ("limit", limit));
    }

    private int Span(int least) => Math.Clamp(xml.Number("val") ?? least, least, MostGridColumns);

    private TableRefusedException TooWide(int row, int column)
    {
        var limit = limits.MaxColumns.ToString("#,##0", CultureInfo.InvariantCulture);
        return new TableRefusedException(TableCodes.TooManyColumns, CellAddress.Of(row, column), $"the table has more than {limit} columns, the most that can be read. Delete the columns that are not needed.", ("limit", limit));
    }

    private static TableRefusedException TooMuch(string unit, long most)
    {
        var limit = most.ToString("#,##0", CultureInfo.InvariantCulture);
        return new TableRefusedException(TableCodes.TooLarge, $"its tables hold more than {limit} {unit} in all, the most that can be read. Split it into several files.", ("limit", limit), ("unit", unit));
    }
}
