// Reckoning with what is collected and evaluated: a half-year is two quarters and goes by the name of the second; a month is a third of one.
using System.Globalization;
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.ActionPlan;

public static class Spans
{
    /// <summary>The first day of so many quarters of which this is the last.</summary>
    public static DateOnly FirstDayOf(this Quarter last, int quarters) => last.Start.AddMonths(-3 * (quarters - 1));

    /// <summary>So many quarters before this one.</summary>
    public static Quarter Back(this Quarter quarter, int quarters) => quarters == 0 ? quarter : quarter.Previous.Back(quarters - 1);

    /// <summary>The first day of a month that is named like "2026-05"; null where it is no such name.</summary>
    public static DateOnly? MonthOf(string? name) => DateOnly.TryParseExact(name, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;

    /// <summary>The quarter that a collection's reports belong to; null where its name is neither a quarter's nor a month's.</summary>
    public static Quarter? QuarterOf(string? name) => MonthOf(name) is { } month ? Quarter.Of(month) : Quarter.Parse(name);

    /// <summary>The quarter that is over with this collection; null where more of it is still to be collected.</summary>
    public static Quarter? QuarterEndedBy(string? name) => MonthOf(name) is { Month: var month } && month % 3 != 0 ? null : QuarterOf(name);
}
