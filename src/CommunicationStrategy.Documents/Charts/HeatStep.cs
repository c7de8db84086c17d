// The steps of a heat map: one hue from pale to deep, each with a colour of text that stays readable on it (4.5:1).
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Charts;

internal sealed record HeatStep(int Number, decimal From, string Colour, string OnColour)
{
    public static readonly IReadOnlyList<HeatStep> All =
    [
        new(1, 0, "edf3f7", "1f2933"),
        new(2, 20, "c9dfec", "1f2933"),
        new(3, 40, "93c0da", "1f2933"),
        new(4, 60, "2f709f", "ffffff"),
        new(5, 80, "143d63", "ffffff"),
    ];

    public string Css => $"var(--cs-chart-heat-{Number},#{Colour})";

    public string OnCss => $"var(--cs-chart-on-heat-{Number},#{OnColour})";

    /// <summary>The step of a value as it is printed: 79.96 reads 80.0 and is shaded as that.</summary>
    public static HeatStep Of(decimal value)
    {
        var shown = Figures.Round(value, 1);
        return All.LastOrDefault(s => shown >= s.From) ?? All[0];
    }

    /// <summary>"20–39.9" in the figures of the language.</summary>
    public string Range(string language) => Number == All.Count
        ? $"≥ {Figures.Short(From, language)}"
        : $"{Figures.Short(From, language)}–{Figures.Short(All[Number].From - 0.1m, language)}";
}
