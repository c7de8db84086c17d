// The strategy's chain on real databases: problems, objectives and the links between them.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Strategy.Domain;
using CommunicationStrategy.Strategy.Features.Strategies;

namespace CommunicationStrategy.IntegrationTests.Strategy;

[TestFixtureSource(typeof(Providers))]
public sealed class StrategyTests(string provider) : DatabaseTest(provider)
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Test]
    public async Task A_strategy_is_built_put_in_force_and_read_back_in_natural_order()
    {
        var id = await Create("SC-1");
        await Do(new SetProblem(id, 1, Text("Comunicarea cu actorii"), LocalizedText.Empty, 1));
        await Do(new SetObjective(id, "1", Text("Obiectiv general"), [1], 2));
        await Do(new SetObjective(id, "1.10", Text("Zece"), [1], 3));
        await Do(new SetObjective(id, "1.2", Text("Doi"), [1], 4));
        await Do(new PutStrategyInForce(id, 5));

        var strategy = await Get(new GetStrategy(id));
        Assert.That(strategy.Status, Is.EqualTo(StrategyStatus.InForce));
        Assert.That(strategy.Objectives.Select(o => o.Number), Is.EqualTo(new[] { "1", "1.2", "1.10" }));
        var told = await Get(new GetObjectives(id));
        Assert.That(told.Select(o => (o.Number, o.ParentId is null)), Is.EqualTo(new[] { ("1", true), ("1.2", false), ("1.10", false) }));
        Assert.That((await Get(new ListStrategies())).Single() is { ProblemCount: 1, ObjectiveCount: 3 });
        Assert.That((await Get(new GetStrategies())).Single().Code, Is.EqualTo("SC-1"));
    }

    [Test]
    public async Task Setting_a_number_again_changes_it_and_adds_nothing()
    {
        var id = await Create("SC-1");
        await Do(new SetProblem(id, 1, Text("Întâi"), LocalizedText.Empty, 1));
        await Do(new SetProblem(id, 1, Text("Apoi"), Text("Cauze"), 2));
        await Do(new EditStrategy(id, Text("Titlu nou"), Start, Start.AddYears(2), Text("Scop"), LocalizedText.Empty, "HG nr. 1/2026", 3));

        var strategy = await Get(new GetStrategy(id));
        Assert.That(strategy.Problems.Single().Statement.In("ro"), Is.EqualTo("Apoi"));
        Assert.That((strategy.Title.In("ro"), strategy.LegalAct), Is.EqualTo(("Titlu nou", "HG nr. 1/2026")));
    }

    [Test]
    public async Task Target_groups_are_set_by_number_and_told_to_the_other_modules_in_order()
    {
        var id = await Create("SC-1");
        await Do(new SetTargetGroup(id, 2, TargetGroupKind.Press, Text("Jurnaliști"), LocalizedText.Empty, 1));
        await Do(new SetTargetGroup(id, 1, TargetGroupKind.GeneralPublic, Text("Publicul"), LocalizedText.Empty, 2));
        await Do(new SetTargetGroup(id, 1, TargetGroupKind.VulnerablePublic, Text("Tineri din sate"), Text("Rețele sociale, școala"), 3));
        Assert.That((await App.Send(new SetTargetGroup(id, 3, TargetGroupKind.Donor, LocalizedText.Empty, LocalizedText.Empty, 4))).Failure?.Fields.Single().Code, Is.EqualTo("strategy.statement-required"));
        Assert.That((await App.Send(new SetTargetGroup(id, 0, TargetGroupKind.Donor, Text("x"), LocalizedText.Empty, 4))).Failure?.Fields.Single().Code, Is.EqualTo("strategy.problem-range"));

        var groups = (await Get(new GetStrategy(id))).Groups;
        Assert.That(groups.Select(g => (g.Number, g.Kind, g.Name["ro"], g.Needs["ro"])), Is.EqualTo(new[] { (1, TargetGroupKind.VulnerablePublic, (string?)"Tineri din sate", (string?)"Rețele sociale, școala"), (2, TargetGroupKind.Press, "Jurnaliști", null) }));
        Assert.That((await Get(new GetTargetGroups(id))).Select(g => (g.Number, g.Name["ro"])), Is.EqualTo(new[] { (1, (string?)"Tineri din sate"), (2, "Jurnaliști") }));
    }

    [Test]
    public async Task Rules_are_failures_with_their_code()
    {
        var id = await Create("SC-1");
        Assert.That((await App.Send(new PutStrategyInForce(id, 1))).Failure?.Code, Is.EqualTo("strategy.incomplete"));
        Assert.That((await App.Send(new SetObjective(id, "1", Text("x"), [7], 1))).Failure?.Code, Is.EqualTo("strategy.problem-unknown"));
        Assert.That((await App.Send(new SetObjective(id, "1.1", Text("x"), [], 1))).Failure?.Code, Is.EqualTo("strategy.parent-missing"));
        Assert.That((await App.Send(new SetObjective(id, "one", Text("x"), [], 1))).Failure?.Fields.Single().Code, Is.EqualTo("strategy.number-form"));
        Assert.That((await App.Send(new SetProblem(id, 1, LocalizedText.Empty, LocalizedText.Empty, 1))).Failure?.Fields.Single().Code, Is.EqualTo("strategy.statement-required"));
        Assert.That((await App.Send(new SetProblem(id, 1, Text("x"), LocalizedText.Empty, 9))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        Assert.That((await App.Send(new CreateStrategy("SC-1", Text("y"), Start, Start, Text("g"), Text("c"), null))).Failure?.Fields.Single().Code, Is.EqualTo("strategy.code-exists"));
        Assert.That((await App.Send(new GetStrategy(Guid.CreateVersion7()))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
    }

    private Task<Guid> Create(string code) => Get(new CreateStrategy(code, Text("Strategia"), Start, Start.AddYears(3), Text("Scop"), Text("Context"), null));

    private static LocalizedText Text(string ro) => LocalizedText.Of(ro, null, null);
}
