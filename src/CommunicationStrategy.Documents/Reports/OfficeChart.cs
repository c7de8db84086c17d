// Native charts (DrawingML): in Word and Excel an officer can open, restyle and edit them like any other.
using System.Globalization;
using System.Xml.Linq;
using CommunicationStrategy.Documents.Charts;

namespace CommunicationStrategy.Documents.Reports;

internal static class OfficeChart
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    public static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Anchor = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private const int HeaderRow = 2;

    /// <summary>A gauge, a heat map and small multiples have no native form; there the figures stand as a table, those of a heat map shaded.</summary>
    public static bool IsNative(Chart chart) => chart.Kind is not (ChartKind.Gauge or ChartKind.HeatMap or ChartKind.Multiples) && chart.Series.Count > 0 && chart.Categories.Count > 0;

    /// <summary>The sheet with the figures behind a chart: title, header, a row per category (in a heat map per series).</summary>
    public static SheetPlan Sheet(Chart chart, string name, ReportWords words)
    {
        var columns = ChartGrid.Columns(chart).ToList();
        List<IReadOnlyList<SheetCell>> rows =
        [
            [new(XmlText.Clean(chart.Unit.Length > 0 ? $"{chart.Title} ({chart.Unit})" : chart.Title), XlsxStyles.Title)],
            [new(words.Category, XlsxStyles.Header), .. columns.Select(c => new SheetCell(XmlText.Clean(c), XlsxStyles.NumberHeader))],
        ];
        foreach (var (r, row) in ChartGrid.Rows(chart).Index())
        {
            rows.Add([new(XmlText.Clean(row), XlsxStyles.For(row, CellKind.Text, 0, false)), .. columns.Select((_, c) => Figure(chart, r, c))]);
        }

        List<double> widths = [42, .. columns.Select(c => Math.Clamp(c.Length + 3.0, 12, 28))];
        if (chart.Kind == ChartKind.Bullet && columns.Count > 0) Notes(chart, rows, widths, words);
        return new SheetPlan(name, widths, rows, HeaderRow)
        {
            Chart = IsNative(chart) ? chart : null,
            ShadedTo = chart.Kind == ChartKind.HeatMap && chart.Series.Count > 0 ? Hundred(chart) : null,
        };
    }

    /// <summary>Why a figure is missing, in a column of its own: a word among the figures would be drawn as zero.</summary>
    private static void Notes(Chart chart, List<IReadOnlyList<SheetCell>> rows, List<double> widths, ReportWords words)
    {
        if (chart.Categories.Select((_, r) => ChartGrid.Value(chart, r, 0)).All(v => v is not null)) return;
        rows[HeaderRow - 1] = [.. rows[HeaderRow - 1], new(XmlText.Clean($"{chart.Series[0].Name} – {words.Note}"), XlsxStyles.Header)];
        for (var r = 0; r < chart.Categories.Count; r++)
        {
            rows[HeaderRow + r] = [.. rows[HeaderRow + r], new(ChartGrid.Value(chart, r, 0) is null ? ChartGrid.Missing(chart, 0) : null, XlsxStyles.Text)];
        }

        widths.Add(28);
    }

    /// <summary>Places the chart under the rows of its sheet.</summary>
    public static void AddToSheet(OfficePackage package, string sheetPath, int number, Chart chart, SheetPlan sheet)
    {
        var drawing = $"xl/drawings/drawing{number}.xml";
        package.Relate(sheetPath, "rIdDrawing", "drawing", $"../drawings/drawing{number}.xml");
        package.Relate(drawing, "rId1", "chart", $"../charts/chart{number}.xml");
        package.Add($"xl/charts/chart{number}.xml", ContentType, ChartSpace(chart, sheet.Name, embeddedId: null));
        var top = HeaderRow + chart.Categories.Count + 1;
        package.Add(drawing, "application/vnd.openxmlformats-officedocument.drawing+xml", new XElement(
            Anchor + "wsDr",
            new XAttribute(XNamespace.Xmlns + "xdr", Anchor),
            new XAttribute(XNamespace.Xmlns + "a", A),
            new XElement(
                Anchor + "oneCellAnchor",
                new XElement(Anchor + "from", Position("col", 0), Position("colOff", 0), Position("row", top), Position("rowOff", 0)),
                new XElement(Anchor + "ext", new XAttribute("cx", 9_000_000), new XAttribute("cy", Height(chart, mostRows: 60))),
                new XElement(
                    Anchor + "graphicFrame",
                    new XElement(
                        Anchor + "nvGraphicFramePr",
                        new XElement(Anchor + "cNvPr", new XAttribute("id", 2), new XAttribute("name", $"Chart {number}"), new XAttribute("descr", XmlText.Clean(chart.Description))),
                        new XElement(Anchor + "cNvGraphicFramePr")),
                    new XElement(
                        Anchor + "xfrm",
                        new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                        new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
                    Graphic("rId1")),
                new XElement(Anchor + "clientData"))));
    }

    public static XElement Graphic(string relation) => new(
        A + "graphic",
        new XElement(
            A + "graphicData", new XAttribute("uri", C.NamespaceName),
            new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "r", R), new XAttribute(R + "id", relation))));

    /// <summary>In English metric units: bars need room per category, lines do not.</summary>
    public static long Height(Chart chart, int mostRows = 14)
    {
        var bars = chart.Kind is ChartKind.Bars or ChartKind.Bullet ? chart.Categories.Count * Math.Max(1, chart.Series.Count * 0.6) : chart.Categories.Count;
        return chart.Kind == ChartKind.Lines ? 2_700_000 : (long)(1_000_000 + Math.Min(bars, mostRows) * 430_000);
    }

    public static XElement ChartSpace(Chart chart, string sheet, string? embeddedId)
    {
        var place = $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";
        return new XElement(
            C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", R),
            Val("date1904", "0"),
            Val("lang", ReportWords.In(chart.Language).Locale),
            Val("roundedCorners", "0"),
            new XElement(
                C + "chart",
                Val("autoTitleDeleted", "1"),
                new XElement(C + "plotArea", new XElement(C + "layout"), Plot(chart, place), CategoryAxis(chart), ValueAxis(chart)),
                chart.Series.Count > 1 ? new XElement(C + "legend", Val("legendPos", "t"), Val("overlay", "0"), Letters(1000)) : null,
                Val("plotVisOnly", "1"),
                Val("dispBlanksAs", "gap")),
            new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
            Letters(1000),
            embeddedId is null ? null : new XElement(C + "externalData", new XAttribute(R + "id", embeddedId), Val("autoUpdate", "0")));
    }

    private static XElement Plot(Chart chart, string place)
    {
        var series = chart.Series.Select((s, i) => Series(chart, s, i, place));
        if (chart.Kind == ChartKind.Lines)
        {
            return new XElement(
                C + "lineChart", Val("grouping", "standard"), Val("varyColors", "0"), series, Val("marker", "1"), Val("axId", "1001"), Val("axId", "1002"));
        }

        var stacked = chart.Kind == ChartKind.StackedBars;
        return new XElement(
            C + "barChart",
            Val("barDir", "bar"), Val("grouping", stacked ? "stacked" : "clustered"), Val("varyColors", "0"),
            series, Val("gapWidth", stacked ? "55" : "45"), stacked ? Val("overlap", "100") : null, Val("axId", "1001"), Val("axId", "1002"));
    }

    private static XElement Series(Chart chart, ChartSeries series, int index, string place)
    {
        var tone = ChartTone.Of(series, index);
        var column = XlsxBook.Column(index + 1);
        var (first, last) = (HeaderRow + 1, HeaderRow + chart.Categories.Count);
        var lines = chart.Kind == ChartKind.Lines;
        return new XElement(
            C + "ser",
            Val("idx", index.ToString(CultureInfo.InvariantCulture)), Val("order", index.ToString(CultureInfo.InvariantCulture)),
            new XElement(C + "tx", Texts($"{place}${column}${HeaderRow}", [series.Name])),
            lines ? LineLook(tone, index) : BarLook(tone),
            lines ? Marker(tone, index) : Val("invertIfNegative", "0"),
            Labels(chart, tone, index),
            new XElement(C + "cat", Texts($"{place}$A${first}:$A${last}", chart.Categories)),
            new XElement(C + "val", Numbers(chart, series, $"{place}${column}${first}:${column}${last}")),
            lines ? Val("smooth", "0") : null);
    }

    private static XElement Labels(Chart chart, ChartTone tone, int index)
    {
        var stacked = chart.Kind == ChartKind.StackedBars;
        return new XElement(
            C + "dLbls",
            // A stack has no room to say zero.
            new XElement(C + "numFmt", new XAttribute("formatCode", stacked ? NumberFormat(chart) + ";;" : NumberFormat(chart)), new XAttribute("sourceLinked", "0")),
            // Behind figures on a hatching or on the line of the target stands a plain ground.
            new XElement(C + "spPr", stacked && tone.OfficePattern.Length > 0 ? Solid(tone.Colour) : chart.Kind == ChartKind.Bullet ? Solid("ffffff") : new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
            Letters(900, stacked ? tone.OnColour : "1f2933", bold: true),
            Val("dLblPos", chart.Kind switch { ChartKind.StackedBars => "ctr", ChartKind.Lines => index == 0 ? "t" : "b", _ => "outEnd" }),
            Val("showLegendKey", "0"), Val("showVal", "1"), Val("showCatName", "0"), Val("showSerName", "0"), Val("showPercent", "0"), Val("showBubbleSize", "0"));
    }

    private static XElement CategoryAxis(Chart chart) => new(
        C + "catAx",
        Val("axId", "1001"),
        // Bars are drawn upwards; readers expect the first category on top.
        new XElement(C + "scaling", Val("orientation", chart.Kind == ChartKind.Lines ? "minMax" : "maxMin")),
        Val("delete", "0"), Val("axPos", chart.Kind == ChartKind.Lines ? "b" : "l"),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "low"),
        new XElement(C + "spPr", Stroke("56616e", 9525)), Letters(1000),
        Val("crossAx", "1002"), Val("crosses", "autoZero"), Val("auto", "1"), Val("lblAlgn", "ctr"), Val("lblOffset", "100"),
        // Every bar keeps its name, however many there are.
        chart.Kind == ChartKind.Lines ? null : Val("tickLblSkip", "1"), Val("noMultiLvlLbl", "0"));

    private static XElement ValueAxis(Chart chart)
    {
        var shown = chart.Kind is ChartKind.Lines or ChartKind.Bullet;
        return new(
            C + "valAx",
            Val("axId", "1002"),
            new XElement(
                C + "scaling", Val("orientation", "minMax"),
                Furthest(chart) is { } most ? Val("max", (most / 100 * Hundred(chart)).ToString("0.####", CultureInfo.InvariantCulture)) : null,
                chart.Series.All(s => s.Values.All(v => v is null or >= 0)) ? Val("min", "0") : null),
            Val("delete", shown ? "0" : "1"), Val("axPos", chart.Kind == ChartKind.Lines ? "l" : "b"),
            chart.Kind switch
            {
                ChartKind.Lines => new XElement(C + "majorGridlines", new XElement(C + "spPr", Stroke("d9dee4", 6350))),
                // One unit is the target, so its grid line is the mark of the target.
                ChartKind.Bullet => new XElement(C + "majorGridlines", new XElement(C + "spPr", Stroke("1f2933", 19050))),
                _ => null,
            },
            new XElement(C + "numFmt", new XAttribute("formatCode", chart.Unit == "%" ? "0%" : NumberFormat(chart)), new XAttribute("sourceLinked", "0")),
            Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "nextTo"),
            new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill"))), Letters(900, "56616e"),
            Val("crossAx", "1001"), Val("crosses", "autoZero"),
            chart.Kind == ChartKind.Bullet ? Val("crossBetween", "between") : null,
            chart.Kind == ChartKind.Bullet ? Val("majorUnit", Hundred(chart).ToString(CultureInfo.InvariantCulture)) : null);
    }

    /// <summary>Where the axis ends, if the program is not to choose: shares and bullets end alike in every chart, a part where its whole does.</summary>
    private static decimal? Furthest(Chart chart)
    {
        var largest = (chart.Whole ?? chart).Largest();
        return chart.Kind switch
        {
            // Room for the figure beside the bar that reaches its target; a bar far beyond it ends at the edge, for one row must not flatten all others.
            ChartKind.Bullet => Math.Clamp(largest, 100, 200) * 1.15m,
            ChartKind.Bars or ChartKind.Lines when chart.Unit == "%" && largest <= 100 => 100,
            _ when chart.Whole is null || largest == 0 => null,
            ChartKind.StackedBars => largest,
            _ => largest * 1.1m,
        };
    }

    private static XElement BarLook(ChartTone tone) => new(
        C + "spPr",
        tone.OfficePattern.Length > 0
            ? new XElement(A + "pattFill", new XAttribute("prst", tone.OfficePattern), new XElement(A + "fgClr", Rgb(tone.IsLight ? "1f2933" : "ffffff")), new XElement(A + "bgClr", Rgb(tone.Colour)))
            : Solid(tone.Colour),
        Stroke(tone.IsLight ? "56616e" : "ffffff", 9525));

    private static XElement LineLook(ChartTone tone, int index) => new(
        C + "spPr",
        new XElement(
            A + "ln", new XAttribute("w", 28575), new XAttribute("cap", "rnd"), Solid(tone.IsLight ? "56616e" : tone.Colour),
            new XElement(A + "prstDash", new XAttribute("val", (index % 4) switch { 0 => "solid", 1 => "dash", 2 => "sysDot", _ => "dashDot" })),
            new XElement(A + "round")));

    private static XElement Marker(ChartTone tone, int index) => new(
        C + "marker",
        Val("symbol", (index % 4) switch { 0 => "circle", 1 => "square", 2 => "triangle", _ => "diamond" }), Val("size", "7"),
        new XElement(C + "spPr", Solid(tone.Colour), Stroke("ffffff", 9525)));

    private static XElement Texts(string formula, IReadOnlyList<string> texts) => new(
        C + "strRef", new XElement(C + "f", formula),
        new XElement(
            C + "strCache", Val("ptCount", texts.Count.ToString(CultureInfo.InvariantCulture)),
            texts.Select((text, i) => new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", XmlText.Clean(text))))));

    private static XElement Numbers(Chart chart, ChartSeries series, string formula) => new(
        C + "numRef", new XElement(C + "f", formula),
        new XElement(
            C + "numCache", new XElement(C + "formatCode", NumberFormat(chart)), Val("ptCount", chart.Categories.Count.ToString(CultureInfo.InvariantCulture)),
            Enumerable.Range(0, chart.Categories.Count).Select(i => Figure(chart, chart.ValueOf(series, i)).Value is decimal value
                ? new XElement(C + "pt", new XAttribute("idx", i), new XElement(C + "v", value.ToString(CultureInfo.InvariantCulture)))
                : null)));

    /// <summary>What a hundred is in the cells.</summary>
    private static decimal Hundred(Chart chart) => chart.Unit == "%" ? 1 : 100;

    private static SheetCell Figure(Chart chart, int row, int column) =>
        ChartGrid.Value(chart, row, column) is null && chart.Kind == ChartKind.HeatMap
            ? new(ChartGrid.Missing(chart, column), XlsxStyles.NoData)
            : Figure(chart, ChartGrid.Value(chart, row, column));

    private static SheetCell Figure(Chart chart, decimal? value) => value switch
    {
        null => new(null, XlsxStyles.Integer),
        { } percent when chart.Unit == "%" => new(Figures.Round(percent, 1) / 100, XlsxStyles.Percent),
        { } number => new(Figures.Round(number, 2), decimal.IsInteger(number) ? XlsxStyles.Integer : decimal.IsInteger(number * 10) ? XlsxStyles.Decimal1 : XlsxStyles.Decimal2),
    };

    private static string NumberFormat(Chart chart) => chart.Unit == "%" ? "0.0%"
        : chart.Series.All(s => s.Values.All(v => v is null || decimal.IsInteger(v.Value))) ? "#,##0" : "#,##0.0#";

    private static XElement Letters(int size, string colour = "1f2933", bool bold = false) => new(
        C + "txPr",
        new XElement(A + "bodyPr"), new XElement(A + "lstStyle"),
        new XElement(
            A + "p",
            new XElement(A + "pPr", new XElement(
                A + "defRPr", new XAttribute("sz", size), new XAttribute("b", bold ? 1 : 0), Solid(colour), new XElement(A + "latin", new XAttribute("typeface", "Arial")))),
            new XElement(A + "endParaRPr", new XAttribute("lang", "en-US"))));

    private static XElement Stroke(string colour, int width) => new(A + "ln", new XAttribute("w", width), Solid(colour));

    private static XElement Solid(string colour) => new(A + "solidFill", Rgb(colour));

    private static XElement Rgb(string colour) => new(A + "srgbClr", new XAttribute("val", colour.ToUpperInvariant()));

    private static XElement Position(string name, int value) => new(Anchor + name, value);

    private static XElement Val(string name, string value) => new(C + name, new XAttribute("val", value));
}
