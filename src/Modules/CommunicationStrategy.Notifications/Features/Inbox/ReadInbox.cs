// Reads the office's mailbox: bounces go on record, replies to digests become reports where nothing is in doubt, and wait for a person where something is.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.Notifications.Features.Inbox;

/// <summary>Reads what came in since the last run. A mail read twice is one; where no mailbox is named there is nothing to do.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record ReadInbox : ICommand;

internal sealed class ReadInboxHandler(
    NotificationsDbContext db, IMailInboxFactory inboxes, MailLedger ledger, Outlook outlook, IMediator mediator, IDatabase database, CallerScope scope, TimeProvider clock, ILogger<ReadInboxHandler> logger) : ICommandHandler<ReadInbox>
{
    private const int MostAtOnce = 50;

    public async Task<Result> Handle(ReadInbox command, CancellationToken cancellationToken)
    {
        await using var inbox = inboxes.Open();
        if (inbox is null) return Result.Success;
        var (ours, others) = (0, 0);
        foreach (var (handle, mail) in await inbox.ReadAsync(MostAtOnce, cancellationToken))
        {
            var took = await TakeAsync(mail, cancellationToken);
            // Marked only now: a run that breaks off before reads it again, and finds it on record.
            await inbox.MarkAsync(handle, took, cancellationToken);
            if (took) ours++;
            else others++;
            db.ChangeTracker.Clear();
        }

        if (ours + others > 0) logger.LogInformation("Inbox: {Ours} answers and bounces, {Others} mails for people", ours, others);
        return Result.Success;
    }

    /// <summary>False: it is none of ours, and stays for people.</summary>
    private async Task<bool> TakeAsync(ReceivedMail mail, CancellationToken cancellationToken)
    {
        if (await db.Inbound.AnyAsync(m => m.MessageId == mail.MessageId, cancellationToken)) return true;
        if (mail.Bounce is { } bounce) return await BouncedAsync(mail, bounce, cancellationToken);
        if (await LinkAsync(mail, cancellationToken) is not { } link) return false;

        var said = ReplyText.Read(mail.Text);
        var reply = new InboundMail(mail.MessageId, mail.Automatic ? InboundKind.Automatic : InboundKind.Reply, mail.From, mail.Subject, said.Text, mail.At);
        var digest = await db.Mails.SingleAsync(m => m.Id == link.MailId, cancellationToken);
        reply.Answers(digest);
        db.Inbound.Add(reply);
        if (!mail.Automatic)
        {
            db.InboundFiles.AddRange(mail.Files.Select(f => new InboundFile(reply.Id, f.Name, f.Content)));
            if (!await SaveAsync(cancellationToken)) return true;
            await ApplyAsync(reply, mail, link, digest, said, cancellationToken);
        }

        await SaveAsync(cancellationToken);
        return true;
    }

    /// <summary>Another worker may have read the same mail: then it is on record already.</summary>
    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (database.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    private async Task<bool> BouncedAsync(ReceivedMail mail, ReceivedBounce bounce, CancellationToken cancellationToken)
    {
        var sent = await db.Mails.SingleOrDefaultAsync(m => m.MessageId == bounce.MessageId, cancellationToken);
        if (sent is null) return false;
        var note = new InboundMail(mail.MessageId, InboundKind.Bounce, mail.From, mail.Subject, bounce.Detail, mail.At);
        note.Answers(sent);
        db.Inbound.Add(note);
        if (bounce.Permanent) sent.Bounce(bounce.Detail);
        var email = sent.RecipientEmail;
        if (await SaveAsync(cancellationToken) && bounce.Permanent) await ledger.BounceAsync(email, bounce.Detail, clock.GetUtcNow());
        return true;
    }

    private async Task<AccessLink?> LinkAsync(ReceivedMail mail, CancellationToken cancellationToken)
    {
        var hashes = mail.To.Select(inboxes.TokenIn).OfType<string>().Select(AccessLink.Hash).ToList();
        if (hashes.Count == 0) return null;
        var link = await db.Links.AsNoTracking().FirstOrDefaultAsync(l => hashes.Contains(l.TokenHash) && l.Purpose == AccessLink.ReplyPurpose, cancellationToken);
        return link is not null && link.IsOpen(clock.GetUtcNow()) ? link : null;
    }

    /// <summary>Becomes a report if all is certain: who writes, about which duty, and how far it is.</summary>
    private async Task ApplyAsync(InboundMail reply, ReceivedMail mail, AccessLink link, OutgoingMail digest, ReplyText said, CancellationToken cancellationToken)
    {
        var contact = (await mediator.Send(new GetRecipients([link.InstitutionId]), cancellationToken)).Require().FirstOrDefault(r => r.ContactId == link.ContactId);
        if (!mail.Authenticated) reply.Wait(InboundProblem.NotAuthenticated);
        else if (contact is null || !string.Equals(contact.Email, mail.From, StringComparison.OrdinalIgnoreCase)) reply.Wait(InboundProblem.OtherSender);
        else if (await DutyAsync(digest, link.InstitutionId, said, cancellationToken) is not { } duty) reply.Wait(InboundProblem.WhichDuty);
        else if (said.Percent is not { } percent) reply.Wait(InboundProblem.NoProgress);
        else await ReportAsync(reply, mail, contact, duty, percent, said, cancellationToken);
    }

    /// <summary>The one open duty of the digest, or the one that the reply names; null: it is not certain which.</summary>
    private async Task<Obligation?> DutyAsync(OutgoingMail digest, Guid institution, ReplyText said, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var keys = await db.Items.Where(i => i.MailId == digest.Id && !i.Omitted).Select(i => i.ObligationKey).ToListAsync(cancellationToken);
        var open = (await outlook.ReportableAsync(today, today.AddDays(LadderRules.FurthestDays), [institution], cancellationToken)).Where(o => keys.Contains(o.Key)).DistinctBy(o => o.ActivityId).ToList();
        var named = open.FindAll(o => said.Names(o.Number));
        return named.Count == 1 ? named[0] : named.Count == 0 && open.Count == 1 ? open[0] : null;
    }

    private async Task ReportAsync(InboundMail reply, ReceivedMail mail, Recipient contact, Obligation duty, int percent, ReplyText said, CancellationToken cancellationToken)
    {
        // In the sender's own name, with no more than the link in their mail would allow.
        var before = scope.Current;
        scope.Current = new Caller(CallerKind.Link, contact.Name, reply.Id, contact.InstitutionId, [Permission.ReportProgress]);
        try
        {
            var sent = await mediator.Send(new ReportByMail(duty.ActivityId, duty.Period, contact.InstitutionId, percent, said.Text, [.. mail.Files.Select(f => new MailedFile(f.Name, f.Content))]), cancellationToken);
            if (sent.IsSuccess) reply.Apply(sent.Value);
            else reply.Wait(InboundProblem.Refused);
        }
        finally
        {
            scope.Current = before;
        }
    }
}
