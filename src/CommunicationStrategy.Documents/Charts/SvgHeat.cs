// A heat map: a row per series, a cell per category, shaded in steps. Every cell prints its number, so colour is never the only signal.
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

internal static class SvgHeat
{
    private const double CellHeight = 24;
    private const double TextSize = 12;
    private const double SmallText = 10;

    public static double Draw(SvgCanvas canvas, double top)
    {
        var chart = canvas.Chart;
        if (chart.Series.Count == 0 || chart.Categories.Count == 0) return top;
        var left = SvgRows.Left(canvas);
        var width = (canvas.Width - left) / chart.Categories.Count;
        var y = Heads(canvas, Legend(canvas), left, width);
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var series = chart.Series[s];
            var lines = SvgRows.Name(canvas, series.Name);
            var labelHeight = lines.Count * SvgCanvas.LineHeight;
            var height = canvas.IsWide ? Math.Max(CellHeight, labelHeight + 4) : CellHeight;
            var (textTop, cellTop) = canvas.IsWide ? (y + (height - labelHeight) / 2, y) : (y, y + labelHeight + 3);
            var words = string.Join(", ", chart.Categories.Select((category, c) => $"{category} {ChartWords.Value(chart, series, c)}"));
            canvas.Link(series.Link, $"{series.Name}: {words}", () => canvas.Mark(series.Name, () => SvgRows.Write(canvas, lines, textTop)));
            for (var c = 0; c < chart.Categories.Count; c++) Cell(canvas, series, c, left + c * width, cellTop, width, height);
            y = cellTop + height + (canvas.IsWide ? 0 : 8);
        }

        return y + 4;
    }

    private static double Legend(SvgCanvas canvas)
    {
        var chart = canvas.Chart;
        var signs = HeatStep.All.Select<HeatStep, (string, Action<double, double>)>(step =>
            (step.Range(chart.Language), (x, y) => canvas.Ground(x + .5, y + .5, SvgLegend.Swatch - 1, SvgLegend.Swatch - 1, step.Css, SvgCanvas.Quiet)));
        if (chart.Series.Any(s => Enumerable.Range(0, chart.Categories.Count).Any(c => chart.ValueOf(s, c) is null)))
        {
            signs = signs.Append((ChartWords.NoData(chart.Language), (x, y) => canvas.Ground(x + .5, y + .5, SvgLegend.Swatch - 1, SvgLegend.Swatch - 1, canvas.Nothing, SvgCanvas.Quiet)));
        }

        return SvgLegend.Draw(canvas, signs);
    }

    private static double Heads(SvgCanvas canvas, double top, double left, double width)
    {
        var chart = canvas.Chart;
        var heads = chart.Categories.Select(c => SvgCanvas.Wrap(c, Math.Max(3, (int)(width / (TextSize * .62))))).ToList();
        var bottom = top + heads.Max(h => h.Count) * SvgCanvas.LineHeight;
        for (var c = 0; c < heads.Count; c++)
        {
            var (lines, middle, first) = (heads[c], left + (c + .5) * width, bottom - heads[c].Count * SvgCanvas.LineHeight);
            var href = chart.CategoryLinks is { } links && c < links.Count ? links[c] : null;
            canvas.Link(href, chart.Categories[c], () => canvas.Mark(chart.Categories[c], () =>
            {
                for (var i = 0; i < lines.Count; i++) canvas.Text(middle, first + 10 + i * SvgCanvas.LineHeight, lines[i], "middle", size: TextSize, bold: true);
            }));
        }

        return bottom + (canvas.IsWide ? 2 : 8);
    }

    private static void Cell(SvgCanvas canvas, ChartSeries series, int category, double x, double y, double width, double height)
    {
        var chart = canvas.Chart;
        var value = chart.ValueOf(series, category);
        var label = ChartWords.Value(chart, series, category);
        canvas.Mark($"{series.Name}, {chart.Categories[category]}: {label}", () =>
        {
            var step = value is { } number ? HeatStep.Of(number) : null;
            canvas.Ground(x + 1, y + 1, width - 2, height - 2, step?.Css ?? canvas.Nothing, SvgCanvas.Rule);
            var (text, size) = Fitting(chart, value, label, width - 6);
            canvas.Text(x + width / 2, y + height / 2 + 4.5, text, "middle", step?.OnCss ?? SvgCanvas.Ink, size, halo: step is null ? SvgCanvas.Paper : null);
        });
    }

    /// <summary>In narrow cells the unit is left to the title, and "no data" is a dash: alike in all cells of a map.</summary>
    private static (string Text, double Size) Fitting(Chart chart, decimal? value, string label, double width)
    {
        if (value is null) return SvgCanvas.WidthOf(label, TextSize) <= width ? (label, TextSize) : (Figures.Empty, TextSize);
        if (SvgCanvas.WidthOf(ChartWords.Value(chart, 100), TextSize) <= width) return (label, TextSize);
        return (ChartWords.Bare(chart, value.Value), SvgCanvas.WidthOf(ChartWords.Bare(chart, 100), TextSize) <= width ? TextSize : SmallText);
    }
}
