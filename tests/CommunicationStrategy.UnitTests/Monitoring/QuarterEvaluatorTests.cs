// The evaluation against an example worked out by hand, and each rule by itself.
using System.Globalization;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.UnitTests.Monitoring;

public sealed class QuarterEvaluatorTests
{
    private static readonly DateOnly PlanEnd = new(2027, 12, 31);

    [Test]
    public void The_example_gives_the_figures_worked_out_by_hand()
    {
        var snapshot = Sample.Snapshot();
        var totals = snapshot.Totals;
        Assert.That(totals, Is.EqualTo(new Counts(12, OnTime: 3, Late: 1, Partial: 1, NotImplemented: 3, InProgress: 1, NotDue: 0, AwaitingTrigger: 1, Unresolved: 1, Outside: 1)));
        Assert.That(totals.Due, Is.EqualTo(8));
        Assert.That(totals.Rate, Is.EqualTo(0.5m), "(3 + 1) / 8");
        Assert.That(totals.RateWithPartial, Is.EqualTo(0.625m), "(3 + 1 + 1) / 8");
        Assert.That(totals.Timeliness, Is.EqualTo(0.75m), "3 / 4");
        Assert.That(totals.SigmaPoints, Is.EqualTo(0.38461538m), "(0.50 - 0.25) / 0.65");
        Assert.That(snapshot.Overdue, Is.EqualTo(2), "2.1 and 2.3; the clock of 2.2 has stopped");
        Assert.That(snapshot.Coverage.ToneBalance, Is.EqualTo(0.375m), "(4 - 1) / 8");
        Assert.That(snapshot.CutOff, Is.EqualTo(Sample.End));
    }

    [Test]
    public void The_parts_add_up_and_objectives_stand_in_natural_order()
    {
        var snapshot = Sample.Snapshot();
        Assert.That(snapshot.Activities.Select(a => a.Number), Is.EqualTo(new[] { "1.1", "1.2", "1.10", "1.11", "2.1", "2.2", "2.3", "2.4", "10.1", "10.2", "10.3", "10.4" }));
        Assert.That(snapshot.Objectives.Select(o => o.Number), Is.EqualTo(new[] { "1", "2", "10" }));
        Assert.That(snapshot.Objectives[0].Counts, Is.EqualTo(new Counts(4, 2, 1, 1, 0, 0, 0, 0, 0, 0)));
        Assert.That(snapshot.Objectives[1].Counts, Is.EqualTo(new Counts(4, 1, 0, 0, 3, 0, 0, 0, 0, 0)));
        Assert.That(snapshot.Objectives[2].Counts, Is.EqualTo(new Counts(4, 0, 0, 0, 0, 1, 0, 1, 1, 1)));
        Assert.That(snapshot.Objectives[2].Counts.Rate, Is.Null, "nothing was due: not computable, never 0");
        Assert.That(snapshot.Objectives[0].Objective.In("ro"), Is.EqualTo("Comunicarea cu actorii"), "the strategy's words");
        Assert.That(snapshot.Objectives[1].Objective.In("ro"), Is.EqualTo("Obiectivul 2"), "the plan's words");
        foreach (var c in snapshot.Objectives.Select(o => o.Counts).Append(snapshot.Totals))
        {
            Assert.That(c.Due + c.InProgress + c.NotDue + c.AwaitingTrigger + c.Unresolved + c.Outside, Is.EqualTo(c.Total));
        }
    }

    [Test]
    public void What_needs_a_word_of_explanation_is_marked()
    {
        var activities = Sample.Snapshot().Activities.ToDictionary(a => a.Number);
        Assert.That(activities["2.2"].Unchecked, Is.True);
        Assert.That(activities["2.3"].DoneAfterCutOff, Is.True);
        Assert.That(activities["2.1"].DaysOverdue, Is.EqualTo(92), "30 June to 30 September");
        Assert.That(activities["2.3"].DaysOverdue, Is.Zero, "due on the day of the cut-off itself");
        Assert.That(activities["2.2"].DaysOverdue, Is.Null);
        Assert.That((activities["2.1"].Reminders, activities["2.2"].Reminders), Is.EqualTo(((int?)0, (int?)null)), "of what is overdue the mails are counted");
        Assert.That(activities["1.1"].DueThisQuarter, Is.True);
        Assert.That(activities["2.1"].DueThisQuarter, Is.False, "due the quarter before");
        Assert.That(activities["10.4"].DueThisQuarter, Is.False, "suspended");
        Assert.That(activities["2.1"].Lead.ShortName("en"), Is.EqualTo("Ministry of Health"));
    }

