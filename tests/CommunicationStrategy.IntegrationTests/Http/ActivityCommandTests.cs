// Changes over REST: the version that was seen is asked for, and roles are held as on the pages.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.Http;

[TestFixtureSource(typeof(Providers))]
public sealed class ActivityCommandTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task A_change_needs_the_version_it_has_seen()
    {
        var id = await Activity(await PlanInForce());
        var officer = await SignedIn(Role.Officer);
        var address = $"/api/v1/activities/{id}/progress";
        var body = new { percent = 40, narrative = "Două ședințe." };
        Assert.That((await officer.Put(address, body)).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionRequired));
        Assert.That((await officer.Put(address, body, "\"9\"")).StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        var done = await officer.Put(address, body, "\"1\"");
        Assert.That((done.StatusCode, done.Headers.ETag?.Tag), Is.EqualTo((HttpStatusCode.NoContent, "\"2\"")));
        Assert.That(((await One(id)).Percent, (await One(id)).Version), Is.EqualTo(((int?)40, 2)));
        Assert.That((await officer.Put(address, new { percent = 400 }, "\"2\"")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await officer.Put($"/api/v1/activities/{id}/postponement", new { deadline = "2026-09-30", reason = "Licitație." }, "\"2\"")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await officer.Put($"/api/v1/activities/{id}/completion", new { completedOn = "2026-05-30" }, "\"3\"")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await State(id), Is.EqualTo(ActivityState.Completed));
    }

    [Test]
    public async Task Roles_are_held_and_the_same_report_twice_is_one()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, deadline: "trimestrial");
        var (evaluator, focalPoint, officer) = (await SignedIn(Role.Evaluator), await SignedIn(Role.FocalPoint), await SignedIn(Role.Officer));
        Assert.That((await evaluator.Put($"/api/v1/activities/{id}/progress", new { percent = 1 }, "\"1\"")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await Stranger().Put($"/api/v1/activities/{id}/progress", new { percent = 1 }, "\"1\"")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        var report = new { claimed = "InProgress", percent = 30, narrative = "O ședință." };
        var first = await focalPoint.Put($"/api/v1/activities/{id}/reports/2026-Q2", report);
        var second = await focalPoint.Put($"/api/v1/activities/{id}/reports/2026-Q2", report);
        Assert.That((first.StatusCode, await first.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.OK, await second.Content.ReadAsStringAsync())));
        Assert.That((await focalPoint.Put($"/api/v1/activities/{await Activity(plan, "1.2", lead: "ANAS")}/reports/2026-Q2", report)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound).Or.EqualTo(HttpStatusCode.Forbidden));
        var version = (await One(id)).Version;
        Assert.That((await officer.Put($"/api/v1/activities/{id}/occurrences/2026-03-31", new { state = "Done", on = "2026-03-30" }, $"\"{version}\"")).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        foreach (var address in new[] { "/api/v1/plans", $"/api/v1/plans/{plan}", $"/api/v1/plans/{plan}/lines", $"/api/v1/plans/{plan}/versions", $"/api/v1/plans/{plan}/versions/1", $"/api/v1/plans/{plan}/comparison?from=1&to=2" })
        {
            var count = await App.Statements.During(async () => Assert.That((await officer.Open(address)).Status, Is.EqualTo(HttpStatusCode.OK), address));
            Assert.That(count, Has.Count.LessThanOrEqualTo(10), address);
        }
    }
}
