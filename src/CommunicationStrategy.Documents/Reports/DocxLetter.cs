// An official letter as a Word document on one or more A4 pages, to be signed by hand or electronically.
using System.Xml.Linq;

namespace CommunicationStrategy.Documents.Reports;

/// <param name="Language">"ro", "ru" or "en".</param>
/// <param name="Reference">Number and date in the register of outgoing letters, or the line on which they are written.</param>
/// <param name="Addressee">Its lines.</param>
/// <param name="Before">Paragraphs before the table; <paramref name="After"/> those that follow.</param>
/// <param name="Signatory">Name under the signature; "": a line to write it on.</param>
/// <param name="SignatoryRole">What the signatory is.</param>
public sealed record OfficialLetter(
    string Language, string Sender, string Reference, IReadOnlyList<string> Addressee, string Subject, DateOnly Date,
    IReadOnlyList<string> Before, ReportTable Table, IReadOnlyList<string> After, string Closing, string Signatory, string SignatoryRole);

public static class DocxLetter
{
    private static readonly XNamespace W = DocxStyles.W;

    public static void Write(OfficialLetter letter, Stream output)
    {
        var package = new OfficePackage();
        var words = ReportWords.In(letter.Language);
        var blocks = new DocxBlocks(package, letter.Language);
        package.Describe(letter.Subject, letter.Sender, letter.Language, letter.Date);
        DocxReport.AddParts(package, words, "1d3f6e", new XElement(
            W + "body",
            Aligned("center", DocxBlocks.Run(letter.Sender, bold: true)),
            Aligned("left", DocxBlocks.Run(letter.Reference)),
            letter.Addressee.Select((line, i) => Aligned("right", DocxBlocks.Run(line, bold: i == 0))),
            DocxBlocks.Paragraph("Heading2", DocxBlocks.Run(letter.Subject)),
            letter.Before.Select(p => Aligned("both", DocxBlocks.Run(p))),
            blocks.Table(letter.Table),
            DocxBlocks.Paragraph("Figure"),
            letter.After.Select(p => Aligned("both", DocxBlocks.Run(p))),
            Kept(DocxBlocks.Run(letter.Closing)),
            Kept(DocxBlocks.Run(letter.SignatoryRole)),
            Kept(),
            DocxBlocks.Paragraph(null, DocxBlocks.Run(letter.Signatory.Length == 0 ? "______________________________" : letter.Signatory, bold: true)),
            PageSetup()));
        DocxMargins.AddPageNumbers(package, words);
        package.Save(output);
    }

    private static XElement Aligned(string how, XElement run) => new(W + "p", new XElement(W + "pPr", DocxStyles.Val("jc", how)), run);

    /// <summary>Stays on the page of the signature.</summary>
    private static XElement Kept(XElement? run = null) => new(W + "p", new XElement(W + "pPr", new XElement(W + "keepNext")), run);

    private static XElement PageSetup() => new(
        W + "sectPr",
        DocxMargins.Reference("footerReference", "default"),
        new XElement(W + "pgSz", new XAttribute(W + "w", 11906), new XAttribute(W + "h", 16838)),
        new XElement(
            W + "pgMar", new XAttribute(W + "top", 1134), new XAttribute(W + "right", 1134), new XAttribute(W + "bottom", 1134), new XAttribute(W + "left", 1134),
            new XAttribute(W + "header", 500), new XAttribute(W + "footer", 560), new XAttribute(W + "gutter", 0)));
}
