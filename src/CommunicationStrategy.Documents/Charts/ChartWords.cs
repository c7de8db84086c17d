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

        for (var i = 0; i < chart.Categories.Count; i++)
        {
            text.Append(' ').Append(chart.Categories[i]).Append(": ");
            text.AppendJoin(", ", chart.Series.Select(s => chart.Series.Count == 1
                ? Value(chart, s, i)
                : $"{s.Name} {Value(chart, s, i)}"));
            text.Append(chart.Categories.Count == i + 1 ? '.' : ';');
        }

        return text.ToString();
    }

    /// <summary>A value with its unit when the unit is a percent sign; other units are said once, in the title.</summary>
    public static string Value(Chart chart, ChartSeries series, int category) =>
        chart.ValueOf(series, category) is { } value ? Value(chart, value) : NoData(chart.Language);

    public static string Value(Chart chart, decimal value) =>
        chart.Unit == "%" ? Figures.Percent(value, chart.Language) : Figures.Short(value, chart.Language);

    /// <summary>A value on an axis, where decimals that are all zero only make noise.</summary>
    public static string Tick(Chart chart, decimal value) =>
        Figures.Short(value, chart.Language) + (chart.Unit == "%" ? "\u00a0%" : "");

    private static string NoData(string language) => language switch
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
        ("ro", _) => "Indicator semicircular",
        ("ru", ChartKind.Bars) => "Столбчатая диаграмма",
        ("ru", ChartKind.StackedBars) => "Столбчатая диаграмма с накоплением",
        ("ru", ChartKind.Lines) => "Линейный график",
        ("ru", _) => "Шкала",
        (_, ChartKind.Bars) => "Bar chart",
        (_, ChartKind.StackedBars) => "Stacked bar chart",
        (_, ChartKind.Lines) => "Line chart",
        _ => "Gauge",
    };
}
