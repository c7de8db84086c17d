// How often a plan's reports are collected. A half-year goes by the name of the quarter that ends it: "2026-Q2", "2026-Q4".
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>The National Anti-trafficking plan asks for reports at half-year (15 July) and for the year (15 January); most others every quarter.</summary>
public enum ReportingFrequency { Quarterly, HalfYearly }

public static class ReportingFrequencies
{
    /// <summary>How many quarters one collection covers.</summary>
    public static int Span(this ReportingFrequency frequency) => frequency == ReportingFrequency.HalfYearly ? 2 : 1;

    /// <summary>Reports are collected after this quarter.</summary>
    public static bool Collects(this ReportingFrequency frequency, Quarter quarter) => quarter.Number % frequency.Span() == 0;

    /// <summary>The quarter after which reports are collected for this one.</summary>
    public static Quarter CollectedWith(this ReportingFrequency frequency, Quarter quarter) => frequency.Collects(quarter) ? quarter : quarter.Next;

    /// <summary>The first day of what is collected after this quarter.</summary>
    public static DateOnly FirstDay(this ReportingFrequency frequency, Quarter quarter) => quarter.FirstDayOf(frequency.Span());
}
