// Horizontal bars, stacked or side by side: the form that leaves room for the long names of objectives and institutions.
namespace CommunicationStrategy.Documents.Charts;

internal static class SvgBars
{
    private const int LabelColumns = 28;

    public static double Draw(SvgCanvas canvas, double top)
    {
        var chart = canvas.Chart;
        var stacked = chart.Kind == ChartKind.StackedBars;
        var labelWidth = canvas.IsWide ? 218 : 0;
        var endWidth = 12 + (Enumerable.Range(0, chart.Categories.Count)
            .Select(c => SvgCanvas.WidthOf(ChartWords.Value(chart, Longest(chart, c, stacked)))).DefaultIfEmpty(0).Max());
        var room = canvas.Width - labelWidth - endWidth;
        var most = Enumerable.Range(0, chart.Categories.Count).Select(c => Longest(chart, c, stacked)).DefaultIfEmpty(0).Max();
        // A share is measured against the whole, not against the best one.
        if (chart.Unit == "%" && !stacked) most = Math.Max(most, 100);
        var scale = most > 0 ? room / (double)most : 0;
        var barHeight = stacked ? 24 : chart.Series.Count == 1 ? 20 : 16;
        var bandHeight = stacked ? barHeight : (barHeight + 3) * chart.Series.Count - 3;
        var y = top;

        for (var c = 0; c < chart.Categories.Count; c++)
        {
            var category = c;
            var lines = SvgCanvas.Wrap(chart.Categories[c], canvas.IsWide ? LabelColumns : 56);
            var labelHeight = lines.Count * SvgCanvas.LineHeight;
            var rowHeight = canvas.IsWide ? Math.Max(labelHeight, bandHeight) : labelHeight + 4 + bandHeight;
            var barTop = canvas.IsWide ? y + (rowHeight - bandHeight) / 2 : y + labelHeight + 4;
            var textTop = canvas.IsWide ? y + (rowHeight - labelHeight) / 2 : y;
            canvas.Category(category, () =>
            {
                for (var i = 0; i < lines.Count; i++) canvas.Text(0, textTop + 13 + i * SvgCanvas.LineHeight, lines[i]);
                canvas.Line(labelWidth, barTop - 4, labelWidth, barTop + bandHeight + 4, SvgCanvas.Quiet);
                if (stacked) Stack(canvas, category, labelWidth, barTop, barHeight, scale);
                else Group(canvas, category, labelWidth, barTop, barHeight, scale);
            });
            y += rowHeight + 16;
        }

        return y;
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

        canvas.Text(x + 7, y + height / 2 + 4.5, ChartWords.Value(chart, Longest(chart, category, stacked: true)), bold: true);
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

    private static decimal Longest(Chart chart, int category, bool stacked)
    {
        var values = chart.Series.Select(s => Math.Max(chart.ValueOf(s, category) ?? 0, 0)).DefaultIfEmpty(0);
        return stacked ? values.Sum() : values.Max();
    }
}
