// Budget lines as they are seen, and what a line comes to in the plan's currency: the one place where that is said.
using System.Linq.Expressions;
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

    /// <summary>Spent / allocated, 0..1 and more; null where nothing is allocated or the spending is unknown.</summary>
    public decimal? Execution => Allocated > 0 ? Spent / Allocated : null;

    public static BudgetSums operator +(BudgetSums one, BudgetSums other) => new(
        Add(one.Planned, other.Planned), Add(one.Allocated, other.Allocated), Add(one.Committed, other.Committed), Add(one.Spent, other.Spent), Add(one.Pledged, other.Pledged), Add(one.Gap, other.Gap),
        one.Lines + other.Lines, one.WithinLimits + other.WithinLimits);

    public static BudgetSums Add(BudgetSums left, BudgetSums right) => left + right;

    private static decimal? Add(decimal? one, decimal? other) => one is null ? other : one + (other ?? 0);
}

/// <summary>A line's figures in the plan's currency, as the database computes them.</summary>
internal sealed class LineAmounts
{
    /// <summary>
    /// Amount x rate; the plan's own currency has none. A pledge is what an outside source has committed beyond its allocation:
    /// money that is promised and has not come. A line whose plan is unknown can have no gap.
    /// </summary>
    public static readonly Expression<Func<BudgetLine, LineAmounts>> Of = l => new LineAmounts
    {
        LineId = l.Id,
        ActivityId = l.ActivityId,
        Year = l.Year,
        Source = l.Source,
        Planned = l.Planned * (l.Rate ?? 1),
        Allocated = l.Allocated * (l.Rate ?? 1),
        Committed = l.Committed * (l.Rate ?? 1),
        Spent = l.Spent * (l.Rate ?? 1),
        Pledged = (l.Source == BudgetSource.Ngo || l.Source == BudgetSource.Donor || l.Source == BudgetSource.TechnicalAssistance || l.Source == BudgetSource.InKind) && l.Committed > (l.Allocated ?? 0)
            ? (l.Committed - (l.Allocated ?? 0)) * (l.Rate ?? 1) : null,
        Unallocated = (l.Planned - (l.Allocated ?? 0)) * (l.Rate ?? 1),
    };

    public Guid LineId { get; init; }
    public Guid ActivityId { get; init; }
    public int Year { get; init; }
    public BudgetSource Source { get; init; }
    public decimal? Planned { get; init; }
    public decimal? Allocated { get; init; }
    public decimal? Committed { get; init; }
    public decimal? Spent { get; init; }
    public decimal? Pledged { get; init; }

    /// <summary>Planned and not allocated.</summary>
    public decimal? Unallocated { get; init; }

    public BudgetSums Sums() => new(Planned, Allocated, Committed, Spent, Pledged, Unallocated - (Pledged ?? 0), 1, Source == BudgetSource.WithinLimits ? 1 : 0);
}
