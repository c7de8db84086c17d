// The report as one long CSV: a line per figure. Analysts pivot it as they like, and one file holds every table.
using System.Globalization;
using CommunicationStrategy.Documents.Charts;
using CsvHelper;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>Writes a report in long form: section, table, row, column, value, unit. Numbers have a decimal point, dates are ISO.</summary>
public static class CsvReport
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        // Without the mark Excel reads the file as ANSI and breaks every ș and every Cyrillic letter.
        WriteByteOrderMark = true,
        // A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r\n",
    };

    public static void Write(ReportDocument report, Stream output)
    {
        using var csv = Open(output);
        foreach (var heading in new[] { "section", "table", "row", "column", "value", "unit" }) csv.WriteField(heading);
        csv.EndRecord();

        var line = 0;
        Line(csv, "report", "facts", ++line, "title", report.Title, null);
        if (report.Subtitle is not null) Line(csv, "report", "facts", ++line, "subtitle", report.Subtitle, null);
        Line(csv, "report", "facts", ++line, "language", report.Language, null);
        Line(csv, "report", "facts", ++line, "date", report.Date, null);
        if (report.Watermark is not null) Line(csv, "report", "facts", ++line, "watermark", report.Watermark, null);
        foreach (var (label, value) in report.Facts) Line(csv, "report", "facts", ++line, label, value, null);
        foreach (var section in report.Sections) Section(csv, section);
    }

    internal static CsvWriter Open(Stream output) => CsvWriter.Create(output, Options, leaveOpen: true);

    internal static void Field(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case long whole: csv.WriteField(whole, "D"); break;
            case decimal number: csv.WriteField(number, "0.##", CultureInfo.InvariantCulture); break;
            default: csv.WriteField(Figures.Invariant(value)); break;
        }
    }

    private static void Section(CsvWriter csv, ReportSection section)
    {
        for (var i = 0; i < section.Paragraphs.Count; i++)
        {
            Line(csv, section.Key, "text", i + 1, "paragraph", XmlText.Clean(section.Paragraphs[i]), null);
        }

        for (var i = 0; i < section.Charts.Count; i++)
        {
            Chart(csv, section.Key, $"chart-{(i + 1).ToString(CultureInfo.InvariantCulture)}", section.Charts[i]);
        }

        foreach (var table in section.Tables) Table(csv, section.Key, table);
    }

    private static void Table(CsvWriter csv, string section, ReportTable table)
    {
        for (var r = 0; r < table.Rows.Count; r++)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var column = table.Columns[c];
                var cell = Figures.At(table.Rows[r], c);
                Line(csv, section, table.Key, r + 1, column.Key, Figures.Value(cell, column), column.Unit ?? (column.Kind == CellKind.Percent ? "%" : null));
                if (cell.Note is not null) Line(csv, section, table.Key, r + 1, column.Key + ".note", XmlText.Clean(cell.Note), null);
                if (cell.Href is not null) Line(csv, section, table.Key, r + 1, column.Key + ".link", Figures.Href(cell, column), null);
            }
        }
    }

    private static void Chart(CsvWriter csv, string section, string key, Chart chart)
    {
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            Line(csv, section, key, c + 1, "category", chart.Categories[c], null);
            foreach (var series in chart.Series)
            {
                var value = chart.ValueOf(series, c);
                Line(csv, section, key, c + 1, series.Name, value is { } number ? Figures.Round(number, chart.Unit == "%" ? 1 : 2) : null, chart.Unit);
            }
        }
    }

    private static void Line(CsvWriter csv, string section, string table, int row, string column, object? value, string? unit)
    {
        Field(csv, section);
        Field(csv, table);
        csv.WriteField((long)row, "D");
        Field(csv, column);
        Field(csv, value);
        Field(csv, unit);
        csv.EndRecord();
    }
}
