// Duties that fall due more than once: each due date with its own state, through reports and by an officer's hand.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class OccurrenceTests(string provider) : PlanWorld(provider)
{
    private static readonly DateOnly June = new(2026, 6, 30);

    [Test]
    public async Task Each_due_date_is_owed_on_its_own_and_met_by_its_quarters_report()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, deadline: "trimestrial");
        Assert.That((await One(id)).Deadline.Occurrences.Select(o => (o.Due.Month, o.State, o.Missed)).Take(3), Is.EqualTo(new[] { (3, OccurrenceState.Open, true), (6, OccurrenceState.Open, false), (9, OccurrenceState.Open, false) }));
        Assert.That(await Owed(), Is.EqualTo(new[] { new DateOnly(2026, 3, 31), June }));
        var row = (await Get(new ListActivities(plan))).Items.Single();
        Assert.That((row.NextDue, row.Occurrences), Is.EqualTo(((DateOnly?)June, new OccurrenceCounts(8, 0, 1))));
        Assert.That((await Get(new ListActivities(plan, Flag: ActivityFlag.Overdue))).Total, Is.Zero, "the duty itself is not overdue");
        Assert.That((await Get(new ListActivities(plan, Flag: ActivityFlag.OccurrenceOverdue))).Total, Is.EqualTo(1));

        var report = await Get(new SubmitReport(id, null, null, ReportedState.Complete, 100, "S-a ținut.", null, null, null), MinistryLink);
        Assert.That(await Owed(), Is.EqualTo(new[] { new DateOnly(2026, 3, 31) }), "the report stops the clock of its quarter");
        Assert.That(await State(id), Is.EqualTo(ActivityState.InProgress), "one quarter is not the end of the duty");
        await Do(new ReturnReport(report, "Fără listă.", 1));
        Assert.That(await Owed(), Does.Contain(June));
        await Get(new SubmitReport(id, null, null, ReportedState.Complete, 100, "Cu listă.", null, null, null), MinistryLink);
        await Do(new AcceptReport(report, 3));
        Assert.That((await One(id)).Deadline.Occurrences.Single(o => o.Due == June), Has.Property("State").EqualTo(OccurrenceState.Done).And.Property("DoneOn").EqualTo(Today));
    }

    [Test]
    public async Task A_quota_is_met_by_its_number()
    {
        var id = await Activity(await PlanInForce(), deadline: "at least four events per year");
        var due = new DateOnly(2026, 12, 31);
        await Get(new SubmitReport(id, null, null, ReportedState.InProgress, 50, "Două.", null, null, null, Occurrences: [new(due, 2)]), MinistryLink);
        Assert.That((await One(id)).Deadline.Occurrences[0], Has.Property("State").EqualTo(OccurrenceState.Open).And.Property("Achieved").EqualTo(2).And.Property("Target").EqualTo(4));
        await Get(new SubmitReport(id, null, null, ReportedState.InProgress, 90, "Patru.", null, null, null, Occurrences: [new(due, 4)]), MinistryLink);
        Assert.That((await One(id)).Deadline.Occurrences[0].State, Is.EqualTo(OccurrenceState.Reported));
        Assert.That((await App.Send(new SubmitReport(id, null, null, ReportedState.InProgress, 95, "x", null, null, null, Occurrences: [new(June)]), MinistryLink)).Failure?.Fields[0].Code, Is.EqualTo("action-plan.no-such-occurrence"));
    }

    [Test]
    public async Task An_officer_settles_a_due_date_and_says_why_it_was_not_met()
    {
        var id = await Activity(await PlanInForce(), deadline: "trimestrial");
        var version = (await One(id)).Version;
        Assert.That((await App.Send(new SettleOccurrence(id, June, OccurrenceState.Waived, null, null, null, version))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.reason-required"));
        await Do(new SettleOccurrence(id, June, OccurrenceState.Waived, null, null, "Consiliul nu s-a întrunit.", version));
        await Do(new SettleOccurrence(id, new DateOnly(2026, 3, 31), OccurrenceState.Done, new DateOnly(2026, 4, 3), null, null, version + 1));
        var activity = await One(id);
        Assert.That(activity.Deadline.Occurrences[0].IsLate, Is.True);
        Assert.That(await Owed(), Is.Empty);
        Assert.That(activity.History.Any(h => h.What == "Occurrence" && h.Changes.Any(c => c.New == "Waived")), Is.True, "on record");
        Assert.That((await App.Send(new SettleOccurrence(id, June, OccurrenceState.Open, null, null, null, version))).Failure?.Code, Is.EqualTo("stale-version"));
    }

    [Test]
    public async Task When_the_last_due_date_is_met_the_duty_is_complete()
    {
        var id = await Activity(await PlanInForce(), deadline: "March and June 2026");
        await Do(new SettleOccurrence(id, new DateOnly(2026, 3, 31), OccurrenceState.Done, new DateOnly(2026, 3, 30), null, null, 1));
        var report = await Get(new SubmitReport(id, null, null, ReportedState.Complete, 100, "Gata.", null, null, null), MinistryLink);
        Assert.That(await State(id), Is.EqualTo(ActivityState.ReportedComplete));
        await Do(new AcceptReport(report, 1));
        Assert.That(await State(id), Is.EqualTo(ActivityState.Completed));
    }

    [Test]
    public async Task Closing_the_plan_leaves_no_due_date_open()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, deadline: "trimestrial");
        await Do(new ClosePlan(plan, (await Get(new GetPlan(plan))).Version));
        Assert.That((await One(id)).Deadline.Occurrences.Select(o => o.State).Distinct(), Is.EqualTo(new[] { OccurrenceState.NotDone }));
    }

    [Test]
    public async Task What_an_officer_reads_in_words_holds_for_the_same_words()
    {
        var plan = await PlanInForce();
        var first = await Activity(plan, "1.1", "în timp util, după caz deosebit");
        var second = await Activity(plan, "1.2", "În timp  util, dupa caz deosebit");
        var due = new DateOnly(2026, 11, 30);
        Assert.That(await Get(new CorrectDeadline(first, null, due, 1)), Is.EqualTo(1));
        Assert.That((await One(second)).Deadline.Due, Is.EqualTo(due));
        var third = await Activity(plan, "1.3", "în timp util, după caz deosebit");
        var read = (await One(third)).Deadline;
        Assert.That((read.Due, read.Rule, read.ResolvedBy.ToString()), Is.EqualTo(((DateOnly?)due, "remembered", "Person")));
    }

    private async Task<IEnumerable<DateOnly>> Owed() => (await Get(new GetOpenObligations(Today, June))).Where(o => o.Kind == ObligationKind.ActivityDue).Select(o => o.Due);
}
