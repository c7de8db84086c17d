// What an evaluation asks: how often an institution was reminded of what it has not done.
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Integration;

internal sealed class GetRemindersSentHandler(NotificationsDbContext db) : IQueryHandler<GetRemindersSent, IReadOnlyList<RemindersSent>>
{
    /// <summary>One mail to two people of an institution is two mails; what was left out of a mail was not in it.</summary>
    public async Task<Result<IReadOnlyList<RemindersSent>>> Handle(GetRemindersSent query, CancellationToken cancellationToken)
    {
        var ids = query.ActivityIds.Distinct().ToList();
        return await db.Items.AsNoTracking().Where(i => ids.Contains(i.ActivityId) && !i.Omitted && !i.ObligationKey.StartsWith(ReminderItem.FigureKey))
            .Join(db.Mails.Where(m => m.State == DeliveryState.Sent && m.InstitutionId != null && m.Day <= query.Until), i => i.MailId, m => m.Id, (i, m) => new { i.ActivityId, m.Id })
            .Distinct().GroupBy(i => i.ActivityId).Select(g => new RemindersSent(g.Key, g.Count())).ToListAsync(cancellationToken);
    }
}
