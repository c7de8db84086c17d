// Real plans through the whole import on real databases, and what bad input gets.
using System.Globalization;
using System.Text;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Institutions;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed class ImportTests(string provider) : DatabaseTest(provider)
{
    [Test]
    public async Task Plan_C_285_rows_in_Italian_all_imported()
    {
        var plan = await Plan(2020, 2022);
        var import = await Upload(plan, "actionplan-C.csv", "it");
        var details = await Check(import);
        TestContext.Out.WriteLine($"Plan C: {details.Counts}");
        Assert.That(details.Findings.Where(f => f.IsError).Select(f => f.Message), Is.Empty);
        Assert.That(details.Counts, Is.EqualTo(new ImportCounts(285, 215, 70, 0, 0, details.Counts!.UnknownInstitutions) { Added = 285 }));
        Assert.That(details.Counts.UnknownInstitutions, Is.GreaterThan(10));

        await Commit(import);

        Assert.That((await Get(new GetActivityNames(plan))), Has.Count.EqualTo(285));
        Assert.That((await Get(new GetActivityNames(plan)))[0].Title["it"], Does.StartWith("Predisposizione di un’area in Developers Italia"));
    }

    [TestCase("actionplan-A.csv")]
    [TestCase("actionplan-A.xlsx")]
    public async Task Plan_A_from_CSV_and_from_a_workbook_of_another_program(string file)
    {
        var plan = await Plan(2023, 2025);
        var import = await Upload(plan, file, "en");
        var details = await Check(import);
        TestContext.Out.WriteLine($"{file}: {details.Counts}");
        Assert.That(details.Findings.Where(f => f.IsError).Select(f => f.Message), Is.Empty);
        Assert.That(details.Counts is { Rows: 91, AwaitingTrigger: 6 });

        await Commit(import);

        var names = await Get(new GetActivityNames(plan));
        Assert.That(names, Has.Count.EqualTo(91));
        Assert.That(names.Select(n => n.Number).Take(3), Is.EqualTo(new[] { "1.1.1.1.1", "1.1.1.1.2", "1.1.1.1.3" }));
        var third = await Get(new GetActivity(names[2].Id));
        Assert.That(third.Title.In("en"), Does.StartWith("Updating the Methodology of the Standardized Survey"));
    }

    [Test]
    public async Task Plan_E_in_the_domains_own_table_format()
    {
        var plan = await Plan(2018, 2020);
        var import = await Upload(plan, "actionplan-E-moldova-romania-excerpts.csv", "ro");
        await Check(import);
        await Commit(import);
        Assert.That((await Get(new GetActivityNames(plan))), Has.Count.EqualTo(7));
    }

    [TestCase("actionplan-A", "en", 2023, 2025)]
    [TestCase("actionplan-C", "it", 2020, 2022)]
    [TestCase("actionplan-E-moldova-romania-excerpts", "ro", 2018, 2020)]
    public async Task A_plan_gives_the_same_activities_from_CSV_workbook_and_document(string name, string language, int from, int to)
    {
        var fromCsv = await Activities($"{name}.csv", language, from, to);
        Assert.That(fromCsv, Has.Count.GreaterThanOrEqualTo(7));
        Assert.That(await Activities($"{name}.xlsx", language, from, to), Is.EqualTo(fromCsv));
        Assert.That(await Activities($"{name}.docx", language, from, to), Is.EqualTo(fromCsv));
    }

    [Test]
    public async Task A_document_with_merged_cells_counted_numbers_and_changes()
    {
        var plan = await Plan(2026, 2027);
        var import = await Upload(plan, "actionplan-tracked.docx", "ro");
        var details = await Check(import);
        Assert.That(details.Findings.Where(f => f.IsError), Is.Empty);
        Assert.That(details.Findings.Where(f => f.Code == "action-plan.import-subaction-number").Select(f => (f.Table, f.Cell)), Is.EqualTo(new (int?, string?)[] { (1, "A4"), (1, "A5") }));
        await Commit(import);

        var activities = new List<ActivityDetails>();
        foreach (var name in await Get(new GetActivityNames(plan))) activities.Add(await Get(new GetActivity(name.Id)));
        Assert.That(activities.Select(a => $"{a.Number} {a.ObjectiveNumber} {a.Title["ro"]}: {a.Deadline.AsWritten} {a.Deadline.Kind}"), Is.EqualTo(new[]
        {
            "1.(1) 1.1 Ședință lunară: iunie -> iulie 2026 Revised", "1.(2) 1.1 Buletin trimestrial: trim. IV 2026 Quarter",
            "2 1.1 Site nou: 31.12.2026 Date", "3 1.2 Răspuns în 24 de ore: permanent Permanent",
        }));
        Assert.That(activities[0].Assignments.Select(a => a.NameAsWritten), Is.EqualTo(new[] { "Cancelaria de Stat", "MAI" }));
    }

    [Test]
    public async Task A_layout_is_remembered_and_an_imported_file_cannot_be_imported_again()
    {
        var plan = await Plan(2026, 2027);
        const string file = "Cod;Ce facem;Când\n1;Club de presă;permanent\n";
        var first = await UploadText(plan, file);
        var guessed = (await Get(new GetImport(first))).Columns.Select(c => c.Meaning).ToList();
        Assert.That(guessed, Has.All.EqualTo(PlanColumn.Ignore));

        await Do(new MapImportColumns(first, [PlanColumn.Number, PlanColumn.Action, PlanColumn.Deadline]));
        await Do(new CheckImport(first));
        await Commit(first);
        Assert.That((await App.Send(new StartImport(first))).Failure?.Code, Is.EqualTo("action-plan.import-over"));

        var second = await UploadText(plan, file);
        Assert.That((await Get(new GetImport(second))).Columns.Select(c => c.Meaning), Is.EqualTo(new[] { PlanColumn.Number, PlanColumn.Action, PlanColumn.Deadline }));
        var again = await Check(second);
        Assert.That(again.Counts is { Added: 0, Changed: 0, Gone: 0, Same: 1 }, "the same file again changes nothing");
        Assert.That((await Get(new ListImports())).Total, Is.EqualTo(2));
    }

    [Test]
    public async Task Errors_name_their_cell_and_nothing_is_written()
    {
        var plan = await Plan(2026, 2027);
        var import = await UploadText(plan, "Nr.,Acțiunea,Termen,Responsabil\n1,Prima,permanent,X\n,A doua,anual,X\n1,A treia,cândva,X\n3,,15.03.2026,X\n");
        var details = await Check(import);

        Assert.That(details.Findings.Where(f => f.IsError).Select(f => (f.Cell, f.Code)), Is.EqualTo(new[]
        {
            ("A3", "action-plan.import-number-missing"), ("A4", "action-plan.import-number-twice"), ("B5", "action-plan.import-title-missing"),
        }));
        Assert.That(details.Findings.Where(f => !f.IsError).Select(f => (f.Cell, f.Code)), Does.Contain(("C4", "action-plan.import-deadline-unresolved")));
        Assert.That(await Get(new GetActivityNames(plan)), Is.Empty);
    }

    [Test]
    public async Task A_broken_file_is_refused_with_its_reason_and_nothing_is_stored()
    {
        var plan = await Plan(2026, 2027);
        foreach (var (bytes, code) in new (byte[], string)[]
        {
            ("PK\u0003\u0004 not a workbook"u8.ToArray(), "table.broken-file"),
            (Encoding.Latin1.GetBytes("Nr.,Acțiunea\n1,Rezum\u00e9\n"), "table.wrong-encoding"),
            (new byte[21 * 1024 * 1024], "table.too-large"),
            ([], "action-plan.file-missing"),
        })
        {
            var result = await App.Send(new UploadPlanFile(plan, "plan.xlsx", bytes, "ro"));
            Assert.That(result.Failure?.Fields.Select(f => (f.Field, f.Code)), Is.EqualTo(new[] { ("File", code) }));
        }

        Assert.That((await Get(new ListImports())).Total, Is.Zero);
    }

    [Test]
    public async Task Institutions_are_matched_split_and_queued()
    {
        foreach (var name in new[] { "Ministerul Afacerilor Interne|MAI", "Cancelaria de Stat|CS", "Ministerul Sănătății, Muncii și Protecției Sociale|MSMPS" })
        {
            await Get(new AddInstitution(LocalizedText.Of(name.Split('|')[0], null, null), LocalizedText.Of(name.Split('|')[1], null, null), InstitutionType.CentralAuthority));
        }

        var plan = await Plan(2026, 2027);
        var import = await UploadText(plan, "Nr.,Acțiunea,Responsabil,Parteneri\n1,Una,\"Ministerul Sănătății, Muncii și Protecției Sociale\",\"MAI, CS\"\n2,Alta,MAI prin IGP; CS,Asociația Nouă\n");
        var details = await Check(import);
        Assert.That(details.Counts?.UnknownInstitutions, Is.EqualTo(1));
        Assert.That(details.Findings.Single(f => f.Code == "action-plan.import-institution-unknown").Cell, Is.EqualTo("D3"));

        await Commit(import);
        var activities = (await Get(new GetActivityNames(plan))).ToDictionary(a => a.Number, a => a.Id);
        var one = await Get(new GetActivity(activities["1"]));
        Assert.That(one.Assignments.Select(a => a.NameAsWritten), Is.EqualTo(new[] { "Ministerul Sănătății, Muncii și Protecției Sociale", "MAI", "CS" }));
        Assert.That(one.Assignments.All(a => a.InstitutionId is not null));
    }

    /// <summary>Each activity of the file in one line: number, objective, title, deadline as read, cost, indicators, institutions.</summary>
    private async Task<IReadOnlyList<string>> Activities(string file, string language, int from, int to)
    {
        var plan = await Get(new CreatePlan($"{file[^4..]}-{from}", LocalizedText.Of("Plan", null, null), new DateOnly(from, 1, 1), new DateOnly(to, 12, 31)));
        var import = await Upload(plan, file, language);
        var details = await Check(import);
        Assert.That(details.Findings.Where(f => f.IsError).Select(f => f.Message), Is.Empty, file);
        await Commit(import);
        var lines = new List<string>();
        foreach (var name in (await Get(new GetActivityNames(plan))).OrderBy(n => n.Number, StringComparer.Ordinal))
        {
            var a = await Get(new GetActivity(name.Id));
            // A workbook holds the number itself, "2,238.70" as 2238.7.
            var cost = decimal.TryParse(a.CostAsWritten, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) ? figure.ToString("0.##", CultureInfo.InvariantCulture) : a.CostAsWritten;
            lines.Add($"{a.Number} | {a.ObjectiveNumber} {a.Objective.In(language)} | {a.Title.In(language)} | {a.Deadline.AsWritten} {a.Deadline.Kind} {a.Deadline.Start} {a.Deadline.Due} | {cost} {a.FundingAsWritten} | {a.IndicatorText} | {string.Join("; ", a.Assignments.Select(i => $"{i.Role} {i.NameAsWritten} {i.ActsThrough}"))}");
        }

        return lines;
    }

    private Task<Guid> Plan(int from, int to) => Get(new CreatePlan($"P-{from}", LocalizedText.Of("Plan", null, null), new DateOnly(from, 1, 1), new DateOnly(to, 12, 31)));

    private async Task<Guid> Upload(Guid plan, string file, string language) =>
        await Get(new UploadPlanFile(plan, file, await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", file)), language));

    private Task<Guid> UploadText(Guid plan, string text) => Get(new UploadPlanFile(plan, "plan.csv", Encoding.UTF8.GetBytes(text), "ro"));

    private async Task<ImportDetails> Check(Guid import)
    {
        var uploaded = await Get(new GetImport(import));
        await Do(new MapImportColumns(import, [.. uploaded.Columns.Select(c => c.Meaning)]));
        await Do(new CheckImport(import));
        return await Get(new GetImport(import));
    }

    private async Task Commit(Guid import)
    {
        await Do(new StartImport(import));
        await Do(new CommitImport(import));
        Assert.That((await Get(new GetImport(import))).State, Is.EqualTo(ImportState.Imported));
    }
}
