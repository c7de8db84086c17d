// Half-circle gauges from 0 to 100, one per category: how far along, read at a glance, the figure in words in the middle.
namespace CommunicationStrategy.Documents.Charts;

internal static class SvgGauge
{
    private const double Radius = 74;
    private const double Cell = 220;

    public static double Draw(SvgCanvas canvas, double top)
    {
        var chart = canvas.Chart;
        if (chart.Series.Count == 0) return top;
        var perRow = Math.Max(1, Math.Min(chart.Categories.Count, (int)(canvas.Width / Cell)));
        var cell = canvas.Width / perRow;
        var y = top + Radius + 14;
        double deepest = y;
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            if (c > 0 && c % perRow == 0) y = deepest + Radius + 40;
            var x = cell * (c % perRow) + cell / 2;
            var category = c;
            var centre = y;
            var lines = SvgCanvas.Wrap(chart.Categories[c], 26);
            One(canvas, category, x, centre, lines);
            deepest = Math.Max(deepest, y + 26 + lines.Count * SvgCanvas.LineHeight);
        }

        return deepest + 6;
    }

    private static void One(SvgCanvas canvas, int category, double x, double y, List<string> lines)
    {
        var chart = canvas.Chart;
        var series = chart.Series[0];
        var value = chart.ValueOf(series, category);
        var label = ChartWords.Value(chart, series, category);
        // The arc leads where its name does; figures stand beside the link, for its name begins with what is read in it.
        canvas.Category(category, () =>
        {
            canvas.Mark($"{chart.Categories[category]}: {label}", () =>
            {
                canvas.Path(Arc(x, y, 1), $"fill=\"none\" stroke=\"{SvgCanvas.Rule}\" stroke-width=\"17\"");
                var share = (double)Math.Clamp((value ?? 0) / 100, 0, 1);
                if (share > 0) canvas.Path(Arc(x, y, share), $"fill=\"none\" stroke=\"{ChartTone.Of(series, 0).Css}\" stroke-width=\"17\"");
            });
            for (var i = 0; i < lines.Count; i++) canvas.Text(x, y + 36 + i * SvgCanvas.LineHeight, lines[i], "middle");
        });
        canvas.Text(x, y - 6, label, "middle", size: value is null ? 15 : 27, bold: true);
        canvas.Text(x - Radius, y + 16, "0", "middle", SvgCanvas.Quiet, 11);
        canvas.Text(x + Radius, y + 16, "100", "middle", SvgCanvas.Quiet, 11);
    }

    private static string Arc(double x, double y, double share)
    {
        var angle = Math.PI * (1 - share);
        var (endX, endY) = (x + Radius * Math.Cos(angle), y - Radius * Math.Sin(angle));
        return $"M{SvgCanvas.N(x - Radius)} {SvgCanvas.N(y)}A{SvgCanvas.N(Radius)} {SvgCanvas.N(Radius)} 0 0 1 {SvgCanvas.N(endX)} {SvgCanvas.N(endY)}";
    }
}
