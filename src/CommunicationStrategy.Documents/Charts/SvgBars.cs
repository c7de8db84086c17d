// Horizontal bars, stacked or side by side: the form that leaves room for the long names of objectives and institutions.
namespace CommunicationStrategy.Documents.Charts;

internal static class SvgBars
{
    public static double Draw(SvgCanvas canvas, double top)
    {
        var chart = canvas.Chart;
        var whole = chart.Whole ?? chart;
        var stacked = chart.Kind == ChartKind.StackedBars;
        var left = SvgRows.Left(canvas);
        var endWidth = 12 + Enumerable.Range(0, whole.Categories.Count)
            .Select(c => SvgCanvas.WidthOf(ChartWords.Value(chart, whole.Longest(c)))).DefaultIfEmpty(0).Max();
        var most = whole.Largest();
        // A share is measured against the whole, not against the best one.
        if (chart.Unit == "%" && !stacked) most = Math.Max(most, 100);
        var scale = most > 0 ? (canvas.Width - left - endWidth) / (double)most : 0;
        var barHeight = stacked ? 24 : chart.Series.Count == 1 ? 20 : 16;
        var bandHeight = stacked ? barHeight : (barHeight + 3) * chart.Series.Count - 3;
        return SvgRows.Draw(canvas, top, bandHeight, (category, barTop) =>
        {
            canvas.Line(left, barTop - 4, left, barTop + bandHeight + 4, SvgCanvas.Quiet);
            if (stacked) Stack(canvas, category, left, barTop, barHeight, scale);
            else Group(canvas, category, left, barTop, barHeight, scale);
        });
    }

    private static void Stack(SvgCanvas canvas, int category, double left, double y, double height, double scale)
    {
        var chart = canvas.Chart;
        var x = left;
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var series = chart.Series[s];
            if (chart.ValueOf(series, category) is not { } value || value <= 0) continue;
            var tone = ChartTone.Of(series, s);
            var width = (double)value * scale;
            var label = ChartWords.Value(chart, value);
            var start = x;
            canvas.Mark($"{chart.Categories[category]}: {series.Name} {label}", () =>
            {
                canvas.Bar(start, y, Math.Max(width - 1, .5), height, tone);
                if (width >= SvgCanvas.WidthOf(label) + 6)
                {
                    canvas.Text(start + width / 2, y + height / 2 + 4.5, label, "middle", tone.OnCss, bold: true, halo: tone.Hatching == Hatching.None ? null : tone.Css);
                }
            });
            x += width;
        }

        canvas.Text(x + 7, y + height / 2 + 4.5, ChartWords.Value(chart, chart.Longest(category)), bold: true);
    }

    private static void Group(SvgCanvas canvas, int category, double left, double y, double height, double scale)
    {
        var chart = canvas.Chart;
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var series = chart.Series[s];
            var tone = ChartTone.Of(series, s);
            var value = chart.ValueOf(series, category);
            var label = ChartWords.Value(chart, series, category);
            var top = y + s * (height + 3);
            var width = Math.Max((double)(value ?? 0) * scale, 0);
            canvas.Mark($"{chart.Categories[category]}: {series.Name} {label}", () =>
            {
                if (width > 0) canvas.Bar(left, top, width, height, tone);
                canvas.Text(left + width + 7, top + height / 2 + 4.5, label, fill: value is null ? SvgCanvas.Quiet : SvgCanvas.Ink, bold: value is not null);
            });
        }
    }
}
