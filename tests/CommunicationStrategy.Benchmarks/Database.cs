// The databases that are measured, each filled with the same made-up register and plan.
using Bogus;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Web.Host;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using System.Globalization;

namespace CommunicationStrategy.Benchmarks;

/// <param name="Name">As the product's settings name the provider.</param>
internal sealed record Database(string Name, string Connection, string Folder)
{
    public const string Email = "bench@example.org";
    public const string Password = "o frază lungă și sigură 42";
    private const int Institutions = 200;
    private const int Contacts = 10;

    public static async Task<IReadOnlyList<Database>> AllAsync()
    {
        var sqlite = Directory.CreateTempSubdirectory("cs-bench-").FullName;
        var all = new List<Database> { new("Sqlite", $"Data Source={Path.Combine(sqlite, "communication-strategy.db")}", sqlite) };
        if (Environment.GetEnvironmentVariable("CS_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            Console.Error.WriteLine("CS_TEST_POSTGRES names no server: PostgreSQL is not measured. build/bench starts one.");
            return all;
        }

        await using var admin = new NpgsqlConnection(server);
        await admin.OpenAsync();
        await using var create = new NpgsqlCommand("CREATE DATABASE cs_bench", admin);
        await create.ExecuteNonQueryAsync();
        all.Add(new("PostgreSql", new NpgsqlConnectionStringBuilder(server) { Database = "cs_bench" }.ConnectionString, Directory.CreateTempSubdirectory("cs-bench-").FullName));
        return all;
    }

    /// <summary>The product's services on this database, without its server.</summary>
    /// <param name="smtpPort">Of a mail server on this machine; null: mails go to a folder.</param>
    public ServiceProvider Services(Action<IServiceCollection>? more = null, int? smtpPort = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "CommunicationStrategy.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = Name, ["Database:ConnectionString"] = Connection, ["Data:Folder"] = Folder, ["Host:Role"] = "Web", ["Office:PublicUrl"] = "http://localhost",
            ["Mail:SmtpHost"] = smtpPort is null ? "" : "127.0.0.1", ["Mail:SmtpPort"] = (smtpPort ?? 25).ToString(CultureInfo.InvariantCulture),
        });
        builder.Logging.ClearProviders();
        var (settings, error) = HostSettings.Read(builder.Configuration);
        builder.AddProduct(settings ?? throw new InvalidOperationException(error));
        more?.Invoke(builder.Services);
        return builder.Services.BuildServiceProvider();
    }

    public async Task MigrateAsync()
    {
        await using var services = Services();
        await DatabaseStart.MigrateAsync(services, CancellationToken.None);
    }

    /// <summary>200 institutions with ten contacts each, a person with every role, and a plan in force; gives the plan.</summary>
    public async Task<Guid> FillRegisterAsync()
    {
        var words = new Faker("ro") { Random = new Randomizer(2026) };
        await using var services = Services();
        await using var scope = Scope(services);
        var register = scope.ServiceProvider.GetRequiredService<StakeholdersDbContext>();
        for (var i = 0; i < Institutions; i++)
        {
            var institution = new Institution(LocalizedText.Of("ro", $"{words.Company.CompanyName()} {i}"), LocalizedText.Of("ro", $"INST{i}"), InstitutionType.CentralAuthority);
            for (var c = 0; c < Contacts; c++) institution.AddContact(words.Name.FullName(), words.Name.JobTitle(), $"c{c}.i{i}@example.org", "ro", c == 0 ? ContactRole.FocalPoint : ContactRole.Expert);
            register.Add(institution);
        }

        await register.SaveChangesAsync();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var invited = (await mediator.Send(new InvitePerson(Email, "Ana Rusu", [Role.Administrator, Role.Head, Role.Officer], null, "ro"))).Require();
        (await mediator.Send(new AcceptInvitation(invited.Path.Split('/')[^1], "Ana Rusu", Password, "ro"))).Require();
        var today = scope.ServiceProvider.GetRequiredService<TimeProvider>().Today();
        var plans = scope.ServiceProvider.GetRequiredService<ActionPlanDbContext>();
        var plan = (await mediator.Send(new ActionPlan.Features.Plans.CreatePlan("PAC", LocalizedText.Of("ro", "Planul de acțiuni"), new DateOnly(today.Year, 1, 1), new DateOnly(today.Year + 1, 12, 31)))).Require();
        // A scope for each step, as each request has one.
        foreach (var step in new ICommand[] { new ActionPlan.Features.Plans.SubmitPlan(plan, 1), new ActionPlan.Features.Plans.ApprovePlan(plan, "HG nr. 1/2026", 2), new ActionPlan.Features.Plans.PutPlanInForce(plan, 3) })
        {
            await using var own = Scope(services);
            var done = await own.ServiceProvider.GetRequiredService<IMediator>().Send(step);
            if (!done.IsSuccess) throw new InvalidOperationException($"{step}: {done.Failure.Message}");
        }

        return plan;
    }

    /// <summary>Activities from this number to that one, three institutions each; every tenth is due within the fortnight, every fifth recurs.</summary>
    /// <param name="soon">All of them are due within the days of the reminders.</param>
    public async Task FillPlanAsync(Guid plan, int from, int to, bool soon = false)
    {
        var words = new Faker("ro") { Random = new Randomizer(from) };
        await using var services = Services();
        await using var first = Scope(services);
        var today = first.ServiceProvider.GetRequiredService<TimeProvider>().Today();
        var context = new DeadlineContext(new DateOnly(today.Year, 1, 1), new DateOnly(today.Year + 1, 12, 31));
        var institutions = await first.ServiceProvider.GetRequiredService<StakeholdersDbContext>().Institutions.OrderBy(i => i.SortName).ThenBy(i => i.Id).Select(i => new { i.Id, i.SortName }).ToListAsync();
        foreach (var numbers in Enumerable.Range(from, to - from + 1).Chunk(500))
        {
            await using var scope = Scope(services);
            var db = scope.ServiceProvider.GetRequiredService<ActionPlanDbContext>();
            foreach (var number in numbers)
            {
                var text = new ActivityText
                {
                    Number = $"{(number / 500) + 1}.{number}", Title = LocalizedText.Of("ro", words.Lorem.Sentence(12)), ObjectiveNumber = $"{(number / 500) + 1}",
                    Objective = LocalizedText.Of("ro", $"Obiectivul {(number / 500) + 1}"), IndicatorText = words.Lorem.Sentence(6), CostAsWritten = "12,5",
                };
                var deadline = soon || number % 10 == 0 ? today.AddDays(number % 7).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) : number % 5 == 0 ? "trimestrial" : words.Date.BetweenDateOnly(context.PlanStart, context.PlanEnd).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
                var assigned = Enumerable.Range(0, 3).Select(i => institutions[(number + (i * 7)) % institutions.Count]).Select((x, i) => new Assignee(i == 0 ? AssignmentRole.Lead : AssignmentRole.Partner, x.SortName, x.Id)).ToList();
                var activity = Activity.Create(plan, text, DeadlineParser.Parse(deadline, context), assigned, context.WorkingDays).Require();
                if (!activity.Plan().IsSuccess) throw new InvalidOperationException(text.Number);
                db.Add(activity);
            }

            await db.SaveChangesAsync();
        }
    }

    public static AsyncServiceScope Scope(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.System("bench");
        return scope;
    }

    public void Delete()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
