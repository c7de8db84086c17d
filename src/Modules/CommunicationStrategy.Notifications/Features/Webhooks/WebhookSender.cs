// Sends what partner systems are told. Whatever is no clear yes is tried again, under the same id; who fails too long is not called any more.
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.Notifications.Features.Webhooks;

internal sealed class WebhookSender(NotificationsDbContext db, IWebhookTransport transport, ISecretBox secrets, TimeProvider clock, ILogger<WebhookSender> logger)
{
    /// <summary>A job is short: what is left after this is the next run's.</summary>
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(3);

    /// <summary>The number that arrived.</summary>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        // The other side may have had it: it is told by the id.
        await db.WebhookDeliveries.Interrupted(clock.GetUtcNow()).ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, DeliveryState.Planned).SetProperty(d => d.ClaimedBy, (Guid?)null).SetProperty(d => d.Version, d => d.Version + 1), cancellationToken);
        var sent = 0;
        while (clock.GetElapsedTime(started) < RunLimit
            && await db.WebhookDeliveries.ClaimAsync(clock.GetUtcNow(), cancellationToken, which: d => db.Webhooks.Any(w => w.Id == d.SubscriptionId && w.Stopped == null && w.ArchivedAt == null)) is { } batch)
        {
            var ids = batch.Select(d => d.SubscriptionId).Distinct().ToList();
            var subscriptions = await db.Webhooks.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancellationToken);
            foreach (var delivery in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await db.WebhookDeliveries.BeginAsync(delivery, clock.GetUtcNow(), cancellationToken)) continue;
                var outcome = await PostAsync(delivery, subscriptions[delivery.SubscriptionId], cancellationToken);
                // From here on the outcome must get on record, even when the host is stopping.
                await RecordAsync(delivery, outcome);
                if (outcome.State == SendState.Sent) sent++;
                else logger.LogWarning("Webhook delivery {Delivery} did not arrive: {State}", delivery.Id, outcome.State);
            }
        }

        return sent;
    }

    private async Task<SendOutcome> PostAsync(WebhookDelivery delivery, WebhookSubscription subscription, CancellationToken cancellationToken)
    {
        if (secrets.Open(subscription.Secret) is not { } secret) return new SendOutcome(SendState.TryLater, "The secret cannot be read; make a new one.");
        var (id, at) = ($"{delivery.Id:N}", clock.GetUtcNow());
        return await transport.PostAsync(new WebhookRequest(new Uri(subscription.Address), id, at, WebhookSubscription.Signature(secret, id, at, delivery.Body), delivery.Body), cancellationToken);
    }

    private async Task RecordAsync(WebhookDelivery delivery, SendOutcome outcome)
    {
        var now = clock.GetUtcNow();
        var attempts = delivery.Attempts + 1;
        var arrived = outcome.State == SendState.Sent;
        var next = arrived || outcome.AddressRefused ? null : LedgerEntry.NextTry(attempts, now, delivery.GiveUpAt);
        var state = arrived ? DeliveryState.Sent : next is null ? DeliveryState.Failed : DeliveryState.Planned;
        var error = outcome.Detail is { Length: > OutgoingMailConfiguration.ErrorLength } detail ? detail[..OutgoingMailConfiguration.ErrorLength] : outcome.Detail;
        await db.WebhookDeliveries.Claimed(delivery, DeliveryState.Sending).ExecuteUpdateAsync(s =>
        {
            s.SetProperty(d => d.State, state).SetProperty(d => d.Attempts, attempts).SetProperty(d => d.LastError, error).SetProperty(d => d.NextAttemptAt, next ?? delivery.NextAttemptAt)
                .SetProperty(d => d.ClaimedBy, (Guid?)null).SetProperty(d => d.Version, d => d.Version + 1);
            if (arrived) s.SetProperty(d => d.SentAt, (DateTimeOffset?)now);
        });
        var subscription = db.Webhooks.Where(w => w.Id == delivery.SubscriptionId);
        if (arrived)
        {
            await subscription.ExecuteUpdateAsync(s => s.SetProperty(w => w.Failures, 0).SetProperty(w => w.LastDeliveredAt, (DateTimeOffset?)now));
            return;
        }

        await subscription.ExecuteUpdateAsync(s => s.SetProperty(w => w.Failures, w => w.Failures + 1));
        var why = outcome.AddressRefused ? WebhookStop.Gone : WebhookStop.Failing;
        await subscription.Where(w => w.Stopped == null && (outcome.AddressRefused || w.Failures >= WebhookSubscription.MostFailures)).ExecuteUpdateAsync(
            s => s.SetProperty(w => w.Stopped, why).SetProperty(w => w.StoppedAt, (DateTimeOffset?)now).SetProperty(w => w.Version, w => w.Version + 1));
    }
}
