// The reminder ladder: which step holds when, and what is true for every date, every pause of the scheduler and every order of runs.
#pragma warning disable NUnit1027 // FsCheck makes the arguments.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Notifications.Domain;
using FsCheck;

namespace CommunicationStrategy.UnitTests.Notifications;

internal sealed class LadderTests
{
    private static readonly DateOnly Due = new(2026, 10, 18);

    [TestCase(31, null)]
    [TestCase(30, "30")]
    [TestCase(15, "30")]
    [TestCase(14, "14")]
    [TestCase(8, "14")]
    [TestCase(7, "7")]
    [TestCase(2, "7")]
    [TestCase(1, "1")]
    [TestCase(0, "1")]
    [TestCase(-1, "overdue-0")]
    [TestCase(-6, "overdue-0")]
    [TestCase(-7, "overdue-1")]
    [TestCase(-14, "overdue-2")]
    [TestCase(-400, "overdue-57")]
    public void The_step_of_a_day(int daysLeft, string? stage) => Assert.That(Ladder.StageOn(ObligationKind.ActivityDue, Due, Due.AddDays(-daysLeft)), Is.EqualTo(stage));

    [TestCase(20, "report")]
    [TestCase(2, "report")]
    [TestCase(1, "1")]
    [TestCase(-1, "overdue-0")]
    public void The_step_of_a_report(int daysLeft, string? stage) => Assert.That(Ladder.StageOn(ObligationKind.ReportDue, Due, Due.AddDays(-daysLeft)), Is.EqualTo(stage));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool No_step_is_ever_reminded_of_twice_whatever_days_the_job_runs_and_however_often(byte[] pauses, int[] dues)
    {
        var duties = (dues ?? []).Take(20).Select((d, i) => Duty(i, Due.AddDays(d % 120))).ToList();
        var ledger = new HashSet<(string, string, Guid)>();
        var sent = new List<(string, string, Guid)>();
        var day = Due.AddDays(-60);
        foreach (var pause in (pauses ?? []).Take(60))
        {
            day = day.AddDays(pause % 9); // 0: the job runs again on the same day
            var digests = DigestPlan.For(day, duties, ledger, new HashSet<Guid>());
            if (digests.Select(d => d.InstitutionId).Distinct().Count() != digests.Count) return false;
            var steps = digests.SelectMany(d => d.Steps).Select(s => s.LedgerKey).ToList();
            sent.AddRange(steps);
            ledger.UnionWith(steps);
        }

        return sent.Distinct().Count() == sent.Count;
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool A_daily_run_climbs_every_step_once(PositiveInt notice)
    {
        var duty = Duty(0, Due);
        var first = Due.AddDays(-30 - (notice.Get % 30));
        var ledger = new HashSet<(string, string, Guid)>();
        var stages = new List<string>();
        for (var day = first; day <= Due.AddDays(8); day = day.AddDays(1))
        {
            foreach (var step in DigestPlan.For(day, [duty], ledger, new HashSet<Guid>()).SelectMany(d => d.Steps))
            {
                ledger.Add(step.LedgerKey);
                stages.Add(step.Stage);
            }
        }

        return stages.SequenceEqual(["30", "14", "7", "1", "overdue-0", "overdue-1"]);
    }

    [Test]
    public void After_three_days_off_only_todays_step_goes_out()
    {
        var duty = Duty(0, Due);
        var missed = DigestPlan.For(Due.AddDays(-8), [duty], new HashSet<(string, string, Guid)>(), new HashSet<Guid>()).Single().Steps.Single();
        Assert.That(missed.Stage, Is.EqualTo("14"));
        // Not sent; the scheduler is back after the seventh and the first day before the date, one day late.
        var now = DigestPlan.For(Due.AddDays(1), [duty], new HashSet<(string, string, Guid)>(), new HashSet<Guid>());
        Assert.That(now.Single().Steps.Select(s => s.Stage), Is.EqualTo(new[] { "overdue-0" }));
    }

    [Test]
    public void An_institution_that_had_its_mail_waits_for_another_day()
    {
        var duty = Duty(0, Due);
        Assert.That(DigestPlan.For(Due, [duty], new HashSet<(string, string, Guid)>(), new HashSet<Guid> { duty.InstitutionId }), Is.Empty);
    }

    [Test]
    public void A_mail_that_is_not_taken_over_is_tried_after_1_5_and_30_minutes_then_hourly_for_48_hours()
    {
        var start = new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        var tries = new List<TimeSpan>();
        DateTimeOffset? at = start;
        for (var attempts = 1; at is { } now; attempts++)
        {
            tries.Add(now - start);
            at = OutgoingMail.NextTry(attempts, now, start + OutgoingMail.Patience);
        }

        Assert.That(tries.Take(5).Select(t => t.TotalMinutes), Is.EqualTo(new[] { 0, 1, 6, 36, 96 }));
        Assert.That(tries[^1], Is.LessThanOrEqualTo(TimeSpan.FromHours(48)).And.GreaterThan(TimeSpan.FromHours(46)));
    }

    private static readonly Guid[] Institutions = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    private static Obligation Duty(int number, DateOnly due) => new(
        $"activity:{number}:{due:yyyy-MM-dd}", ObligationKind.ActivityDue, Guid.Empty, Guid.Empty, $"1.{number}", LocalizedText.Of("ro", "Acțiune"), Institutions[number % 3], due, due, null);
}
