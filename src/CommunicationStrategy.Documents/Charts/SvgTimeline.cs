// Draws a timeline: months and quarters as grid, bars with their marks, a line for today, arrows from what comes before.
using System.Globalization;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

public static class SvgTimeline
{
    private const int Width = 1040;
    private const double Names = 250;
    private const double Head = 44;
    private const double Row = 28;
    private const double BarHeight = 14;
    private const int MostMonthsNamed = 30;
    private const int LongestName = 36;
    private const int LongestTitle = 120;
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    public static string Write(Timeline timeline)
    {
        var canvas = new SvgCanvas(new Chart(ChartKind.Bars, timeline.Title, "", [.. timeline.Groups.SelectMany(g => g.Bars).Select(b => b.Words)], [], timeline.Language), Width);
        var definitions = new SvgCanvas(canvas.Chart, Width);
        foreach (var tone in timeline.Groups.SelectMany(g => g.Bars).Select(Tone).Distinct().Where(t => t.Hatching != Hatching.None)) definitions.Pattern(tone);

        var rows = timeline.Groups.Sum(g => g.Bars.Count + (g.Title.Length > 0 ? 1 : 0));
        var height = Head + rows * Row + 6;
        Grid(canvas, timeline, height);
        var places = Bars(canvas, timeline);
        Arrows(canvas, timeline, places);
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cs-chart cs-chart-timeline\" role=\"group\" lang=\"{XmlText.Encode(timeline.Language)}\""
            + $" aria-labelledby=\"{canvas.Id}-title\" aria-describedby=\"{canvas.Id}-desc\" viewBox=\"0 0 {Width} {SvgCanvas.N(height)}\" width=\"100%\" preserveAspectRatio=\"xMidYMid meet\">"
            + $"<title id=\"{canvas.Id}-title\">{XmlText.Encode(timeline.Title)}</title><desc id=\"{canvas.Id}-desc\">{XmlText.Encode(timeline.Description)}</desc><defs>{definitions}</defs>{canvas}</svg>";
    }

    private static void Grid(SvgCanvas canvas, Timeline timeline, double height)
    {
        var months = (timeline.To.Year - timeline.From.Year) * 12 + timeline.To.Month - timeline.From.Month + 1;
        for (var month = new DateOnly(timeline.From.Year, timeline.From.Month, 1); month <= timeline.To; month = month.AddMonths(1))
        {
            var (x, next) = (X(timeline, month), X(timeline, month.AddMonths(1)));
            var starts = month.Month % 3 == 1;
            canvas.Line(x, starts ? 0 : Head - 20, x, height, thickness: starts ? 1.25 : .5);
            if (months <= MostMonthsNamed) canvas.Text((x + next) / 2, Head - 7, month.Month.ToString("00", CultureInfo.InvariantCulture), "middle", SvgCanvas.Quiet, 10.5);
            if (starts || month <= timeline.From) Quarter(canvas, timeline, month);
        }

        canvas.Line(0, Head, Width, Head);
        if (timeline.Today < timeline.From || timeline.Today > timeline.To) return;
        var today = X(timeline, timeline.Today);
        canvas.Mark(timeline.TodayWord, () => canvas.Line(today, Head - 20, today, height, "var(--cs-chart-bad,#a4262c)", 2));
    }

    /// <summary>"II 2026" over the part of the quarter that is shown, where there is room.</summary>
    private static void Quarter(SvgCanvas canvas, Timeline timeline, DateOnly month)
    {
        var end = new DateOnly(month.Year, (month.Month - 1) / 3 * 3 + 3, 1).AddMonths(1);
        var (x, next) = (X(timeline, month), X(timeline, end));
        var name = Roman[(month.Month - 1) / 3];
        var year = month.Year.ToString(CultureInfo.InvariantCulture);
        if (next - x > 60) canvas.Text((x + next) / 2, 15, $"{name} {year}", "middle", size: 12, bold: true);
        else if (next - x > 16) canvas.Text((x + next) / 2, 15, name, "middle", size: 11);
    }

