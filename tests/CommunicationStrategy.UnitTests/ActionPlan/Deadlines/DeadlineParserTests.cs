// Every phrase of tests/data/deadlines.csv, and the deadlines of the two real plans.
using System.Globalization;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using static CommunicationStrategy.UnitTests.ActionPlan.Deadlines.DeadlinePhrases;

namespace CommunicationStrategy.UnitTests.ActionPlan.Deadlines;

internal sealed class DeadlineParserTests
{
    [TestCaseSource(typeof(DeadlinePhrases), nameof(Cases))]
    public void Reads_what_the_words_say(IReadOnlyDictionary<string, string> row)
    {
        var deadline = DeadlineParser.Parse(row["words"], new DeadlineContext(Iso(row["context_start"])!.Value, Iso(row["context_end"])!.Value));

        var dates = string.Join(' ', deadline.Occurrences.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.That(
            (deadline.Kind.ToString(), deadline.Start, deadline.Due, dates, deadline.Trigger ?? "", deadline.AsWritten),
            Is.EqualTo((row["kind"], Iso(row["start"]), Iso(row["due"]), row["occurrences"], row["trigger"], row["words"])));
    }

    [Test]
    public void The_phrase_file_covers_four_languages_and_every_kind_that_words_can_have()
    {
        var rows = Rows("deadlines.csv");
        var kinds = rows.Select(r => Enum.Parse<DeadlineKind>(r["kind"])).ToHashSet();

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.GreaterThanOrEqualTo(500));
            Assert.That(rows.Select(r => r["language"]).Distinct(), Is.SupersetOf(new[] { "en", "ro", "ru", "it" }));
            Assert.That(Enum.GetValues<DeadlineKind>().Except(kinds), Is.Empty);
        });
    }

    [Test]
    public void Every_row_of_the_Italian_plan_is_read()
    {
        var deadlines = Rows("actionplan-C.csv").Select(r => DeadlineParser.Parse(r["deadline_as_written"], PlanC)).ToList();
        var resolved = deadlines.Count(d => d.Due is not null);
        var startOnly = deadlines.Count(d => d.Kind == DeadlineKind.StartOnly);
        var unresolved = deadlines.Count(d => d.NeedsOfficer);
        TestContext.Out.WriteLine($"Plan C: {deadlines.Count} rows, {resolved} resolved, {startOnly} start-only, {unresolved} unresolved.");

        Assert.Multiple(() =>
        {
            Assert.That(deadlines, Has.Count.EqualTo(285));
            Assert.That((resolved, startOnly, unresolved), Is.EqualTo((215, 70, 0)));
        });
    }

    [Test]
    public void Every_row_of_the_Ukrainian_programme_that_has_words_is_read()
    {
        var rows = Rows("actionplan-A.csv").Where(r => r["deadline_as_written"].Length > 0).ToList();
        var deadlines = rows.Select(r => DeadlineParser.Parse(r["deadline_as_written"], PlanA)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.EqualTo(69));
            Assert.That(deadlines.Count(d => d.Kind == DeadlineKind.Range), Is.EqualTo(62));
            Assert.That(deadlines.Count(d => d.AwaitsTrigger), Is.EqualTo(6));
            Assert.That(deadlines.Count(d => d.NeedsOfficer), Is.Zero);
            foreach (var (row, deadline) in rows.Zip(deadlines).Where(p => p.First["due_date"].Length > 0))
                Assert.That((deadline.Start, deadline.Due), Is.EqualTo((Iso(row["start_date"]), Iso(row["due_date"]))), row["number"]);
        });
    }

    [Test]
    public void A_plan_row_without_words_is_a_task_for_an_officer()
    {
        var deadline = DeadlineParser.Parse(null, OneYear);

        Assert.That((deadline.Kind, deadline.AsWritten, deadline.NeedsOfficer, deadline.ResolvedBy), Is.EqualTo((DeadlineKind.Unresolved, "", true, DeadlineResolvedBy.Nobody)));
    }

    [Test]
    public void Measures_waiting_past_their_programme_are_told_from_late_ones([Values("2.5.6.1.8", "2.5.1.1.1", "1.2.1.6.6", "id-591", "id-886", "id-427")] string number)
    {
        var row = Rows("actionplan-A.csv").Single(r => r["number"] == number);
        var deadline = DeadlineParser.Parse(row["deadline_as_written"], PlanA);

        // "The last day of the programme" has a date: it is the plan's own end, and nothing is waited for.
        Assert.That(deadline.AwaitsTrigger, Is.EqualTo(number != "2.5.6.1.8"));
        Assert.That(deadline.Due, Is.EqualTo(number == "2.5.6.1.8" ? PlanA.PlanEnd : (DateOnly?)null));
    }

    [TestCase("within the 1st quarter, annually", "2023-03-31 2024-03-31 2025-03-31")]
    [TestCase("annually by February 15", "2024-02-15 2025-02-15")]
    [TestCase("once every six months", "2023-06-30 2023-12-31 2024-06-30 2024-12-31 2025-06-30 2025-12-31")]
    [TestCase("at least four events each year", "2023-12-31 2024-12-31 2025-12-31")]
    public void Recurring_duties_of_the_programme_have_inner_deadlines(string words, string occurrences) =>
        Assert.That(DeadlineParser.Parse(words, PlanA).Occurrences, Is.EqualTo(occurrences.Split(' ').Select(d => Iso(d)!.Value)));

    [Test]
    public void A_fiscal_year_ends_where_the_office_says() =>
        Assert.That(
            DeadlineParser.Parse("fiscal year 2023-24", PlanA with { FiscalYearEnd = (6, 30) }).Due,
            Is.EqualTo(new DateOnly(2024, 6, 30)));

    [Test]
    public void Hostile_texts_are_unresolved_rather_than_slow([Values("a - ", "pana la ", "annually ", "of the ", "1.", "martie,", "in in termen de ", "dell'", "și ")] string piece) =>
        Assert.That(DeadlineParser.Parse(string.Concat(Enumerable.Repeat(piece, 300 / piece.Length)) + "x", ThreeYears).NeedsOfficer);

    private static DateOnly? Iso(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
