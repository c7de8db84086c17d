// The budget's pages as a person uses them, without JavaScript: taken over from words, filled in, refused, in conflict, exported.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class BudgetPagesTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task An_empty_budget_is_read_from_the_words_of_the_plan()
    {
        var officer = await SignedIn(Role.Officer);
        Assert.That((await Open(officer, "/plan/budget")).Html, Does.Contain("/plans/add"));
        var plan = await PlanInForce();
        await Activity(plan, "1.1");
        await Activity(plan, "1.2", lead: "ANAS");
        var empty = await Open(officer, "/plan/budget");
        Assert.That(empty.Html, Does.Contain("Planul nu are încă buget").And.Contain("2 activități fără linii de buget").And.Not.Contain("/plan/budget/export"));
        Assert.That((await Open(officer, $"/plan/budget/missing?plan={plan}")).Html, Does.Contain("12,5").And.Contain("sume care pot fi preluate"));

        var taken = await officer.Submit("/plan/budget", "take");
        Assert.That(taken.Location, Does.EndWith($"/plan/budget?plan={plan}"));
        var shown = await Open(officer, "/plan/budget");
        Assert.That(shown.Html, Does.Contain("Cu sume: 2; în limitele bugetului: 0").And.Contain("25,0").And.Contain("Planificat, mii lei").And.Contain("<svg").And.Not.Contain("name=\"_handler\" value=\"take\""));
        Assert.That((await Open(officer, "/plan/budget?year=2027")).Html, Does.Contain("Nicio linie de buget pentru această alegere"));
        Assert.That((await Open(officer, "/plan/budget?year=MMXX&institution=x&source=y")).Html, Does.Contain("25,0"));
        Assert.That((await Open(officer, $"/plan/budget/missing?plan={plan}")).Html, Does.Contain("Fiecare activitate are linii de buget"));
        Assert.That((await officer.Open($"/plan/budget?plan={Guid.CreateVersion7()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await officer.Open($"/plan/budget/missing?plan={Guid.CreateVersion7()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_line_goes_from_its_form_to_the_activity_and_away_again()
    {
        var activity = await Activity(await PlanInForce());
        var officer = await SignedIn(Role.Officer);
        var add = $"/plan/activities/{activity}/budget/add";
        (string, string)[] fields = [("Input.Year", "2026"), ("Input.Source", "Donor"), ("Input.Funder", "UNFPA"), ("Input.Planned", "1 234,5"), ("Input.Currency", "MDL")];
        Assert.That((await Open(officer, $"/plan/activities/{activity}")).Html, Does.Contain("Încă nu există linii de buget").And.Contain(add));

        var wrong = await officer.Submit(add, "line", [.. fields, ("Input.Planned", "o mie"), ("Input.Spent", "1.2.3")]);
        Assert.That((wrong.Status, wrong.Html.Contains("o mie", StringComparison.Ordinal), wrong.Html.Contains("field-Spent-error", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true, true)), "what was typed is kept");
        var foreign = await officer.Submit(add, "line", [.. fields, ("Input.Currency", "EUR")]);
        Assert.That((foreign.Status, foreign.Html.Contains("Indicați cursul", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That((await officer.Submit(add, "line", [.. fields, ("Input.Currency", "EUR"), ("Input.Rate", "20"), ("Input.RateDate", "2026-05-20"), ("Input.RateSource", "BNM"), ("Input.Allocated", "2000")])).Location, Does.EndWith($"/plan/activities/{activity}"));
        var line = (await Get(new GetActivityBudget(activity))).Lines.Single();
        Assert.That((line.Planned, line.Rate, line.Source, line.Spent), Is.EqualTo(((decimal?)1234.5m, (decimal?)20m, BudgetSource.Donor, (decimal?)null)));
        var shown = await Open(officer, $"/plan/activities/{activity}");
        Assert.That(WebUtility.HtmlDecode(shown.Html), Does.Contain("24\u00A0690,0").And.Contain("1\u00A0234,5 mii EUR; curs 20,0000 din 20.05.2026 (BNM)").And.Contain("alocat peste planificat").And.Contain("donator, proiect: UNFPA"));
        Assert.That(WebUtility.HtmlDecode((await Open(officer, $"/plan/activities/{activity}?lang=en")).Html), Does.Contain("24\u00A0690.0").And.Contain("Planned, thousand lei"));
        await Open(officer, "/?lang=ro");

        var edit = $"/plan/activities/{activity}/budget/{line.Id}";
        Assert.That((await Open(officer, edit)).Html, Does.Contain("value=\"1234.5\"").And.Contain("value=\"20\""));
        (string, string)[] mdl = [("Input.Year", "2027"), ("Input.Source", "StateBudget"), ("Input.Planned", "0"), ("Input.Currency", "MDL")];
        Assert.That((await officer.Submit(edit, "line", mdl)).Location, Does.EndWith($"/plan/activities/{activity}"));
        var stale = await officer.Submit(edit, "line", [.. mdl, ("Input.Planned", "5"), ("Input.Version", "1")]);
        Assert.That((stale.Status, stale.Html.Contains("<mark>5</mark>", StringComparison.Ordinal), stale.Html.Contains("name=\"Input.Version\" value=\"2\"", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.PreconditionFailed, true, true)));
        Assert.That((await officer.Submit(edit, "remove", ("Input.Version", "1"))).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await officer.Submit(edit, "remove")).Location, Does.EndWith($"/plan/activities/{activity}"));
        Assert.That((await officer.Open(edit)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_budget_is_exported_as_seen_and_answered_to_programs()
    {
        var plan = await PlanInForce();
        var first = await Activity(plan, "1.1");
        var second = await Activity(plan, "2.1", lead: "ANAS");
        await Get(new SetBudgetLine(first, null, 2026, BudgetSource.StateBudget, null, 1234.56m, 1000m, null, 250m));
        await Get(new SetBudgetLine(second, null, 2027, BudgetSource.WithinLimits, null, null, null, null, null));
        var officer = await SignedIn(Role.Officer);

        var csv = await Open(officer, "/plan/budget/export?format=csv");
        var lines = csv.Html.Trim().Split('\n').Select(l => l.Trim()).ToList();
        Assert.That(lines, Has.Count.EqualTo(1 + 2 + 2 + 2 + 2 + 1));
        Assert.That(lines[0], Does.Contain("\"Planificat, mii lei\""));
        Assert.That(lines[^1], Does.StartWith("Total,,1234.6,1000,,250,,234.6,25,1,2,1"));
        Assert.That((await Open(officer, "/plan/budget/export?year=2026&format=csv")).Html, Does.Not.Contain(",în limitele bugetului aprobat"));
        Assert.That((await Open(officer, $"/plan/budget/export?plan={plan}&format=xlsx")).Response.Content.Headers.ContentDisposition?.FileName, Does.EndWith("PA-1-budget.xlsx"));
        Assert.That((await officer.Open($"/plan/budget/export?plan={Guid.CreateVersion7()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var summary = (await Open(officer, $"/api/v1/plans/{plan}/budget")).Json;
        Assert.That((summary.GetProperty("total").GetProperty("planned").GetDecimal(), summary.GetProperty("total").GetProperty("execution").GetDecimal(), summary.GetProperty("withoutFigure").GetInt32()), Is.EqualTo((1234.56m, 0.25m, 1)));
        Assert.That((await Open(officer, $"/api/v1/plans/{plan}/budget?year=2027&source=WithinLimits")).Json.GetProperty("total").GetProperty("withinLimits").GetInt32(), Is.EqualTo(1));
        var activity = (await Open(officer, $"/api/v1/activities/{first}/budget")).Json;
        Assert.That(activity.GetProperty("lines")[0].GetProperty("source").GetString(), Is.EqualTo("StateBudget"));
        Assert.That((await officer.Open($"/api/v1/activities/{Guid.CreateVersion7()}/budget")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Every_page_has_its_words_in_three_languages()
    {
        var plan = await PlanInForce();
        var activity = await Activity(plan);
        await Activity(plan, "1.2", lead: "Necunoscută");
        var line = await Get(new SetBudgetLine(activity, null, 2026, BudgetSource.Donor, "UNFPA", 1m, 2m, 3m, 4m));
        await Get(new SetBudgetLine(activity, null, 2026, BudgetSource.WithinLimits, null, null, null, null, null));
        var officer = await SignedIn(Role.Officer);
        foreach (var address in new[] { "/plan/budget", "/plan/budget?year=2027", "/plan/budget/missing", $"/plan/activities/{activity}", $"/plan/activities/{activity}/budget/add", $"/plan/activities/{activity}/budget/{line}", "/plan", $"/plans/{plan}" })
        {
            foreach (var language in new[] { "ro", "ru", "en" })
            {
                var shown = await Open(officer, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                Assert.That(shown.Html, Does.Not.Match(@"\[(budget|actionplan|shell|failure)\."), $"{address} {language}");
            }
        }

        var evaluator = await SignedIn(Role.Evaluator);
        Assert.That((await Open(evaluator, "/plan/budget")).Html, Does.Not.Contain("value=\"take\""));
        Assert.That((await Open(evaluator, $"/plan/activities/{activity}")).Html, Does.Contain("UNFPA").And.Not.Contain("/budget/add"));
    }

    private static async Task<Shown> Open(Browser browser, string address)
    {
        var shown = await browser.Open(address);
        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.OK), address);
        return shown;
    }
}
