// Draws a chart as one SVG element that stands in a page, in a stand-alone HTML report and in the PDF printed from it.
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

/// <summary>Writes a chart as accessible SVG without script, raster or style sheet; colours come from CSS variables.</summary>
public static class SvgChart
{
    private const double Swatch = 14;

    /// <summary>The chart as markup. At the usual width of 480 text stays legible when shown 360 pixels wide.</summary>
    public static string Write(Chart chart, int width = 480)
    {
        var canvas = new SvgCanvas(chart, width);
        var top = chart.Kind != ChartKind.Gauge && chart.Series.Count > 1 ? Legend(canvas) : 6;
        var height = chart.Kind switch
        {
            ChartKind.Lines => SvgLines.Draw(canvas, top),
            ChartKind.Gauge => SvgGauge.Draw(canvas, top),
            _ => SvgBars.Draw(canvas, top),
        };

        var definitions = new SvgCanvas(chart, width);
        foreach (var tone in chart.Series.Select(ChartTone.Of).Distinct())
        {
            if (tone.Hatching != Hatching.None) definitions.Pattern(tone);
        }

        // role="img" hides what is inside from assistive technology, which links must not be: a chart with links is a group.
        var role = chart.CategoryLinks is null ? "img" : "group";
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cs-chart cs-chart-{chart.Kind.ToString().ToLowerInvariant()}\" role=\"{role}\""
            + $" lang=\"{XmlText.Encode(chart.Language)}\" aria-labelledby=\"{canvas.Id}-title\" aria-describedby=\"{canvas.Id}-desc\""
            + $" viewBox=\"0 0 {width} {SvgCanvas.N(Math.Ceiling(height))}\" width=\"100%\" preserveAspectRatio=\"xMidYMid meet\">"
            + $"<title id=\"{canvas.Id}-title\">{XmlText.Encode(chart.Title)}</title>"
            + $"<desc id=\"{canvas.Id}-desc\">{XmlText.Encode(chart.Description)}</desc>"
            + $"<defs>{definitions}</defs>{canvas}</svg>";
    }

    private static double Legend(SvgCanvas canvas)
    {
        double x = 0, y = 4;
        for (var i = 0; i < canvas.Chart.Series.Count; i++)
        {
            var series = canvas.Chart.Series[i];
            var needed = Swatch + 6 + SvgCanvas.WidthOf(series.Name);
            if (x > 0 && x + needed > canvas.Width)
            {
                x = 0;
                y += 22;
            }

            var tone = ChartTone.Of(series, i);
            if (canvas.Chart.Kind == ChartKind.Lines) SvgLines.Key(canvas, x, y + 7, tone, i);
            else canvas.Bar(x + .5, y + .5, Swatch - 1, Swatch - 1, tone);
            canvas.Text(x + Swatch + 6, y + 12, series.Name);
            x += needed + 14;
        }

        return y + 34;
    }
}
