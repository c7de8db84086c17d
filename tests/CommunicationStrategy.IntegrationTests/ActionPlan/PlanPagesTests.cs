// The plan's pages as a person uses them, without JavaScript: read, filtered, exported, filled in, refused, in conflict.
using System.Net;
using System.Text;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Matches;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class PlanPagesTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task The_list_shows_what_the_address_asks_for_and_exports_it_as_seen()
    {
        var plan = await PlanInForce();
        await Activity(plan, "1.1", "15.05.2026", title: "=Clubul de presă");
        await Activity(plan, "1.2", "10.06.2026", "ANAS", "Buletin informativ");
        await Activity(plan, "1.10", "monthly", title: "Pagina web");
        var officer = await SignedIn(Role.Officer);

        var all = await Open(officer, "/plan");
        Assert.That(Order(all.Html, "=Clubul de presă", "Buletin informativ", "Pagina web"), Is.True);
        Assert.That(Order((await Open(officer, "/plan?sort=-number")).Html, "Pagina web", "Buletin informativ", "=Clubul"), Is.True);
        var overdue = await Open(officer, $"/plan?plan={plan}&flag=Overdue");
        Assert.That(overdue.Html, Does.Contain("=Clubul de presă").And.Not.Contain("Buletin informativ").And.Contain("restantă"));
        Assert.That((await Open(officer, "/plan?q=BULETIN&state=nonsense&page=99")).Html, Does.Contain("Buletin informativ").And.Not.Contain("Pagina web"));
        Assert.That((await Open(officer, "/plan?quarter=2026-Q1")).Html, Does.Contain("Pagina web").And.Not.Contain("Buletin"));
        Assert.That((await Open(officer, "/plan?q=nimic")).Html, Does.Contain("Nicio activitate"));
        Assert.That((await officer.Open($"/plan?plan={Guid.CreateVersion7()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var csv = await Open(officer, "/plan/export?flag=Overdue&format=csv");
        Assert.That(csv.Html.Trim().Split('\n'), Has.Length.EqualTo(2));
        Assert.That(csv.Html, Does.Contain("'=Clubul de presă"), "a formula is neutralised");
        var xlsx = await Open(officer, "/plan/export?sort=-number&format=xlsx");
        Assert.That(xlsx.Response.Content.Headers.ContentDisposition?.FileName, Does.EndWith(".xlsx"));
    }

    [Test]
    public async Task An_activity_is_edited_and_two_versions_are_shown_when_somebody_was_faster()
    {
        var plan = await DraftPlan();
        var id = await Activity(plan);
        var officer = await SignedIn(Role.Officer);
        var address = $"/plan/activities/{id}/edit";
        (string, string)[] fields =
        [
            ("Input.Number", "1.1"), ("Input.ObjectiveNumber", "1"), ("Input.Title[ro]", "Clubul presei"), ("Input.Title[ru]", "Пресс-клуб"), ("Input.DeadlineWords", "trimestrul III 2026"),
            ("Input.Lead", "MAI"), ("Input.LeadInstitutionId", Ministry.ToString()), ("Input.Partners", "ANAS\r\nAsociația «Pașii»"), ("Input.Due", "2026-06-30"),
        ];
        var wrong = await officer.Submit(address, "edit", [.. fields, ("Input.Due", "the day after"), ("Input.Number", "")]);
        Assert.That((wrong.Status, wrong.Html.Contains("Clubul presei", StringComparison.Ordinal), wrong.Html.Contains("the day after", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true, true)), "what was typed is kept");

        Assert.That((await officer.Submit(address, "edit", fields)).Location, Does.EndWith($"/plan/activities/{id}"));
        var stored = await One(id);
        Assert.That((stored.Title["ru"], stored.Deadline.Due, stored.Assignments.Count(a => a.Role == AssignmentRole.Partner)), Is.EqualTo(("Пресс-клуб", (DateOnly?)new DateOnly(2026, 9, 30), 2)));

        var stale = await officer.Submit(address, "edit", [.. fields, ("Input.Version", "1"), ("Input.Title[ro]", "Clubul jurnaliștilor"), ("Input.Due", "2026-09-30")]);
        Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(stale.Html, Does.Contain("Clubul presei").And.Contain("Clubul jurnaliștilor").And.Contain($"name=\"Input.Version\" value=\"{stored.Version}\""));
        var shown = await Open(officer, $"/plan/activities/{id}");
        Assert.That(shown.Html, Does.Contain("Ministerul Afacerilor Interne").And.Contain("trimestrul III 2026").And.Contain("30.09.2026").And.Contain("<del>Clubul de presă</del>"));
    }

    [Test]
    public async Task Every_step_has_its_page()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan);
        var officer = await SignedIn(Role.Officer);
        async Task Step(string step, params (string, string)[] fields) =>
            Assert.That((await officer.Submit($"/plan/activities/{id}/{step}", "step", fields)).Location, Does.EndWith($"/plan/activities/{id}"), step);

        var refused = await officer.Submit($"/plan/activities/{id}/postpone", "step", ("Input.Deadline", "2026-06-15"), ("Input.Reason", ""));
        Assert.That((refused.Status, refused.Html.Contains("Indicați motivul", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        await Step("start");
        await Step("progress", ("Input.Percent", "40"), ("Input.Narrative", "Două ședințe."));
        await Step("postpone", ("Input.Deadline", "2026-09-30"), ("Input.Reason", "Licitația a eșuat."));
        await Step("suspend", ("Input.Reason", "Fără fonduri."));
        await Step("resume");
        await Step("deadline", ("Input.Start", "2026-07-01"), ("Input.Due", "2026-10-01"));
        await Step("complete", ("Input.CompletedOn", "2026-05-30"), ("Input.Partially", "true"));
        var done = await One(id);
        Assert.That((done.State, done.OriginalDue, done.Deadline.Start), Is.EqualTo((ActivityState.PartiallyCompleted, (DateOnly?)new DateOnly(2026, 6, 30), (DateOnly?)new DateOnly(2026, 7, 1))));

        id = await Activity(plan, "1.2", "within 3 months after the adoption of the law");
        Assert.That((await Open(officer, $"/plan/deadlines?plan={plan}&flag=AwaitingTrigger")).Html, Does.Contain($"/plan/activities/{id}/trigger"));
        await Step("trigger", ("Input.On", "2026-05-20"));
        var refusedEnd = await officer.Submit($"/plan/activities/{id}/cancel", "step", ("Input.Reason", "Legea a căzut."));
        Assert.That((refusedEnd.Status, refusedEnd.Html.Contains("doar printr-o modificare", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, true)));
        Assert.That((await officer.Open($"/plan/activities/{id}/fly")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_plan_goes_from_its_form_to_the_closing_of_a_quarter()
    {
        var officer = await SignedIn(Role.Officer);
        Assert.That((await Open(officer, "/plan")).Html, Does.Contain("/plans/add"));
        var bad = await officer.Submit("/plans/add", "add", ("Input.Code", "PA-7"), ("Input.Start", "2026-12-31"), ("Input.End", "2026-01-01"), ("Input.Title[ro]", "Planul"), ("Input.ReportDays", "15"), ("Input.ReviewDays", "20"));
        Assert.That(bad.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var made = await officer.Submit("/plans/add", "add", ("Input.Code", "PA-7"), ("Input.Start", "2026-01-01"), ("Input.End", "2026-12-31"), ("Input.Title[ro]", "Planul"), ("Input.ReportDays", "15"), ("Input.ReviewDays", "20"));
        var address = new Uri(made.Location!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } absolute ? absolute.AbsolutePath : made.Location!;
        var plan = Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);

        var added = await officer.Submit($"/plans/{plan}/activities/add", "add", ("Input.Number", "1.1"), ("Input.Title[ro]", "Clubul de presă"), ("Input.DeadlineWords", "permanent"), ("Input.Lead", "MAI"));
        Assert.That(added.Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await officer.Submit($"/plans/{plan}/edit", "edit", ("Input.Code", "PA-8"), ("Input.Start", "2026-01-01"), ("Input.End", "2026-12-31"), ("Input.Title[ro]", "Planul nou"), ("Input.ReportDays", "15"), ("Input.ReviewDays", "20"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await officer.Submit(address, "submit")).Status, Is.EqualTo(HttpStatusCode.Found));
        var head = await SignedIn(Role.Head);
        Assert.That((await head.Submit(address, "reject", ("Input.Reason", ""))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await head.Submit(address, "approve", ("Input.Act", "HG nr. 5/2026"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await officer.Submit(address, "force")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await Get(new ListPlans())).Select(p => (p.Code, p.Status)), Is.EqualTo(new[] { ("PA-8", PlanStatus.InForce) }));
        Assert.That((await officer.Submit(address, "open", ("Input.Period", "2026-Q2"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await officer.Submit(address, "close-2026-Q2")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await Get(new ListPeriods(plan))).Single().State, Is.EqualTo(PeriodState.Closed));
        Assert.That((await Open(officer, "/plans")).Html, Does.Contain("Planul nou"));
        Assert.That((await officer.Submit(address, "close")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await Get(new GetPlan(plan))).Status, Is.EqualTo(PlanStatus.Closed));
    }

    [Test]
    public async Task Reports_are_accepted_and_returned_by_hand()
    {
        var plan = await PlanInForce();
        var first = await Activity(plan, "1.1", "31.12.2026");
        var second = await Activity(plan, "1.2", "31.12.2026");
        var accepted = await Get(Report(first, ReportedState.Complete) with { Files = [new EvidenceUpload("nota.txt", Encoding.UTF8.GetBytes("Ședința a avut loc."))] }, MinistryLink);
        var returned = await Get(Report(second, ReportedState.InProgress), MinistryLink);
        var officer = await SignedIn(Role.Officer);

        Assert.That((await Open(officer, "/reports")).Html, Does.Contain($"/reports/{accepted}").And.Contain($"/reports/{returned}"));
        var page = await Open(officer, $"/reports/{accepted}");
        var file = page.Html.Split("/api/v1/evidence/")[1].Split('"')[0];
        var evidence = await Open(officer, $"/api/v1/evidence/{file}");
        Assert.That((evidence.Html, evidence.Response.Content.Headers.ContentDisposition?.DispositionType), Is.EqualTo(("Ședința a avut loc.", "attachment")));
        Assert.That((await officer.Submit($"/reports/{accepted}", "accept", ("Input.CompletedOn", "2026-05-30"))).Location, Does.EndWith("/reports"));
        Assert.That((await officer.Submit($"/reports/{returned}", "return", ("Input.Reason", ""))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await officer.Submit($"/reports/{returned}", "return", ("Input.Reason", "Ce anume?"))).Location, Does.EndWith("/reports"));
        Assert.That((await One(first)).CompletedOn, Is.EqualTo(new DateOnly(2026, 5, 30)));
        Assert.That((await Get(new GetReport(returned))).ReturnReason, Is.EqualTo("Ce anume?"));
        Assert.That((await Open(officer, "/reports")).Html, Does.Not.Contain($"/reports/{returned}"));
        Assert.That((await Open(officer, "/reports?state=Returned")).Html, Does.Contain($"/reports/{returned}"));
    }

    [Test]
    public async Task Who_has_reported_is_a_page_and_a_file()
    {
        var plan = await PlanInForce();
        var first = await Activity(plan, "1.1", "31.12.2026");
        _ = await Activity(plan, "1.2", "31.12.2026", "ANAS");
        var officer = await SignedIn(Role.Officer);
        Assert.That((await Open(officer, "/reports/expected")).Html, Does.Not.Contain("<table"), "no quarter has been collected yet");
        await Do(new OpenCollection(plan, "2026-Q2"));
        var report = await Get(Report(first, ReportedState.InProgress), MinistryLink);
        Assert.That((await Open(officer, "/reports/expected")).Html, Does.Contain($"/reports/{report}").And.Contain("1.2"));
        Assert.That((await Open(officer, $"/reports/expected?institution={Agency}&standing=Expected")).Html, Does.Contain("1.2").And.Not.Contain($"/reports/{report}"));
        var file = await Open(officer, $"/reports/expected/export?plan={plan}&quarter=2026-Q2&standing=Expected&format=csv");
        Assert.That(file.Html, Does.Contain("1.2").And.Not.Contain("1.1"));
        Assert.That((await officer.Open("/reports/expected/export")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_name_is_matched_on_its_page()
    {
        var activity = await Activity(await PlanInForce(), lead: "Secretariatul «Permanent» & Co");
        var officer = await SignedIn(Role.Officer);
        var queue = await Open(officer, "/matches");
        var address = WebUtility.HtmlDecode(queue.Html.Split("href=\"/matches/choose")[1].Split('"')[0]);
        Assert.That((await officer.Submit($"/matches/choose{address}", "choose")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await officer.Submit($"/matches/choose{address}", "choose", ("Input.InstitutionId", Agency.ToString()))).Location, Does.EndWith("/matches"));
        await App.DispatchAsync();
        Assert.That((await One(activity)).Lead.InstitutionId, Is.EqualTo(Agency));
        Assert.That(await Get(new ListUnmatchedNames()), Is.Empty);
    }

    [Test]
    public async Task Every_page_has_its_words_in_three_languages_and_a_constant_number_of_statements()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, partners: "Pașii");
        await Do(new PostponeActivity(id, new DateOnly(2026, 9, 30), "De ce nu.", 1));
        await Do(new OpenCollection(plan, "2026-Q2"));
        var report = await Get(Report(id, ReportedState.InProgress), MinistryLink);
        var officer = await SignedIn(Role.Officer);
        string[] addresses =
        [
            "/plan", "/plan?flag=DueSoon", $"/plan/activities/{id}", $"/plan/activities/{id}/edit", $"/plan/activities/{id}/postpone", $"/plan/activities/{id}/complete", "/plan/deadlines",
            "/plans", "/plans/add", $"/plans/{plan}", $"/plans/{plan}/edit", $"/plans/{plan}/activities/add", "/reports", "/reports/expected", $"/reports/{report}", "/matches", "/matches/choose?name=x",
        ];
        foreach (var address in addresses)
        {
            foreach (var language in new[] { "ro", "ru", "en" })
            {
                var shown = await Open(officer, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                Assert.That(shown.Html, Does.Not.Match(@"\[(actionplan|shell|failure)\."), $"{address} {language}");
            }
        }

        var before = new Dictionary<string, int>();
        foreach (var address in addresses) before[address] = await Statements(officer, address);
        for (var i = 2; i < 20; i++) await Activity(plan, $"1.{i}", i % 2 == 0 ? "monthly" : "05.06.2026", i % 3 == 0 ? $"Necunoscut {i}" : "MAI");
        foreach (var address in addresses)
        {
            var now = await Statements(officer, address);
            Assert.That(now, Is.LessThanOrEqualTo(10), address);
            Assert.That(now, Is.LessThanOrEqualTo(before[address] + 2), $"{address}: {before[address]} with one activity; an empty page is cheaper by two");
        }
    }

    private static SubmitReport Report(Guid activity, ReportedState claimed) => new(activity, null, null, claimed, 60, "Două ședințe au avut loc.", null, null, null);

    private static async Task<Shown> Open(Browser browser, string address)
    {
        var shown = await browser.Open(address);
        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.OK), address);
        return shown;
    }

    private async Task<int> Statements(Browser browser, string address) => (await App.Statements.During(() => Open(browser, address))).Count;

    private static bool Order(string html, params string[] texts)
    {
        var places = texts.Select(t => html.IndexOf(t, StringComparison.Ordinal)).ToList();
        return places.TrueForAll(p => p >= 0) && places.SequenceEqual(places.Order());
    }
}
