// Mails about evaluations, written when they are sent: from the figures as they stand then, in the recipient's language.
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <param name="Problem">Why there is no mail to send; see <see cref="MailProblem"/>.</param>
internal sealed record EvaluationMail(MailRecipient? Recipient, WrittenDigest? Written, MailFile? File = null, string? Problem = null)
{
    public static EvaluationMail None(string problem) => new(null, null, null, problem);
}

internal sealed class EvaluationMails(NotificationsDbContext db, Outlook outlook, IMediator mediator, IPublicAddress address)
{
    /// <summary>In base64 a third more: below the ten megabytes that mail servers commonly take.</summary>
    private const int MostBytes = 7 * 1024 * 1024;

    public async Task<IReadOnlyDictionary<Guid, EvaluationMail>> WriteAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
    {
        var written = new Dictionary<Guid, EvaluationMail>();
        if (mails.Count == 0) return written;
        var figures = (await mediator.Send(new GetEvaluationFigures([.. mails.Select(m => m.EvaluationId).OfType<Guid>().Distinct()]), cancellationToken)).Require().ToDictionary(f => f.Id);
        var recipients = await RecipientsAsync(mails, cancellationToken);
        var files = new Dictionary<(Guid, string), MailFile?>();
        foreach (var mail in mails)
        {
            // A draft that was approved before anybody was told of it needs nobody's attention; whoever was taken off the list is no more written to.
            if (figures.GetValueOrDefault(mail.EvaluationId!.Value) is not { } about || about.IsApproved != (mail.Kind == OutgoingMail.Approved)) written.Add(mail.Id, EvaluationMail.None(MailProblem.NothingOwed));
            else if (recipients.GetValueOrDefault(mail.Id) is not { } recipient) written.Add(mail.Id, EvaluationMail.None(mail.Kind == OutgoingMail.Approved ? MailProblem.NothingOwed : MailProblem.NoRecipient));
            else if (mail.Kind == OutgoingMail.Drafted) written.Add(mail.Id, new EvaluationMail(recipient, EvaluationWriter.Draft(about, recipient.Name, recipient.Language, address.OfficeName, $"{address.Value}/evaluations/{about.Id}")));
            else
            {
                if (!files.TryGetValue((about.Id, recipient.Language), out var file)) files.Add((about.Id, recipient.Language), file = await FileAsync(about.Id, recipient.Language, cancellationToken));
                written.Add(mail.Id, new EvaluationMail(recipient, EvaluationWriter.Approved(about, recipient.Name, recipient.Language, address.OfficeName, file?.Name), file));
            }
        }

        return written;
    }

    private async Task<IReadOnlyDictionary<Guid, MailRecipient>> RecipientsAsync(IReadOnlyList<OutgoingMail> mails, CancellationToken cancellationToken)
    {
        var heads = mails.Any(m => m.Kind == OutgoingMail.Drafted) ? await outlook.RecipientsAsync(mails.Where(m => m.Kind == OutgoingMail.Drafted).Select(HeadOf), cancellationToken) : new Dictionary<Addressee, MailRecipient>();
        var ids = mails.Where(m => m.Kind == OutgoingMail.Approved).Select(m => m.ContactId).OfType<Guid>().ToList();
        var list = ids.Count == 0 ? [] : await db.Distribution.AsNoTracking().Where(e => ids.Contains(e.Id) && !db.Addresses.Any(a => a.Email == e.Email && a.Bounces >= MailAddress.MostBounces)).ToDictionaryAsync(e => e.Id, cancellationToken);
        return mails.Select(m => (m.Id, Recipient: m.Kind == OutgoingMail.Drafted ? heads.GetValueOrDefault(HeadOf(m)) : list.GetValueOrDefault(m.ContactId ?? Guid.Empty) is { } e ? new MailRecipient(e.Id, e.Name, e.Email, e.Language) : null))
            .Where(r => r.Recipient is not null).ToDictionary(r => r.Id, r => r.Recipient!);
    }

    /// <summary>Without a file the mail still says what there is to say.</summary>
    private async Task<MailFile?> FileAsync(Guid evaluation, string language, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetEvaluationFile(evaluation, language, MostBytes), cancellationToken)) is { IsSuccess: true, Value: var file } ? new MailFile(file.Name, file.MediaType, file.Content) : null;

    private static Addressee HeadOf(OutgoingMail mail) => new(Audience.Office, mail.ContactId ?? Guid.Empty);
}
