// An activity's numbers, costs, institutions, deadline and the flags that follow from the day.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.UnitTests.ActionPlan;

public sealed class ActivityTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Test]
    public void Numbers_stand_in_natural_order()
    {
        string[] expected = ["1", "1.1", "1.1.1.2.2.(1)", "1.2", "1.2.a", "1.2.b", "1.10", "2", "10", "63.(8)", "63.(10)", "A.1"];
        var shuffled = expected.Reverse().OrderBy(NaturalOrder.KeyOf, StringComparer.Ordinal);
        Assert.That(shuffled, Is.EqualTo(expected));
    }

    [TestCase("12", ExpectedResult = 12.0)]
    [TestCase("12,5", ExpectedResult = 12.5)]
    [TestCase("12.50", ExpectedResult = 12.5)]
    [TestCase("1 250,0", ExpectedResult = 1250.0)]
    [TestCase("12.000", ExpectedResult = null)]
    [TestCase("1,200", ExpectedResult = null)]
    [TestCase("within the approved budget", ExpectedResult = null)]
    [TestCase("12,5 mii lei", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public double? A_cost_is_a_figure_only_when_it_can_mean_but_one(string written) => (double?)Cost.ReadThousand(written);

    [Test]
    public void There_is_exactly_one_lead()
    {
        var activity = Make.Draft();
        var two = activity.Assign([new Assignee(AssignmentRole.Lead, "MAI", null), new Assignee(AssignmentRole.Lead, "MEC", null)]);
        Assert.That(two.Failure?.Fields[0].Code, Is.EqualTo("action-plan.one-lead"));
        Assert.That(activity.Assign([new Assignee(AssignmentRole.Partner, "MAI", null)]).Failure?.Fields[0].Code, Is.EqualTo("action-plan.one-lead"));
        Assert.That(activity.Lead.NameAsWritten, Is.EqualTo("Ministerul Afacerilor Interne"));
    }

    [Test]
    public void Assigning_keeps_those_who_stay()
    {
        var activity = Make.Draft();
        var lead = activity.Lead.Id;
        Make.Sure(activity.Assign([new Assignee(AssignmentRole.Lead, "MINISTERUL afacerilor interne", null), new Assignee(AssignmentRole.Partner, "La Strada", null), new Assignee(AssignmentRole.Partner, "„La Strada”", null)]));
        Assert.That(activity.Lead.Id, Is.EqualTo(lead));
        Assert.That(activity.Lead.InstitutionId, Is.EqualTo(Make.Institution));
        Assert.That(activity.Assignments, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_name_that_the_register_learns_fills_what_waited_for_it()
    {
        var activity = Make.Draft();
        Make.Sure(activity.Assign([new Assignee(AssignmentRole.Lead, "MAI", Make.Institution), new Assignee(AssignmentRole.Partner, "Asociația «Pașii»", null)]));
        var found = Guid.CreateVersion7();
        activity.Recognise(Assignment.KeyOf("asociaţia pasii"), found);
        Assert.That(activity.Assignments.Single(a => a.Role == AssignmentRole.Partner).InstitutionId, Is.EqualTo(found));
    }

    [Test]
    public void Postponing_keeps_the_first_due_date()
    {
        var activity = Make.Activity(ActivityState.InProgress);
        Make.Sure(activity.Postpone(new DateOnly(2026, 9, 30), "The tender failed.", Today, WorkingDays.Moldova));
        Make.Sure(activity.Postpone(new DateOnly(2026, 10, 31), "Again.", Today, WorkingDays.Moldova));
        Assert.That(activity.OriginalDue, Is.EqualTo(new DateOnly(2026, 6, 30)));
        Assert.That(activity.Deadline.Due, Is.EqualTo(new DateOnly(2026, 10, 31)));
        Assert.That(activity.EffectiveDue, Is.EqualTo(new DateOnly(2026, 11, 2)), "31.10.2026 is a Saturday");
        Assert.That(activity.Deadline.AsWritten, Is.EqualTo("30.06.2026"));
        Assert.That(activity.LastReason, Is.EqualTo("Again."));
        Assert.That(activity.DueQuarters, Is.EqualTo(";2026-Q4;"));
    }

    [TestCase("2026-06-30", "why", "action-plan.not-later")]
    [TestCase("2026-06-29", "why", "action-plan.not-later")]
    [TestCase("2026-12-31", " ", "action-plan.reason-required")]
    public void Postponing_goes_forward_and_says_why(string to, string reason, string code)
    {
        var activity = Make.Activity(ActivityState.Planned);
        Assert.That(activity.Postpone(DateOnly.Parse(to), reason, Today, WorkingDays.Moldova).Failure?.Fields[0].Code, Is.EqualTo(code));
        Assert.That(activity.OriginalDue, Is.Null);
    }

    [Test]
    public void Postponing_into_the_past_or_without_a_due_date_is_refused()
    {
        var late = new DateOnly(2027, 1, 1);
        Assert.That(Make.Activity(ActivityState.Planned).Postpone(new DateOnly(2026, 8, 1), "why", late, WorkingDays.Moldova).Failure?.Fields[0].Code, Is.EqualTo("action-plan.date-passed"));
        Assert.That(Make.Activity(ActivityState.Planned, "when the law is adopted").Postpone(late, "why", Today, WorkingDays.Moldova).Failure?.Code, Is.EqualTo("action-plan.no-due-yet"));
        Assert.That(Make.Activity(ActivityState.Completed).Postpone(late, "why", Today, WorkingDays.Moldova).Failure?.Code, Is.EqualTo("action-plan.wrong-state"));
    }

    [Test]
    public void A_recurring_duty_is_due_next_at_its_next_occurrence()
    {
        var activity = Make.Activity(ActivityState.Planned, "quarterly");
        Assert.That(activity.Recurs, Is.True);
        Assert.That(activity.DueQuarters, Does.StartWith(";2026-Q1;2026-Q2;2026-Q3;"));
        Assert.That(Dues.Of(activity, Today), Is.EqualTo(new Dues(new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30), 1)));
        Assert.That(Flags(activity, new DateOnly(2026, 6, 20)), Is.EquivalentTo(new[] { ActivityFlag.OccurrenceOverdue, ActivityFlag.DueSoon }));
        Assert.That(Flags(activity, new DateOnly(2028, 1, 20)), Is.EquivalentTo(new[] { ActivityFlag.OccurrenceOverdue }), "its due dates are missed, not the duty");
    }

    [Test]
    public void Flags_follow_the_day()
    {
        var activity = Make.Activity(ActivityState.Planned, "27.06.2026");
        Assert.That(activity.EffectiveDue, Is.EqualTo(new DateOnly(2026, 6, 29)), "27.06.2026 is a Saturday");
        Assert.That(Flags(activity, new DateOnly(2026, 6, 14)), Is.Empty);
        Assert.That(Flags(activity, new DateOnly(2026, 6, 15)), Is.EqualTo(new[] { ActivityFlag.DueSoon }));
        Assert.That(Flags(activity, new DateOnly(2026, 6, 29)), Is.EqualTo(new[] { ActivityFlag.DueSoon }));
        Assert.That(Flags(activity, new DateOnly(2026, 6, 30)), Is.EqualTo(new[] { ActivityFlag.Overdue }));
        Make.Sure(activity.ReportComplete(new DateOnly(2026, 7, 2)));
        Assert.That(Flags(activity, new DateOnly(2026, 8, 1)), Is.EqualTo(new[] { ActivityFlag.Late }), "the clock stops at the report");
        Make.Sure(activity.AcceptCompletion(new DateOnly(2026, 6, 26)));
        Assert.That(Flags(activity, new DateOnly(2026, 8, 1)), Is.Empty, "it was done in time after all");
    }

    [Test]
    public void What_waits_for_its_trigger_is_neither_due_nor_overdue_until_it_is_dated()
    {
        var activity = Make.Activity(ActivityState.Planned, "within 3 months after the adoption of the law");
        Assert.That(Flags(activity, new DateOnly(2030, 1, 1)), Is.EqualTo(new[] { ActivityFlag.AwaitingTrigger }));
        Make.Sure(activity.DateTrigger(new DateOnly(2026, 2, 10), Make.Context));
        Assert.That(activity.Deadline.Due, Is.EqualTo(new DateOnly(2026, 5, 10)));
        Assert.That(Flags(activity, Today), Is.EqualTo(new[] { ActivityFlag.Overdue }));
        Assert.That(Make.Activity(ActivityState.Planned).DateTrigger(Today, Make.Context).Failure?.Code, Is.EqualTo("action-plan.no-trigger"));
    }

    [Test]
    public void What_nobody_understands_is_a_task_until_an_officer_says_what_it_means()
    {
        var activity = Make.Activity(ActivityState.Planned, "as the situation requires, in good time");
        Assert.That(Flags(activity, Today), Is.EqualTo(new[] { ActivityFlag.Unresolved }));
        Make.Sure(activity.CorrectDeadline(null, new DateOnly(2026, 12, 31), WorkingDays.Moldova));
        Assert.That(Flags(activity, Today), Is.Empty);
        Assert.That((activity.Deadline.ResolvedBy, activity.OriginalDue), Is.EqualTo((DeadlineResolvedBy.Person, (DateOnly?)null)));
        Assert.That(activity.CorrectDeadline(new DateOnly(2027, 1, 1), new DateOnly(2026, 12, 31), WorkingDays.Moldova).Failure?.Fields[0].Code, Is.EqualTo("action-plan.dates-reversed"));
    }

    private static IReadOnlyList<ActivityFlag> Flags(Activity activity, DateOnly day) =>
        ActivityFlags.Of(activity.State, activity.Deadline, activity.EffectiveDue, Dues.Of(activity, day), activity.SubmittedOn, activity.CompletedOn, activity.Lead.InstitutionId is not null, day);
}
