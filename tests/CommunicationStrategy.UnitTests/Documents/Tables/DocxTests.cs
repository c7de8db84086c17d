using static CommunicationStrategy.UnitTests.Documents.Tables.WordFile;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>A plan in Word: tables joined, headings become objectives, merged cells and counted numbers are read as seen.</summary>
public sealed class DocxTests
{
    [Test]
    public void A_table_is_read_wherever_it_stands()
    {
        var table = Table(2, Row("Nr", "Acțiune"), Row("1", "Club"));
        foreach (var body in new[] { table, $"{P(R("Plan"))}<w:sdt><w:sdtPr/><w:sdtContent>{table}</w:sdtContent></w:sdt>", $"<w:customXml>{table}</w:customXml>" })
        {
            var reading = Of(body).Read();
            Assert.That(reading.Problems, Is.Empty);
            Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Nr", "Acțiune" }));
            Assert.That(reading.Row(2), Is.EqualTo(new[] { "1", "Club" }));
            Assert.That(reading.Table.Rows[0].Table, Is.EqualTo(1));
        }
    }

    [Test]
    public void Tables_with_the_same_headers_are_one_and_repeated_headers_are_left_out()
    {
        var reading = Of(
            Table(2, Row("Sigla", "Sensul"), Row("SP", "Secretariatul permanent"))
            + Table(3, Header("Nr.", "Acțiune", "Termen"), Row("1", "2", "3"), Row("1.1", "Una", "2026"), Header("Nr.", "ACȚIUNE", "Termen "), Row("1.2", "Alta", ""))
            + Table(3, Row("Nr", "Acțiune", "Termen"), Row("1.3", "A treia", "2027"))
            + Table(3, Row("1.4", "Fără antet", "2028"))).Read();

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.other-table" }));
        Assert.That(reading.Problems[0] is { IsRemark: true, Table: 1 });
        Assert.That(reading.Problems[0].Message, Does.StartWith("File “plan.docx”, table 1: "));
        Assert.That(reading.Table!.Rows.Select(r => $"{r.Table}:{r.Number} {string.Join('|', r.Cells)}"), Is.EqualTo(new[]
        {
            "2:3 1.1|Una|2026", "2:5 1.2|Alta|", "3:2 1.3|A treia|2027", "4:1 1.4|Fără antet|2028",
        }));
    }

    [Test]
    public void Rows_across_the_table_name_the_objective_of_the_rows_below()
    {
        var reading = Of(
            P(R("Obiectivul 1.1: Public informat")) + Table(3, Row(Across(3, "Planul de acțiuni")), Row("Nr", "Acțiune", "Termen"), Row("1", "Una", "2026"), Row(Across(3, "Obiectiv specific nr. 1.2. Presă liberă")), Row("2", "Alta", "2026"), Row(Across(3, "Riscuri: lipsa banilor")))
            + Table(3, Row("Nr", "Acțiune", "Termen"), Row("3", "Alta", "2026"), Row("IV", Across(2, "Obiectivul IV")), Row("4", "Ultima", "2027"))).Read();

        Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Nr", "Acțiune", "Termen", "Objective no.", "Objective" }));
        Assert.That(reading.Table.Rows.Select(r => $"{r.Cells[0]}: {r.Cells[3]} {r.Cells[4]}"), Is.EqualTo(new[] { "1: 1.1 Public informat", "2: 1.2 Presă liberă", "3: 1.2 Presă liberă", "4: IV IV Obiectivul IV" }));
        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.spanning-row A6" }));
        Assert.That(reading.Problems[0].Args["text"], Is.EqualTo("Riscuri: lipsa banilor"));
    }

    [TestCase("Obiectivul 1. Sporirea accesului", "1", "Sporirea accesului")]
    [TestCase("Obiectiv specific 1.1: Creșterea nivelului", "1.1", "Creșterea nivelului")]
    [TestCase("OBIECTIVUL GENERAL nr. 2 – Prevenirea", "2", "Prevenirea")]
    [TestCase("Obiectivul IV: Cooperarea", "IV", "Cooperarea")]
    [TestCase("Obiectivul Civic", "", "Civic")]
    [TestCase("1.1. Obiectivul specific: Prevenirea", "1.1", "Prevenirea")]
    [TestCase("Задача 2. Информирование", "2", "Информирование")]
    [TestCase("Objective 1.1.1.1. Studies", "1.1.1.1", "Studies")]
    [TestCase("Obiettivo OB.1.1. Migliorare", "OB.1.1", "Migliorare")]
    [TestCase("2.1 Prevenirea", "2.1", "Prevenirea")]
    [TestCase("Comunicare internă", "", "Comunicare internă")]
    public void A_heading_says_number_and_objective(string heading, string number, string text)
    {
        var reading = Of(Table(3, Row("Nr", "A", "B"), Row(Across(3, heading)), Row("1", "x", "y"))).Read();

        Assert.That(reading.Row(3).Skip(3), Is.EqualTo(new[] { number, text }));
    }

