// The running product on one database: start and memory, lists and details as the plan grows, its list beside a bare API, reminders.
using System.Diagnostics;
using System.Text.Json;
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Features.Sessions;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Stakeholders.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Benchmarks;

internal static class Service
{
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task MeasureAsync(Database database, Results results)
    {
        try
        {
            await database.MigrateAsync();
            var plan = await database.FillRegisterAsync();
            await database.FillPlanAsync(plan, 1, 2_000);
            await StartAsync(database, results);
            await BesideBareAsync(database, results);
            var few = await PagesAsync(database);
            await database.FillPlanAsync(plan, 2_001, 20_000);
            var many = await PagesAsync(database);
            foreach (var (what, time) in few)
            {
                results.Milliseconds($"{database.Name}: {what}, p95 at 2,000 activities", time, 100);
                results.Milliseconds($"{database.Name}: {what}, p95 at 20,000 activities, {many[what] / time:0.0} times that at 2,000", many[what], 200);
            }

            await RemindersAsync(database, results);
            await Imports.MeasureAsync(database, results);
        }
        finally
        {
            database.Delete();
        }
    }

    /// <summary>From nothing to the first answered page on a filled database, and what stays in memory when nobody asks.</summary>
    private static async Task StartAsync(Database database, Results results)
    {
        var times = new List<double>();
        var memory = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var product = await Server.ProductAsync(database);
            using var page = await product.Client.GetAsync(new Uri("/sign-in", UriKind.Relative));
            page.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            await Task.Delay(TimeSpan.FromSeconds(10));
            memory.Add(product.Megabytes());
        }

