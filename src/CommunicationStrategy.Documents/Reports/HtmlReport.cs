// The report as one HTML file that needs nothing else: read on a screen, printed to PDF, archived.
using System.Globalization;
using System.Text;
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>What of a report is written: the annexes can be printed beside the body, with pages of their own numbers.</summary>
public enum ReportPart { Whole, Body, Annexes }

/// <summary>Writes a report as stand-alone HTML with print style; Chromium turns it into a tagged PDF.</summary>
public static class HtmlReport
{
    // Drawn for the width of a printed column, where labels fit beside the bars.
    private const int ChartWidth = 680;
    private const int GaugeWidth = 480;

    public static string Write(ReportDocument report, ReportPart part = ReportPart.Whole)
    {
        var words = ReportWords.In(report.Language);
        var html = new StringBuilder(64 * 1024);
        html.Append($"<!DOCTYPE html>\n<html lang=\"{E(report.Language)}\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append($"<meta name=\"author\" content=\"{E(report.Author)}\">\n<meta name=\"dcterms.date\" content=\"{Figures.Invariant(report.Date)}\">\n")
            .Append($"<title>{E(report.Title)}</title>\n<style>\n{HtmlReportStyle.Css(report, words, part)}</style>\n</head>\n<body{(report.IsBrief ? " class=\"brief\"" : "")}>\n");
        if (report.Watermark is not null) html.Append($"<div class=\"watermark\" aria-hidden=\"true\">{E(report.Watermark)}</div>\n");
        if (part != ReportPart.Annexes) Cover(html, report, words);
        html.Append("<main>\n");
        var (tables, charts) = (0, 0);
        foreach (var section in report.Sections)
        {
            if (part == ReportPart.Whole || section.IsAnnex == (part == ReportPart.Annexes)) Section(html, section, report, words, (tables, charts));
            (tables, charts) = (tables + section.Tables.Count, charts + section.Charts.Count);
        }

        // The contents lead to the annexes, which are printed elsewhere: here is where they would begin.
        if (part == ReportPart.Body) foreach (var annex in report.Annexes) html.Append($"<div id=\"{Anchor(annex)}\"></div>\n");
        html.Append("</main>\n");
        if (report.FooterText is not null) html.Append($"<footer><p>{E(report.FooterText)}</p></footer>\n");
        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>A chapter; its tables and charts are numbered on from those before it.</summary>
    private static void Section(StringBuilder html, ReportSection section, ReportDocument report, ReportWords words, (int Tables, int Charts) before)
    {
        var (tables, charts) = before;
        html.Append($"<section aria-labelledby=\"{Anchor(section)}\">\n<h2 id=\"{Anchor(section)}\">{E(section.Title)}</h2>\n");
        // In a brief the picture stands beside the words, and so before them.
        if (report.IsBrief) foreach (var chart in section.Charts) Figure(html, chart, words, ++charts, withFigures: false);
        foreach (var paragraph in section.Paragraphs) html.Append($"<p>{E(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n");
        if (!report.IsBrief) foreach (var chart in section.Charts) Figure(html, chart, words, ++charts, withFigures: true);
        foreach (var table in section.Tables) Table(html, table, ++tables, report.Language, words);
        html.Append("</section>\n");
    }

    private static void Cover(StringBuilder html, ReportDocument report, ReportWords words)
    {
        html.Append("<header class=\"cover\">\n");
        if (report.Author.Length > 0) html.Append($"<p class=\"author\">{E(report.Author)}</p>\n");
        html.Append($"<div class=\"title\">\n<h1>{E(report.Title)}</h1>\n");
        if (report.Subtitle is not null) html.Append($"<p class=\"subtitle\">{E(report.Subtitle)}</p>\n");
        html.Append("</div>\n");
        if (report.Watermark is not null) html.Append($"<p class=\"state\">{E(report.Watermark)}</p>\n");
        if (report.Facts.Count > 0)
        {
            html.Append("<dl class=\"facts\">\n");
            foreach (var (label, value) in report.Facts) html.Append($"<div><dt>{E(label)}</dt><dd>{E(value)}</dd></div>\n");
            html.Append("</dl>\n");
        }

        if (report.Sections.Count > 1 && !report.IsBrief)
        {
            html.Append($"<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">{words.Contents}</h2>\n<ul>\n");
            foreach (var section in report.Sections) html.Append($"<li><a href=\"#{Anchor(section)}\">{E(section.Title)}</a></li>\n");
            html.Append("</ul>\n</nav>\n");
        }

        html.Append("</header>\n");
    }

    private static void Figure(StringBuilder html, Chart chart, ReportWords words, int number, bool withFigures)
    {
        // A heat map is its table, shaded: it breaks across pages under its heads, and is read as a table.
        var heat = chart.Kind == ChartKind.HeatMap;
        var parts = heat ? [] : chart.Parts().ToList();
        html.Append($"<figure{(heat || parts.Count > 1 ? " class=\"flows\"" : "")}>\n<figcaption><b>{words.Chart} {Number(number)}.</b> {E(chart.Title)}");
        if (chart.Unit.Length > 0 && chart.Unit != "%") html.Append($" <span class=\"unit\">({E(chart.Unit)})</span>");
        html.Append("</figcaption>\n");
        foreach (var part in parts) html.Append(SvgChart.Write(part, chart.Kind == ChartKind.Gauge ? GaugeWidth : ChartWidth)).Append('\n');
        if (withFigures || heat) ChartData(html, chart, words, heat);
        html.Append("</figure>\n");
    }

