namespace CommunicationStrategy.Documents.Charts;

/// <summary>The shapes a chart can take; each is drawn as SVG, and as a native chart in office files where one exists.</summary>
public enum ChartKind { Bars, StackedBars, Lines, Gauge }

/// <summary>One row of figures, one value per category. Tone: good, late, warn, bad, muted, info or accent.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values, string? Tone = null);

/// <summary>A chart as data: what is drawn, in which language, and nothing about where.</summary>
public sealed record Chart(
    ChartKind Kind,
    string Title,
    string Unit,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series,
    string Language)
{
    /// <summary>Where a click on a category leads: to the rows behind the figure.</summary>
    public IReadOnlyList<string?>? CategoryLinks { get; init; }

    /// <summary>The text alternative: every figure of the chart in words, in the chart's language.</summary>
    public string Description => ChartWords.Describe(this);

    internal decimal? ValueOf(ChartSeries series, int category) =>
        category < series.Values.Count ? series.Values[category] : null;
}
