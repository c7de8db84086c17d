// Who is written to when an evaluation stands as a draft, and when it is approved: a line in the ledger each, sent like every mail.
using CommunicationStrategy.Contracts.Access;
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Integration;

/// <summary>Runs inside the inbox's transaction: an event that is delivered twice is written down once.</summary>
internal sealed class TellOfEvaluations(NotificationsDbContext db, IMediator mediator, IPublicAddress address, TimeProvider clock) : IEventHandler<EvaluationDrafted>, IEventHandler<EvaluationApproved>
{
    /// <summary>Whoever computed it knows, and is not the one to approve it.</summary>
    public async Task Handle(EvaluationDrafted integrationEvent, CancellationToken cancellationToken)
    {
        var office = (await mediator.Send(new GetOffice(), cancellationToken)).Require();
        var heads = office.Where(p => p.IsHead && p.Id != integrationEvent.DraftedById).Select(p => new MailRecipient(p.Id, p.Name, p.Email, p.Language));
        await WriteDownAsync(OutgoingMail.Drafted, integrationEvent.EvaluationId, heads, cancellationToken);
    }

    public async Task Handle(EvaluationApproved integrationEvent, CancellationToken cancellationToken)
    {
        var list = await db.Distribution.AsNoTracking().Where(e => e.PlanId == integrationEvent.PlanId).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        await WriteDownAsync(OutgoingMail.Approved, integrationEvent.EvaluationId, list.Select(e => new MailRecipient(e.Id, e.Name, e.Email, e.Language)), cancellationToken);
    }

    private async Task WriteDownAsync(string kind, Guid evaluation, IEnumerable<MailRecipient> recipients, CancellationToken cancellationToken)
    {
        var had = await db.Mails.AsNoTracking().Where(m => m.EvaluationId == evaluation && m.Kind == kind).Select(m => m.RecipientEmail).ToListAsync(cancellationToken);
        var (host, today, now) = (address.Host(), clock.Today(), clock.GetUtcNow());
        foreach (var recipient in recipients.DistinctBy(r => r.Email, StringComparer.OrdinalIgnoreCase).Where(r => !had.Contains(r.Email, StringComparer.OrdinalIgnoreCase)))
        {
            db.Mails.Add(OutgoingMail.AboutEvaluation(kind, evaluation, recipient, host, today, now));
        }
    }
}
