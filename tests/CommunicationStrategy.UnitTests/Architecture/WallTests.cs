// The walls of the house: which module may ask which, and what each room may use. Each rule has a test that it can fail.

namespace CommunicationStrategy.UnitTests.Architecture;

[Category("Architecture")]
public sealed class WallTests
{
    private static readonly string[] DomainMayNotUse = ["Microsoft.EntityFrameworkCore", "MediatR", "Microsoft.AspNetCore", "Hangfire", "AutoMapper", "FluentValidation"];
    private static readonly string[] ModulesMayNotReference =
        ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "Npgsql", "Microsoft.Data.", "Hangfire", "MailKit", "MimeKit", "CommunicationStrategy.Persistence", "CommunicationStrategy.Web"];

    private static IEnumerable<string> ModuleNames => House.Edges.Keys;

    [TestCaseSource(nameof(ModuleNames))]
    public void A_module_uses_only_the_contracts_of_modules_it_may_see(string module) =>
        Assert.That(House.Violations(House.TypesIn(House.Modules[module]), ns => ForeignContract(module, ns)), Is.Empty);

    [Test]
    public void The_contract_rule_can_fail() =>
        Assert.That(House.Violations(House.TypesIn(House.Modules["Notifications"]), ns => ForeignContract("Strategy", ns)), Is.Not.Empty);

    [Test]
    public void Module_edges_have_no_cycle()
    {
        Assert.That(Cycle(House.Edges), Is.Null);
        Assert.That(Cycle(new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["A"] }), Is.Not.Null, "the check can fail");
    }

    [TestCaseSource(nameof(ModuleNames))]
    public void A_module_references_no_other_module_no_driver_no_scheduler_and_no_mailer(string module)
    {
        var others = House.Edges.Keys.Where(m => m != module).Select(m => $"{House.Root}.{m}");
        var references = House.Modules[module].GetReferencedAssemblies().Select(a => a.Name!);
        Assert.That(references.Where(r => others.Contains(r) || ModulesMayNotReference.Any(f => r.StartsWith(f, StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void The_reference_rule_can_fail() =>
        Assert.That(House.Web.GetReferencedAssemblies().Any(r => r.Name!.StartsWith("Hangfire", StringComparison.Ordinal)), Is.True);

    [TestCaseSource(nameof(ModuleNames))]
    public void The_domain_knows_no_framework(string module) =>
        Assert.That(House.Violations(Room(module, "Domain"), ns => DomainMayNotUse.Any(f => ns.StartsWith(f, StringComparison.Ordinal)) || InRoom(module, ns, "Data", "Features", "Endpoints", "Integration")), Is.Empty);

    [Test]
    public void The_domain_rule_can_fail() =>
        Assert.That(House.Violations(Room("ActionPlan", "Data"), ns => DomainMayNotUse.Any(f => ns.StartsWith(f, StringComparison.Ordinal))), Is.Not.Empty);

    [TestCaseSource(nameof(ModuleNames))]
    public void Endpoints_send_requests_and_touch_neither_domain_nor_data(string module) =>
        Assert.That(House.Violations(Room(module, "Endpoints"), ns => InRoom(module, ns, "Data")), Is.Empty);

    [Test]
    public void The_clock_is_not_read_in_the_domain()
    {
        foreach (var module in ModuleNames)
        {
            Assert.That(Room(module, "Domain").SelectMany(House.Mentions).Where(t => t.FullName == "System.TimeProvider"), Is.Empty, module);
        }

        Assert.That(House.TypesIn(House.BuildingBlocks).SelectMany(House.Mentions).Where(t => t.FullName == "System.TimeProvider"), Is.Not.Empty, "the check can fail");
    }

    [TestCaseSource(nameof(ModuleNames))]
    public void AutoMapper_is_used_only_beside_rows_in_Features(string module) =>
        Assert.That(House.Violations(House.TypesIn(House.Modules[module]).Where(t => !House.NamespaceOf(t).StartsWith($"{House.Root}.{module}.Features", StringComparison.Ordinal)), ns => ns.StartsWith("AutoMapper", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Pages_talk_to_modules_through_requests_only() =>
        Assert.That(House.Violations(House.TypesIn(House.Web).Where(t => House.NamespaceOf(t).StartsWith($"{House.Root}.Web.Components", StringComparison.Ordinal)),
            ns => ns.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || ns.EndsWith(".Data", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Building_blocks_stay_small()
    {
        var folder = Path.Combine(Repository.Root, "src", $"{House.Root}.BuildingBlocks");
        var lines = Repository.Sources(folder).Sum(f => File.ReadAllLines(f).Length);
        Assert.That(lines, Is.InRange(1, 1000));
    }

    private static IEnumerable<Mono.Cecil.TypeDefinition> Room(string module, string room) =>
        House.TypesIn(House.Modules[module]).Where(t => InRoom(module, House.NamespaceOf(t), room));

    private static bool InRoom(string module, string ns, params string[] rooms) =>
        rooms.Any(r => ns == $"{House.Root}.{module}.{r}" || ns.StartsWith($"{House.Root}.{module}.{r}.", StringComparison.Ordinal));

    private static bool ForeignContract(string module, string ns) =>
        ns.StartsWith($"{House.Root}.Contracts.", StringComparison.Ordinal) && ns.Split('.')[2] is var owner
        && owner != module && owner != "Access" && !House.Edges[module].Contains(owner);

    private static string? Cycle(IReadOnlyDictionary<string, string[]> edges)
    {
        var left = edges.ToDictionary(e => e.Key, e => e.Value.ToHashSet());
        while (left.FirstOrDefault(e => e.Value.Count == 0) is { Key: { } free })
        {
            left.Remove(free);
            foreach (var targets in left.Values) targets.Remove(free);
        }

        return left.Count == 0 ? null : string.Join(", ", left.Keys);
    }
}
