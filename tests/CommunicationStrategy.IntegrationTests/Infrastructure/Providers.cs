// The databases a test body runs on, and the base class of every test that touches one.
using MediatR;
using CommunicationStrategy.BuildingBlocks;
using System.Collections;

namespace CommunicationStrategy.IntegrationTests.Infrastructure;

/// <summary>SQLite and PostgreSQL always; SQL Server where CS_TEST_SQLSERVER holds a connection string.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1710", Justification = "Read as a sentence: a test fixture on these providers.")]
public sealed class Providers : IEnumerable<TestFixtureData>
{
    public static readonly string? Postgres = Environment.GetEnvironmentVariable("CS_TEST_POSTGRES");
    public static readonly string? SqlServer = Environment.GetEnvironmentVariable("CS_TEST_SQLSERVER");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IEnumerator<TestFixtureData> GetEnumerator()
    {
        yield return new TestFixtureData("Sqlite");
        yield return new TestFixtureData("PostgreSql");
        var server = new TestFixtureData("SqlServer");
        yield return SqlServer is null ? server.Ignore("CS_TEST_SQLSERVER names no server; the translation check and the script check stand in for it.") : server;
    }
}

/// <summary>
/// Base of integration tests: <c>[TestFixtureSource(typeof(Providers))] public sealed class XTests(string provider) : DatabaseTest(provider)</c>.
/// The product is started once per provider for the whole run; every test begins with empty tables.
/// </summary>
[NonParallelizable]
public abstract class DatabaseTest(string provider)
{
    private static readonly Dictionary<string, TestApp> Apps = [];

    protected TestApp App { get; private set; } = null!;

    [SetUp]
    public async Task EmptyDatabase()
    {
        if (provider == "PostgreSql" && Providers.Postgres is null) Assert.Fail("CS_TEST_POSTGRES is not set: run the tests by build/test, which starts a server.");
        if (!Apps.TryGetValue(provider, out var app)) Apps[provider] = app = await TestApp.StartAsync(provider);
        App = app;
        await App.ResetAsync();
    }

    /// <summary>Sends as the system, and expects success.</summary>
    protected async Task Do(ICommand command, Caller? caller = null)
    {
        var result = await App.Send(command, caller);
        Assert.That(result.Failure, Is.Null, result.Failure?.Message);
    }

    /// <summary>Sends, expects success, and gives the value.</summary>
    protected async Task<T> Get<T>(IRequest<Result<T>> request, Caller? caller = null)
    {
        var result = await App.Send(request, caller);
        Assert.That(result.Failure, Is.Null, result.Failure?.Message);
        return result.Require();
    }

    internal static async Task StopAllAsync()
    {
        foreach (var app in Apps.Values) await app.DisposeAsync();
        Apps.Clear();
    }
}
