// Events between modules on real databases: stored with their change or not at all, effective once, never lost by a failure.
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.BuildingBlocks;

[TestFixtureSource(typeof(Providers))]
public sealed class OutboxTests(string provider) : WebWorld(provider)
{
    private const string Alias = "Ministerul de Interne";

    private StumblingBlock Block => App.Services.GetRequiredService<StumblingBlock>();

    [TestCase(typeof(OutboxMessage))]
    [TestCase(typeof(AuditEntry))]
    public async Task A_change_its_event_and_its_record_are_kept_together_or_not_at_all(Type unwritable)
    {
        var before = await AuditRows();
        await using (await App.HideAsync<StakeholdersDbContext>(unwritable))
        {
            Assert.That(() => App.Send(new AddInstitutionAlias(Ministry, Alias)), Throws.InstanceOf<DbUpdateException>());
        }

        Assert.That((await Get(new GetInstitution(Ministry))).Aliases, Is.Empty);
        Assert.That((await Messages<StakeholdersDbContext>(), await AuditRows()), Is.EqualTo((Array.Empty<OutboxMessage>(), before)));

        await Do(new AddInstitutionAlias(Ministry, Alias));
        Assert.That((await Get(new GetInstitution(Ministry))).Aliases, Is.EqualTo(new[] { Alias }));
        var message = (await Messages<StakeholdersDbContext>()).Single();
        Assert.That((message.Name, message.Attempts, message.ProcessedAt, message.Dead), Is.EqualTo(("stakeholders.institution-alias-added.v1", 0, (DateTimeOffset?)null, false)));
        Assert.That(message.OccurredAt, Is.EqualTo(App.Clock.GetUtcNow()).Within(TimeSpan.FromMinutes(1)));
        Assert.That(await AuditRows(), Is.GreaterThan(before));
    }

