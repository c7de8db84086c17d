// The calendar that moves a due date off free days.
using System.Globalization;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.UnitTests.ActionPlan.Deadlines;

internal sealed class WorkingDaysTests
{
    private static readonly WorkingDays Moldova = WorkingDays.Moldova;

    [TestCase("2024-05-05")]
    [TestCase("2025-04-20")]
    [TestCase("2026-04-12")]
    [TestCase("2027-05-02")]
    [TestCase("2028-04-16")]
    [TestCase("2029-04-08")]
    [TestCase("2030-04-28")]
    public void Orthodox_Easter_falls_on(string day) => Assert.That(WorkingDays.OrthodoxEaster(Day(day).Year), Is.EqualTo(Day(day)));

    [TestCase("2026-01-01")]
    [TestCase("2026-01-07")]
    [TestCase("2026-01-08")]
    [TestCase("2027-03-08")]
    [TestCase("2026-04-13", Description = "Easter Monday")]
    [TestCase("2026-04-20", Description = "Memorial Easter")]
    [TestCase("2026-05-01")]
    [TestCase("2028-05-09")]
    [TestCase("2026-06-01")]
    [TestCase("2026-08-27")]
    [TestCase("2026-08-31")]
    [TestCase("2026-12-25")]
    [TestCase("2026-03-14", Description = "a Saturday")]
    public void These_days_are_free(string day) => Assert.That(Moldova.IsWorking(Day(day)), Is.False);

    [TestCase("2026-03-16", "2026-03-16")]
    [TestCase("2026-03-14", "2026-03-16")]
    [TestCase("2026-04-12", "2026-04-14")]
    [TestCase("2026-01-01", "2026-01-02")]
    [TestCase("2026-08-29", "2026-09-01")]
    public void A_due_date_on_a_free_day_takes_effect_on_the_next_working_day(string due, string effective) =>
        Assert.That(Moldova.EffectiveDue(Day(due)), Is.EqualTo(Day(effective)));

    [Test]
    public void A_government_moves_days_and_a_town_has_its_own()
    {
        var office = new WorkingDays([.. Holiday.Moldova.Select(h => h.Rule)], [new DateOnly(2026, 1, 2)], [new DateOnly(2026, 1, 10)]);

        Assert.Multiple(() =>
        {
            Assert.That(office.IsWorking(new DateOnly(2026, 10, 14)), Is.False);
            Assert.That(office.IsWorking(new DateOnly(2026, 1, 10)), Is.True);
            Assert.That(office.EffectiveDue(new DateOnly(2026, 1, 2)), Is.EqualTo(new DateOnly(2026, 1, 5)));
        });
    }

    [TestCase("2026-04-10", 1, "2026-04-14")]
    [TestCase("2026-04-14", -1, "2026-04-10")]
    [TestCase("2026-03-14", 0, "2026-03-14")]
    public void Working_days_are_counted_both_ways(string from, int days, string to) =>
        Assert.That(Moldova.Add(Day(from), days), Is.EqualTo(Day(to)));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
