// One mail: as it was sent, without its link, and what it reminded of.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;

namespace CommunicationStrategy.Notifications.Features.Mails;

[Requires(Permission.ViewNotifications)]
public sealed record GetMail(Guid Id) : IQuery<MailDetail>;

/// <param name="Subject">Empty, as are the bodies, until the mail is first handed to the mail server.</param>
/// <param name="EvaluationId">The evaluation that it is about; null: it is about duties, or a trial.</param>
/// <param name="LinkOpen">A link of this mail still opens the report page.</param>
public sealed record MailDetail(
    Guid Id, DateOnly Day, Audience Audience, Guid? InstitutionId, InstitutionInfo? Institution, string RecipientName, string RecipientEmail, string Language, string Subject, string TextBody, string HtmlBody,
    string MessageId, DeliveryState State, int Attempts, int ItemCount, DateTimeOffset CreatedAt, DateTimeOffset NextAttemptAt, DateTimeOffset? SentAt, string? LastError,
    string? Reason, bool LinkOpen, DateTimeOffset? LinkUsedAt, IReadOnlyList<MailItemRow> Items, int Version, string Kind, Guid? EvaluationId);

/// <param name="Omitted">Met, moved or called off before the mail went out.</param>
public sealed record MailItemRow(Guid ActivityId, string Number, LocalizedText Title, string Stage, DateOnly Due, string? Period, bool Omitted, bool IsFigure);

internal sealed class GetMailHandler(NotificationsDbContext db, Outlook outlook, TimeProvider clock) : IQueryHandler<GetMail, MailDetail>
{
    public async Task<Result<MailDetail>> Handle(GetMail query, CancellationToken cancellationToken)
    {
        var mail = await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == query.Id, cancellationToken);
        if (mail is null) return Failure.NotFound("Mail", query.Id);

        var items = await db.Items.AsNoTracking().Where(i => i.MailId == mail.Id).OrderBy(i => i.Due).ThenBy(i => i.Id)
            .Select(i => new MailItemRow(i.ActivityId, i.Number, i.Title, i.Stage, i.Due, i.Period, i.Omitted, i.ObligationKey.StartsWith(ReminderItem.FigureKey))).ToListAsync(cancellationToken);
        var links = await db.Links.AsNoTracking().Where(l => l.MailId == mail.Id).ToListAsync(cancellationToken);
        var institution = mail.InstitutionId is { } id ? (await outlook.InstitutionsAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
        var now = clock.GetUtcNow();
        return new MailDetail(
            mail.Id, mail.Day, Addressee.Parse(mail.RecipientKey).Audience, mail.InstitutionId, institution, mail.RecipientName, mail.RecipientEmail, mail.Language, mail.Subject, mail.TextBody, mail.HtmlBody,
            mail.MessageId, mail.State, mail.Attempts, mail.ItemCount, mail.CreatedAt, mail.NextAttemptAt, mail.SentAt, mail.LastError,
            mail.Reason, links.Exists(l => l.IsOpen(now)), links.Max(l => l.LastUsedAt), items, mail.Version, mail.Kind, mail.EvaluationId);
    }
}
