// Whatever institutions type into their reports must stay text in every format.
using System.Text.Json;
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CommunicationStrategy.UnitTests.Documents.Reports;

[TestFixture]
internal sealed class ReportSafetyTests
{
    private static readonly string[] Formulas =
        ["=cmd|' /C calc'!A0", "+1+1", "-2+3+cmd", "@SUM(A1)", "\t=1+1", "\r=1+1", "=HYPERLINK(\"http://evil.example\";\"x\")"];

    private static readonly string[] Markup =
        ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]></w:t>", "&lt;b&gt;", "a\u0000b\u0008c\ud800d", "</style><script>", "{{7*7}}"];

    [TestCaseSource(nameof(Formulas))]
    public void Formulas_stay_text_in_spreadsheets(string payload)
    {
        var report = With(payload);
        using var csv = FormatReaders.Bytes(s => CsvReport.Write(report, s));
        Assert.That(FormatReaders.Csv(csv).SelectMany(l => l).Where(f => f.Length > 0 && !decimal.TryParse(f, out _)), Has.None.Match("^[=+@\t\r-]"));
        using var list = FormatReaders.Bytes(s => ListExport.WriteCsv(report.Sections[0].Tables[0], s));
        Assert.That(FormatReaders.Csv(list)[1][0], Is.EqualTo("'" + payload));

        using var xlsx = FormatReaders.Bytes(s => XlsxReport.Write(report, s));
        using var book = SpreadsheetDocument.Open(xlsx, false);
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).ToList();
        Assert.That(cells.Where(c => c.CellFormula is not null), Is.Empty);
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var carriers = cells.Where(c => c.InlineString?.Text?.Text is { } t && t == payload.Replace("\r", "\n", StringComparison.Ordinal)).ToList();
        Assert.That(carriers, Is.Not.Empty, "the text is kept as it was");
        Assert.That(carriers.Where(c => c.StyleIndex!.Value is not (9 or 10 or 11 or 12 or 14)).Select(c => formats[(int)c.StyleIndex!.Value].QuotePrefix?.Value), Is.All.True);
    }

    [Test]
    public void Negative_numbers_stay_numbers()
    {
        var table = new ReportTable("T", "T", [new("a", "A", CellKind.Decimal)], [[-5.25m]]);
        using var csv = FormatReaders.Bytes(s => ListExport.WriteCsv(table, s));
        Assert.That(FormatReaders.Csv(csv)[1][0], Is.EqualTo("-5.25"));
    }

    [TestCaseSource(nameof(Markup))]
    public void Markup_stays_text(string payload)
    {
        var report = With(payload);
        var html = HtmlReport.Write(report);
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Contain("default-src 'none'"));
        Assert.That(html.Split("</style>"), Has.Length.EqualTo(2), "nothing ends the style sheet early");

        using var docx = FormatReaders.Bytes(s => DocxReport.Write(report, s));
        using (var document = WordprocessingDocument.Open(docx, false)) Assert.That(FormatReaders.Problems(document), Is.Empty);
        using var xlsx = FormatReaders.Bytes(s => XlsxReport.Write(report, s));
        using (var book = SpreadsheetDocument.Open(xlsx, false)) Assert.That(FormatReaders.Problems(book), Is.Empty);
        using var json = FormatReaders.Bytes(s => JsonReport.Write(report, s));
        Assert.That(() => JsonDocument.Parse(json).Dispose(), Throws.Nothing);
    }

    [Test]
    public void Harmful_links_are_left_out()
    {
        var table = new ReportTable("T", "T", [new("a", "A", CellKind.Link)], [[new ReportCell("x", "javascript:alert(1)")], [new ReportCell("y", "file:///etc/passwd")], [new ReportCell("z", "https://exemplu.md/ș?a=1&b=2")]]);
        var report = new ReportDocument("T", null, "ro", [], [new("s", "S", [], [table], [])]);

        Assert.That(HtmlReport.Write(report), Does.Not.Contain("javascript:").And.Not.Contain("file:").And.Contain("https://exemplu.md/"));
        using var docx = FormatReaders.Bytes(s => DocxReport.Write(report, s));
        using var document = WordprocessingDocument.Open(docx, false);
        Assert.That(document.MainDocumentPart!.HyperlinkRelationships.Select(h => h.Uri.Host), Is.EqualTo(new[] { "exemplu.md" }));
    }

    private static ReportDocument With(string text) => new(text, text, "ro", [(text, text)],
        [new(text, text, [text], [new("T", text, [new("a", text), new("b", "B", CellKind.Integer)], [[text, 1], [new ReportCell("x", Note: text), 2]])], [new(ChartKind.StackedBars, text, text, [text], [new(text, [1])], "ro")])])
    { Author = text, FooterText = text, Watermark = text, AccentColour = text };
}
