// When reports are owed: the plan's own calendar, and one institution's later day, at every door through which a report comes.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Calendar;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.ActionPlan.Features.Views;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class ReportingCalendarTests(string provider) : WebWorld(provider)
{
    private static readonly DateOnly Opened = new(2026, 7, 1);
    private static readonly DateOnly Due = new(2026, 7, 15);
    private static readonly DateOnly Closed = new(2026, 7, 21);
    // A Saturday: it ends on Monday, the 27th.
    private static readonly DateOnly Until = new(2026, 7, 25);
    private static readonly DateOnly LastDay = new(2026, 7, 27);

    [Test]
    public async Task The_plans_calendar_holds_for_quarters_opened_afterwards()
    {
        var (plan, _) = await Collected();
        var officer = await SignedIn(Role.Officer);
        (string, string)[] rest = [("Input.Code", "PA-1"), ("Input.Title[ro]", "Planul"), ("Input.Start", "2026-01-01"), ("Input.End", "2027-12-31"), ("Input.ApprovingAct", "HG nr. 1/2026"), ("Input.Currency", "MDL")];
        var edit = $"/plans/{plan}/edit";
        Assert.That((await officer.Open(edit)).Html, Does.Contain("value=\"15\"").And.Contain("value=\"20\""));
        var refused = await officer.Submit(edit, "edit", [.. rest, ("Input.ReportDays", "30"), ("Input.ReviewDays", "30")]);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Html, Does.Contain("cel mult 90 de zile"));
        Assert.That((await officer.Submit(edit, "edit", [.. rest, ("Input.ReportDays", "30"), ("Input.ReviewDays", "46")])).Status, Is.EqualTo(HttpStatusCode.Found));
        var details = await Get(new GetPlan(plan));
        Assert.That((details.ReportDays, details.ReviewDays, details.OpensItself), Is.EqualTo((30, 46, false)));
        Assert.That((await Get(new ListPeriods(plan))).Single().DueOn, Is.EqualTo(Due), "an opened quarter keeps its days");

        App.Clock.Set(new DateOnly(2026, 10, 1));
        await Do(new OpenDueCollections());
        Assert.That((await Get(new ListPeriods(plan))).Count, Is.EqualTo(1), "it does not open by itself");
        Assert.That((await Get(new GetReportingQuarter(plan), AgencyLink)).DueOn, Is.EqualTo(Due), "the second quarter is still open");
        await Do(new CloseDueCollections());
        Assert.That(await Get(new GetReportingQuarter(plan), AgencyLink), Is.EqualTo(new ReportingQuarterInfo("2026-Q4", new DateOnly(2027, 1, 30))));
        Assert.That((await Get(new GetPlanSnapshot(plan, "2026-Q3"))).Reports.Select(r => r.DueOn).Distinct(), Is.EqualTo(new[] { new DateOnly(2026, 10, 30) }));
        await Do(new OpenCollection(plan, "2026-Q3"));
        var period = (await Get(new ListPeriods(plan)))[0];
        Assert.That((period.DueOn, period.ReviewedBy), Is.EqualTo((new DateOnly(2026, 10, 30), new DateOnly(2026, 11, 15))));
        App.Clock.Set(new DateOnly(2026, 11, 15));
        await Do(new CloseDueCollections());
        Assert.That((await Get(new ListPeriods(plan)))[0].State, Is.EqualTo(PeriodState.Open));

        await Do(new EditPlan(plan, details.Code, details.Title, details.Start, details.End, null, details.ApprovingAct, details.Version));
        Assert.That((await Get(new GetPlan(plan))).ReportDays, Is.EqualTo(30), "what is not said stays");
        var other = await Get(new CreatePlan("PA-2", LocalizedText.Of("ro", "Alt plan"), Today, Today.AddYears(1), ReportDays: 7, ReviewDays: 9, OpensItself: false));
        Assert.That(((await Get(new GetPlan(other))).ReviewDays, (await App.Send(new CreatePlan("PA-3", LocalizedText.Of("ro", "x"), Today, Today, ReviewDays: 15))).Failure?.Fields.Single().Code), Is.EqualTo((9, "action-plan.review-days")));
    }

    [Test]
    public async Task Every_door_takes_the_institutions_reports_until_the_extension_ends_and_not_a_day_longer([Values] Door door)
    {
        var (plan, ids) = await Collected();
        await CloseQuarter(plan);
        var send = Through(door);
        Assert.That(await send(ids[0], Ministry), Is.False, "closed");
        await Grant(plan);
        Assert.That(await send(ids[0], Ministry), Is.True);
        Assert.That(await send(ids[4], Agency), Is.False, "another institution");
        App.Clock.Set(LastDay);
        Assert.That(await send(ids[1], Ministry), Is.True, "on the last day");
        App.Clock.Set(LastDay.AddDays(1));
        Assert.That(await send(ids[2], Ministry), Is.False, "the day after");
        await Do(new GrantReportingExtension(plan, Period, Ministry, LastDay.AddDays(9), "Încă o dată."));
        Assert.That(await send(ids[2], Ministry), Is.True, "given again");
        await Do(new RevokeReportingExtension(plan, Period, Ministry));
        Assert.That(await send(ids[3], Ministry), Is.False, "taken back");
        Assert.That((await Get(new ListReports(plan, Period))).Items.Select(r => r.ActivityId), Is.EquivalentTo(ids.Take(3)));
    }

    [Test]
    public async Task Reminders_lateness_and_lists_go_by_the_later_day()
    {
        var (plan, ids) = await Collected();
        await Grant(plan);
        App.Clock.Set(new DateOnly(2026, 7, 17));
        Assert.That((await Owed()).Select(o => (o.InstitutionId, o.Due, o.EffectiveDue, o.Key)).Distinct().Where(o => o.InstitutionId == Agency || o.Key.Contains(ids[0].ToString(), StringComparison.Ordinal)), Is.EquivalentTo(new[]
        {
            (Agency, Due, Due, $"report:{ids[4]}:{Period}:2026-07-15"), (Ministry, Until, LastDay, $"report:{ids[0]}:{Period}:2026-07-25"),
        }));
        Assert.That((await Get(new GetOpenObligations(Due, Due))).Where(o => o.Kind == ObligationKind.ReportDue).Select(o => o.InstitutionId), Is.EqualTo(new[] { Agency }), "not due by then");
        Assert.That(await Stale(), Is.EqualTo(new[] { ids[4] }));
        Assert.That((await Get(new CountFlags(plan)))[ActivityFlag.Stale], Is.EqualTo(1));
        Assert.That((await One(ids[0])).Flags, Does.Not.Contain(ActivityFlag.Stale));

        await CloseQuarter(plan);
        Assert.That((await Owed()).Select(o => o.InstitutionId).Distinct(), Is.EqualTo(new[] { Ministry }), "closed for the others");
        Assert.That((await Get(new GetMyDuties(Ministry))).Duties.Select(d => d.Owed.Single()).Distinct(), Is.EqualTo(new[] { new OwedReport(Period, Until) }));
        Assert.That((await Get(new GetMyDuties(Agency))).Duties.Single().Owed, Is.Empty);
        Assert.That((await Get(new GetInstitutionQuarter(Ministry, Period))).Owed.Select(o => o.DueOn).Distinct(), Is.EqualTo(new[] { Until }));
        Assert.That((await Get(new GetInstitutionQuarter(Agency, Period))).Owed, Is.Empty);
        Assert.That(await Get(new GetReportingQuarter(plan), MinistryLink), Is.EqualTo(new ReportingQuarterInfo(Period, Until)));
        Assert.That((await Get(new GetReportingQuarter(plan), AgencyLink)).Period, Is.EqualTo("2026-Q3"));
        Assert.That(await Expected(), Is.EqualTo(Rows(ReportStanding.Expected, ReportStanding.Missing)));
        Assert.That((await Get(new GetMissedQuarters(1))).Select(m => m.InstitutionId), Is.EqualTo(new[] { Agency }));

        var sent = await Get(Report(ids[0]) with { Period = Period }, MinistryLink);
        Assert.That((await Get(new ListExpectedReports(plan, Period, ReportStanding.Submitted))).Items.Single().DueOn, Is.EqualTo(Until));
        App.Clock.Set(LastDay.AddDays(1));
        Assert.That(await Owed(), Is.Empty);
        Assert.That((await Get(new GetMissedQuarters(1))).Select(m => (m.InstitutionId, m.Reports)), Is.EquivalentTo(new[] { (Agency, 1), (Ministry, 3) }), "what never came is missing now, and what came is not");
        var snapshot = await Get(new GetPlanSnapshot(plan, Period));
        Assert.That(snapshot.Reports.Select(r => (r.ActivityId, r.DueOn)), Is.EquivalentTo(ids.Select((id, i) => (id, i < 4 ? LastDay : Due))));

        App.Clock.Set(LastDay.AddDays(5));
        await Do(new AcceptReport(sent, 1));
        Assert.That((await Get(new GetReport(sent))).Standing, Is.EqualTo(ReportStanding.Locked), "checked in the days that there are for it, and closed");

        async Task<IEnumerable<Obligation>> Owed() => (await Get(new GetOpenObligations(DateOnly.FromDateTime(App.Clock.GetLocalNow().DateTime), new DateOnly(2026, 12, 31)))).Where(o => o.Kind == ObligationKind.ReportDue);
        async Task<IEnumerable<Guid>> Stale() => (await Get(new ListActivities(plan, Flag: ActivityFlag.Stale))).Items.Where(a => a.Flags.Contains(ActivityFlag.Stale)).Select(a => a.Id);
        async Task<IEnumerable<(ReportStanding, DateOnly?)>> Expected() => (await Get(new ListExpectedReports(plan, Period))).Items.Select(r => (r.Standing, r.DueOn));
        IEnumerable<(ReportStanding, DateOnly?)> Rows(ReportStanding ministry, ReportStanding agency) => ids.Select((_, i) => i < 4 ? (ministry, (DateOnly?)Until) : (agency, Due));
    }

    [Test]
    public async Task The_evaluation_does_not_wait_and_the_officers_time_for_checking_ends()
    {
        var (plan, ids) = await Collected();
        await Grant(plan);
        await CloseQuarter(plan);
        Assert.That((await App.Send(new ComputeEvaluation(plan, Period))).Failure, Is.Null);
        var sent = await Get(Report(ids[0]) with { Period = Period }, MinistryLink);
        App.Clock.Set(LastDay.AddDays(6));
        Assert.That((await App.Send(new AcceptReport(sent, 1))).Failure?.Code, Is.EqualTo("action-plan.period-closed"));
    }

    [Test]
    public async Task What_cannot_be_granted_is_refused_and_what_was_is_on_record()
    {
        var (plan, _) = await Collected();
        Assert.That(await Refused(new GrantReportingExtension(plan, Period, Ministry, Due, "x")), Is.EqualTo("action-plan.extension-not-later"));
        Assert.That(await Refused(new GrantReportingExtension(plan, Period, Ministry, Until, "")), Is.EqualTo("action-plan.reason-required"));
        Assert.That(await Refused(new GrantReportingExtension(plan, Period, Guid.CreateVersion7(), Until, "x")), Is.EqualTo("action-plan.extension-no-duty"));
        App.Clock.Set(Until.AddDays(1));
        Assert.That(await Refused(new GrantReportingExtension(plan, Period, Ministry, Until, "x")), Is.EqualTo("action-plan.date-passed"));
        Assert.That((await App.Send(new GrantReportingExtension(plan, "2026-Q3", Ministry, Until.AddDays(9), "x"))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound), "it has not been opened");
        Assert.That((await App.Send(new GrantReportingExtension(plan, Period, Ministry, Until.AddDays(9), "x"), MinistryLink)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));
        Assert.That((await App.Send(new RevokeReportingExtension(plan, Period, Ministry))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));

        await Do(new GrantReportingExtension(plan, Period, Ministry, Until.AddDays(9), "Inundație."));
        await Do(new RevokeReportingExtension(plan, Period, Ministry));
        await using var scope = App.Scope();
        var entries = await scope.ServiceProvider.GetRequiredService<ActionPlanDbContext>().Audit.Where(e => e.EntityType == "ReportingExtension").OrderBy(e => e.At).ToListAsync();
        Assert.That(entries.Select(e => (e.Action, e.Changes.Contains("Inundație.", StringComparison.Ordinal))), Is.EqualTo(new[] { (AuditAction.Created, true), (AuditAction.Removed, true) }));
    }

    [Test]
    public async Task It_is_granted_and_taken_back_on_the_page()
    {
        var (plan, _) = await Collected();
        await CloseQuarter(plan);
        var (officer, address) = (await SignedIn(Role.Officer), $"/reports/expected?plan={plan}&quarter={Period}");
        Assert.That((await officer.Submit(address, "extend", ("Input.InstitutionId", Ministry.ToString()), ("Input.Until", "2026-07-15"), ("Input.Reason", "Inundație."))).Html, Does.Contain("Data a trecut deja."));
        Assert.That((await officer.Submit(address, "extend", ("Input.InstitutionId", Ministry.ToString()), ("Input.Until", "2026-07-25"), ("Input.Reason", "Inundație."))).Status, Is.EqualTo(HttpStatusCode.Found));
        foreach (var language in new[] { "ro", "ru", "en" })
        {
            var shown = (await officer.Open($"{address}&lang={language}")).Html;
            Assert.That(shown, Does.Contain("Inundație.").And.Contain("25.07.2026").And.Not.Match(@"\[(actionplan|shell|failure)\."), language);
        }

        Assert.That((await App.Statements.During(() => officer.Open(address))).Count, Is.LessThanOrEqualTo(10));
        Assert.That((await officer.Open($"/reports/expected/export?plan={plan}&quarter={Period}&format=csv")).Html, Does.Contain("2026-07-25"));
        Assert.That((await officer.Submit($"{address}&standing=Accepted", $"revoke-{Ministry}")).Status, Is.EqualTo(HttpStatusCode.Found), "also where the list is empty");
        Assert.That((await Get(new CountExpectedReports(plan, Period))).Extensions, Is.Empty);
    }

    [Test]
    public async Task A_changed_calendar_moves_the_end_of_an_extension()
    {
        var (plan, ids) = await Collected();
        await Grant(plan);
        await CloseQuarter(plan);
        await Get(new MoveDay(LastDay, false, "HG nr. 9/2026", null));
        App.Clock.Set(LastDay.AddDays(1));
        Assert.That((await App.Send(Report(ids[0]) with { Period = Period }, MinistryLink)).Failure, Is.Null, "the 27th became a day off");
    }

    public enum Door { Link, Mail, Page, Api }

    private async Task<(Guid Plan, IReadOnlyList<Guid> Activities)> Collected()
    {
        var plan = await DraftPlan();
        var ids = new List<Guid>();
        for (var i = 1; i <= 5; i++) ids.Add(await Activity(plan, $"1.{i}", "31.12.2026", i < 5 ? "MAI" : "ANAS"));
        await PutInForce(plan);
        App.Clock.Set(Opened);
        await Do(new OpenDueCollections());
        return (plan, ids);
    }

    private async Task CloseQuarter(Guid plan)
    {
        App.Clock.Set(Closed);
        await Do(new CloseDueCollections());
        Assert.That((await Get(new ListPeriods(plan))).Single().State, Is.EqualTo(PeriodState.Closed), "an extension does not keep it open");
    }

    private Task Grant(Guid plan) => Do(new GrantReportingExtension(plan, Period, Ministry, Until, "Inundație."));

    private async Task<string?> Refused(ICommand command) => (await App.Send(command)).Failure?.Fields.Single().Code;

    /// <summary>Sends a report for the quarter, and says whether it was taken.</summary>
    private Func<Guid, Guid, Task<bool>> Through(Door door) => door switch
    {
        Door.Link => async (id, institution) => (await App.Send(Report(id) with { Period = Period }, Link(institution))).IsSuccess,
        Door.Mail => async (id, institution) => (await App.Send(new ReportByMail(id, Period, institution, 10, "Două ședințe.", []), Link(institution))).IsSuccess,
        // The days that pass end a session: each time the focal point signs in anew.
        Door.Api => async (id, _) => (await (await SignedIn(Role.FocalPoint)).Put($"/api/v1/activities/{id}/reports/{Period}", new { claimed = "InProgress", percent = 10, narrative = "Două ședințe." })).StatusCode == HttpStatusCode.OK,
        _ => async (id, _) =>
        {
            var browser = await SignedIn(Role.FocalPoint);
            return (await browser.Open($"/report/{id}")).Status == HttpStatusCode.OK
                && (await browser.Submit($"/report/{id}", "report", ("Input.Period", Period), ("Input.Claimed", "InProgress"), ("Input.Percent", "10"), ("Input.Narrative", "Două ședințe."))).Status == HttpStatusCode.Found;
        },
    };

    private static SubmitReport Report(Guid activity) => new(activity, null, null, ReportedState.InProgress, 10, "Două ședințe.", null, null, null);
}
