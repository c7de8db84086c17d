// The mails and what became of them, newest first.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;

namespace CommunicationStrategy.Notifications.Features.Mails;

[Requires(Permission.ViewNotifications)]
public sealed record ListMails(DeliveryState? State = null, Guid? InstitutionId = null, DateOnly? Day = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<MailRow>>;

/// <param name="Kind">Such as "digest" or "evaluation-drafted".</param>
/// <param name="EvaluationId">The evaluation that it is about; null: it is about duties, or a trial.</param>
/// <param name="LastError">A code of <see cref="MailProblem"/>, or the mail server's words.</param>
public sealed record MailRow(
    Guid Id, DateOnly Day, Audience Audience, Guid? InstitutionId, InstitutionInfo? Institution, string RecipientName, string RecipientEmail, string Language, string Subject, DeliveryState State,
    int Attempts, int ItemCount, DateTimeOffset? SentAt, DateTimeOffset NextAttemptAt, string? LastError, int Version, string Kind, Guid? EvaluationId);

internal sealed class ListMailsHandler(NotificationsDbContext db, Outlook outlook) : IQueryHandler<ListMails, Page<MailRow>>
{
    public async Task<Result<Page<MailRow>>> Handle(ListMails query, CancellationToken cancellationToken)
    {
        var mails = db.Mails.AsNoTracking();
        if (query.State is { } state) mails = mails.Where(m => m.State == state);
        if (query.InstitutionId is { } institution) mails = mails.Where(m => m.InstitutionId == institution);
        if (query.Day is { } day) mails = mails.Where(m => m.Day == day);
        var page = await mails.OrderByDescending(m => m.Day).ThenByDescending(m => m.Id).Select(m => new
        {
            m.Id, m.Day, m.RecipientKey, m.InstitutionId, m.RecipientName, m.RecipientEmail, m.Language, m.Subject, m.State, m.Attempts, m.ItemCount, m.SentAt, m.NextAttemptAt, m.LastError, m.Version, m.Kind, m.EvaluationId,
        }).ToPageAsync(query.Page, query.Size, cancellationToken);
        var names = await outlook.InstitutionsAsync(page.Items.Select(m => m.InstitutionId).OfType<Guid>(), cancellationToken);
        return new Page<MailRow>(
            [.. page.Items.Select(m => new MailRow(
                m.Id, m.Day, Addressee.Parse(m.RecipientKey).Audience, m.InstitutionId, m.InstitutionId is { } id ? names.GetValueOrDefault(id) : null, m.RecipientName, m.RecipientEmail, m.Language, m.Subject, m.State,
                m.Attempts, m.ItemCount, m.SentAt, m.NextAttemptAt, m.LastError, m.Version, m.Kind, m.EvaluationId))],
            page.Total, page.Number, page.Size);
    }
}
