// The bricks of a Word document: runs, paragraphs, fields, links, tables.
using System.Globalization;
using System.Xml.Linq;
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Documents.Reports;

internal sealed class DocxBlocks(OfficePackage package, string language, int textWidth = DocxReport.TextWidth, string empty = Figures.Empty)
{
    private const string Document = "word/document.xml";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace W = DocxStyles.W;
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);

    public static XElement Paragraph(string? style, params object?[] content) => new(
        W + "p", style is null ? null : new XElement(W + "pPr", DocxStyles.Val("pStyle", style)), content);

    /// <summary>Text as a run; its line ends become breaks.</summary>
    public static XElement Run(string text, bool bold = false, bool quiet = false)
    {
        var run = new XElement(W + "r");
        if (bold || quiet) run.Add(new XElement(W + "rPr", bold ? new XElement(W + "b") : null, quiet ? DocxStyles.Val("color", "56616E") : null));
        var lines = XmlText.Clean(text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Add(new XElement(W + "br"));
            run.Add(new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), lines[i]));
        }

        return run;
    }

    private static XElement Unit(string unit) => Run($" ({unit.Replace(' ', '\u00a0')})", quiet: true);

    /// <summary>A field with the result Word shows until it computes its own.</summary>
    public static XElement[] Field(string instruction, string result) =>
    [
        Char("begin"),
        new(W + "r", new XElement(W + "instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), $" {instruction} ")),
        Char("separate"),
        Run(result),
        Char("end"),
    ];

    public static XElement Char(string kind, bool dirty = false) => new(
        W + "r", new XElement(W + "fldChar", new XAttribute(W + "fldCharType", kind), dirty ? new XAttribute(W + "dirty", "true") : null));

    public static XElement Caption(string label, int number, string title, string? unit = null) => Paragraph(
        "Caption", Run(label + " ", bold: true), Field($"SEQ {label} \\* ARABIC", number.ToString(CultureInfo.InvariantCulture)),
        Run(". ", bold: true), Run(title), unit is null ? null : Unit(unit));

    /// <summary>A report table: header repeated on each page, rows kept whole, figures to the right.</summary>
    public XElement Table(ReportTable table)
    {
        var small = table.Columns.Count > 7;
        var style = small ? "TableTextSmall" : "TableText";
        var widths = Widths(table.Columns.Select(c => c.Width).ToArray(), textWidth);
        var decimals = Enumerable.Range(0, table.Columns.Count).Select(c => Figures.Decimals(table, c)).ToArray();
        // Lists lie on their side and have room.
        var crowded = table.Columns.Count > Figures.Crowded && textWidth == DocxReport.TextWidth;
        var heads = Row(isHeader: true, table.Columns.Select((column, c) => Cell(
            widths[c], Text(style, Figures.IsNumeric(column.Kind) && !crowded, Run(column.Title, bold: true), column.Unit is null or "%" ? null : Unit(column.Unit)))));
        var framed = Frame("ReportTable", widths, table.Title, hasHeader: true, [
            heads,
            .. table.Rows.Select(row => Row(isHeader: false, table.Columns.Select((column, c) => Value(row, c, column, widths[c], decimals[c], style)))),
        ]);
        if (crowded) StandUp(heads, framed, table.Columns);
        return framed;
    }

    /// <summary>A plain table of texts: the cover's facts and the figures behind a chart.</summary>
    public static XElement Grid(string description, double[] shares, bool hasHeader, bool figures, IEnumerable<string[]> rows)
    {
        var widths = Widths(shares, DocxReport.TextWidth);
        return Frame("TableGrid", widths, description, hasHeader, rows.Select((row, r) => Row(
            hasHeader && r == 0,
            row.Select((text, c) => Cell(widths[c], Text(figures ? "TableTextSmall" : "TableText", figures && c > 0, Run(text, bold: figures ? r == 0 : c > 0, quiet: !figures && c == 0)))))));
    }

    /// <summary>A heat map as what it is in Word, a table with shaded cells: there is no native chart of that kind.</summary>
    public static XElement Heat(Chart chart, string categoryTitle)
    {
        var columns = ChartGrid.Columns(chart).ToList();
        // Names get what the figures leave, and never less than a fifth.
        var widths = Widths([Math.Max(2.2, 10 - 1.25 * columns.Count), .. columns.Select(_ => 1.25)], DocxReport.TextWidth);
        return Frame("TableGrid", widths, chart.Title, hasHeader: true, [
            Row(isHeader: true, columns.Prepend(categoryTitle).Select((name, c) => Cell(widths[c], Text("TableTextSmall", c > 0, Run(name, bold: true))))),
            .. ChartGrid.Rows(chart).Select((name, r) => Row(isHeader: false, columns.Select((_, c) => Shaded(chart, r, c, widths[c + 1]))
                .Prepend(Cell(widths[0], Text("TableTextSmall", right: false, Run(name)))))),
        ], chart.Description);
    }

    private static XElement Shaded(Chart chart, int row, int column, int width)
    {
        var text = ChartGrid.Text(chart, row, column);
        if (ChartGrid.Value(chart, row, column) is not { } value) return Cell(width, Text("TableTextSmall", right: true, Run(text, quiet: true)));
        var step = HeatStep.Of(value);
        var run = Run(text);
        run.AddFirst(new XElement(W + "rPr", DocxStyles.Val("color", step.OnColour.ToUpperInvariant())));
        var cell = Cell(width, Text("TableTextSmall", right: true, run));
        cell.Element(W + "tcPr")!.Add(new XElement(
            W + "shd", new XAttribute(W + "val", "clear"), new XAttribute(W + "color", "auto"), new XAttribute(W + "fill", step.Colour.ToUpperInvariant())));
        return cell;
    }

    /// <summary>The heads of figures are read from the foot of the page upwards. Word does not make a row higher for them.</summary>
    private static void StandUp(XElement heads, XElement table, IReadOnlyList<ReportColumn> columns)
    {
        heads.Element(W + "trPr")!.Add(new XElement(W + "trHeight", new XAttribute(W + "val", 90 * columns.Max(c => c.Title.Length)), new XAttribute(W + "hRule", "atLeast")));
        table.Element(W + "tblPr")!.Element(W + "tblLayout")!.AddAfterSelf(new XElement(W + "tblCellMar", DocxStyles.Margin("left", 40), DocxStyles.Margin("right", 40)));
        foreach (var (cell, column) in heads.Elements(W + "tc").Zip(columns))
        {
            if (Figures.IsNumeric(column.Kind)) cell.Element(W + "tcPr")!.Add(DocxStyles.Val("textDirection", "btLr"));
            cell.Element(W + "tcPr")!.Add(DocxStyles.Val("vAlign", "bottom"));
        }
    }

    private XElement Value(IReadOnlyList<ReportCell> row, int c, ReportColumn column, int width, int decimals, string style)
    {
        var cell = Figures.At(row, c);
        var text = Run(Figures.Value(cell, column) is { } value ? Figures.Text(value, column.Kind, decimals, language) : empty);
        var content = Figures.Href(cell, column) is { } href ? Link(href, text) : text;
        return Cell(
            width,
            Text(style, Figures.IsNumeric(column.Kind), content),
            cell.Note is { Length: > 0 } note ? Paragraph("TableNote", Run(note)) : null);
    }

    private XElement Link(string href, XElement run)
    {
        if (!links.TryGetValue(href, out var id))
        {
            links[href] = id = $"rIdLink{(links.Count + 1).ToString(CultureInfo.InvariantCulture)}";
            package.Relate(Document, id, "hyperlink", href, external: true);
        }

        run.AddFirst(new XElement(W + "rPr", DocxStyles.Val("rStyle", "Hyperlink")));
        return new XElement(W + "hyperlink", new XAttribute(R + "id", id), run);
    }

    private static XElement Frame(string style, int[] widths, string description, bool hasHeader, IEnumerable<XElement> rows, string? words = null) => new(
        W + "tbl",
        new XElement(
            W + "tblPr",
            DocxStyles.Val("tblStyle", style),
            new XElement(W + "tblW", new XAttribute(W + "w", widths.Sum()), new XAttribute(W + "type", "dxa")),
            new XElement(W + "tblLayout", new XAttribute(W + "type", "fixed")),
            new XElement(W + "tblLook", new XAttribute(W + "val", hasHeader ? "0420" : "0400"), new XAttribute(W + "firstRow", hasHeader ? 1 : 0), new XAttribute(W + "noVBand", 1)),
            DocxStyles.Val("tblCaption", XmlText.Clean(description)),
            words is null ? null : DocxStyles.Val("tblDescription", XmlText.Clean(words))),
        new XElement(W + "tblGrid", widths.Select(w => new XElement(W + "gridCol", new XAttribute(W + "w", w)))),
        rows);

    private static XElement Row(bool isHeader, IEnumerable<XElement> cells) => new(
        W + "tr", new XElement(W + "trPr", new XElement(W + "cantSplit"), isHeader ? new XElement(W + "tblHeader") : null), cells);

    private static XElement Cell(int width, params XElement?[] content) => new(
        W + "tc", new XElement(W + "tcPr", new XElement(W + "tcW", new XAttribute(W + "w", width), new XAttribute(W + "type", "dxa"))), content);

    private static XElement Text(string style, bool right, params object?[] content) => new(
        W + "p", new XElement(W + "pPr", DocxStyles.Val("pStyle", style), right ? DocxStyles.Val("jc", "right") : null), content);

    private static int[] Widths(double[] shares, int width) => [.. shares.Select(s => (int)(width * s / shares.Sum()))];
}
