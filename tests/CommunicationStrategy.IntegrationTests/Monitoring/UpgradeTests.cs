// A quarter that was frozen by the first release, on every database, taken through the migrations since.
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
    /// <summary>What the first release computed of the quarter in the file; see tests/data/README.md.</summary>
    private const string FirstHash = "7fa8187c591186908db93573396f611bc8f9aff4ab5c99abaf5b10a5c221c54f";

    [TearDown]
    public Task UpAgain() => MigrateAsync(null);

    [Test]
    public async Task What_the_first_release_froze_has_its_hash_its_figures_and_its_report_after_the_upgrade()
    {
        var frozen = await File.ReadAllTextAsync(DataFile("evaluation-schema-1.json"));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(frozen))), Is.EqualTo(FirstHash));
        var id = await Approved();
        await StoreAsync(frozen);
        await MigrateAsync("Initial");
        await MigrateAsync(null);

        var details = await Get(new GetEvaluation(id));
        Assert.That((details.State, details.ContentHash, details.ContentIntact, details.SealIntact), Is.EqualTo((EvaluationState.Approved, FirstHash, true, (bool?)true)));
        Assert.That((details.Snapshot.Schema, details.Snapshot.Totals.Due, details.Snapshot.Totals.Rate, details.Snapshot.Activities.Count), Is.EqualTo((1, 3, (decimal?)0.33333333m, 6)));
        Assert.That((details.Snapshot.Indicators, details.Snapshot.Money, details.Snapshot.Scores), Is.EqualTo(((IReadOnlyList<FrozenIndicator>?)null, (FrozenMoney?)null, (IReadOnlyList<FrozenScore>?)null)), "not looked at then is not none");
        foreach (var language in LocalizedText.Languages)
        {
            var report = Encoding.UTF8.GetString((await Get(new ExportEvaluation(id, "json", language))).Content);
            Assert.That(report, Does.Contain(FirstHash).And.Contain("33.3").And.Not.Contain("\"T6\""), language);
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

    private async Task StoreAsync(string snapshot)
    {
        await using var scope = App.Scope();
        var db = scope.ServiceProvider.GetRequiredService<MonitoringDbContext>();
        var stored = await db.Evaluations.ExecuteUpdateAsync(e => e.SetProperty(x => x.Snapshot, snapshot).SetProperty(x => x.ContentHash, FirstHash));
        Assert.That(stored, Is.EqualTo(1));
    }

    /// <summary>The module's tables as they were after this migration; null: as they are now.</summary>
    private async Task MigrateAsync(string? migration)
    {
        await using var scope = App.Scope();
        await scope.ServiceProvider.GetRequiredService<MonitoringDbContext>().Database.GetService<IMigrator>().MigrateAsync(migration);
    }
}
