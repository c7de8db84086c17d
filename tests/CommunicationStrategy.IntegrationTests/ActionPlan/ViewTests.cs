// The views of a plan: the same filters in each, the board moved by its form, the month, one institution's quarter, and files of what is seen.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.ActionPlan.Features.Views;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class ViewTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task The_board_has_so_many_cards_a_column_and_counts_the_rest()
    {
        var plan = await DraftPlan();
        for (var i = 1; i <= Board.ColumnSize + 3; i++) await Activity(plan, $"1.{i}", lead: i % 2 == 0 ? "MAI" : "ANAS");
        await PutInForce(plan);
        var done = (await Get(new ListActivities(plan, Search: "1.7"))).Items[0];
        await Do(new StartActivity(done.Id, done.Version));
        await Do(new CompleteActivity(done.Id, Today, true, null, null, done.Version + 1));

        var board = await Get(new GetBoard(new ListActivities(plan)));
        var planned = board.Columns.Single(c => c.States[0] == ActivityState.Planned);
        var completed = board.Columns.Single(c => c.States[0] == ActivityState.Completed);
        Assert.Multiple(() =>
        {
            Assert.That((planned.Total, planned.Cards.Count), Is.EqualTo((Board.ColumnSize + 2, Board.ColumnSize)));
            Assert.That(planned.Cards.Take(3).Select(c => c.Activity.Number), Is.EqualTo(new[] { "1.1", "1.2", "1.3" }));
            Assert.That(completed.Counts, Is.EqualTo(new Dictionary<ActivityState, int> { [ActivityState.PartiallyCompleted] = 1 }));
            Assert.That(completed.Cards.Single().Activity.Lead?.Acronym["ro"], Is.EqualTo("ANAS"));
        });
        var page = await Open(await SignedIn(Role.Officer), "/plan/board");
        Assert.That(page.Html, Does.Contain("2: neinițiată").And.Contain("/plan?state=Planned"));
    }

    [Test]
    public async Task A_card_is_moved_by_its_form_and_the_filters_stay()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, "1.1");
        await Activity(plan, "1.2", lead: "ANAS", title: "Buletin");
        var officer = await SignedIn(Role.Officer);
        var address = $"/plan/board?institution={Ministry}&q=club";
        var page = await Open(officer, address);
        Assert.That(page.Html, Does.Contain("Clubul de presă").And.Not.Contain("Buletin").And.Contain("js/board").And.Contain($"/plan?institution={Ministry}&amp;q=club"));

        var card = $"{id}.{(await One(id)).Version}";
        Assert.That((await officer.Submit(address, "move", ("card", $"{id}.0"), ($"step-{id}", "start"))).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        var moved = await officer.Submit(address, "move", ("card", card), ($"step-{id}", "start"));
        Assert.That((moved.Status, moved.Location?.EndsWith(address, StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Found, (bool?)true)), moved.Html);
        Assert.That(await State(id), Is.EqualTo(ActivityState.InProgress));
        Assert.That((await officer.Submit(address, "move", ("card", card), ($"step-{id}", "suspend"))).Location, Does.EndWith($"/plan/activities/{id}/suspend"), "what needs a reason has its page");
        Assert.That((await officer.Submit(address, "move", ("card", card), ($"step-{id}", "start"))).Status, Is.EqualTo(HttpStatusCode.Conflict), "it has begun already");
        Assert.That((await officer.Submit(address, "move", ("card", "nonsense"))).Status, Is.EqualTo(HttpStatusCode.Conflict));

        var auditor = await SignedIn(Role.Auditor);
        Assert.That((await Open(auditor, address)).Html, Does.Contain("Clubul de presă").And.Not.Contain("name=\"card\""));
        Assert.That((await auditor.Submit(address, "move", ("card", card), ($"step-{id}", "start"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_month_shows_each_due_date_on_its_working_day_and_free_days_by_name()
    {
        var plan = await PlanInForce();
        await Activity(plan, "1.1", "28.06.2026", title: "Raport anual");
        var monthly = await Activity(plan, "1.2", "lunar", "ANAS", "Buletin");
        var june = await Get(new GetDueBetween(new ListActivities(plan), new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30)));
        Assert.That(june.Select(i => (i.Number, i.Day.Day, i.Due.Day, i.Occurrence)), Is.EqualTo(new[] { ("1.2", 2, 31, OccurrenceState.Open), ("1.1", 29, 28, (OccurrenceState?)null), ("1.2", 30, 30, OccurrenceState.Open) }), "28 June 2026 is a Sunday, as is 31 May, before Children's Day");
        Assert.That(await Get(new GetDueBetween(new ListActivities(plan, InstitutionId: Agency, Search: "raport"), new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30))), Has.Count.EqualTo(1), "the agency helps");
        Assert.That(await Get(new GetDueBetween(new ListActivities(plan), new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 30)), new(CallerKind.Person, "x", null, Guid.CreateVersion7(), [Permission.ViewActionPlan])), Is.Empty);
        Assert.That((await App.Send(new GetDueBetween(new ListActivities(), new DateOnly(2026, 6, 1), new DateOnly(2028, 6, 1)))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.span-range"));

        var officer = await SignedIn(Role.Officer);
        Assert.That((await Open(officer, "/plan/calendar?q=buletin&month=2026-07")).Html, Does.Contain($"/plan/activities/{monthly}").And.Not.Contain("Raport anual").And.Contain("month=2026-06"));
        Assert.That((await Open(officer, "/plan/calendar?month=2026-05")).Html, Does.Contain("Ziua internațională a muncii").And.Contain("month-off"));
        Assert.That((await Open(officer, "/plan/calendar?month=nonsense")).Html, Does.Contain("Raport anual"));
    }

    [Test]
    public async Task An_institution_sees_its_quarter()
    {
        var plan = await PlanInForce();
        var late = await Activity(plan, "1.1", "15.05.2026", title: "Ghidul");
        var soon = await Activity(plan, "1.2", "20.06.2026", title: "Afișul");
        await Activity(plan, "1.3", "20.09.2026", title: "Conferința");
        await Activity(plan, "1.4", "20.06.2026", "ANAS", "Buletinul");
        await Do(new OpenCollection(plan, Period));
        await Get(new SubmitReport(soon, Period, null, ReportedState.InProgress, 60, "Machetă gata.", null, null, null), MinistryLink);
        var quarter = await Get(new GetInstitutionQuarter(Ministry, Period, plan));
        Assert.Multiple(() =>
        {
            Assert.That(quarter.Overdue.Select(i => i.ActivityId), Is.EqualTo(new[] { late }));
            Assert.That(quarter.Due.Select(i => i.Number), Is.EqualTo(new[] { "1.1", "1.2" }));
            Assert.That(quarter.Owed.Select(o => o.Number), Is.EqualTo(new[] { "1.1", "1.3" }));
            Assert.That(quarter.Reported.Select(r => r.ActivityId), Is.EqualTo(new[] { soon }));
        });
        Assert.That((await Get(new GetInstitutionQuarter(Ministry), AgencyLink)).InstitutionId, Is.EqualTo(Agency), "whoever is bound sees its own");

        var focal = await SignedIn(Role.FocalPoint);
        Assert.That((await Open(focal, "/my-quarter?quarter=2026-Q3")).Html, Does.Contain("Conferința").And.Not.Contain("Buletinul"));
        var officer = await SignedIn(Role.Officer);
        Assert.That((await Open(officer, "/plan/institution")).Html, Does.Contain("Alegeți o instituție"));
        Assert.That((await Open(officer, $"/plan/institution?institution={Agency}&quarter={Period}")).Html, Does.Contain("Buletinul").And.Not.Contain("Afișul"));
    }

    [TestCase("table")]
    [TestCase("board")]
    [TestCase("timeline")]
    [TestCase("calendar")]
    [TestCase("institution")]
    public async Task Each_view_is_exported_as_seen(string view)
    {
        var plan = await PlanInForce();
        await Activity(plan);
        await Activity(plan, "1.2", lead: "ANAS", title: "Buletin");
        var officer = await SignedIn(Role.Officer);
        var address = $"/plan/export?view={view}&q=club&institution={Ministry}&month=2026-06&quarter={Period}";
        var csv = await Open(officer, address + "&format=csv");
        Assert.That(csv.Html, Does.Contain("Clubul de presă"));
        if (view != "institution") Assert.That(csv.Html, Does.Not.Contain("Buletin"));
        Assert.That((await Open(officer, address + "&format=xlsx")).Response.Content.Headers.ContentDisposition?.FileName, Does.EndWith(".xlsx"));
        var pdf = await officer.Open(address + "&format=pdf");
        if (Environment.GetEnvironmentVariable("CS_TEST_CHROMIUM") is not null)
        {
            Assert.That((pdf.Status, pdf.Response.Content.Headers.ContentType?.MediaType, pdf.Html.StartsWith("%PDF", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, "application/pdf", true)));
        }
        else
        {
            Assert.That(pdf.Status, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Conflict));
        }
    }

    private static async Task<Shown> Open(Browser browser, string address)
    {
        var shown = await browser.Open(address);
        Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.OK), address);
        return shown;
    }
}
