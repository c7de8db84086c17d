// Partner systems that are told of events, and each thing they were told. Signed as "Standard Webhooks" says (standardwebhooks.com).
using System.Security.Cryptography;
using System.Text;

namespace CommunicationStrategy.Notifications.Domain;

/// <summary>Why a webhook is not called any more.</summary>
public static class WebhookStop
{
    public const string ByHand = "by-hand";

    /// <summary>So many tries in a row failed.</summary>
    public const string Failing = "failing";

    /// <summary>The other side answered 410: it wants no more.</summary>
    public const string Gone = "gone";

    public static readonly IReadOnlyList<string> Codes = [ByHand, Failing, Gone];
}

internal sealed class WebhookSubscription : Root
{
    public const int NameLength = 100;
    public const int AddressLength = 500;

    /// <summary>After so many failed tries in a row nothing more is sent.</summary>
    public const int MostFailures = 10;

    private WebhookSubscription()
    {
    }

    public WebhookSubscription(string name, string address, IEnumerable<string> events, Guid? institutionId, string protectedSecret)
    {
        Secret = protectedSecret;
        Edit(name, address, events, institutionId);
    }

    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";

    /// <summary>Encrypted with the product's keys: it signs, so it is needed as it is.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Names of events, separated by spaces.</summary>
    public string Events { get; private set; } = "";

    /// <summary>Of events that are about an institution only those of this one; null: all.</summary>
    public Guid? InstitutionId { get; private set; }

    /// <summary>Tries in a row that failed.</summary>
    public int Failures { get; private set; }

    /// <summary>A code of <see cref="WebhookStop"/>; null: it is called.</summary>
    public string? Stopped { get; private set; }
    public DateTimeOffset? StoppedAt { get; private set; }
    public DateTimeOffset? LastDeliveredAt { get; private set; }

    /// <summary>Removed: nothing is sent any more, the record of what was sent stays.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    public IReadOnlyList<string> EventNames => Events.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string NewSecret() => $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>HMAC-SHA256 over "id.timestamp.body" with the secret's bytes: "v1," and Base64.</summary>
    /// <param name="at">Seconds since 1970 in UTC go into it, so that a copy sent later is told by its age.</param>
    public static string Signature(string secret, string id, DateTimeOffset at, string body) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}.{at.ToUnixTimeSeconds()}.{body}"))))}";

    public bool Wants(string eventName, Guid? institution) => (institution is null || InstitutionId is null || institution == InstitutionId) && EventNames.Contains(eventName, StringComparer.Ordinal);

    public void Edit(string name, string address, IEnumerable<string> events, Guid? institutionId) =>
        (Name, Address, Events, InstitutionId) = (name, address, string.Join(' ', events.Distinct().Order(StringComparer.Ordinal)), institutionId);

    public void Rotate(string protectedSecret) => Secret = protectedSecret;

    public Result Stop(string why, DateTimeOffset at)
    {
        if (Stopped is not null) return Failure.Rule("notifications.webhook-stopped", "The webhook is stopped already.");
        (Stopped, StoppedAt) = (why, at);
        return Result.Success;
    }

    public Result Resume()
    {
        if (Stopped is null) return Failure.Rule("notifications.webhook-running", "The webhook is called already.");
        (Stopped, StoppedAt, Failures) = (null, null, 0);
        return Result.Success;
    }

    public void Archive(DateTimeOffset at) => ArchivedAt ??= at;
}

/// <summary>One event for one partner system. Its id is sent along with each try, so that the other side does a thing once.</summary>
internal sealed class WebhookDelivery : LedgerEntry
{
    /// <summary>Sent by a person to see whether the other side answers.</summary>
    public const string Ping = "ping";

    private WebhookDelivery()
    {
    }

    public WebhookDelivery(Guid subscriptionId, string eventName, DateTimeOffset now, Func<Guid, string> body)
    {
        (SubscriptionId, Event, Body) = (subscriptionId, eventName, body(Id));
        Wait(now);
    }

    public Guid SubscriptionId { get; private set; }
    public string Event { get; private set; } = "";

    /// <summary>JSON, the same at every try.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Sends it once more under its old id, also one that arrived.</summary>
    public Result Replay(DateTimeOffset now)
    {
        if (State is DeliveryState.Planned or DeliveryState.Sending) return Failure.Rule("notifications.webhook-waiting", "It waits to be sent already.");
        Wait(now);
        return Result.Success;
    }

    public Result Cancel()
    {
        if (State != DeliveryState.Planned) return Failure.Rule("notifications.mail-not-waiting", "Only a mail that waits to be sent can be cancelled.");
        (State, LastError) = (DeliveryState.Cancelled, MailProblem.ByHand);
        return Result.Success;
    }
}
