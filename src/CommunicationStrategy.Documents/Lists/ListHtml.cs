// A list as a page to print: landscape, the head of the table on every sheet, sheets numbered. Chromium makes the PDF of it.
using System.Text;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Lists;

public static class ListHtml
{
    /// <param name="lead">One sentence under the title: as of when, how many.</param>
    /// <param name="drawings">What our own writers drew of it, before the table.</param>
    public static string Write(ReportTable table, string lead, string language, IReadOnlyList<string> drawings)
    {
        var words = ReportWords.In(language);
        var html = new StringBuilder(64 * 1024);
        html.Append($"<!DOCTYPE html>\n<html lang=\"{XmlText.Encode(language)}\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
            .Append($"<title>{XmlText.Encode(table.Title)}</title>\n<style>\n{HtmlReportStyle.ListCss(table.Title, words)}</style>\n</head>\n<body>\n<main>\n")
            .Append($"<h1>{XmlText.Encode(table.Title)}</h1>\n<p>{XmlText.Encode(lead)}</p>\n");
        foreach (var drawing in drawings) html.Append($"<figure>{drawing}</figure>\n");
        HtmlReport.Table(html, table, null, language, words);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }
}
