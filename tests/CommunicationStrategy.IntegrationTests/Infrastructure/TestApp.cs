// The product as a whole on one real database, started once per provider and emptied between tests.
using System.Data.Common;
using System.Globalization;
using System.Net;
using MediatR;
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Features.Calendar;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Translation;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Strategy.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Respawn;

namespace CommunicationStrategy.IntegrationTests.Infrastructure;

/// <summary>A clock that tests set; its zone is the office's.</summary>
public sealed class TestClock : TimeProvider
{
    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Europe/Chisinau");
    private TimeSpan offset;

    public override TimeZoneInfo LocalTimeZone => Office;

    /// <summary>Runs on from the instant set last, as real time does, so that cookies and leases behave.</summary>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;

    /// <summary>Noon of that day in the office's zone.</summary>
    public void Set(DateOnly day) => Set(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), Office.GetUtcOffset(day.ToDateTime(new TimeOnly(12, 0)))));
    public void Set(DateTimeOffset instant) => offset = instant - System.GetUtcNow();
    public void Reset() => offset = TimeSpan.Zero;
}

public sealed class TestApp : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cs-test-").FullName;
    private readonly string connectionString;
    private readonly WebApplicationFactory<Program> factory;
    // The process holds the keys of its cookies and forms in memory: they stay.
    private static readonly Respawn.Graph.Table KeyRing = new("access", "DataProtectionKeys");
    private Respawner? respawner;

    private TestApp(string provider, string connectionString)
    {
        Provider = provider;
        this.connectionString = connectionString.Length > 0 ? connectionString : $"Data Source={Path.Combine(folder, "test.db")}";
        Migrate();
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in Settings()) host.UseSetting(key, value);
            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter>(new RemoteAddress());
                Watch<AccessDbContext>(services);
                Watch<ActionPlanDbContext>(services);
                Watch<MediaDbContext>(services);
                Watch<MonitoringDbContext>(services);
                Watch<NotificationsDbContext>(services);
                Watch<StakeholdersDbContext>(services);
                Watch<StrategyDbContext>(services);
                Stumble.Subscribe(services);
            });
        });
        _ = factory.Server;
    }

    public string Provider { get; }
    public TestClock Clock { get; } = new();
    public StatementCounter Statements { get; } = new();
    internal SqlServerToo OnSqlServer { get; } = new();
    public IServiceProvider Services => factory.Services;

    /// <summary>Where the product under test keeps files, mails among them.</summary>
    public string DataFolder => folder;

    /// <summary>Starts the product on a database of its own: PostgreSQL where CS_TEST_POSTGRES names a server, and so on.</summary>
    public static async Task<TestApp> StartAsync(string provider)
    {
        var connection = "";
        if (provider == "PostgreSql")
        {
            var server = new NpgsqlConnectionStringBuilder(Providers.Postgres!);
            var name = $"cs_{Guid.CreateVersion7():N}";
            await using var admin = new NpgsqlConnection(server.ConnectionString);
            await admin.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", admin);
            await create.ExecuteNonQueryAsync();
            server.Database = name;
            connection = server.ConnectionString;
        }
        else if (provider == "SqlServer")
        {
            connection = Providers.SqlServer!;
        }

        return new TestApp(provider, connection);
    }

    /// <summary>A scope with its caller set: the system unless told otherwise.</summary>
    public AsyncServiceScope Scope(Caller? caller = null)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller ?? Caller.System("test");
        return scope;
    }

    /// <summary>Sends a request through the whole pipeline, in a scope of its own.</summary>
    public async Task<T> Send<T>(IRequest<T> request, Caller? caller = null)
    {
        await using var scope = Scope(caller);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Delivers what waits in the outboxes, as the schedule does.</summary>
    public async Task DispatchAsync() => Assert.That((await Send(new DispatchOutbox())).Failure, Is.Null);

    /// <summary>A browser without JavaScript: keeps cookies, does not follow redirects unless told.</summary>
    public HttpClient Client(bool follow = false) => factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = follow, BaseAddress = new Uri("http://localhost") });

    /// <summary>The product started anew on the same database, as after a restart or on a second machine.</summary>
    public WebApplicationFactory<Program> Again() => factory.WithWebHostBuilder(_ => { });

    /// <summary>The same, calling from this address: rates are limited per address.</summary>
    public HttpClient ClientAt(IPAddress address)
    {
        var client = Client();
        client.DefaultRequestHeaders.Add(RemoteAddress.Header, address.ToString());
        return client;
    }

    public DbConnection Connection() => Provider switch
    {
        "PostgreSql" => new NpgsqlConnection(connectionString),
        "SqlServer" => new Microsoft.Data.SqlClient.SqlConnection(connectionString),
        _ => new SqliteConnection(connectionString),
    };

    public IEnumerable<KeyValuePair<string, string>> Settings() =>
    [
        new("Database:Provider", Provider),
        new("Database:ConnectionString", connectionString),
        new("Data:Folder", folder),
        new("Host:Port", "0"),
        // No job server in these tests: they run the commands themselves, when they want them.
        new("Host:Role", "Web"),
        new("Office:PublicUrl", "http://localhost"),
    ];

    /// <summary>Takes an entity's table away from under the product, until the answer is disposed of.</summary>
    internal async Task<IAsyncDisposable> HideAsync<TContext>(Type entity)
        where TContext : ModuleDbContext
    {
        await using var scope = Scope();
        var type = scope.ServiceProvider.GetRequiredService<TContext>().Model.FindEntityType(entity)!;
        var (table, hidden, prefix) = (type.GetTableName()!, type.GetTableName() + "_hidden", type.GetSchema() is { } schema ? schema + "." : "");
        await RenameAsync(prefix, table, hidden);
        return new Hidden(() => RenameAsync(prefix, hidden, table));
    }

    /// <summary>Empties every table but the migrations' history; turns the clock back to now. The calendar is filled as at a first start.</summary>
    public async Task ResetAsync()
    {
        await EmptyAsync();
        Assert.That((await Send(new EnsureCalendar())).Failure, Is.Null);
    }

    private async Task EmptyAsync()
    {
        Clock.Reset();
        Services.GetRequiredService<StumblingBlock>().Clear();
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var connection = Connection();
        await connection.OpenAsync();
        if (Provider == "Sqlite")
        {
            await EmptySqliteAsync(connection);
            return;
        }

        var schemas = Services.GetServices<ModuleContext>().Select(m => m.Schema).ToArray();
        respawner ??= await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = Provider == "PostgreSql" ? DbAdapter.Postgres : DbAdapter.SqlServer,
            SchemasToInclude = schemas,
            TablesToIgnore = [.. schemas.Select(s => new Respawn.Graph.Table(s, $"__EFMigrationsHistory_{s}")), KeyRing],
        });
        await respawner.ResetAsync(connection);
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task RenameAsync(string prefix, string from, string to)
    {
        await using var connection = Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Provider == "SqlServer" ? $"EXEC sp_rename '{prefix}{from}', '{to}'" : $"ALTER TABLE {prefix}\"{from}\" RENAME TO \"{to}\"";
        await command.ExecuteNonQueryAsync();
    }

    private void Watch<TContext>(IServiceCollection services)
        where TContext : ModuleDbContext => services.ConfigureDbContext<TContext>(options => options.AddInterceptors(Statements, OnSqlServer));

    private void Migrate()
    {
        var args = new[] { "migrate" }.Concat(Settings().Select(s => $"--{s.Key}={s.Value}")).ToArray();
        var main = typeof(Program).Assembly.EntryPoint!;
        var answer = main.Invoke(null, [args]);
        var code = answer is Task<int> task ? task.GetAwaiter().GetResult() : (int)answer!;
        if (code != 0) throw new InvalidOperationException($"migrate ended with {code}");
    }

    private static async Task EmptySqliteAsync(DbConnection connection)
    {
        var statements = new List<string> { "PRAGMA foreign_keys=OFF;" };
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%DataProtectionKeys'";
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync()) statements.Add($"DELETE FROM \"{reader.GetString(0)}\";");
        }

        await using var empty = connection.CreateCommand();
        empty.CommandText = string.Concat(statements);
        await empty.ExecuteNonQueryAsync();
    }

    private sealed class Hidden(Func<Task> giveBack) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await giveBack();
    }

    /// <summary>Gives the in-memory server what a socket would: the caller's address.</summary>
    private sealed class RemoteAddress : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, proceed) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.TryParse(http.Request.Headers[Header], out var address) ? address : IPAddress.Loopback;
                return proceed(http);
            });
            next(app);
        };
    }
}
