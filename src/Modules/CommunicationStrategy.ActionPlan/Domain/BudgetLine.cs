// The money of an activity in one year from one source: what was planned, allocated, committed and spent.
namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>Where money comes from. WithinLimits is no source but the plan's "within the approved budget": it has no figures and is counted, never summed.</summary>
public enum BudgetSource { StateBudget, LocalBudget, InstitutionBudget, Ngo, Donor, TechnicalAssistance, InKind, WithinLimits }

/// <summary>What an officer should look at; none of it forbids anything.</summary>
public enum BudgetWarning
{
    AllocatedAbovePlanned, CommittedAbovePlanned, SpentAbovePlanned, CommittedAboveAllocated, SpentAboveAllocated, SpentAboveCommitted,
    /// <summary>The plan names no source, or several: the one that stands here was assumed.</summary>
    SourceAssumed,
}

/// <summary>A line as it is to be. Figures are in thousands of <see cref="Currency"/>; null is "no figure", 0 is nothing to pay.</summary>
internal sealed record BudgetEntry(int Year, BudgetSource Source, string Currency)
{
    /// <summary>Who gives the money, where the kind of source does not say it all.</summary>
    public string? Funder { get; init; }
    public decimal? Planned { get; init; }
    public decimal? Allocated { get; init; }
    public decimal? Committed { get; init; }
    public decimal? Spent { get; init; }

    /// <summary>How much of the plan's currency one unit is; only for money in another currency.</summary>
    public decimal? Rate { get; init; }
    public DateOnly? RateDate { get; init; }
    public string? RateSource { get; init; }
    public string? AsWritten { get; init; }
    public string? Note { get; init; }
    public bool SourceAssumed { get; init; }
}

internal sealed class BudgetLine : Root
{
    public const int FunderLength = 200;
    public const int TextLength = 2000;

    /// <summary>Thousands with five decimals: to the hundredth of a leu.</summary>
    public const int Decimals = 5;
    public const int RateDecimals = 8;

    /// <summary>How many hundredths of a leu are a thousand lei.</summary>
    public const decimal CentsOfThousand = 100_000;

    private const decimal MostThousand = 1_000_000_000;
    private const decimal LeastRate = 0.000_000_01m;
    private const decimal MostRate = 1_000_000;

    private BudgetLine()
    {
    }

    public Guid ActivityId { get; private set; }
    public Guid PlanId { get; private set; }
    public int Year { get; private set; }
    public BudgetSource Source { get; private set; }
    public string? Funder { get; private set; }

    /// <summary>The folded funder, "" for none: an activity has one line for a year, a source and a funder.</summary>
    public string FunderKey { get; private set; } = "";
    public decimal? Planned { get; private set; }
    public decimal? Allocated { get; private set; }
    public decimal? Committed { get; private set; }
    public decimal? Spent { get; private set; }
    public string Currency { get; private set; } = "";
    public decimal? Rate { get; private set; }
    public DateOnly? RateDate { get; private set; }
    public string? RateSource { get; private set; }
    public string? AsWritten { get; private set; }
    public string? Note { get; private set; }
    public bool SourceAssumed { get; private set; }

    // The same in the plan's currency, amount x rate, in hundredths: whole numbers are what every database sums fast and exactly.
    public long? PlannedCents { get; private set; }
    public long? AllocatedCents { get; private set; }
    public long? CommittedCents { get; private set; }
    public long? SpentCents { get; private set; }

    /// <summary>What an outside source has committed beyond its allocation: money that is promised and has not come.</summary>
    public long? PledgedCents { get; private set; }

    /// <summary>Planned - allocated - pledged; a line whose plan is unknown can have no gap.</summary>
    public long? GapCents { get; private set; }

    public static Result<BudgetLine> Create(Plan plan, Guid activityId, BudgetEntry entry)
    {
        var line = new BudgetLine { PlanId = plan.Id, ActivityId = activityId };
        var taken = line.Set(plan, entry);
        return taken.IsSuccess ? line : taken.Failure;
    }

    public Result Set(Plan plan, BudgetEntry entry)
    {
        var currency = entry.Currency.Trim().ToUpperInvariant();
        var wrong = Check(plan, entry, currency).ToList();
        if (wrong.Count > 0) return Failure.Invalid(wrong);

        (Year, Source, Funder, Currency) = (entry.Year, entry.Source, Blank(entry.Funder), currency);
        FunderKey = KeyOf(Funder);
        (Planned, Allocated, Committed, Spent) = (Exact(entry.Planned), Exact(entry.Allocated), Exact(entry.Committed), Exact(entry.Spent));
        (Rate, RateDate, RateSource) = (Exact(entry.Rate, RateDecimals), entry.RateDate, Blank(entry.RateSource));
        (AsWritten, Note, SourceAssumed) = (Blank(entry.AsWritten), Blank(entry.Note), entry.SourceAssumed);
        Convert();
        return Result.Success;
    }

