// The reminder ladder: which step holds when, and what is true for every date, every pause of the scheduler and every order of runs.
#pragma warning disable NUnit1027 // FsCheck makes the arguments.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Access;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Notifications.Domain;
using FsCheck;

namespace CommunicationStrategy.UnitTests.Notifications;

internal sealed class LadderTests
{
    private static readonly DateOnly Due = new(2026, 10, 18);
    private static readonly HashSet<string> Nobody = [];
    private static readonly HashSet<(string, string, string)> Nothing = [];
    private static readonly Guid[] Office = [Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly LadderSettings WithOffice = LadderSettings.Standard with { People = [.. Office.Select(p => new OfficePerson(p, "Ana", "ana@example.org", "ro", false))] };

    [TestCase(400, "assigned")]
    [TestCase(31, "assigned")]
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
    public void The_step_of_a_day(int daysLeft, string? stage) => Assert.That(Step(Audience.FocalPoint, ObligationKind.ActivityDue, daysLeft), Is.EqualTo(stage));

    [TestCase(31, null)]
    [TestCase(20, "report")]
    [TestCase(2, "report")]
    [TestCase(1, "1")]
    [TestCase(-1, "overdue-0")]
    public void The_step_of_a_report(int daysLeft, string? stage) => Assert.That(Step(Audience.FocalPoint, ObligationKind.ReportDue, daysLeft), Is.EqualTo(stage));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool No_step_is_ever_reminded_of_twice_whatever_days_the_job_runs_and_however_often(byte[] pauses, int[] dues)
    {
        var duties = (dues ?? []).Take(20).Select((d, i) => Duty(i, Due.AddDays(d % 120))).ToList();
        var ledger = new HashSet<(string, string, string)>();
        var sent = new List<(string, string, string)>();
        var day = Due.AddDays(-60);
        foreach (var pause in (pauses ?? []).Take(60))
        {
            day = day.AddDays(pause % 9); // 0: the job runs again on the same day
            var digests = DigestPlan.For(day, duties, WithOffice, ledger, Nobody);
            if (digests.Select(d => d.To).Distinct().Count() != digests.Count) return false;
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
        var ledger = new HashSet<(string, string, string)>();
        var stages = new List<string>();
        for (var day = first; day <= Due.AddDays(8); day = day.AddDays(1))
        {
            foreach (var step in DigestPlan.For(day, [duty], LadderSettings.Standard, ledger, Nobody).Where(d => d.To.Audience == Audience.FocalPoint).SelectMany(d => d.Steps))
            {
                ledger.Add(step.LedgerKey);
                stages.Add(step.Stage);
            }
        }

        return (stages[0] != Ladder.Assigned || stages.Remove(Ladder.Assigned)) && stages.SequenceEqual(["30", "14", "7", "1", "overdue-0", "overdue-1"]);
    }

    [TestCase(Audience.FocalPoint, 1, "overdue-0")]
    [TestCase(Audience.Deputy, -1, null)]
    [TestCase(Audience.Deputy, 1, "overdue-0")]
    [TestCase(Audience.Head, 2, null)]
    [TestCase(Audience.Head, 3, "overdue-0")]
    [TestCase(Audience.Head, 8, "overdue-1")]
    [TestCase(Audience.Office, 6, null)]
    [TestCase(Audience.Office, 7, "overdue-1")]
    [TestCase(Audience.Office, 13, "overdue-1")]
    [TestCase(Audience.Office, 14, "overdue-2")]
    public void The_longer_it_is_late_the_more_are_told(Audience audience, int daysLate, string? stage) => Assert.That(Step(audience, ObligationKind.ActivityDue, -daysLate), Is.EqualTo(stage));

    [TestCase(60, 30, "assigned")]
    [TestCase(60, 14, "14")]
    [TestCase(61, 30, "30")]
    public void A_months_notice_is_for_what_takes_longer_than_sixty_days(int takes, int daysLeft, string stage)
    {
        var duty = Duty(0, Due) with { From = Due.AddDays(-takes) };
        Assert.That(Ladder.StageOn(LadderRules.Standard, Audience.FocalPoint, duty, Due.AddDays(-daysLeft), WorkCalendar.Weekdays), Is.EqualTo(stage));
        Assert.That(Ladder.StageOn(LadderRules.Standard with { Before = [30] }, Audience.FocalPoint, duty, Due.AddDays(-daysLeft), WorkCalendar.Weekdays), Is.EqualTo("30"), "a ladder of one step keeps it");
    }

    [Test]
    public void The_head_of_the_secretariat_alone_has_letters_to_sign_and_a_list_for_the_Committee()
    {
        var head = Guid.CreateVersion7();
        var settings = WithOffice with { People = [.. WithOffice.People, new OfficePerson(head, "Maria", "maria@example.org", "ro", true)] };
        var told = new List<(int, Guid, string)>();
        var ledger = new HashSet<(string, string, string)>();
        for (var late = 1; late <= 31; late++)
        {
            var steps = DigestPlan.For(Due.AddDays(late), [Duty(0, Due)], settings, ledger, Nobody).SelectMany(d => d.Steps).ToList();
            ledger.UnionWith(steps.Select(s => s.LedgerKey));
            told.AddRange(steps.Where(s => s.Stage is Ladder.Letter or Ladder.Committee).Select(s => (late, s.To.Id, s.Stage)));
        }

        Assert.That(told, Is.EqualTo(new[] { (14, head, "letter"), (30, head, "committee") }));
    }

    [Test]
    public void Grace_is_counted_in_working_days()
    {
        var rules = LadderRules.Standard with { GraceDays = 2 };
        // Due on Friday the 16th: Monday and Tuesday are grace.
        var friday = new DateOnly(2026, 10, 16);
        Assert.That(Enumerable.Range(1, 6).Select(d => Ladder.StageOn(rules, Audience.FocalPoint, Duty(0, friday), friday.AddDays(d), WorkCalendar.Weekdays)), Is.EqualTo(new[] { null, null, null, null, "overdue-0", "overdue-0" }));
        var holiday = new WorkCalendar([friday, friday.AddDays(4), friday.AddDays(5), friday.AddDays(6), friday.AddDays(7)]);
        Assert.That(Ladder.StageOn(rules, Audience.FocalPoint, Duty(0, friday), friday.AddDays(5), holiday), Is.Null, "Monday was no working day");
    }

    [Test]
    public void A_plan_of_its_own_ladder_is_reminded_of_by_it()
    {
        var (ours, theirs) = (Duty(0, Due) with { PlanId = Guid.CreateVersion7() }, Duty(1, Due));
        var settings = LadderSettings.Standard with { Rules = new Dictionary<Guid, LadderRules> { [ours.PlanId] = LadderRules.Patient } };
        Assert.That(DigestPlan.For(Due.AddDays(-20), [ours, theirs], settings, Nothing, Nobody).Where(d => d.To.Audience == Audience.FocalPoint).SelectMany(d => d.Steps).Select(s => (s.Obligation.Key, s.Stage)), Is.EquivalentTo(new[] { (ours.Key, "assigned"), (theirs.Key, "30") }));
        Assert.That(DigestPlan.For(Due.AddDays(-1), [ours], settings, Nothing, Nobody).Single().Steps.Single().Stage, Is.EqualTo("3"), "it has no step nearer than that");
        Assert.That(settings.Near, Is.EqualTo(30));
    }

    [TestCase(true, false, null)]
    [TestCase(false, true, null)]
    [TestCase(false, false, "1")]
    [TestCase(true, true, "1")]
    public void What_is_paused_goes_to_nobody_while_it_rests(bool plan, bool institution, string? stage)
    {
        var duty = Duty(0, Due) with { PlanId = Guid.CreateVersion7() };
        var pause = new ReminderPause(plan ? duty.PlanId : null, institution ? duty.InstitutionId : null, stage, Due.AddDays(-5), Due, "Reorganizare.");
        var settings = LadderSettings.Standard with { Pauses = [pause] };
        Assert.That(DigestPlan.For(Due, [duty], settings, Nothing, Nobody), Is.Empty);
        Assert.That(DigestPlan.For(Due.AddDays(1), [duty], settings, Nothing, Nobody), Is.Not.Empty, "the day after");
        var other = duty with { PlanId = Guid.CreateVersion7(), InstitutionId = Guid.CreateVersion7() };
        Assert.That(DigestPlan.For(Due, [other], settings, Nothing, Nobody), plan || institution ? Is.Not.Empty : Is.Empty);
        Assert.That(pause.Lift(Due).IsSuccess, Is.True);
        Assert.That(DigestPlan.For(Due, [duty], settings, Nothing, Nobody), Is.Not.Empty, "lifted");
        Assert.That(pause.Lift(Due).Failure?.Code, Is.EqualTo("notifications.pause-lifted"));
    }

    [Test]
    public void The_office_looks_at_the_week_once_and_catches_up_once()
    {
        var monday = new DateOnly(2026, 10, 12);
        var first = DigestPlan.WithWeek([], monday, Office, Nobody, Nobody);
        Assert.That(first.Select(d => (d.To.Id, d.Weekly, d.Steps.Count)), Is.EqualTo(Office.Select(p => (p, true, 0))));
        Assert.That(DigestPlan.WithWeek([], monday.AddDays(2), Office, first.Select(d => d.To.Key).ToHashSet(), Nobody), Is.Empty);
        Assert.That(DigestPlan.WithWeek([], monday.AddDays(2), Office, Nobody, Nobody), Has.Count.EqualTo(2), "nobody ran it before Wednesday");
        var told = DigestPlan.For(Due.AddDays(8), [Duty(0, Due)], WithOffice, Nothing, Nobody);
        Assert.That(DigestPlan.WithWeek(told, Due.AddDays(8), Office, Nobody, Nobody).Count(d => d.To.Audience == Audience.Office), Is.EqualTo(2), "one mail for both");
    }

    [Test]
    public void After_three_days_off_only_todays_step_goes_out()
    {
        var duty = Duty(0, Due);
        var missed = DigestPlan.For(Due.AddDays(-8), [duty], LadderSettings.Standard, Nothing, Nobody).Single().Steps.Single();
        Assert.That(missed.Stage, Is.EqualTo("14"));
        // Not sent; the scheduler is back after the seventh and the first day before the date, one day late.
        var now = DigestPlan.For(Due.AddDays(1), [duty], LadderSettings.Standard, Nothing, Nobody);
        Assert.That(now.Single(d => d.To.Audience == Audience.FocalPoint).Steps.Select(s => s.Stage), Is.EqualTo(new[] { "overdue-0" }));
    }

    [Test]
    public void An_institution_that_had_its_mail_waits_for_another_day()
    {
        var duty = Duty(0, Due);
        Assert.That(DigestPlan.For(Due, [duty], LadderSettings.Standard, Nothing, new HashSet<string> { new Addressee(Audience.FocalPoint, duty.InstitutionId).Key }), Is.Empty);
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

    private static string? Step(Audience audience, ObligationKind kind, int daysLeft) => Ladder.StageOn(LadderRules.Standard, audience, Duty(0, Due) with { Kind = kind }, Due.AddDays(-daysLeft), WorkCalendar.Weekdays);

    private static Obligation Duty(int number, DateOnly due) => new(
        $"activity:{number}:{due:yyyy-MM-dd}", ObligationKind.ActivityDue, Guid.Empty, Guid.Empty, $"1.{number}", LocalizedText.Of("ro", "Acțiune"), Institutions[number % 3], due, due, null);
}
