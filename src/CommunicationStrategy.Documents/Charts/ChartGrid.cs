// The figures of a chart as rows and columns, the same way round in every table that stands beside or for a chart.
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

internal static class ChartGrid
{
    public static IEnumerable<string> Rows(Chart chart) => IsTurned(chart) ? chart.Series.Select(s => s.Name) : chart.Categories;

    public static IEnumerable<string> Columns(Chart chart) => IsTurned(chart) ? chart.Categories : chart.Series.Select(s => s.Name);

    public static decimal? Value(Chart chart, int row, int column) =>
        IsTurned(chart) ? chart.ValueOf(chart.Series[row], column) : chart.ValueOf(chart.Series[column], row);

    /// <summary>The figure as a reader sees it.</summary>
    public static string Text(Chart chart, int row, int column) =>
        Value(chart, row, column) is { } value ? ChartWords.Value(chart, value) : Missing(chart, column);

    /// <summary>What stands where there is no figure: a dash, or words where the gap is what a reader asks about.</summary>
    public static string Missing(Chart chart, int column) => chart.Kind switch
    {
        ChartKind.HeatMap => ChartWords.NoData(chart.Language),
        ChartKind.Bullet when column == 0 => ChartWords.NotComputable(chart.Language),
        _ => Figures.Empty,
    };

    /// <summary>A heat map, and small multiples, are read by their rows, which are the series; there may be thirty of them.</summary>
    private static bool IsTurned(Chart chart) => chart.Kind is ChartKind.HeatMap or ChartKind.Multiples;
}
