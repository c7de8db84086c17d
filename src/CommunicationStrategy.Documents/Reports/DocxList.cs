// One table as a Word document: the form in which plans are approved, sent and sent back.
using System.Xml.Linq;

namespace CommunicationStrategy.Documents.Reports;

internal static class DocxList
{
    /// <summary>The width of the text on landscape A4 with margins of 1.5 cm, in twentieths of a point.</summary>
    private const int TextWidth = 15138;

    private static readonly XNamespace W = DocxStyles.W;

    public static void Write(ReportTable table, string language, Stream output)
    {
        var package = new OfficePackage();
        var words = ReportWords.In(language);
        // An empty cell stays empty: the file may come back as a plan.
        var blocks = new DocxBlocks(package, language, TextWidth, empty: "");
        package.Describe(table.Title, "", language, default);
        DocxReport.AddParts(package, words, "1d3f6e", new XElement(
            W + "body",
            DocxBlocks.Paragraph("Heading1", DocxBlocks.Run(table.Title)),
            blocks.Table(table),
            DocxBlocks.Paragraph("Figure"),
            PageSetup()));
        DocxMargins.AddPageNumbers(package, words);
        package.Save(output);
    }

    private static XElement PageSetup() => new(
        W + "sectPr",
        DocxMargins.Reference("footerReference", "default"),
        new XElement(W + "pgSz", new XAttribute(W + "w", 16838), new XAttribute(W + "h", 11906), new XAttribute(W + "orient", "landscape")),
        new XElement(
            W + "pgMar", new XAttribute(W + "top", 850), new XAttribute(W + "right", 850), new XAttribute(W + "bottom", 850), new XAttribute(W + "left", 850),
            new XAttribute(W + "header", 500), new XAttribute(W + "footer", 450), new XAttribute(W + "gutter", 0)));
}
