// The line of signs above a chart; it wraps where the chart is narrow.
namespace CommunicationStrategy.Documents.Charts;

internal static class SvgLegend
{
    public const double Swatch = 14;

    /// <summary>Draws signs with their words and answers where the chart may begin.</summary>
    public static double Draw(SvgCanvas canvas, IEnumerable<(string Words, Action<double, double> Sign)> signs)
    {
        double x = 0, y = 4;
        foreach (var (words, sign) in signs)
        {
            var needed = Swatch + 6 + SvgCanvas.WidthOf(words);
            if (x > 0 && x + needed > canvas.Width)
            {
                x = 0;
                y += 22;
            }

            sign(x, y);
            canvas.Text(x + Swatch + 6, y + 12, words);
            x += needed + 14;
        }

        return y + 34;
    }

    /// <summary>A sign per series.</summary>
    public static double Draw(SvgCanvas canvas) => Draw(canvas, canvas.Chart.Series.Select<ChartSeries, (string, Action<double, double>)>((series, i) => (series.Name, (x, y) =>
    {
        var tone = ChartTone.Of(series, i);
        if (canvas.Chart.Kind == ChartKind.Lines) SvgLines.Key(canvas, x, y + 7, tone, i);
        else canvas.Bar(x + .5, y + .5, Swatch - 1, Swatch - 1, tone);
    })));
}
