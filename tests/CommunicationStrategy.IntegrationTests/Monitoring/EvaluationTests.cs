// A quarter from its closing to its frozen report, on every database.
using System.Text;
using System.Text.Json;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class EvaluationTests(string provider) : PlanWorld(provider)
{
    private const string Period = "2026-Q2";

    /// <summary>Of the quarter below. The same on every database, machine and release; a new schema of the snapshot is a new number here.</summary>
    private const string KnownHash = "85220aa0866a5efc9d44614c418a575ef7d6e2d27d132e6f59a08864759b4c6f";

    private static readonly Caller Officer = Person("Ofițer", Permission.Evaluate, Permission.ViewMonitoring);
    private static readonly Caller Head = Person("Șefa secretariatului", Permission.ApproveEvaluation, Permission.ViewMonitoring);

    [Test]
    public async Task Closing_the_collection_leaves_a_draft_made_by_the_system()
    {
        var plan = await ClosedQuarter();
        await App.DispatchAsync();
        await App.DispatchAsync();

        var row = (await Get(new ListEvaluations(plan))).Items.Single();
        Assert.Multiple(() =>
        {
            Assert.That((row.Period, row.Revision, row.State, row.CutOff), Is.EqualTo((Period, 1, EvaluationState.Draft, new DateOnly(2026, 6, 30))));
            Assert.That((row.Due, row.Implemented, row.Overdue, row.Rate), Is.EqualTo((3, 1, 2, 0.33333333m)));
            Assert.That((row.ReportsDue, row.ReportsReceived), Is.EqualTo((5, 2)), "live activities owe a report, awaiting their trigger or not");
        });
        var details = await Get(new GetEvaluation(row.Id));
        Assert.That(details.ComputedById, Is.Null);
        Assert.That(details.Snapshot.Coverage, Is.EqualTo(new CoverageFigures(1, 1, 0, 0, 1)));
        Assert.That(details.Snapshot.Activities.Select(a => $"{a.Number} {a.Verdict}"), Is.EqualTo(new[]
        {
            "1.1 ImplementedOnTime", "1.2 NotImplemented", "1.10 NotImplemented", "2.1 InProgress", "2.2 AwaitingTrigger", "2.3 Outside",
        }));
    }

    [Test]
    public async Task Computed_by_many_at_once_there_is_one_draft_and_the_system_leaves_a_persons_draft_alone()
    {
        var plan = await ClosedQuarter();
        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => App.Send(new ComputeEvaluation(plan, Period), Officer)));
        Assert.That(results.Select(r => r.Require()).Distinct().Count(), Is.EqualTo(1));
        var row = (await Get(new ListEvaluations(plan))).Items.Single();
        await App.DispatchAsync();
        var details = await Get(new GetEvaluation(row.Id));
        Assert.That((details.ComputedById, details.ComputedAt), Is.EqualTo((Officer.Id, row.ComputedAt)));
    }

    [Test]
    public async Task The_hash_is_the_same_on_every_database()
    {
        var details = await Get(new GetEvaluation(await Computed()));
        Assert.That(details.ContentHash, Is.EqualTo(KnownHash));
        Assert.That(details.ContentIntact, Is.True);
    }

    [Test]
    public async Task An_open_collection_cannot_be_evaluated()
    {
        var plan = await PlanInForce();
        await Activity(plan);
        Assert.That((await App.Send(new ComputeEvaluation(plan, Period), Officer)).Failure!.Code, Is.EqualTo("monitoring.collection-open"));
        await Do(new OpenCollection(plan, Period));
        Assert.That((await App.Send(new ComputeEvaluation(plan, Period), Officer)).Failure!.Code, Is.EqualTo("monitoring.collection-open"));
        Assert.That((await App.Send(new ComputeEvaluation(plan, "2026-Q5"), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.period-unreadable"));
        Assert.That((await App.Send(new ComputeEvaluation(Guid.CreateVersion7(), Period), Officer)).Failure!.Kind, Is.EqualTo(FailureKind.NotFound));
    }

    [Test]
    public async Task Whoever_computed_it_cannot_approve_it()
    {
        var both = Person("Amândouă", Permission.Evaluate, Permission.ApproveEvaluation, Permission.ViewMonitoring);
        var id = await Computed(both);
        Assert.That((await App.Send(new ApproveEvaluation(id, 1), both)).Failure!.Code, Is.EqualTo("monitoring.four-eyes"));
        Assert.That((await App.Send(new ApproveEvaluation(id, 1), Officer)).Failure!.Kind, Is.EqualTo(FailureKind.Forbidden));
        Assert.That((await App.Send(new ApproveEvaluation(id, 7), Head)).Failure!.Kind, Is.EqualTo(FailureKind.StaleVersion));
        await Do(new ApproveEvaluation(id, 1), Head);
        Assert.That((await Get(new GetEvaluation(id))).State, Is.EqualTo(EvaluationState.Approved));
    }

    [Test]
    public async Task What_is_approved_stays_whatever_happens_to_the_plan()
    {
        var id = await Computed();
        await Do(new ApproveEvaluation(id, 1), Head);
        var before = await Get(new GetEvaluation(id));
        var json = await Export(id, "json");

        var late = before.Snapshot.Activities.Single(a => a.Number == "1.2");
        Assert.That(late.Verdict, Is.EqualTo(Verdict.NotImplemented));
        var activity = (await Get(new GetActivityNames(before.PlanId))).Single(a => a.Number == "1.2");
        await Do(new CompleteActivity(activity.Id, new DateOnly(2026, 6, 20), false, "Făcut", null, (await One(activity.Id)).Version));

        Assert.That((await App.Send(new ComputeEvaluation(before.PlanId, Period), Officer)).Failure!.Code, Is.EqualTo("monitoring.frozen"));
        var after = await Get(new GetEvaluation(id));
        Assert.That((after.ContentHash, after.Version, after.ContentIntact, after.SealIntact), Is.EqualTo((before.ContentHash, before.Version, true, true)));
        Assert.That(await Export(id, "json"), Is.EqualTo(json));

        var second = await Get(new ReopenEvaluation(id, "1.2 a fost realizată în trimestru"), Head);
        var revised = await Get(new GetEvaluation(second));
        Assert.That((revised.Revision, revised.State, revised.Snapshot.Totals.Implemented), Is.EqualTo((2, EvaluationState.Draft, 2)));
        Assert.That((await Get(new GetEvaluation(id))).LatestRevision, Is.EqualTo(2));
        Assert.That((await App.Send(new ReopenEvaluation(id, "încă o dată"), Head)).Failure!.Code, Is.EqualTo("monitoring.newer-revision"));
        Assert.That((await App.Send(new ReopenEvaluation(second, ""), Head)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.reason-required"));
    }

    [Test]
    public async Task A_draft_is_computed_anew_and_the_next_quarter_sees_only_what_was_approved()
    {
        var id = await Computed();
        var plan = (await Get(new GetEvaluation(id))).PlanId;
        Assert.That(await Get(new ComputeEvaluation(plan, Period), Officer), Is.EqualTo(id));

        App.Clock.Set(new DateOnly(2026, 10, 1));
        await Do(new OpenCollection(plan, "2026-Q3"));
        await Do(new CloseCollection(plan, "2026-Q3"));
        var next = await Get(new ComputeEvaluation(plan, "2026-Q3"), Officer);
        Assert.That((await Get(new GetEvaluation(next))).Snapshot.Previous, Is.Null);

        await Do(new ApproveEvaluation(id, (await Get(new GetEvaluation(id))).Version), Head);
        _ = await Get(new ComputeEvaluation(plan, "2026-Q3"), Officer);
        var previous = (await Get(new GetEvaluation(next))).Snapshot.Previous!;
        Assert.That((previous.Period, previous.Totals.Rate, previous.Overdue), Is.EqualTo((Period, 0.33333333m, 2)));
    }

    [Test]
    public async Task A_changed_audit_entry_or_snapshot_is_seen()
    {
        var id = await Computed();
        await Do(new ApproveEvaluation(id, 1), Head);
        Assert.That((await Get(new GetEvaluation(id))).SealIntact, Is.True);

        await Tamper("Audit", "Who", "Altcineva");
        Assert.That((await Get(new GetEvaluation(id))).SealIntact, Is.False);
        await Tamper("Evaluations", "ContentHash", new string('0', 64));
        Assert.That((await Get(new GetEvaluation(id))).ContentIntact, Is.False);
    }

    [Test]
    public async Task Every_format_in_every_language_is_a_file_with_the_hash_in_it()
    {
        var id = await Computed();
        var hash = (await Get(new GetEvaluation(id))).ContentHash;
        var formats = await Get(new GetExportFormats(), Officer);
        foreach (var format in formats.Formats.Where(f => !f.EndsWith("pdf", StringComparison.Ordinal)))
        {
            foreach (var language in LocalizedText.Languages)
            {
                var file = await Get(new ExportEvaluation(id, format, language), Officer);
                Assert.That(file.Content, Has.Length.GreaterThan(1000), format);
                Assert.That(file.FileName, Does.EndWith(format == "charts" ? ".zip" : "." + format[(format.LastIndexOf('-') + 1)..]));
                Assert.That(file.FileName, Does.Not.Match("[/\\\\:\"]"));
                if (format is "csv" or "json") Assert.That(Encoding.UTF8.GetString(file.Content), Does.Contain(hash));
            }
        }

        using var json = JsonDocument.Parse(await Export(id, "json"));
        Assert.That(json.RootElement.GetProperty("watermark").GetString(), Is.EqualTo("PROIECT"));
        Assert.That((await App.Send(new ExportEvaluation(id, "xls", "ro"))).Failure!.Fields.Single(), Is.EqualTo(new FieldError("Format", "monitoring.format-unknown", "The format is one of docx, pdf, xlsx, csv, json, brief-docx, brief-pdf, charts.")));
        Assert.That((await App.Send(new ExportEvaluation(id, "csv", "fr"))).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.language-unknown"));
        Assert.That((await App.Send(new ExportEvaluation(id, "csv", "ro"), Caller.Anonymous)).Failure!.Kind, Is.EqualTo(FailureKind.Forbidden));
    }

    [Test]
    public async Task PDF_is_printed_or_says_why_not()
    {
        var id = await Computed();
        var pdf = await App.Send(new ExportEvaluation(id, "pdf", "ro"), Officer);
        if ((await Get(new GetExportFormats())).WhyNoPdf is null) Assert.That(Encoding.ASCII.GetString(pdf.Require().Content[..5]), Is.EqualTo("%PDF-"));
        else Assert.That(pdf.Failure!.Code, Is.EqualTo("monitoring.pdf-unavailable"));
    }

    private static Caller Person(string name, params Permission[] permissions) => new(CallerKind.Person, name, Guid.CreateVersion7(), null, permissions);

    private async Task<string> Export(Guid id, string format) => Encoding.UTF8.GetString((await Get(new ExportEvaluation(id, format, "ro"))).Content);

    private async Task<Guid> Computed(Caller? by = null)
    {
        var plan = await ClosedQuarter();
        return await Get(new ComputeEvaluation(plan, Period), by ?? Officer);
    }

    /// <summary>Six activities, three of them due by 30 June: one done on time, one overdue since 15 June, one due on the last day; collection closed on 21 July.</summary>
    private async Task<Guid> ClosedQuarter()
    {
        var plan = await DraftPlan();
        var done = await Activity(plan, "1.1");
        await Activity(plan, "1.2", "15.06.2026", title: "Buletinul informativ");
        var silent = await Activity(plan, "1.10", "30.06.2026", lead: "ANAS", title: "Instruirea persoanelor de contact");
        var running = await Activity(plan, "2.1", "31.12.2026", title: "Campania de informare");
        await Activity(plan, "2.2", "30 de zile după intrarea în vigoare a legii", title: "Regulamentul");
        var suspended = await Activity(plan, "2.3", "10.06.2026", title: "Expoziția");
        await PutInForce(plan);
        await Do(new SuspendActivity(suspended, "Fără finanțare", (await One(suspended)).Version));
        await Do(new RecordProgress(running, 30, "Materialele sunt gata", null, (await One(running)).Version));

        await Do(new OpenCollection(plan, Period));
        var report = await Get(new SubmitReport(done, Period, null, ReportedState.Complete, 100, "S-au ținut trei ședințe", null, null, "https://example.md/club"), MinistryLink);
        await Do(new AcceptReport(report, 1));
        App.Clock.Set(new DateOnly(2026, 7, 18));
        _ = await Get(new SubmitReport(silent, Period, null, ReportedState.NotStarted, 0, "Nimic", "Lipsa formatorilor", new DateOnly(2026, 9, 30), null), AgencyLink);
        _ = await Get(new LogCoverage("Moldpres", "Clubul presei", "https://example.md/1", new DateOnly(2026, 6, 12), "ro", CoverageKind.News, 1, done, null));
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseCollection(plan, Period));
        return plan;
    }

    /// <summary>Writes into a table behind the product's back.</summary>
    private async Task Tamper(string table, string column, string value)
    {
        await using var connection = App.Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = App.Provider switch
        {
            "Sqlite" => $"UPDATE \"monitoring_{table}\" SET \"{column}\" = '{value}'",
            "SqlServer" => $"UPDATE [monitoring].[{table}] SET [{column}] = '{value}'",
            _ => $"UPDATE monitoring.\"{table}\" SET \"{column}\" = '{value}'",
        };
        Assert.That(await command.ExecuteNonQueryAsync(), Is.Positive);
    }
}
