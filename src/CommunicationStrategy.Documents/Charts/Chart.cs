using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

/// <summary>The shapes a chart can take; each is drawn as SVG, and as a native chart in office files where one exists.</summary>
/// <remarks>
/// Bullet: the first series is what was achieved of a target of 100, the second, if any, an earlier value.
/// HeatMap: a row per series, a column per category, values from 0 to 100.
/// Multiples: a small line per series, each to its own scale; a series says its unit in its name.
/// </remarks>
public enum ChartKind { Bars, StackedBars, Lines, Gauge, Bullet, HeatMap, Multiples }

/// <summary>One row of figures, one value per category. Tone: good, late, warn, bad, muted, info or accent.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, string? Tone = null)
{
    /// <summary>Where a click on the row's name leads, in a heat map.</summary>
    public string? Link { get; init; }
}

/// <summary>A chart as data: what is drawn, in which language, and nothing about where.</summary>
public sealed record Chart(
    ChartKind Kind,
    string Title,
    string Unit,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series,
    string Language)
{
    // What fits on one sheet of paper, in the units of the drawing.
    private const int SheetHeight = 840;

    /// <summary>The title with the unit of its figures; a share carries its sign with each of them.</summary>
    public string Caption => Unit is "" or "%" ? Title : $"{Title} ({Unit})";

    /// <summary>Where a click on a category leads: to the rows behind the figure.</summary>
    public IReadOnlyList<string?>? CategoryLinks { get; init; }

    /// <summary>The text alternative: every figure of the chart in words, in the chart's language.</summary>
    public string Description => ChartWords.Describe(this);

    /// <summary>The chart that this one is a part of: all parts are drawn to its scale.</summary>
    internal Chart? Whole { get; init; }

    internal bool HasLinks => CategoryLinks is not null || (Kind == ChartKind.HeatMap && Series.Any(s => s.Link is not null));

    /// <summary>The figures as a table: what stands beside a chart for those who cannot see it.</summary>
    public ReportTable ToTable(string key, string categoryTitle) => new(
        key, Title,
        [new("category", categoryTitle, Width: 3), .. ChartGrid.Columns(this).Select((name, i) => new ReportColumn($"s{i}", name, Unit == "%" ? CellKind.Percent : CellKind.Decimal))],
        [.. ChartGrid.Rows(this).Select(IReadOnlyList<ReportCell> (name, r) =>
            [name, .. ChartGrid.Columns(this).Select((_, c) => ChartGrid.Value(this, r, c) is { } value ? (ReportCell)value : ChartGrid.Missing(this, c))])]);

    internal decimal? ValueOf(ChartSeries series, int category) =>
        category < series.Values.Count ? series.Values[category] : null;

    /// <summary>The largest value, of a stack the largest sum; never below zero.</summary>
    internal decimal Largest() => Enumerable.Range(0, Categories.Count).Select(Longest).DefaultIfEmpty(0).Max();

    /// <summary>How far the bars of a category reach.</summary>
    internal decimal Longest(int category)
    {
        var values = Series.Select(s => Math.Max(ValueOf(s, category) ?? 0, 0)).DefaultIfEmpty(0);
        return Kind == ChartKind.StackedBars ? values.Sum() : values.Max();
    }

    /// <summary>Rows of bars in parts that fit on a sheet: a picture cannot break across pages.</summary>
    public IEnumerable<Chart> Parts() => Kind == ChartKind.HeatMap ? [this] : Parts(SheetHeight);

    /// <param name="height">What a part may take, in the units of the drawing.</param>
    internal IEnumerable<Chart> Parts(int height)
    {
        if (Kind == ChartKind.Multiples)
        {
            var across = SvgMultiples.Across(isWide: true);
            var panels = Math.Max(1, height / SvgMultiples.RowHeight) * across;
            return Series.Count <= panels ? [this] : Series.Chunk(panels).Select(part => this with { Series = part, Whole = this });
        }

        var row = Kind == ChartKind.HeatMap ? 32 : 16 + (Kind == ChartKind.Bars ? Math.Max(51, Series.Count * 19) : 51);
        var most = Math.Max(1, height / row);
        var rows = Kind switch { ChartKind.HeatMap => Series.Count, ChartKind.Bars or ChartKind.StackedBars or ChartKind.Bullet => Categories.Count, _ => 1 };
        if (rows <= most) return [this];
        var count = (rows + most - 1) / most;
        return Enumerable.Range(0, count).Select(i => Part(rows * i / count, rows * (i + 1) / count));
    }

    private Chart Part(int from, int to) => Kind == ChartKind.HeatMap ? this with { Series = [.. Series.Take(from..to)], Whole = this } : this with
    {
        Categories = [.. Categories.Take(from..to)],
        Series = [.. Series.Select(s => s with { Values = [.. s.Values.Take(from..to)] })],
        CategoryLinks = CategoryLinks is null ? null : [.. CategoryLinks.Take(from..to)],
        Whole = this,
    };
}
