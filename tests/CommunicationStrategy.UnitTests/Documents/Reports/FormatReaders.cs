// Reads reports back, each format by a reader that shares no code with its writer, so that figures can be compared.
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace CommunicationStrategy.UnitTests.Documents.Reports;

internal static class FormatReaders
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static MemoryStream Bytes(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        return stream;
    }

    public static IEnumerable<string> Problems(OpenXmlPackage package) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}");

    /// <summary>The cells of a sheet's row as invariant text; dates as ISO, percents as percent numbers.</summary>
    public static List<List<string>> Sheet(Stream xlsx, string nameStart)
    {
        using var book = SpreadsheetDocument.Open(xlsx, false);
        var sheet = book.WorkbookPart!.Workbook.Descendants<Sheet>().First(s => s.Name!.Value!.StartsWith(nameStart, StringComparison.Ordinal));
        var part = (WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!);
        return [.. part.Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(Value).ToList())];
    }

    public static List<List<string>> HtmlTable(string html, string title)
    {
        var table = Inner(html, $"<caption>[^\n]*{Regex.Escape(title)}</caption>.*?<tbody>(?<inner>.*?)</tbody>").Single();
        return [.. Inner(table, "<tr>(?<inner>.*?)</tr>").Select(row => Inner(row, "<t[hd][^>]*>(?<inner>.*?)</t[hd]>")
            .Select(cell => WebUtility.HtmlDecode(Without(Without(cell, "<small>.*?</small>"), "<[^>]+>"))).ToList())];
    }

    public static List<List<string>> WordTable(Stream docx, string title)
    {
        using var zip = new ZipArchive(docx, ZipArchiveMode.Read, leaveOpen: true);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        var table = XDocument.Load(part).Descendants(W + "tbl").Last(t => t.Descendants(W + "tblCaption").First().Attribute(W + "val")!.Value == title);
        return [.. table.Elements(W + "tr").Skip(1).Select(row => row.Elements(W + "tc").Select(cell =>
            string.Concat(cell.Elements(W + "p").First().Descendants(W + "t").Select(t => t.Value))).ToList())];
    }

    public static List<string[]> Csv(Stream csv)
    {
        using var reader = new StreamReader(csv, Encoding.UTF8);
        List<string[]> rows = [];
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            if (quoted && c == '"' && reader.Peek() == '"') field.Append((char)reader.Read());
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
            else if (c != '\r' || quoted) field.Append((char)c);
        }

        return rows;
    }

    private static IEnumerable<string> Inner(string html, string pattern) =>
        Regex.Matches(html, pattern, RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(m => m.Groups["inner"].Value);

    private static string Without(string html, string pattern) =>
        Regex.Replace(html, pattern, "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static string Value(Cell cell)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return cell.InlineString!.Text!.Text;
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.Boolean) return value == "1" ? "true" : "false";
        return value.Length == 0 ? "" : (cell.StyleIndex?.Value ?? 0) switch
        {
            6 => (decimal.Parse(value, CultureInfo.InvariantCulture) * 100).ToString("0.##", CultureInfo.InvariantCulture),
            7 => new DateOnly(1899, 12, 30).AddDays(int.Parse(value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value,
        };
    }
}
