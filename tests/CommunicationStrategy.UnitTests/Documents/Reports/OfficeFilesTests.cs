// Word and Excel files hold to the standard, and carry what officers rely on: styles, fields, native charts, alt texts.
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CommunicationStrategy.UnitTests.Documents.Reports;

[TestFixture]
internal sealed class OfficeFilesTests
{
    private static IEnumerable<ReportDocument> Reports() => [SampleReport.Romanian("PROIECT"), SampleReport.Russian(), new ReportDocument("T", null, "en", [], [])];

    [TestCaseSource(nameof(Reports))]
    public void Word_file_is_valid(ReportDocument report)
    {
        using var stream = FormatReaders.Bytes(s => DocxReport.Write(report, s));
        using var document = WordprocessingDocument.Open(stream, false);
        Assert.That(FormatReaders.Problems(document), Is.Empty);
    }

    [TestCaseSource(nameof(Reports))]
    public void Workbook_is_valid(ReportDocument report)
    {
        using var stream = FormatReaders.Bytes(s => XlsxReport.Write(report, s));
        using var book = SpreadsheetDocument.Open(stream, false);
        Assert.That(FormatReaders.Problems(book), Is.Empty);
    }

    [TestCase("", "ro")]
    [TestCase("Ана Чобану", "ru")]
    public void Letter_is_valid_and_ends_with_the_signature(string signatory, string language)
    {
        var table = new ReportTable("T", "Restanțe", [new("no", "Nr."), new("due", "Termen", CellKind.Date)], [["1.2", new DateOnly(2026, 3, 31)]]);
        var letter = new OfficialLetter(
            language, "Secretariatul permanent", "Nr. ____ din ____", ["Ministerul Afacerilor Interne", "Domnului ministru"], "Activități restante", new DateOnly(2026, 11, 26),
            ["Stimate domnule ministru,", "Următoarele activități <sunt> restante & așteaptă."], table, ["Vă rugăm să ne comunicați măsurile luate."], "Cu respect,", signatory, "Șef al secretariatului");
        using var stream = FormatReaders.Bytes(s => DocxLetter.Write(letter, s));
        using var document = WordprocessingDocument.Open(stream, false);

        Assert.That(FormatReaders.Problems(document), Is.Empty);
        var lines = document.MainDocumentPart!.Document.Body!.Elements<W.Paragraph>().Select(p => p.InnerText).ToList();
        Assert.That(lines[^1], signatory.Length == 0 ? Does.StartWith("____") : Is.EqualTo(signatory));
        Assert.That(lines, Has.Some.EqualTo("Următoarele activități <sunt> restante & așteaptă."));
        Assert.That(document.MainDocumentPart.Document.Body!.Elements<W.Table>().Single().InnerText, Does.Contain("31.03.2026"));
    }

    [Test]
    public void Word_file_has_what_an_officer_expects()
    {
        using var stream = FormatReaders.Bytes(s => DocxReport.Write(SampleReport.Romanian("PROIECT"), s));
        using var document = WordprocessingDocument.Open(stream, false);
        var main = document.MainDocumentPart!;
        var body = main.Document.Body!;

        Assert.That(body.Descendants<W.ParagraphStyleId>().Select(s => s.Val!.Value), Is.SupersetOf(new[] { "Title", "Heading1", "TOC1", "Caption" }));
        Assert.That(body.Descendants<W.FieldCode>().Select(f => f.Text), Has.Some.Contains("TOC \\o"));
        Assert.That(body.Descendants<W.Table>().Where(t => t.Descendants<W.TableCaption>().Any(c => c.Val!.Value!.StartsWith("Activități scadente", StringComparison.Ordinal))).SelectMany(t => t.Descendants<W.TableHeader>()), Is.Not.Empty);
        Assert.That(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Select(p => p.Description!.Value), Is.All.Not.Empty);
        Assert.That(main.StyleDefinitionsPart!.Styles!.Descendants<W.Languages>().First().Val!.Value, Is.EqualTo("ro-RO"));
        Assert.That(main.HeaderParts.Select(h => h.Header.OuterXml), Is.All.Contains("PROIECT"));
        Assert.That(main.FooterParts.Select(f => f.Footer.OuterXml), Has.Some.Contains("NUMPAGES"));
    }

