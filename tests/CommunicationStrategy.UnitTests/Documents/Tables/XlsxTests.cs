using System.Globalization;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>What a workbook's cells say, whichever program wrote them.</summary>
public sealed class XlsxTests
{
    private const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t>Nr</t></is></c><c r="B1" t="inlineStr"><is><t>Termen</t></is></c></row>""";

    [Test]
    public void A_plan_saved_by_LibreOffice_reads_as_the_csv_it_was_made_of()
    {
        var csv = Tables.Data("actionplan-A.csv");
        var xlsx = Tables.Data("actionplan-A.xlsx");

        Assert.That(xlsx.Problems, Is.Empty);
        Assert.That(csv.Problems, Is.Empty);
        Assert.That(xlsx.Table!.Headers, Is.EqualTo(csv.Table!.Headers));
        Assert.That(xlsx.Table.Rows, Has.Count.EqualTo(91));
        foreach (var (left, right) in csv.Table.Rows.Zip(xlsx.Table.Rows))
        {
            Assert.That(right.Number, Is.EqualTo(left.Number));
            Assert.That(right.Cells.Select(Canonical), Is.EqualTo(left.Cells.Select(Canonical)));
        }
    }

    [Test]
    public void Texts_are_read_from_all_the_places_where_programs_keep_them()
    {
        var reading = Workbook.Of(Header + """<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="str"><v>a_x000D_&#10;b</v></c><c r="B3" t="inlineStr"><is><r><t>Club</t></r><r><t xml:space="preserve"> de presă</t></r></is></c></row>""")
            .WithStrings("<t>Ședință</t>", """<r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>runs</t></r><rPh sb="0" eb="1"><t>guide</t></rPh>""")
            .Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Row(2), Is.EqualTo(new[] { "Ședință", "two runs" }));
        Assert.That(reading.Row(3), Is.EqualTo(new[] { "a\nb", "Club de presă" }));
    }

    [TestCase("2238.6999999999998", "General", "2238.7")]
    [TestCase("0.30000000000000004", "General", "0.3")]
    [TestCase("1E-7", "General", "0.0000001")]
    [TestCase("1.5E15", "General", "1500000000000000")]
    [TestCase("-12", "General", "-12")]
    [TestCase("2238.7", "#,##0.00", "2238.7")]
    [TestCase("1.1", "0.00", "1.10")]
    [TestCase("1.125", "0.00", "1.125")]
    [TestCase("7", "000", "007")]
    [TestCase("0.3", "0%", "30%")]
    [TestCase("45962", "dd/mm/yyyy", "01.11.2025")]
    [TestCase("45962", "[$-418]d\\ mmmm\\ yyyy;@", "01.11.2025")]
    [TestCase("45962.5", "dd.mm.yyyy hh:mm", "01.11.2025 12:00")]
    [TestCase("45962", "dd.mm.yyyy hh:mm", "01.11.2025")]
    [TestCase("45962", "mmm-yy", "11.2025")]
    [TestCase("45962", "yyyy", "2025")]
    [TestCase("0.4375", "h:mm", "10:30")]
    [TestCase("0.4375", "h:mm:ss AM/PM", "10:30:00")]
    [TestCase("45962", "0\" days\"", "45962")]
    [TestCase("45962", "[Red]#,##0;[Blue]-#,##0", "45962")]
    [TestCase("12345", "0.00E+00", "12345")]
    [TestCase("-5", "dd/mm/yyyy", "-5")]
    public void Numbers_are_shown_as_their_cell_shows_them(string stored, string format, string shown)
    {
        var reading = Workbook.Of(Header + $"""<row r="2"><c r="A2" s="1"><v>{stored}</v></c><c r="B2"><v>1</v></c></row>""").WithStyles(format).Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Row(2)[0], Is.EqualTo(shown));
    }

    [Test]
    public void Dates_of_a_workbook_made_on_an_old_Mac_count_from_1904()
    {
        var reading = Workbook.Of(Header + """<row r="2"><c r="A2" s="1"><v>44500</v></c><c r="B2" t="b"><v>1</v></c></row>""")
            .WithStyles("dd/mm/yyyy")
            .WithSheets("""<sheet name="Plan" sheetId="1" r:id="r1"/>""", """<workbookPr date1904="1"/>""")
            .Read();

        Assert.That(reading.Row(2), Is.EqualTo(new[] { "01.11.2025", "TRUE" }));
    }

    [Test]
    public void A_yes_or_no_that_LibreOffice_saved_as_a_formula_is_a_value()
    {
        var reading = Workbook.Of(Header + """<row r="2"><c r="A2" t="b"><f>TRUE()</f><v>1</v></c><c r="B2" t="b"><f>FALSE()</f><v>0</v></c></row>""").Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Row(2), Is.EqualTo(new[] { "TRUE", "FALSE" }));
    }

    [Test]
    public void Rows_keep_the_numbers_that_the_spreadsheet_shows()
    {
        var reading = Workbook.OfTexts([], ["Plan de comunicare"], [], ["Nr", "Acțiune", "", "Termen"], ["1", "", "", ""], [], ["", "Club", "", "Anual"], [], [" "]).Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Table!.SheetName, Is.EqualTo("Plan"));
        Assert.That(reading.Table.Headers, Is.EqualTo(new[] { "Nr", "Acțiune", "", "Termen" }));
        Assert.That(reading.Table.Rows.Select(r => r.Number), Is.EqualTo(new[] { 5, 7 }));
        Assert.That(reading.Row(7), Is.EqualTo(new[] { "", "Club", "", "Anual" }));
    }

    [Test]
    public void Rows_and_cells_without_a_reference_follow_one_another()
    {
        var reading = Workbook.Of("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row><row/><row><c><v>1</v></c><c/></row>").Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Row(3), Is.EqualTo(new[] { "1", "" }));
    }

    [Test]
    public void The_first_visible_sheet_with_content_is_read()
    {
        var reading = Workbook.OfTexts(["hidden", "x"], ["1", "2"])
            .With("xl/worksheets/sheet2.xml", Workbook.Sheet(""))
            .With("xl/worksheets/sheet3.xml", Workbook.Sheet(Workbook.Rows(["a", "b"], ["1", "2"])))
            .With("xl/_rels/workbook.xml.rels", Workbook.Relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet2.xml"), ("r3", "worksheet", "/xl/worksheets/sheet3.xml")))
            .WithSheets("""<sheet name="Lists" state="hidden" r:id="r1"/><sheet name="Empty" r:id="r2"/><sheet name="Plan 2026" r:id="r3"/>""")
            .Read();

        Assert.That(reading.Table!.SheetName, Is.EqualTo("Plan 2026"));
        Assert.That(reading.Table.Headers, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Headers_are_trimmed_and_their_line_breaks_folded()
    {
        var reading = Workbook.OfTexts([" Termen de\nrealizare ", "Costuri,\u00A0 mii lei"], ["1", "2"]).Read();

        Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Termen de realizare", "Costuri, mii lei" }));
    }

    [Test]
    public void A_table_of_one_column_has_its_header_in_the_first_filled_row()
    {
        var reading = Workbook.OfTexts([], ["Institution"], ["MAI"], ["MAE"]).Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Institution" }));
        Assert.That(reading.Table.Rows, Has.Count.EqualTo(2));
    }

    /// <summary>A CSV writes dates as the plan's authors did (ISO), a sheet shows them in the office's way; 2,238.70 there is the number 2238.7 here.</summary>
    private static string Canonical(string cell)
    {
        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        return decimal.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.####", CultureInfo.InvariantCulture) : cell;
    }
}
