// Plans and their activities through the whole pipeline, on every database.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.ActionPlan.Features.Matches;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Web.Host;
using CommunicationStrategy.Stakeholders.Features.Institutions;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class PlanTests(string provider) : PlanWorld(provider)
{
    [Test]
    public async Task A_plan_is_counted_in_one_currency_from_its_first_figure_on()
    {
        var id = await Get(new CreatePlan("PA-E", LocalizedText.Of("ro", "Plan"), new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Currency: "ron"));
        Assert.That((await Get(new GetPlan(id))).Currency, Is.EqualTo("RON"));
        EditPlan Counted(string currency, int version) => new(id, "PA-E", LocalizedText.Of("ro", "Plan"), new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), null, null, version, null, currency);
        Assert.That((await App.Send(Counted("lei noi", 1))).Failure?.Fields.Single().Code, Is.EqualTo("action-plan.currency-form"));
        await Do(Counted("EUR", 1));
        Assert.That((await Get(new GetPlan(id))).Currency, Is.EqualTo("EUR"), "nothing is counted yet");

        var activity = await Activity(id);
        await Get(new SetBudgetLine(activity, null, 2026, BudgetSource.StateBudget, null, 10m, null, null, null));
        var version = (await Get(new GetPlan(id))).Version;
        Assert.That((await App.Send(Counted("MDL", version))).Failure?.Fields.Single().Code, Is.EqualTo("action-plan.currency-fixed"));
        await Do(Counted("EUR", version));
    }

    [Test]
    public async Task Weights_of_an_objective_that_do_not_make_a_hundred_are_pointed_out()
    {
        var plan = await DraftPlan();
        var (first, second) = (await Activity(plan, "1.1"), await Activity(plan, "1.2"));
        async Task<PlanObjective> Objective() => (await Get(new GetPlan(plan))).Objectives.Single();
        async Task Weigh(Guid id, decimal weight) => await Do(new DescribeActivity(id, weight, ObligationLevel.Required, false, true, RiskLevel.None, null, (await One(id)).Version));
        Assert.That(((await Objective()).WeightSum, (await Objective()).WeightsAreOff), Is.EqualTo(((decimal?)null, false)), "without weights there is nothing to say");
        await Weigh(first, 62.5m);
        Assert.That(((await Objective()).WeightSum, (await Objective()).WeightsAreOff), Is.EqualTo((62.5m, true)));
        await Weigh(second, 37.5m);
        Assert.That(((await Objective()).WeightSum, (await Objective()).WeightsAreOff), Is.EqualTo((100m, false)));
    }

    [Test]
    public async Task A_plan_is_drafted_edited_put_in_force_and_closed()
    {
        var id = await DraftPlan();
        Assert.That((await App.Send(new CreatePlan("PA-1", LocalizedText.Of("ro", "Alt plan"), Today, Today))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.code-taken"));
        Assert.That((await App.Send(new CreatePlan("", LocalizedText.Empty, Today, Today.AddDays(-1)))).Failure?.Fields.Select(f => f.Field), Is.EquivalentTo(new[] { "Code", "Title" }));
        var activity = await Activity(id, deadline: "permanent");
        Assert.That(await State(activity), Is.EqualTo(ActivityState.Draft));

        await Do(new EditPlan(id, "PA-2026", LocalizedText.Of("ro", "Planul nou"), new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), null, "HG nr. 1/2026", 1));
        Assert.That((await One(activity)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 12, 31)), "what a rule read follows the period");
        Assert.That((await App.Send(new EditPlan(id, "X", LocalizedText.Of("ro", "X"), Today, Today, null, null, 1))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));

        Assert.That((await App.Send(new PutPlanInForce(id, 2))).Failure?.Code, Is.EqualTo("action-plan.plan-state"), "only what was approved");
        await PutInForce(id);
        Assert.That(await State(activity), Is.EqualTo(ActivityState.Planned));
        Assert.That((await App.Send(new PutPlanInForce(id, 5))).Failure?.Code, Is.EqualTo("action-plan.plan-state"));
        var plan = await Get(new GetPlan(id));
        Assert.That(plan.Objectives.Select(o => (o.Number, o.ActivityCount)), Is.EqualTo(new[] { ("1", 1) }));
        Assert.That(plan.States, Is.EqualTo(new Dictionary<ActivityState, int> { [ActivityState.Planned] = 1 }));

        await Do(new ClosePlan(id, 5));
        Assert.That(await State(activity), Is.EqualTo(ActivityState.NotCompleted));
        Assert.That((await App.Send(new StartActivity(activity, 3))).Failure?.Code, Is.EqualTo("action-plan.plan-closed"));
        Assert.That((await Get(new ListPlans())).Single().Status, Is.EqualTo(PlanStatus.Closed));
        Assert.That((await Get(new GetPlans())).Single().Code, Is.EqualTo("PA-2026"));
    }

    [Test]
    public async Task An_activity_knows_its_institutions_its_deadline_and_its_history()
    {
        var plan = await DraftPlan();
        var id = await Activity(plan, partners: "Asociația «Pașii»");
        var activity = await One(id);
        Assert.That(activity.Lead.Institution?.ShortName("ro"), Is.EqualTo("MAI"));
        Assert.That(activity.Assignments.Select(a => (a.Role, a.InstitutionId)), Is.EqualTo(new[] { (AssignmentRole.Lead, (Guid?)Ministry), (AssignmentRole.CoImplementer, Agency), (AssignmentRole.Partner, null) }));
        Assert.That((activity.Deadline.Kind, activity.Deadline.Due, activity.Deadline.ResolvedBy, activity.CostThousand), Is.EqualTo((DeadlineKind.Date, (DateOnly?)new DateOnly(2026, 6, 30), DeadlineResolvedBy.Rule, (decimal?)12.5m)));

        await Do(new EditActivity(id, "1.2", LocalizedText.Of("Clubul presei", null, "Press club"), "1", LocalizedText.Empty, "trimestrul III 2026", null, null, null, null, null, null, "ANAS", null, [], [], activity.Version));
        var edited = await One(id);
        Assert.That((edited.Number, edited.Deadline.Due, edited.Lead.InstitutionId), Is.EqualTo(("1.2", (DateOnly?)new DateOnly(2026, 9, 30), (Guid?)Agency)));
        Assert.That(edited.Version, Is.EqualTo(activity.Version + 1));
        var change = edited.History.First(h => h.What == "Activity" && h.Action == AuditAction.Changed);
        Assert.That(change.Changes.Single(c => c.Field == "Title.ro"), Is.EqualTo(new FieldChange("Title.ro", "Clubul de presă", "Clubul presei")));
        Assert.That(change.Changes.Single(c => c.Field == "AsWritten").New, Is.EqualTo("trimestrul III 2026"));
        Assert.That(change.Changes.Select(c => c.Field), Has.None.EqualTo("SearchText"));

        await Do(new EditActivity(id, "1.2", edited.Title, "1", edited.Objective, "trimestrul III 2026", null, new DateOnly(2026, 9, 1), null, null, null, null, "ANAS", null, [], [], edited.Version));
        Assert.That((await One(id)).Deadline.ResolvedBy, Is.EqualTo(DeadlineResolvedBy.Person));
        Assert.That((await App.Send(new EditActivity(id, "1.2", edited.Title, "1", edited.Objective, "x", null, null, null, null, null, null, "ANAS", null, [], [], 1))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        _ = await Activity(plan, "1.3");
        var taken = await App.Send(new EditActivity(id, "1.3", edited.Title, "1", edited.Objective, "x", null, null, null, null, null, null, "ANAS", null, [], [], 3));
        Assert.That(taken.Failure?.Fields[0].Code, Is.EqualTo("action-plan.number-taken"));
        var empty = await App.Send(new EditActivity(id, "", LocalizedText.Empty, null, LocalizedText.Empty, "", Today, Today.AddDays(-1), null, null, null, null, "", null, [], [], 3));
        Assert.That(empty.Failure?.Fields.Select(f => f.Field).Distinct(), Is.EquivalentTo(new[] { "Number", "Title", "DeadlineWords", "Lead", "Due" }));
    }

    [Test]
    public async Task Each_step_is_taken_through_its_request()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan);
        await Do(new StartActivity(id, 1));
        await Do(new RecordProgress(id, 30, "O ședință.", null, 2));
        await Do(new PostponeActivity(id, new DateOnly(2026, 9, 30), "Licitația a eșuat.", 3));
        await Do(new SuspendActivity(id, "Fără fonduri.", 4));
        await Do(new ResumeActivity(id, 5));
        Assert.That(await Get(new CorrectDeadline(id, null, new DateOnly(2026, 10, 31), 6)), Is.Zero);
        var activity = await One(id);
        Assert.That((activity.State, activity.Percent, activity.OriginalDue, activity.Deadline.Due, activity.Deadline.EffectiveDue, activity.Version),
            Is.EqualTo((ActivityState.InProgress, (int?)30, (DateOnly?)new DateOnly(2026, 6, 30), (DateOnly?)new DateOnly(2026, 10, 31), (DateOnly?)new DateOnly(2026, 11, 2), 7)));
        Assert.That((await App.Send(new CompleteActivity(id, Today.AddDays(1), false, null, null, 7))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.in-the-future"));
        await Do(new CompleteActivity(id, Today, false, "Gata.", "nr. 5", 7));
        Assert.That((await App.Send(new ProposeEnd(id, false, "Nu mai e nevoie."))).Failure?.Code, Is.EqualTo("action-plan.wrong-state"));

        var other = await Activity(plan, "1.2", "within 3 months after the adoption of the law");
        await Do(new DateTrigger(other, new DateOnly(2026, 5, 20), 1));
        Assert.That((await One(other)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 8, 20)));
        Assert.That((await App.Send(new CancelActivity(other, " ", 2))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.reason-required"));
        Assert.That((await App.Send(new CancelActivity(other, "Legea a căzut.", 2))).Failure?.Code, Is.EqualTo("action-plan.amendment-needed"));
        await Amend(plan, () => Get(new ProposeEnd(other, false, "Legea a căzut.")));
        Assert.That(await State(other), Is.EqualTo(ActivityState.Cancelled));
        Assert.That((await App.Send(new StartActivity(Guid.CreateVersion7(), 1))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await App.Send(new StartActivity(other, 2))).Failure?.Kind, Is.EqualTo(FailureKind.Conflict));
        Assert.That((await App.Send(new StartActivity(other, 3), MinistryLink)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));
    }

    [Test]
    public async Task The_list_is_filtered_sorted_and_cut_in_the_database()
    {
        var plan = await PlanInForce();
        var overdue = await Activity(plan, "1.10", "15.05.2026", title: "Ședință trimestrială");
        var soon = await Activity(plan, "1.2", "10.06.2026", "ANAS", "Buletin informativ");
        var recurring = await Activity(plan, "2.1", "monthly", "Ministerul Necunoscut", "Pagina web");
        var waiting = await Activity(plan, "2.2", "within 3 months after the adoption of the law", title: "Instruire");
        var unclear = await Activity(plan, "2.3", "as the situation requires, in good time", title: "Hotline");
        var late = await Activity(plan, "3.1", "01.02.2026");
        await Do(new CompleteActivity(late, new DateOnly(2026, 3, 1), false, null, null, 1));
        App.Clock.Set(new DateOnly(2026, 6, 20));

        Assert.That(await Numbers(new ListActivities(plan)), Is.EqualTo(new[] { "1.2", "1.10", "2.1", "2.2", "2.3", "3.1" }));
        Assert.That(await Numbers(new ListActivities(plan, Sort: "-number", Size: 2, Page: 2)), Is.EqualTo(new[] { "2.2", "2.1" }));
        Assert.That((await Numbers(new ListActivities(plan, Sort: "due"))).Take(3), Is.EqualTo(new[] { "3.1", "1.10", "1.2" }));
        Assert.That((await Numbers(new ListActivities(plan, Sort: "-due"))).TakeLast(2), Is.EquivalentTo(new[] { "2.2", "2.3" }), "without a date at the end");
        Assert.That((await Numbers(new ListActivities(plan, Sort: "lead")))[0], Is.EqualTo("1.2"));
        Assert.That((await Numbers(new ListActivities(plan, Sort: "-lead")))[0], Is.EqualTo("2.1"));
        Assert.That((await Numbers(new ListActivities(plan, Sort: "state")))[0], Is.EqualTo("3.1"));
        Assert.That((await Numbers(new ListActivities(plan, Sort: "-state")))[0], Is.EqualTo("1.2"));
        Assert.That(await Numbers(new ListActivities(plan, Flag: ActivityFlag.Overdue)), Is.EqualTo(new[] { "1.2", "1.10" }));
        Assert.That(await Numbers(new ListActivities(plan, Flag: ActivityFlag.DueSoon)), Is.EqualTo(new[] { "2.1" }), "the next occurrence counts");
        Assert.That(await Numbers(new ListActivities(plan, Flag: ActivityFlag.AwaitingTrigger)), Is.EqualTo(new[] { "2.2" }));
        Assert.That(await Numbers(new ListActivities(plan, Flag: ActivityFlag.Unresolved)), Is.EqualTo(new[] { "2.3" }));
        Assert.That(await Numbers(new ListActivities(plan, Flag: ActivityFlag.Unmatched)), Is.EqualTo(new[] { "2.1" }));
        Assert.That(await Numbers(new ListActivities(plan, Flag: ActivityFlag.Late)), Is.EqualTo(new[] { "3.1" }));
        foreach (var row in (await Get(new ListActivities(plan))).Items)
        {
            foreach (var flag in Enum.GetValues<ActivityFlag>()) Assert.That((await Numbers(new ListActivities(plan, Flag: flag))).Contains(row.Number), Is.EqualTo(row.Flags.Contains(flag)), $"{row.Number} {flag}");
        }

        await CountsAreTheLists(plan);
        await CountsAreTheLists(plan, MinistryLink);
        foreach (var day in Enumerable.Range(0, 400).Select(i => new DateOnly(2026, 1, 1).AddDays(i * 2)))
        {
            App.Clock.Set(day);
            var flagged = (await Get(new ListActivities(plan))).Items.Count(a => a.Flags.Contains(ActivityFlag.DueSoon));
            Assert.That((await Get(new CountFlags(plan)))[ActivityFlag.DueSoon], Is.EqualTo(flagged), $"due soon on {day:O}");
        }

        App.Clock.Set(new DateOnly(2026, 6, 20));
        Assert.That(await Numbers(new ListActivities(plan, Search: "sedinta TRIMESTRIALA")), Is.EqualTo(new[] { "1.10" }));
        Assert.That(await Numbers(new ListActivities(plan, Search: "100%_")), Is.Empty);
        Assert.That(await Numbers(new ListActivities(plan, Objective: "1")), Is.EqualTo(new[] { "1.2", "1.10" }));
        Assert.That(await Numbers(new ListActivities(plan, InstitutionId: Ministry)), Is.EqualTo(new[] { "1.10", "2.2", "2.3", "3.1" }));
        Assert.That(await Numbers(new ListActivities(plan, State: ActivityState.Completed)), Is.EqualTo(new[] { "3.1" }));
        Assert.That(await Numbers(new ListActivities(plan, Quarter: "2026-Q1")), Is.EqualTo(new[] { "2.1", "3.1" }));
        Assert.That(await Numbers(new ListActivities(plan, Quarter: "2027-Q2")), Is.EqualTo(new[] { "2.1" }));
        Assert.That(await Numbers(new ListActivities(Guid.CreateVersion7())), Is.Empty);
        var stranger = Link(Guid.CreateVersion7());
        Assert.That((await Get(new ListActivities(plan), stranger)).Total, Is.Zero);
        Assert.That((await App.Send(new GetActivity(overdue), stranger)).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await Get(new GetActivities([soon, waiting, Guid.CreateVersion7()]))).Select(a => a.Number), Is.EqualTo(new[] { "1.2", "2.2" }));
        Assert.That((await Get(new GetActivityNames(plan))).Select(a => a.Id), Is.EqualTo(new[] { soon, overdue, recurring, waiting, unclear, late }));
    }

    [Test]
    public async Task A_name_matched_in_the_register_fills_every_activity_that_waited_for_it()
    {
        var plan = await PlanInForce();
        var first = await Activity(plan, "1.1", lead: "Secretariatul Permanent", partners: "Pașii");
        var second = await Activity(plan, "1.2", lead: "secretariatul PERMANENT");
        Assert.That(await Get(new ListUnmatchedNames()), Is.EqualTo(new[] { new UnmatchedName("secretariatul permanent", "Secretariatul Permanent", 2, 2), new UnmatchedName("pasii", "Pașii", 1, 0) }));

        await Do(new AddInstitutionAlias(Agency, "Secretariatul Permanent"));
        await App.DispatchAsync();
        Assert.That((await One(first)).Lead.InstitutionId, Is.EqualTo(Agency));
        Assert.That((await One(second)).Lead.InstitutionId, Is.EqualTo(Agency));
        Assert.That((await Get(new ListUnmatchedNames())).Select(n => n.Key), Is.EqualTo(new[] { "pasii" }));
    }

    [Test]
    public async Task The_counts_of_the_sample_are_those_of_its_lists()
    {
        await FirstStart.LoadSampleAsync(App.Services, CancellationToken.None);
        App.Clock.Reset();
        foreach (var plan in await Get(new GetPlans())) await CountsAreTheLists(plan.Id);
        Assert.That((await App.Send(new CountFlags(Guid.CreateVersion7()))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
    }

    private async Task CountsAreTheLists(Guid plan, Caller? caller = null)
    {
        var counts = await Get(new CountFlags(plan), caller);
        Assert.That(counts.Keys, Is.EquivalentTo(Enum.GetValues<ActivityFlag>()));
        Assert.That(counts.Values.Sum(), Is.Positive);
        foreach (var (flag, count) in counts) Assert.That((await Get(new ListActivities(plan, Flag: flag), caller)).Total, Is.EqualTo(count), $"{flag}");
    }

    private async Task<IReadOnlyList<string>> Numbers(ListActivities query) => [.. (await Get(query)).Items.Select(a => a.Number)];
}