    [Test]
    public void Charts_in_word_are_native_and_hold_their_workbook()
    {
        using var stream = FormatReaders.Bytes(s => DocxReport.Write(SampleReport.Romanian(), s));
        using var document = WordprocessingDocument.Open(stream, false);
        var charts = document.MainDocumentPart!.ChartParts.ToList();

        Assert.That(charts, Has.Count.EqualTo(4), "lines, stacked bars, bars, bullets");
        foreach (var chart in charts)
        {
            using var book = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), false);
            Assert.That(FormatReaders.Problems(book), Is.Empty);
            var formula = chart.ChartSpace.Descendants<C.Formula>().First().Text;
            Assert.That(formula, Does.StartWith($"'{book.WorkbookPart!.Workbook.Descendants<Sheet>().Single().Name}'!"));
        }

        var stacked = charts.Single(c => c.ChartSpace.Descendants<C.BarGrouping>().Any(g => g.Val!.Value == C.BarGroupingValues.Stacked));
        var points = stacked.ChartSpace.Descendants<C.Values>().Select(v => string.Join(',', v.Descendants<C.NumericValue>().Select(n => n.Text)));
        Assert.That(points, Is.EqualTo(SampleReport.Stacked().Series.Select(s => string.Join(',', s.Values))));
    }

    [Test]
    public void Workbook_has_typed_cells_frozen_headers_and_a_native_chart()
    {
        using var stream = FormatReaders.Bytes(s => XlsxReport.Write(SampleReport.Romanian(), s));
        using var book = SpreadsheetDocument.Open(stream, false);
        var names = book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!).ToList();

        Assert.That(names, Has.All.Length.LessThanOrEqualTo(31));
        Assert.That(names, Is.Unique);
        Assert.That(book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Pane>()).Count(), Is.GreaterThanOrEqualTo(3));
        Assert.That(book.WorkbookPart.WorksheetParts.Count(p => p.DrawingsPart?.ChartParts.Any() == true), Is.EqualTo(4));
        Assert.That(book.WorkbookPart.WorksheetParts.SelectMany(p => p.HyperlinkRelationships).Select(h => h.Uri.ToString()), Does.Contain("https://exemplu.md/activitati/0"));
    }

    [Test]
    public void Sheet_names_are_safe_and_unique()
    {
        List<string> taken = [];
        string[] titles = ["T1 [a]:b*?/\\c", "T1 a b c", "", "'", "History", new string('ș', 60), new string('ș', 60)];
        foreach (var title in titles) XlsxBook.SafeName(title, taken);

        Assert.That(taken.Select(t => t.ToUpperInvariant()), Is.Unique);
        Assert.That(taken, Has.All.Length.InRange(1, 31));
        Assert.That(taken, Has.None.Match(@"[\[\]:*?/\\]"));
    }

    [Test]
    public void A_list_of_100_000_rows_streams()
    {
        var table = new ReportTable("list", "Activități", [new("no", "Nr.", CellKind.Integer), new("title", "Activitate"), new("due", "Termen", CellKind.Date), new("rate", "Rata", CellKind.Percent)], new ManyRows(100_000));
        using var output = new ForwardOnly();
        ListExport.WriteXlsx(table, "ro", output);

        Assert.That(output.Length, Is.GreaterThan(1_000_000));
        Assert.That(output.PeakGrowth, Is.LessThan(150_000_000), "the heap must stay flat");
        using var again = new MemoryStream(output.ToArray());
        using var book = SpreadsheetDocument.Open(again, false);
        var part = book.WorkbookPart!.WorksheetParts.Single();
        using var reader = OpenXmlReader.Create(part);
        var rows = 0;
        while (reader.Read()) rows += reader.ElementType == typeof(Row) && reader.IsStartElement ? 1 : 0;
        Assert.That(rows, Is.EqualTo(100_001));
    }

    [Test]
    public void A_list_is_valid_and_starts_with_its_header()
    {
        var table = new ReportTable("list", "Activități / 2026", [new("no", "Nr."), new("rate", "Rata", CellKind.Percent)], [["1.1", 66.7m], ["1.10", ReportCell.Empty]]);
        using var xlsx = FormatReaders.Bytes(s => ListExport.WriteXlsx(table, "ro", s));
        using (var book = SpreadsheetDocument.Open(xlsx, false)) Assert.That(FormatReaders.Problems(book), Is.Empty);
        Assert.That(FormatReaders.Sheet(xlsx, ""), Is.EqualTo(new[] { new[] { "Nr.", "Rata" }, ["1.1", "66.7"], ["1.10", ""] }));

        var noted = new ReportTable("list", "L", [new("due", "Termen", CellKind.Date)], [[new ReportCell(new DateOnly(2026, 9, 30), Note: "prelungit")]]);
        using var withNotes = FormatReaders.Bytes(s => ListExport.WriteCsv(noted, s));
        Assert.That(FormatReaders.Csv(withNotes), Is.EqualTo(new[] { new[] { "Termen", "Termen *" }, ["2026-09-30", "prelungit"] }));

        using var csv = FormatReaders.Bytes(s => ListExport.WriteCsv(table, s));
        Assert.That(FormatReaders.Csv(csv), Is.EqualTo(new[] { new[] { "Nr.", "Rata" }, ["1.1", "66.7"], ["1.10", ""] }));
    }

    private sealed class ManyRows(int count) : IReadOnlyList<IReadOnlyList<ReportCell>>
    {
        public int Count => count;

        public IReadOnlyList<ReportCell> this[int index] => [index, $"Activitatea nr. {index}", new DateOnly(2026, 1, 1).AddDays(index % 700), index % 1000 / 10m];

        public IEnumerator<IReadOnlyList<ReportCell>> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>A stream like a network's: it can only be written onwards. It notes how large the heap grows meanwhile.</summary>
    private sealed class ForwardOnly : Stream
    {
        private readonly MemoryStream kept = new();
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);

        /// <summary>Of the heap over what the tests before have left there, in bytes.</summary>
        public long PeakGrowth { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => kept.Length;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public byte[] ToArray() => kept.ToArray();

        public override void Write(byte[] buffer, int offset, int count)
        {
            kept.Write(buffer, offset, count);
            PeakGrowth = Math.Max(PeakGrowth, GC.GetTotalMemory(forceFullCollection: false) - before);
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
