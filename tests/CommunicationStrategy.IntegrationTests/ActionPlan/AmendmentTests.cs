// A plan in force is a legal document: changed by acts, old versions readable, earlier quarters judged by what was in force then.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Versions;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class AmendmentTests(string provider) : WebWorld(provider)
{
    private static readonly DateOnly July = new(2026, 7, 21);

    [Test]
    public async Task What_a_plan_in_force_says_is_changed_by_an_amendment_alone()
    {
        var (plan, id) = await OneActivity();
        Assert.That((await App.Send(Edit(id, "31.12.2026", 2))).Failure?.Code, Is.EqualTo("action-plan.amendment-needed"));
        Assert.That((await App.Send(Change(id, "31.12.2026"))).Failure?.Code, Is.EqualTo("action-plan.amendment-needed"), "there is none open");
        Assert.That((await App.Send(new StartAmendment(plan, "", "", default))).Failure?.Fields.Select(f => f.Field), Is.EquivalentTo(new[] { "Act", "Reason", "InForceFrom" }));
        Assert.That((await App.Send(new StartAmendment(plan, "HG 2", "De ce", new DateOnly(2026, 1, 1)))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.amendment-too-early"));

        var amendment = await Get(new StartAmendment(plan, "HG nr. 2/2026", "Se prelungește.", new DateOnly(2026, 7, 1)));
        Assert.That((await App.Send(new StartAmendment(plan, "HG 3", "De ce", July))).Failure?.Code, Is.EqualTo("action-plan.amendment-open"));
        Assert.That((await App.Send(new SubmitAmendment(amendment, 1))).Failure?.Code, Is.EqualTo("action-plan.amendment-empty"));
        Assert.That((await App.Send(Change(id, "30.06.2026"))).Failure?.Code, Is.EqualTo("action-plan.nothing-changed"));
        await Get(Change(id, "30.09.2026"));
        await Get(Change(id, "31.12.2026"));
        var details = await Get(new GetAmendment(amendment));
        Assert.That(details.Lines.Single().Changes, Is.EqualTo(new[] { new LineChange("DeadlineWords", "30.06.2026", "31.12.2026") }), "the later proposal replaces the earlier one");
        Assert.That((await One(id)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 6, 30)), "nothing of the plan moves yet");

        var officer = new Caller(CallerKind.Person, "Olga", Guid.CreateVersion7(), null, [Permission.EditActionPlan, Permission.ApproveActionPlan]);
        await Do(new SubmitAmendment(amendment, details.Version), officer);
        Assert.That((await App.Send(new ApproveAmendment(amendment, details.Version + 1), officer)).Failure?.Code, Is.EqualTo("action-plan.four-eyes"));
        await Do(new ReturnAmendment(amendment, "Lipsește motivul.", details.Version + 1));
        await Do(new SubmitAmendment(amendment, details.Version + 2), officer);
        Assert.That((await App.Send(Change(id, "30.11.2026"))).Failure?.Code, Is.EqualTo("action-plan.amendment-not-draft"));
        await Do(new ApproveAmendment(amendment, details.Version + 3));
        Assert.That((await App.Send(new PutAmendmentInForce(amendment, details.Version + 4))).Failure?.Code, Is.EqualTo("action-plan.amendment-not-yet"));
        await Do(new PutDueAmendmentsInForce());
        Assert.That((await One(id)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 6, 30)), "its day has not come");

        App.Clock.Set(July);
        await Do(new PutDueAmendmentsInForce());
        await Do(new PutDueAmendmentsInForce());
        var amended = await One(id);
        Assert.That((amended.Deadline.Due, amended.OriginalDue), Is.EqualTo(((DateOnly?)new DateOnly(2026, 12, 31), (DateOnly?)new DateOnly(2026, 6, 30))), "extended, and the first due date kept");
        Assert.That((await Get(new GetAmendment(amendment))).Lines.Single().Changes[0], Is.EqualTo(new LineChange("DeadlineWords", "30.06.2026", "31.12.2026")), "its record stays readable");
    }

    [Test]
    public async Task Old_versions_stay_readable_and_say_what_changed()
    {
        var (plan, id) = await OneActivity();
        var gone = await Activity(plan, "1.2", title: "Buletin");
        await Amend(plan, async () =>
        {
            await Get(Change(id, "31.12.2026", "Clubul jurnaliștilor"));
            await Get(new ProposeEnd(gone, Superseded: true, "Se unește cu 1.3."));
            await Get(new ProposeAddition(plan, "1.3", LocalizedText.Of("ro", "Buletin și pagină"), "1", LocalizedText.Empty, "trimestrial", null, null, null, null, "ANAS", null, [], []));
        });

        Assert.That((await Get(new ListPlanVersions(plan))).Versions.Select(v => (v.Number, v.InForceTo is null)), Is.EqualTo(new[] { (3, true), (2, false), (1, false) }));
        Assert.That((await Get(new GetPlanVersion(plan, 1))).Lines.Items.Select(l => (l.Number, l.Title.In("ro"), l.DeadlineWords)), Is.EqualTo(new[] { ("1.1", "Clubul de presă", "30.06.2026") }));
        Assert.That((await Get(new GetPlanVersion(plan, 2))).Lines.Items.Select(l => l.Number), Is.EqualTo(new[] { "1.1", "1.2" }));
        Assert.That((await Get(new GetPlanVersion(plan, 3))).Lines.Items.Select(l => (l.Number, l.Title.In("ro"))), Is.EqualTo(new[] { ("1.1", "Clubul jurnaliștilor"), ("1.3", "Buletin și pagină") }));
        Assert.That(await State(gone), Is.EqualTo(ActivityState.Superseded));

        var compared = await Get(new ComparePlanVersions(plan, 2, 3));
        Assert.That(compared.Lines.Select(l => (l.Number, l.Difference)), Is.EqualTo(new[] { ("1.1", LineDifference.Changed), ("1.2", LineDifference.Removed), ("1.3", LineDifference.Added) }));
        Assert.That(compared.Lines[0].Changes, Is.EqualTo(new[] { new LineChange("Title.ro", "Clubul de presă", "Clubul jurnaliștilor"), new LineChange("DeadlineWords", "30.06.2026", "31.12.2026") }));
        Assert.That((await Get(new ComparePlanVersions(plan, 3, 2))).Lines.Select(l => l.Difference), Is.EqualTo(new[] { LineDifference.Changed, LineDifference.Added, LineDifference.Removed }));
        Assert.That((await Get(new ComparePlanVersions(plan, 3, 3))).Lines, Is.Empty);
        Assert.That((await App.Send(new GetPlanVersion(plan, 9))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
    }

    [Test]
    public async Task An_amendment_that_extends_a_deadline_leaves_the_earlier_quarters_evaluation_as_it_was()
    {
        var (plan, id) = await OneActivity();
        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(July);
        await Do(new CloseCollection(plan, Period));
        var evaluation = await Get(new ComputeEvaluation(plan, Period));
        var before = await Get(new GetEvaluation(evaluation));
        Assert.That((before.Snapshot.Totals.Due, before.Snapshot.Totals.NotImplemented), Is.EqualTo((1, 1)), "due on 30 June and not done");
        await Do(new ApproveEvaluation(evaluation, before.Version), new Caller(CallerKind.Person, "Horia", Guid.CreateVersion7(), null, [Permission.ApproveEvaluation]));
        var frozen = await Get(new GetEvaluation(evaluation));

        await Amend(plan, async () =>
        {
            await Get(Change(id, "31.12.2026"));
            await Get(new ProposeAddition(plan, "1.9", LocalizedText.Of("ro", "Nouă"), "1", LocalizedText.Empty, "15.06.2026", null, null, null, null, "ANAS", null, [], []));
        }, July);
        Assert.That((await Get(new GetEvaluation(evaluation))).ContentHash, Is.EqualTo(frozen.ContentHash), "what was frozen stays");

        var again = await Get(new ReopenEvaluation(evaluation, "Verificare."));
        var recomputed = await Get(new GetEvaluation(again));
        Assert.That((recomputed.Snapshot.Totals.Due, recomputed.Snapshot.Totals.Total, recomputed.Snapshot.Totals.NotImplemented), Is.EqualTo((1, 1, 1)), "also when it is computed anew: the version of that quarter counts");
        var now = await Get(new GetPlanSnapshot(plan, "2026-Q3"));
        Assert.That(now.Activities.Select(a => (a.Number, a.Due)), Is.EqualTo(new[] { ("1.1", (DateOnly?)new DateOnly(2026, 12, 31)), ("1.9", new DateOnly(2026, 6, 15)) }));
    }

    [Test]
    public async Task An_amendment_is_written_and_approved_on_its_pages()
    {
        var (plan, id) = await OneActivity();
        var (officer, head) = (await SignedIn(Role.Officer), await SignedIn(Role.Head));
        var started = await officer.Submit($"/plans/{plan}/versions", "start", ("Input.Act", "HG nr. 2/2026"), ("Input.InForceFrom", "2026-05-01"), ("Input.Reason", "Se prelungește."));
        var address = new Uri(new Uri("http://localhost"), started.Location!).AbsolutePath;
        Assert.That(address, Does.StartWith("/amendments/"));
        var proposed = await officer.Submit($"/plan/activities/{id}/edit", "edit", ("Input.Number", "1.1"), ("Input.Title[ro]", "Clubul de presă"), ("Input.DeadlineWords", "31.12.2026"), ("Input.Lead", "MAI"), ("Input.LeadInstitutionId", Ministry.ToString()));
        Assert.That(proposed.Location, Does.EndWith(address));
        Assert.That((await officer.Submit($"/plans/{plan}/activities/add", "add", ("Input.Number", "2.1"), ("Input.Title[ro]", "Pagina web"), ("Input.DeadlineWords", "trimestrial"), ("Input.Lead", "MAI"))).Location, Does.EndWith(address));
        Assert.That((await officer.Open(address)).Html, Does.Contain("31.12.2026").And.Contain("Pagina web"));
        Assert.That((await officer.Submit(address, "submit")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await head.Submit(address, "approve")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await head.Submit(address, "force")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await One(id)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 12, 31)));
        foreach (var page in new[] { $"/plans/{plan}/versions", $"/plans/{plan}/versions/1", $"/plans/{plan}/compare", address, "/plans/calendar" })
        {
            foreach (var language in new[] { "ro", "ru", "en" })
            {
                var shown = await officer.Open($"{page}?lang={language}");
                Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.OK), page);
                Assert.That(shown.Html, Does.Not.Match(@"\[(actionplan|shell|failure)\."), $"{page} {language}");
            }
        }

        Assert.That((await App.Statements.During(() => officer.Open($"/plans/{plan}/compare"))).Count, Is.LessThanOrEqualTo(10));
        Assert.That((await App.Statements.During(() => officer.Open(address))).Count, Is.LessThanOrEqualTo(10));
    }

    [Test]
    public async Task Writing_goes_on_where_the_proposal_stands()
    {
        var (plan, id) = await OneActivity();
        Assert.That((await App.Send(new GetProposal(plan, id))).Value, Is.Null, "no amendment is open");
        var amendment = await Get(new StartAmendment(plan, "HG nr. 2/2026", "Se prelungește.", new DateOnly(2026, 5, 1)));
        Assert.That((await App.Send(new GetProposal(plan, id))).Value, Is.Null, "nothing is proposed of it");
        await Get(Change(id, "31.12.2026", "Clubul jurnaliștilor"));
        await Get(new ProposeAddition(plan, "2.1", LocalizedText.Of("ro", "Pagina web"), "1", LocalizedText.Empty, "trimestrial", null, null, null, null, "MAI", null, ["ANAS"], []));

        var officer = await SignedIn(Role.Officer);
        var again = (await officer.Open($"/plan/activities/{id}/edit")).Html;
        Assert.That(again, Does.Contain("Clubul jurnaliștilor").And.Contain("31.12.2026"), "the proposal, not the text in force");
        var line = (await Get(new GetAmendment(amendment))).Lines.Single(l => l.Kind == AmendmentKind.Add);
        var addition = $"/plans/{plan}/activities/add?line={line.Id}";
        Assert.That((await officer.Open($"/amendments/{amendment}")).Html, Does.Contain(addition).And.Contain($"/plan/activities/{id}/edit"));
        Assert.That((await officer.Open(addition)).Html, Does.Contain("Pagina web").And.Contain("ANAS"));
        var sent = await officer.Submit(addition, "add", ("Input.Number", "2.2"), ("Input.Title[ro]", "Pagina web nouă"), ("Input.DeadlineWords", "trimestrial"), ("Input.Lead", "MAI"));
        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await Get(new GetAmendment(amendment))).Lines.Where(l => l.Kind == AmendmentKind.Add).Select(l => (l.Number, l.Title.In("ro"))), Is.EqualTo(new[] { ("2.2", "Pagina web nouă") }), "the same proposal under another number");
    }

    [Test]
    public async Task An_amendment_is_corrected_its_proposals_taken_back_and_itself_withdrawn()
    {
        var (plan, id) = await OneActivity();
        var amendment = await Get(new StartAmendment(plan, "HG nr. 2/2026", "Se prelungește.", new DateOnly(2026, 5, 1)));
        await Get(Change(id, "31.12.2026"));
        var officer = await SignedIn(Role.Officer);
        Assert.That((await officer.Submit($"/amendments/{amendment}", "edit", ("Input.Act", "HG nr. 3/2026"), ("Input.InForceFrom", "2026-06-01"), ("Input.Reason", "Corectat."))).Status, Is.EqualTo(HttpStatusCode.Found));
        var details = await Get(new GetAmendment(amendment));
        Assert.That((details.Act, details.InForceFrom, details.Reason), Is.EqualTo(("HG nr. 3/2026", new DateOnly(2026, 6, 1), "Corectat.")));
        await Do(new DropProposal(amendment, details.Lines[0].Id, details.Version));
        Assert.That((await Get(new GetAmendment(amendment))).Lines, Is.Empty);
        await Do(new WithdrawAmendment(amendment, details.Version + 1));
        Assert.That((await App.Send(new EditAmendment(amendment, "x", "x", Today, details.Version + 2))).Failure?.Code, Is.EqualTo("action-plan.amendment-not-draft"));
        Assert.That((await Get(new ListPlanVersions(plan))).Amendments.Single().State, Is.EqualTo(AmendmentState.Withdrawn), "it stays readable, and another may be started");
    }

    [Test]
    public async Task A_plan_is_consulted_sent_back_and_archived()
    {
        var plan = await DraftPlan();
        await Do(new ConsultPlan(plan, 1));
        await Do(new SubmitPlan(plan, 2));
        await Do(new RejectPlan(plan, "Lipsesc costurile.", 3));
        Assert.That(((await Get(new GetPlan(plan))).Status, (await Get(new GetPlan(plan))).RejectionReason), Is.EqualTo((PlanStatus.Rejected, "Lipsesc costurile.")));
        await PutInForce(plan);
        var version = (await Get(new GetPlan(plan))).Version;
        await Do(new ClosePlan(plan, version));
        await Do(new ArchivePlan(plan, version + 1));
        Assert.That((await Get(new GetPlan(plan))).Status, Is.EqualTo(PlanStatus.Archived));
    }

    private async Task<(Guid Plan, Guid Activity)> OneActivity()
    {
        var plan = await DraftPlan();
        var id = await Activity(plan);
        await PutInForce(plan);
        return (plan, id);
    }

    private static EditActivity Edit(Guid id, string deadline, int version) =>
        new(id, "1.1", LocalizedText.Of("ro", "Clubul de presă"), "1", LocalizedText.Of("ro", "Obiectivul 1"), deadline, null, null, "12,5", "Bugetul de stat", "Numărul de ședințe", null, "MAI", null, ["ANAS"], [], version);

    private static ProposeChange Change(Guid id, string deadline, string title = "Clubul de presă") =>
        new(id, "1.1", LocalizedText.Of("ro", title), "1", LocalizedText.Of("ro", "Obiectivul 1"), deadline, "12,5", "Bugetul de stat", "Numărul de ședințe", null, "MAI", null, ["ANAS"], []);
}
