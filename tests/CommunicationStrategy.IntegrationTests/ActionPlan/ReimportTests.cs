// A table imported again: only what differs, field by field; undone while nothing was built on it; into a plan in force by amendment.
using System.Text;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class ReimportTests(string provider) : WebWorld(provider)
{
    private const string Table = "Nr.,Obiectiv,Acțiune,Termen,Responsabil,Costuri\n1.1,Presa,Clubul de presă,30.06.2026,MAI,\"12,5\"\n1.2,Presa,Buletin,trimestrial,ANAS,\n1.3,Presa,Pagina web,permanent,MAI,\n";

    [TestCase("actionplan-A.csv", 2023, 2025, "en", "csv")]
    [TestCase("actionplan-A.csv", 2023, 2025, "en", "xlsx")]
    [TestCase("actionplan-A.csv", 2023, 2025, "en", "docx")]
    [TestCase("actionplan-C.csv", 2020, 2022, "it", "xlsx")]
    [TestCase("actionplan-C.csv", 2020, 2022, "it", "docx")]
    [TestCase("actionplan-E-moldova-romania-excerpts.csv", 2018, 2020, "ro", "xlsx")]
    [TestCase("actionplan-E-moldova-romania-excerpts.csv", 2018, 2020, "ro", "docx")]
    public async Task The_exported_plan_imported_again_differs_in_nothing(string file, int from, int to, string language, string format)
    {
        var plan = await Get(new CreatePlan($"P-{from}", LocalizedText.Of("ro", "Planul"), new DateOnly(from, 1, 1), new DateOnly(to, 12, 31)));
        await Imported(plan, file, await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", file)), language);
        var officer = await SignedIn(Role.Officer);
        foreach (var interfaceLanguage in new[] { "ro", "ru", "en" })
        {
            using var answer = (await officer.Open($"/plans/{plan}/table?format={format}&lang={interfaceLanguage}")).Response;
            var again = await Checked(plan, $"again.{format}", await answer.Content.ReadAsByteArrayAsync(), language);
            Assert.That(again.Findings.Where(f => f.IsError).Select(f => f.Message), Is.Empty);
            Assert.That(again.Differences.Select(d => $"{d.Effect} {d.Number}: {string.Join("; ", d.Changes)}"), Is.Empty, interfaceLanguage);
            Assert.That(again.Counts!.Same, Is.EqualTo(again.RowCount).And.Positive);
        }
    }

    [Test]
    public async Task Added_changed_and_gone_are_told_apart_and_the_import_is_undone()
    {
        var plan = await DraftPlan();
        await Imported(plan, "plan.csv", Encoding.UTF8.GetBytes(Table), "ro");
        await Do(new TranslateActivities(plan, "en", [new("1.1", "Press club", null)]));
        var changed = Table.Replace("30.06.2026", "31.07.2026", StringComparison.Ordinal).Replace("1.3,Presa,Pagina web,permanent,MAI,\n", "1.4,Presa,Linia fierbinte,permanent,MAI,\n", StringComparison.Ordinal);
        var second = await Checked(plan, "plan.csv", Encoding.UTF8.GetBytes(changed), "ro");
        Assert.That(second.Differences.Select(d => (d.Effect, d.Number, d.Cell)), Is.EqualTo(new[] { (ImportEffect.Changed, "1.1", "A2"), (ImportEffect.Added, "1.4", "A4"), (ImportEffect.Gone, "1.3", (string?)null) }));
        Assert.That(second.Differences[0].Changes, Is.EqualTo(new[] { new LineChange("DeadlineWords", "30.06.2026", "31.07.2026") }));
        await Do(new StartImport(second.Id, EndGone: true));
        await Do(new CommitImport(second.Id));

        var rows = (await Get(new ListActivities(plan))).Items;
        Assert.That(rows.Select(r => (r.Number, r.Due, r.OriginalDue)).Take(1).Concat(rows.Skip(1).Select(r => (r.Number, (DateOnly?)null, (DateOnly?)null))), Is.EqualTo(new[] { ("1.1", (DateOnly?)new DateOnly(2026, 7, 31), (DateOnly?)null), ("1.2", null, null), ("1.4", null, null) }));
        Assert.That(rows[0].Title["en"], Is.EqualTo("Press club"), "what the file does not speak of stays");
        await Do(new UndoImport(second.Id));
        Assert.That((await Get(new ListActivities(plan))).Items.Select(r => r.Number), Is.EqualTo(new[] { "1.1", "1.2", "1.3" }));
        Assert.That((await One(rows[0].Id)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 6, 30)));
        Assert.That((await App.Send(new UndoImport(second.Id))).Failure?.Code, Is.EqualTo("action-plan.import-not-imported"));
    }

    [Test]
    public async Task An_import_on_which_something_was_built_is_not_undone()
    {
        var plan = await DraftPlan();
        var import = await Imported(plan, "plan.csv", Encoding.UTF8.GetBytes(Table), "ro");
        var row = (await Get(new ListActivities(plan))).Items[1];
        await Get(new CorrectDeadline(row.Id, null, new DateOnly(2026, 12, 1), row.Version));
        var refused = await App.Send(new UndoImport(import));
        Assert.That((refused.Failure?.Code, refused.Failure?.Args[0]), Is.EqualTo(("action-plan.import-built-on", "1.2")));
        Assert.That((await Get(new ListActivities(plan))).Total, Is.EqualTo(3), "nothing was taken back");
    }

    [Test]
    public async Task Into_a_plan_in_force_the_table_goes_as_an_amendment()
    {
        var plan = await DraftPlan();
        await Imported(plan, "plan.csv", Encoding.UTF8.GetBytes(Table), "ro");
        await PutInForce(plan);
        var refused = await App.Send(new UploadPlanFile(plan, "plan.csv", Encoding.UTF8.GetBytes(Table), "ro"));
        Assert.That(refused.Failure?.Code, Is.EqualTo("action-plan.amendment-needed"));

        var amendment = await Get(new StartAmendment(plan, "HG nr. 2/2026", "Se extinde.", new DateOnly(2026, 3, 1)));
        var second = await Checked(plan, "plan.csv", Encoding.UTF8.GetBytes(Table.Replace("30.06.2026", "30.09.2026", StringComparison.Ordinal) + "1.5,Presa,Nouă,30.11.2026,MAI,\n"), "ro");
        await Do(new StartImport(second.Id));
        await Do(new CommitImport(second.Id));
        var proposed = await Get(new GetAmendment(amendment));
        Assert.That(proposed.Lines.Select(l => (l.Kind, l.Number)), Is.EqualTo(new[] { (AmendmentKind.Change, "1.1"), (AmendmentKind.Add, "1.5") }));
        Assert.That((await Get(new ListActivities(plan))).Total, Is.EqualTo(3), "the plan in force has not moved");
        Assert.That((await App.Send(new UndoImport(second.Id))).Failure?.Code, Is.EqualTo("action-plan.import-in-amendment"));
    }

    [Test]
    public async Task Several_leads_get_a_part_each_and_the_activity_stands_as_they_do()
    {
        var plan = await DraftPlan();
        await Imported(plan, "plan.csv", "Nr.,Acțiune,Termen,Responsabil\n1.1,Instruire comună,30.06.2026,MAI; ANAS\n"u8.ToArray(), "ro");
        await PutInForce(plan);
        var row = (await Get(new ListActivities(plan))).Items.Single();
        var joint = await One(row.Id);
        Assert.That((joint.Shape, string.Join(' ', joint.Related.Select(r => $"{r.Relation}:{r.Number}:{r.Lead}"))), Is.EqualTo((ActivityShape.Joint, "Part:1.1/1:MAI Part:1.1/2:ANAS")));
        Assert.That((await Get(new GetOpenObligations(Today, new DateOnly(2026, 6, 30)))).Select(o => (o.Number, o.InstitutionId)), Is.EquivalentTo(new[] { ("1.1/1", Ministry), ("1.1/2", Agency) }));
        Assert.That((await App.Send(new StartActivity(row.Id, row.Version))).Failure?.Code, Is.EqualTo("action-plan.joint"));

        var (first, second) = (joint.Related[0].Id, joint.Related[1].Id);
        await Do(new CompleteActivity(first, new DateOnly(2026, 5, 20), false, null, null, (await One(first)).Version));
        Assert.That(await State(row.Id), Is.EqualTo(ActivityState.InProgress));
        await Do(new CompleteActivity(second, new DateOnly(2026, 5, 30), false, null, null, (await One(second)).Version));
        Assert.That(((await One(row.Id)).State, (await One(row.Id)).CompletedOn), Is.EqualTo((ActivityState.Completed, (DateOnly?)new DateOnly(2026, 5, 30))));
        var snapshot = await Get(new GetPlanSnapshot(plan, "2026-Q2"));
        Assert.That(snapshot.Activities.Select(a => a.Number), Is.EqualTo(new[] { "1.1" }), "the plan's line is judged once");
    }

    [Test]
    public async Task A_group_is_split_among_its_members_and_united_again()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, "1.1", "30.06.2026", "Autoritățile publice locale");
        await Do(new SplitActivity(id, [Ministry, Agency], (await One(id)).Version));
        var version = (await One(id)).Version;
        Assert.That((await App.Send(new SplitActivity(id, [Ministry, Agency], version))).Failure?.Code, Is.EqualTo("action-plan.already-split"));
        await Do(new PostponeActivity(id, new DateOnly(2026, 9, 30), "Toate.", version));
        var part = (await One(id)).Related[0].Id;
        Assert.That((await One(part)).Deadline.Due, Is.EqualTo(new DateOnly(2026, 9, 30)), "a part follows the whole");
        await Do(new UniteActivity(id, (await One(id)).Version));
        Assert.That((await One(id)).Related, Is.Empty);
    }

    [Test]
    public async Task Actions_and_sub_actions_find_each_other_by_their_numbers()
    {
        var plan = await DraftPlan();
        var action = await Activity(plan, "63.");
        var sub = await Activity(plan, "63.(8)");
        _ = await Activity(plan, "630");
        Assert.That((await One(action)).Related.Select(r => (r.Relation, r.Number)), Is.EqualTo(new[] { (Relation.SubAction, "63.(8)") }));
        Assert.That((await One(sub)).Related.Select(r => (r.Relation, r.Number)), Is.EqualTo(new[] { (Relation.Action, "63.") }));
    }

    private async Task<Guid> Imported(Guid plan, string name, byte[] content, string language)
    {
        var import = await Checked(plan, name, content, language);
        await Do(new StartImport(import.Id));
        await Do(new CommitImport(import.Id));
        Assert.That((await Get(new GetImport(import.Id))).State, Is.EqualTo(ImportState.Imported));
        return import.Id;
    }

    private async Task<ImportDetails> Checked(Guid plan, string name, byte[] content, string language)
    {
        var import = await Get(new UploadPlanFile(plan, name, content, language));
        await Do(new MapImportColumns(import, [.. (await Get(new GetImport(import))).Columns.Select(c => c.Meaning)]));
        await Do(new CheckImport(import));
        return await Get(new GetImport(import));
    }
}
