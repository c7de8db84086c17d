// A chart as a picture for slides: 16:9, with its title above and its source below, in colours that need no style sheet.
using System.Text.RegularExpressions;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

/// <summary>Writes a chart as stand-alone SVG files that presentation programs insert; what does not fit on one slide goes on the next.</summary>
public static partial class SvgSlide
{
    private const int Width = 960;
    private const int Height = 540;
    private const int Margin = 40;
    private const int Top = 84;
    private const int Bottom = 500;

    // Narrower than the slide, so that text is enlarged with the marks and read from the last row.
    private const int DrawnWidth = 640;
    private const int GaugeWidth = 480;
    private const int DrawnHeight = (Bottom - Top) * DrawnWidth / (Width - 2 * Margin);

    /// <param name="watermark">Beside the source, as long as the figures are not approved.</param>
    public static IEnumerable<string> Write(Chart chart, string source, string? watermark)
    {
        var parts = chart.Parts(DrawnHeight).ToList();
        for (var i = 0; i < parts.Count; i++) yield return One(parts[i], parts.Count > 1 ? $"{chart.Title} ({i + 1}/{parts.Count})" : chart.Title, source, watermark);
    }

    private static string One(Chart chart, string title, string source, string? watermark)
    {
        var width = chart.Kind == ChartKind.Gauge ? GaugeWidth : DrawnWidth;
        var (_, height, inside) = SvgChart.Draw(chart, width);
        var scale = Math.Min((Width - 2.0 * Margin) / width, (Bottom - Top) / height);
        var (x, y) = ((Width - width * scale) / 2, Top + (Bottom - Top - height * scale) / 2);
        var frame = new SvgCanvas(chart, Width);
        frame.Ground(0, 0, Width, Height, SvgCanvas.Paper);
        var lines = SvgCanvas.Wrap(chart.Unit is "" or "%" ? title : $"{title} ({chart.Unit})", 62, 2);
        for (var i = 0; i < lines.Count; i++) frame.Text(Margin, 40 + i * 26, lines[i], size: 24, bold: true);
        frame.Text(Margin, 526, source, fill: SvgCanvas.Quiet, size: 12);
        if (watermark is not null) frame.Text(Width - Margin, 526, watermark, "end", "#a4262c", 14, bold: true);
        var svg = $"<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{XmlText.Encode(chart.Language)}\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"'Noto Sans','Segoe UI',Arial,sans-serif\">"
            + $"<title>{XmlText.Encode(title)}</title><desc>{XmlText.Encode(chart.Description)}</desc>{frame}"
            + $"<g transform=\"translate({SvgCanvas.N(x)} {SvgCanvas.N(y)}) scale({SvgCanvas.N(scale)})\">{inside}</g></svg>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Variable().Replace(svg, "${colour}") + "\n";
    }

    /// <summary>A colour that a style sheet could change; outside a page what stands behind it holds.</summary>
    [GeneratedRegex(@"var\(--[a-z0-9-]+,(?<colour>#[0-9a-f]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
