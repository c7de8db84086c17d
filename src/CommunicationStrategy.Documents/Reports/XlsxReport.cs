// The report as a workbook: a cover, a sheet per table with typed cells, a sheet per chart with the figures it is drawn from.
namespace CommunicationStrategy.Documents.Reports;

/// <summary>Writes a report as XLSX.</summary>
public static class XlsxReport
{
    public static void Write(ReportDocument report, Stream output)
    {
        var words = ReportWords.In(report.Language);
        List<string> names = [];
        List<SheetPlan> sheets = [];
        List<(string Sheet, string Title)> index = [];
        var cover = XlsxBook.SafeName(words.Cover, names);
        foreach (var section in report.Sections)
        {
            foreach (var chart in section.Charts)
            {
                var sheet = OfficeChart.Sheet(chart, XlsxBook.SafeName($"{words.Chart} {chart.Title}", names), words);
                sheets.Add(sheet);
                index.Add((sheet.Name, chart.Title));
            }

            foreach (var table in section.Tables)
            {
                var sheet = Table(table, XlsxBook.SafeName($"{table.Key} {table.Title}", names), words, titled: true);
                sheets.Add(sheet);
                index.Add((sheet.Name, table.Title));
            }
        }

        sheets.Insert(0, new SheetPlan(cover, [34, 90], Cover(report, words, index)));
        XlsxBook.Write(sheets, report.Title, report.Author, report.Language, report.Date, report.Accent, output);
    }

    /// <summary>A table as a sheet. With a title the header stands in row 2, else in row 1, where other programs look for it.</summary>
    internal static SheetPlan Table(ReportTable table, string name, ReportWords words, bool titled)
    {
        var columns = table.Columns;
        var decimals = Enumerable.Range(0, columns.Count).Select(c => Figures.Decimals(table, c)).ToArray();
        var noted = Noted(table);
        var widths = new List<double>();
        for (var c = 0; c < columns.Count; c++)
        {
            widths.Add(Width(table, c));
            if (noted[c]) widths.Add(40);
        }

        return new SheetPlan(name, widths, Rows(), titled ? 2 : 1);

        IEnumerable<IReadOnlyList<SheetCell>> Rows()
        {
            if (titled) yield return [new(XmlText.Clean(table.Title), XlsxStyles.Title)];
            yield return Row(c => new(Heading(columns[c]), Figures.IsNumeric(columns[c].Kind) ? XlsxStyles.NumberHeader : XlsxStyles.Header),
                c => new(XmlText.Clean($"{columns[c].Title} – {words.Note}"), XlsxStyles.Header));
            if (table.Rows.Count == 0) yield return [new(XmlText.Clean(table.EmptyText ?? words.NoRows), XlsxStyles.Paragraph)];
            foreach (var row in table.Rows)
            {
                yield return Row(c => XlsxBook.Cell(Figures.At(row, c), columns[c], decimals[c]), c => Text(Figures.At(row, c).Note));
            }
        }

        List<SheetCell> Row(Func<int, SheetCell> cell, Func<int, SheetCell> note)
        {
            var cells = new List<SheetCell>(widths.Count);
            for (var c = 0; c < columns.Count; c++)
            {
                cells.Add(cell(c));
                if (noted[c]) cells.Add(note(c));
            }

            return cells;
        }
    }

    /// <summary>Which columns carry notes. They get a column of their own: beside a number there is no room for words in a typed cell.</summary>
    internal static bool[] Noted(ReportTable table)
    {
        var noted = new bool[table.Columns.Count];
        foreach (var row in table.Rows)
        {
            for (var c = 0; c < noted.Length; c++) noted[c] |= Figures.At(row, c).Note is { Length: > 0 };
        }

        return noted;
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> Cover(ReportDocument report, ReportWords words, List<(string Sheet, string Title)> index)
    {
        if (report.Author.Length > 0) yield return [new(XmlText.Clean(report.Author), XlsxStyles.Subtitle)];
        yield return [new(XmlText.Clean(report.Title), XlsxStyles.Title)];
        if (report.Subtitle is not null) yield return [new(XmlText.Clean(report.Subtitle), XlsxStyles.Subtitle)];
        if (report.Watermark is not null) yield return [new(XmlText.Clean(report.Watermark), XlsxStyles.Title)];
        yield return [];
        foreach (var (label, value) in report.Facts) yield return [new(XmlText.Clean(label), XlsxStyles.Label), Text(value)];
        if (index.Count > 0)
        {
            yield return [];
            yield return [new(words.Contents, XlsxStyles.Title)];
            foreach (var (sheet, title) in index)
            {
                yield return [new(sheet, XlsxStyles.Link, $"#'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!A1"), Text(title)];
            }
        }

        foreach (var section in report.Sections.Where(s => s.Paragraphs.Count > 0))
        {
            yield return [];
            yield return [new(XmlText.Clean(section.Title), XlsxStyles.Title)];
            foreach (var paragraph in section.Paragraphs) yield return [new(null, 0), Text(paragraph)];
        }

        if (report.FooterText is not null)
        {
            yield return [];
            yield return [new(XmlText.Clean(report.FooterText), XlsxStyles.Subtitle)];
        }
    }

    private static SheetCell Text(string? text)
    {
        var clean = text is null or "" ? null : XmlText.Clean(text);
        return new(clean, XlsxStyles.For(clean, CellKind.Text, 0, isLink: false));
    }

    private static string Heading(ReportColumn column) =>
        XmlText.Clean(column.Unit is null or "%" ? column.Title : $"{column.Title} ({column.Unit})");

    /// <summary>Wide enough for the figures and the longest word of the heading; long text wraps.</summary>
    private static double Width(ReportTable table, int column)
    {
        var plan = table.Columns[column];
        var longestWord = Heading(plan).Split(' ').Max(w => w.Length);
        var content = table.Rows.Take(200).Select(r => Figures.Value(Figures.At(r, column), plan)?.ToString()?.Length ?? 0).DefaultIfEmpty(0).Max();
        return Math.Max(longestWord * 1.25 + 3, plan.Kind is CellKind.Text or CellKind.Link ? Math.Clamp(content + 2.0, 10, 60) : 14);
    }
}
