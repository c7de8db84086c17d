// What a quarter's evaluation is told of a plan: each figure, as of that quarter, and where it comes from.
using System.Security.Cryptography;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class PlanSnapshotTests(string provider) : PlanWorld(provider)
{
    private static readonly Caller Officer = new(CallerKind.Person, "Olga Rusu", Guid.CreateVersion7(), null, [Permission.EditActionPlan, Permission.ReviewReports, Permission.ReportProgress]);
    private static readonly DateOnly July = new(2026, 7, 2);

    [Test]
    public async Task Each_quarter_is_told_by_the_version_that_was_in_force()
    {
        var plan = await DraftPlan();
        var changed = await Activity(plan, "1.1", "01.03.2026 - 30.06.2026", "MAI", "Clubul de presă", "OIM");
        var gone = await Activity(plan, "1.2");
        await PutInForce(plan);
        Assert.That((await Get(new GetPlanSnapshot(plan, "2026-Q2"))).Version, Is.EqualTo(new VersionSnapshot(1, "HG nr. 1/2026", new DateOnly(2026, 1, 1))));

        App.Clock.Set(July);
        var (name, objective) = (LocalizedText.Of("Clubul jurnaliștilor", "Клуб журналистов", null), LocalizedText.Of("ro", "Obiectivul 1"));
        await Amend(plan, async () =>
        {
            await Get(new ProposeChange(changed, "1.1", name, "1", objective, "01.08.2026 - 30.09.2026", "40,0", "UNICEF", "Numărul de jurnaliști", null, "MAI", null, ["ANAS"], ["CNPAC"]));
            await Get(new ProposeEnd(gone, Superseded: false, "Se unește."));
            await Get(new ProposeAddition(plan, "1.3", LocalizedText.Of("ro", "Buletin"), "1", objective, "30.11.2026", null, null, null, null, "ANAS", null, [], []));
        }, July);

        var before = await Get(new GetPlanSnapshot(plan, "2026-Q2"));
        var first = before.Activities[0];
        Assert.That(before.Activities.Select(a => (a.Number, a.InBase)), Is.EqualTo(new[] { ("1.1", true), ("1.2", true) }));
        Assert.That((before.Version!.Number, before.Changes.Count), Is.EqualTo((1, 0)));
        Assert.That((first.From, first.CostAsWritten, first.FundingAsWritten, first.IndicatorText), Is.EqualTo(((DateOnly?)new DateOnly(2026, 3, 1), "12,5", "Bugetul de stat", "Numărul de ședințe")));
        Assert.That(first.Partners, Is.EqualTo(new[] { "ANAS", "OIM" }));

        var after = await Get(new GetPlanSnapshot(plan, "2026-Q3"));
        var now = after.Activities[0];
        Assert.That(after.Activities.Select(a => (a.Number, a.InBase)), Is.EqualTo(new[] { ("1.1", true), ("1.2", true), ("1.3", false) }));
        Assert.That(after.Version, Is.EqualTo(new VersionSnapshot(2, "HG nr. 2/2026", July)));
        Assert.That((now.From, now.CostAsWritten, now.FundingAsWritten, now.IndicatorText), Is.EqualTo(((DateOnly?)new DateOnly(2026, 8, 1), "40,0", "UNICEF", "Numărul de jurnaliști")));
        Assert.That(now.Partners, Is.EqualTo(new[] { "ANAS", "CNPAC" }));
        PlanChangeSnapshot Changed(string number, string field, string? old, string? present) => new("HG nr. 2/2026", July, number, field, old, present);
        Assert.That(after.Changes, Is.EqualTo(new[]
        {
            Changed("1.1", "Title", "Clubul de presă", "Clubul jurnaliștilor"), Changed("1.1", "DeadlineWords", "01.03.2026 - 30.06.2026", "01.08.2026 - 30.09.2026"), Changed("1.1", "CostAsWritten", "12,5", "40,0"),
            Changed("1.1", "FundingAsWritten", "Bugetul de stat", "UNICEF"), Changed("1.1", "Partner", "OIM", "CNPAC"), Changed("1.1", "IndicatorText", "Numărul de ședințe", "Numărul de jurnaliști"),
            Changed("1.2", "Removed", "Clubul de presă", null), Changed("1.3", "Added", null, "Buletin"),
        }));
        Assert.That((await Get(new GetPlanSnapshot(plan, "2027-Q1"))).Activities.Single(a => a.Number == "1.3").InBase, Is.True, "at the next year's beginning it was in the plan");
        Assert.That((await Get(new GetPlanSnapshot(plan, "2026-Q4"))).Changes, Is.Empty);
        var draft = await Get(new GetPlanSnapshot(await DraftPlan("PA-2"), "2026-Q2"));
        Assert.That((draft.Version, draft.Activities.Count), Is.EqualTo(((VersionSnapshot?)null, 0)));
    }

    [Test]
    public async Task What_is_known_of_an_activity_has_its_source()
    {
        var plan = await PlanInForce();
        var ids = new List<Guid>();
        for (var i = 1; i <= 6; i++) ids.Add(await Activity(plan, $"1.{i}", "31.12.2026"));
        var (linked, typed, entered, taken, early) = (ids[0], ids[1], ids[2], ids[3], ids[4]);
        var person = MinistryLink with { Kind = CallerKind.Person, Name = "Ion Munteanu", Id = Guid.CreateVersion7() };
        await Get(Report(linked, 20) with { Period = "2026-Q2" }, person);
        await Get(Report(early, 30) with { Period = "2026-Q2" }, MinistryLink);
        await Get(Report(typed, 10) with { Period = "2026-Q2" }, MinistryLink);
        await Do(new TakeOverProgress(plan, [new ProgressToTakeOver("1.4", ActivityState.InProgress, 5, null, "Preluat.", null)]));
        App.Clock.Set(July);
        var (old, last) = ("%PDF-1.7 a"u8.ToArray(), "%PDF-1.7 b"u8.ToArray());
        await Get(Report(linked, 40) with { Files = [new EvidenceUpload("a.pdf", old), new EvidenceUpload("b.pdf", last)] }, MinistryLink);
        await Get(Report(typed, 50), person);
        await Do(new RecordProgress(entered, 15, "Am sunat.", null, (await One(entered)).Version), Officer);
        await Do(new RecordProgress(typed, 60, "Am sunat.", null, (await One(typed)).Version), Officer);

        var activities = (await Get(new GetPlanSnapshot(plan, "2026-Q3"))).Activities;
        Assert.That(activities.Select(a => (a.Number, a.Reported, a.EarlierPercent, a.Source?.Kind, a.Source?.Who)), Is.EqualTo(new (string, bool, int?, string?, string?)[]
        {
            ("1.1", true, 20, "report-by-link", "MAI"), ("1.2", true, 10, "report", "MAI"), ("1.3", false, null, "officer", "Olga Rusu"),
            ("1.4", false, null, "import", "test"), ("1.5", false, 30, "report-by-link", "MAI"), ("1.6", false, null, null, null),
        }));
        Assert.That(activities.Select(a => a.Source?.EvidenceHash), Is.EqualTo(new[] { Convert.ToHexStringLower(SHA256.HashData(last)), null, null, null, null, null }));
        Assert.That(activities[0].Source!.At, Is.EqualTo((await One(linked)).Reports[0].SubmittedAt));
        Assert.That((await Get(new GetPlanSnapshot(plan, "2026-Q2"))).Activities.Select(a => (a.Reported, a.EarlierPercent, a.Source?.Kind)), Is.EqualTo(new (bool, int?, string?)[]
        {
            (true, null, "report"), (true, null, "report-by-link"), (false, null, "officer"), (false, null, "import"), (true, null, "report-by-link"), (false, null, null),
        }));
        await Do(new RecordProgress(early, 35, null, null, (await One(early)).Version), Officer);
        Assert.That((await Get(new GetPlanSnapshot(plan, "2026-Q3"))).Activities[4].Source?.Who, Is.EqualTo("Olga Rusu"), "said after the earlier report");
        Assert.That(taken, Is.EqualTo(activities[3].Id));
    }

    [Test]
    public async Task Due_dates_money_and_parts_stand_under_the_lines_of_the_plan()
    {
        var plan = await DraftPlan();
        var recurring = await Activity(plan, "1.1", "trimestrial");
        var quota = await Activity(plan, "1.2", "monthly");
        var joint = await Activity(plan, "1.3", "trimestrial");
        await PutInForce(plan);
        await Do(new SplitActivity(joint, [Ministry, Agency], (await One(joint)).Version));
        var parts = (await One(joint)).Related.Where(r => r.Relation == Relation.Part).Select(r => r.Id).ToList();

        var report = await Get(Report(recurring, 30) with { Occurrences = [new OccurrenceClaim(new DateOnly(2026, 6, 30))] }, MinistryLink);
        Assert.That((await Occurrences(recurring)).Single(), Is.EqualTo(new OccurrenceSnapshot(recurring, new DateOnly(2026, 6, 30), null, 1, 1, false)), "said to be done, and nobody has agreed yet");
        await Do(new AcceptReport(report, 1));
        await Do(new SettleOccurrence(quota, new DateOnly(2026, 5, 31), OccurrenceState.Waived, null, null, "Sărbători.", (await One(quota)).Version));
        Assert.That((await Occurrences(recurring)).Single().DoneOn, Is.EqualTo(Today));
        Assert.That((await Occurrences(quota)).Select(o => (o.Due, o.Waived)), Is.EqualTo(new[] { (new DateOnly(2026, 4, 30), false), (new DateOnly(2026, 6, 2), true), (new DateOnly(2026, 6, 30), false) }), "31 May and 1 June are days off");
        Assert.That((await Occurrences(joint)).Count, Is.EqualTo(1), "not once more for each part");

        await Get(new SetBudgetLine(recurring, null, 2026, BudgetSource.WithinLimits, null, null, null, null, null));
        await Get(new SetBudgetLine(recurring, null, 2026, BudgetSource.Donor, "UNFPA", 10m, 1m, 4m, 0.5m, "EUR", 20m, Today));
        await Get(new SetBudgetLine(recurring, null, 2027, BudgetSource.StateBudget, null, 7m, null, null, null));
        await Get(new SetBudgetLine(parts[1], null, 2026, BudgetSource.StateBudget, null, 3m, 2m, 2.5m, null));
        var snapshot = await Get(new GetPlanSnapshot(plan, "2026-Q2"));
        Assert.That(snapshot.Budget, Is.EqualTo(new[]
        {
            new BudgetSnapshot(recurring, 2026, "Donor", "UNFPA", "MDL", true, 200m, 20m, 80m, 10m, 60m),
            new BudgetSnapshot(recurring, 2026, "WithinLimits", null, "MDL", false, null, null, null, null, null),
            new BudgetSnapshot(joint, 2026, "StateBudget", null, "MDL", true, 3m, 2m, 2.5m, null, null),
        }));
        Assert.That((await Get(new GetPlanSnapshot(plan, "2027-Q2"))).Budget.Single().Planned, Is.EqualTo(7m));

        await Get(Report(parts[0], 30), MinistryLink);
        App.Clock.Set(July);
        await Get(Report(parts[1], 80), AgencyLink);
        var whole = (await Get(new GetPlanSnapshot(plan, "2026-Q3"))).Activities.Single(a => a.Id == joint);
        Assert.That((whole.Reported, whole.EarlierPercent, whole.Source?.Kind, whole.Source?.Who, whole.Narrative), Is.EqualTo((true, (int?)15, "report-by-link", "ANAS", "Două ședințe.")));

        async Task<IReadOnlyList<OccurrenceSnapshot>> Occurrences(Guid activity) => [.. (await Get(new GetPlanSnapshot(plan, "2026-Q2"))).Occurrences.Where(o => o.ActivityId == activity)];
    }

    [Test]
    public async Task The_statements_do_not_grow_with_the_plan()
    {
        var plan = await DraftPlan();
        for (var i = 1; i <= 2; i++) await Activity(plan, $"1.{i}", "trimestrial");
        await PutInForce(plan);
        var few = (await App.Statements.During(() => Get(new GetPlanSnapshot(plan, "2026-Q2")))).Count;
        var more = await DraftPlan("PA-2");
        var ids = new List<Guid>();
        for (var i = 1; i <= 8; i++) ids.Add(await Activity(more, $"1.{i}", "trimestrial"));
        await PutInForce(more);
        foreach (var id in ids)
        {
            await Get(Report(id, 10), MinistryLink);
            await Get(new SetBudgetLine(id, null, 2026, BudgetSource.StateBudget, null, 1m, null, null, null));
        }

        App.Clock.Set(July);
        await Amend(more, () => Get(new ProposeEnd(ids[0], Superseded: false, "Nu se mai face.")), July);
        foreach (var period in new[] { "2026-Q2", "2026-Q3" })
        {
            Assert.That((await App.Statements.During(() => Get(new GetPlanSnapshot(more, period)))).Count, Is.LessThanOrEqualTo(12).And.LessThanOrEqualTo(few + 1), "one more asks for the institutions' names");
        }
    }

    private static SubmitReport Report(Guid activity, int percent) => new(activity, null, null, ReportedState.InProgress, percent, "Două ședințe.", null, null, null);
}
