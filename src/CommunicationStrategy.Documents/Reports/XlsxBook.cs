// A workbook writer for any number of rows: sheets go out row by row, nothing is kept but the links.
using System.Globalization;
using System.Xml.Linq;
using CommunicationStrategy.Documents.Charts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>A cell of a sheet. Href is a web address, or #'Sheet'!A1 within the book.</summary>
internal readonly record struct SheetCell(object? Value, uint Style, string? Href = null);

/// <summary>A sheet; HeaderRow (from 1) freezes the rows down to it and repeats them in print; 0 for none.</summary>
internal sealed record SheetPlan(string Name, IReadOnlyList<double> Widths, IEnumerable<IReadOnlyList<SheetCell>> Rows, int HeaderRow = 0)
{
    /// <summary>A native chart below the rows; its figures are the rows under the header.</summary>
    public Chart? Chart { get; init; }

    /// <summary>Shades the figures under the header in the steps of a heat map; the number is what a hundred per cent is in the cells.</summary>
    public decimal? ShadedTo { get; init; }
}

internal static class XlsxBook
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    // What Excel allows on one sheet; links beyond it stay text.
    private const int MaximumLinks = 65_000;
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    public static void Write(IReadOnlyList<SheetPlan> sheets, string title, string author, string language, DateOnly date, string accent, Stream output)
    {
        var package = new OfficePackage();
        package.Relate("", "rId1", "officeDocument", "xl/workbook.xml");
        package.Describe(title, author, language, date);
        package.Add("xl/workbook.xml", Main + "sheet.main+xml", Workbook(sheets));
        package.Add("xl/styles.xml", Main + "styles+xml", XlsxStyles.Sheet(accent));
        package.Relate("xl/workbook.xml", "rIdStyles", "styles", "styles.xml");
        for (var i = 0; i < sheets.Count; i++)
        {
            var (sheet, number) = (sheets[i], i + 1);
            var path = $"xl/worksheets/sheet{number}.xml";
            package.Relate("xl/workbook.xml", $"rId{number}", "worksheet", $"worksheets/sheet{number}.xml");
            package.Add(path, Main + "worksheet+xml", stream => Rows(sheet, stream, package, path));
            if (sheet.Chart is { } chart) OfficeChart.AddToSheet(package, path, number, chart, sheet);
        }

        package.Save(output);
    }

    /// <summary>A sheet name Excel accepts: at most 31 characters, none of its special ones, unique in the book.</summary>
    public static string SafeName(string title, ICollection<string> taken)
    {
        var clean = string.Concat(XmlText.Clean(title).Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c)).Trim(' ', '\'');
        clean = string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (clean.Length == 0 || clean.Equals("History", StringComparison.OrdinalIgnoreCase)) clean = "Sheet";
        var name = Cut(clean, 31);
        for (var n = 2; taken.Contains(name, StringComparer.OrdinalIgnoreCase); n++)
        {
            var suffix = $" ({n.ToString(CultureInfo.InvariantCulture)})";
            name = Cut(clean, 31 - suffix.Length) + suffix;
        }

        taken.Add(name);
        return name;
    }

    public static string Column(int index)
    {
        var name = "";
        for (var n = index + 1; n > 0; n = (n - 1) / 26) name = (char)('A' + (n - 1) % 26) + name;
        return name;
    }

    /// <summary>The value as a spreadsheet keeps it: a percent is a fraction there.</summary>
    public static SheetCell Cell(ReportCell cell, ReportColumn column, int decimals)
    {
        var value = Figures.Value(cell, column);
        var href = value is null ? null : Figures.Href(cell, column);
        var style = XlsxStyles.For(value, column.Kind, decimals, href is not null && value is string);
        return new SheetCell(column.Kind == CellKind.Percent && value is decimal percent ? percent / 100 : value, style, href);
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        if (char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length].TrimEnd(' ', '\'');
    }

    private static XElement Workbook(IReadOnlyList<SheetPlan> sheets) => new(
        S + "workbook",
        new XAttribute(XNamespace.Xmlns + "r", R),
        new XElement(S + "bookViews", new XElement(S + "workbookView", new XAttribute("activeTab", 0))),
        new XElement(S + "sheets", sheets.Select((sheet, i) => new XElement(
            S + "sheet", new XAttribute("name", sheet.Name), new XAttribute("sheetId", i + 1), new XAttribute(R + "id", $"rId{i + 1}")))),
        sheets.Any(s => s.HeaderRow > 0)
            ? new XElement(S + "definedNames", sheets.Index().Where(s => s.Item.HeaderRow > 0).Select(s => new XElement(
                S + "definedName", new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", s.Index),
                $"'{s.Item.Name.Replace("'", "''", StringComparison.Ordinal)}'!${s.Item.HeaderRow}:${s.Item.HeaderRow}")))
            : null);

    private static void Rows(SheetPlan sheet, Stream stream, OfficePackage package, string path)
    {
        List<(string Cell, string Href)> links = [];
        using var writer = OpenXmlWriter.Create(stream);
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new Worksheet(), [], [new("r", R.NamespaceName)]);
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(View(sheet));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(sheet.Widths.Select((width, i) => new Column
        {
            Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        var row = 0;
        foreach (var cells in sheet.Rows)
        {
            row++;
            var number = row.ToString(CultureInfo.InvariantCulture);
            List<OpenXmlAttribute> attributes = [new("r", "", number)];
            if (XlsxStyles.RowHeight(cells, sheet.Widths) is { } height)
            {
                attributes.Add(new("ht", "", height.ToString(CultureInfo.InvariantCulture)));
                attributes.Add(new("customHeight", "", "1"));
            }

            writer.WriteStartElement(new Row(), attributes);
            for (var c = 0; c < cells.Count; c++) Cell(writer, cells[c], Column(c) + number, links);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        if (sheet.HeaderRow > 0 && row > sheet.HeaderRow && sheet.Chart is null)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A{sheet.HeaderRow}:{Column(sheet.Widths.Count - 1)}{row}" });
        }

        if (sheet.ShadedTo is { } whole && row > sheet.HeaderRow && sheet.Widths.Count > 1) writer.WriteElement(Shades(sheet, whole, row));
        Links(writer, links, package, path);
        writer.WriteElement(new PageMargins { Left = .5, Right = .5, Top = .6, Bottom = .6, Header = .3, Footer = .3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&R&P / &N")));
        if (sheet.Chart is not null) writer.WriteElement(new Drawing { Id = "rIdDrawing" });
        writer.WriteEndElement();
    }

    /// <summary>Rules instead of fills: a figure that an officer changes takes the shade of its new value.</summary>
    private static ConditionalFormatting Shades(SheetPlan sheet, decimal whole, int lastRow)
    {
        var first = $"B{sheet.HeaderRow + 1}";
        var rules = HeatStep.All.OrderByDescending(s => s.From).Select((step, i) => new ConditionalFormattingRule(
            // Text is greater than any number to a spreadsheet, hence the first test.
            new Formula($"AND(ISNUMBER({first}),{first}>={(step.From / 100 * whole).ToString("0.##", CultureInfo.InvariantCulture)})"))
        {
            Type = ConditionalFormatValues.Expression, FormatId = (uint)step.Number - 1, Priority = i + 1, StopIfTrue = true,
        });
        return new ConditionalFormatting(rules) { SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{first}:{Column(sheet.Widths.Count - 1)}{lastRow}" } };
    }

    private static SheetViews View(SheetPlan sheet)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (sheet.HeaderRow > 0)
        {
            view.Append(new Pane
            {
                VerticalSplit = sheet.HeaderRow, TopLeftCell = $"A{sheet.HeaderRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
            });
        }

        return new SheetViews(view);
    }

    private static void Cell(OpenXmlWriter writer, SheetCell cell, string reference, List<(string, string)> links)
    {
        var style = cell.Style.ToString(CultureInfo.InvariantCulture);
        List<OpenXmlAttribute> attributes = [new("r", "", reference), new("s", "", style)];
        switch (cell.Value)
        {
            case null:
                writer.WriteStartElement(new Cell(), attributes);
                break;
            case string text:
                attributes.Add(new("t", "", "inlineStr"));
                writer.WriteStartElement(new Cell(), attributes);
                writer.WriteElement(new InlineString(new Text(Limit(text)) { Space = SpaceProcessingModeValues.Preserve }));
                break;
            case bool yes:
                attributes.Add(new("t", "", "b"));
                writer.WriteStartElement(new Cell(), attributes);
                writer.WriteElement(new CellValue(yes ? "1" : "0"));
                break;
            default:
                writer.WriteStartElement(new Cell(), attributes);
                writer.WriteElement(new CellValue(cell.Value is DateOnly date
                    ? (date.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture)
                    : Convert.ToString(cell.Value, CultureInfo.InvariantCulture)!));
                break;
        }

        writer.WriteEndElement();
        if (cell.Href is not null && links.Count < MaximumLinks) links.Add((reference, cell.Href));
    }

    private static void Links(OpenXmlWriter writer, List<(string Cell, string Href)> links, OfficePackage package, string path)
    {
        if (links.Count == 0) return;
        writer.WriteStartElement(new Hyperlinks());
        for (var i = 0; i < links.Count; i++)
        {
            var (cell, href) = links[i];
            if (href[0] == '#')
            {
                writer.WriteElement(new Hyperlink { Reference = cell, Location = href[1..] });
                continue;
            }

            var id = $"rIdLink{(i + 1).ToString(CultureInfo.InvariantCulture)}";
            package.Relate(path, id, "hyperlink", href, external: true);
            writer.WriteElement(new Hyperlink { Reference = cell, Id = id });
        }

        writer.WriteEndElement();
    }

    /// <summary>Excel's own limit for one cell.</summary>
    private static string Limit(string text) => text.Length <= 32_767 ? text : string.Concat(text.AsSpan(0, 32_766), "…");
}
