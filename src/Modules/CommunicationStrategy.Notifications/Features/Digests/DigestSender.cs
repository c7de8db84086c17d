// Sends what waits. A mail is claimed, asked about once more, and marked before it leaves: it goes out once, and only if still owed.
using CommunicationStrategy.Notifications.Domain;
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal sealed record SendingTally(int Sent, int Other);

internal sealed class DigestSender(MailLedger ledger, DigestPreparer preparer, IMailTransportFactory transports, TimeProvider clock, ILogger<DigestSender> logger)
{
    /// <summary>A job is short: what is left after this is the next run's.</summary>
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(4);

    /// <summary>What was found to be owed longer ago is asked about again before it leaves: somebody may have reported meanwhile.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <param name="atOnce">Quiet hours are passed over.</param>
    public async Task<SendingTally> SendAsync(bool atOnce, CancellationToken cancellationToken)
    {
        await ledger.GiveUpInterruptedAsync(cancellationToken);
        var started = clock.GetTimestamp();
        var (sent, other) = (0, 0);
        IMailTransport? transport = null;
        try
        {
            // What the limit leaves for this minute; the rest is the next run's.
            while (clock.GetElapsedTime(started) < RunLimit && await ledger.RoomAsync(transports.PerMinute, cancellationToken) is > 0 and var room && await ledger.ClaimAsync(room, cancellationToken) is { } batch)
            {
                if (batch.Count == 0) continue; // another worker took what was seen
                transport ??= transports.Open();
                var (waiting, askedAt) = await PrepareAsync(batch, atOnce, cancellationToken);
                var begun = await BeginNextAsync(waiting, cancellationToken);
                while (begun is { } current)
                {
                    var outcome = await transport.SendAsync(current.Message, cancellationToken);
                    if (outcome.State == SendState.Sent) sent++;
                    else other++;
                    if (outcome.State != SendState.Sent) logger.LogWarning("Mail {Mail} was not sent: {State}", current.Mail.Id, outcome.State);
                    // The outcome must get on record, even when the host is stopping; the next mail is marked in the same transaction, unless it has to be asked about once more.
                    var stale = clock.GetUtcNow() - askedAt > Fresh;
                    var next = stale || cancellationToken.IsCancellationRequested || !waiting.TryDequeue(out var following) ? null : following;
                    var marked = await ledger.RecordAsync(current, outcome, next);
                    if (stale && waiting.Count > 0 && !cancellationToken.IsCancellationRequested)
                    {
                        await ledger.ForgetAsync(waiting, cancellationToken);
                        (waiting, askedAt) = await PrepareAsync([.. waiting.Select(w => w.Mail)], atOnce, cancellationToken);
                    }

                    begun = marked ? next : await BeginNextAsync(waiting, cancellationToken);
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            if (transport is not null) await transport.DisposeAsync();
        }

        return new SendingTally(sent, other);
    }

    private async Task<(Queue<PreparedMail> Waiting, DateTimeOffset AskedAt)> PrepareAsync(IReadOnlyList<OutgoingMail> mails, bool atOnce, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();
        return (new Queue<PreparedMail>(await preparer.PrepareAsync(mails, atOnce, cancellationToken)), askedAt);
    }

    /// <summary>The next mail that is still ours, marked as leaving; null: none is left, or the host is stopping.</summary>
    private async Task<PreparedMail?> BeginNextAsync(Queue<PreparedMail> waiting, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && waiting.TryDequeue(out var next))
        {
            if (await ledger.BeginAsync(next.Mail, cancellationToken)) return next;
        }

        return null;
    }
}
