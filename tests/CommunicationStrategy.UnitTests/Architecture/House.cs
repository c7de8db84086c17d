// What the architecture tests look at: the product's assemblies, read as IL by Mono.Cecil, and the walls between rooms.
using System.Reflection;
using CommunicationStrategy.BuildingBlocks;
using Mono.Cecil;

namespace CommunicationStrategy.UnitTests.Architecture;

internal static class House
{
    public const string Root = "CommunicationStrategy";

    /// <summary>Module -> the modules whose contracts it may use (docs/architecture.md). All may use Access's.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Edges = new Dictionary<string, string[]>
    {
        ["Access"] = [],
        ["Stakeholders"] = [],
        ["Strategy"] = [],
        ["ActionPlan"] = ["Strategy", "Stakeholders"],
        ["Media"] = ["Stakeholders", "ActionPlan", "Strategy"],
        ["Monitoring"] = ["Strategy", "ActionPlan", "Media", "Stakeholders"],
        ["Notifications"] = ["ActionPlan", "Media", "Monitoring", "Stakeholders"],
    };

    public static readonly Assembly BuildingBlocks = typeof(Result).Assembly;
    public static readonly Assembly Contracts = typeof(Contracts.ActionPlan.PlanInfo).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;
    public static readonly IReadOnlyDictionary<string, Assembly> Modules = Edges.Keys.ToDictionary(m => m, m => Assembly.Load($"{Root}.{m}"));

    public static IEnumerable<Assembly> All => [BuildingBlocks, Contracts, Assembly.Load($"{Root}.Documents"), .. Modules.Values, Web,
        .. new[] { "Sqlite", "SqlServer", "PostgreSql" }.Select(p => Assembly.Load($"{Root}.Persistence.{p}"))];

    public static ModuleDefinition Read(Assembly assembly) => ModuleDefinition.ReadModule(assembly.Location);

    public static IEnumerable<TypeDefinition> TypesIn(Assembly assembly) => Read(assembly).GetTypes();

    /// <summary>Namespaces or full names of everything a type mentions: base, interfaces, fields, signatures, method bodies, attributes.</summary>
    public static IEnumerable<TypeReference> Mentions(TypeDefinition type)
    {
        var found = new HashSet<TypeReference>();
        void Add(TypeReference? reference)
        {
            if (reference is null || !found.Add(reference)) return;
            if (reference is GenericInstanceType generic)
            {
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments) Add(argument);
            }
            else if (reference is TypeSpecification specification)
            {
                Add(specification.ElementType);
            }
        }

        Add(type.BaseType);
        foreach (var contract in type.Interfaces) Add(contract.InterfaceType);
        foreach (var attribute in type.CustomAttributes) Add(attribute.AttributeType);
        foreach (var field in type.Fields) Add(field.FieldType);
        foreach (var method in type.Methods)
        {
            Add(method.ReturnType);
            foreach (var parameter in method.Parameters) Add(parameter.ParameterType);
            if (!method.HasBody) continue;
            foreach (var variable in method.Body.Variables) Add(variable.VariableType);
            foreach (var instruction in method.Body.Instructions)
            {
                switch (instruction.Operand)
                {
                    case TypeReference t: Add(t); break;
                    case MethodReference m:
                        Add(m.DeclaringType);
                        Add(m.ReturnType);
                        if (m is GenericInstanceMethod g) foreach (var argument in g.GenericArguments) Add(argument);
                        break;
                    case FieldReference f: Add(f.DeclaringType); Add(f.FieldType); break;
                }
            }
        }

        return found;
    }

    /// <summary>The namespace of a type or, for a nested one (a closure, an async state machine), of the type it stands in.</summary>
    public static string NamespaceOf(TypeReference type) => type.DeclaringType is null ? type.Namespace : NamespaceOf(type.DeclaringType);

    /// <summary>Types of the first set that mention a namespace beginning with one of the forbidden.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<TypeDefinition> types, Func<string, bool> forbidden) =>
        [.. from type in types
            from mention in Mentions(type)
            where forbidden(NamespaceOf(mention))
            select $"{type.FullName} -> {mention.FullName}"];
}
