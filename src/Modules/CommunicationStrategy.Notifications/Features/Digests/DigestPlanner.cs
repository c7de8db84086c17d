// Writes down today's digests, each in a transaction of its own: where another worker was first, the unique index skips just that one.
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal sealed class DigestPlanner(
    Outlook outlook, IServiceScopeFactory scopes, CallerScope caller, IDatabase database, IPublicAddress address, TimeProvider clock, ILogger<DigestPlanner> logger)
{
    /// <summary>The number of digests written down: none on a day that is not worked, none into an hour that is quiet where the recipient is.</summary>
    /// <param name="atOnce">Somebody wants them now, whatever the day and the hour.</param>
    public async Task<int> PlanAsync(bool atOnce, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var settings = await outlook.SettingsAsync(today, today.AddDays(LadderRules.FurthestDays), cancellationToken);
        if (!atOnce && !settings.Calendar.IsWorking(today)) return 0;

        var obligations = await outlook.ObligationsAsync(today, today.AddDays(Outlook.AllDays), null, cancellationToken);
        var (blocked, hadTheWeek) = await outlook.HadAsync(today, cancellationToken);
        var digests = DigestPlan.For(today, obligations, settings, await outlook.LedgerAsync(obligations, cancellationToken), blocked);
        digests = DigestPlan.WithWeek(digests, today, settings.Office, hadTheWeek, blocked);
        if (digests.Count == 0) return 0;

        var recipients = await outlook.RecipientsAsync(digests.Select(d => d.To), cancellationToken, settings.People);
        var quiet = await outlook.QuietHoursAsync(cancellationToken);
        var host = address.Host();
        var planned = 0;
        foreach (var digest in digests)
        {
            var recipient = recipients.GetValueOrDefault(digest.To);
            // That nobody answers for an institution is worth a line in the ledger; that it has no deputy is not.
            if (recipient is null && digest.To.Audience != Audience.FocalPoint) continue;
            if (!atOnce && clock.OpensAt(quiet, settings.Calendar, recipient?.TimeZone) is not null) continue;
            if (await WriteDownAsync(digest, recipient, host, null, cancellationToken)) planned++;
        }

        return planned;
    }

    /// <summary>A digest that somebody sends by hand; false when that was done today already.</summary>
    public Task<bool> ByHandAsync(PlannedDigest digest, MailRecipient recipient, string reason, CancellationToken cancellationToken) => WriteDownAsync(digest, recipient, address.Host(), reason, cancellationToken);

    private async Task<bool> WriteDownAsync(PlannedDigest digest, MailRecipient? recipient, string host, string? reason, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller.Current;
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var mail = OutgoingMail.PlanDigest(digest, recipient, host, clock.GetUtcNow(), reason);
        db.Mails.Add(mail);
        // Without a recipient nobody was reminded: the steps stay open, and tomorrow looks for a recipient again.
        if (recipient is not null) db.Items.AddRange(digest.Steps.Select(s => new ReminderItem(mail.Id, s)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (database.IsUniqueViolation(exception))
        {
            logger.LogInformation("The digest to {Recipient} for {Day} is written down already", digest.To.Key, digest.Day);
            return false;
        }
    }
}
