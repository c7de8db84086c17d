// Reports and their periods through the whole pipeline, on every database.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class ReportingTests(string provider) : PlanWorld(provider)
{
    private static readonly DateOnly AfterQuarter = new(2026, 7, 2);

    [Test]
    public async Task A_report_is_sent_returned_sent_again_and_accepted()
    {
        var plan = await PlanInForce();
        var activity = await Activity(plan, deadline: "15.07.2026");
        var none = await App.Send(Report(activity, ReportedState.NotStarted, 0), MinistryLink);
        Assert.That(none.Failure?.Fields[0].Code, Is.EqualTo("action-plan.obstacles-required"));

        var id = await Get(Report(activity, ReportedState.Complete, 100) with { Files = [new EvidenceUpload("proces-verbal.pdf", "%PDF-1.7 x"u8.ToArray())] }, MinistryLink);
        Assert.That(await State(activity), Is.EqualTo(ActivityState.ReportedComplete));
        var waiting = (await Get(new ListReports(plan, "2026-Q2", ReportState.Submitted, Ministry))).Items.Single();
        Assert.That((waiting.Id, waiting.ActivityNumber, waiting.Institution?.ShortName("ro"), waiting.Files.Single().Name), Is.EqualTo((id, "1.1", "MAI", "proces-verbal.pdf")));
        var file = await Get(new GetEvidenceFile(waiting.Files[0].Id));
        Assert.That((file.MediaType, file.Content.Length), Is.EqualTo(("application/pdf", 10)));
        Assert.That((await App.Send(new GetEvidenceFile(waiting.Files[0].Id), AgencyLink)).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));

        await Do(new ReturnReport(id, "Lipsește lista participanților.", waiting.Version));
        Assert.That(await State(activity), Is.EqualTo(ActivityState.InProgress));
        var duty = (await Get(new GetMyDuties(), MinistryLink)).Duties.Single();
        Assert.That((duty.LastReport?.State, duty.LastReport?.ReturnReason), Is.EqualTo(((ReportState?)ReportState.Returned, "Lipsește lista participanților.")));

        Assert.That(await Get(Report(activity, ReportedState.PartiallyComplete, 80), MinistryLink), Is.EqualTo(id), "the same report, replaced");
        var again = await Get(new GetReport(id));
        Assert.That((await App.Send(new AcceptReport(id, 1))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        await Do(new AcceptReport(id, again.Version));
        var done = await One(activity);
        Assert.That((done.State, done.CompletedOn, done.Percent, done.Reports.Single().State), Is.EqualTo((ActivityState.PartiallyCompleted, (DateOnly?)Today, (int?)80, ReportState.Accepted)));
        Assert.That((await App.Send(Report(activity, ReportedState.Complete, 100), MinistryLink)).Failure?.Code, Is.EqualTo("action-plan.report-accepted"));
    }

    [Test]
    public async Task Only_the_lead_reports_and_only_for_itself()
    {
        var plan = await PlanInForce();
        var activity = await Activity(plan);
        Assert.That((await App.Send(Report(activity, ReportedState.Complete, 100), AgencyLink)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden), "a co-implementer");
        Assert.That((await App.Send(Report(activity, ReportedState.Complete, 100) with { InstitutionId = Ministry }, AgencyLink)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden), "in another's name");
        Assert.That((await App.Send(Report(activity, ReportedState.Complete, 100), Link(Guid.CreateVersion7()))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound), "a stranger");
        var unbound = new Caller(CallerKind.Person, "x", null, null, [Permission.ReportProgress]);
        Assert.That((await App.Send(Report(activity, ReportedState.Complete, 100), unbound)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));
        Assert.That((await App.Send(new GetMyDuties(Ministry), unbound)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));
        Assert.That((await Get(new GetMyDuties(Ministry), AgencyLink)).Duties, Is.Empty, "the link's own institution, whatever is asked");
        Assert.That((await App.Send(Report(activity, ReportedState.Complete, 100), Caller.Anonymous)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));

        var draft = await Activity(await DraftPlan("PA-2"));
        Assert.That((await App.Send(Report(draft, ReportedState.Complete, 100), MinistryLink)).Failure?.Code, Is.EqualTo("action-plan.plan-not-in-force"));
    }

    [Test]
    public async Task A_quarter_is_collected_once_and_nothing_enters_after_it_is_closed()
    {
        var plan = await PlanInForce();
        var activity = await Activity(plan, deadline: "31.12.2026");
        var other = await Activity(plan, "1.2", "31.12.2026");
        await Do(new OpenDueCollections());
        App.Clock.Set(new DateOnly(2026, 6, 30));
        Assert.That((await Get(new ListPeriods(plan))).Select(p => p.Period), Is.EqualTo(new[] { "2026-Q1" }), "the past quarter, late as it is");
        await Do(new CloseDueCollections());
        Assert.That((await Get(new ListPeriods(plan))).Single().State, Is.EqualTo(PeriodState.Closed));

        App.Clock.Set(AfterQuarter);
        await Do(new OpenDueCollections());
        await Do(new OpenDueCollections());
        var period = (await Get(new ListPeriods(plan)))[0];
        Assert.That((period.Period, period.OpensOn, period.DueOn, period.State), Is.EqualTo(("2026-Q2", AfterQuarter, new DateOnly(2026, 7, 15), PeriodState.Open)));
        Assert.That((await App.Send(new OpenCollection(plan, "2026-Q2"))).Failure?.Code, Is.EqualTo("action-plan.period-exists"));
        Assert.That((await App.Send(new OpenCollection(plan, "2026-Q4"))).Failure?.Code, Is.EqualTo("action-plan.period-outside"));
        Assert.That((await Get(new GetReportingQuarter(plan), MinistryLink)).Period, Is.EqualTo("2026-Q2"));
        Assert.That((await Get(new GetMyDuties(), MinistryLink)).Duties.Select(d => d.Owed.Single().Period), Is.EqualTo(new[] { "2026-Q2", "2026-Q2" }));

        var report = await Get(Report(activity, ReportedState.InProgress, 20), MinistryLink);
        Assert.That((await Get(new GetReport(report))).Period, Is.EqualTo("2026-Q2"));
        Assert.That((await App.Send(Report(activity, ReportedState.InProgress, 30) with { Period = "2025-Q4" }, MinistryLink)).Failure?.Code, Is.EqualTo("action-plan.period-not-open"));
        App.Clock.Set(new DateOnly(2026, 7, 20));
        await Do(new CloseDueCollections());
        Assert.That((await Get(new ListPeriods(plan)))[0].State, Is.EqualTo(PeriodState.Open), "the 20th is a day for checking");
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseDueCollections());
        await Do(new CloseDueCollections());

        var late = await App.Send(Report(other, ReportedState.InProgress, 20) with { Period = "2026-Q2" }, MinistryLink);
        Assert.That(late.Failure?.Code, Is.EqualTo("action-plan.period-closed"));
        Assert.That((await App.Send(new AcceptReport(report, 1))).Failure?.Code, Is.EqualTo("action-plan.period-closed"));
        Assert.That((await App.Send(new ReturnReport(report, "x", 1))).Failure?.Code, Is.EqualTo("action-plan.period-closed"));
        Assert.That((await App.Send(new CloseCollection(plan, "2026-Q2"))).Failure?.Code, Is.EqualTo("action-plan.period-closed"));
        Assert.That((await App.Send(new CloseCollection(plan, "2026-Q3"))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await Get(new GetReportingQuarter(plan))).Period, Is.EqualTo("2026-Q3"));
        await Do(new OpenCollection(plan, "2026-Q3"));
        await Do(new CloseCollection(plan, "2026-Q3"));
        Assert.That((await Get(new GetReportingQuarter(plan))).Period, Is.Null);
        await App.DispatchAsync();
    }

    [Test]
    public async Task Many_reports_at_once_meet_in_the_period_and_none_is_lost()
    {
        var plan = await PlanInForce();
        var activities = new List<Guid>();
        for (var i = 1; i <= 4; i++) activities.Add(await Activity(plan, $"1.{i}", "31.12.2026"));
        App.Clock.Set(AfterQuarter);
        await Do(new OpenDueCollections());

        var results = await Task.WhenAll(activities.Select(a => App.Send(Report(a, ReportedState.InProgress, 10), MinistryLink)));
        Assert.That(results.Select(r => r.Failure?.Code), Has.All.Null);
        Assert.That((await Get(new ListPeriods(plan)))[0].Submitted, Is.EqualTo(4));
    }

    [Test]
    public async Task Obligations_are_what_is_due_and_the_reports_owed()
    {
        var plan = await PlanInForce();
        var due = await Activity(plan, "1.1", "27.06.2026");
        var recurring = await Activity(plan, "1.2", "quarterly", "ANAS");
        var far = await Activity(plan, "1.3", "31.12.2026");
        _ = await Activity(plan, "1.4", "30.06.2026", "Necunoscut");
        var complete = await Activity(plan, "1.5", "30.06.2026");
        _ = await Get(Report(complete, ReportedState.Complete, 100), MinistryLink);
        var suspended = await Activity(plan, "1.6", "30.06.2026");
        await Do(new SuspendActivity(suspended, "Fără fonduri.", 1));
        _ = await Activity(await DraftPlan("PA-2"), "1.1");

        var june = await Get(new GetOpenObligations(Today, new DateOnly(2026, 6, 30)));
        Assert.That(june.Select(o => (o.ActivityId, o.InstitutionId, o.Due, o.EffectiveDue)), Is.EqualTo(new[]
        {
            (recurring, Agency, new DateOnly(2026, 3, 31), new DateOnly(2026, 3, 31)),
            (due, Ministry, new DateOnly(2026, 6, 27), new DateOnly(2026, 6, 29)),
            (recurring, Agency, new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30)),
        }));
        Assert.That(june[1].Key, Is.EqualTo($"activity:{due}:2026-06-27"));

        App.Clock.Set(AfterQuarter);
        await Do(new OpenDueCollections());
        var july = await Get(new GetOpenObligations(AfterQuarter, new DateOnly(2026, 7, 31), [Ministry]));
        Assert.That(july.Select(o => (o.Kind, o.ActivityId, o.Period)), Is.EqualTo(new[] { (ObligationKind.ActivityDue, due, null), (ObligationKind.ReportDue, due, "2026-Q2"), (ObligationKind.ReportDue, far, "2026-Q2") }));
        var report = await Get(Report(far, ReportedState.InProgress, 5), MinistryLink);
        Assert.That((await Owed(far)), Is.Zero);
        await Do(new ReturnReport(report, "Ce anume?", 1));
        Assert.That((await Owed(far)), Is.EqualTo(1), "a returned report is owed again");
        Assert.That(await Get(new GetOpenObligations(AfterQuarter, new DateOnly(2026, 7, 31), [])), Is.Empty);
        await Do(new PostponeActivity(due, new DateOnly(2026, 7, 10), "Licitația a eșuat.", 1));
        Assert.That((await Get(new GetOpenObligations(AfterQuarter, new DateOnly(2026, 7, 12), [Ministry]))).Single().Key, Is.EqualTo($"activity:{due}:2026-07-10"), "a moved deadline is a new duty");
    }

    [Test]
    public async Task A_snapshot_holds_what_the_evaluation_needs()
    {
        var plan = await PlanInForce();
        var reported = await Activity(plan, "1.1", "30.06.2026");
        var silent = await Activity(plan, "1.10", "30.06.2026", "ANAS");
        var done = await Activity(plan, "1.2", "30.06.2026", "Necunoscut");
        await Do(new CompleteActivity(done, Today, false, "Făcut.", "nr. 7", 1));
        App.Clock.Set(AfterQuarter);
        await Do(new OpenDueCollections());
        _ = await Get(Report(reported, ReportedState.InProgress, 0, "Fără fonduri.") with { NewDateAsked = new DateOnly(2026, 12, 1), EvidenceLink = "https://example.org/a" }, MinistryLink);

        var open = await Get(new GetPlanSnapshot(plan, "2026-Q2"));
        Assert.That(open.CollectionClosedOn, Is.Null);
        Assert.That(open.Activities.Select(a => a.Number), Is.EqualTo(new[] { "1.1", "1.2", "1.10" }));
        var first = open.Activities[0];
        Assert.That((first.Obstacles, first.NewDateAsked, first.Evidence, first.LeadId), Is.EqualTo(("Fără fonduri.", (DateOnly?)new DateOnly(2026, 12, 1), "https://example.org/a", (Guid?)Ministry)));
        Assert.That((open.Activities[1].LeadId, open.Activities[1].LeadAsWritten, open.Activities[1].CompletedOn, open.Activities[1].Narrative), Is.EqualTo(((Guid?)null, "Necunoscut", (DateOnly?)Today, "Făcut.")));
        Assert.That(open.Reports.Select(r => (r.ActivityId, r.InstitutionId, r.DueOn, r.State)), Is.EquivalentTo(new[]
        {
            (reported, Ministry, new DateOnly(2026, 7, 15), (ReportState?)ReportState.Submitted), (silent, Agency, new DateOnly(2026, 7, 15), (ReportState?)null),
        }));
        await Do(new CloseCollection(plan, "2026-Q2"));
        Assert.That((await Get(new GetPlanSnapshot(plan, "2026-Q2"))).CollectionClosedOn, Is.EqualTo(AfterQuarter));
        Assert.That((await App.Send(new GetPlanSnapshot(plan, "Q2"))).Failure?.Kind, Is.EqualTo(FailureKind.Invalid));
    }

    [Test]
    public async Task Every_report_of_a_quarter_is_seen_where_it_stands()
    {
        var plan = await PlanInForce();
        var ids = new List<Guid>();
        for (var i = 1; i <= 5; i++) ids.Add(await Activity(plan, $"1.{i}", "31.12.2026"));
        var agency = await Activity(plan, "1.6", "31.12.2026", "ANAS");
        var done = await Activity(plan, "1.7", "31.12.2026");
        await Do(new CompleteActivity(done, Today, false, "Făcut.", null, 1));
        App.Clock.Set(AfterQuarter);
        await Do(new OpenDueCollections());

        await Do(new KeepReportDraft(ids[1], "{}"), MinistryLink);
        _ = await Get(Report(ids[2], ReportedState.InProgress, 10), MinistryLink);
        var returned = await Get(Report(ids[3], ReportedState.InProgress, 10), MinistryLink);
        await Do(new ReturnReport(returned, "Ce anume?", 1));
        var accepted = await Get(Report(ids[4], ReportedState.InProgress, 10), MinistryLink);
        await Do(new AcceptReport(accepted, 1));

        Assert.That(await Standings(), Is.EqualTo(new[]
        {
            ("1.1", ReportStanding.Expected), ("1.2", ReportStanding.Draft), ("1.3", ReportStanding.Submitted), ("1.4", ReportStanding.Returned), ("1.5", ReportStanding.Accepted), ("1.6", ReportStanding.Expected),
        }));
        Assert.That((await Get(new ListExpectedReports(plan, "2026-Q2", ReportStanding.Expected, Agency))).Items.Select(r => (r.ActivityId, r.Institution?.ShortName("ro"), r.ReportId)), Is.EqualTo(new[] { (agency, "ANAS", (Guid?)null) }));
        Assert.That((await Get(new CountExpectedReports(plan, "2026-Q2"))).Standings[ReportStanding.Expected], Is.EqualTo(2));

        await Do(new CloseCollection(plan, "2026-Q2"));
        await Do(new CompleteActivity(ids[0], AfterQuarter, false, "Făcut.", null, 1));
        Assert.That(await Standings(), Is.EqualTo(new[]
        {
            ("1.1", ReportStanding.Missing), ("1.2", ReportStanding.Missing), ("1.3", ReportStanding.Submitted), ("1.4", ReportStanding.Returned), ("1.5", ReportStanding.Locked), ("1.6", ReportStanding.Missing),
        }), "what was owed when the quarter was closed stays on record, whatever comes after");
        Assert.That((await Get(new GetReport(accepted))).Standing, Is.EqualTo(ReportStanding.Locked));
        Assert.That((await App.Send(new ListExpectedReports(plan, "2026-Q2"), MinistryLink)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));

        async Task<IEnumerable<(string, ReportStanding)>> Standings() => (await Get(new ListExpectedReports(plan, "2026-Q2"))).Items.Select(r => (r.ActivityNumber, r.Standing));
    }

    [Test]
    public async Task A_report_has_several_files_which_the_sender_may_take_back_until_it_is_accepted()
    {
        var plan = await PlanInForce();
        var activity = await Activity(plan, deadline: "31.12.2026");
        var (first, second) = (new EvidenceUpload("proces-verbal.pdf", "%PDF-1.7 a"u8.ToArray()), new EvidenceUpload("lista.txt", "Maria"u8.ToArray()));
        var id = await Get(Report(activity, ReportedState.InProgress, 10) with { Files = [first, second, first with { FileName = "copie.pdf" }] }, MinistryLink);
        var sent = await Get(new GetReport(id));
        Assert.That(sent.Files.Select(f => f.Name), Is.EqualTo(new[] { "proces-verbal.pdf", "lista.txt" }), "the same content twice is one file");
        Assert.That((await One(activity)).Evidence, Is.EqualTo("proces-verbal.pdf (+1)"));

        _ = await Get(Report(activity, ReportedState.InProgress, 20) with { Files = [new EvidenceUpload("foto.jpg", [0xFF, 0xD8, 0xFF, 0xE0])], WithoutFiles = [sent.Files[0].Id] }, MinistryLink);
        Assert.That((await Get(new GetReport(id))).Files.Select(f => f.Name), Is.EqualTo(new[] { "lista.txt", "foto.jpg" }));
        Assert.That((await App.Send(new GetEvidenceFile(sent.Files[0].Id))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound), "taken back is gone");
        Assert.That((await Get(new GetEvidenceFile(sent.Files[1].Id), MinistryLink)).Content, Is.EqualTo("Maria"u8.ToArray()));

        var many = Enumerable.Range(1, 9).Select(i => new EvidenceUpload($"{i}.txt", [(byte)('a' + i)])).ToList();
        Assert.That((await App.Send(Report(activity, ReportedState.InProgress, 30) with { Files = many }, MinistryLink)).Failure?.Fields.Select(f => (f.Field, f.Code)), Is.EqualTo(new[] { ("Files", "action-plan.too-many-files") }));
        Assert.That((await Get(new GetReport(id))).Percent, Is.EqualTo(20), "nothing of it is kept");
    }

    private static SubmitReport Report(Guid activity, ReportedState claimed, int percent, string? obstacles = null) => new(activity, null, null, claimed, percent, "Două ședințe au avut loc.", obstacles, null, null);

    private async Task<int> Owed(Guid activity) =>
        (await Get(new GetOpenObligations(AfterQuarter, new DateOnly(2026, 7, 31)))).Count(o => o.Kind == ObligationKind.ReportDue && o.ActivityId == activity);
}
