// What a series looks like: a colour, the colour of text on it, and a hatching, so that colour is never the only signal.
namespace CommunicationStrategy.Documents.Charts;

internal enum Hatching { None, Rising, Crossed, Dots, Level }

internal sealed record ChartTone(string Name, string Colour, string OnColour, Hatching Hatching, string OfficePattern)
{
    private static readonly ChartTone[] All =
    [
        new("accent", "1d3f6e", "ffffff", Hatching.None, ""),
        new("info", "3b6ea5", "ffffff", Hatching.Level, "ltHorz"),
        new("good", "2f7d5b", "ffffff", Hatching.None, ""),
        new("late", "a85b00", "ffffff", Hatching.Rising, "ltUpDiag"),
        new("muted", "d3d9e0", "1f2933", Hatching.None, ""),
        new("warn", "e3b71c", "1f2933", Hatching.Dots, "pct10"),
        new("bad", "a4262c", "ffffff", Hatching.Crossed, "dkDnDiag"),
    ];

    /// <summary>Light fills need an outline to be told from the paper.</summary>
    public bool IsLight => OnColour != "ffffff";

    public string Css => $"var(--cs-chart-{Name},#{Colour})";

    public string OnCss => $"var(--cs-chart-on-{Name},#{OnColour})";

    /// <summary>The tone a series asks for, or the next one in turn.</summary>
    public static ChartTone Of(ChartSeries series, int index) =>
        Array.Find(All, t => t.Name == series.Tone) ?? All[index % All.Length];
}
