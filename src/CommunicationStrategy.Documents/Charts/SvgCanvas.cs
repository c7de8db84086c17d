// A pen for SVG: coordinates in, encoded markup out. All text passes through here, so nothing can break out of it.
using System.Globalization;
using System.Text;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

internal sealed class SvgCanvas(Chart chart, double width)
{
    public const double TextSize = 13;
    public const double LineHeight = 17;
    public const string Ink = "var(--cs-chart-ink,#1f2933)";
    public const string Quiet = "var(--cs-chart-quiet,#56616e)";
    public const string Rule = "var(--cs-chart-rule,#c9d0d8)";
    public const string Paper = "var(--cs-chart-paper,#fff)";

    private readonly StringBuilder svg = new();

    public Chart Chart => chart;

    public double Width => width;

    /// <summary>Wide charts keep their labels in a column; narrow ones put each label above its bar.</summary>
    public bool IsWide => width >= 600;

    public string Id { get; } = "chart-" + XmlText.Fingerprint($"{chart.Kind}|{chart.Language}|{chart.Description}|{width}");

    public override string ToString() => svg.ToString();

    public void Text(double x, double y, string text, string anchor = "start", string fill = Ink, double size = TextSize, bool bold = false, string? halo = null)
    {
        svg.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{fill}\"");
        if (anchor != "start") svg.Append($" text-anchor=\"{anchor}\"");
        if (bold) svg.Append(" font-weight=\"600\"");
        // A halo in the colour of the mark keeps figures readable on hatching.
        if (halo is not null) svg.Append($" stroke=\"{halo}\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        svg.Append('>').Append(XmlText.Encode(text)).Append("</text>");
    }

    public void Bar(double x, double y, double barWidth, double height, ChartTone tone)
    {
        svg.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(barWidth)}\" height=\"{N(height)}\" fill=\"{Fill(tone)}\"");
        if (tone.IsLight) svg.Append($" stroke=\"{Quiet}\" stroke-width=\".75\"");
        svg.Append("/>");
    }

    /// <summary>A plain rectangle, of a colour or a pattern that belongs to no tone.</summary>
    public void Ground(double x, double y, double groundWidth, double height, string fill, string? stroke = null)
    {
        if (groundWidth <= 0) return;
        svg.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(groundWidth)}\" height=\"{N(height)}\" fill=\"{fill}\"");
        if (stroke is not null) svg.Append($" stroke=\"{stroke}\" stroke-width=\".75\"");
        svg.Append("/>");
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke = Rule, double thickness = 1) =>
        svg.Append($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{stroke}\" stroke-width=\"{N(thickness)}\"/>");

    public void Path(string data, string attributes) => svg.Append($"<path d=\"{data}\" {attributes}/>");

    /// <summary>Groups a mark with the words a pointer or screen reader gets for it.</summary>
    public void Mark(string title, Action draw)
    {
        svg.Append("<g><title>").Append(XmlText.Encode(title)).Append("</title>");
        draw();
        svg.Append("</g>");
    }

    /// <summary>Draws a category, as a link where the chart leads somewhere.</summary>
    public void Category(int index, Action draw) => Link(chart.CategoryLinks is { } links && index < links.Count ? links[index] : null, Sentence(index), draw);

    /// <summary>Draws something as a link with these words, where the address is harmless.</summary>
    public void Link(string? href, string words, Action draw)
    {
        var link = XmlText.SafeHref(href, allowRelative: true);
        if (link is null)
        {
            draw();
            return;
        }

        // A title, not a label: the link may hold figures between its words, and a label would have to repeat them in their order.
        svg.Append($"<a href=\"{XmlText.Encode(link)}\"><title>{XmlText.Encode(words)}</title>");
        draw();
        svg.Append("</a>");
    }

    public void Pattern(ChartTone tone)
    {
        const string veil = "fill=\"#fff\" fill-opacity=\".42\"";
        var (size, turn, marks) = tone.Hatching switch
        {
            Hatching.Rising => (7, " patternTransform=\"rotate(45)\"", $"<rect width=\"2\" height=\"7\" {veil}/>"),
            Hatching.Crossed => (7, " patternTransform=\"rotate(45)\"", $"<path d=\"M0 0H7V1.4H1.4V7H0Z\" {veil}/>"),
            Hatching.Dots => (7, "", "<circle cx=\"3.5\" cy=\"3.5\" r=\"1.2\" fill=\"#1f2933\" fill-opacity=\".55\"/>"),
            _ => (6, "", $"<rect width=\"6\" height=\"1.6\" {veil}/>"),
        };
        svg.Append($"<pattern id=\"{Id}-{tone.Name}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\"{turn}>")
            .Append($"<rect width=\"{size}\" height=\"{size}\" fill=\"{tone.Css}\"/>{marks}</pattern>");
    }

    /// <summary>The hatching where a figure is missing.</summary>
    public string Nothing => $"url(#{Id}-nothing)";

    public void NothingPattern() => svg.Append(
        $"<pattern id=\"{Id}-nothing\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"{Paper}\"/><rect width=\"1.2\" height=\"6\" fill=\"{Rule}\"/></pattern>");

    public string Fill(ChartTone tone) => tone.Hatching == Hatching.None ? tone.Css : $"url(#{Id}-{tone.Name})";

    public static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>An estimate that errs to the wide side: SVG has no text measuring without a browser.</summary>
    public static double WidthOf(string text, double size = TextSize) => Length(text) * size * 0.58;

    /// <summary>Breaks a label at spaces; what is still too long is cut, for the words in full are in the link, title and table.</summary>
    public static List<string> Wrap(string text, int columns, int maximumLines = 3)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && (int)Length(line + " " + word) > columns)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        lines.Add(line);
        if (lines.Count > maximumLines)
        {
            lines.RemoveRange(maximumLines, lines.Count - maximumLines);
            while (Length(lines[^1]) + 2 > columns && lines[^1].LastIndexOf(' ') is > 0 and var space) lines[^1] = lines[^1][..space];
            lines[^1] += " …";
        }

        return lines.ConvertAll(l => Cut(l, columns));
    }

    private static string Cut(string line, int columns)
    {
        if ((int)Length(line) <= columns) return line;
        var end = line.Length - 1;
        while (end > 1 && Length(line[..end]) + 1 > columns) end--;
        // Never between the halves of a character.
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return line[..end] + "…";
    }

    /// <summary>In letters of usual width; capitals are wider.</summary>
    private static double Length(string text) => text.Length + 0.25 * text.Count(char.IsUpper);

    private string Sentence(int index) =>
        $"{chart.Categories[index]}: " + string.Join(", ", chart.Series.Select(s => chart.Series.Count == 1 ? ChartWords.Value(chart, s, index) : $"{s.Name} {ChartWords.Value(chart, s, index)}"));
}
