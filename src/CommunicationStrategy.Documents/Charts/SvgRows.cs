// Rows of a horizontal chart: the name in a column at the left, or above the marks where the chart is narrow.
namespace CommunicationStrategy.Documents.Charts;

internal static class SvgRows
{
    private const int LabelWidth = 218;
    private const double Gap = 16;

    /// <summary>Where the marks begin.</summary>
    public static double Left(SvgCanvas canvas) => canvas.IsWide ? LabelWidth : 0;

    /// <summary>Draws a row per category; what is drawn gets the category and the top of its band.</summary>
    public static double Draw(SvgCanvas canvas, double top, double bandHeight, Action<int, double> draw)
    {
        var y = top;
        for (var c = 0; c < canvas.Chart.Categories.Count; c++)
        {
            var category = c;
            var lines = Name(canvas, canvas.Chart.Categories[c]);
            var labelHeight = lines.Count * SvgCanvas.LineHeight;
            var rowHeight = canvas.IsWide ? Math.Max(labelHeight, bandHeight) : labelHeight + 4 + bandHeight;
            var bandTop = canvas.IsWide ? y + (rowHeight - bandHeight) / 2 : y + labelHeight + 4;
            var textTop = canvas.IsWide ? y + (rowHeight - labelHeight) / 2 : y;
            canvas.Category(category, () =>
            {
                Write(canvas, lines, textTop);
                draw(category, bandTop);
            });
            y += rowHeight + Gap;
        }

        return y;
    }

    /// <summary>The lines of a name that fit into its place.</summary>
    public static List<string> Name(SvgCanvas canvas, string name) => SvgCanvas.Wrap(name, canvas.IsWide ? 28 : (int)(canvas.Width / 8));

    public static void Write(SvgCanvas canvas, List<string> lines, double top)
    {
        for (var i = 0; i < lines.Count; i++) canvas.Text(0, top + 13 + i * SvgCanvas.LineHeight, lines[i]);
    }
}
