// The sentences that stand for a chart where it cannot be seen.
using System.Text;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

internal static class ChartWords
{
    public static string Describe(Chart chart)
    {
        var text = new StringBuilder(KindName(chart.Kind, chart.Language)).Append(": ").Append(chart.Title);
        if (chart.Unit.Length > 0) text.Append(" (").Append(chart.Unit).Append(')');
        text.Append('.');

        var rows = chart.Kind is ChartKind.HeatMap or ChartKind.Multiples ? chart.Series.Select(s => ByCategory(chart, s)) : chart.Categories.Select((_, i) => BySeries(chart, i));
        text.AppendJoin(';', rows);
        if (chart.Series.Count > 0 && chart.Categories.Count > 0) text.Append('.');
        if (chart.Kind == ChartKind.Bullet) text.Append(' ').Append(TargetSentence(chart)).Append('.');
        return text.ToString();
    }

    private static string BySeries(Chart chart, int category) => $" {chart.Categories[category]}: " + string.Join(", ", chart.Series.Select(s =>
        chart.Series.Count == 1 ? Value(chart, s, category) : $"{s.Name} {Value(chart, s, category)}"));

    private static string ByCategory(Chart chart, ChartSeries series) =>
        $" {series.Name}: " + string.Join(", ", chart.Categories.Select((category, i) => $"{category} {Value(chart, series, i)}"));

    private static string TargetSentence(Chart chart) => $"{char.ToUpperInvariant(Target(chart.Language)[0])}{Target(chart.Language)[1..]}: {Tick(chart, 100)}";

    /// <summary>A value with its unit when the unit is a percent sign; other units are said once, in the title.</summary>
    public static string Value(Chart chart, ChartSeries series, int category) =>
        chart.ValueOf(series, category) is { } value ? Value(chart, value)
        : chart.Kind == ChartKind.Bullet && ReferenceEquals(series, chart.Series[0]) ? NotComputable(chart.Language) : NoData(chart.Language);

    public static string Value(Chart chart, decimal value) =>
        chart.Unit == "%" ? Figures.Percent(value, chart.Language) : Figures.Short(value, chart.Language);

    /// <summary>A value on an axis, where decimals that are all zero only make noise.</summary>
    public static string Tick(Chart chart, decimal value) =>
        Figures.Short(value, chart.Language) + (chart.Unit == "%" ? "\u00a0%" : "");

    /// <summary>A value without its unit, for where there is no room.</summary>
    public static string Bare(Chart chart, decimal value) =>
        chart.Unit == "%" ? Figures.Number(value, chart.Language, 1) : Figures.Short(value, chart.Language);

    public static string Target(string language) => language switch { "ro" => "ținta", "ru" => "цель", _ => "target" };

    public static string NotComputable(string language) => language switch
    {
        "ro" => "necalculabil",
        "ru" => "не рассчитывается",
        _ => "not computable",
    };

    public static string NoData(string language) => language switch
    {
        "ro" => "fără date",
        "ru" => "нет данных",
        _ => "no data",
    };

    private static string KindName(ChartKind kind, string language) => (language, kind) switch
    {
        ("ro", ChartKind.Bars) => "Diagramă cu bare",
        ("ro", ChartKind.StackedBars) => "Diagramă cu bare suprapuse",
        ("ro", ChartKind.Lines) => "Diagramă liniară",
        ("ro", ChartKind.Bullet) => "Diagramă cu bare și țintă",
        ("ro", ChartKind.HeatMap) => "Hartă termică",
        ("ro", ChartKind.Multiples) => "Diagrame mici, câte una pe serie",
        ("ro", _) => "Indicator semicircular",
        ("ru", ChartKind.Bars) => "Столбчатая диаграмма",
        ("ru", ChartKind.StackedBars) => "Столбчатая диаграмма с накоплением",
        ("ru", ChartKind.Lines) => "Линейный график",
        ("ru", ChartKind.Bullet) => "Диаграмма с полосами и целью",
        ("ru", ChartKind.HeatMap) => "Тепловая карта",
        ("ru", ChartKind.Multiples) => "Малые графики, по одному на ряд",
        ("ru", _) => "Шкала",
        (_, ChartKind.Bars) => "Bar chart",
        (_, ChartKind.StackedBars) => "Stacked bar chart",
        (_, ChartKind.Lines) => "Line chart",
        (_, ChartKind.Bullet) => "Bullet chart",
        (_, ChartKind.HeatMap) => "Heat map",
        (_, ChartKind.Multiples) => "Small multiples, one per series",
        _ => "Gauge",
    };
}
