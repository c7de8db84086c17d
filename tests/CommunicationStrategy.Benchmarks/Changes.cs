// The proof that a change and its event are kept together: a process that changes and delivers without a pause is killed with SIGKILL at
// random points; then every change must have its event, every event its change, and each its effect once. Run by `build/bench changes`.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Benchmarks;

internal static class Changes
{
    private const string Ready = "ready";

    /// <summary>The random points are the same in every proof.</summary>
    private static readonly Random Chance = new(2026);

    private sealed record Tally(string Database, int Runs, int Kept, int WithoutEvent, int WithoutChange, int Delivered, int Undelivered, int Twice, double Seconds);

    /// <summary>The worker's process: gives an institution one alias after the other, and delivers the events, until it is killed.</summary>
    public static async Task<int> WorkAsync(string provider, string connection, Guid institution)
    {
        var database = new Database(provider, connection, Path.GetTempPath());
        await using var services = database.Services();
        for (var i = 0; ; i++)
        {
            await SendAsync(services, new AddInstitutionAlias(institution, $"{institution:N} {i}"));
            if (i % 5 == 4) await SendAsync(services, new DispatchOutbox());
            if (i == 0) Console.WriteLine(Ready);
        }
    }

    public static async Task<int> ProveAsync(int runs)
    {
        var tallies = new List<Tally>();
        foreach (var database in await Database.AllAsync()) tallies.Add(await ProveAsync(database, runs));
        var page = new StringBuilder("Made by `build/bench changes`. A process gives an institution one alias after the other and delivers the events of it; it is killed with SIGKILL at a random point within a second after its first change, and started anew. ")
            .Append("Counted after the last run: changes without their event, events without their change, events whose effect is missing after one more delivery, and events whose effect happened twice.\n\n")
            .Append("| database | runs killed | changes kept | without event | without change | delivered | **lost** | **twice** | seconds |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var t in tallies) page.AppendLine(CultureInfo.InvariantCulture, $"| {t.Database} | {t.Runs} | {t.Kept} | {t.WithoutEvent} | {t.WithoutChange} | {t.Delivered} | **{t.Undelivered}** | **{t.Twice}** | {t.Seconds:0} |");
        Results.WriteSection("reliability.md", "Changes and their events", page.ToString());
        return tallies.TrueForAll(t => t is { WithoutEvent: 0, WithoutChange: 0, Undelivered: 0, Twice: 0 }) ? 0 : 1;
    }

    private static async Task<Tally> ProveAsync(Database database, int runs)
    {
        await database.MigrateAsync();
        var started = Stopwatch.GetTimestamp();
        var institutions = new List<Guid>();
        await using (var services = database.Services())
        {
            for (var run = 0; run < runs; run++)
            {
                await using var scope = Database.Scope(services);
                var register = scope.ServiceProvider.GetRequiredService<StakeholdersDbContext>();
                var institution = new Institution(LocalizedText.Of("ro", $"Instituția {run}"), LocalizedText.Empty, InstitutionType.CentralAuthority);
                register.Add(institution);
                await register.SaveChangesAsync();
                institutions.Add(institution.Id);
            }
        }

        foreach (var institution in institutions)
        {
            using var worker = StartWorker(database, institution);
            while (await worker.StandardOutput.ReadLineAsync() is { } line && line != Ready)
            {
            }

            await Task.Delay(Chance.Next(0, 1_000));
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        return await CountAsync(database, runs, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<Tally> CountAsync(Database database, int runs, double seconds)
    {
        await using var services = database.Services();
        await SendAsync(services, new DispatchOutbox());
        await using var scope = Database.Scope(services);
        var (register, plans) = (scope.ServiceProvider.GetRequiredService<StakeholdersDbContext>(), scope.ServiceProvider.GetRequiredService<ActionPlanDbContext>());
        var aliases = (await register.Institutions.SelectMany(i => i.Names).Select(n => n.Written).ToListAsync()).Where(n => n.Length > 33 && n[32] == ' ').ToHashSet(StringComparer.Ordinal);
        var messages = await register.Set<OutboxMessage>().AsNoTracking().ToListAsync();
        var told = messages.ConvertAll(m => System.Text.Json.JsonSerializer.Deserialize<InstitutionAliasAdded>(m.Payload)!.Name);
        var handled = (await plans.Set<InboxEntry>().AsNoTracking().ToListAsync()).GroupBy(i => i.MessageId).ToDictionary(g => g.Key, g => g.Count());
        return new Tally(
            database.Name, runs, aliases.Count, aliases.Except(told, StringComparer.Ordinal).Count(), told.Count(t => !aliases.Contains(t)), handled.Count, messages.Count(m => !handled.ContainsKey(m.Id)), handled.Count(h => h.Value > 1), seconds);
    }

    private static async Task SendAsync(IServiceProvider services, ICommand command)
    {
        await using var scope = Database.Scope(services);
        var done = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
        if (!done.IsSuccess) throw new InvalidOperationException($"{command}: {done.Failure.Message}");
    }

    private static Process StartWorker(Database database, Guid institution)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var arg in new[] { typeof(Changes).Assembly.Location, "change", database.Name, database.Connection, institution.ToString() }) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}
