// Budget lines as they are seen, and their sums in the plan's currency.
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Budget;

/// <summary>A line with its own figures, in thousands of <paramref name="Currency"/>, and what they come to in the plan's currency.</summary>
public sealed record BudgetLineRow(
    Guid Id, int Year, BudgetSource Source, string? Funder, decimal? Planned, decimal? Allocated, decimal? Committed, decimal? Spent,
    string Currency, decimal? Rate, DateOnly? RateDate, string? RateSource, string? AsWritten, string? Note, IReadOnlyList<BudgetWarning> Warnings, BudgetSums InPlanCurrency, int Version);

/// <summary>Sums in thousands of the plan's currency; null where no line has such a figure.</summary>
/// <param name="Pledged">What outside sources (NGOs, donors, technical assistance, in kind) have committed beyond what is allocated.</param>
/// <param name="Gap">Planned - allocated - pledged, over the lines that say what was planned.</param>
/// <param name="Lines">All lines, those within the limits included.</param>
/// <param name="WithinLimits">Lines "within the limits": counted, never summed.</param>
public sealed record BudgetSums(decimal? Planned, decimal? Allocated, decimal? Committed, decimal? Spent, decimal? Pledged, decimal? Gap, int Lines, int WithinLimits)
{
    public static readonly BudgetSums None = new(null, null, null, null, null, null, 0, 0);

    internal static BudgetSums Of(BudgetLine line) => new(
        Thousand(line.PlannedCents), Thousand(line.AllocatedCents), Thousand(line.CommittedCents), Thousand(line.SpentCents), Thousand(line.PledgedCents), Thousand(line.GapCents),
        1, line.Source == BudgetSource.WithinLimits ? 1 : 0);

    internal static decimal? Thousand(long? cents) => cents / BudgetLine.CentsOfThousand;

    /// <summary>Spent / allocated, 0..1 and more; null where nothing is allocated or the spending is unknown.</summary>
    public decimal? Execution => Allocated > 0 ? Spent / Allocated : null;

    public static BudgetSums operator +(BudgetSums one, BudgetSums other) => new(
        Add(one.Planned, other.Planned), Add(one.Allocated, other.Allocated), Add(one.Committed, other.Committed), Add(one.Spent, other.Spent), Add(one.Pledged, other.Pledged), Add(one.Gap, other.Gap),
        one.Lines + other.Lines, one.WithinLimits + other.WithinLimits);

    public static BudgetSums Add(BudgetSums left, BudgetSums right) => left + right;

    private static decimal? Add(decimal? one, decimal? other) => one is null ? other : one + (other ?? 0);
}
