using CommunicationStrategy.Documents.Tables;
using static CommunicationStrategy.UnitTests.Documents.Tables.WordFile;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>Documents that may not be imported: each is refused by name, and none costs more than a plan may.</summary>
public sealed class DocxProblemTests
{
    private static readonly string Plan = Table(2, Row("Nr", "Acțiune"), Row("1", "Club"));

    [Test]
    public void A_document_without_a_table_is_told_so()
    {
        Assert.That(Of(P(R("Numai text"))).Read().Places(), Is.EqualTo(new[] { "table.empty" }));
        Assert.That(Of(Table(1, Row("o singură coloană"))).Read().Places(), Is.EqualTo(new[] { "table.empty" }));
        Assert.That(Of(Table(2, Row("Nr", "A"))).Read().Places(), Is.EqualTo(new[] { "table.no-rows A1" }));
    }

    [Test]
    public void Headers_must_be_there_and_differ()
    {
        var reading = Of(Plan + Table(4, Row("Nr", "nr", "", "A"), Row("1", "x", "x", "x", "x"), Row("2", "x", "", "x"))).Read();

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.other-table", "table.duplicate-header B1", "table.missing-header C2", "table.extra-cell E2" }));
        Assert.That(reading.Problems.Select(p => p.Table), Is.EqualTo(new int?[] { 1, 2, 2, 2 }));
    }

    [TestCase("word/vbaProject.bin", "x")]
    [TestCase("[Content_Types].xml", """<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>""")]
    public void Macros_are_refused(string part, string text)
    {
        Assert.That(Of(Plan).With(part, text).Read().Places(), Is.EqualTo(new[] { "table.macros" }));
    }

    [Test]
    public void Limits_name_table_and_cell()
    {
        var limits = new TableLimits { MaxRows = 2, MaxColumns = 3, MaxCellLength = 5 };
        var long3 = Of(Table(2, Row("a", "b"), Row("1", "longer"), Row("2", "x"), Row("3", "x"))).Read(limits);
        Assert.That(long3.Places(), Is.EqualTo(new[] { "table.cell-too-long B2", "table.too-many-rows A4" }));

        var wide = Of(Plan + Table(2, Row("1", "2", "3", "4"))).Read(limits);
        Assert.That(wide.Places(), Is.EqualTo(new[] { "table.too-many-columns D1" }));
        Assert.That(wide.Problems[0].Table, Is.EqualTo(2));

        var endless = Of(Table(2, [.. Enumerable.Repeat(Row("", ""), 1_100)])).Read(limits);
        Assert.That(endless.Places(), Is.EqualTo(new[] { "table.too-many-rows" }));
    }

    [Test]
    public void Text_repeated_without_end_is_refused()
    {
        var rows = Enumerable.Repeat(Row(Covered(), "x"), 5_000);
        var reading = Of(Table(2, [Row("Nr", "A"), Row(First(new string('x', 1_000)), "x"), .. rows])).Read(new TableLimits { MaxTextLength = 1_000_000 });

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.too-large" }));
    }

    [Test]
    public void A_zip_bomb_is_left_before_it_unpacks()
    {
        Assert.That(Of(Plan + new string(' ', 60_000_000)).Read().Places(), Is.EqualTo(new[] { "table.zip-bomb" }));
        Assert.That(Of(Plan + string.Concat(Enumerable.Repeat("<w:tbl/>", 2_000_000))).Read().Places(), Has.Length.EqualTo(1).And.One.AnyOf("table.zip-bomb", "table.too-many-rows"));
        Assert.That(Of(Plan).With("word/numbering.xml", new string(' ', 60_000_000)).Read().Places(), Is.EqualTo(new[] { "table.zip-bomb" }));
    }

    [TestCase("word/document.xml")]
    [TestCase("word/styles.xml")]
    [TestCase("word/numbering.xml")]
    [TestCase("word/footnotes.xml")]
    public void External_entities_and_document_types_are_never_read(string part)
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "secret");
        var reading = Of(Plan).With(part, $"""<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>{Root("document", $"<w:body>{Table(2, Row("a", "b"), Row("&e;", "1"))}</w:body>")}""").Read();
        File.Delete(secret);

        Assert.That(reading.Table, Is.Null);
        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [Test]
    public void What_stands_elsewhere_is_not_fetched()
    {
        var relations = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://x/styles" Target="http://127.0.0.1:9/styles.xml" TargetMode="External"/><Relationship Id="a" Type="http://x/aFChunk" Target="../../../../etc/passwd"/></Relationships>""";

        Assert.That(Of(Plan + "<w:altChunk/>").With("word/_rels/document.xml.rels", relations).Read().Problems, Is.Empty);
    }

    [TestCase("<w:tbl><w:tr><w:tc>", 30_000)]
    [TestCase("<w:p><w:r>", 100_000)]
    [TestCase("<w:sdt><w:sdtContent>", 100_000)]
    public void Endless_nesting_is_broken(string open, int times)
    {
        Assert.That(Of(Plan + string.Concat(Enumerable.Repeat(open, times))).Read().Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [Test]
    public void Rows_of_a_hundred_cells_and_endless_spans_stay_bounded()
    {
        var wide = Enumerable.Range(1, 100).Select(i => $"c{i}").ToArray();
        Assert.That(Of(Table(100, Row(wide), Row(wide[..99]))).Read().Table!.Headers, Has.Count.EqualTo(100));

        var spans = Row(Cell(P(R("a")), """<w:gridSpan w:val="2147483647"/>"""), Cell(P(R("b")), """<w:gridSpan w:val="2147483647"/>"""));
        Assert.That(Of(Table(2, [Row("Nr", "A"), .. Enumerable.Repeat(spans, 200)])).Read().Table, Is.Not.Null);
    }

    [Test]
    public void Endless_counting_stays_bounded()
    {
        var numbering = Root("numbering", """<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%1%1%1%1%1%1%1%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""");

        Assert.That(Of(Table(2, Row("Nr", "A"), Row(Cell(Numbered(1, 0)), "x"))).With("word/numbering.xml", numbering).Read().Row(2)[0], Has.Length.LessThan(100));
    }
}
