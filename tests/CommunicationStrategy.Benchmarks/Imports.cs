// What the check of an import costs: 5,000 rows into an empty plan, and the same table again with every tenth row changed.
using System.Diagnostics;
using System.Globalization;
using Bogus;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Benchmarks;

internal static class Imports
{
    private const int Rows = 5_000;

    public static async Task MeasureAsync(Database database, Results results)
    {
        await using var services = database.Services();
        Guid plan;
        await using (var scope = Database.Scope(services))
        {
            plan = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreatePlan("IMP", LocalizedText.Of("ro", "Planul importat"), new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)))).Require();
        }

        var (first, seconds) = await CheckAsync(services, plan, Workbook(changed: false));
        results.Seconds($"{database.Name}: import of {Rows:N0} rows checked, XLSX into an empty plan", seconds, 5);
        await using (var scope = Database.Scope(services))
        {
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            Sure(await mediator.Send(new StartImport(first)));
        }

        await using (var scope = Database.Scope(services))
        {
            Sure(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CommitImport(first)));
        }

        var (second, again) = await CheckAsync(services, plan, Workbook(changed: true));
        await using var last = Database.Scope(services);
        var counts = (await last.ServiceProvider.GetRequiredService<IMediator>().Send(new GetImport(second))).Require().Counts;
        if (counts is not { Changed: Rows / 10, Same: Rows - (Rows / 10) }) throw new InvalidOperationException($"The differences are not those that were made: {counts}.");
        results.Seconds($"{database.Name}: the same rows checked again, every tenth changed", again, 5);
    }

    /// <summary>The upload included: reading, matching of institutions, deadlines, differences, everything written down.</summary>
    private static async Task<(Guid Id, double Seconds)> CheckAsync(ServiceProvider services, Guid plan, byte[] file)
    {
        var started = Stopwatch.GetTimestamp();
        Guid id;
        await using (var scope = Database.Scope(services)) id = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new UploadPlanFile(plan, "plan.xlsx", file, "ro"))).Require();
        await using (var scope = Database.Scope(services))
        {
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            var upload = (await mediator.Send(new GetImport(id))).Require();
            Sure(await mediator.Send(new MapImportColumns(id, [.. upload.Columns.Select(c => c.Meaning)])));
        }

        await using (var scope = Database.Scope(services)) Sure(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CheckImport(id)));
        return (id, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static byte[] Workbook(bool changed)
    {
        var words = new Faker("ro") { Random = new Randomizer(2026) };
        var rows = Enumerable.Range(1, Rows).Select(i => (IReadOnlyList<ReportCell>)[.. new[]
        {
            FormattableString.Invariant($"{(i / 100) + 1}.{(i % 100) + 1}"), $"Obiectivul {(i / 100) + 1}", words.Lorem.Sentence(14) + (changed && i % 10 == 0 ? " Din nou." : ""),
            new DateOnly(2026, 1, 1).AddDays(i % 700).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), $"INST{i % 200}", "12,5", words.Lorem.Sentence(8),
        }.Select(c => (ReportCell)c)]).ToList();
        using var file = new MemoryStream();
        ListExport.WriteXlsx(new ReportTable("plan", "Plan", [new("no", "Nr."), new("objective", "Obiectiv"), new("title", "Acțiune"), new("due", "Termen"), new("lead", "Responsabil"), new("cost", "Costuri"), new("indicator", "Indicatori")], rows), "ro", file);
        return file.ToArray();
    }

    private static void Sure(Result result)
    {
        if (!result.IsSuccess) throw new InvalidOperationException(result.Failure.Message);
    }
}