    [Test]
    public void An_objective_column_is_filled_where_it_is_empty()
    {
        var reading = Of(Table(3, Row("Nr", "Obiectivul", "B"), Row(Across(3, "Obiectivul 2. Presa")), Row("1", "", "y"), Row("2", "al meu", "y"))).Read();

        Assert.That(reading.Table!.Rows.Select(r => r.Cells[1]), Is.EqualTo(new[] { "2 Presa", "al meu" }));
    }

    [Test]
    public void Cells_merged_downwards_say_their_text_in_every_row()
    {
        var reading = Of(Table(3, Row("Nr", "Acțiune", "Sub"), Row(First("1"), First("Campanie"), "a"), Row(Covered(), Covered("nu se vede"), "b"), Row(Covered(), Covered(), "c"), Row(Covered(), Covered(), ""), Row("2", "Alta", "d"))).Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Table!.Rows.Select(r => string.Join('|', r.Cells)), Is.EqualTo(new[] { "1|Campanie|a", "1|Campanie|b", "1|Campanie|c", "2|Alta|d" }));
    }

    [Test]
    public void Headers_of_two_rows_are_put_together()
    {
        var reading = Of(Table(4, Row(First("Nr"), First("Acțiune"), Across(2, "Instituții")), Row(Covered(), Covered(), "responsabile", "partenere"), Row("1", "Club", "MAI", "CS"))).Read();

        Assert.That(reading.Table!.Headers, Is.EqualTo(new[] { "Nr", "Acțiune", "Instituții responsabile", "Instituții partenere" }));
        Assert.That(reading.Row(3), Is.EqualTo(new[] { "1", "Club", "MAI", "CS" }));
    }

    [Test]
    public void A_grid_finer_than_the_columns_changes_nothing()
    {
        // Word adds a column to the grid wherever an edge was dragged by a hair.
        const string grid = """<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="20"/><w:gridCol w:w="1980"/><w:gridCol w:w="1500"/></w:tblGrid>""";
        var reading = Of($"<w:tbl>{grid}{Row("Nr", Across(2, "Acțiune"), "Termen")}{Row(Across(2, "1"), "Club", "2026")}</w:tbl>").Read();

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Row(2), Is.EqualTo(new[] { "1", "Club", "2026" }));
    }

    [Test]
    public void A_cell_merged_sideways_under_two_headers_is_named()
    {
        var reading = Of(P("") + Table(4, Row("Nr", "A", "B", "C"), Row("1", Across(2, "de două ori"), "x"))).Read();

        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.merged-cell B2" }));
        Assert.That(reading.Problems[0].Message, Does.StartWith("File “plan.docx”, table 1, cell B2: the cells B2:C2 are merged"));
        Assert.That(reading.Problems[0].Args["table"], Is.EqualTo("1"));
    }

    [Test]
    public void Lines_of_a_cell_stay_lines()
    {
        var cell = Cell(P("""<w:r><w:t>MAI</w:t><w:br/><w:t>CS</w:t><w:tab/><w:t>(lider)</w:t></w:r>""") + P("") + P(R("ONG")) + Table(1, Row("în tabel")));

        Assert.That(Of(Table(2, Row("Nr", "A"), Row("1", cell))).Read().Row(2)[1], Is.EqualTo("MAI\nCS (lider)\n\nONG\nîn tabel"));
    }

    [Test]
    public void Numbers_that_count_by_themselves_are_read_as_text()
    {
        var numbering = Root("numbering", """
            <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%3"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="6"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
            """);
        var styles = Root("styles", """<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Item"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>""");
        var reading = Of(Table(
            2, Row("Nr", "A"),
            Row(Cell(Numbered(1, 0)), Cell(Numbered(2, 0, "una") + Numbered(2, 1, "punct") + Numbered(2, 0, "alta"))),
            Row(Cell(P("""<w:pPr><w:pStyle w:val="Item"/></w:pPr>""")), Cell(Numbered(3, 0, "din nou") + Numbered(2, 2, "roman"))),
            Row(Cell(Numbered(1, 1)), "x"), Row(Cell(Numbered(1, 0)), "y"), Row(Cell(Numbered(1, 0)), ""))).With("word/numbering.xml", numbering).With("word/styles.xml", styles).Read();

        Assert.That(reading.Table!.Rows.Select(r => string.Join('|', r.Cells)), Is.EqualTo(new[] { "1.|a) una\n- punct\nb) alta", "1.1.|a) din nou\nIV roman", "1.2.|x", "2.|y" }));
    }

    [Test]
    public void Changes_are_read_as_accepted_and_hidden_text_is_not_read()
    {
        const string by = """w:id="1" w:author="O" w:date="2026-01-01T00:00:00Z" """;
        var cell = Cell(
            P($"<w:ins {by}>{R("nou ")}</w:ins><w:del {by}><w:r><w:delText>vechi</w:delText></w:r></w:del><w:moveFrom {by}>{R("mutat de aici")}</w:moveFrom><w:moveTo {by}>{R("mutat aici")}</w:moveTo>{R(" ascuns", "<w:vanish/>")}{R(" la vedere", "<w:vanish w:val=\"0\"/><w:rPrChange " + by + "><w:rPr><w:strike/></w:rPr></w:rPrChange>")}")
            + P($"<w:pPr><w:rPr><w:del {by}/></w:rPr></w:pPr>{R("legat ")}") + P(R("de acesta")));
        var gone = Row("9", "șters").Replace("<w:tr>", $"<w:tr><w:trPr><w:del {by}/></w:trPr>", StringComparison.Ordinal);
        var reading = Of(Table(2, Row("Nr", "A"), gone, Row("1", cell))).Read();

        Assert.That(reading.Table!.Rows.Select(r => string.Join('|', r.Cells)), Is.EqualTo(new[] { "1|nou mutat aici la vedere\nlegat de acesta" }));
        Assert.That(reading.Table.Rows[0].Number, Is.EqualTo(2));
    }

    [Test]
    public void Struck_text_is_no_value_but_is_kept_beside_it()
    {
        var styles = Root("styles", """<w:style w:type="character" w:styleId="Old"><w:rPr><w:dstrike/></w:rPr></w:style>""");
        var reading = Of(Table(
            3, Row("Nr", "A", "Termen"),
            Row("1", "x", Cell(P(R("ma", "<w:strike/>") + R("i", "<w:strike/>") + R(" ") + R("iu", "<w:rStyle w:val=\"Old\"/>") + R(" iulie", "<w:strike w:val=\"false\"/>")))),
            Row(Cell(P(R("2", "<w:strike/>"))), Cell(P(R("scoasă", "<w:strike/>"))), ""))).With("word/styles.xml", styles).Read();

        Assert.That(reading.Row(2)[2], Is.EqualTo("iulie"));
        Assert.That(reading.Table!.Rows.Single().Asides![2].Struck, Is.EqualTo("mai iu"));
        Assert.That(reading.Places(), Is.EqualTo(new[] { "table.struck-row A3" }));
    }

    [Test]
    public void Each_revision_is_kept()
    {
        var cell = Cell(P(R("martie", "<w:strike/>")) + P(R("iunie", "<w:strike/>")) + P(R("iulie 2026")));

        Assert.That(Of(Table(2, Row("Nr", "Termen"), Row("1", cell))).Read().Table!.Rows[0].Asides![1].Struck, Is.EqualTo("martie -> iunie"));
    }

    [Test]
    public void Footnotes_stand_beside_the_value_and_fields_show_their_result()
    {
        var notes = Root("footnotes", $"""<w:footnote w:id="0" w:type="separator">{P(R("linie"))}</w:footnote><w:footnote w:id="2">{P(R(" Numai în 2026."))}</w:footnote>""");
        const string open = """<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>""";
        var field = $"""{open}{R("cod")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{R("rezultat")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE">{R(" simplu")}</w:fldSimple>""";
        var prompt = $"""<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("Alegeți")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{R(" ales")}</w:sdtContent></w:sdt>""";
        var symbols = """<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><mc:AlternateContent><mc:Choice Requires="x"><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback></mc:AlternateContent></w:r>""";
        var row = Row("1", Cell(P(R("MAI") + """<w:r><w:footnoteReference w:id="2"/></w:r>""")), Cell(P(field + prompt + symbols)));
        var reading = Of(Table(3, Row("Nr", "A", "B"), row)).With("word/footnotes.xml", notes).Read();

        Assert.That(reading.Row(2), Is.EqualTo(new[] { "1", "MAI", "rezultat simplu ales→b" }));
        Assert.That(reading.Table!.Rows[0].Asides!.Single() is { Key: 1, Value: { Struck: null, Note: "Numai în 2026." } });
    }
}
