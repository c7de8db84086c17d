// What happens to a deadline after it was read: an officer sets it, a trigger happens.
using System.Text.Json;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using static CommunicationStrategy.UnitTests.ActionPlan.Deadlines.DeadlinePhrases;

namespace CommunicationStrategy.UnitTests.ActionPlan.Deadlines;

internal sealed class DeadlineTests
{
    [Test]
    public void What_an_officer_says_replaces_the_reading_and_keeps_the_words()
    {
        var deadline = DeadlineParser.Parse("soon", OneYear).SetByPerson(null, new DateOnly(2026, 5, 4));

        Assert.That(
            (deadline.AsWritten, deadline.Kind, deadline.Due, deadline.ResolvedBy, deadline.NeedsOfficer),
            Is.EqualTo(("soon", DeadlineKind.Date, (DateOnly?)new DateOnly(2026, 5, 4), DeadlineResolvedBy.Person, false)));
    }

    [Test]
    public void An_officer_who_names_a_first_day_makes_it_a_range()
    {
        var deadline = DeadlineParser.Parse("quarterly", OneYear).SetByPerson(new DateOnly(2026, 5, 4), new DateOnly(2026, 6, 5));

        Assert.That((deadline.Kind, deadline.Start, deadline.Occurrences.Count), Is.EqualTo((DeadlineKind.Range, (DateOnly?)new DateOnly(2026, 5, 4), 0)));
    }

    // As it went with measure 2.5.10.4.3: 23.08.2024 - 23.09.2024 once the draft was there.
    [Test]
    public void A_relative_deadline_is_computed_when_its_predecessor_is_done_and_again_when_that_date_is_corrected()
    {
        var read = DeadlineParser.Parse("one month from the day the draft order is developed", PlanA);
        var dated = read.TriggerDatedOn(new DateOnly(2024, 8, 23), PlanA);
        var corrected = dated.TriggerDatedOn(new DateOnly(2024, 9, 1), PlanA);

        Assert.Multiple(() =>
        {
            Assert.That(read.AwaitsTrigger);
            Assert.That((dated.Start, dated.Due, dated.AwaitsTrigger), Is.EqualTo(((DateOnly?)new DateOnly(2024, 8, 23), (DateOnly?)new DateOnly(2024, 9, 23), false)));
            Assert.That((corrected.Start, corrected.Due), Is.EqualTo(((DateOnly?)new DateOnly(2024, 9, 1), (DateOnly?)new DateOnly(2024, 10, 1))));
        });
    }

    [TestCase("30 de zile de la aprobarea planului", "2026-04-14")]
    [TestCase("în termen de 10 zile lucrătoare de la aprobarea planului", "2026-03-27")]
    [TestCase("două săptămâni de la aprobarea planului", "2026-03-29")]
    [TestCase("10 days before the election", "2026-03-05")]
    [TestCase("until the law is signed", "2026-03-15")]
    public void Lags_count_days_working_days_weeks_and_months(string words, string due) =>
        Assert.That(
            DeadlineParser.Parse(words, OneYear).TriggerDatedOn(new DateOnly(2026, 3, 15), OneYear).Due,
            Is.EqualTo(DateOnly.ParseExact(due, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [TestCase("2025-06-30", "2025-12-31")]
    [TestCase("2026-02-10", "2026-02-10")]
    public void A_compound_deadline_is_the_later_of_its_two_dates(string happened, string due)
    {
        var read = DeadlineParser.Parse("December 2025 but not earlier than the end of martial law", PlanA);

        Assert.That(read.TriggerDatedOn(DateOnly.Parse(happened, null), PlanA).Due, Is.EqualTo(DateOnly.Parse(due, null)));
    }

    [Test]
    public void A_deadline_that_waits_for_nothing_cannot_be_triggered() =>
        Assert.That(() => DeadlineParser.Parse("2026", OneYear).TriggerDatedOn(new DateOnly(2026, 1, 1), OneYear), Throws.InvalidOperationException);

    [Test]
    public void Equal_means_equal_dates_and_json_keeps_everything([Values("quarterly", "30 days after the approval", "until the law is signed", "at least 4 a year", "???")] string words)
    {
        var deadline = DeadlineParser.Parse(words, ThreeYears);
        var copy = JsonSerializer.Deserialize<Deadline>(JsonSerializer.Serialize(deadline));

        Assert.Multiple(() =>
        {
            Assert.That(copy, Is.EqualTo(deadline));
            Assert.That(copy!.GetHashCode(), Is.EqualTo(deadline.GetHashCode()));
            Assert.That(copy with { Occurrences = [new DateOnly(2026, 1, 1)] }, Is.Not.EqualTo(deadline));
        });
    }
}
