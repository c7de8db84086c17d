using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>Damaged files of every sort get a table or a problem, never an exception; the seed is fixed, so a failure can be met again.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Tokens = ["\"", ",", ";", "\r", "\n", "<", ">", "</c>", "r=\"A0\"", "<c", "<row r=\"2\">", "&#0;", "&e;", "<f/>", "_x0000_", "999999999999", "NaN", "1e400", "\uFFFF", "XFE1", "</w:tc>", "<w:tr>", "<w:tbl><w:tr><w:tc><w:p/>", "<w:vMerge/>", "<w:del>", "<w:p>", "</w:tbl>"];

    [TestCase("xlsx-bytes", 150)]
    [TestCase("xlsx-parts", 250)]
    [TestCase("docx-bytes", 150)]
    [TestCase("docx-parts", 400)]
    [TestCase("csv", 150)]
    public void A_damaged_file_gets_a_table_or_a_problem(string kind, int files)
    {
        var random = new Random(20_260_115);
        var xlsx = Sample().ToBytes();
        var docx = Document().ToBytes();
        var csv = File.ReadAllBytes(Tables.DataFile("actionplan-E-moldova-romania-excerpts.csv"));
        var readable = 0;
        for (var i = 0; i < files; i++)
        {
            var bytes = kind switch
            {
                "xlsx-bytes" => Damaged(xlsx, random),
                "xlsx-parts" => DamagedWorkbook(random).ToBytes(),
                "docx-bytes" => Damaged(docx, random),
                "docx-parts" => DamagedDocument(random).ToBytes(),
                _ => Damaged(csv, random),
            };
            TableReading reading;
            try
            {
                reading = Tables.Read(bytes);
            }
            catch (Exception failure)
            {
                Assert.Fail($"File {i} of {kind} threw {failure}");
                return;
            }

            Assert.That(reading.Table is not null || reading.Problems.Count > 0, $"file {i}");
            Assert.That(reading.Problems.Select(p => p.Code).Except(TableCodes.All), Is.Empty, $"file {i}");
            if (reading.Table is { } table)
            {
                readable++;
                Assert.That(table.Rows.Select(r => r.Cells.Count), Is.All.EqualTo(table.Headers.Count), $"file {i}");
                Assert.That(table.Rows.SelectMany(r => r.Cells), Is.All.Not.Null, $"file {i}");
            }
        }

        // A damaged zip is hardly ever readable (its checksums see to that); the others must be of both kinds to be a test at all.
        Assert.That(readable, kind.EndsWith("-bytes", StringComparison.Ordinal) ? Is.LessThan(files) : Is.GreaterThan(files / 10).And.LessThan(files));
    }

    private static Workbook Sample() => Workbook
        .Of(
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="str"><v>x</v></c></row>"""
            + string.Concat(Enumerable.Range(2, 20).Select(r => $"""<row r="{r}"><c r="A{r}"><v>{r}</v></c><c r="B{r}" s="1"><v>{45000 + r}</v></c><c r="C{r}" t="inlineStr"><is><t>Club {r}</t></is></c></row>""")),
            """<mergeCells><mergeCell ref="A30:B31"/></mergeCells>""")
        .WithStrings("<t>Nr</t>", "<r><t>Ter</t></r><r><t>men</t></r>")
        .WithStyles("dd/mm/yyyy");

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        var times = random.Next(1, 6);
        for (var i = 0; i < times; i++)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 3:
                    bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }

    private static WordFile Document() => WordFile
        .Of(WordFile.P(WordFile.R("Obiectivul 1. Presa")) + WordFile.Table(
            3, [WordFile.Header("Nr", "Acțiune", "Termen"), WordFile.Row(WordFile.Across(3, "Obiectivul 2")), .. Enumerable.Range(1, 12).Select(i => WordFile.Row(
                WordFile.Cell(WordFile.Numbered(1, i % 3)), i % 3 == 1 ? WordFile.First($"Club {i}") : WordFile.Covered(), WordFile.Cell(WordFile.P(WordFile.R("iunie", "<w:strike/>") + WordFile.R("iulie 2026")))))]))
        .With("word/numbering.xml", WordFile.Root("numbering", """<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>"""))
        .With("word/styles.xml", WordFile.Root("styles", """<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/><w:rPr><w:strike/></w:rPr></w:style>"""));

    private static Workbook DamagedWorkbook(Random random)
    {
        var workbook = Sample();
        DamagePart(workbook.Parts, random);
        return workbook;
    }

    private static WordFile DamagedDocument(Random random)
    {
        var document = Document();
        DamagePart(document.Parts, random);
        return document;
    }

    /// <summary>Whole zip, damaged XML: this is what reaches the readers of the parts.</summary>
    private static void DamagePart(Dictionary<string, string> parts, Random random)
    {
        var part = parts.Keys.ElementAt(random.Next(parts.Count));
        var xml = parts[part];
        var at = random.Next(xml.Length);
        var token = Tokens[random.Next(Tokens.Length)];
        // Half of the time a quoted value or a text gives way, which leaves the XML well-formed.
        var end = xml.IndexOfAny(['"', '<'], at);
        parts[part] = random.Next(2) == 0 || end < 0
            ? xml.Insert(at, token)
            : xml[..at] + token.Trim('<', '>', '"', '/') + xml[end..];
    }
}