    /// <summary>Each figure should not exceed the one before it; figures that are not known are passed over.</summary>
    public static IReadOnlyList<BudgetWarning> WarningsOf(decimal? planned, decimal? allocated, decimal? committed, decimal? spent, bool sourceAssumed)
    {
        var warnings = new List<BudgetWarning>();
        if (allocated > planned) warnings.Add(BudgetWarning.AllocatedAbovePlanned);
        if (committed > allocated) warnings.Add(BudgetWarning.CommittedAboveAllocated);
        else if (allocated is null && committed > planned) warnings.Add(BudgetWarning.CommittedAbovePlanned);
        if (spent > committed) warnings.Add(BudgetWarning.SpentAboveCommitted);
        else if (committed is null && spent > allocated) warnings.Add(BudgetWarning.SpentAboveAllocated);
        else if (committed is null && allocated is null && spent > planned) warnings.Add(BudgetWarning.SpentAbovePlanned);
        if (sourceAssumed) warnings.Add(BudgetWarning.SourceAssumed);
        return warnings;
    }

    public static string KeyOf(string? funder)
    {
        var key = SearchText.Fold(funder);
        return key.Length > FunderLength ? key[..FunderLength] : key;
    }

    private void Convert()
    {
        long? Cents(decimal? thousand) => thousand is { } amount ? (long)Math.Round(amount * (Rate ?? 1) * CentsOfThousand, MidpointRounding.AwayFromZero) : null;
        (PlannedCents, AllocatedCents, CommittedCents, SpentCents) = (Cents(Planned), Cents(Allocated), Cents(Committed), Cents(Spent));
        var outside = Source is BudgetSource.Ngo or BudgetSource.Donor or BudgetSource.TechnicalAssistance or BudgetSource.InKind;
        PledgedCents = outside && CommittedCents > (AllocatedCents ?? 0) ? CommittedCents - (AllocatedCents ?? 0) : null;
        GapCents = PlannedCents - (AllocatedCents ?? 0) - (PledgedCents ?? 0);
    }

    private static IEnumerable<FieldError> Check(Plan plan, BudgetEntry entry, string currency)
    {
        if (entry.Year < plan.Start.Year || entry.Year > plan.End.Year)
        {
            yield return new FieldError("Year", "action-plan.budget-year-outside", $"The plan runs from {plan.Start.Year} to {plan.End.Year}.");
        }

        foreach (var (field, value) in new[] { ("Planned", entry.Planned), ("Allocated", entry.Allocated), ("Committed", entry.Committed), ("Spent", entry.Spent) })
        {
            if (value < 0) yield return new FieldError(field, "action-plan.budget-negative", "An amount is not negative.");
            if (value > MostThousand / Math.Max(entry.Rate ?? 1, 1)) yield return new FieldError(field, "action-plan.budget-too-large", "This is more than can be meant; amounts are in thousands.");
            if (value is not null && entry.Source == BudgetSource.WithinLimits) yield return new FieldError(field, "action-plan.budget-unquantified", "\"Within the limits\" has no figures; choose the source once a figure is known.");
        }

        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            yield return new FieldError("Currency", "action-plan.currency-form", "A currency is three letters, such as MDL or EUR.");
            yield break;
        }

        if (currency == plan.Currency)
        {
            if (entry.Rate is not null) yield return new FieldError("Rate", "action-plan.budget-rate-needless", "The line is in the plan's currency: it has no rate.");
            yield break;
        }

        if (entry.Rate is null) yield return new FieldError("Rate", "action-plan.budget-rate-required", "Give the rate to the plan's currency.");
        if (entry.Rate is < LeastRate or > MostRate) yield return new FieldError("Rate", "action-plan.budget-rate-range", "The rate is how much of the plan's currency one unit is worth.");
        if (entry.RateDate is null) yield return new FieldError("RateDate", "action-plan.budget-rate-date-required", "Give the day of the rate.");
    }

    private static decimal? Exact(decimal? amount, int decimals = Decimals) => amount is { } value ? Math.Round(value, decimals, MidpointRounding.AwayFromZero) : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
