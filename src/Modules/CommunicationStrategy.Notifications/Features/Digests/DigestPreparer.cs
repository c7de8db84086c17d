// Makes claimed mails ready: what is still owed to whom, asked just now, written in the recipient's language, with a link of its own.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <param name="Kept">As it stays in the ledger: without the link.</param>
internal sealed record PreparedMail(OutgoingMail Mail, MailRecipient Recipient, Guid LinkId, int Items, WrittenDigest Kept, MailMessage Message);

internal sealed class DigestPreparer(NotificationsDbContext db, Outlook outlook, MailLedger ledger, IPublicAddress address, TimeProvider clock)
{
    /// <summary>A mail of which nothing is owed any more, or which nobody would get, is ended here.</summary>
    public async Task<IReadOnlyList<PreparedMail>> PrepareAsync(IReadOnlyList<OutgoingMail> batch, CancellationToken cancellationToken)
    {
        var ids = batch.Select(m => m.Id).ToList();
        var institutions = batch.Select(m => m.InstitutionId).Distinct().ToList();
        var items = (await db.Items.AsNoTracking().Where(i => ids.Contains(i.MailId)).ToListAsync(cancellationToken)).ToLookup(i => i.MailId);
        var today = clock.Today();
        var owed = (await outlook.ObligationsAsync(today, today.AddDays(Ladder.Horizon), institutions, cancellationToken))
            .DistinctBy(o => (o.Key, o.InstitutionId)).ToDictionary(o => (o.Key, o.InstitutionId));
        var recipients = await outlook.RecipientsAsync(institutions, cancellationToken);
        var names = await outlook.InstitutionsAsync(institutions, cancellationToken);

        var prepared = new List<PreparedMail>();
        var met = new List<Guid>();
        foreach (var mail in batch)
        {
            var still = items[mail.Id].Select(i => owed.GetValueOrDefault((i.ObligationKey, i.InstitutionId))).OfType<Obligation>().DistinctBy(o => o.Key).ToList();
            met.AddRange(items[mail.Id].Where(i => !owed.ContainsKey((i.ObligationKey, i.InstitutionId))).Select(i => i.Id));
            if (still.Count == 0)
            {
                await ledger.DropAsync(mail, MailState.Cancelled, MailProblem.NothingOwed, cancellationToken);
            }
            else if (!recipients.TryGetValue(mail.InstitutionId, out var recipient))
            {
                // Nobody was reminded: the steps are open again for when there is a recipient.
                await db.Items.Where(i => i.MailId == mail.Id).ExecuteDeleteAsync(cancellationToken);
                await ledger.DropAsync(mail, MailState.Failed, MailProblem.NoRecipient, cancellationToken);
            }
            else
            {
                prepared.Add(Write(mail, recipient, still, today, names.GetValueOrDefault(mail.InstitutionId)?.Name.In(recipient.Language) ?? ""));
            }
        }

        if (met.Count > 0) await db.Items.Where(i => met.Contains(i.Id)).ExecuteUpdateAsync(s => s.SetProperty(i => i.Omitted, true), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return prepared;
    }

    private PreparedMail Write(OutgoingMail mail, MailRecipient recipient, IReadOnlyList<Obligation> still, DateOnly today, string institution)
    {
        var now = clock.GetUtcNow();
        var (link, token) = AccessLink.ForReports(mail, recipient, now);
        db.Links.Add(link);
        var validUntil = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(link.ExpiresAt, clock.LocalTimeZone).DateTime);
        var content = new DigestContent(recipient.Language, recipient.Name, institution, address.OfficeName, today, still, $"{address.Value}/r/{token}", validUntil);
        var sent = DigestWriter.Write(content);
        var kept = DigestWriter.Write(content with { Link = DigestWriter.HiddenLink });
        return new PreparedMail(mail, recipient, link.Id, still.Count, kept,
            new MailMessage(mail.MessageId, DigestWriter.OneLine(recipient.Name), recipient.Email, recipient.Language, sent.Subject, sent.Text, sent.Html, now));
    }
}
