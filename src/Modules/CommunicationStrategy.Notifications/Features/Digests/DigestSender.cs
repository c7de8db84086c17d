// Sends what waits. A mail is claimed, asked about once more, and marked before it leaves: it goes out once, and only if still owed.
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal sealed record SendingTally(int Sent, int Other);

internal sealed class DigestSender(MailLedger ledger, DigestPreparer preparer, IMailTransportFactory transports, TimeProvider clock, ILogger<DigestSender> logger)
{
    /// <summary>A job is short: what is left after this is the next run's.</summary>
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(4);

    /// <param name="atOnce">Quiet hours are passed over.</param>
    public async Task<SendingTally> SendAsync(bool atOnce, CancellationToken cancellationToken)
    {
        await ledger.GiveUpInterruptedAsync(cancellationToken);
        var started = clock.GetTimestamp();
        var (sent, other) = (0, 0);
        IMailTransport? transport = null;
        try
        {
            while (clock.GetElapsedTime(started) < RunLimit && await ledger.ClaimAsync(cancellationToken) is { } batch)
            {
                if (batch.Count == 0) continue; // another worker took what was seen
                transport ??= transports.Open();
                foreach (var prepared in await preparer.PrepareAsync(batch, atOnce, cancellationToken))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (!await ledger.BeginAsync(prepared.Mail, cancellationToken)) continue;
                    if (await SendOneAsync(prepared, transport, cancellationToken)) sent++;
                    else other++;
                }
            }
        }
        finally
        {
            if (transport is not null) await transport.DisposeAsync();
        }

        return new SendingTally(sent, other);
    }

    private async Task<bool> SendOneAsync(PreparedMail prepared, IMailTransport transport, CancellationToken cancellationToken)
    {
        var outcome = await transport.SendAsync(prepared.Message, cancellationToken);
        if (outcome.State != SendState.Sent) logger.LogWarning("Mail {Mail} was not sent: {State}", prepared.Mail.Id, outcome.State);
        // From here on the outcome must get on record, even when the host is stopping.
        await ledger.RecordAsync(prepared, outcome);
        return outcome.State == SendState.Sent;
    }
}
