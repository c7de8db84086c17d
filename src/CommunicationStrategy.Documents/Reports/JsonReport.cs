// The report for machines: numbers as numbers, ISO dates, columns by key.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>Writes a report as JSON.</summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static void Write(ReportDocument report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("format", "communication-strategy.report.v1");
        json.WriteString("title", XmlText.Clean(report.Title));
        Optional(json, "subtitle", report.Subtitle);
        json.WriteString("language", report.Language);
        json.WriteString("author", XmlText.Clean(report.Author));
        json.WriteString("date", Figures.Invariant(report.Date));
        Optional(json, "watermark", report.Watermark);
        json.WriteStartArray("facts");
        foreach (var (label, value) in report.Facts)
        {
            json.WriteStartObject();
            json.WriteString("label", XmlText.Clean(label));
            json.WriteString("value", XmlText.Clean(value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (var section in report.Sections) Section(json, section);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Section(Utf8JsonWriter json, ReportSection section)
    {
        json.WriteStartObject();
        json.WriteString("key", section.Key);
        json.WriteString("title", XmlText.Clean(section.Title));
        Texts(json, "paragraphs", section.Paragraphs);
        json.WriteStartArray("tables");
        foreach (var table in section.Tables) Table(json, table);
        json.WriteEndArray();
        json.WriteStartArray("charts");
        foreach (var chart in section.Charts) Chart(json, chart);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Table(Utf8JsonWriter json, ReportTable table)
    {
        json.WriteStartObject();
        json.WriteString("key", table.Key);
        json.WriteString("title", XmlText.Clean(table.Title));
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("key", column.Key);
            json.WriteString("title", XmlText.Clean(column.Title));
            json.WriteString("kind", column.Kind.ToString().ToLowerInvariant());
            Optional(json, "unit", column.Unit ?? (column.Kind == CellKind.Percent ? "%" : null));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            for (var c = 0; c < table.Columns.Count; c++)
            {
                json.WritePropertyName(table.Columns[c].Key);
                Value(json, Figures.Value(Figures.At(row, c), table.Columns[c]));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Remarks(json, "links", table, Figures.Href);
        Remarks(json, "notes", table, (cell, _) => cell.Note);
        json.WriteEndObject();
    }

    /// <summary>Links and notes stand beside the rows, so that a column keeps one type.</summary>
    private static void Remarks(Utf8JsonWriter json, string name, ReportTable table, Func<ReportCell, ReportColumn, string?> remark)
    {
        json.WriteStartArray(name);
        for (var r = 0; r < table.Rows.Count; r++)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                if (remark(Figures.At(table.Rows[r], c), table.Columns[c]) is not { } text) continue;
                json.WriteStartObject();
                json.WriteNumber("row", r);
                json.WriteString("column", table.Columns[c].Key);
                json.WriteString("value", XmlText.Clean(text));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void Chart(Utf8JsonWriter json, Chart chart)
    {
        json.WriteStartObject();
        json.WriteString("kind", chart.Kind.ToString().ToLowerInvariant());
        json.WriteString("title", XmlText.Clean(chart.Title));
        json.WriteString("unit", chart.Unit);
        Texts(json, "categories", chart.Categories);
        json.WriteStartArray("series");
        foreach (var series in chart.Series)
        {
            json.WriteStartObject();
            json.WriteString("name", XmlText.Clean(series.Name));
            json.WriteStartArray("values");
            for (var c = 0; c < chart.Categories.Count; c++)
            {
                Value(json, chart.ValueOf(series, c) is { } value ? Figures.Round(value, chart.Unit == "%" ? 1 : 2) : null);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(XmlText.Clean(text));
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, XmlText.Clean(value));
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case long or decimal: json.WriteRawValue(Figures.Invariant(value)); break;
            default: json.WriteStringValue(Figures.Invariant(value)); break;
        }
    }
}
