// The figure of an indicator for one quarter, with where it comes from.
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>A part of a figure: dimension "sex", category "women", so many.</summary>
public sealed record ValuePart(string Dimension, string Category, decimal Value);

internal sealed class IndicatorValue : Root
{
    public const int TextLength = 2000;
    public const int LinkLength = 1000;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IndicatorValue()
    {
    }

    public IndicatorValue(Guid indicatorId, Guid planId, Quarter quarter) => (IndicatorId, PlanId, Period) = (indicatorId, planId, quarter.ToString());

    public Guid IndicatorId { get; private set; }
    public Guid PlanId { get; private set; }

    /// <summary>The quarter, "2026-Q4".</summary>
    public string Period { get; private set; } = "";
    public decimal? Value { get; private set; }

    /// <summary>What is said where the value is no figure.</summary>
    public string? Text { get; private set; }
    public string? Source { get; private set; }

    /// <summary>Link or registry number.</summary>
    public string? Evidence { get; private set; }
    public string? Note { get; private set; }

    /// <summary><see cref="ValuePart"/>s as JSON.</summary>
    public string Parts { get; private set; } = "[]";

    public void Say(decimal? value, string? text, string? source, string? evidence, string? note, IReadOnlyList<ValuePart> parts)
    {
        (Value, Text, Source, Evidence, Note) = (value, Blank(text), Blank(source), Blank(evidence), Blank(note));
        Parts = JsonSerializer.Serialize(parts, Json);
    }

    public IReadOnlyList<ValuePart> Breakdown() => JsonSerializer.Deserialize<List<ValuePart>>(Parts, Json)!;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
