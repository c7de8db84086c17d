// What is owed, what has been reminded of, by which rules, and to whom one writes: asked in one place by the job and by the page that looks ahead.
using CommunicationStrategy.Contracts.Access;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal sealed class Outlook(NotificationsDbContext db, IMediator mediator)
{
    private const int ChunkSize = 1000;

    /// <summary>Further ahead, in days, than any plan goes.</summary>
    public const int AllDays = 366 * 30;

    /// <summary>Activities, reports and figures, each in the order of its dates.</summary>
    public async Task<IReadOnlyList<Obligation>> ObligationsAsync(DateOnly asOf, DateOnly horizon, IReadOnlyCollection<Guid>? institutions, CancellationToken cancellationToken)
    {
        var figures = (await mediator.Send(new GetOwedFigures(asOf, horizon, institutions), cancellationToken)).Require();
        return
        [
            .. await ReportableAsync(asOf, horizon, institutions, cancellationToken),
            .. figures.Select(f => new Obligation(
                $"{ReminderItem.FigureKey}{f.IndicatorId}:{f.Period}:{f.Due:yyyy-MM-dd}", ObligationKind.FigureDue, f.PlanId, f.IndicatorId, f.Code, f.Name, f.InstitutionId, f.Due, f.EffectiveDue, f.Period)),
        ];
    }

    /// <summary>What a report answers: activities and reports, no figures.</summary>
    public async Task<IReadOnlyList<Obligation>> ReportableAsync(DateOnly asOf, DateOnly horizon, IReadOnlyCollection<Guid>? institutions, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetOpenObligations(asOf, horizon, institutions), cancellationToken)).Require();

    /// <summary>Everything the ladder follows from, for days from this one up to the last.</summary>
    public async Task<LadderSettings> SettingsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var ladders = await db.Ladders.AsNoTracking().ToListAsync(cancellationToken);
        var pauses = await db.Pauses.AsNoTracking().Where(p => p.LiftedOn == null && (p.Until == null || p.Until >= from)).ToListAsync(cancellationToken);
        // Back to where the week began, and further for the grace after dates just passed.
        var days = (await mediator.Send(new GetWorkingDays(from.AddDays(-LadderRules.FurthestDays), to), cancellationToken)).Require();
        var office = (await mediator.Send(new GetOffice(), cancellationToken)).Require();
        return new LadderSettings(ladders.ToDictionary(l => l.PlanId, l => l.Rules), pauses, new WorkCalendar(days), office);
    }

    public async Task<QuietHours> QuietHoursAsync(CancellationToken cancellationToken) => await db.QuietHours.AsNoTracking().OrderBy(q => q.Id).FirstOrDefaultAsync(cancellationToken) ?? new QuietHours();

    /// <summary>The steps of these duties that have had their mail.</summary>
    public async Task<HashSet<(string Key, string Stage, string Recipient)>> LedgerAsync(IEnumerable<Obligation> obligations, CancellationToken cancellationToken)
    {
        var ledger = new HashSet<(string, string, string)>();
        foreach (var keys in obligations.Select(o => o.Key).Distinct().Chunk(ChunkSize))
        {
            var found = await db.Items.AsNoTracking().Where(i => keys.Contains(i.ObligationKey)).Select(i => new { i.ObligationKey, i.Stage, i.RecipientKey }).ToListAsync(cancellationToken);
            ledger.UnionWith(found.Select(i => (i.ObligationKey, i.Stage, i.RecipientKey)));
        }

        return ledger;
    }

    /// <summary>
    /// Keys of those who get no digest on this day (they have one, or an earlier one is still on its way), and of those of the office who had
    /// their look at this week.
    /// </summary>
    public async Task<(HashSet<string> Blocked, HashSet<string> HadTheWeek)> HadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var monday = WorkCalendar.MondayOf(day);
        var mails = await db.Mails.AsNoTracking().Where(m => m.Kind == OutgoingMail.Digest && (m.Day == day || m.State == DeliveryState.Planned || m.State == DeliveryState.Sending || (m.Weekly && m.Day >= monday)))
            .Select(m => new { m.RecipientKey, Blocked = m.Day == day || m.State == DeliveryState.Planned || m.State == DeliveryState.Sending, Week = m.Weekly && m.Day >= monday }).Distinct().ToListAsync(cancellationToken);
        return ([.. mails.Where(m => m.Blocked).Select(m => m.RecipientKey)], [.. mails.Where(m => m.Week).Select(m => m.RecipientKey)]);
    }

    /// <summary>
    /// Who answers to these today. The focal point's part is taken by the deputy where there is none, or where mail servers refuse the address;
    /// nobody is written to twice for one institution.
    /// </summary>
    /// <param name="office">The people of the office, where they are known already.</param>
    public async Task<IReadOnlyDictionary<Addressee, MailRecipient>> RecipientsAsync(IEnumerable<Addressee> wanted, CancellationToken cancellationToken, IReadOnlyList<OfficePerson>? office = null)
    {
        var addressees = wanted.Distinct().ToList();
        var found = new Dictionary<Addressee, MailRecipient>();
        var suspended = (await db.Addresses.AsNoTracking().Where(a => a.Bounces >= MailAddress.MostBounces).Select(a => a.Email).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var ids in addressees.Where(a => a.Audience != Audience.Office).Select(a => a.Id).Distinct().Chunk(ChunkSize))
        {
            var contacts = (await mediator.Send(new GetRecipients(ids), cancellationToken)).Require().Where(r => !suspended.Contains(MailAddress.KeyOf(r.Email)));
            foreach (var institution in contacts.GroupBy(r => r.InstitutionId))
            {
                var focal = institution.Where(r => r.Role is ContactRole.FocalPoint or ContactRole.Deputy).MinBy(r => r.Role);
                var deputy = institution.FirstOrDefault(r => r.Role == ContactRole.Deputy && r.ContactId != focal?.ContactId && r.Email != focal?.Email);
                var head = institution.FirstOrDefault(r => r.Role == ContactRole.Head && r.Email != focal?.Email && r.Email != deputy?.Email);
                Add(Audience.FocalPoint, focal);
                Add(Audience.Deputy, deputy);
                Add(Audience.Head, head);
            }
        }

        if (addressees.Exists(a => a.Audience == Audience.Office))
        {
            foreach (var person in (office ?? (await mediator.Send(new GetOffice(), cancellationToken)).Require()).Where(p => !suspended.Contains(MailAddress.KeyOf(p.Email))))
            {
                found.Add(new Addressee(Audience.Office, person.Id), new MailRecipient(person.Id, person.Name, person.Email, person.Language));
            }
        }

        return found;

        void Add(Audience audience, Recipient? contact)
        {
            if (contact is not null) found.Add(new Addressee(audience, contact.InstitutionId), new MailRecipient(contact.ContactId, contact.Name, contact.Email, contact.Language, contact.TimeZone));
        }
    }

    public async Task<IReadOnlyDictionary<Guid, InstitutionInfo>> InstitutionsAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetInstitutions([.. ids.Distinct()]), cancellationToken)).Require().ToDictionary(i => i.Id);
}
