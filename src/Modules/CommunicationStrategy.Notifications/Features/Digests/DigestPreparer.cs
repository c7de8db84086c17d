// Makes claimed mails ready: what is still owed to whom, asked just now, written in the recipient's language, with a link of its own.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Documents.Calendars;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <param name="LinkIds">None: to the office, which signs in.</param>
/// <param name="Kept">As it stays in the ledger: without the link.</param>
internal sealed record PreparedMail(OutgoingMail Mail, MailRecipient Recipient, IReadOnlyList<Guid> LinkIds, int Items, WrittenDigest Kept, MailMessage Message);

internal sealed class DigestPreparer(NotificationsDbContext db, Outlook outlook, MailLedger ledger, EvaluationMails evaluations, IMediator mediator, IMailInboxFactory inboxes, IPublicAddress address, TimeProvider clock)
{
    /// <summary>What the mails of one batch are written from.</summary>
    private sealed record Facts(
        DateOnly Today, IReadOnlyDictionary<(string, Guid), Obligation> Owed, IReadOnlyDictionary<Addressee, MailRecipient> Recipients, IReadOnlyDictionary<Guid, InstitutionInfo> Institutions,
        ILookup<Guid, WaitingReport> Waiting, int ReportsToCheck, int Troubled, IReadOnlyDictionary<(TemplateKind, string), TemplateWords> Templates);

