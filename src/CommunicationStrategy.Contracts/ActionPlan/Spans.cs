// Reckoning with spans of quarters: a half-year is two, and goes by the name of the second.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.ActionPlan;

public static class Spans
{
    /// <summary>The first day of so many quarters of which this is the last.</summary>
    public static DateOnly FirstDayOf(this Quarter last, int quarters) => last.Start.AddMonths(-3 * (quarters - 1));

    /// <summary>So many quarters before this one.</summary>
    public static Quarter Back(this Quarter quarter, int quarters) => quarters == 0 ? quarter : quarter.Previous.Back(quarters - 1);
}
