// The report as a Word document that officers go on editing: real styles, fields, native charts.
using System.Globalization;
using System.Xml.Linq;
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>Writes a report as DOCX.</summary>
public static class DocxReport
{
    /// <summary>The width of the text on A4 with margins of 2 cm, in twentieths of a point.</summary>
    internal const int TextWidth = 9638;

    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Document = "word/document.xml";
    private static readonly XNamespace W = DocxStyles.W;
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    public static void Write(ReportDocument report, Stream output)
    {
        var package = new OfficePackage();
        var words = ReportWords.In(report.Language);
        package.Describe(report.Title, report.Author, report.Language, report.Date);
        AddParts(package, words, report.Accent, new XElement(W + "body", Cover(report, words), Sections(report, words, package), PageSetup()), report.IsBrief);
        DocxMargins.Add(package, report, words);
        package.Save(output);
    }

    /// <summary>The parts that every document has: its text, its styles, its settings.</summary>
    internal static void AddParts(OfficePackage package, ReportWords words, string accent, XElement body, bool isTight = false)
    {
        package.Relate("", "rId1", "officeDocument", Document);
        package.Add(Document, Main + "document.main+xml", new XElement(
            W + "document", new XAttribute(XNamespace.Xmlns + "w", W), new XAttribute(XNamespace.Xmlns + "r", R), body));
        package.Relate(Document, "rIdStyles", "styles", "styles.xml");
        package.Add("word/styles.xml", Main + "styles+xml", DocxStyles.Sheet(accent, words.Locale, isTight));
        package.Relate(Document, "rIdSettings", "settings", "settings.xml");
        package.Add("word/settings.xml", Main + "settings+xml", Settings(words));
    }

    private static IEnumerable<XElement> Cover(ReportDocument report, ReportWords words)
    {
        if (report.Author.Length > 0) yield return DocxBlocks.Paragraph("Author", DocxBlocks.Run(report.Author));
        yield return DocxBlocks.Paragraph("Title", DocxBlocks.Run(report.Title));
        if (report.Subtitle is not null) yield return DocxBlocks.Paragraph("Subtitle", DocxBlocks.Run(report.Subtitle));
        if (report.Watermark is not null) yield return DocxBlocks.Paragraph("State", DocxBlocks.Run(report.Watermark));
        if (report.Facts.Count > 0)
        {
            yield return DocxBlocks.Grid(report.Title, [3, 7], hasHeader: false, figures: false, report.Facts.Select(f => new[] { f.Label, f.Value }));
        }

        foreach (var paragraph in Contents(report, words)) yield return paragraph;
    }

    /// <summary>A table of contents that is complete as written; the page numbers are fields, which Word fills when it opens the file.</summary>
    private static IEnumerable<XElement> Contents(ReportDocument report, ReportWords words)
    {
        if (report.Sections.Count < 2 || report.IsBrief) yield break;
        yield return DocxBlocks.Paragraph("TOCHeading", DocxBlocks.Run(words.Contents));
        for (var i = 0; i < report.Sections.Count; i++)
        {
            yield return DocxBlocks.Paragraph(
                "TOC1",
                i > 0 ? null : new object[]
                {
                    DocxBlocks.Char("begin", dirty: true),
                    new XElement(W + "r", new XElement(W + "instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), " TOC \\o \"1-2\" \\h \\z \\u ")),
                    DocxBlocks.Char("separate"),
                },
                new XElement(
                    W + "hyperlink", new XAttribute(W + "anchor", Bookmark(i)), new XAttribute(W + "history", 1),
                    DocxBlocks.Run(report.Sections[i].Title), new XElement(W + "r", new XElement(W + "tab")), DocxBlocks.Field($"PAGEREF {Bookmark(i)} \\h", "")));
        }

        yield return DocxBlocks.Paragraph(null, DocxBlocks.Char("end"));
    }

    private static IEnumerable<XElement> Sections(ReportDocument report, ReportWords words, OfficePackage package)
    {
        var blocks = new DocxBlocks(package, report.Language);
        var (tables, charts, drawings) = (0, 0, 0);
        for (var i = 0; i < report.Sections.Count; i++)
        {
            var section = report.Sections[i];
            yield return new XElement(
                W + "p",
                new XElement(W + "pPr", DocxStyles.Val("pStyle", "Heading1"), i == 0 && !report.IsBrief ? new XElement(W + "pageBreakBefore") : null),
                new XElement(W + "bookmarkStart", new XAttribute(W + "id", i), new XAttribute(W + "name", Bookmark(i))),
                DocxBlocks.Run(section.Title),
                new XElement(W + "bookmarkEnd", new XAttribute(W + "id", i)));
            foreach (var paragraph in section.Paragraphs) yield return DocxBlocks.Paragraph(null, DocxBlocks.Run(paragraph));
            // In a brief a picture that a word processor cannot draw is left out: the table beside it says the same.
            foreach (var chart in section.Charts.Where(c => !report.IsBrief || OfficeChart.IsNative(c)))
            {
                charts++;
                yield return DocxBlocks.Caption(words.Chart, charts, chart.Title, chart.Unit is "" or "%" ? null : chart.Unit);
                foreach (var part in OfficeChart.IsNative(chart) ? chart.Parts() : []) yield return Native(package, part, ++drawings, words);
                if (chart.Kind == ChartKind.HeatMap) yield return DocxBlocks.Heat(chart, words.Category);
                else if (!report.IsBrief) yield return Behind(chart, words);
                yield return DocxBlocks.Paragraph("Figure");
            }

            foreach (var table in section.Tables)
            {
                yield return DocxBlocks.Caption(words.Table, ++tables, table.Title);
                yield return table.Rows.Count == 0
                    ? DocxBlocks.Paragraph("NoData", DocxBlocks.Run(table.EmptyText ?? words.NoRows))
                    : blocks.Table(table);
                yield return DocxBlocks.Paragraph("Figure");
            }
        }
    }

