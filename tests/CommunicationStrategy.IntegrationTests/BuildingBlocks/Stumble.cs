// A second listener to a real event, known to the tests alone: it writes, and then fails as long as a test says so.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.BuildingBlocks;

/// <summary>What the listener is to do; nothing, unless a test asks.</summary>
internal sealed class StumblingBlock
{
    private int calls;

    public bool Listens { get; set; }

    /// <summary>The names at which it fails.</summary>
    public Func<string, bool> FailsAt { get; set; } = _ => false;

    public int Calls => calls;

    public void Called() => Interlocked.Increment(ref calls);

    public void Clear() => (Listens, FailsAt, calls) = (false, _ => false, 0);
}

internal sealed class Stumble(ActionPlanDbContext db, StumblingBlock block, TimeProvider clock) : IEventHandler<InstitutionAliasAdded>
{
    public const string Error = "stumbled over the name";

    public static void Subscribe(IServiceCollection services) => services
        .AddSingleton<StumblingBlock>().AddScoped<Stumble>()
        .AddSingleton(new EventSubscription("stakeholders.institution-alias-added.v1", typeof(InstitutionAliasAdded), typeof(Stumble), typeof(ActionPlanDbContext)));

    public async Task Handle(InstitutionAliasAdded integrationEvent, CancellationToken cancellationToken)
    {
        if (!block.Listens) return;
        block.Called();
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), EntityType = nameof(Stumble), EntityId = integrationEvent.Name });
        await db.SaveChangesAsync(cancellationToken);
        if (block.FailsAt(integrationEvent.Name)) throw new InvalidOperationException(Error);
    }
}