    [Test]
    public async Task A_command_that_is_refused_tells_nobody()
    {
        Assert.That((await App.Send(new AddInstitutionAlias(Ministry, ""))).Failure?.Kind, Is.EqualTo(FailureKind.Invalid));
        Assert.That((await App.Send(new AddInstitutionAlias(Guid.CreateVersion7(), Alias))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That(await Messages<StakeholdersDbContext>(), Is.Empty);
    }

    [Test]
    public async Task Delivered_twice_an_event_has_its_effect_once()
    {
        var activity = await Waiting();
        await Do(new AddInstitutionAlias(Ministry, Alias));
        Assert.That((await One(activity)).Assignments[0].InstitutionId, Is.Null, "nothing happens before delivery");
        await App.DispatchAsync();
        var version = (await One(activity)).Version;
        Assert.That((await One(activity)).Assignments[0].InstitutionId, Is.EqualTo(Ministry));
        Assert.That((await Messages<StakeholdersDbContext>()).Single().ProcessedAt, Is.Not.Null);

        await App.DispatchAsync();
        await Forget<StakeholdersDbContext>();
        await App.DispatchAsync();
        Assert.That(((await One(activity)).Version, await Inbox<ActionPlanDbContext>("FillMatchedNames")), Is.EqualTo((version, 1)), "as if the process had died before it could say that it was done");
        Assert.That((await Messages<StakeholdersDbContext>()).Single().ProcessedAt, Is.Not.Null);
    }

    [Test]
    public async Task A_quarter_closed_once_is_evaluated_once()
    {
        var plan = await PlanInForce();
        await Activity(plan);
        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseCollection(plan, Period));
        for (var i = 0; i < 3; i++)
        {
            await App.DispatchAsync();
            await Forget<ActionPlanDbContext>();
        }

        Assert.That(await In<MonitoringDbContext, int>(db => db.Evaluations.CountAsync()), Is.EqualTo(1));
        Assert.That(await Inbox<MonitoringDbContext>("EvaluateClosedCollection"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_cannot_be_done_waits_longer_each_time_and_is_dead_after_ten_attempts_for_all_to_see()
    {
        // A plan that does not exist: the real handler cannot evaluate it.
        var plan = Guid.CreateVersion7();
        await In<ActionPlanDbContext, int>(db =>
        {
            db.Raise(new CollectionClosed(plan, Period));
            return db.SaveChangesAsync();
        });
        var waits = new List<double>();
        for (var attempt = 1; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            await App.DispatchAsync();
            await App.DispatchAsync();
            var message = (await Messages<ActionPlanDbContext>()).Single();
            Assert.That((message.Attempts, message.ProcessedAt, message.Dead), Is.EqualTo((attempt, (DateTimeOffset?)null, attempt == OutboxMessage.MaxAttempts)), "one attempt, however often the dispatcher runs before its time");
            Assert.That(message.LastError, Does.Contain("not-found").And.Contain(plan.ToString()));
            waits.Add(Math.Round((message.NextAttemptAt - App.Clock.GetUtcNow()).TotalSeconds / 5) * 5);
            App.Clock.Set(message.NextAttemptAt.AddSeconds(1));
        }

        Assert.That(waits, Is.EqualTo(new[] { 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600 }));
        Assert.That(await Inbox<MonitoringDbContext>("EvaluateClosedCollection"), Is.Zero, "never on record as handled");
        App.Clock.Set(App.Clock.GetUtcNow().AddDays(30));
        await App.DispatchAsync();
        Assert.That((await Messages<ActionPlanDbContext>()).Single().Attempts, Is.EqualTo(OutboxMessage.MaxAttempts), "a dead one waits for a person");

        var administrator = await SignedIn(Role.Administrator);
        var page = (await administrator.Open("/system")).Html;
        Assert.That(page, Does.Contain("action-plan.collection-closed.v1").And.Contain(plan.ToString()));
        var health = (await Stranger().Open("/health/ready")).Json;
        Assert.That((health.GetProperty("status").GetString(), health.GetProperty("deadEvents").GetInt32()), Is.EqualTo(("degraded", 1)));
    }

    [Test]
    public async Task A_listener_that_fails_leaves_no_trace_and_undoes_nothing_of_the_others()
    {
        var activity = await Waiting();
        (Block.Listens, Block.FailsAt) = (true, _ => true);
        await Do(new AddInstitutionAlias(Ministry, Alias));
        await App.DispatchAsync();
        var version = (await One(activity)).Version;
        Assert.That((await One(activity)).Assignments[0].InstitutionId, Is.EqualTo(Ministry), "the other listener's work stands");
        Assert.That((await Written(), await Inbox<ActionPlanDbContext>(nameof(Stumble))), Is.EqualTo((0, 0)), "what it had saved is rolled back");
        var failed = (await Messages<StakeholdersDbContext>()).Single();
        Assert.That((failed.Attempts, failed.LastError, failed.ProcessedAt), Is.EqualTo((1, Stumble.Error, (DateTimeOffset?)null)));

        Block.FailsAt = _ => false;
        App.Clock.Set(failed.NextAttemptAt.AddSeconds(1));
        await App.DispatchAsync();
        Assert.That((await Written(), await Inbox<ActionPlanDbContext>(nameof(Stumble)), Block.Calls), Is.EqualTo((1, 1, 2)));
        Assert.That(((await One(activity)).Version, await Inbox<ActionPlanDbContext>("FillMatchedNames")), Is.EqualTo((version, 1)), "the other listener was not called again");
        var done = (await Messages<StakeholdersDbContext>()).Single();
        Assert.That((done.ProcessedAt is not null, done.LastError), Is.EqualTo((true, (string?)null)));
    }

    [Test]
    public async Task One_event_that_cannot_be_delivered_holds_up_no_other()
    {
        (Block.Listens, Block.FailsAt) = (true, name => name == "Numele 3");
        for (var i = 0; i < 8; i++) await Do(new AddInstitutionAlias(Ministry, $"Numele {i}"));
        await App.DispatchAsync();
        var messages = await Messages<StakeholdersDbContext>();
        Assert.That((messages.Count(m => m.ProcessedAt is not null), messages.Count(m => m.Attempts == 1), await Written()), Is.EqualTo((7, 1, 7)));
    }

    [Test]
    public async Task Two_dispatchers_at_once_deliver_each_event_once()
    {
        Block.Listens = true;
        for (var i = 0; i < 20; i++) await Do(new AddInstitutionAlias(Ministry, $"Numele {i}"));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(App.DispatchAsync)));
        // One that lost a race may have been put back: its time comes.
        App.Clock.Set(App.Clock.GetUtcNow().AddHours(1));
        await App.DispatchAsync();
        Assert.That((await Messages<StakeholdersDbContext>()).Count(m => m.ProcessedAt is not null), Is.EqualTo(20));
        Assert.That((await Written(), await Inbox<ActionPlanDbContext>(nameof(Stumble))), Is.EqualTo((20, 20)));
    }

    /// <summary>An activity whose lead the register knows under another name.</summary>
    private async Task<Guid> Waiting()
    {
        var activity = await Activity(await PlanInForce(), lead: Alias);
        Assert.That((await One(activity)).Assignments[0].InstitutionId, Is.Null);
        return activity;
    }

    private Task<int> Written() => In<ActionPlanDbContext, int>(db => db.Audit.CountAsync(a => a.EntityType == nameof(Stumble)));

    private Task<int> AuditRows() => In<StakeholdersDbContext, int>(db => db.Audit.CountAsync());

    private Task<int> Inbox<TContext>(string handler)
        where TContext : ModuleDbContext => In<TContext, int>(db => db.Inbox.CountAsync(i => i.Handler == handler));

    private Task<OutboxMessage[]> Messages<TContext>()
        where TContext : ModuleDbContext => In<TContext, OutboxMessage[]>(db => db.Outbox.AsNoTracking().OrderBy(m => m.Id).ToArrayAsync());

    /// <summary>As if nobody had noted that the events were delivered.</summary>
    private Task<int> Forget<TContext>()
        where TContext : ModuleDbContext => In<TContext, int>(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.ProcessedAt, (DateTimeOffset?)null)));

    private async Task<T> In<TContext, T>(Func<TContext, Task<T>> ask)
        where TContext : ModuleDbContext
    {
        await using var scope = App.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<TContext>());
    }
}
