// The states of mails as the sending changes them.
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal sealed class MailLedger(NotificationsDbContext db, TimeProvider clock)
{
    /// <summary>A process died between handing a mail over and writing down the answer: it may have gone out, so it waits for a person.</summary>
    public Task<int> GiveUpInterruptedAsync(CancellationToken cancellationToken) => db.Mails.Interrupted(clock.GetUtcNow()).ExecuteUpdateAsync(
        s => s.SetProperty(m => m.State, DeliveryState.Unknown).SetProperty(m => m.LastError, MailProblem.Interrupted).SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);

    /// <summary>How many mails may still leave in this minute, whichever worker sends them.</summary>
    public async Task<int> RoomAsync(int perMinute, CancellationToken cancellationToken)
    {
        if (perMinute == 0) return int.MaxValue;
        var since = clock.GetUtcNow() - TimeSpan.FromMinutes(1);
        return perMinute - await db.Mails.CountAsync(m => m.SentAt > since || m.State == DeliveryState.Sending, cancellationToken);
    }

    /// <summary>Null when nothing waits; empty when another worker took what was seen.</summary>
    public Task<IReadOnlyList<OutgoingMail>?> ClaimAsync(int most, CancellationToken cancellationToken) => db.Mails.ClaimAsync(clock.GetUtcNow(), cancellationToken, most);

    /// <summary>True when the mail is still ours and nobody called it off; from now on it counts as possibly sent.</summary>
    public Task<bool> BeginAsync(OutgoingMail mail, CancellationToken cancellationToken) => db.Mails.BeginAsync(mail, clock.GetUtcNow(), cancellationToken);

    /// <summary>Mails that were made ready and did not leave: their links open nothing.</summary>
    public Task<int> ForgetAsync(IEnumerable<PreparedMail> mails, CancellationToken cancellationToken)
    {
        var links = mails.SelectMany(m => m.LinkIds).ToList();
        return db.Links.Where(l => links.Contains(l.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Ends a mail that is not sent at all.</summary>
    public Task<int> DropAsync(OutgoingMail mail, DeliveryState state, string problem, CancellationToken cancellationToken) =>
        db.Mails.Claimed(mail, DeliveryState.Planned).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, state).SetProperty(m => m.LastError, problem).SetProperty(m => m.ClaimedBy, (Guid?)null).SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);

    /// <summary>It is no hour to write: the mail waits, without that counting as a try.</summary>
    public Task<int> PutOffAsync(OutgoingMail mail, DateTimeOffset until, CancellationToken cancellationToken) =>
        db.Mails.Claimed(mail, DeliveryState.Planned).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.NextAttemptAt, until).SetProperty(m => m.ClaimedBy, (Guid?)null).SetProperty(m => m.Version, m => m.Version + 1), cancellationToken);

    /// <summary>Puts on record how a mail ended, and marks the next one as leaving, in one transaction: half as many as one by one. True when the next one may leave.</summary>
    public async Task<bool> RecordAsync(PreparedMail prepared, SendOutcome outcome, PreparedMail? next)
    {
        var now = clock.GetUtcNow();
        var begun = next is not null && await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await WriteAsync(prepared, outcome, now);
            var marked = await db.Mails.BeginAsync(next.Mail, now, CancellationToken.None);
            await transaction.CommitAsync();
            return marked;
        });
        if (next is null) await WriteAsync(prepared, outcome, now);
        if (outcome.AddressRefused) await BounceAsync(prepared.Recipient.Email, outcome.Detail ?? "", now);
        return begun;
    }

    private async Task WriteAsync(PreparedMail prepared, SendOutcome outcome, DateTimeOffset now)
    {
        var mail = prepared.Mail;
        // What was surely not taken over leaves no open door behind.
        if (outcome.State is SendState.TryLater or SendState.Refused && prepared.LinkIds.Count > 0) await db.Links.Where(l => prepared.LinkIds.Contains(l.Id)).ExecuteDeleteAsync();

        var attempts = mail.Attempts + 1;
        var next = outcome.State == SendState.TryLater ? LedgerEntry.NextTry(attempts, now, mail.GiveUpAt) : null;
        var state = outcome.State switch
        {
            SendState.Sent => DeliveryState.Sent,
            SendState.Unknown => DeliveryState.Unknown,
            _ => next is null ? DeliveryState.Failed : DeliveryState.Planned,
        };
        await db.Mails.Claimed(mail, DeliveryState.Sending).ExecuteUpdateAsync(s =>
        {
            s.SetProperty(m => m.State, state).SetProperty(m => m.Attempts, attempts).SetProperty(m => m.LastError, Short(outcome.Detail))
                .SetProperty(m => m.NextAttemptAt, next ?? mail.NextAttemptAt).SetProperty(m => m.ClaimedBy, (Guid?)null).SetProperty(m => m.Version, m => m.Version + 1)
                .SetProperty(m => m.ContactId, prepared.Recipient.ContactId).SetProperty(m => m.RecipientName, prepared.Recipient.Name)
                .SetProperty(m => m.RecipientEmail, prepared.Recipient.Email).SetProperty(m => m.Language, prepared.Recipient.Language)
                .SetProperty(m => m.Subject, prepared.Kept.Subject).SetProperty(m => m.TextBody, prepared.Kept.Text).SetProperty(m => m.HtmlBody, prepared.Kept.Html)
                .SetProperty(m => m.ItemCount, prepared.Items);
            if (state == DeliveryState.Sent) s.SetProperty(m => m.SentAt, (DateTimeOffset?)now);
        });
    }

    /// <summary>A mail server will not have the address.</summary>
    public async Task BounceAsync(string email, string error, DateTimeOffset at)
    {
        var key = MailAddress.KeyOf(email);
        if (await db.Addresses.SingleOrDefaultAsync(a => a.Email == key) is not { } address) db.Addresses.Add(address = new MailAddress(key));
        address.Bounce(Short(error)!, at);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static string? Short(string? text) => text?.Length > Data.OutgoingMailConfiguration.ErrorLength ? text[..Data.OutgoingMailConfiguration.ErrorLength] : text;
}