    private static void ChartData(StringBuilder html, Chart chart, ReportWords words, bool heat)
    {
        html.Append($"<table class=\"chart-data{(heat ? " heat" : "")}\">\n<thead><tr><th scope=\"col\">{words.Category}</th>");
        foreach (var column in ChartGrid.Columns(chart)) html.Append($"<th scope=\"col\" class=\"n\">{E(column)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var (r, row) in ChartGrid.Rows(chart).Index())
        {
            html.Append($"<tr><th scope=\"row\">{E(row)}</th>");
            for (var c = 0; c < ChartGrid.Columns(chart).Count(); c++)
            {
                var step = heat && ChartGrid.Value(chart, r, c) is { } value ? $" h{Number(HeatStep.Of(value).Number)}" : "";
                html.Append($"<td class=\"n{step}\">{E(ChartGrid.Text(chart, r, c))}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    /// <summary>The table alone; without a number its title stands elsewhere already.</summary>
    internal static void Table(StringBuilder html, ReportTable table, int? number, string language, ReportWords words)
    {
        var caption = number is { } n ? $"<b>{words.Table} {Number(n)}.</b> {E(table.Title)}" : "";
        if (table.Rows.Count == 0)
        {
            html.Append($"{(caption.Length > 0 ? $"<h3>{caption}</h3>\n" : "")}<p class=\"none\">{E(table.EmptyText ?? words.NoRows)}</p>\n");
            return;
        }

        var total = table.Columns.Sum(c => c.Width);
        var decimals = Enumerable.Range(0, table.Columns.Count).Select(c => Figures.Decimals(table, c)).ToArray();
        html.Append($"<table{(table.Columns.Count switch { > Figures.Crowded => " class=\"dense crowded\"", > 7 => " class=\"dense\"", _ => "" })}>\n{(caption.Length > 0 ? $"<caption>{caption}</caption>\n" : "")}<colgroup>");
        foreach (var column in table.Columns) html.Append($"<col style=\"width:{(column.Width / total * 100).ToString("0.##", CultureInfo.InvariantCulture)}%\">");
        html.Append("</colgroup>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            var unit = column.Unit is null or "%" ? "" : $" <span class=\"unit\">({E(column.Unit)})</span>";
            html.Append($"<th scope=\"col\"{Class(column.Kind)}>{E(column.Title)}{unit}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var c = 0; c < table.Columns.Count; c++) Cell(html, Figures.At(row, c), table.Columns[c], decimals[c], language, isHead: c == 0);
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void Cell(StringBuilder html, ReportCell cell, ReportColumn column, int decimals, string language, bool isHead)
    {
        var text = E(Figures.Text(Figures.Value(cell, column), column.Kind, decimals, language)).Replace("\n", "<br>", StringComparison.Ordinal);
        if (Figures.Href(cell, column) is { } href) text = $"<a href=\"{E(href)}\">{text}</a>";
        if (cell.Note is { Length: > 0 } note) text += $"<small>{E(note)}</small>";
        html.Append(isHead ? $"<th scope=\"row\"{Class(column.Kind)}>{text}</th>" : $"<td{Class(column.Kind)}>{text}</td>");
    }

    private static string Class(CellKind kind) => Figures.IsNumeric(kind) ? " class=\"n\"" : kind == CellKind.Date ? " class=\"d\"" : "";

    /// <summary>The name by which a chapter is linked to.</summary>
    internal static string Anchor(ReportSection section) => "s-" + E(section.Key);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string E(string text) => XmlText.Encode(text);
}
