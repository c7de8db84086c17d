// Writes down today's digests, each in a transaction of its own: where another worker was first, the unique index skips just that one.
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal sealed class DigestPlanner(
    Outlook outlook, IServiceScopeFactory scopes, CallerScope caller, IDatabase database, IPublicAddress address, TimeProvider clock, ILogger<DigestPlanner> logger)
{
    /// <summary>The number of digests written down.</summary>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var obligations = await outlook.ObligationsAsync(today, today.AddDays(Ladder.Horizon), null, cancellationToken);
        var digests = DigestPlan.For(today, obligations, await outlook.LedgerAsync(obligations, cancellationToken), await outlook.BlockedAsync(today, cancellationToken));
        if (digests.Count == 0) return 0;

        var recipients = await outlook.RecipientsAsync(digests.Select(d => d.InstitutionId), cancellationToken);
        var host = Uri.TryCreate(address.Value, UriKind.Absolute, out var uri) ? uri.IdnHost : "localhost";
        var planned = 0;
        foreach (var digest in digests)
        {
            if (await WriteDownAsync(digest, recipients.GetValueOrDefault(digest.InstitutionId), host, cancellationToken)) planned++;
        }

        return planned;
    }

    private async Task<bool> WriteDownAsync(PlannedDigest digest, MailRecipient? recipient, string host, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller.Current;
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var mail = OutgoingMail.PlanDigest(digest.InstitutionId, digest.Day, recipient, host, digest.Steps.Count, clock.GetUtcNow());
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
            logger.LogInformation("The digest of {Institution} for {Day} is written down already", digest.InstitutionId, digest.Day);
            return false;
        }
    }
}
