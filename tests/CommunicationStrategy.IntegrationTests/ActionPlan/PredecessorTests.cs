// What an activity waits for: said while the plan is written, without circles, and a warning where the dates do not fit.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Views;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class PredecessorTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task Links_are_kept_without_circles_until_the_plan_is_in_force()
    {
        var plan = await DraftPlan();
        var study = await Activity(plan, "1.1", "30.09.2026", title: "Studiul");
        var campaign = await Activity(plan, "1.2", "30.06.2026", title: "Campania");
        var other = await Activity(await DraftPlan("PA-2"), "1.1");
        async Task<int> Version(Guid id) => (await One(id)).Version;

        await Do(new AddPredecessor(campaign, study, 10, await Version(campaign)));
        var row = (await Get(new GetPredecessors(campaign))).Single();
        Assert.That((row.Number, row.LagDays, row.TooEarly), Is.EqualTo(("1.1", 10, true)));
        Assert.That((await App.Send(new AddPredecessor(campaign, study, 0, await Version(campaign)))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.predecessor-known"));
        Assert.That((await App.Send(new AddPredecessor(study, campaign, 0, await Version(study)))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.predecessor-circle"));
        Assert.That((await App.Send(new AddPredecessor(study, other, 0, await Version(study)))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.predecessor-elsewhere"));
        Assert.That((await App.Send(new AddPredecessor(study, campaign, 0, 0))).Failure, Is.Not.Null);

        var timeline = await Get(new GetTimeline(new ListActivities(plan)));
        Assert.That(timeline.Items.Select(r => (r.Activity.Number, r.TooEarly)), Is.EqualTo(new[] { ("1.1", false), ("1.2", true) }));

        var officer = await SignedIn(Role.Officer);
        Assert.That((await officer.Open($"/plan/timeline?plan={plan}")).Html, Does.Contain("<svg").And.Contain("termen înainte de încheierea ei"));
        Assert.That((await officer.Submit($"/plan/activities/{campaign}", $"unlink-{study}")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Get(new GetPredecessors(campaign)), Is.Empty);
        Assert.That((await officer.Submit($"/plan/activities/{campaign}", "link", ("Input.PredecessorId", study.ToString()), ("Input.LagDays", "5"))).Status, Is.EqualTo(HttpStatusCode.Found));

        await PutInForce(plan);
        Assert.That((await App.Send(new RemovePredecessor(campaign, study, await Version(campaign)))).Failure?.Code, Is.EqualTo("action-plan.amendment-needed"));
        Assert.That((await officer.Open($"/plan/activities/{campaign}")).Html, Does.Contain("Studiul").And.Not.Contain("unlink-"));
    }
}
