// Draws a chart as one SVG element that stands in a page, in a stand-alone HTML report and in the PDF printed from it.
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

/// <summary>Writes a chart as accessible SVG without script, raster or style sheet; colours come from CSS variables.</summary>
public static class SvgChart
{
    /// <summary>The chart as markup. At the usual width of 480 text stays legible when shown 360 pixels wide.</summary>
    public static string Write(Chart chart, int width = 480)
    {
        var (canvas, height, inside) = Draw(chart, width);
        // role="img" hides what is inside from assistive technology, which links must not be: a chart with links is a group.
        var role = chart.HasLinks ? "group" : "img";
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cs-chart cs-chart-{chart.Kind.ToString().ToLowerInvariant()}\" role=\"{role}\""
            + $" lang=\"{XmlText.Encode(chart.Language)}\" aria-labelledby=\"{canvas.Id}-title\" aria-describedby=\"{canvas.Id}-desc\""
            + $" viewBox=\"0 0 {width} {SvgCanvas.N(height)}\" width=\"100%\" preserveAspectRatio=\"xMidYMid meet\">"
            + $"<title id=\"{canvas.Id}-title\">{XmlText.Encode(chart.Title)}</title>"
            + $"<desc id=\"{canvas.Id}-desc\">{XmlText.Encode(chart.Description)}</desc>{inside}</svg>";
    }

    /// <summary>Patterns and marks, and how high they reach.</summary>
    internal static (SvgCanvas Canvas, double Height, string Inside) Draw(Chart chart, int width)
    {
        var canvas = new SvgCanvas(chart, width);
        var top = chart.Kind is ChartKind.Bars or ChartKind.StackedBars or ChartKind.Lines && chart.Series.Count > 1 ? SvgLegend.Draw(canvas) : 6;
        var height = chart.Kind switch
        {
            ChartKind.Lines => SvgLines.Draw(canvas, top),
            ChartKind.Gauge => SvgGauge.Draw(canvas, top),
            ChartKind.Bullet => SvgBullet.Draw(canvas, top),
            ChartKind.HeatMap => SvgHeat.Draw(canvas, top),
            ChartKind.Multiples => SvgMultiples.Draw(canvas, top),
            _ => SvgBars.Draw(canvas, top),
        };

        var definitions = new SvgCanvas(chart, width);
        if (chart.Kind == ChartKind.HeatMap) definitions.NothingPattern();
        else foreach (var tone in chart.Series.Select(ChartTone.Of).Distinct().Where(t => t.Hatching != Hatching.None)) definitions.Pattern(tone);
        return (canvas, Math.Ceiling(height), $"<defs>{definitions}</defs>{canvas}");
    }
}
