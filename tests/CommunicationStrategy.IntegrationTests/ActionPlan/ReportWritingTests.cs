// Writing a report as institutions do: begun and kept, nothing to report, on paper, a new date asked for and decided.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class ReportWritingTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task A_report_is_kept_while_it_is_written_and_gone_once_sent()
    {
        var id = await Activity(await PlanInForce());
        var focalPoint = await SignedIn(Role.FocalPoint);
        var address = $"/report/{id}";
        Assert.That((await focalPoint.Submit(address, "report", ("Input.Narrative", "Pe jumătate scris"), ("Input.Percent", "20"), ("Input.Keep", "true"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await focalPoint.Open(address)).Html, Does.Contain("Pe jumătate scris"));
        Assert.That((await Get(new GetMyDuties(), MinistryLink)).Duties[0].LastReport, Is.Null, "nothing was sent");
        Assert.That((await Get(new GetReportDraft(id), AgencyLink)).Content, Is.Null, "nobody else reads it");
        Assert.That((await App.Send(new KeepReportDraft(id, "{}"), AgencyLink)).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));

        await Get(new SubmitReport(id, null, null, ReportedState.InProgress, 20, "Scris de tot.", null, null, null), MinistryLink);
        Assert.That((await Get(new GetReportDraft(id), MinistryLink)).Content, Is.Null);
        Assert.That((await focalPoint.Open($"{address}?copy=last")).Html, Does.Contain("Scris de tot."));
    }

    [Test]
    public async Task Nothing_to_report_says_why_and_paper_has_its_number_and_day()
    {
        var id = await Activity(await PlanInForce());
        Assert.That((await App.Send(Nothing(id) with { Obstacles = null }, MinistryLink)).Failure?.Fields[0].Code, Is.EqualTo("action-plan.obstacles-required"));
        Assert.That((await App.Send(Nothing(id) with { NothingToReport = false }, MinistryLink)).Failure?.Fields[0].Field, Is.EqualTo("Narrative"));
        Assert.That((await App.Send(Nothing(id) with { Claimed = ReportedState.Complete }, MinistryLink)).Failure?.Fields[0].Code, Is.EqualTo("action-plan.nothing-and-complete"));
        Assert.That((await App.Send(Nothing(id) with { EvidenceNumber = "nr. 12" }, MinistryLink)).Failure?.Fields[0].Code, Is.EqualTo("action-plan.evidence-date"));
        var report = await Get(Nothing(id) with { EvidenceNumber = "nr. 12", EvidenceDate = new DateOnly(2026, 5, 5) }, MinistryLink);
        var row = await Get(new GetReport(report));
        Assert.That((row.NothingToReport, row.Kind, row.EvidenceNumber, row.EvidenceDate), Is.EqualTo((true, ReportKind.Progress, "nr. 12", (DateOnly?)new DateOnly(2026, 5, 5))));
        Assert.That((await One(id)).Evidence, Is.EqualTo("nr. 12 / 05.05.2026"));
    }

    [Test]
    public async Task A_new_date_is_granted_or_refused_and_both_sides_read_why()
    {
        var plan = await PlanInForce();
        var (first, second) = (await Activity(plan), await Activity(plan, "1.2"));
        var asked = new DateOnly(2026, 9, 30);
        var report = await Get(new SubmitReport(first, null, null, ReportedState.InProgress, 10, "Licitația a eșuat.", null, asked, null), MinistryLink);
        var other = await Get(new SubmitReport(second, null, null, ReportedState.InProgress, 10, "La fel.", null, asked, null), MinistryLink);
        Assert.That((await Get(new ListActivities(plan, Flag: ActivityFlag.AtRisk))).Total, Is.EqualTo(2), "asked for and not decided");

        var officer = await SignedIn(Role.Officer);
        Assert.That((await officer.Submit($"/reports/{report}", "date", ("Input.Decision", "Granted"), ("Input.DateReason", ""))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await officer.Submit($"/reports/{report}", "date", ("Input.Decision", "Granted"), ("Input.DateReason", "Licitație nouă."))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(((await One(first)).Deadline.Due, (await One(first)).OriginalDue), Is.EqualTo(((DateOnly?)asked, (DateOnly?)new DateOnly(2026, 6, 30))));
        await Do(new DecideDate(other, DateDecision.Refused, "Termen legal.", 1));
        Assert.That((await One(second)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 6, 30)));
        Assert.That((await App.Send(new DecideDate(other, DateDecision.Granted, "x", 2))).Failure?.Code, Is.EqualTo("action-plan.date-decided"));
        Assert.That((await (await SignedIn(Role.FocalPoint)).Open("/report")).Html, Does.Contain("Licitație nouă.").And.Contain("Termen legal."));
        Assert.That((await Get(new ListActivities(plan, Flag: ActivityFlag.AtRisk))).Total, Is.Zero);
    }

    [Test]
    public async Task What_the_office_notes_needs_no_amendment_and_shows_what_is_stale_and_at_risk()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, deadline: "31.12.2026", title: "Traducere (la necesitate)");
        Assert.That((await One(id)).Particulars.IfNeeded, Is.True, "the title says so");
        Assert.That((await App.Send(new DescribeActivity(id, 101, ObligationLevel.Required, false, true, RiskLevel.None, null, 1))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.weight-range"));
        Assert.That((await App.Send(new DescribeActivity(id, 20, ObligationLevel.Required, false, true, RiskLevel.High, " ", 1))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.risk-note"));
        await Do(new DescribeActivity(id, 20.5m, ObligationLevel.Encouraged, false, false, RiskLevel.High, "Fără fonduri.", 1));
        Assert.That((await One(id)).Particulars, Is.EqualTo(new Particulars(20.5m, ObligationLevel.Encouraged, false, false, RiskLevel.High, "Fără fonduri.")));

        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(new DateOnly(2026, 7, 20));
        Assert.That((await Get(new ListActivities(plan))).Items.Single().Flags, Is.EqualTo(new[] { ActivityFlag.Stale, ActivityFlag.AtRisk }));
        Assert.That((await One(id)).Flags, Is.EqualTo(new[] { ActivityFlag.Stale, ActivityFlag.AtRisk }));
        await Get(new SubmitReport(id, Period, null, ReportedState.InProgress, 10, "Început.", null, null, null), MinistryLink);
        foreach (var flag in new[] { ActivityFlag.Stale, ActivityFlag.AtRisk })
            Assert.That((await Get(new ListActivities(plan, Flag: flag))).Total, Is.EqualTo(flag == ActivityFlag.AtRisk ? 1 : 0), flag.ToString());

        var officer = await SignedIn(Role.Officer);
        Assert.That((await officer.Submit($"/plan/activities/{id}/particulars", "particulars", ("Input.Risk", "Low"), ("Input.RiskNote", ""))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await One(id)).Particulars.Risk, Is.EqualTo(RiskLevel.Low));
    }

    private static SubmitReport Nothing(Guid id) => new(id, null, null, ReportedState.NotStarted, 0, "", "Se așteaptă finanțarea.", null, null, NothingToReport: true);
}