    /// <summary>The figures of a chart in words, for those who cannot see it and for print.</summary>
    private static XElement Behind(Chart chart, ReportWords words)
    {
        var columns = ChartGrid.Columns(chart).ToList();
        return DocxBlocks.Grid(
            chart.Title, [3, .. columns.Select(_ => Math.Min(1.4, 7.0 / columns.Count))], hasHeader: true, figures: true,
            ChartGrid.Rows(chart).Select((row, r) => (string[])[row, .. columns.Select((_, c) => ChartGrid.Text(chart, r, c))]).Prepend([words.Category, .. columns]));
    }

    private static XElement Native(OfficePackage package, Chart chart, int number, ReportWords words)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        var (path, id) = ($"word/charts/chart{n}.xml", $"rIdChart{n}");
        var sheet = OfficeChart.Sheet(chart, words.Data, words) with { Chart = null };
        package.Relate(Document, id, "chart", $"charts/chart{n}.xml");
        package.Add(path, OfficeChart.ContentType, OfficeChart.ChartSpace(chart, sheet.Name, "rId1"));
        package.Relate(path, "rId1", "package", $"../embeddings/chart{n}.xlsx");
        package.Add($"word/embeddings/chart{n}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", stream =>
            XlsxBook.Write([sheet], chart.Title, "", chart.Language, default, "1d3f6e", stream));
        return DocxBlocks.Paragraph("Figure", new XElement(W + "r", new XElement(W + "drawing", new XElement(
            Drawing + "inline",
            new XAttribute(XNamespace.Xmlns + "wp", Drawing), new XAttribute(XNamespace.Xmlns + "a", OfficeChart.A),
            new XElement(Drawing + "extent", new XAttribute("cx", 6_100_000), new XAttribute("cy", OfficeChart.Height(chart))),
            new XElement(
                Drawing + "docPr", new XAttribute("id", number), new XAttribute("name", $"{words.Chart} {n}"), new XAttribute("descr", XmlText.Clean(chart.Description))),
            new XElement(Drawing + "cNvGraphicFramePr"),
            OfficeChart.Graphic(id)))));
    }

    private static XElement Settings(ReportWords words) => new(
        W + "settings",
        new XAttribute(XNamespace.Xmlns + "w", W),
        new XElement(W + "zoom", new XAttribute(W + "percent", 100)),
        new XElement(W + "defaultTabStop", new XAttribute(W + "val", 708)),
        new XElement(W + "compat", new XElement(
            W + "compatSetting", new XAttribute(W + "name", "compatibilityMode"), new XAttribute(W + "uri", "http://schemas.microsoft.com/office/word"), new XAttribute(W + "val", 15))),
        new XElement(W + "themeFontLang", new XAttribute(W + "val", words.Locale)),
        DocxStyles.Val("decimalSymbol", words.Locale.StartsWith("en", StringComparison.Ordinal) ? "." : ","),
        DocxStyles.Val("listSeparator", ";"));

    private static XElement PageSetup() => new(
        W + "sectPr",
        DocxMargins.Reference("headerReference", "first"), DocxMargins.Reference("headerReference", "default"),
        DocxMargins.Reference("footerReference", "first"), DocxMargins.Reference("footerReference", "default"),
        new XElement(W + "pgSz", new XAttribute(W + "w", 11906), new XAttribute(W + "h", 16838)),
        new XElement(
            W + "pgMar", new XAttribute(W + "top", 1304), new XAttribute(W + "right", 1134), new XAttribute(W + "bottom", 1134), new XAttribute(W + "left", 1134),
            new XAttribute(W + "header", 600), new XAttribute(W + "footer", 560), new XAttribute(W + "gutter", 0)),
        new XElement(W + "titlePg"));

    private static string Bookmark(int section) => $"_Toc{(1000 + section).ToString(CultureInfo.InvariantCulture)}";
}
