using System.IO.Compression;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>Workbooks that may not be imported: each is refused by name, with the cell to mend.</summary>
public sealed class XlsxProblemTests
{
    private const string Data = """<row r="1"><c r="A1" t="str"><v>Nr</v></c><c r="B1" t="str"><v>Acțiune</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>Club</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>""";

    [Test]
    public void A_merged_cell_in_the_table_is_named()
    {
        var reading = Workbook.Of(Data, """<mergeCells><mergeCell ref="B2:B3"/></mergeCells>""").Read();

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.merged-cell B2" }));
        Assert.That(reading.Problems[0].Message, Does.Contain("plan.xlsx").And.Contain("Plan").And.Contain("B2").And.Contain("Unmerge"));
        Assert.That(reading.Problems[0].Args, Is.EquivalentTo(new Dictionary<string, string>(StringComparer.Ordinal) { ["file"] = "plan.xlsx", ["sheet"] = "Plan", ["cell"] = "B2", ["range"] = "B2:B3" }));
        Assert.That(reading.Table!.Rows, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_merged_title_above_the_header_does_no_harm()
    {
        var rows = """<row r="1"><c r="A1" t="str"><f>"Plan"</f><v>Plan</v></c></row><row r="3"><c r="A3" t="str"><v>Nr</v></c><c r="B3" t="str"><v>X</v></c></row><row r="4"><c r="A4"><v>1</v></c></row>""";
        var reading = Workbook.Of(rows, """<mergeCells><mergeCell ref="A1:F2"/><mergeCell ref="A40:B41"/></mergeCells>""").Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Nr", "X" }));
    }

    [Test]
    public void Formulas_and_error_values_are_named()
    {
        var reading = Workbook.Of(Data + """<row r="4"><c r="A4"><f>SUM(A2:A3)</f><v>3</v></c><c r="B4" t="e"><v>#N/A</v></c></row>""").Read();

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.formula A4", "table.error-value B4" }));
        Assert.That(reading.Row(4), Does.Not.Contain("3"), "a formula's stored result is not trusted");
    }

    [Test]
    public void Headers_must_be_there_and_differ()
    {
        var reading = Workbook.OfTexts(["Nr", " nr ", "", "x"], ["1", "2", "3", "4", "5"]).Read();

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.duplicate-header B1", "table.missing-header C2", "table.extra-cell E2" }));
    }

    [Test]
    public void Limits_name_the_first_cell_beyond_them()
    {
        var limits = new TableLimits { MaxRows = 2, MaxColumns = 3, MaxCellLength = 5 };
        var reading = Workbook.OfTexts(["a", "b", "c"], ["1", "longer", "", "x"], ["2"], ["3"], ["4"]).Read(limits);

        Assert.That(reading.Places(), Is.EquivalentTo(new[] { "table.cell-too-long B2", "table.too-many-columns D2", "table.too-many-rows A4" }));
        Assert.That(reading.Table!.Rows, Has.Count.EqualTo(2));
    }

    [Test]
    public void Styled_but_empty_cells_and_rows_count_for_nothing()
    {
        var far = string.Concat(Enumerable.Range(1000, 500).Select(r => $"<row r=\"{r}\"><c r=\"XFD{r}\" s=\"0\"/></row>"));
        var reading = Workbook.Of(Data + far).Read(new TableLimits { MaxRows = 5, MaxColumns = 5 });

        Assert.That(reading.Problems, Is.Empty);
    }

    [Test]
    public void A_long_list_of_one_kind_is_cut_and_counted()
    {
        var rows = string.Concat(Enumerable.Range(4, 250).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\"><f>1</f></c></row>"));
        var problems = Workbook.Of(Data + rows).Read().Problems;

        Assert.That(problems, Has.Count.EqualTo(101));
        Assert.That(problems[^1].Code, Is.EqualTo(TableCodes.More));
        Assert.That(problems[^1].Args["count"], Is.EqualTo("150"));
    }

    [Test]
    public void A_zip_bomb_is_left_before_it_unpacks()
    {
        var bomb = Workbook.Of(Data + new string(' ', 60_000_000)).ToBytes();
        Assert.That(bomb, Has.Length.LessThan(200_000));

        Assert.That(Tables.Read(bomb).Places(), Is.EqualTo(new[] { "table.zip-bomb" }));
    }

    [Test]
    public void A_zip_bomb_that_lies_about_its_size_is_measured_while_it_unpacks()
    {
        var bomb = Workbook.Of(Data + new string(' ', 60_000_000)).ToBytes();
        SetDeclaredSizes(bomb, "xl/worksheets/sheet1.xml", 1_000);

        Assert.That(Tables.Read(bomb).Places(), Has.Length.EqualTo(1).And.One.AnyOf("table.zip-bomb", "table.broken-file"));
        Assert.That(Workbook.Of(Data + new string(' ', 60_000)).Read(new TableLimits { MaxUnpackedBytes = 50_000 }).Places(), Is.EqualTo(new[] { "table.zip-bomb" }));
    }

    [Test]
    public void Too_many_parts_are_refused()
    {
        var workbook = Workbook.Of(Data);
        for (var i = 0; i < 50; i++) workbook.With($"xl/media/{i}.xml", "");

        Assert.That(workbook.Read(new TableLimits { MaxEntries = 40 }).Places(), Is.EqualTo(new[] { "table.zip-bomb" }));
    }

    [Test]
    public void A_file_larger_than_allowed_is_refused()
    {
        var reading = Workbook.Of(Data).Read(new TableLimits { MaxBytes = 1_000 });

        Assert.That(reading.Table, Is.Null);
        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.too-large" }));
    }

    [Test]
    public void Text_repeated_without_end_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(4, 5_000).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\" t=\"s\"><v>0</v></c></row>"));
        var reading = Workbook.Of(Data + rows).WithStrings($"<t>{new string('x', 1_000)}</t>").Read(new TableLimits { MaxTextLength = 1_000_000 });

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.too-large" }));
    }

    [Test]
    public void External_entities_and_document_types_are_never_read()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "secret");
        var reading = Workbook.Of("").With("xl/worksheets/sheet1.xml", $"""<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>{Workbook.Sheet(Workbook.Rows(["a", "b"], ["&e;", "1"]))}""").Read();
        File.Delete(secret);

        Assert.That(reading.Table, Is.Null);
        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [TestCase("<a>", 200_000)]
    [TestCase("<c t=\"inlineStr\"><is><t>", 1)]
    public void Endless_nesting_is_broken(string open, int times)
    {
        var reading = Workbook.Of(Data + string.Concat(Enumerable.Repeat(open, times))).Read();

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [TestCase("<![CDATA[x]]>")]
    [TestCase("\0")]
    public void What_could_hide_endless_text_is_broken(string hidden)
    {
        Assert.That(Workbook.Of(Data + $"<row r=\"9\"><c r=\"A9\" t=\"str\"><v>{hidden}</v></c></row>").Read().Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [Test]
    public void Endless_new_names_are_broken()
    {
        var names = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<n{i}/>"));

        Assert.That(Workbook.Of(Data + names).Read().Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [Test]
    public void A_huge_attribute_is_broken()
    {
        var noise = new Random(3);
        var value = string.Concat(Enumerable.Range(0, 3_000_000).Select(_ => (char)('a' + noise.Next(26))));
        var reading = Workbook.Of(Data + $"<row r=\"9\" x=\"{value}\"/>").Read();

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [Test]
    public void A_flipped_byte_in_a_part_is_noticed_by_its_checksum()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in Workbook.Of(Data).Parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(xml);
            }
        }

        var bytes = file.ToArray();
        Assert.That(Tables.Read(bytes).Problems, Is.Empty);
        bytes[bytes.AsSpan().IndexOf("Club"u8)] = (byte)'K';

        Assert.That(Tables.Read(bytes).Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [Test]
    public void A_truncated_file_is_broken()
    {
        var bytes = Workbook.Of(Data).ToBytes();

        Assert.That(Tables.Read(bytes[..(bytes.Length / 2)]).Places(), Is.EqualTo(new[] { "table.broken-file" }));
    }

    [Test]
    public void Macros_are_refused()
    {
        var reading = Workbook.Of(Data).With("xl/vbaProject.bin", "x").Read();

        Assert.That(reading.Table, Is.Null);
        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.macros" }));
    }

    [Test]
    public void Empty_and_hidden_workbooks_say_so()
    {
        Assert.That(Workbook.Of("").Read().Places(), Is.EqualTo(new[] { "table.empty" }));
        Assert.That(Workbook.Of(Data).WithSheets("""<sheet name="Plan" state="veryHidden" r:id="r1"/>""").Read().Places(), Is.EqualTo(new[] { "table.empty" }));
        Assert.That(Workbook.OfTexts(["a", "b"]).Read().Places(), Is.EqualTo(new[] { "table.no-rows A1" }));
    }

    private static void SetDeclaredSizes(byte[] zip, string part, int size)
    {
        var name = System.Text.Encoding.ASCII.GetBytes(part);
        for (var at = 0; (at = Array.IndexOf(zip, name[0], at)) >= 0; at++)
        {
            if (!zip.AsSpan(at).StartsWith(name)) continue;
            // The size stands 24 bytes into a central entry, whose name begins 46 bytes in; 22 and 30 in a local one.
            if (at >= 46 && zip.AsSpan(at - 46).StartsWith("PK\x01\x02"u8)) BitConverter.TryWriteBytes(zip.AsSpan(at - 46 + 24), size);
            if (at >= 30 && zip.AsSpan(at - 30).StartsWith("PK\x03\x04"u8)) BitConverter.TryWriteBytes(zip.AsSpan(at - 30 + 22), size);
        }
    }
}
