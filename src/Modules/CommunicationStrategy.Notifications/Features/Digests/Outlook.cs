// What is owed, what has been reminded of, and to whom one writes: asked in one place by the job and by the page that looks ahead.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal sealed class Outlook(NotificationsDbContext db, IMediator mediator)
{
    private const int ChunkSize = 1000;

    public async Task<IReadOnlyList<Obligation>> ObligationsAsync(DateOnly asOf, DateOnly horizon, IReadOnlyCollection<Guid>? institutions, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetOpenObligations(asOf, horizon, institutions), cancellationToken)).Require();

    /// <summary>The steps of these duties that have had their mail.</summary>
    public async Task<HashSet<(string Key, string Stage, Guid InstitutionId)>> LedgerAsync(IEnumerable<Obligation> obligations, CancellationToken cancellationToken)
    {
        var ledger = new HashSet<(string, string, Guid)>();
        foreach (var keys in obligations.Select(o => o.Key).Distinct().Chunk(ChunkSize))
        {
            var found = await db.Items.AsNoTracking().Where(i => keys.Contains(i.ObligationKey)).Select(i => new { i.ObligationKey, i.Stage, i.InstitutionId }).ToListAsync(cancellationToken);
            ledger.UnionWith(found.Select(i => (i.ObligationKey, i.Stage, i.InstitutionId)));
        }

        return ledger;
    }

    /// <summary>Institutions that get no digest on this day: they have one, or an earlier one is still on its way.</summary>
    public async Task<HashSet<Guid>> BlockedAsync(DateOnly day, CancellationToken cancellationToken) =>
        [.. await db.Mails.AsNoTracking().Where(m => m.Kind == OutgoingMail.Digest && (m.Day == day || m.State == MailState.Planned || m.State == MailState.Sending))
            .Select(m => m.InstitutionId).Distinct().ToListAsync(cancellationToken)];

    /// <summary>Whom to write to: the focal point, else the deputy.</summary>
    public async Task<IReadOnlyDictionary<Guid, MailRecipient>> RecipientsAsync(IEnumerable<Guid> institutions, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, MailRecipient>();
        foreach (var ids in institutions.Distinct().Chunk(ChunkSize))
        {
            foreach (var recipient in (await mediator.Send(new GetRecipients(ids), cancellationToken)).Require().OrderBy(r => r.Role))
            {
                found.TryAdd(recipient.InstitutionId, new MailRecipient(recipient.ContactId, recipient.Name, recipient.Email, recipient.Language));
            }
        }

        return found;
    }

    public async Task<IReadOnlyDictionary<Guid, InstitutionInfo>> InstitutionsAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetInstitutions([.. ids.Distinct()]), cancellationToken)).Require().ToDictionary(i => i.Id);
}
