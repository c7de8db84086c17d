// Every query of every module is run on filled tables, and so compiled for SQL Server too (see SqlServerToo).
using System.Reflection;
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Web.Host;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.Translation;

public sealed class EveryQueryTests() : WebWorld("Sqlite")
{
    [Test]
    public async Task Every_query_of_every_module_translates()
    {
        await FirstStart.LoadSampleAsync(App.Services, CancellationToken.None);
        await EvaluatedQuarter();
        await Person(Role.Officer);
        await App.DispatchAsync();
        var ids = await Ids();
        Assert.That(ids, Has.Count.GreaterThan(5));

        var queries = Queries().ToList();
        Assert.That(queries, Has.Count.GreaterThan(30));
        var broken = new List<string>();
        foreach (var query in queries)
        {
            // Which entity an id is of is not written in its type: one of each finds the right one.
            foreach (var id in query.GetConstructors().Single().GetParameters().Any(p => Plain(p) == typeof(Guid)) ? ids : [Guid.Empty])
            {
                foreach (var filled in new[] { false, true })
                {
                    try
                    {
                        await Send(Make(query, id, filled));
                    }
                    catch (Exception exception)
                    {
                        broken.Add($"{query.Name}: {exception.Message}");
                    }
                }
            }
        }

        Assert.That(broken.Distinct(), Is.Empty);
        Assert.That(App.OnSqlServer.Translated, Is.GreaterThan(queries.Count));
    }

    [Test]
    public async Task What_cannot_be_translated_fails()
    {
        await using var scope = App.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        // SQLite knows GLOB, SQL Server does not.
        Assert.That(async () => await db.People.Where(p => EF.Functions.Glob(p.DisplayName, "A*")).ToListAsync(), Throws.InvalidOperationException.With.Message.StartsWith("SQL Server cannot run this query"));
    }

    private static IEnumerable<Type> Queries() =>
        from module in Composition.Modules.Select(m => m.GetType().Assembly).Append(typeof(Contracts.ActionPlan.GetPlans).Assembly)
        from type in module.GetTypes()
        where type is { IsAbstract: false } && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>))
        orderby type.Name
        select type;

    private async Task Send(object query)
    {
        var answer = query.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>)).GetGenericArguments()[0];
        await (Task)typeof(EveryQueryTests).GetMethod(nameof(SendTyped), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(answer).Invoke(this, [query])!;
    }

    private async Task SendTyped<T>(object query) => await App.Send((IRequest<Result<T>>)query);

    /// <summary>The query with this id wherever one is asked for; optional filters empty or all in use.</summary>
    private static object Make(Type query, Guid id, bool filled)
    {
        var constructor = query.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => p.HasDefaultValue && (!filled || Nullable.GetUnderlyingType(p.ParameterType) == typeof(Guid)) ? p.DefaultValue : Sample(p, id))]);
    }

    private static object? Sample(ParameterInfo parameter, Guid id)
    {
        var type = Plain(parameter);
        if (type == typeof(Guid)) return id;
        if (type == typeof(string)) return parameter.Name switch { "Period" or "Quarter" => Period, "Language" => "ro", "Format" => "csv", "Sort" => null, _ => "1" };
        if (type == typeof(byte[])) return "Cod;Valoare\n1;1\n"u8.ToArray();
        if (type == typeof(DateOnly)) return Today;
        if (type == typeof(int)) return 1;
        if (type == typeof(bool)) return true;
        if (type == typeof(ListActivities)) return new ListActivities(Objective: "1", InstitutionId: id, State: ActivityState.Planned, Quarter: Period, Flag: ActivityFlag.DueSoon, Search: "a b", Sort: "lead");
        if (type == typeof(TemplateWords)) return new TemplateWords("{date}", null, null, null);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type.IsAssignableFrom(typeof(Guid[]))) return new[] { id };
        if (type.IsAssignableFrom(typeof(string[]))) return new[] { "MAI" };
        throw new NotSupportedException($"Give {parameter.Member.DeclaringType!.Name}.{parameter.Name} a sample value here.");
    }

    private static Type Plain(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    /// <summary>One id of each kind of entity there is.</summary>
    private async Task<List<Guid>> Ids()
    {
        await using var scope = App.Scope();
        await using var connection = App.Connection();
        await connection.OpenAsync();
        var ids = new List<Guid>();
        foreach (var module in scope.ServiceProvider.GetServices<ModuleContext>())
        {
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.ContextType);
            foreach (var entity in context.Model.GetEntityTypes().Where(e => typeof(Root).IsAssignableFrom(e.ClrType) || e.ClrType == typeof(Person)))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT \"Id\" FROM \"{entity.GetTableName()}\" LIMIT 1";
                if (await command.ExecuteScalarAsync() is string id) ids.Add(Guid.Parse(id));
            }
        }

        return ids;
    }
}
