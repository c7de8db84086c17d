// Every request: one handler, one permission, nothing public that need not be; every event one stable name; no Result ignored.
using System.Reflection;
using CommunicationStrategy.BuildingBlocks;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CommunicationStrategy.UnitTests.Architecture;

[Category("Architecture")]
public sealed class RequestTests
{
    private static readonly IReadOnlyList<Type> Requests =
        [.. House.Modules.Values.Append(House.Contracts).Append(House.BuildingBlocks).SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(IsRequest))];

    [Test]
    public void Every_request_has_exactly_one_handler()
    {
        var handled = House.Modules.Values.Append(House.BuildingBlocks).SelectMany(a => a.GetTypes()).SelectMany(t => t.GetInterfaces()).Where(i => IsOf(i, typeof(IRequestHandler<,>)))
            .Select(i => i.GetGenericArguments()[0]).ToList();
        Assert.That(Requests, Has.Count.GreaterThan(50));
        Assert.That(Requests.Where(r => handled.Count(h => h == r) != 1).Select(r => $"{r.FullName}: {handled.Count(h => h == r)} handlers"), Is.Empty);
    }

    [Test]
    public void Every_request_has_one_permission_or_says_that_it_needs_none() =>
        Assert.That(Requests.Where(r => Rules(r) != 1).Select(r => r.FullName), Is.Empty);

    [Test]
    public void The_permission_rule_can_fail() => Assert.That(Rules(typeof(Unguarded)), Is.Zero);

    [Test]
    public void Handlers_validators_and_configurations_are_internal_and_sealed()
    {
        var types = House.Modules.Values.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false } && t.GetInterfaces().Any(i =>
            IsOf(i, typeof(IRequestHandler<,>)) || IsOf(i, typeof(IValidator<>)) || IsOf(i, typeof(IEntityTypeConfiguration<>)) || IsOf(i, typeof(IEventHandler<>)))).ToList();
        Assert.That(types, Has.Count.GreaterThan(50));
        Assert.That(types.Where(t => t.IsPublic || !t.IsSealed).Select(t => t.FullName), Is.Empty);
    }

    [Test]
    public void Contexts_and_aggregates_are_internal() =>
        Assert.That(House.Modules.Values.SelectMany(a => a.GetExportedTypes()).Where(t => t.IsSubclassOf(typeof(DbContext)) || t.IsSubclassOf(typeof(Root))).Select(t => t.FullName), Is.Empty);

    [Test]
    public void Every_integration_event_has_a_unique_stable_name()
    {
        var events = House.Contracts.GetTypes().Where(t => typeof(IIntegrationEvent).IsAssignableFrom(t) && t.IsClass).ToList();
        var names = events.Select(e => e.GetCustomAttribute<EventNameAttribute>()?.Name).ToList();
        Assert.That(events, Is.Not.Empty);
        Assert.That(names, Has.All.Match(@"^[a-z-]+\.[a-z-]+\.v[0-9]+$"));
        Assert.That(names, Is.Unique);
    }

    [Test]
    public void No_result_is_ignored() => Assert.That(House.All.SelectMany(House.TypesIn).SelectMany(IgnoredResults), Is.Empty);

    [Test]
    public void The_ignored_result_check_can_fail() =>
        Assert.That(House.TypesIn(typeof(RequestTests).Assembly).Where(t => t.FullName.Contains(nameof(Careless), StringComparison.Ordinal)).SelectMany(IgnoredResults).Count(), Is.EqualTo(2));

    private static int Rules(Type request) => request.GetCustomAttributes<RequiresAttribute>().Count() + request.GetCustomAttributes<AnyCallerAttribute>().Count();

    private static bool IsOf(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static bool IsRequest(Type type) => IsOf(type, typeof(IRequest<>));

    /// <summary>A call that yields Result (directly, or as the awaited value) followed by pop.</summary>
    private static IEnumerable<string> IgnoredResults(TypeDefinition type) =>
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.OpCode.Code is Code.Call or Code.Callvirt && instruction.Next?.OpCode.Code == Code.Pop
        let called = (MethodReference)instruction.Operand
        where YieldsResult(called)
        select $"{type.FullName}.{method.Name} ignores {called.Name}";

    private static bool YieldsResult(MethodReference called)
    {
        var returned = called.ReturnType;
        if (returned is GenericParameter { Type: GenericParameterType.Type } parameter && called.DeclaringType is GenericInstanceType owner) returned = owner.GenericArguments[parameter.Position];
        if (returned is GenericInstanceType { ElementType.FullName: "System.Threading.Tasks.Task`1" } task) returned = task.GenericArguments[0];
        return returned.Namespace == typeof(Result).Namespace && returned.Name is "Result" or "Result`1" && returned.Namespace == typeof(Result).Namespace;
    }

    private sealed record Unguarded : ICommand;

    private static class Careless
    {
        public static async Task Awaited(IMediator mediator) => await mediator.Send(new Unguarded());

        public static void Direct(Func<Result> act) => act.Invoke();
    }
}