    private static Dictionary<string, (double Start, double End, double Y)> Bars(SvgCanvas canvas, Timeline timeline)
    {
        var places = new Dictionary<string, (double, double, double)>(StringComparer.Ordinal);
        var y = Head;
        foreach (var group in timeline.Groups)
        {
            if (group.Title.Length > 0)
            {
                canvas.Mark(group.Title, () => canvas.Text(0, y + 19, Short(group.Title, LongestTitle), bold: true));
                y += Row;
            }

            foreach (var bar in group.Bars)
            {
                var middle = y + Row / 2;
                var end = Math.Max(X(timeline, (bar.Due ?? timeline.To).AddDays(1)), X(timeline, bar.Start) + 4);
                places[bar.Key] = (X(timeline, bar.Start), end, middle);
                canvas.Link(bar.Link, bar.Words, () => canvas.Mark(bar.Words, () => One(canvas, timeline, bar, middle, end)));
                y += Row;
            }

            canvas.Line(0, y, Width, y, thickness: .5);
        }

        return places;
    }

    private static void One(SvgCanvas canvas, Timeline timeline, TimelineBar bar, double middle, double end)
    {
        canvas.Text(8, middle + 4.5, Short(bar.Name, LongestName), size: 12);
        var start = X(timeline, bar.Start);
        if (bar.Due is null) canvas.Line(start, middle, end, middle, SvgCanvas.Quiet, 1);
        else canvas.Bar(start, middle - BarHeight / 2, end - start, BarHeight, Tone(bar));
        foreach (var day in bar.Marks) canvas.Path(Diamond(X(timeline, day), middle, 5), $"fill=\"{SvgCanvas.Paper}\" stroke=\"{SvgCanvas.Ink}\" stroke-width=\"1.5\" class=\"cs-mark\"");
        if (bar.Original is { } original) canvas.Path(Diamond(X(timeline, original), middle, 6.5), $"fill=\"none\" stroke=\"{SvgCanvas.Ink}\" stroke-width=\"1.5\" stroke-dasharray=\"2 1.5\" class=\"cs-original\"");
        if (bar.Warns) canvas.Path($"M{SvgCanvas.N(end + 5)} {SvgCanvas.N(middle + 6)}h12l-6 -11z", $"fill=\"var(--cs-chart-warn,#e3b71c)\" stroke=\"{SvgCanvas.Ink}\" stroke-width=\"1\" class=\"cs-warning\"");
    }

    private static void Arrows(SvgCanvas canvas, Timeline timeline, Dictionary<string, (double Start, double End, double Y)> places)
    {
        foreach (var bar in timeline.Groups.SelectMany(g => g.Bars))
        {
            foreach (var before in bar.After.Where(places.ContainsKey))
            {
                var (from, to) = (places[before], places[bar.Key]);
                var down = to.Y > from.Y ? 1 : -1;
                var tip = to.Y - down * (BarHeight / 2 + 1);
                var x = Math.Clamp(to.Start + 6, Names, to.End);
                canvas.Path(
                    $"M{SvgCanvas.N(from.End)} {SvgCanvas.N(from.Y)}h4V{SvgCanvas.N(from.Y + down * Row / 2)}H{SvgCanvas.N(x)}V{SvgCanvas.N(tip)}m-3.5 {SvgCanvas.N(-5 * down)}l3.5 {SvgCanvas.N(5 * down)}l3.5 {SvgCanvas.N(-5 * down)}",
                    $"fill=\"none\" stroke=\"{SvgCanvas.Quiet}\" stroke-width=\"1.25\" class=\"cs-arrow\"");
            }
        }
    }

    /// <summary>One line of it, cut between words so that it stays a part of the link's name; the words in full are there and in the table.</summary>
    private static string Short(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = text.LastIndexOf(' ', longest - 1);
        return string.Concat(text.AsSpan(0, end > 0 ? end : longest - 1), "…");
    }

    private static ChartTone Tone(TimelineBar bar) => ChartTone.Of(new ChartSeries("", [], bar.Tone), 0);

    private static string Diamond(double x, double y, double size) => $"M{SvgCanvas.N(x)} {SvgCanvas.N(y - size)}l{SvgCanvas.N(size)} {SvgCanvas.N(size)}l{SvgCanvas.N(-size)} {SvgCanvas.N(size)}l{SvgCanvas.N(-size)} {SvgCanvas.N(-size)}z";

    private static double X(Timeline timeline, DateOnly day)
    {
        var days = Math.Max(timeline.To.DayNumber - timeline.From.DayNumber + 1, 1);
        var share = Math.Clamp((double)(day.DayNumber - timeline.From.DayNumber) / days, 0, 1);
        return Names + share * (Width - Names - 24);
    }
}
