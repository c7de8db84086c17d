// The figures of bullets and heat maps are the same in every format, and officers get something they can edit.
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Reports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CommunicationStrategy.UnitTests.Documents.Reports;

[TestFixture]
internal sealed class ChartFormatsTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static IEnumerable<Chart> Charts() =>
        new[] { "ro", "ru", "en" }.SelectMany(l => new[] { SampleReport.Bullets(l), SampleReport.Heat(l), SampleReport.Courses(l), Many(l), Institutions(l) });

    [TestCaseSource(nameof(Charts))]
    public void Office_files_are_valid(Chart chart)
    {
        using var docx = FormatReaders.Bytes(s => DocxReport.Write(Report(chart), s));
        using (var document = WordprocessingDocument.Open(docx, false)) Assert.That(FormatReaders.Problems(document), Is.Empty);
        using var xlsx = FormatReaders.Bytes(s => XlsxReport.Write(Report(chart), s));
        using var book = SpreadsheetDocument.Open(xlsx, false);
        Assert.That(FormatReaders.Problems(book), Is.Empty);
    }

    [TestCaseSource(nameof(Charts))]
    public void Figures_are_equal_in_every_format(Chart chart)
    {
        var report = Report(chart);
        var rows = ChartGrid.Rows(chart).ToList();
        var columns = ChartGrid.Columns(chart).Count();
        var expected = rows.Select((name, r) => Enumerable.Range(0, columns).Select(c => Machine(ChartGrid.Value(chart, r, c))).Prepend(name).ToList()).ToList();

        Assert.That(HtmlRows(HtmlReport.Write(report)).Select(Figures), Is.EqualTo(expected), "HTML");

        using var docx = FormatReaders.Bytes(s => DocxReport.Write(report, s));
        Assert.That(FormatReaders.WordTable(docx, chart.Title).Select(Figures), Is.EqualTo(expected), "DOCX");

        using var xlsx = FormatReaders.Bytes(s => XlsxReport.Write(report, s));
        Assert.That(FormatReaders.Sheet(xlsx, ReportWords.In(chart.Language).Chart).Skip(2).Select(r => Figures(r[..(columns + 1)])), Is.EqualTo(expected), "XLSX");

        using var csv = FormatReaders.Bytes(s => CsvReport.Write(report, s));
        var lines = FormatReaders.Csv(csv).Where(l => l[1] == "chart-1" && l[3] != "category").ToList();
        Assert.That(lines.Select(l => l[4]), Is.EqualTo(chart.Categories.SelectMany((_, c) => chart.Series.Select(s => Machine(chart.ValueOf(s, c))))), "CSV");

        using var json = JsonDocument.Parse(FormatReaders.Bytes(s => JsonReport.Write(report, s)));
        var series = json.RootElement.GetProperty("sections")[0].GetProperty("charts")[0].GetProperty("series").EnumerateArray()
            .Select(s => s.GetProperty("values").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? "" : v.GetDecimal().ToString("0.##", Invariant)).ToList());
        Assert.That(series, Is.EqualTo(chart.Series.Select(s => chart.Categories.Select((_, c) => Machine(chart.ValueOf(s, c))).ToList())), "JSON");
    }

    [Test]
    public void Bullets_in_word_are_native_bars_with_the_target_as_a_line()
    {
        using var stream = FormatReaders.Bytes(s => DocxReport.Write(Report(SampleReport.Bullets()), s));
        using var document = WordprocessingDocument.Open(stream, false);
        var space = document.MainDocumentPart!.ChartParts.Single().ChartSpace;

        Assert.That(space.Descendants<C.BarDirection>().Single().Val!.Value, Is.EqualTo(C.BarDirectionValues.Bar));
        Assert.That(space.Descendants<C.BarGrouping>().Single().Val!.Value, Is.EqualTo(C.BarGroupingValues.Clustered));
        Assert.That(space.Descendants<C.Values>().Select(v => string.Join(' ', v.Descendants<C.NumericPoint>().Select(p => $"{p.Index!.Value}={p.NumericValue!.Text}"))),
            Is.EqualTo(new[] { "0=0.825 2=1 3=1.185", "0=0.61 1=0.4 3=0.903" }), "what is missing is a gap, not a zero");
        var axis = space.Descendants<C.ValueAxis>().Single();
        Assert.That(axis.MajorGridlines, Is.Not.Null);
        Assert.That(axis.Elements<C.MajorUnit>().Single().Val!.Value, Is.EqualTo(1), "the grid line is the target");
        Assert.That(axis.Scaling!.MaxAxisValue!.Val!.Value, Is.EqualTo(1.3628).Within(0.0001), "room for what is beyond the target");
        Assert.That(document.MainDocumentPart.Document.Body!.InnerText, Does.Contain("necalculabil"));
        Assert.That(document.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single().Description!.Value, Is.EqualTo(SampleReport.Bullets().Description));
    }

    [Test]
    public void Many_bullets_are_drawn_in_parts_that_fit_a_page()
    {
        var chart = Many("ro");
        using var stream = FormatReaders.Bytes(s => DocxReport.Write(Report(chart), s));
        using var document = WordprocessingDocument.Open(stream, false);
        var parts = document.MainDocumentPart!.ChartParts.OrderBy(p => p.Uri.ToString(), StringComparer.Ordinal).Select(p => p.ChartSpace).ToList();

        Assert.That(parts, Has.Count.EqualTo(3));
        Assert.That(parts.SelectMany(p => p.Descendants<C.CategoryAxisData>().First().Descendants<C.NumericValue>().Select(n => n.Text)), Is.EqualTo(chart.Categories));
        Assert.That(parts.Select(p => p.Descendants<C.MaxAxisValue>().Single().Val!.Value).Distinct().Count(), Is.EqualTo(1), "one scale");
        Assert.That(document.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>().Select(e => e.Cy!.Value), Is.All.LessThan(8_400_000), "a page within its margins");
        Assert.That(document.MainDocumentPart.Document.Descendants<W.Table>().Count(), Is.EqualTo(1), "one table of figures for all parts");
        var html = HtmlReport.Write(Report(chart));
        Assert.That(Count(html, "<svg "), Is.EqualTo(3));
        Assert.That(Count(html, "<figcaption>"), Is.EqualTo(1));

        using var xlsx = FormatReaders.Bytes(s => XlsxReport.Write(Report(chart), s));
        using var book = SpreadsheetDocument.Open(xlsx, false);
        Assert.That(book.WorkbookPart!.WorksheetParts.SelectMany(p => p.DrawingsPart?.ChartParts ?? []).Count(), Is.EqualTo(1), "a sheet is as long as it must be");
    }

    [Test]
    public void A_heat_map_in_word_is_a_shaded_table_with_repeated_heads()
    {
        var chart = Institutions("ru");
        using var stream = FormatReaders.Bytes(s => DocxReport.Write(Report(chart), s));
        using var document = WordprocessingDocument.Open(stream, false);
        var table = document.MainDocumentPart!.Document.Descendants<W.Table>().Single();

        Assert.That(document.MainDocumentPart.ChartParts, Is.Empty);
        Assert.That(table.Elements<W.TableRow>().First().Descendants<W.TableHeader>(), Is.Not.Empty);
        Assert.That(table.Descendants<W.TableDescription>().Single().Val!.Value, Is.EqualTo(chart.Description));
        var shades = table.Elements<W.TableRow>().Skip(1).Select(r => r.Elements<W.TableCell>().Skip(1).Select(c =>
            (c.Descendants<W.Shading>().FirstOrDefault()?.Fill?.Value, c.Descendants<W.Color>().First().Val!.Value)).ToList());
        Assert.That(shades, Is.EqualTo(chart.Series.Select(s => chart.Categories.Select((_, c) => chart.ValueOf(s, c) is { } value
            ? ((string?)HeatStep.Of(value).Colour.ToUpperInvariant(), HeatStep.Of(value).OnColour.ToUpperInvariant()) : (null, "56616E")).ToList())));
    }

    [Test]
    public void A_heat_map_in_a_workbook_is_shaded_by_rules()
    {
        using var stream = FormatReaders.Bytes(s => XlsxReport.Write(Report(SampleReport.Heat()), s));
        using var book = SpreadsheetDocument.Open(stream, false);
        var shading = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Elements<ConditionalFormatting>()).Single();
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.DifferentialFormats!.Elements<DifferentialFormat>().ToList();

        Assert.That(shading.SequenceOfReferences!.InnerText, Is.EqualTo("B3:D6"));
        var rules = shading.Elements<ConditionalFormattingRule>().OrderBy(r => r.Priority!.Value).ToList();
        Assert.That(rules.Select(r => r.GetFirstChild<Formula>()!.Text), Is.EqualTo(new[] { "0.8", "0.6", "0.4", "0.2", "0" }.Select(from => $"AND(ISNUMBER(B3),B3>={from})")));
        Assert.That(rules.Select(r => formats[(int)r.FormatId!.Value].Fill!.PatternFill!.BackgroundColor!.Rgb!.Value),
            Is.EqualTo(HeatStep.All.Reverse().Select(s => "FF" + s.Colour.ToUpperInvariant())));
        Assert.That(rules.Select(r => r.StopIfTrue?.Value), Is.All.True);
    }

    [Test]
    public void A_workbook_says_why_a_bullet_is_missing_beside_the_figures()
    {
        using var stream = FormatReaders.Bytes(s => XlsxReport.Write(Report(SampleReport.Bullets()), s));
        var sheet = FormatReaders.Sheet(stream, "Diag");

        Assert.That(sheet[1], Is.EqualTo(new[] { "Categorie", "Atins", "Anterior", "Atins – notă" }));
        Assert.That(sheet.Skip(2).Select(r => r[3]), Is.EqualTo(new[] { "", "necalculabil", "", "" }));
    }

    [Test]
    public void Bars_of_several_series_stay_in_groups_and_keep_every_name_and_value()
    {
        string[] names = ["Бюджет Республики Молдова, выделенный центральным органам управления", "Resurse ale partenerilor de dezvoltare", "Surse neidentificate"];
        var chart = new Chart(ChartKind.Bars, "Mijloace", "%", names, [new("planificat", [100, 120, 30]), new("alocat", [90, null, 20]), new("cheltuit", [10, 20, 30])], "ro");
        using var stream = FormatReaders.Bytes(s => DocxReport.Write(Report(chart), s));
        using var document = WordprocessingDocument.Open(stream, false);
        var space = document.MainDocumentPart!.ChartParts.Single().ChartSpace;

        Assert.That(space.Descendants<C.BarGrouping>().Single().Val!.Value, Is.EqualTo(C.BarGroupingValues.Clustered));
        Assert.That(space.Descendants<C.BarChartSeries>().Count(), Is.EqualTo(3));
        Assert.That(space.Descendants<C.Overlap>(), Is.Empty);
        Assert.That(space.Descendants<C.TickLabelSkip>().Single().Val!.Value, Is.EqualTo(1), "no name is skipped");
        Assert.That(space.Descendants<C.MaxAxisValue>(), Is.Empty, "a share above the whole is not cut");
    }

    private static Chart Many(string language) => new(
        ChartKind.Bullet, "Indicatori", "%", [.. Enumerable.Range(1, 25).Select(i => $"Indicatorul nr. {i} privind informarea <&\"'> grupurilor vulnerabile")],
        [new("Atins", [.. Enumerable.Range(1, 25).Select(i => i % 6 == 0 ? null : (decimal?)(i * 5.25))]), new("Anterior", [.. Enumerable.Range(1, 25).Select(i => i % 4 == 0 ? null : (decimal?)(i * 3))])], language);

    private static Chart Institutions(string language) => new(
        ChartKind.HeatMap, "Instituții", "%", ["T1 2025", "T2 2025", "T3 2025", "T4 2025", "T1 2026"],
        [.. Enumerable.Range(1, 30).Select(i => new ChartSeries($"Учреждение № {i} <&\"'>", [.. Enumerable.Range(0, 5).Select(c => (i + c) % 7 == 0 ? null : (decimal?)((i * 17 + c * 31) % 1001 / 10m))]))], language);

    private static ReportDocument Report(Chart chart) => new("T", null, chart.Language, [], [new("s", "S", [], [], [chart])]);

    private static List<List<string>> HtmlRows(string html)
    {
        var table = Regex.Match(html, "<table class=\"chart-data[^>]*>.*?<tbody>(?<rows>.*?)</tbody>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["rows"].Value;
        return [.. Regex.Matches(table, "<tr>(?<cells>.*?)</tr>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(row =>
            Regex.Matches(row.Groups["cells"].Value, "<t[hd][^>]*>(?<text>.*?)</t[hd]>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Select(cell => WebUtility.HtmlDecode(cell.Groups["text"].Value)).ToList())];
    }

    private static string Machine(decimal? value) => value is { } number ? Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.##", Invariant) : "";

    /// <summary>A row as printed with its figures for machines; words and dashes for what is missing become nothing.</summary>
    private static List<string> Figures(List<string> row) => [row[0], .. row.Skip(1).Select(text =>
        decimal.TryParse(text.Replace("\u00a0%", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.Number, Invariant, out var number) ? number.ToString("0.##", Invariant) : "")];

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