    [TestCase(ActivityState.Draft, Verdict.Outside)]
    [TestCase(ActivityState.Suspended, Verdict.Outside)]
    [TestCase(ActivityState.Cancelled, Verdict.Outside)]
    [TestCase(ActivityState.Planned, Verdict.NotImplemented)]
    [TestCase(ActivityState.InProgress, Verdict.NotImplemented)]
    [TestCase(ActivityState.ReportedComplete, Verdict.NotImplemented)]
    [TestCase(ActivityState.NotCompleted, Verdict.NotImplemented)]
    public void A_state_past_its_due_day(ActivityState state, Verdict expected) =>
        Assert.That(Judge(Sample.Activity("1", state, Sample.Day(9, 1), submitted: Sample.Day(8, 1))), Is.EqualTo(expected));

    [TestCase(ActivityState.Planned, null, Verdict.NotDue)]
    [TestCase(ActivityState.Planned, 0, Verdict.NotDue)]
    [TestCase(ActivityState.Planned, 10, Verdict.InProgress)]
    [TestCase(ActivityState.InProgress, null, Verdict.InProgress)]
    [TestCase(ActivityState.ReportedComplete, 100, Verdict.InProgress)]
    public void A_state_before_its_due_day(ActivityState state, int? percent, Verdict expected) =>
        Assert.That(Judge(Sample.Activity("1", state, Sample.Day(10, 1), percent: percent)), Is.EqualTo(expected));

    [TestCase(9, 30, 9, 30, Verdict.ImplementedOnTime, TestName = "Done and due on the day of the cut-off")]
    [TestCase(9, 29, 9, 30, Verdict.ImplementedLate, TestName = "A day late is late")]
    [TestCase(9, 30, 10, 1, Verdict.NotImplemented, TestName = "Done the day after the cut-off")]
    [TestCase(10, 1, 9, 1, Verdict.ImplementedOnTime, TestName = "Done early is implemented")]
    public void Days_at_the_border(int dueMonth, int dueDay, int doneMonth, int doneDay, Verdict expected) =>
        Assert.That(Judge(Sample.Activity("1", ActivityState.Completed, Sample.Day(dueMonth, dueDay), submitted: Sample.Day(doneMonth, doneDay), completed: Sample.Day(doneMonth, doneDay))), Is.EqualTo(expected));

    [Test]
    public void The_clock_stops_when_completion_is_reported_however_long_checking_takes() =>
        Assert.That(Judge(Sample.Activity("1", ActivityState.Completed, Sample.Day(8, 1), submitted: Sample.Day(8, 1), completed: Sample.Day(10, 19))), Is.EqualTo(Verdict.ImplementedOnTime));

    [Test]
    public void A_report_sent_after_the_quarter_does_not_undo_what_was_done_in_it() =>
        Assert.That(Judge(Sample.Activity("1", ActivityState.Completed, Sample.Day(8, 1), submitted: Sample.Day(10, 12), completed: Sample.Day(7, 28))), Is.EqualTo(Verdict.ImplementedOnTime));

    [Test]
    public void What_waits_for_an_event_or_an_officer_is_outside_the_base_until_it_is_done()
    {
        Assert.That(Judge(Sample.Activity("1", ActivityState.InProgress, null, awaits: true)), Is.EqualTo(Verdict.AwaitingTrigger));
        Assert.That(Judge(Sample.Activity("1", ActivityState.InProgress, null, unresolved: true)), Is.EqualTo(Verdict.Unresolved));
        var done = QuarterEvaluator.Evaluate(Sample.Input([Sample.Activity("1", ActivityState.Completed, null, awaits: true, submitted: Sample.Day(8, 1), completed: Sample.Day(8, 1))]));
        Assert.That(done.Activities[0].Verdict, Is.EqualTo(Verdict.ImplementedOnTime));
        Assert.That(done.Activities[0].DoneEarly, Is.True);
        Assert.That((done.Totals.Due, done.Totals.Early, done.Totals.Rate), Is.EqualTo((0, 1, (decimal?)null)), "finished before it was due: not in the base");
    }

