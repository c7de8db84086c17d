// Headers and footers of the Word report: running title, page numbers, and the watermark, which in Word lives in a header.
using System.Xml.Linq;

namespace CommunicationStrategy.Documents.Reports;

internal static class DocxMargins
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Document = "word/document.xml";
    private static readonly XNamespace W = DocxStyles.W;
    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace O = "urn:schemas-microsoft-com:office:office";

    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What a section says of a header or footer that it uses.</summary>
    public static XElement Reference(string kind, string type) => new(
        W + kind, new XAttribute(W + "type", type), new XAttribute(R + "id", Relation(kind, type)));

    /// <summary>A footer with nothing but the page's number.</summary>
    public static void AddPageNumbers(OfficePackage package, ReportWords words) => Part(package, "footer", "default", new XElement(
        W + "p", new XElement(W + "pPr", DocxStyles.Val("pStyle", "Footer"), DocxStyles.Val("jc", "right")), PageNumber(words)));

    public static void Add(OfficePackage package, ReportDocument report, ReportWords words)
    {
        // The cover has the watermark but no running title and no page number.
        Part(package, "header", "first", DocxBlocks.Paragraph("Header", Watermark(report, 1)));
        Part(package, "header", "default", DocxBlocks.Paragraph("Header", DocxBlocks.Run(report.Title), Watermark(report, 2)));
        Part(package, "footer", "first", DocxBlocks.Paragraph("Footer"));
        Part(package, "footer", "default", DocxBlocks.Paragraph(
            "Footer",
            DocxBlocks.Run(report.FooterText ?? report.Author), new XElement(W + "r", new XElement(W + "tab")),
            PageNumber(words)));
    }

    private static object[] PageNumber(ReportWords words) =>
        [DocxBlocks.Run(words.Page + " "), DocxBlocks.Field("PAGE", "1"), DocxBlocks.Run($" {words.Of} "), DocxBlocks.Field("NUMPAGES", "1")];

    private static string Relation(string kind, string type) => $"rId{kind[..6]}{type}";

    private static void Part(OfficePackage package, string kind, string type, XElement paragraph)
    {
        package.Relate(Document, Relation(kind, type), kind, $"{kind}-{type}.xml");
        package.Add($"word/{kind}-{type}.xml", $"{Main}{kind}+xml", new XElement(
            W + (kind == "header" ? "hdr" : "ftr"), new XAttribute(XNamespace.Xmlns + "w", W), paragraph));
    }

    /// <summary>WordArt across the page, the way Word itself writes a watermark, so that its own command removes it.</summary>
    private static XElement? Watermark(ReportDocument report, int number)
    {
        if (report.Watermark is null) return null;
        var width = Math.Clamp(report.Watermark.Length * 62, 260, 480);
        return new XElement(W + "r", new XElement(
            W + "pict",
            new XAttribute(XNamespace.Xmlns + "v", V), new XAttribute(XNamespace.Xmlns + "o", O),
            new XElement(
                V + "shapetype",
                new XAttribute("id", "_x0000_t136"), new XAttribute("coordsize", "21600,21600"), new XAttribute(O + "spt", 136), new XAttribute("adj", 10800),
                new XAttribute("path", "m@7,l@8,m@5,21600l@6,21600e"),
                new XElement(
                    V + "formulas",
                    new[]
                    {
                        "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1", "if @0 0 @2",
                        "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
                    }.Select(f => new XElement(V + "f", new XAttribute("eqn", f)))),
                new XElement(V + "path", new XAttribute("textpathok", "t"), new XAttribute(O + "connecttype", "custom")),
                new XElement(V + "textpath", new XAttribute("on", "t"), new XAttribute("fitshape", "t"))),
            new XElement(
                V + "shape",
                new XAttribute("id", $"PowerPlusWaterMarkObject{number}"), new XAttribute(O + "spid", $"_x0000_s205{number}"), new XAttribute("type", "#_x0000_t136"),
                new XAttribute("alt", ""),
                new XAttribute("style", $"position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{width / 5}pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"),
                new XAttribute(O + "allowincell", "f"), new XAttribute("fillcolor", "#c9d0d8"), new XAttribute("stroked", "f"),
                new XElement(V + "fill", new XAttribute("opacity", ".5")),
                new XElement(V + "textpath", new XAttribute("style", "font-family:Arial;font-size:1pt"), new XAttribute("string", XmlText.Clean(report.Watermark))))));
    }
}
