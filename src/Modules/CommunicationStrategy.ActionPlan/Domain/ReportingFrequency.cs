// How often a plan's reports are collected, and what is then reported on together.
using System.Globalization;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>
/// The National Anti-trafficking plan asks for reports at half-year (15 July) and for the year (15 January), the Government's action plan
/// every month by the 5th; most others every quarter.
/// </summary>
public enum ReportingFrequency { Quarterly, HalfYearly, Monthly }

/// <summary>What is reported on together. A half-year goes by the name of the quarter that ends it.</summary>
/// <param name="Name">"2026-Q4", or of a month "2026-05".</param>
public readonly record struct CollectedPeriod(string Name, DateOnly First, DateOnly End)
{
    public override string ToString() => Name;
}

public static class ReportingFrequencies
{
    /// <summary>How many quarters one evaluation covers.</summary>
    public static int Span(this ReportingFrequency frequency) => frequency == ReportingFrequency.HalfYearly ? 2 : 1;

    /// <summary>What is collected under this name; null where such a name is not collected.</summary>
    public static CollectedPeriod? Find(this ReportingFrequency frequency, string? name)
    {
        if (frequency == ReportingFrequency.Monthly) return Spans.MonthOf(name) is { } month ? Month(month) : null;
        return Quarter.Parse(name) is { } quarter && quarter.Number % frequency.Span() == 0 ? Ending(quarter, frequency.Span()) : null;
    }

    /// <summary>What this day is reported on with.</summary>
    public static CollectedPeriod Of(this ReportingFrequency frequency, DateOnly day)
    {
        if (frequency == ReportingFrequency.Monthly) return Month(day);
        var quarter = Quarter.Of(day);
        return Ending(quarter.Number % frequency.Span() == 0 ? quarter : quarter.Next, frequency.Span());
    }

    /// <summary>What ended last before this day.</summary>
    public static CollectedPeriod Before(this ReportingFrequency frequency, DateOnly day) => frequency.Of(frequency.Of(day).First.AddDays(-1));

    /// <summary>What a quarter's evaluation is made of, the oldest first: its months, or the quarter or half-year itself.</summary>
    public static IReadOnlyList<CollectedPeriod> Within(this ReportingFrequency frequency, Quarter quarter) => frequency == ReportingFrequency.Monthly
        ? [Month(quarter.Start), Month(quarter.Start.AddMonths(1)), Month(quarter.End)]
        : [Ending(quarter, frequency.Span())];

    private static CollectedPeriod Ending(Quarter quarter, int span) => new(quarter.ToString(), quarter.FirstDayOf(span), quarter.End);

    private static CollectedPeriod Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1).AddDays(-1));
    }
}