    [Test]
    public void Without_a_day_of_its_own_an_activity_is_due_with_the_plan()
    {
        var permanent = Sample.Activity("1", ActivityState.InProgress, null);
        Assert.That(Judge(permanent), Is.EqualTo(Verdict.InProgress));
        Assert.That(QuarterEvaluator.Judge(permanent, planEnd: Sample.End, Sample.End), Is.EqualTo(Verdict.NotImplemented));
    }

    [Test]
    public void A_collection_closed_within_the_quarter_is_the_cut_off()
    {
        Assert.That(QuarterEvaluator.CutOff(Sample.Quarter, Sample.Day(9, 10)), Is.EqualTo(Sample.Day(9, 10)));
        var snapshot = QuarterEvaluator.Evaluate(Sample.Input(closedOn: Sample.Day(9, 10)));
        Assert.That(snapshot.Activities.Single(a => a.Number == "1.10").Verdict, Is.EqualTo(Verdict.NotDue), "due 15 September");
        Assert.That(snapshot.Totals.Due, Is.EqualTo(4), "1.1, 1.2, 2.1, 2.4");
    }

    [Test]
    public void An_empty_plan_has_no_rate()
    {
        var snapshot = QuarterEvaluator.Evaluate(Sample.Input([]));
        Assert.That((snapshot.Totals.Rate, snapshot.Totals.Timeliness, snapshot.Totals.SigmaPoints, snapshot.Reports.Discipline), Is.EqualTo(((decimal?)null, (decimal?)null, (decimal?)null, (decimal?)null)));
    }

    [TestCase(0, 100, "0")]
    [TestCase(24, 100, "0")]
    [TestCase(25, 100, "0")]
    [TestCase(38, 100, "0.2")]
    [TestCase(77, 100, "0.8")]
    [TestCase(90, 100, "1")]
    [TestCase(100, 100, "1")]
    public void SIGMA_points(int implemented, int due, string points) =>
        Assert.That(new Counts(due, implemented, 0, 0, due - implemented, 0, 0, 0, 0, 0).SigmaPoints, Is.EqualTo(decimal.Parse(points, CultureInfo.InvariantCulture)));

    [Test]
    public void Reporting_discipline_of_the_example()
    {
        var snapshot = Sample.Snapshot();
        Assert.That(snapshot.Reporting.Select(r => r.Institution.Name.In("en")), Is.EqualTo(new[] { "Ministry of Internal Affairs", "Ministry of Health" }), "in the order of the Romanian names");
        var interior = snapshot.Reporting[0];
        Assert.That(interior.Reports, Is.EqualTo(new ReportCounts(Due: 4, OnTime: 1, Late: 2, Missing: 1, SentBack: 1)));
        Assert.That(interior.Reports.Discipline, Is.EqualTo(0.25m));
        Assert.That(interior.Reports.Completeness, Is.EqualTo(0.75m));
        Assert.That(interior.MedianDaysLate, Is.EqualTo(3.5m), "between 2 and 5");
        Assert.That(interior.MissingFor, Is.EqualTo(new[] { "10.1" }));
        Assert.That(snapshot.Reporting[1].MedianDaysLate, Is.Null);
        Assert.That(snapshot.Reports, Is.EqualTo(new ReportCounts(5, 2, 2, 1, 1)));
    }

    [TestCase(new int[0], null)]
    [TestCase(new[] { 7 }, "7")]
    [TestCase(new[] { 9, 1, 2 }, "2")]
    [TestCase(new[] { 4, 1, 2, 3 }, "2.5")]
    public void Median(int[] values, string? expected) => Assert.That(ReportDiscipline.Median(values)?.ToString(CultureInfo.InvariantCulture), Is.EqualTo(expected));

    private static Verdict Judge(ActivitySnapshot activity) => QuarterEvaluator.Judge(activity, PlanEnd, Sample.End);
}
