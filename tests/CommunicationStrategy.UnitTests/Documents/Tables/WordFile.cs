using System.IO.Compression;
using System.Text;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.UnitTests.Documents.Tables;

/// <summary>Builds Word documents part by part, so that a test can write what no well-behaved program would.</summary>
internal sealed class WordFile
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public Dictionary<string, string> Parts { get; } = new(StringComparer.Ordinal)
    {
        ["_rels/.rels"] = Workbook.Relations(("r1", "officeDocument", "word/document.xml")),
        ["word/_rels/document.xml.rels"] = Workbook.Relations(("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"), ("f", "footnotes", "footnotes.xml")),
    };

    /// <summary>A document whose text is this XML.</summary>
    public static WordFile Of(string body) => new WordFile().With("word/document.xml", Root("document", $"<w:body>{body}</w:body>"));

    public static string Root(string name, string inside) => $"""<w:{name} xmlns:w="{Main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">{inside}</w:{name}>""";

    /// <summary>A table of as many equal columns as its grid has.</summary>
    public static string Table(int columns, params string[] rows) =>
        $"<w:tbl><w:tblPr/><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"1000\"/>", columns))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";

    /// <summary>A row of cells; what begins with "&lt;w:tc" stands as it is, anything else is a text.</summary>
    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => c.StartsWith("<w:tc", StringComparison.Ordinal) ? c : Cell(P(R(c)))))}</w:tr>";

    public static string Header(params string[] cells) => Row(cells).Replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", StringComparison.Ordinal);

    public static string Cell(string paragraphs, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>";

    public static string Across(int columns, string text) => Cell(P(R(text)), $"""<w:gridSpan w:val="{columns}"/>""");

    public static string First(string text) => Cell(P(R(text)), """<w:vMerge w:val="restart"/>""");

    public static string Covered(string text = "") => Cell(P(R(text)), "<w:vMerge/>");

    public static string P(string inside) => $"<w:p>{inside}</w:p>";

    public static string R(string text, string format = "") => $"""<w:r><w:rPr>{format}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    public static string Numbered(int list, int level, string text = "") =>
        $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{(text.Length > 0 ? R(text) : "")}</w:p>""";

    public WordFile With(string part, string xml)
    {
        Parts[part] = xml;
        return this;
    }

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

    public TableReading Read(TableLimits? limits = null) => Tables.Read(ToBytes(), "plan.docx", limits);
}
