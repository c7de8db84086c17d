// Every module's model on every provider: no change without a migration, and SQL Server's script parses, all without a server.
using CommunicationStrategy.BuildingBlocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using System.Reflection;

namespace CommunicationStrategy.UnitTests.Architecture;

[Category("Migrations")]
public sealed class ModelTests
{
    private static IEnumerable<TestCaseData> Contexts() =>
        from provider in new[] { "Sqlite", "SqlServer", "PostgreSql" }
        from factory in Assembly.Load($"{House.Root}.Persistence.{provider}").GetTypes()
        where !factory.IsAbstract && factory.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>))
        select new TestCaseData(factory).SetArgDisplayNames(provider, factory.Name);

    [TestCaseSource(nameof(Contexts))]
    public void The_model_has_no_change_without_a_migration(Type factory)
    {
        using var context = Create(factory);
        Assert.That(context.Database.GetMigrations(), Is.Not.Empty);
        Assert.That(context.Database.HasPendingModelChanges(), Is.False);
        Assert.That(context.Database.GenerateCreateScript(), Does.Contain("Outbox"));
    }

    [TestCaseSource(nameof(Contexts))]
    public void The_idempotent_script_parses_on_SQL_Server(Type factory)
    {
        if (!factory.Assembly.GetName().Name!.EndsWith("SqlServer", StringComparison.Ordinal)) return;
        using var context = Create(factory);
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.That(Errors(script), Is.Empty);
        Assert.That(script, Does.Contain("CREATE TABLE"));
    }

    [Test]
    public void The_script_check_can_fail() => Assert.That(Errors("CREATE TABLE (x int"), Is.Not.Empty);

    private static ModuleDbContext Create(Type factory) =>
        (ModuleDbContext)factory.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(factory, nonPublic: true), [Array.Empty<string>()])!;

    private static IEnumerable<string> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(e => $"{e.Line}:{e.Column} {e.Message}");
    }
}
