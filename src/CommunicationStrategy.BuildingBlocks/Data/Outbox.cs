// Events between modules: stored with the change, delivered at least once, effective exactly once (inbox).
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.BuildingBlocks;

/// <summary>An event on its way. After <see cref="MaxAttempts"/> failures it is dead and waits for a person.</summary>
public sealed class OutboxMessage(string name, string payload) : Entity
{
    public const int MaxAttempts = 10;

    public string Name { get; private set; } = name;
    public string Payload { get; private set; } = payload;
    public DateTimeOffset OccurredAt { get; internal set; }
    public DateTimeOffset? ProcessedAt { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset NextAttemptAt { get; internal set; }
    public string? LastError { get; private set; }
    public bool Dead { get; private set; }

    internal void Processed(DateTimeOffset at) => (ProcessedAt, LastError) = (at, null);

    internal void Failed(string error, DateTimeOffset at)
    {
        Attempts++;
        LastError = error.Length > 2000 ? error[..2000] : error;
        NextAttemptAt = at.AddSeconds(Math.Min(3600, 5 * Math.Pow(2, Attempts)));
        Dead = Attempts >= MaxAttempts;
    }
}

/// <summary>"This handler has had this message": the primary key makes the effect happen once.</summary>
public sealed class InboxEntry(Guid messageId, string handler, DateTimeOffset handledAt)
{
    public Guid MessageId { get; private set; } = messageId;
    public string Handler { get; private set; } = handler;
    public DateTimeOffset HandledAt { get; private set; } = handledAt;
}

/// <summary>Wakes the dispatcher; the host's adapter puts a job into the queue. A lost wake-up costs a minute: the schedule catches up.</summary>
public interface IOutboxSignal
{
    void Raised();
}

/// <summary>Who listens to what; filled by <c>AddModule</c>.</summary>
public sealed record EventSubscription(string EventName, Type EventType, Type HandlerType, Type ContextType);

/// <summary>Delivers what waits in every module's outbox. Run by the scheduler each minute and after every change that raised something.</summary>
[Requires(Permission.ManageSystem)]
public sealed record DispatchOutbox : ICommand;

internal sealed class DispatchOutboxHandler(
    IServiceScopeFactory scopes, IEnumerable<ModuleContext> modules, IEnumerable<EventSubscription> subscriptions,
    IDatabase database, TimeProvider clock, ILogger<DispatchOutboxHandler> logger) : ICommandHandler<DispatchOutbox>
{
    private const int BatchSize = 100;

    public async Task<Result> Handle(DispatchOutbox command, CancellationToken cancellationToken)
    {
        foreach (var module in modules) await DispatchAsync(module.ContextType, cancellationToken);
        return Result.Success;
    }

    private async Task DispatchAsync(Type contextType, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var source = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(contextType);
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var batch = await source.Outbox.Where(m => m.ProcessedAt == null && !m.Dead && m.NextAttemptAt <= now)
                .OrderBy(m => m.OccurredAt).ThenBy(m => m.Id).Take(BatchSize).ToListAsync(cancellationToken);
            if (batch.Count == 0) return;
            foreach (var message in batch)
            {
                try
                {
                    foreach (var subscription in subscriptions.Where(s => s.EventName == message.Name)) await DeliverAsync(message, subscription, cancellationToken);
                    message.Processed(clock.GetUtcNow());
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    logger.LogError(exception, "Event {Event} {MessageId} failed, attempt {Attempt}", message.Name, message.Id, message.Attempts + 1);
                    message.Failed(exception.Message, clock.GetUtcNow());
                }

                await source.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task DeliverAsync(OutboxMessage message, EventSubscription subscription, CancellationToken cancellationToken)
    {
        var handlerName = subscription.HandlerType.Name;
        await using var outer = scopes.CreateAsyncScope();
        var strategy = ((ModuleDbContext)outer.ServiceProvider.GetRequiredService(subscription.ContextType)).Database.CreateExecutionStrategy();
        await strategy.ExecuteAsync(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.System(message.Name);
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(subscription.ContextType);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            if (await context.Inbox.AnyAsync(i => i.MessageId == message.Id && i.Handler == handlerName, cancellationToken)) return;

            var integrationEvent = JsonSerializer.Deserialize(message.Payload, subscription.EventType)!;
            await ((IEventDelivery)scope.ServiceProvider.GetRequiredService(typeof(EventDelivery<>).MakeGenericType(subscription.EventType)))
                .DeliverAsync(scope.ServiceProvider.GetRequiredService(subscription.HandlerType), integrationEvent, cancellationToken);
            context.Inbox.Add(new InboxEntry(message.Id, handlerName, clock.GetUtcNow()));
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (database.IsUniqueViolation(exception) && exception.Entries.All(e => e.Entity is InboxEntry))
            {
                // Another worker delivered it first; this transaction's effects are rolled back.
            }
        });
    }
}

internal interface IEventDelivery
{
    Task DeliverAsync(object handler, object integrationEvent, CancellationToken cancellationToken);
}

/// <summary>Bridges from the stored type to the typed handler.</summary>
internal sealed class EventDelivery<TEvent> : IEventDelivery
    where TEvent : IIntegrationEvent
{
    public Task DeliverAsync(object handler, object integrationEvent, CancellationToken cancellationToken) =>
        ((IEventHandler<TEvent>)handler).Handle((TEvent)integrationEvent, cancellationToken);
}
