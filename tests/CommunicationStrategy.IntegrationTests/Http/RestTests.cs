// The REST API as a partner's program sees it: lists, filters, pages, versions and refusals.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Conclusions;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Monitoring.Features.Indicators;

namespace CommunicationStrategy.IntegrationTests.Http;

[TestFixtureSource(typeof(Providers))]
public sealed class RestTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task Activities_are_filtered_sorted_and_paged()
    {
        var plan = await PlanInForce();
        foreach (var i in Enumerable.Range(1, 12)) await Activity(plan, $"1.{i}", i <= 3 ? "15.05.2026" : "30.06.2026");
        await Activity(plan, "2.1", "31.12.2026", lead: "ANAS", title: "Campania de informare");
        var officer = await SignedIn(Role.Officer);

        var second = (await officer.Open("/api/v1/activities?size=5&page=2")).Json;
        Assert.Multiple(async () =>
        {
            Assert.That((second.GetProperty("total").GetInt32(), second.GetProperty("pageCount").GetInt32(), second.GetProperty("number").GetInt32()), Is.EqualTo((13, 3, 2)));
            Assert.That(second.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("number").GetString()), Is.EqualTo(["1.6", "1.7", "1.8", "1.9", "1.10"]), "as people count");
            Assert.That(await Total(officer, "?objective=2"), Is.EqualTo(1));
            Assert.That(await Total(officer, "?flag=Overdue"), Is.EqualTo(3));
            Assert.That(await Total(officer, "?quarter=2026-Q4"), Is.EqualTo(1));
            Assert.That(await Total(officer, "?search=CAMPANIA"), Is.EqualTo(1));
            Assert.That(await Total(officer, $"?institutionId={Agency}"), Is.EqualTo(13), "it takes part in all of them");
            Assert.That(await Total(officer, "?state=Completed"), Is.Zero);
            Assert.That(await First(officer, "?sort=-number"), Is.EqualTo("2.1"));
            Assert.That((await officer.Open("/api/v1/activities?size=100000")).Json.GetProperty("size").GetInt32(), Is.EqualTo(200));
        });
    }

    [Test]
    public async Task One_of_each_carries_its_version()
    {
        var evaluation = await EvaluatedQuarter();
        var head = await SignedIn(Role.Head);
        var activity = (await head.Open("/api/v1/activities")).Json.GetProperty("items")[0].GetProperty("id").GetGuid();
        foreach (var address in new[] { $"/api/v1/activities/{activity}", $"/api/v1/institutions/{Ministry}", $"/api/v1/evaluations/{evaluation}" })
        {
            var first = await head.Open(address);
            var tag = first.Response.Headers.ETag!.ToString();
            var again = await head.Open(address, ("If-None-Match", tag));
            var older = await head.Open(address, ("If-None-Match", "\"99\""));
            Assert.Multiple(() =>
            {
                Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK), address);
                Assert.That(tag, Is.EqualTo($"\"{first.Json.GetProperty("version").GetInt32()}\""));
                Assert.That((again.Status, again.Html), Is.EqualTo((HttpStatusCode.NotModified, "")));
                Assert.That(older.Status, Is.EqualTo(HttpStatusCode.OK));
            });
        }
    }

    [Test]
    public async Task Institutions_and_evaluations_are_lists_too()
    {
        var evaluation = await EvaluatedQuarter();
        var auditor = await SignedIn(Role.Auditor);
        var names = (await auditor.Open("/api/v1/institutions?sort=-name&size=1")).Json;
        var evaluations = (await auditor.Open($"/api/v1/evaluations?period={Period}")).Json;
        Assert.Multiple(() =>
        {
            Assert.That(names.GetProperty("total").GetInt32(), Is.EqualTo(2));
            Assert.That(names.GetProperty("items")[0].GetProperty("name").GetProperty("ro").GetString(), Is.EqualTo("Ministerul Afacerilor Interne"), "texts are language -> text, letters as they are");
            Assert.That(evaluations.GetProperty("items")[0].GetProperty("id").GetGuid(), Is.EqualTo(evaluation));
            Assert.That(evaluations.GetProperty("items")[0].GetProperty("state").GetString(), Is.EqualTo("Draft"));
        });
        Assert.That((await auditor.Open("/api/v1/institutions?search=asistenta")).Json.GetProperty("total").GetInt32(), Is.EqualTo(1));
        Assert.That((await auditor.Open("/api/v1/evaluations?period=2026-Q1")).Json.GetProperty("total").GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Indicators_and_recommendations_are_lists_too()
    {
        var plan = (await Get(new GetEvaluation(await EvaluatedQuarter()))).PlanId;
        var indicator = await Get(new AddIndicator(plan, "I-1", "1", null, new IndicatorPassport { Name = LocalizedText.Of("ro", "Persoane informate"), Targets = [new IndicatorTarget("", 200)] }));
        await Do(new SetIndicatorValue(indicator, Period, 50, null, "Sondaj", null, null, [], 0));
        _ = await Get(new AddRecommendation(plan, Period, LocalizedText.Of("ro", "Instruirea purtătorilor de cuvânt"), null, new DateOnly(2026, 12, 31)));
        var auditor = await SignedIn(Role.Auditor);
        var row = (await auditor.Open($"/api/v1/indicators?planId={plan}&period={Period}")).Json.GetProperty("items")[0];
        Assert.That((row.GetProperty("code").GetString(), row.GetProperty("achieved").GetDecimal()), Is.EqualTo(("I-1", 0.25m)));
        var one = await auditor.Open($"/api/v1/indicators/{indicator}");
        Assert.That((one.Json.GetProperty("values")[0].GetProperty("value").GetDecimal(), one.Response.Headers.ETag!.ToString()), Is.EqualTo((50m, "\"1\"")));
        Assert.That((await auditor.Open($"/api/v1/recommendations?planId={plan}&openOnly=true")).Json.GetProperty("items")[0].GetProperty("state").GetString(), Is.EqualTo("Proposed"));
        IsProblem(await auditor.Open($"/api/v1/indicators?planId={plan}&period=iarna"), HttpStatusCode.BadRequest, "invalid");
    }

    [Test]
    public async Task The_evaluation_comes_as_a_file()
    {
        var evaluation = await EvaluatedQuarter();
        var head = await SignedIn(Role.Head);
        var file = await head.Open($"/api/v1/evaluations/{evaluation}/export?format=csv&language=en");
        Assert.Multiple(() =>
        {
            Assert.That(file.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(file.Response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(file.Response.Headers.CacheControl!.NoStore);
        });

        var refused = await head.Open($"/api/v1/evaluations/{evaluation}/export?format=exe");
        IsProblem(refused, HttpStatusCode.BadRequest, "invalid");
        Assert.That(refused.Json.GetProperty("errors").GetProperty("format")[0].GetString(), Does.Contain("xlsx"));
    }

    [Test]
    public async Task Refusals_are_problem_details()
    {
        var officer = await SignedIn(Role.Officer);
        var nothing = Guid.CreateVersion7();
        foreach (var kind in new[] { "activities", "institutions", "evaluations", "indicators" }) IsProblem(await officer.Open($"/api/v1/{kind}/{nothing}"), HttpStatusCode.NotFound, "not-found");
        IsProblem(await officer.Open("/api/v1/nothing"), HttpStatusCode.NotFound, "not-found");
        IsProblem(await officer.Open("/api/v1/activities?state=Sideways"), HttpStatusCode.BadRequest, "unreadable");
        IsProblem(await officer.Post("/api/v1/activities", []), HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Test]
    public async Task Nobody_and_focal_points_are_kept_out()
    {
        var focalPoint = await SignedIn(Role.FocalPoint);
        foreach (var kind in new[] { "activities", "institutions", "evaluations", "indicators", "recommendations" })
        {
            IsProblem(await Stranger().Open($"/api/v1/{kind}"), HttpStatusCode.Unauthorized, "sign-in-required");
            IsProblem(await focalPoint.Open($"/api/v1/{kind}"), HttpStatusCode.Forbidden, "forbidden");
        }
    }

    private static void IsProblem(Shown shown, HttpStatusCode status, string code) => Assert.Multiple(() =>
    {
        Assert.That(shown.Status, Is.EqualTo(status), shown.Html);
        Assert.That(shown.Response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = shown.Json;
        Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo((int)status));
        Assert.That(problem.GetProperty("title").GetString(), Is.Not.Empty);
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo($"urn:communication-strategy:{code}"));
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(problem.GetProperty("traceId").GetString(), Is.Not.Empty);
    });

    private static async Task<int> Total(Browser browser, string filter) => (await browser.Open("/api/v1/activities" + filter)).Json.GetProperty("total").GetInt32();

    private static async Task<string?> First(Browser browser, string filter) => (await browser.Open("/api/v1/activities" + filter)).Json.GetProperty("items")[0].GetProperty("number").GetString();
}
