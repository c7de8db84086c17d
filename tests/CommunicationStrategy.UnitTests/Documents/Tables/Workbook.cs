using System.IO.Compression;
using System.Text;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>Builds workbooks part by part, so that a test can write what no well-behaved program would.</summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    public Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal)
    {
        ["_rels/.rels"] = Relations(("r1", "officeDocument", "xl/workbook.xml")),
        ["xl/_rels/workbook.xml.rels"] = Relations(("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet2.xml"), ("s", "styles", "styles.xml"), ("t", "sharedStrings", "/xl/sharedStrings.xml")),
        ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>""",
    };

    /// <summary>A workbook whose sheet has these rows (the inside of sheetData) and whatever comes after them.</summary>
    public static Workbook Of(string rows, string after = "") => new Workbook().With("xl/worksheets/sheet1.xml", Sheet(rows, after));

    /// <summary>A workbook of texts; an empty text leaves its cell out.</summary>
    public static Workbook OfTexts(params string[][] rows) => Of(Rows(rows));

    public static string Sheet(string rows, string after = "") => $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""";

    public static string Rows(params string[][] rows) => string.Concat(rows.Select((cells, row) =>
        $"<row r=\"{row + 1}\">{string.Concat(cells.Select((text, column) => text.Length == 0 ? "" : Text($"{(char)('A' + column)}{row + 1}", text)))}</row>"));

    public static string Text(string cell, string text) => $"""<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>""";

    public static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="{Package}">{string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="{Office}/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""";

    public Workbook With(string part, string xml)
    {
        Parts[part] = xml;
        return this;
    }

    public Workbook WithStyles(params string[] formatCodes)
    {
        var formats = formatCodes.Select((code, i) => $"""<numFmt numFmtId="{164 + i}" formatCode="{code.Replace("\"", "&quot;", StringComparison.Ordinal)}"/>""");
        var styles = formatCodes.Select((_, i) => $"""<xf numFmtId="{164 + i}"/>""");
        return With("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts>{string.Concat(formats)}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{string.Concat(styles)}</cellXfs></styleSheet>""");
    }

    public Workbook WithStrings(params string[] items) =>
        With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(items.Select(i => $"<si>{i}</si>"))}</sst>""");

    public Workbook WithSheets(string sheets, string properties = "") =>
        With("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{properties}<sheets>{sheets}</sheets></workbook>""");

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in Parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return file.ToArray();
    }

    public TableReading Read(TableLimits? limits = null) => Tables.Read(ToBytes(), "plan.xlsx", limits);
}

/// <summary>Short ways to read bytes and to see what came of it.</summary>
internal static class Tables
{
    public static TableReading Read(byte[] bytes, string fileName = "plan.csv", TableLimits? limits = null)
    {
        using var content = new MemoryStream(bytes);
        return TableFile.Read(content, fileName, limits);
    }

    public static TableReading Csv(string text, TableLimits? limits = null) => Read(Encoding.UTF8.GetBytes(text), "plan.csv", limits);

    public static string DataFile(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    public static TableReading Data(string name)
    {
        using var content = File.OpenRead(DataFile(name));
        return TableFile.Read(content, name);
    }

    /// <summary>The cells of a row that the spreadsheet shows under this number.</summary>
    public static IReadOnlyList<string> Row(this TableReading reading, int number) => reading.Table!.Rows.Single(r => r.Number == number).Cells;

    /// <summary>The problems as "code cell".</summary>
    public static string[] Places(this TableReading reading) => [.. reading.Problems.Select(p => $"{p.Code} {p.Cell}".TrimEnd())];
}
