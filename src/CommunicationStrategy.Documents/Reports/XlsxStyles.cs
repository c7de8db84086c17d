// The cell styles of our workbooks, by number, and the style sheet that defines them.
using System.Xml.Linq;
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Documents.Reports;

internal static class XlsxStyles
{
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public const uint Text = 1;
    /// <summary>Text that begins like a formula: marked so that no spreadsheet ever takes it for one, even after editing.</summary>
    public const uint QuotedText = 2;
    public const uint Integer = 3;
    public const uint Decimal1 = 4;
    public const uint Decimal2 = 5;
    public const uint Percent = 6;
    public const uint Date = 7;
    public const uint Link = 8;
    public const uint Header = 9;
    public const uint NumberHeader = 10;
    public const uint Title = 11;
    public const uint Label = 12;
    public const uint QuotedLink = 13;
    public const uint Subtitle = 14;
    /// <summary>Running text: it flows over the cells to the right instead of making its own cell tall.</summary>
    public const uint Paragraph = 15;
    public const uint Plain = 16;
    /// <summary>Words where a figure is missing.</summary>
    public const uint NoData = 17;

    /// <summary>How high a row must be, in points, for its wrapped texts to be seen: not every program works it out when it opens a file.</summary>
    public static double? RowHeight(IReadOnlyList<SheetCell> cells, IReadOnlyList<double> widths)
    {
        var lines = 1;
        for (var c = 0; c < cells.Count; c++)
        {
            if (cells[c].Style == Title) return 24;
            if (cells[c].Value is not string text || cells[c].Style is Subtitle or Paragraph) continue;
            var column = Math.Max(1, (int)(widths[Math.Min(c, widths.Count - 1)] * (cells[c].Style is Header or NumberHeader ? 0.9 : 1.05)));
            if (text.Length <= column && !text.Contains('\n', StringComparison.Ordinal)) continue;
            lines = Math.Max(lines, text.Split('\n').Sum(line => Math.Max(1, (line.Length + column - 1) / column)));
        }

        return lines == 1 ? null : Math.Min(lines * 14.5 + 3, 409);
    }

    public static uint For(object? value, CellKind kind, int decimals, bool isLink) => value switch
    {
        string text when Figures.LooksLikeFormula(text) => isLink ? QuotedLink : QuotedText,
        _ when isLink => Link,
        DateOnly => Date,
        bool => Plain,
        decimal when kind == CellKind.Percent => Percent,
        decimal => decimals == 1 ? Decimal1 : decimals == 0 ? Integer : Decimal2,
        long when kind != CellKind.Text => Integer,
        _ => Text,
    };

    public static XElement Sheet(string accent) => new(
        S + "styleSheet",
        new XElement(
            S + "numFmts", Count(4),
            Format(164, "#,##0.0"), Format(165, "0.0%"), Format(166, "dd\\.mm\\.yyyy"), Format(167, "#,##0")),
        new XElement(
            S + "fonts", Count(7),
            Font(11), Font(11, "1155AA", underline: true), Font(11, "FFFFFF", bold: true), Font(16, accent, bold: true),
            Font(11, bold: true), Font(12, "56616E"), Font(11, "56616E")),
        new XElement(
            S + "fills", Count(3),
            new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "none"))),
            new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "gray125"))),
            new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "solid"), new XElement(S + "fgColor", Rgb(accent))))),
        new XElement(
            S + "borders", Count(2),
            new XElement(S + "border", Side("left"), Side("right"), Side("top"), Side("bottom"), Side("diagonal")),
            new XElement(S + "border", Side("left"), Side("right"), Side("top"), Side("bottom", "D9DEE4"), Side("diagonal"))),
        new XElement(S + "cellStyleXfs", Count(1), new XElement(S + "xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", 0), new XAttribute("fillId", 0), new XAttribute("borderId", 0))),
        new XElement(
            S + "cellXfs", Count(18),
            Cell(0, 0, border: 0),
            Cell(49, 0, align: "left"),
            Cell(49, 0, align: "left", quote: true),
            Cell(167, 0),
            Cell(164, 0),
            Cell(4, 0),
            Cell(165, 0),
            Cell(166, 0, align: "left"),
            Cell(49, 1, align: "left"),
            Cell(0, 2, fill: 2, align: "left"),
            Cell(0, 2, fill: 2, align: "right"),
            Cell(0, 3, border: 0, wrap: false),
            Cell(0, 6, border: 0),
            Cell(49, 1, align: "left", quote: true),
            Cell(0, 5, border: 0, wrap: false),
            Cell(49, 0, border: 0, wrap: false),
            Cell(0, 0, align: "left"),
            Cell(49, 6, align: "right")),
        new XElement(S + "cellStyles", Count(1), new XElement(S + "cellStyle", new XAttribute("name", "Normal"), new XAttribute("xfId", 0), new XAttribute("builtinId", 0))),
        new XElement(S + "dxfs", Count(HeatStep.All.Count), HeatStep.All.Select(s => new XElement(
            S + "dxf",
            new XElement(S + "font", new XElement(S + "color", Rgb(s.OnColour))),
            new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "solid"), new XElement(S + "fgColor", Rgb(s.Colour)), new XElement(S + "bgColor", Rgb(s.Colour))))))));

    private static XElement Cell(int format, int font, int fill = 0, int border = 1, string? align = null, bool wrap = true, bool quote = false) => new(
        S + "xf",
        new XAttribute("numFmtId", format), new XAttribute("fontId", font), new XAttribute("fillId", fill), new XAttribute("borderId", border), new XAttribute("xfId", 0),
        quote ? new XAttribute("quotePrefix", 1) : null,
        new XAttribute("applyNumberFormat", 1), new XAttribute("applyFont", 1), new XAttribute("applyFill", 1), new XAttribute("applyBorder", 1), new XAttribute("applyAlignment", 1),
        new XElement(
            S + "alignment",
            align is null ? null : new XAttribute("horizontal", align),
            new XAttribute("vertical", "top"),
            wrap ? new XAttribute("wrapText", 1) : null));

    private static XElement Format(int id, string code) => new(S + "numFmt", new XAttribute("numFmtId", id), new XAttribute("formatCode", code));

    private static XElement Font(int size, string? colour = null, bool bold = false, bool underline = false) => new(
        S + "font",
        bold ? new XElement(S + "b") : null,
        underline ? new XElement(S + "u") : null,
        new XElement(S + "sz", new XAttribute("val", size)),
        new XElement(S + "color", Rgb(colour ?? "1F2933")),
        new XElement(S + "name", new XAttribute("val", "Arial")),
        new XElement(S + "family", new XAttribute("val", 2)));

    private static XElement Side(string name, string? colour = null) => colour is null
        ? new XElement(S + name)
        : new XElement(S + name, new XAttribute("style", "thin"), new XElement(S + "color", Rgb(colour)));

    private static XAttribute Rgb(string colour) => new("rgb", "FF" + colour.ToUpperInvariant());

    private static XAttribute Count(int count) => new("count", count);
}
