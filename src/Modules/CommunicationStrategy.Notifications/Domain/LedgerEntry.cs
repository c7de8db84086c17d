// What every line of the ledger has, whether a mail or a webhook: its state, its tries, and who is sending it just now.
namespace CommunicationStrategy.Notifications.Domain;

/// <summary>
/// <see cref="Planned"/> also while a further try is awaited; <see cref="Unknown"/> is never sent again by itself; <see cref="Bounced"/>: it was
/// taken over, and came back later.
/// </summary>
public enum DeliveryState { Planned, Sending, Sent, Failed, Unknown, Cancelled, Bounced }

internal abstract class LedgerEntry : Root
{
    /// <summary>How long what is not taken over is tried again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    /// <summary>What has been "sending" for longer belongs to a process that died.</summary>
    public static readonly TimeSpan ClaimLease = TimeSpan.FromMinutes(15);

    public DeliveryState State { get; protected set; }
    public int Attempts { get; private set; }
    public DateTimeOffset NextAttemptAt { get; private set; }
    public DateTimeOffset GiveUpAt { get; private set; }
    public Guid? ClaimedBy { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>A code of <see cref="MailProblem"/>, or what the other side said.</summary>
    public string? LastError { get; protected set; }

    /// <summary>When to try again after so many tries that were not taken over: 1, 5, 30 minutes, then hourly; null = give up.</summary>
    public static DateTimeOffset? NextTry(int attempts, DateTimeOffset now, DateTimeOffset giveUpAt)
    {
        var next = now + (attempts switch { <= 1 => TimeSpan.FromMinutes(1), 2 => TimeSpan.FromMinutes(5), 3 => TimeSpan.FromMinutes(30), _ => TimeSpan.FromHours(1) });
        return next <= giveUpAt ? next : null;
    }

    /// <summary>Into the queue, with all its tries before it.</summary>
    protected void Wait(DateTimeOffset now) => (State, Attempts, NextAttemptAt, GiveUpAt, LastError) = (DeliveryState.Planned, 0, now, now + Patience, null);
}