        results.Seconds($"{database.Name}: cold start to the first answered page", times.Order().ElementAt(1), 4);
        results.Megabytes($"{database.Name}: idle memory, ten seconds after", memory.Order().ElementAt(1), 200);
    }

    /// <summary>The list of 25 over Kestrel, in turns with a minimal API that sends the same statements.</summary>
    private static async Task BesideBareAsync(Database database, Results results)
    {
        var file = Path.Combine(database.Folder, "statements.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(await StatementsAsync(database)));
        await using var product = await Server.ProductAsync(database);
        await using var bare = await Server.BareAsync(database, file);
        await product.SignInAsync();
        const string list = "/api/v1/activities";
        await Load.ThroughputAsync(product.Client, list, Round);
        await Load.ThroughputAsync(bare.Client, "/list", Round);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            ours.Add(await Load.ThroughputAsync(product.Client, list, Round));
            theirs.Add(await Load.ThroughputAsync(bare.Client, "/list", Round));
        }

        var (our, their) = (ours.Order().ElementAt(Rounds / 2), theirs.Order().ElementAt(Rounds / 2));
        results.AtLeast($"{database.Name}: REST list of 25, answers a second to those of a bare API with the same SQL ({our:0} to {their:0})", our / their, 0.5);
    }

    /// <summary>What the product sends for one list of 25, the question who is asking included.</summary>
    private static async Task<IReadOnlyList<SavedStatement>> StatementsAsync(Database database)
    {
        var recorder = new StatementRecorder();
        await using var services = database.Services(s =>
        {
            s.ConfigureDbContext<AccessDbContext>(o => o.AddInterceptors(recorder));
            s.ConfigureDbContext<ActionPlanDbContext>(o => o.AddInterceptors(recorder));
            s.ConfigureDbContext<StakeholdersDbContext>(o => o.AddInterceptors(recorder));
        });
        await using var scope = Database.Scope(services);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        _ = await mediator.Send(new ResumeSession(Guid.CreateVersion7()));
        if ((await mediator.Send(new ListActivities())).Require().Items.Count != Paging.DefaultSize) throw new InvalidOperationException("The list is not full.");
        return recorder.Statements;
    }

    private static async Task<IReadOnlyDictionary<string, double>> PagesAsync(Database database)
    {
        await using var product = await Server.ProductAsync(database);
        await product.SignInAsync();
        var first = JsonDocument.Parse(await product.Client.GetStringAsync(new Uri("/api/v1/activities?page=20", UriKind.Relative))).RootElement.GetProperty("items")[0].GetProperty("id").GetGuid();
        return new Dictionary<string, double>
        {
            ["list page"] = await Load.P95Async(product.Client, "/plan"),
            ["list page, filtered and sorted"] = await Load.P95Async(product.Client, "/plan?flag=DueSoon&sort=due"),
            ["detail page"] = await Load.P95Async(product.Client, $"/plan/activities/{first}"),
            ["list endpoint"] = await Load.P95Async(product.Client, "/api/v1/activities"),
            ["detail endpoint"] = await Load.P95Async(product.Client, $"/api/v1/activities/{first}"),
            ["overview"] = await Load.P95Async(product.Client, "/"),
        };
    }

    /// <summary>10,000 more activities fall due within the week: which digests go out today is worked out and written down.</summary>
    private static async Task RemindersAsync(Database database, Results results)
    {
        Guid plan;
        await using (var services = database.Services())
        {
            await using var scope = Database.Scope(services);
            plan = await scope.ServiceProvider.GetRequiredService<ActionPlanDbContext>().Plans.Select(p => p.Id).SingleAsync();
        }

        await database.FillPlanAsync(plan, 20_001, 30_000, soon: true);
        await using var product = database.Services();
        await using var work = Database.Scope(product);
        // What the product wrote down for today while it was measured would leave nothing to plan.
        await work.ServiceProvider.GetRequiredService<NotificationsDbContext>().Mails.ExecuteDeleteAsync();
        var today = work.ServiceProvider.GetRequiredService<TimeProvider>().Today();
        var duties = (await work.ServiceProvider.GetRequiredService<Outlook>().ObligationsAsync(today, today.AddDays(7), null, CancellationToken.None)).Count;
        if (duties < 10_000) throw new InvalidOperationException($"Only {duties} obligations fall due.");
        var started = Stopwatch.GetTimestamp();
        var digests = await work.ServiceProvider.GetRequiredService<DigestPlanner>().PlanAsync(true, CancellationToken.None);
        if (digests == 0) throw new InvalidOperationException("Nobody is reminded.");
        results.Seconds($"{database.Name}: more than 10,000 obligations planned into {digests} digests", Stopwatch.GetElapsedTime(started).TotalSeconds, 10);
        await MailsAsync(database, digests, results);
    }

    /// <summary>Those digests sent, and then the very same mails in a bare loop over one connection to the same server.</summary>
    private static async Task MailsAsync(Database database, int digests, Results results)
    {
        using var mailbox = new Mailbox();
        await using var product = database.Services(smtpPort: mailbox.Port);
        await using (var work = Database.Scope(product))
        {
            var started = Stopwatch.GetTimestamp();
            var sent = await work.ServiceProvider.GetRequiredService<DigestSender>().SendAsync(true, CancellationToken.None);
            var ours = sent.Sent / Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (sent.Sent != digests) throw new InvalidOperationException($"{sent.Sent} of {digests} digests were sent.");
            var theirs = await BareLoopAsync(mailbox);
            results.AtLeast($"{database.Name}: digests a second to those of a bare MailKit loop, one connection each ({ours:0} to {theirs:0})", ours / theirs, 0.7);
        }
    }

    private static async Task<double> BareLoopAsync(Mailbox mailbox)
    {
        var mails = mailbox.Mails();
        using var client = new MailKit.Net.Smtp.SmtpClient();
        await client.ConnectAsync("127.0.0.1", mailbox.Port, MailKit.Security.SecureSocketOptions.None);
        var started = Stopwatch.GetTimestamp();
        foreach (var mail in mails) await client.SendAsync(mail);
        var rate = mails.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await client.DisconnectAsync(quit: true);
        return rate;
    }
}
