// The working-day calendar as data: seeded once, changed by people, and due dates that follow.
using CommunicationStrategy.ActionPlan.Features.Calendar;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class CalendarTests(string provider) : PlanWorld(provider)
{
    [Test]
    public async Task The_public_holidays_are_there_once()
    {
        await Do(new EnsureCalendar());
        var year = await Get(new GetCalendar(2026));
        Assert.That(year.Holidays.Select(h => h.On), Does.Contain(new DateOnly(2026, 4, 13)).And.Contain(new DateOnly(2026, 4, 20)).And.Contain(new DateOnly(2026, 8, 27)));
        Assert.That(year.Holidays, Has.Count.EqualTo(14));
        Assert.That(year.Holidays.Single(h => h.Locality.Length > 0).On, Is.EqualTo(new DateOnly(2026, 10, 14)));
    }

    [Test]
    public async Task A_moved_day_moves_the_due_dates_that_fall_on_it_and_back()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, deadline: "30.06.2026");
        var recurring = await Activity(plan, "1.2", "trimestrial");
        var moved = await Get(new MoveDay(new DateOnly(2026, 6, 30), false, "HG nr. 100/2026", null));
        Assert.That((await One(id)).Deadline.EffectiveDue, Is.EqualTo(new DateOnly(2026, 7, 1)));
        Assert.That((await One(recurring)).Deadline.Occurrences[1].EffectiveDue, Is.EqualTo(new DateOnly(2026, 7, 1)));
        Assert.That((await App.Send(new MoveDay(new DateOnly(2026, 6, 30), true, "x", null))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.day-moved"));

        await Do(new RemoveMovedDay(moved));
        Assert.That((await One(id)).Deadline.EffectiveDue, Is.EqualTo(new DateOnly(2026, 6, 30)));
        await Get(new MoveDay(new DateOnly(2026, 6, 27), true, "HG nr. 101/2026", null));
        var saturday = await Activity(plan, "1.3", "27.06.2026");
        Assert.That((await One(saturday)).Deadline.EffectiveDue, Is.EqualTo(new DateOnly(2026, 6, 27)), "a Saturday that is worked");
    }

    [Test]
    public async Task A_local_day_counts_only_for_plans_of_that_place()
    {
        var plan = await DraftPlan();
        var id = await Activity(plan, deadline: "14.10.2026");
        Assert.That((await One(id)).Deadline.EffectiveDue, Is.EqualTo(new DateOnly(2026, 10, 14)));
        var details = await Get(new GetPlan(plan));
        await Do(new EditPlan(plan, details.Code, details.Title, details.Start, details.End, null, null, details.Version, "Chișinău"));
        Assert.That((await One(id)).Deadline.EffectiveDue, Is.EqualTo(new DateOnly(2026, 10, 15)));
    }

    [Test]
    public async Task A_holiday_by_law_comes_and_goes()
    {
        var id = await Activity(await PlanInForce(), deadline: "07.07.2026");
        var holiday = await Get(new AddHoliday(LocalizedText.Of("ro", "Ziua nouă"), 7, 7, null, 2026, null, null));
        Assert.That((await One(id)).Deadline.EffectiveDue, Is.EqualTo(new DateOnly(2026, 7, 8)));
        await Do(new RemoveHoliday(holiday));
        Assert.That((await One(id)).Deadline.EffectiveDue, Is.EqualTo(new DateOnly(2026, 7, 7)));
        Assert.That((await App.Send(new AddHoliday(LocalizedText.Of("ro", "x"), 2, 31, null, null, null, null))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.holiday-day"));
        Assert.That((await App.Send(new GetCalendar(3000))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.year-range"));
    }
}
