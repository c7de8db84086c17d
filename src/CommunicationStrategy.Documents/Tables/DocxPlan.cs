namespace CommunicationStrategy.Documents.Tables;

/// <summary>Makes one table of a document's tables: those with the plan's headers joined, headings turned into the objective of their rows.</summary>
internal sealed class DocxPlan(TableLimits limits, ProblemList problems)
{
    private const string ObjectiveNumber = "Objective no.", Objective = "Objective";

    private readonly List<Row> _rows = [];
    private List<string> _headers = [];

    public TableReading Build(IReadOnlyList<DocxTable> tables)
    {
        var builder = new TableBuilder(limits, problems);
        var layouts = Choose(tables);
        if (layouts.Count > 0)
        {
            _headers = layouts[0].Headers;
            foreach (var layout in layouts) ReadRows(layout);
            Fill(builder, layouts[0]);
        }

        return builder.Build();
    }

    /// <summary>The layouts of the plan's tables: those of one header that have the most rows together, and what continues them.</summary>
    private List<DocxLayout> Choose(IReadOnlyList<DocxTable> tables)
    {
        var all = tables.Select(DocxLayout.Of).ToList();
        var plan = all.OfType<DocxLayout>().GroupBy(l => l.Key).MaxBy(g => g.Sum(l => (long)(l.Table.Rows.Count - l.FirstRow) * l.Headers.Count))?.Key;
        var chosen = new List<DocxLayout>();
        for (var i = 0; i < tables.Count; i++)
        {
            if (all[i] is { } own && own.Key == plan) chosen.Add(own);
            else if (chosen.Count > 0 && chosen[^1].Table.Number == tables[i].Number - 1 && DocxLayout.Continuing(tables[i], chosen[^1]) is { } continuing) chosen.Add(continuing);
            else if (all[i] is { } other && other.Table.Rows.Count > other.FirstRow) RemarkOnOther(tables[i]);
        }

        return chosen;
    }

    private void RemarkOnOther(DocxTable table)
    {
        problems.Table = table.Number;
        problems.Remark(TableCodes.OtherTable, null, "its headers are not those of the plan's table, so it was not read. If it belongs to the plan, give it the same headers.");
    }

    private void ReadRows(DocxLayout layout)
    {
        var table = layout.Table;
        if (table.Heading.Length > 0) _rows.Add(new Row(table.Number, 1, [], null, table.Heading));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (i >= layout.FirstHeader && i < layout.FirstRow) continue;
            if (Heading(row, layout) is { } heading)
            {
                // Above the headers stands a title, unless it names an objective.
                if (i >= layout.FirstRow || SectionHeading.NamesObjective(heading)) _rows.Add(new Row(table.Number, row.Number, [], null, heading));
            }
            else if (i >= layout.FirstRow && !DocxLayout.IsOrdinals(row))
            {
                Take(row, layout);
            }
        }
    }

    private void Take(DocxRow row, DocxLayout layout)
    {
        if (!row.IsTyped && !row.IsStruck) return;
        var cells = new List<string>(new string[layout.Headers.Count].Select(_ => ""));
        var asides = new Dictionary<int, CellAside>();
        foreach (var cell in row.Cells)
        {
            var (column, count) = layout.ColumnsOf(cell);
            while (cells.Count <= column) cells.Add("");
            var (text, aside) = (cell.Content.Text, cell.Content.Aside);
            if (aside is not null) asides[column] = aside;
            if (text.Length == 0) continue;
            if (count > 1) RefuseMerged(layout, row, column, count);
            cells[column] = cells[column].Length == 0 ? text : $"{cells[column]}\n{text}";
        }

        if (row.IsStruck)
        {
            problems.Table = layout.Table.Number;
            problems.Remark(TableCodes.StruckRow, row.Number, "every text of the row is struck through, so it was left out.");
        }
        else if (!layout.IsHeaderAgain(cells))
        {
            _rows.Add(new Row(layout.Table.Number, row.Number, cells, asides.Count > 0 ? asides : null, null));
        }
    }

    private void RefuseMerged(DocxLayout layout, DocxRow row, int column, int count)
    {
        var range = new CellRange(row.Number, column, row.Number, column + count - 1).ToString();
        problems.Table = layout.Table.Number;
        problems.Add(TableCodes.MergedCell, row.Number, column, $"the cells {range} are merged, so it is not clear which row and column the text belongs to. Unmerge them and fill in each cell.", ("range", range));
    }

    /// <summary>The text of a row that is a heading: one cell across the table, a number before it allowed, or an objective's name alone.</summary>
    private static string? Heading(DocxRow row, DocxLayout layout)
    {
        var filled = row.Cells.FindAll(c => c.Content.Text.Length > 0 && c.Merge is not DocxMerge.Covered);
        if (filled.Count is 0 or > 2 || row.Cells.Exists(c => c.Merge is DocxMerge.Covered && c.Content.Text.Length > 0)) return null;
        var (first, count) = layout.ColumnsOf(filled[^1]);
        var text = string.Join(' ', filled.Select(c => c.Content.Text));
        var across = count > 1 && first + count >= layout.Headers.Count && (filled.Count == 2 ? layout.ColumnsOf(filled[0]) == (0, 1) && first == 1 : count * 2 > layout.Headers.Count);
        return across || (filled.Count == 1 && SectionHeading.NamesObjective(text)) ? text : null;
    }

    private void Fill(TableBuilder builder, DocxLayout first)
    {
        // Where some headings name objectives, the others are notes.
        var named = _rows.Exists(r => r.Heading is { } heading && SectionHeading.NamesObjective(heading));
        var headed = false;
        foreach (var row in _rows.Where(r => r.Heading is not null))
        {
            if (!named || SectionHeading.NamesObjective(row.Heading!)) headed = true;
            else RemarkOnNote(row);
        }

        var column = _headers.FindIndex(IsObjective);
        var adds = headed && column < 0;
        builder.AddRow(first.Table.Rows[first.FirstRow - 1].Number, adds ? [.. _headers, ObjectiveNumber, Objective] : [.. _headers], first.Table.Number);
        var section = new SectionHeading("", "");
        foreach (var row in _rows)
        {
            if (row.Heading is { } heading)
            {
                if (!named || SectionHeading.NamesObjective(heading)) section = SectionHeading.Read(heading);
                continue;
            }

            if (adds) row.Cells.InsertRange(_headers.Count, [section.Number, section.Text]);
            else if (column >= 0 && row.Cells[column].Length == 0) row.Cells[column] = $"{section.Number} {section.Text}".Trim();
            if (!builder.AddRow(row.Number, row.Cells, row.Table, row.Asides)) return;
        }
    }

    private void RemarkOnNote(Row row)
    {
        var text = row.Heading!.Length <= 100 ? row.Heading : row.Heading[..100] + "…";
        problems.Table = row.Table;
        problems.Remark(TableCodes.SpanningRow, row.Number, $"the row is merged into one cell and names no objective, so it was left out: “{text}”.", ("text", text));
    }

    private static bool IsObjective(string header) =>
        SectionHeading.NamesObjective(header) && !header.TrimEnd('.').EndsWith("no", StringComparison.OrdinalIgnoreCase)
        && !header.Contains("nr", StringComparison.OrdinalIgnoreCase) && !header.Contains('№', StringComparison.Ordinal);

    /// <param name="Heading">The words of a heading; null for a row of cells.</param>
    private sealed record Row(int Table, int Number, List<string> Cells, IReadOnlyDictionary<int, CellAside>? Asides, string? Heading);
}
