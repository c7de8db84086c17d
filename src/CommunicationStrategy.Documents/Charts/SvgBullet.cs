// Bullets: how much of its target each row has reached, on pale grounds for low, middle and high, with the earlier value as a mark.
namespace CommunicationStrategy.Documents.Charts;

internal static class SvgBullet
{
    private const decimal Target = 100;
    // Beyond twice the target a bar is cut, with a sign: one row must not flatten all others.
    private const decimal Furthest = 200;
    private const double GroundHeight = 22;
    private const double BarHeight = 10;
    private static readonly (decimal To, string Css)[] Grounds =
        [(34, "var(--cs-chart-band-1,#d3dae1)"), (67, "var(--cs-chart-band-2,#e2e7ec)"), (Furthest, "var(--cs-chart-band-3,#f0f3f6)")];

    public static double Draw(SvgCanvas canvas, double top)
    {
        var chart = canvas.Chart;
        if (chart.Series.Count == 0) return top;
        var whole = chart.Whole ?? chart;
        var most = Math.Clamp(whole.Largest(), Target, Furthest);
        var left = SvgRows.Left(canvas);
        var labels = whole.Series[0].Values.OfType<decimal>().Append(Target).Select(v => SvgCanvas.WidthOf(ChartWords.Value(chart, v)));
        var right = canvas.Width - 14 - labels.Max();
        double X(decimal value) => left + (right - left) * (double)(Math.Clamp(value, 0, most) / most);

        if (chart.Series.Count > 1) top = Legend(canvas);
        Axis(canvas, X, top);
        return SvgRows.Draw(canvas, top + 24, GroundHeight, (c, y) => Row(canvas, c, y, X, most));
    }

    private static double Legend(SvgCanvas canvas)
    {
        var chart = canvas.Chart;
        return SvgLegend.Draw(canvas,
        [
            (chart.Series[0].Name, (x, y) => canvas.Bar(x, y + 2, SvgLegend.Swatch, BarHeight, ChartTone.Of(chart.Series[0], 0))),
            (chart.Series[1].Name, (x, y) => Earlier(canvas, x + SvgLegend.Swatch / 2, y + 7)),
            (ChartWords.Target(chart.Language), (x, y) => Mark(canvas, x + SvgLegend.Swatch / 2, y, SvgLegend.Swatch)),
        ]);
    }

    private static void Axis(SvgCanvas canvas, Func<decimal, double> x, double top)
    {
        var chart = canvas.Chart;
        canvas.Text(x(0), top + 11, ChartWords.Tick(chart, 0), fill: SvgCanvas.Quiet, size: 11);
        foreach (var (to, _) in Grounds.Where(g => g.To < Target)) canvas.Text(x(to), top + 11, ChartWords.Tick(chart, to), "middle", SvgCanvas.Quiet, 11);
        canvas.Text(x(Target), top + 11, $"{ChartWords.Target(chart.Language)} {ChartWords.Tick(chart, Target)}", "middle", SvgCanvas.Ink, 11, bold: true);
    }

    private static void Row(SvgCanvas canvas, int category, double y, Func<decimal, double> x, decimal most)
    {
        var chart = canvas.Chart;
        var achieved = chart.Series[0];
        var label = ChartWords.Value(chart, achieved, category);
        if (chart.ValueOf(achieved, category) is not { } value)
        {
            canvas.Mark($"{chart.Categories[category]}: {label}", () =>
            {
                canvas.Path($"M{SvgCanvas.N(x(0))} {SvgCanvas.N(y)}H{SvgCanvas.N(x(most))}v{SvgCanvas.N(GroundHeight)}H{SvgCanvas.N(x(0))}z", $"fill=\"none\" stroke=\"{SvgCanvas.Quiet}\" stroke-width=\".75\" stroke-dasharray=\"3 3\"");
                canvas.Text(x(0) + 8, y + GroundHeight / 2 + 4.5, label, fill: SvgCanvas.Quiet);
            });
            return;
        }

        var words = chart.Series.Count > 1 ? $"{achieved.Name} {label}, {chart.Series[1].Name} {ChartWords.Value(chart, chart.Series[1], category)}" : label;
        canvas.Mark($"{chart.Categories[category]}: {words}", () =>
        {
            var from = 0m;
            foreach (var (to, css) in Grounds)
            {
                canvas.Ground(x(from), y, x(to) - x(from), GroundHeight, css);
                from = to;
            }

            var barTop = y + (GroundHeight - BarHeight) / 2;
            if (value > 0) canvas.Bar(x(0), barTop, Math.Max(x(value) - x(0), 1), BarHeight, ChartTone.Of(achieved, 0));
            canvas.Line(x(0), y - 3, x(0), y + GroundHeight + 3, SvgCanvas.Quiet);
            Mark(canvas, x(Target), y, GroundHeight);
            if (value > most) Cut(canvas, x(most), barTop);
            if (chart.Series.Count > 1 && chart.ValueOf(chart.Series[1], category) is { } earlier) Earlier(canvas, x(earlier), y + GroundHeight / 2);
            canvas.Text(x(most) + 9, y + GroundHeight / 2 + 4.5, label, bold: true);
        });
    }

    /// <summary>The target, edged with paper so that it shows on a bar that passes it.</summary>
    private static void Mark(SvgCanvas canvas, double x, double y, double height)
    {
        canvas.Line(x, y - 2, x, y + height + 2, SvgCanvas.Paper, 5);
        canvas.Line(x, y - 2, x, y + height + 2, SvgCanvas.Ink, 2.5);
    }

    private static void Earlier(SvgCanvas canvas, double x, double y) => canvas.Path(
        $"M{SvgCanvas.N(x)} {SvgCanvas.N(y - 6)}l5 6l-5 6l-5 -6z", $"fill=\"{SvgCanvas.Paper}\" stroke=\"{SvgCanvas.Ink}\" stroke-width=\"1.5\" class=\"cs-earlier\"");

    private static void Cut(SvgCanvas canvas, double x, double y) => canvas.Path(
        $"M{SvgCanvas.N(x - 12)} {SvgCanvas.N(y + BarHeight + 2)}l4 -{SvgCanvas.N(BarHeight + 4)}m4 0l-4 {SvgCanvas.N(BarHeight + 4)}", $"fill=\"none\" stroke=\"{SvgCanvas.Paper}\" stroke-width=\"2\" class=\"cs-cut\"");
}
