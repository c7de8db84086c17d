// The rules of a budget line: what is refused by the name of its field, what is only warned of, what is never made a nought.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.UnitTests.ActionPlan.Budget;

internal sealed class BudgetLineTests
{
    private static readonly Plan Plan = Plan.Create("PA-1", LocalizedText.Of("ro", "Planul"), null, new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), null).Require();
    private static readonly BudgetEntry Plain = new(2026, BudgetSource.StateBudget, "MDL") { Planned = 120.5m };

    [Test]
    public void No_figure_stays_none_and_a_nought_stays_a_nought()
    {
        var line = Made(Plain with { Allocated = 0m, Funder = "  Ministerul  Finanțelor ", Note = " " });
        Assert.That((line.Planned, line.Allocated, line.Committed, line.Spent), Is.EqualTo(((decimal?)120.5m, (decimal?)0m, (decimal?)null, (decimal?)null)));
        Assert.That((line.FunderKey, line.Note, line.Rate), Is.EqualTo(("ministerul finantelor", (string?)null, (decimal?)null)));
        Assert.That(Made(Plain with { Planned = 0.0123456m }).Planned, Is.EqualTo(0.01235m), "to the hundredth of a leu");
    }

    [Test]
    public void Within_the_limits_has_no_figures()
    {
        var within = Plain with { Source = BudgetSource.WithinLimits };
        Assert.That(Refused(within), Is.EqualTo(new[] { ("Planned", "action-plan.budget-unquantified") }));
        Assert.That(Refused(within with { Planned = null, Allocated = 0, Spent = 3 }), Is.EqualTo(new[] { ("Allocated", "action-plan.budget-unquantified"), ("Spent", "action-plan.budget-unquantified") }));
        Assert.That(Made(within with { Planned = null }).Planned, Is.Null);
    }

    [Test]
    public void What_cannot_be_is_refused_by_its_field()
    {
        Assert.That(Refused(Plain with { Year = 2025 }), Is.EqualTo(new[] { ("Year", "action-plan.budget-year-outside") }));
        Assert.That(Refused(Plain with { Year = 2028, Planned = -1, Spent = -0.1m }), Is.EqualTo(new[] { ("Year", "action-plan.budget-year-outside"), ("Planned", "action-plan.budget-negative"), ("Spent", "action-plan.budget-negative") }));
        Assert.That(Refused(Plain with { Committed = 1e12m }), Is.EqualTo(new[] { ("Committed", "action-plan.budget-too-large") }));
        Assert.That(Refused(Plain with { Planned = 1e8m, Currency = "EUR", Rate = 20, RateDate = new DateOnly(2026, 1, 1) }), Is.EqualTo(new[] { ("Planned", "action-plan.budget-too-large") }), "in the plan's currency");
        Assert.That(Refused(Plain with { Currency = "lei2" }), Is.EqualTo(new[] { ("Currency", "action-plan.currency-form") }));
        Assert.That(Refused(Plain with { Rate = 1 }), Is.EqualTo(new[] { ("Rate", "action-plan.budget-rate-needless") }));
    }

    [Test]
    public void Money_in_another_currency_needs_its_rate_and_the_day_of_it()
    {
        var euros = Plain with { Currency = "eur" };
        Assert.That(Refused(euros), Is.EqualTo(new[] { ("Rate", "action-plan.budget-rate-required"), ("RateDate", "action-plan.budget-rate-date-required") }));
        Assert.That(Refused(euros with { Rate = 0, RateDate = new DateOnly(2026, 1, 1) }), Is.EqualTo(new[] { ("Rate", "action-plan.budget-rate-range") }));
        var line = Made(euros with { Rate = 19.5432m, RateDate = new DateOnly(2026, 1, 1), RateSource = "BNM" });
        Assert.That((line.Currency, line.Rate, line.RateSource), Is.EqualTo(("EUR", (decimal?)19.5432m, "BNM")));
    }

    [TestCase("120 100 80 60", "")]
    [TestCase("120 - - -", "")]
    [TestCase("- - - -", "")]
    [TestCase("0 0 0 0", "")]
    [TestCase("100 120 80 60", "AllocatedAbovePlanned")]
    [TestCase("120 100 110 60", "CommittedAboveAllocated")]
    [TestCase("120 100 80 90", "SpentAboveCommitted")]
    [TestCase("120 100 - 110", "SpentAboveAllocated")]
    [TestCase("120 - - 130", "SpentAbovePlanned")]
    [TestCase("120 - 130 -", "CommittedAbovePlanned")]
    [TestCase("10 20 30 40", "AllocatedAbovePlanned CommittedAboveAllocated SpentAboveCommitted")]
    public void Each_figure_above_the_one_before_it_is_warned_of_and_never_refused(string figures, string warnings)
    {
        var amounts = figures.Split(' ').Select(f => f == "-" ? (decimal?)null : decimal.Parse(f, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var line = Made(Plain with { Planned = amounts[0], Allocated = amounts[1], Committed = amounts[2], Spent = amounts[3] });
        Assert.That(string.Join(' ', BudgetLine.WarningsOf(line.Planned, line.Allocated, line.Committed, line.Spent, line.SourceAssumed)), Is.EqualTo(warnings));
    }

    [TestCase(BudgetSource.Donor, "10 2 5 1", "200 40 100 20 60 100")]
    [TestCase(BudgetSource.StateBudget, "10 2 5 1", "200 40 100 20 - 160")]
    [TestCase(BudgetSource.InKind, "10 - 4 -", "200 - 80 - 80 120")]
    [TestCase(BudgetSource.Ngo, "10 8 8 -", "200 160 160 - - 40")]
    [TestCase(BudgetSource.TechnicalAssistance, "- - 4 -", "- - 80 - 80 -")]
    [TestCase(BudgetSource.LocalBudget, "0 0 0 0", "0 0 0 0 - 0")]
    public void A_line_comes_to_amount_times_rate_its_pledge_and_its_gap(BudgetSource source, string figures, string sums)
    {
        var amounts = figures.Split(' ').Select(f => f == "-" ? (decimal?)null : decimal.Parse(f, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var line = Made(new BudgetEntry(2026, source, "EUR") { Planned = amounts[0], Allocated = amounts[1], Committed = amounts[2], Spent = amounts[3], Rate = 20, RateDate = new DateOnly(2026, 1, 1) });
        var said = new[] { line.PlannedCents, line.AllocatedCents, line.CommittedCents, line.SpentCents, line.PledgedCents, line.GapCents }.Select(c => c is null ? "-" : $"{c / 100_000}");
        Assert.That(string.Join(' ', said), Is.EqualTo(sums));
        Assert.That(Made(Plain with { Planned = 0.00001m }).PlannedCents, Is.EqualTo(1), "to the hundredth of a leu");
    }

    [Test]
    public void A_source_that_was_assumed_says_so() =>
        Assert.That(BudgetLine.WarningsOf(1, null, null, null, true), Is.EqualTo(new[] { BudgetWarning.SourceAssumed }));

    private static BudgetLine Made(BudgetEntry entry) => BudgetLine.Create(Plan, Guid.CreateVersion7(), entry).Require();

    private static IEnumerable<(string, string)> Refused(BudgetEntry entry) => BudgetLine.Create(Plan, Guid.CreateVersion7(), entry).Failure?.Fields.Select(f => (f.Field, f.Code)) ?? [];
}
