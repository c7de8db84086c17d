// Events of other modules that partner systems are told of: each becomes a delivery for everyone who asked for it.
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Integration;

/// <summary>Runs inside the inbox's transaction: an event that is delivered twice is queued once.</summary>
internal sealed class QueueWebhooks(NotificationsDbContext db, TimeProvider clock)
    : IEventHandler<CollectionOpened>, IEventHandler<CollectionClosed>, IEventHandler<ReportSubmitted>, IEventHandler<ReportDecided>, IEventHandler<PlanVersionInForce>, IEventHandler<EvaluationApproved>
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The names that a partner system can ask for, in the order of their letters.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(QueueWebhooks).GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEventHandler<>)).Select(i => NameOf(i.GetGenericArguments()[0])).Order(StringComparer.Ordinal)];

    public Task Handle(CollectionOpened integrationEvent, CancellationToken cancellationToken) => QueueAsync(integrationEvent, null, cancellationToken);

    public Task Handle(CollectionClosed integrationEvent, CancellationToken cancellationToken) => QueueAsync(integrationEvent, null, cancellationToken);

    public Task Handle(ReportSubmitted integrationEvent, CancellationToken cancellationToken) => QueueAsync(integrationEvent, integrationEvent.InstitutionId, cancellationToken);

    public Task Handle(ReportDecided integrationEvent, CancellationToken cancellationToken) => QueueAsync(integrationEvent, integrationEvent.InstitutionId, cancellationToken);

    public Task Handle(PlanVersionInForce integrationEvent, CancellationToken cancellationToken) => QueueAsync(integrationEvent, null, cancellationToken);

    public Task Handle(EvaluationApproved integrationEvent, CancellationToken cancellationToken) => QueueAsync(integrationEvent, null, cancellationToken);

    /// <summary>What is sent: the delivery's id, the event's name and instant, and its data.</summary>
    public static string Body(Guid id, string name, DateTimeOffset at, object data) => JsonSerializer.Serialize(new { id, type = name, timestamp = at, data }, Json);

    private async Task QueueAsync<TEvent>(TEvent integrationEvent, Guid? institution, CancellationToken cancellationToken)
        where TEvent : IIntegrationEvent
    {
        var (name, now) = (NameOf(typeof(TEvent)), clock.GetUtcNow());
        foreach (var subscription in await db.Webhooks.AsNoTracking().Where(w => w.ArchivedAt == null).ToListAsync(cancellationToken))
        {
            if (subscription.Wants(name, institution)) db.WebhookDeliveries.Add(new WebhookDelivery(subscription.Id, name, now, id => Body(id, name, now, integrationEvent)));
        }
    }

    private static string NameOf(Type type) => type.GetCustomAttribute<EventNameAttribute>()!.Name;
}
