// The nine oddities of a real plan (Ukraine's State Anti-Corruption Programme 2023-2025; tests/data/README.md), each as it is met here.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Institutions;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class PlanAOddityTests(string provider) : PlanWorld(provider)
{
    private Guid plan;
    private Dictionary<string, Guid> ids = [];

    [SetUp]
    public async Task ImportPlanA()
    {
        plan = await ImportedPlanA();
        ids = (await Get(new GetActivityNames(plan))).ToDictionary(a => a.Number, a => a.Id);
    }

    [Test]
    public async Task One_deadlines_that_are_no_dates_wait_for_their_event()
    {
        foreach (var number in new[] { "1.2.1.6.6", "1.1.5.1.6", "id-591", "2.5.1.1.1", "id-886", "id-427" })
        {
            var activity = await One(ids[number]);
            Assert.That((activity.Deadline.AwaitsTrigger, activity.Deadline.Trigger is not null, activity.Flags.Contains(ActivityFlag.AwaitingTrigger)), Is.EqualTo((true, true, true)), $"{number}: {activity.Deadline.AsWritten}");
        }

        var until = await One(ids["2.5.1.1.1"]);
        await Do(new DateTrigger(until.Id, new DateOnly(2026, 3, 31), until.Version));
        Assert.That((await One(until.Id)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 3, 31)), "the later of December 2025 and the end of martial law");
        var after = await One(ids["id-886"]);
        await Do(new DateTrigger(after.Id, new DateOnly(2025, 1, 31), after.Version));
        Assert.That((await One(after.Id)).Deadline.Due, Is.EqualTo(new DateOnly(2025, 4, 30)), "three months from the day the law takes effect");
    }

    [Test]
    public async Task Two_a_relative_deadline_becomes_dates_when_its_predecessor_is_done()
    {
        var id = await Activity(plan, "2.5.10.4.9", "one month from the day the draft order is developed");
        Assert.That((await One(id)).Deadline.Due, Is.Null);
        await Do(new DateTrigger(id, new DateOnly(2024, 8, 23), 1));
        Assert.That(((await One(id)).Deadline.Start, (await One(id)).Deadline.Due), Is.EqualTo(((DateOnly?)new DateOnly(2024, 8, 23), (DateOnly?)new DateOnly(2024, 9, 23))), "as the plan has it later");
    }

    [Test]
    public async Task Three_what_waits_for_its_trigger_is_not_overdue_however_long()
    {
        await PutInForce(plan);
        var flags = (await Get(new ListActivities(plan, Flag: ActivityFlag.Overdue, Size: 200))).Items.Select(a => a.Number).ToList();
        Assert.That(flags, Has.None.AnyOf("1.2.1.6.6", "id-886", "id-427").And.Not.Empty, "on 1 June 2026, months after the end of the programme");
        Assert.That((await One(ids["2.5.6.1.8"])).Deadline.Due, Is.EqualTo(new DateOnly(2025, 12, 31)), "the last day of the programme is its end");
    }

    [Test]
    public async Task Four_a_cost_in_words_is_no_number_and_never_nought()
    {
        var words = await One(ids["1.2.1.6.6"]);
        Assert.That((words.CostThousand, words.CostAsWritten), Is.EqualTo(((decimal?)null, "within the established budget allocations for the relevant year")));
        Assert.That((await One(ids["1.2.1.1.4"])).CostThousand, Is.EqualTo(6.4m));
    }

    [Test]
    public async Task Five_an_amendment_midway_extends_a_deadline_and_keeps_the_first()
    {
        await PutInForce(plan);
        var activity = await One(ids["1.3.1.3.1"]);
        await Amend(plan, () => Get(new ProposeChange(
            activity.Id, activity.Number, activity.Title, activity.ObjectiveNumber, activity.Objective, "01.07.2023 - 30.09.2025", activity.CostAsWritten, activity.FundingAsWritten, activity.IndicatorText, activity.Description,
            activity.Lead.NameAsWritten, null, [], [])));
        var amended = await One(activity.Id);
        Assert.That((amended.OriginalDue, amended.Deadline.Due), Is.EqualTo(((DateOnly?)new DateOnly(2025, 3, 31), (DateOnly?)new DateOnly(2025, 9, 30))));
    }

    [Test]
    public async Task Six_the_same_title_may_stand_twice_and_numbers_have_brackets()
    {
        var (first, second) = (await One(ids["1.6.1.1.1"]), await One(ids["1.6.2.2.1"]));
        Assert.That((first.Title, first.ObjectiveNumber == second.ObjectiveNumber), Is.EqualTo((second.Title, false)));
        var (one, other) = (await One(ids["id-537"]), await One(ids["id-1193"]));
        Assert.That((one.Title, one.Lead.NameAsWritten == other.Lead.NameAsWritten), Is.EqualTo((other.Title, false)), "two main implementers, each with its own state");
        var numbers = (await Get(new ListActivities(plan, Size: 200))).Items.Select(a => a.Number).ToList();
        Assert.That(numbers.IndexOf("1.1.1.2.2.(1)"), Is.GreaterThan(numbers.IndexOf("1.1.1.1.3")).And.LessThan(numbers.IndexOf("1.1.1.4.1")));
    }

    [Test]
    public async Task Seven_names_are_matched_through_look_alike_letters_and_renames()
    {
        var defence = await Get(new AddInstitution(LocalizedText.Of("Ministerul Apărării", null, "Ministry of Defence of Ukraine"), LocalizedText.Empty, InstitutionType.CentralAuthority));
        await Do(new AddInstitutionAlias(defence, "Ministry of Defense of Ukraine"));
        var matches = await Get(new MatchInstitutions(["Ministry of Defen\u0441e of Ukraine", "MINISTRY OF DEFENSE OF UKRAINE", "Ministry of Culture"]));
        Assert.That(matches.Select(m => m.InstitutionId), Is.EqualTo(new Guid?[] { defence, defence, null }), "a Cyrillic \u0441 in a Latin word; a remembered name; one nobody knows");
    }

    [Test]
    public async Task Eight_late_is_a_result_of_its_own_and_a_need_may_not_arise()
    {
        await PutInForce(plan);
        var late = await One(ids["2.5.10.4.3"]);
        Assert.That(late.Particulars.IfNeeded, Is.True, "(if needed) in its title");
        await Do(new CompleteActivity(late.Id, new DateOnly(2024, 10, 1), false, "Nu a fost necesar.", null, late.Version));
        Assert.That(((await One(late.Id)).State, (await One(late.Id)).Flags.Contains(ActivityFlag.Late)), Is.EqualTo((ActivityState.Completed, true)));
        foreach (var (words, due) in new[] { ("annually by February 15", "2024-02-15"), ("once every six months", "2023-06-30"), ("at least four events each year", "2023-12-31"), ("annually, within the 1st quarter", "2024-03-31") })
        {
            var read = DeadlineParser.Parse(words, new DeadlineContext(new DateOnly(2023, 3, 1), new DateOnly(2025, 12, 31)));
            Assert.That(read.Occurrences, Does.Contain(DateOnly.Parse(due)), words);
        }
    }

    [Test]
    public async Task Nine_an_indicator_of_two_lines_stays_two_lines()
    {
        Assert.That((await One(ids["1.1.1.2.2.(1)"])).IndicatorText!.Split('\n'), Has.Length.GreaterThan(1));
        Assert.That((await One(ids["id-954"])).IndicatorText, Does.Contain("At least 2,000 individuals"));
    }
}
