// A partner system leads a plan through its whole life over REST: written, approved by another person, in force, amended, reported on.
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.Http;

[TestFixtureSource(typeof(Providers))]
public sealed class PlanCommandTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task A_plan_lives_its_whole_life_over_rest()
    {
        var (officer, head) = (await SignedIn(Role.Officer), await SignedIn(Role.Head));
        var plan = await Post(officer, "/api/v1/plans", new { code = "PN-7", title = new { ro = "Planul național" }, start = "2026-01-01", end = "2027-12-31" });
        var body = new { number = "1.1", title = new { ro = "Campanie de informare" }, objectiveNumber = "1", deadlineWords = "31.12.2026", lead = "MAI", partners = new[] { "ANAS" } };
        var activity = await Post(officer, $"{plan}/activities", body);
        Assert.That((await officer.Send(HttpMethod.Post, $"{plan}/activities", body)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "a number is used once");
        Assert.That((await officer.Send(HttpMethod.Post, $"{plan}/activities", body with { number = "1.2", deadlineWords = "" })).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

        await Put(officer, activity, "", body with { deadlineWords = "30.09.2026" });
        await Put(officer, plan, "", new { code = "PN-8", title = new { ro = "Planul național" }, start = "2026-01-01", end = "2027-12-31" });
        await Put(officer, plan, "/status", new { status = "Submitted" });
        Assert.That((await officer.Put($"{plan}/status", new { status = "Approved", act = "HG nr. 1/2026" }, await Tag(officer, plan))).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await officer.Put($"{plan}/status", new { status = "Draft" }, await Tag(officer, plan))).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "no step leads there");
        await Put(head, plan, "/status", new { status = "Approved", act = "HG nr. 1/2026" });
        await Put(officer, plan, "/status", new { status = "InForce" });

        Assert.That((await officer.Put(activity, body with { deadlineWords = "01.12.2026" }, await Tag(officer, activity))).StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "a plan in force is changed by an amendment");
        var amendment = await Post(officer, $"{plan}/amendments", new { act = "HG nr. 2/2026", reason = "Se completează.", inForceFrom = "2026-06-01" });
        Assert.That((await officer.Put($"{activity}/proposal", body with { deadlineWords = "01.12.2026" })).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Post(officer, $"{plan}/proposals", body with { number = "1.2" }), Is.EqualTo(amendment));
        Assert.That(await Post(officer, $"{plan}/proposals", body with { number = "1.3" }), Is.EqualTo(amendment));
        var lines = (await officer.Open(amendment)).Json.GetProperty("lines").EnumerateArray().ToList();
        Assert.That(lines, Has.Count.EqualTo(3));
        var dropped = lines.Single(l => l.GetProperty("number").GetString() == "1.3").GetProperty("id").GetGuid();
        Assert.That((await officer.Send(HttpMethod.Delete, $"{amendment}/lines/{dropped}", null, await Tag(officer, amendment))).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await Put(officer, amendment, "/state", new { state = "Submitted" });
        await Put(head, amendment, "/state", new { state = "Approved" });
        await Put(head, amendment, "/state", new { state = "InForce" });
        var lived = (await officer.Open($"{plan}/comparison?from=1&to=2")).Html;
        Assert.That(lived, Does.Contain("01.12.2026").And.Contain("1.2").And.Not.Contain("1.3"));

        await Put(officer, activity, "/state", new { state = "InProgress" });
        Assert.That((await officer.Put($"{activity}/state", new { state = "Suspended" }, await Tag(officer, activity))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "why is it suspended?");
        await Put(officer, activity, "/state", new { state = "Suspended", reason = "Fără fonduri." });
        await Put(officer, activity, "/state", new { state = "Planned" });
    }

    [Test]
    public async Task Reports_are_followed_and_decided_over_rest()
    {
        var plan = await PlanInForce();
        var (first, second) = (await Activity(plan, "1.1", "31.12.2026"), await Activity(plan, "1.2", "31.12.2026"));
        await Do(new OpenCollection(plan, "2026-Q2"));
        var (officer, focalPoint) = (await SignedIn(Role.Officer), await SignedIn(Role.FocalPoint));
        var report = new { claimed = "InProgress", percent = 30, narrative = "O ședință.", newDateAsked = "2027-03-01" };
        var sent = (await (await focalPoint.Put($"/api/v1/activities/{first}/reports/2026-Q2", report)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        var address = $"/api/v1/reports/{sent}";
        Assert.That((await officer.Open("/api/v1/reports?state=Submitted")).Json.GetProperty("items")[0].GetProperty("id").GetGuid(), Is.EqualTo(sent));
        Assert.That((await focalPoint.Open(address)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        await Put(officer, address, "/date", new { granted = false, reason = "Prea târziu." });
        await Put(officer, address, "/decision", new { accepted = true });
        Assert.That(await Standings(), Is.EqualTo(new[] { (first, "Accepted"), (second, "Expected") }));
        Assert.That((await officer.Put($"{address}/decision", new { accepted = false, reason = "Ce anume?" }, await Tag(officer, address))).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await officer.Open($"/api/v1/plans/{plan}/reports/2026-Q2?standing=Expected")).Json.GetProperty("total").GetInt32(), Is.EqualTo(1));

        async Task<IEnumerable<(Guid, string?)>> Standings() => (await officer.Open($"/api/v1/plans/{plan}/reports/2026-Q2")).Json.GetProperty("items").EnumerateArray()
            .Select(r => (r.GetProperty("activityId").GetGuid(), r.GetProperty("standing").GetString())).ToList();
    }

    /// <summary>Adds something and answers its address.</summary>
    private static async Task<string> Post(Browser browser, string address, object body)
    {
        var made = await browser.Send(HttpMethod.Post, address, body);
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Created), await made.Content.ReadAsStringAsync());
        return made.Headers.Location!.ToString();
    }

    /// <summary>Changes what is at the address, having looked at it; the ETag of the answer is the one that the next look shows.</summary>
    private static async Task Put(Browser browser, string address, string part, object body)
    {
        var done = await browser.Put(address + part, body, await Tag(browser, address));
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), $"{part} {await done.Content.ReadAsStringAsync()}");
        Assert.That(done.Headers.ETag?.Tag, Is.EqualTo(await Tag(browser, address)), part);
    }

    private static async Task<string?> Tag(Browser browser, string address) => (await browser.Open(address)).Response.Headers.ETag?.Tag;
}
