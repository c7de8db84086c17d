// Lines over time. Series differ by colour, by marker and by dash; a missing value is a gap, never a zero.
using System.Text;

namespace CommunicationStrategy.Documents.Charts;

internal static class SvgLines
{
    private const double PlotHeight = 200;
    private static readonly string[] Dashes = ["", "7 4", "2 4", "10 3 2 3"];

    public static double Draw(SvgCanvas canvas, double top)
    {
        var chart = canvas.Chart;
        var (low, high, step) = Scale(chart);
        var left = 12 + SvgCanvas.WidthOf(ChartWords.Tick(chart, high));
        var right = canvas.Width - 24;
        var plotTop = top + 18;
        var bottom = plotTop + PlotHeight;
        double Y(decimal value) => bottom - (double)((value - low) / (high - low)) * PlotHeight;
        double X(int category) => chart.Categories.Count == 1
            ? (left + right) / 2
            : left + 14 + (right - left - 28) * category / (chart.Categories.Count - 1);

        for (var tick = low; tick <= high; tick += step)
        {
            canvas.Line(left, Y(tick), right, Y(tick));
            canvas.Text(left - 8, Y(tick) + 4.5, ChartWords.Tick(chart, tick), "end", SvgCanvas.Quiet, 12);
        }

        var deepest = Axis(canvas, X, bottom);
        for (var s = 0; s < chart.Series.Count; s++) Series(canvas, s, X, Y);
        return deepest + 10;
    }

    public static void Key(SvgCanvas canvas, double x, double y, ChartTone tone, int index)
    {
        canvas.Line(x, y, x + 14, y, tone.Css, 2.5);
        Marker(canvas, x + 7, y, tone, index);
    }

    private static double Axis(SvgCanvas canvas, Func<int, double> x, double bottom)
    {
        var chart = canvas.Chart;
        var room = chart.Categories.Count > 1 ? x(1) - x(0) : canvas.Width;
        // When labels would touch, every second (third, ...) is written; all are in the description and the table.
        var widest = Math.Min(chart.Categories.Select(c => SvgCanvas.WidthOf(c, 12)).DefaultIfEmpty(0).Max(), 90);
        var every = Math.Max(1, (int)Math.Ceiling((widest + 8) / Math.Max(room, 1)));
        var deepest = bottom;
        for (var c = 0; c < chart.Categories.Count; c += every)
        {
            var category = c;
            var lines = SvgCanvas.Wrap(chart.Categories[c], 12);
            canvas.Category(category, () =>
            {
                for (var i = 0; i < lines.Count; i++) canvas.Text(x(category), bottom + 20 + i * 15, lines[i], "middle", size: 12);
            });
            deepest = Math.Max(deepest, bottom + 20 + (lines.Count - 1) * 15);
        }

        return deepest;
    }

    private static void Series(SvgCanvas canvas, int index, Func<int, double> x, Func<decimal, double> y)
    {
        var chart = canvas.Chart;
        var series = chart.Series[index];
        var tone = ChartTone.Of(series, index);
        var path = new StringBuilder();
        var pen = 'M';
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            if (chart.ValueOf(series, c) is not { } value)
            {
                pen = 'M';
                continue;
            }

            path.Append($"{pen}{SvgCanvas.N(x(c))} {SvgCanvas.N(y(value))}");
            pen = 'L';
        }

        var stroke = tone.IsLight ? SvgCanvas.Quiet : tone.Css;
        canvas.Path(path.ToString(), $"fill=\"none\" stroke=\"{stroke}\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-dasharray=\"{Dashes[index % Dashes.Length]}\"");

        var labelled = chart.Series.Count == 1 && chart.Categories.Count <= 12;
        for (var c = 0; c < chart.Categories.Count; c++)
        {
            if (chart.ValueOf(series, c) is not { } value) continue;
            var category = c;
            var label = ChartWords.Value(chart, value);
            canvas.Mark($"{chart.Categories[c]}: {series.Name} {label}", () =>
            {
                Marker(canvas, x(category), y(value), tone, index);
                if (labelled || category == chart.Categories.Count - 1)
                {
                    canvas.Text(x(category), y(value) - 10, label, "middle", bold: true, halo: SvgCanvas.Paper);
                }
            });
        }
    }

    private static void Marker(SvgCanvas canvas, double x, double y, ChartTone tone, int index)
    {
        var (a, b) = (SvgCanvas.N(x), SvgCanvas.N(y));
        var shape = (index % 4) switch
        {
            0 => $"M{a} {b}m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0",
            1 => $"M{a} {b}m-4 -4h8v8h-8z",
            2 => $"M{a} {b}m0 -5.5l5 9h-10z",
            _ => $"M{a} {b}m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z",
        };
        canvas.Path(shape, $"fill=\"{tone.Css}\" stroke=\"{SvgCanvas.Paper}\" stroke-width=\"1\"");
    }

    private static (decimal Low, decimal High, decimal Step) Scale(Chart chart)
    {
        var values = chart.Series.SelectMany(s => s.Values).OfType<decimal>().ToList();
        if (chart.Unit == "%" && values.TrueForAll(v => v is >= 0 and <= 100)) return (0, 100, 25);
        var high = values.Append(0).Max();
        var low = values.Append(0).Min();
        if (high == low) high = low + 4;
        var rough = (high - low) / 4;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)rough)));
        var step = new[] { 1m, 2m, 2.5m, 5m, 10m }.First(m => m * power >= rough) * power;
        // Counted things have no halves.
        if (values.TrueForAll(v => decimal.IsInteger(v)) && step < 1) step = 1;
        return (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }
}
