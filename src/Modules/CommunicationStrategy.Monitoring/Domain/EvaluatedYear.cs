// The yearly report's period: which quarters it is made of.
using System.Globalization;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>A calendar year as an evaluation's period; <see cref="ToString"/> gives "2026".</summary>
public readonly record struct EvaluatedYear(int Number)
{
    public DateOnly Start => new(Number, 1, 1);
    public DateOnly End => new(Number, 12, 31);

    public static EvaluatedYear? Parse(string? text) => text is { Length: 4 } && Quarter.Parse(text + "-Q1") is { } first ? new EvaluatedYear(first.Year) : null;

    /// <summary>Those of the year in which the plan runs and after which its reports are collected.</summary>
    /// <param name="span">How many quarters one collection covers.</param>
    public IReadOnlyList<Quarter> Quarters(DateOnly planStart, DateOnly planEnd, int span)
    {
        var year = Number;
        return [.. Enumerable.Range(1, 4).Where(n => n % span == 0).Select(n => new Quarter(year, n)).Where(q => q.End >= planStart && q.FirstDayOf(span) <= planEnd)];
    }

    public override string ToString() => Number.ToString("0000", CultureInfo.InvariantCulture);
}
