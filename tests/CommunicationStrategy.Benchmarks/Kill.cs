// The proof that reminders survive being killed: two workers on PostgreSQL, each a process of its own, killed with SIGKILL at random points
// until all mails are out. Counts at a real mail server what got lost and what came twice. Writes docs/reliability.md. Run by `build/bench kill`.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace CommunicationStrategy.Benchmarks;

internal static class Kill
{
    private const int Workers = 2;

    /// <summary>In every fifth run the database goes away as well.</summary>
    private const int OutageEvery = 5;

    /// <summary>A working day, at ten in the morning in Chișinău.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 6, 3, 7, 0, 0, TimeSpan.Zero);

    /// <summary>The random points are the same in every proof.</summary>
    private static readonly Random Chance = new(2026);

    private sealed record Tally(int Run, int Mails, int Kills, int Arrived, int Lost, int Twice, int Unknown, int UnknownArrived, double Seconds);

    /// <summary>The worker's process: sends what is due, again and again, until it is killed or nothing waits.</summary>
    public static async Task<int> WorkAsync(string connection, int port, int minutesLater)
    {
        var database = new Database("PostgreSql", connection, Path.GetTempPath());
        await using var services = database.Services(s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Shifted(minutesLater))), port);
        while (true)
        {
            try
            {
                if (await SendAsync(services)) return 0;
            }
            catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException } or DbUpdateException)
            {
                // The database is away: the schedule would try again, and so do we.
                await Task.Delay(1000);
            }
        }
    }

    /// <summary>True when nothing waits any more.</summary>
    private static async Task<bool> SendAsync(ServiceProvider services)
    {
        await using var scope = Database.Scope(services);
        var ran = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SendDueReminders());
        if (!ran.IsSuccess) throw new InvalidOperationException(ran.Failure.Message);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        return !await scope.ServiceProvider.GetRequiredService<NotificationsDbContext>().Mails.AnyAsync(m => m.State == DeliveryState.Planned && m.NextAttemptAt <= now);
    }

    public static async Task<int> ProveAsync(int runs, int mails)
    {
        var server = Environment.GetEnvironmentVariable("CS_TEST_POSTGRES") ?? throw new InvalidOperationException("CS_TEST_POSTGRES names no server: build/bench kill starts one.");
        await ExecuteAsync(server, "CREATE DATABASE cs_kill_base");
        var template = new Database("PostgreSql", Connection(server, "cs_kill_base"), Path.GetTempPath());
        await template.MigrateAsync();
        await FillAsync(template, mails);
        NpgsqlConnection.ClearAllPools();

        var tallies = new List<Tally>();
        for (var run = 1; run <= runs; run++)
        {
            await ExecuteAsync(server, $"CREATE DATABASE cs_kill_{run} TEMPLATE cs_kill_base");
            tallies.Add(await RunAsync(server, run, new Database("PostgreSql", Connection(server, $"cs_kill_{run}"), Path.GetTempPath()), mails));
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(server, $"DROP DATABASE cs_kill_{run} WITH (FORCE)");
            Console.Error.WriteLine(tallies[^1]);
        }

        Write(tallies);
        return tallies.TrueForAll(t => t is { Lost: 0, Twice: 0 }) ? 0 : 1;
    }

    private static async Task<Tally> RunAsync(string server, int run, Database database, int mails)
    {
        using var smtp = new Mailbox();
        var started = Stopwatch.GetTimestamp();
        var kills = 0;
        var workers = Enumerable.Range(0, Workers).Select(_ => StartWorker(database, smtp.Port, 0)).ToList();
        var outage = run % OutageEvery == 0;
        while (workers.Exists(w => !w.HasExited || w.ExitCode != 0))
        {
            if (outage && kills >= 1)
            {
                outage = false;
                await AwayAsync(server, database, TimeSpan.FromSeconds(30));
            }

            // Anywhere: while a process starts, plans, claims, sends or writes down.
            await Task.Delay(Chance.Next(200, 6_000));
            var victim = Chance.Next(Workers);
            if (workers[victim] is { HasExited: true, ExitCode: 0 }) continue;
            workers[victim].Kill();
            await workers[victim].WaitForExitAsync();
            kills++;
            workers[victim].Dispose();
            workers[victim] = StartWorker(database, smtp.Port, 0);
        }

        // Claims of the dead lapse after a quarter of an hour: what they held before it left is sent, what may have left waits for a person.
        using (var last = StartWorker(database, smtp.Port, 20)) await last.WaitForExitAsync();
        return await CountAsync(run, database, smtp, mails, kills, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private static async Task<Tally> CountAsync(int run, Database database, Mailbox smtp, int mails, int kills, double seconds)
    {
        await using var services = database.Services();
        await using var scope = Database.Scope(services);
        var ledger = await scope.ServiceProvider.GetRequiredService<NotificationsDbContext>().Mails.AsNoTracking().Select(m => new { m.MessageId, m.State }).ToListAsync();
        var arrived = smtp.MessageIds();
        var distinct = arrived.ToHashSet(StringComparer.Ordinal);
        // Lost: it did not arrive, and nobody is told. A mail of unknown fate stands on the operator's page and waits for a decision.
        var told = ledger.Where(m => m.State == DeliveryState.Unknown).Select(m => m.MessageId).ToList();
        return new Tally(run, mails, kills, distinct.Count, mails - ledger.Count(m => distinct.Contains(m.MessageId) || m.State == DeliveryState.Unknown), arrived.Count - distinct.Count, told.Count, told.Count(distinct.Contains), seconds);
    }

    private static async Task FillAsync(Database database, int mails)
    {
        await using var services = database.Services(s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Shifted(0))));
        await using var scope = Database.Scope(services);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var plan = (await mediator.Send(new CreatePlan("PAC", LocalizedText.Of("ro", "Planul de acțiuni"), new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)))).Require();
        foreach (var step in new ICommand[] { new SubmitPlan(plan, 1), new ApprovePlan(plan, "HG nr. 1/2026", 2), new PutPlanInForce(plan, 3) })
        {
            await using var own = Database.Scope(services);
            var done = await own.ServiceProvider.GetRequiredService<IMediator>().Send(step);
            if (!done.IsSuccess) throw new InvalidOperationException(done.Failure.Message);
        }

        var context = new DeadlineContext(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31));
        foreach (var numbers in Enumerable.Range(1, mails).Chunk(500))
        {
            await using var own = Database.Scope(services);
            var (register, plans) = (own.ServiceProvider.GetRequiredService<StakeholdersDbContext>(), own.ServiceProvider.GetRequiredService<ActionPlanDbContext>());
            foreach (var number in numbers)
            {
                var institution = new Institution(LocalizedText.Of("ro", $"Instituția {number}"), LocalizedText.Empty, InstitutionType.CentralAuthority);
                institution.AddContact($"Persoana {number}", null, $"p{number}@example.org", "ro", ContactRole.FocalPoint);
                register.Add(institution);
                var text = new ActivityText { Number = number.ToString(CultureInfo.InvariantCulture), Title = LocalizedText.Of("ro", $"Acțiunea {number}") };
                var activity = ActionPlan.Domain.Activity.Create(plan, text, DeadlineParser.Parse("10.06.2026", context), [new Assignee(AssignmentRole.Lead, $"Instituția {number}", institution.Id)], context.WorkingDays).Require();
                if (!activity.Plan().IsSuccess) throw new InvalidOperationException(text.Number);
                plans.Add(activity);
            }

            await register.SaveChangesAsync();
            await plans.SaveChangesAsync();
        }
    }

    /// <summary>For so long nobody gets to the database; who was connected is cut off.</summary>
    private static async Task AwayAsync(string server, Database database, TimeSpan length)
    {
        var name = new NpgsqlConnectionStringBuilder(database.Connection).Database;
        await ExecuteAsync(server, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await ExecuteAsync(server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await Task.Delay(length);
        await ExecuteAsync(server, $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
    }

    private static Process StartWorker(Database database, int port, int minutesLater)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var arg in new[] { typeof(Kill).Assembly.Location, "work", database.Connection, port.ToString(CultureInfo.InvariantCulture), minutesLater.ToString(CultureInfo.InvariantCulture) }) start.ArgumentList.Add(arg);
        var worker = Process.Start(start)!;
        worker.BeginOutputReadLine();
        return worker;
    }

    private static void Write(IReadOnlyList<Tally> tallies)
    {
        var page = new StringBuilder("Made by `build/bench kill`. Two workers, each a process of its own, send through a real SMTP server (aiosmtpd) from one PostgreSQL; at random points, after 0.2 to 6 seconds, ")
            .Append("one of them is killed with SIGKILL and started anew, until nothing waits; in every fifth run the database is away for 30 seconds as well. *Arrived* is counted at the mail server by Message-ID. *Lost*: did not arrive, and nobody is told. *Twice*: arrived more than once. ")
            .Append("*Unknown*: a process died between handing the mail over and writing down the answer; such a mail is never sent again by itself, stands on the page of mails, and a person decides. *Of these arrived*: what a person would find had gone out.\n\n")
            .Append("| run | mails | kills | arrived | **lost** | **twice** | unknown | of these arrived | seconds |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var t in tallies) page.AppendLine(CultureInfo.InvariantCulture, $"| {t.Run} | {t.Mails} | {t.Kills} | {t.Arrived} | {t.Lost} | {t.Twice} | {t.Unknown} | {t.UnknownArrived} | {t.Seconds:0} |");
        page.AppendLine(CultureInfo.InvariantCulture, $"| all | {tallies.Sum(t => t.Mails)} | {tallies.Sum(t => t.Kills)} | {tallies.Sum(t => t.Arrived)} | **{tallies.Sum(t => t.Lost)}** | **{tallies.Sum(t => t.Twice)}** | {tallies.Sum(t => t.Unknown)} | {tallies.Sum(t => t.UnknownArrived)} | {tallies.Sum(t => t.Seconds):0} |");
        Results.WriteSection("reliability.md", "Reminders under SIGKILL", page.ToString());
    }

    private static string Connection(string server, string database) => new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    private static async Task ExecuteAsync(string server, string statement)
    {
        await using var admin = new NpgsqlConnection(server);
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(statement, admin);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs on from that morning, as real time does.</summary>
    private sealed class Shifted(int minutesLater) : TimeProvider
    {
        private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Europe/Chisinau");
        private readonly TimeSpan offset = Morning + TimeSpan.FromMinutes(minutesLater) - System.GetUtcNow();

        public override TimeZoneInfo LocalTimeZone => Office;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
    }
}
