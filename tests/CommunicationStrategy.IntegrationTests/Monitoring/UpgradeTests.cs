// A quarter that was frozen by earlier releases, on every database, taken through the migrations since.
using System.Security.Cryptography;
using System.Text;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class UpgradeTests(string provider) : PlanWorld(provider)
{
    /// <summary>What earlier releases computed of the quarter in the files; see tests/data/README.md.</summary>
    private const string ThirdHash = "db584bec7d6f753503d71510af8751a1abcc81ffbe2ce36de53ca83d42397588";
    private const string SecondHash = "e0e414701614537b0094cf4590ca6d85817bbb86b4d9849446e24993741cf3aa";
    private const string FirstHash = "7fa8187c591186908db93573396f611bc8f9aff4ab5c99abaf5b10a5c221c54f";

    [TearDown]
    public Task UpAgain() => MigrateAsync(null);

    [TestCase(1, FirstHash)]
    [TestCase(2, SecondHash)]
    [TestCase(3, ThirdHash)]
    public async Task What_an_earlier_release_froze_has_its_hash_its_figures_and_its_report_after_the_upgrade(int schema, string hash)
    {
        var frozen = await File.ReadAllTextAsync(DataFile($"evaluation-schema-{schema}.json"));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(frozen))), Is.EqualTo(hash));
        var id = await Approved();
        await StoreAsync(frozen, hash);
        await MigrateAsync("Initial");
        await MigrateAsync(null);

        var details = await Get(new GetEvaluation(id));
        Assert.That((details.State, details.ContentHash, details.ContentIntact, details.SealIntact), Is.EqualTo((EvaluationState.Approved, hash, true, (bool?)true)));
        Assert.That((details.Snapshot.Schema, details.Snapshot.Totals.Due, details.Snapshot.Totals.Rate, details.Snapshot.Activities.Count), Is.EqualTo((schema, 3, (decimal?)0.33333333m, 6)));
        Assert.That(details.Snapshot.Indicators is null, Is.EqualTo(schema == 1), "not looked at then is not none");
        Assert.That(new[] { details.Snapshot.Releases is null, details.Snapshot.Events is null, details.Snapshot.Enquiries is null, details.Snapshot.Messages is null }, Is.All.EqualTo(schema < 3));
        Assert.That(new[] { details.Snapshot.Engagements is null, details.Snapshot.Interactions is null, details.Snapshot.Commitments is null }, Is.All.True);
        foreach (var language in LocalizedText.Languages)
        {
            var report = Encoding.UTF8.GetString((await Get(new ExportEvaluation(id, "json", language))).Content);
            Assert.That(report, Does.Contain(hash).And.Contain("33.3").And.Not.Contain(schema switch { 1 => "\"T6\"", 2 => "\"T7A\"", _ => "\"COMMITMENTS\"" }), language);
            Assert.That(report.Contains("\"T9\"", StringComparison.Ordinal), Is.EqualTo(schema == 3), language);
            Assert.That((await Get(new ExportEvaluation(id, "docx", language))).Content, Has.Length.GreaterThan(10_000));
        }
    }

    /// <summary>An approved evaluation, whatever it says.</summary>
    private async Task<Guid> Approved()
    {
        var plan = await PlanInForce();
        await Do(new OpenCollection(plan, "2026-Q2"));
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseCollection(plan, "2026-Q2"));
        var id = await Get(new ComputeEvaluation(plan, "2026-Q2"));
        await Do(new ApproveEvaluation(id, 1), new Caller(CallerKind.Person, "Șefa secretariatului", Guid.CreateVersion7(), null, [Permission.ApproveEvaluation]));
        return id;
    }

    private async Task StoreAsync(string snapshot, string hash)
    {
        await using var scope = App.Scope();
        var db = scope.ServiceProvider.GetRequiredService<MonitoringDbContext>();
        var stored = await db.Evaluations.ExecuteUpdateAsync(e => e.SetProperty(x => x.Snapshot, snapshot).SetProperty(x => x.ContentHash, hash));
        Assert.That(stored, Is.EqualTo(1));
    }

    /// <summary>The module's tables as they were after this migration; null: as they are now.</summary>
    private async Task MigrateAsync(string? migration)
    {
        await using var scope = App.Scope();
        await scope.ServiceProvider.GetRequiredService<MonitoringDbContext>().Database.GetService<IMigrator>().MigrateAsync(migration);
    }
}
