// The styles of the Word report. They carry Word's own names, so that an office can restyle a report by its template.
using System.Xml.Linq;

namespace CommunicationStrategy.Documents.Reports;

internal static class DocxStyles
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Letter = "Arial";
    private const string Ink = "1F2933";
    private const string Quiet = "56616E";

    /// <param name="isTight">For a document of one sheet.</param>
    public static XElement Sheet(string accent, string locale, bool isTight = false)
    {
        int Either(int usual, int tight) => isTight ? tight : usual;
        accent = accent.ToUpperInvariant();
        return new XElement(
            W + "styles",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XElement(
                W + "docDefaults",
                new XElement(W + "rPrDefault", new XElement(
                    W + "rPr",
                    new XElement(W + "rFonts", new XAttribute(W + "ascii", Letter), new XAttribute(W + "hAnsi", Letter), new XAttribute(W + "eastAsia", Letter), new XAttribute(W + "cs", Letter)),
                    Val("color", Ink), Val("sz", isTight ? "18" : "20"), Val("szCs", isTight ? "18" : "20"),
                    new XElement(W + "lang", new XAttribute(W + "val", locale), new XAttribute(W + "eastAsia", locale), new XAttribute(W + "bidi", "ar-SA")))),
                new XElement(W + "pPrDefault", new XElement(W + "pPr", Spacing(0, Either(120, 40), Either(280, 250))))),
            Paragraph("Normal", "Normal", null, isDefault: true),
            Paragraph("Title", "Title", [Spacing(0, Either(120, 40), 240)], size: Either(52, 34), colour: accent, bold: true),
            Paragraph("Subtitle", "Subtitle", [Spacing(0, Either(240, 100))], size: Either(28, 22), colour: "3B4754"),
            Paragraph("Author", "Author", [new XElement(W + "pBdr", Border("top", accent, 18, Either(14, 6))), Spacing(0, Either(1800, 100))], size: 22, colour: "3B4754", bold: true),
            Paragraph("State", "State", [Spacing(Either(120, 0), Either(240, 80))], size: Either(22, 18), colour: "A4262C", bold: true),
            Heading(1, accent, Either(32, 24), Either(480, 160), Either(160, 80)), Heading(2, accent, 24, 320, 120), Heading(3, accent, 21, 240, 80),
            Paragraph("TOCHeading", "TOC Heading", [new XElement(W + "keepNext"), Spacing(480, 120)], size: 22, colour: accent, bold: true),
            Contents(1, 0), Contents(2, 280),
            Paragraph("Caption", "caption", [new XElement(W + "keepNext"), Spacing(Either(240, 100), Either(100, 40))], size: Either(19, 17)),
            Paragraph("Figure", "Figure", [Spacing(0, Either(200, 0), Either(264, 120))]),
            Paragraph("TableText", "Table Text", [Spacing(Either(30, 15), Either(30, 15), 240)], size: Either(17, 15)),
            Paragraph("TableTextSmall", "Table Text Small", [Spacing(20, 20, 240)], size: 15, basedOn: "TableText"),
            Paragraph("TableNote", "Table Note", [Spacing(0, 20, 240)], size: 14, colour: Quiet, basedOn: "TableText"),
            Paragraph("NoData", "No Data", [new XElement(W + "ind", new XAttribute(W + "left", 200))], colour: Quiet),
            Paragraph("Header", "header", [Spacing(0, 0)], size: 16, colour: Quiet),
            Paragraph("Footer", "footer", [Tabs(), Spacing(0, 0)], size: 16, colour: Quiet),
            new XElement(
                W + "style", new XAttribute(W + "type", "character"), new XAttribute(W + "styleId", "Hyperlink"),
                Val("name", "Hyperlink"), Val("uiPriority", "99"), new XElement(W + "unhideWhenUsed"),
                new XElement(W + "rPr", Val("color", "1155AA"), Val("u", "single"))),
            new XElement(
                W + "style", new XAttribute(W + "type", "table"), new XAttribute(W + "default", 1), new XAttribute(W + "styleId", "TableNormal"),
                Val("name", "Normal Table"), Val("uiPriority", "99"), new XElement(W + "semiHidden"), new XElement(W + "unhideWhenUsed"),
                new XElement(W + "tblPr", new XElement(W + "tblInd", Width(0)), new XElement(W + "tblCellMar", Margin("left"), Margin("right")))),
            TableStyle("TableGrid", "Table Grid", null),
            TableStyle("ReportTable", "Report Table", accent));
    }

    private static XElement TableStyle(string id, string name, string? accent) => new(
        W + "style", new XAttribute(W + "type", "table"), new XAttribute(W + "styleId", id),
        Val("name", name), Val("basedOn", "TableNormal"), Val("uiPriority", "39"), new XElement(W + "qFormat"),
        new XElement(
            W + "tblPr",
            new XElement(
                W + "tblBorders",
                Border("top", accent ?? "C9D0D8", accent is null ? 4 : 8), Border("bottom", accent ?? "C9D0D8", accent is null ? 4 : 8), Border("insideH", "D9DEE4", 4)),
            new XElement(W + "tblCellMar", Margin("left"), Margin("right"))),
        accent is null ? null : new XElement(
            W + "tblStylePr", new XAttribute(W + "type", "firstRow"),
            new XElement(W + "rPr", new XElement(W + "b"), Val("color", accent)),
            new XElement(W + "tcPr", new XElement(W + "tcBorders", Border("bottom", accent, 8)), Val("vAlign", "bottom"))));

    private static XElement Heading(int level, string accent, int size, int before, int after) => Paragraph(
        $"Heading{level}", $"heading {level}",
        [
            new XElement(W + "keepNext"), new XElement(W + "keepLines"),
            level == 1 ? new XElement(W + "pBdr", Border("bottom", accent, 8, 4)) : null,
            Spacing(before, after), Val("outlineLvl", $"{level - 1}"),
        ],
        size, accent, bold: true);

    private static XElement Contents(int level, int indent) => Paragraph(
        $"TOC{level}", $"toc {level}",
        [
            new XElement(W + "tabs", new XElement(W + "tab", new XAttribute(W + "val", "right"), new XAttribute(W + "leader", "dot"), new XAttribute(W + "pos", DocxReport.TextWidth))),
            Spacing(0, 60), new XElement(W + "ind", new XAttribute(W + "left", indent), new XAttribute(W + "right", 400)),
        ]);

    private static XElement Paragraph(string id, string name, XElement?[]? properties, int size = 0, string? colour = null, bool bold = false, string basedOn = "Normal", bool isDefault = false) => new(
        W + "style", new XAttribute(W + "type", "paragraph"), isDefault ? new XAttribute(W + "default", 1) : null, new XAttribute(W + "styleId", id),
        Val("name", name), isDefault ? null : Val("basedOn", basedOn),
        id.StartsWith("Heading", StringComparison.Ordinal) || id == "Title" ? Val("next", "Normal") : null,
        new XElement(W + "qFormat"),
        properties is null ? null : new XElement(W + "pPr", properties),
        size == 0 && colour is null && !bold ? null : new XElement(
            W + "rPr",
            bold ? new XElement(W + "b") : null,
            colour is null ? null : Val("color", colour),
            size == 0 ? null : Val("sz", $"{size}"),
            size == 0 ? null : Val("szCs", $"{size}")));

    public static XElement Border(string side, string colour, int eighths, int space = 0) => new(
        W + side, new XAttribute(W + "val", "single"), new XAttribute(W + "sz", eighths), new XAttribute(W + "space", space), new XAttribute(W + "color", colour));

    public static XElement Val(string name, string value) => new(W + name, new XAttribute(W + "val", value));

    private static XElement Tabs() => new(
        W + "tabs", new XElement(W + "tab", new XAttribute(W + "val", "right"), new XAttribute(W + "pos", DocxReport.TextWidth)));

    private static XElement Spacing(int before, int after, int line = 264) => new(
        W + "spacing", new XAttribute(W + "before", before), new XAttribute(W + "after", after), new XAttribute(W + "line", line), new XAttribute(W + "lineRule", "auto"));

    public static XElement Margin(string side, int twips = 70) => new(W + side, Width(twips));

    private static XAttribute[] Width(int width) => [new(W + "w", width), new(W + "type", "dxa")];
}
