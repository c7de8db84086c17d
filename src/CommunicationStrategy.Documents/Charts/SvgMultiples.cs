// Small multiples: a panel per series, each to its own scale, so that courses are compared and not sizes.
using System.Text;

namespace CommunicationStrategy.Documents.Charts;

internal static class SvgMultiples
{
    /// <summary>What a row of panels takes.</summary>
    public const int RowHeight = 132;

    private const double PlotHeight = 56;
    private const double Gap = 24;
    private const double SmallText = 11;
    private const int TitleLines = 2;

    /// <summary>How many panels stand side by side.</summary>
    public static int Across(bool isWide) => isWide ? 3 : 2;

    public static double Draw(SvgCanvas canvas, double top)
    {
        var chart = canvas.Chart;
        var across = Across(canvas.IsWide);
        var width = (canvas.Width - Gap * (across - 1)) / across;
        foreach (var (index, series) in chart.Series.Index())
        {
            Panel(canvas, series, index % across * (width + Gap), top + index / across * RowHeight, width);
        }

        return top + (chart.Series.Count + across - 1) / across * RowHeight;
    }

    private static void Panel(SvgCanvas canvas, ChartSeries series, double left, double top, double width)
    {
        var chart = canvas.Chart;
        var title = SvgCanvas.Wrap(series.Name, (int)(width / (SmallText * 0.58)), TitleLines);
        for (var i = 0; i < title.Count; i++) canvas.Text(left, top + 12 + i * 14, title[i], size: SmallText);
        var bottom = top + 38 + PlotHeight;
        canvas.Line(left, bottom, left + width, bottom);
        var values = chart.Categories.Select((_, c) => chart.ValueOf(series, c)).ToList();
        var known = values.OfType<decimal>().ToList();
        if (known.Count == 0) return;

        var (low, high) = (known.Min(), known.Max());
        double X(int category) => left + 8 + (chart.Categories.Count == 1 ? 0 : (width - 16) * category / (chart.Categories.Count - 1));
        double Y(decimal value) => high == low ? bottom - PlotHeight / 3 : bottom - 6 - (double)((value - low) / (high - low)) * (PlotHeight - 20);
        var path = new StringBuilder();
        var pen = 'M';
        foreach (var (c, value) in values.Index())
        {
            if (value is { } v) path.Append($"{pen}{SvgCanvas.N(X(c))} {SvgCanvas.N(Y(v))}");
            pen = value is null ? 'M' : 'L';
        }

        var tone = ChartTone.Of(series, 0);
        canvas.Path(path.ToString(), $"fill=\"none\" stroke=\"{tone.Css}\" stroke-width=\"2\" stroke-linejoin=\"round\"");
        var (first, last) = (values.FindIndex(v => v is not null), values.FindLastIndex(v => v is not null));
        for (var c = first; c <= last; c++)
        {
            if (values[c] is not { } value) continue;
            var (x, y, isEnd) = (X(c), Y(value), c == first || c == last);
            canvas.Mark($"{series.Name}, {chart.Categories[c]}: {ChartWords.Value(chart, value)}", () =>
            {
                canvas.Path($"M{SvgCanvas.N(x)} {SvgCanvas.N(y)}m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", $"fill=\"{tone.Css}\"");
                if (isEnd) canvas.Text(x, y - 7, ChartWords.Value(chart, value), x < left + width / 3 ? "start" : x > left + width * 2 / 3 ? "end" : "middle", size: SmallText, bold: true, halo: SvgCanvas.Paper);
            });
        }

        canvas.Text(left, bottom + 15, chart.Categories[0], fill: SvgCanvas.Quiet, size: SmallText);
        if (chart.Categories.Count > 1) canvas.Text(left + width, bottom + 15, chart.Categories[^1], "end", SvgCanvas.Quiet, SmallText);
    }
}