    /// <summary>A mail of which nothing is owed any more, or which nobody would get, is ended here; one that would come at a quiet hour waits.</summary>
    public async Task<IReadOnlyList<PreparedMail>> PrepareAsync(IReadOnlyList<OutgoingMail> batch, bool atOnce, CancellationToken cancellationToken)
    {
        var ids = batch.Select(m => m.Id).ToList();
        var items = (await db.Items.AsNoTracking().Where(i => ids.Contains(i.MailId)).ToListAsync(cancellationToken)).ToLookup(i => i.MailId);
        var facts = await FactsAsync([.. batch.Where(m => m.EvaluationId is null)], items, cancellationToken);
        var quiet = await outlook.QuietHoursAsync(cancellationToken);
        var calendar = (await outlook.SettingsAsync(facts.Today, facts.Today.AddDays(LadderRules.FurthestDays), cancellationToken)).Calendar;

        var officeOpens = atOnce ? null : clock.OpensAt(quiet, calendar, null);
        var aboutEvaluations = await evaluations.WriteAsync(officeOpens is null ? [.. batch.Where(m => m.EvaluationId is not null)] : [], cancellationToken);

        var prepared = new List<PreparedMail>();
        var met = new List<Guid>();
        foreach (var mail in batch)
        {
            if (mail.Kind == OutgoingMail.Test)
            {
                prepared.Add(Trial(mail));
                continue;
            }

            if (mail.EvaluationId is not null)
            {
                if (officeOpens is { } morning) await ledger.PutOffAsync(mail, morning, cancellationToken);
                else if (aboutEvaluations[mail.Id] is { Problem: { } problem }) await ledger.DropAsync(mail, problem == MailProblem.NothingOwed ? DeliveryState.Cancelled : DeliveryState.Failed, problem, cancellationToken);
                else if (aboutEvaluations[mail.Id] is { Recipient: { } reader, Written: { } written } about) prepared.Add(Prepared(mail, reader, [], 0, written, written, null, null, about.File));
                continue;
            }

            var to = Addressee.Parse(mail.RecipientKey);
            var still = items[mail.Id].Select(i => facts.Owed.GetValueOrDefault((i.ObligationKey, i.InstitutionId))).OfType<Obligation>().DistinctBy(o => o.Key).ToList();
            met.AddRange(items[mail.Id].Where(i => !facts.Owed.ContainsKey((i.ObligationKey, i.InstitutionId))).Select(i => i.Id));
            var recipient = facts.Recipients.GetValueOrDefault(to);
            if (still.Count == 0 && !mail.Weekly)
            {
                await ledger.DropAsync(mail, DeliveryState.Cancelled, MailProblem.NothingOwed, cancellationToken);
            }
            else if (recipient is null)
            {
                // Nobody was reminded: the steps are open again for when there is a recipient.
                await db.Items.Where(i => i.MailId == mail.Id).ExecuteDeleteAsync(cancellationToken);
                await ledger.DropAsync(mail, DeliveryState.Failed, MailProblem.NoRecipient, cancellationToken);
            }
            else if (!atOnce && mail.Kind != OutgoingMail.ByHand && clock.OpensAt(quiet, calendar, recipient.TimeZone) is { } opens)
            {
                await ledger.PutOffAsync(mail, opens, cancellationToken);
            }
            else
            {
                var stages = items[mail.Id].ToLookup(i => (i.ObligationKey, i.InstitutionId), i => i.Stage);
                prepared.Add(to.Audience == Audience.Office ? ForOffice(mail, recipient, still, stages, facts) : ForInstitution(mail, to, recipient, still, stages, facts));
            }
        }

        if (met.Count > 0) await db.Items.Where(i => met.Contains(i.Id)).ExecuteUpdateAsync(s => s.SetProperty(i => i.Omitted, true), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return prepared;
    }

    private async Task<Facts> FactsAsync(IReadOnlyList<OutgoingMail> batch, ILookup<Guid, ReminderItem> items, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var forOffice = batch.Any(m => m.InstitutionId is null);
        var institutions = batch.Select(m => m.InstitutionId).OfType<Guid>().Distinct().ToList();
        // A look at the week is a look at all.
        var all = batch.Any(m => m.Weekly);
        IReadOnlyCollection<Guid>? owners = all ? null : [.. institutions.Concat(items.SelectMany(i => i).Select(i => i.InstitutionId)).Distinct()];
        var owed = (await outlook.ObligationsAsync(today, today.AddDays(Outlook.AllDays), owners, cancellationToken)).DistinctBy(o => (o.Key, o.InstitutionId)).ToDictionary(o => (o.Key, o.InstitutionId));
        var waiting = institutions.Count == 0 ? [] : (await mediator.Send(new GetWaitingReports(institutions), cancellationToken)).Require();
        return new Facts(
            today, owed, await outlook.RecipientsAsync(batch.Select(m => Addressee.Parse(m.RecipientKey)), cancellationToken),
            await outlook.InstitutionsAsync(forOffice ? owed.Keys.Select(k => k.InstitutionId).Concat(institutions) : institutions, cancellationToken), waiting.ToLookup(w => w.InstitutionId),
            all ? (await mediator.Send(new CountReportsToCheck(), cancellationToken)).Require() : 0,
            all ? await db.Mails.CountAsync(m => (m.State == DeliveryState.Failed || m.State == DeliveryState.Unknown) && m.Day >= today.AddDays(-7), cancellationToken) : 0,
            await TemplatesAsync(cancellationToken));
    }

    private async Task<IReadOnlyDictionary<(TemplateKind, string), TemplateWords>> TemplatesAsync(CancellationToken cancellationToken) =>
        (await db.Templates.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(t => (t.Kind, t.Language), t => t.Words);

    /// <summary>The office's own words for mails to these; null: the standard's.</summary>
    public async Task<TemplateWords?> WordsAsync(Audience audience, string language, CancellationToken cancellationToken) =>
        (await TemplatesAsync(cancellationToken)).GetValueOrDefault((DigestWriter.KindFor(audience), language));

    private PreparedMail Trial(OutgoingMail mail)
    {
        var written = new WrittenDigest(mail.Subject, mail.TextBody, mail.HtmlBody);
        return Prepared(mail, new MailRecipient(mail.ContactId ?? Guid.Empty, mail.RecipientName, mail.RecipientEmail, mail.Language), [], 0, written, written, null, null);
    }

    private PreparedMail ForInstitution(OutgoingMail mail, Addressee to, MailRecipient recipient, IReadOnlyList<Obligation> still, ILookup<(string, Guid), string> stages, Facts facts)
    {
        var owned = still.Where(o => stages[(o.Key, o.InstitutionId)].All(s => s == Ladder.Assigned)).ToList();
        var now = clock.GetUtcNow();
        var (link, token) = AccessLink.ForReports(mail, recipient, now);
        db.Links.Add(link);
        var validUntil = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(link.ExpiresAt, clock.LocalTimeZone).DateTime);
        var content = Content(to, recipient, [.. still.Except(owned)], facts.Institutions.GetValueOrDefault(to.Id)?.Name.In(recipient.Language) ?? "", [.. facts.Waiting[to.Id]], facts.Today, $"{address.Value}/r/{token}", validUntil, mail.Reason);
        var (reply, replyToken) = AccessLink.ForReply(mail, recipient, now);
        var replyTo = inboxes.ReplyAddress(replyToken);
        if (replyTo is not null) db.Links.Add(reply);
        content = content with { MayReply = replyTo is not null, Owned = owned, Words = facts.Templates.GetValueOrDefault((DigestWriter.KindFor(to.Audience), recipient.Language)) };
        var sent = DigestWriter.Write(content);
        return Prepared(mail, recipient, replyTo is null ? [link.Id] : [link.Id, reply.Id], still.Count, DigestWriter.Write(content with { Link = DigestWriter.HiddenLink }), sent, Calendar(still, recipient.Language, now), replyTo);
    }

    private PreparedMail ForOffice(OutgoingMail mail, MailRecipient recipient, IReadOnlyList<Obligation> still, ILookup<(string, Guid), string> stages, Facts facts)
    {
        var written = DigestWriter.Write(new OfficeContent(
            recipient.Language, recipient.Name, address.OfficeName, facts.Today, still, mail.Weekly ? [.. facts.Owed.Values] : null, facts.Institutions, facts.ReportsToCheck, facts.Troubled, address.Value,
            [.. still.Where(o => stages[(o.Key, o.InstitutionId)].Contains(Ladder.Letter))], [.. still.Where(o => stages[(o.Key, o.InstitutionId)].Contains(Ladder.Committee))],
            facts.Templates.GetValueOrDefault((mail.Weekly ? TemplateKind.Week : TemplateKind.Escalated, recipient.Language))));
        return Prepared(mail, recipient, [], still.Count, written, written, null, null);
    }

    /// <summary>A digest as it would read, with the link or without.</summary>
    public DigestContent Content(Addressee to, MailRecipient recipient, IReadOnlyList<Obligation> still, string institution, IReadOnlyList<WaitingReport> waiting, DateOnly today, string link, DateOnly validUntil, string? reason) =>
        new(recipient.Language, recipient.Name, institution, address.OfficeName, today, still, link, validUntil, to.Audience, waiting, reason);

    private PreparedMail Prepared(OutgoingMail mail, MailRecipient recipient, IReadOnlyList<Guid> links, int items, WrittenDigest kept, WrittenDigest sent, string? calendar, string? replyTo, MailFile? file = null) => new(
        mail, recipient, links, items, kept, new MailMessage(mail.MessageId, LetterWriter.OneLine(recipient.Name), recipient.Email, recipient.Language, sent.Subject, sent.Text, sent.Html, clock.GetUtcNow(), calendar, replyTo, file));

    /// <summary>The dates that lie ahead, for the reader's own calendar; under the same names every time, so that a second mail moves an entry instead of doubling it.</summary>
    private string? Calendar(IReadOnlyList<Obligation> duties, string language, DateTimeOffset now)
    {
        // The nearest ones: a mail stays below 100 kB, and what comes later comes along with a later mail.
        var ahead = duties.Where(o => o.EffectiveDue >= clock.Today()).OrderBy(o => o.EffectiveDue).Take(DigestWriter.MaxItems).ToList();
        if (ahead.Count == 0) return null;
        var words = new DigestTexts(language);
        var several = ahead.CountBy(o => (o.ActivityId, o.Period)).Where(g => g.Value > 1).Select(g => g.Key).ToHashSet();
        return CalendarFile.Write(LetterWriter.OneLine(address.OfficeName), ahead.Select(o => new CalendarEntry(
            $"{(o.Period is null ? "" : $"report-{o.Period}-")}{o.ActivityId:N}{(several.Contains((o.ActivityId, o.Period)) ? $"-{o.Due:yyyyMMdd}" : "")}@{new Uri(address.Value).IdnHost}", o.EffectiveDue,
            o.Period is { } period ? words[o.Kind == ObligationKind.FigureDue ? "digest.figure-item" : "digest.report-item", LetterWriter.Numbered(o.Number, o.Title.In(language)), words.Period(period)] : LetterWriter.Numbered(o.Number, o.Title.In(language)),
            null, 0, CalendarStatus.Confirmed, now)));
    }
}
