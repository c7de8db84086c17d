// What is so late that reminding is over: who is due a letter, and what the National Committee has to hear of.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;

namespace CommunicationStrategy.Notifications.Features.Escalations;

/// <summary>Institutions that are due a letter, those that are latest first, and the letters drawn up so far, newest first.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record ListLetters(int Page = 1, int Size = Paging.DefaultSize) : IQuery<Letters>;

public sealed record Letters(IReadOnlyList<LetterDueRow> Due, Page<LetterRow> DrawnUp);

/// <param name="Duties">How many are so late, and in no letter yet.</param>
public sealed record LetterDueRow(Guid InstitutionId, InstitutionInfo? Institution, int Duties, DateOnly Oldest, int DaysLate);

public sealed record LetterRow(Guid Id, Guid InstitutionId, InstitutionInfo? Institution, DateOnly Day, int Duties, LetterState State, string? RegistryNumber, DateOnly? SentOn, int Version);

/// <summary>The list for the National Committee: duties that are so late, then institutions that let reports go missing two quarters in a row.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record ListForCommittee(Guid? InstitutionId = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<CommitteeRow>>;

/// <param name="ActivityId">Null: the row is about missing reports.</param>
/// <param name="Period">Of a report that is late.</param>
/// <param name="Missed">The quarters of missing reports, such as "2026-Q3, 2026-Q4"; null: the row is about a duty.</param>
/// <param name="Reminders">Mails about it to the institution; of missing reports how many are missing.</param>
/// <param name="LetterSentOn">When the head's letter about it went; null: none has.</param>
public sealed record CommitteeRow(
    Guid InstitutionId, InstitutionInfo? Institution, Guid? ActivityId, string Number, LocalizedText Title, string? Period, DateOnly? Due, int DaysLate, string? Missed, int Reminders, DateOnly? LetterSentOn, string? LetterNumber);

internal sealed class Escalation(NotificationsDbContext db, Outlook outlook, TimeProvider clock)
{
    /// <summary>Duties that have reached one of these steps, the latest first.</summary>
    /// <param name="after">Of the rules of a plan the days from which it counts.</param>
    public async Task<IReadOnlyList<Obligation>> LateAsync(Func<LadderRules, int?> after, Guid? institution, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var rules = await db.Ladders.AsNoTracking().ToDictionaryAsync(l => l.PlanId, l => l.Rules, cancellationToken);
        return [.. (await outlook.ReportableAsync(today, today, institution is { } one ? [one] : null, cancellationToken))
            .Where(o => today.DayNumber - o.EffectiveDue.DayNumber >= after(rules.GetValueOrDefault(o.PlanId) ?? LadderRules.Standard))
            .DistinctBy(o => (o.Key, o.InstitutionId)).OrderBy(o => o.EffectiveDue)];
    }

    /// <summary>How many mails about each of these went to its institution.</summary>
    public async Task<IReadOnlyDictionary<(string, Guid), int>> RemindersAsync(IEnumerable<Obligation> duties, CancellationToken cancellationToken)
    {
        var keys = duties.Select(d => d.Key).Distinct().ToList();
        var found = await db.Items.AsNoTracking().Where(i => keys.Contains(i.ObligationKey) && !i.Omitted)
            .Join(db.Mails.Where(m => m.State == DeliveryState.Sent && m.InstitutionId != null), i => i.MailId, m => m.Id, (i, m) => new { i.ObligationKey, i.InstitutionId, m.Id })
            .Distinct().GroupBy(i => new { i.ObligationKey, i.InstitutionId }).Select(g => new { g.Key.ObligationKey, g.Key.InstitutionId, Count = g.Count() }).ToListAsync(cancellationToken);
        return found.ToDictionary(i => (i.ObligationKey, i.InstitutionId), i => i.Count);
    }

    /// <summary>Those that stand in no letter.</summary>
    public async Task<IReadOnlyList<Obligation>> WithoutLetterAsync(IReadOnlyList<Obligation> duties, CancellationToken cancellationToken)
    {
        var keys = duties.Select(d => d.Key).Distinct().ToList();
        var written = (await db.LetterItems.AsNoTracking().Where(i => keys.Contains(i.ObligationKey)).Select(i => new { i.ObligationKey, i.InstitutionId }).ToListAsync(cancellationToken)).Select(i => (i.ObligationKey, i.InstitutionId)).ToHashSet();
        return [.. duties.Where(d => !written.Contains((d.Key, d.InstitutionId)))];
    }
}

internal sealed class EscalatedHandler(NotificationsDbContext db, Escalation escalation, Outlook outlook, IMediator mediator, TimeProvider clock)
    : IQueryHandler<ListLetters, Letters>, IQueryHandler<ListForCommittee, Page<CommitteeRow>>
{
    /// <summary>So many quarters in a row without a report that was owed.</summary>
    private const int QuartersMissed = 2;

    public async Task<Result<Letters>> Handle(ListLetters query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var due = (await escalation.WithoutLetterAsync(await escalation.LateAsync(r => r.LetterAfter, null, cancellationToken), cancellationToken)).GroupBy(o => o.InstitutionId).ToList();
        var page = await db.Letters.AsNoTracking().OrderByDescending(l => l.Day).ThenByDescending(l => l.Id)
            .Select(l => new { l.Id, l.InstitutionId, l.Day, Duties = l.Items.Count, l.State, l.RegistryNumber, l.SentOn, l.Version }).ToPageAsync(query.Page, query.Size, cancellationToken);
        var names = await outlook.InstitutionsAsync(due.Select(g => g.Key).Concat(page.Items.Select(l => l.InstitutionId)), cancellationToken);
        return new Letters(
            [.. due.Select(g => new LetterDueRow(g.Key, names.GetValueOrDefault(g.Key), g.Count(), g.First().EffectiveDue, today.DayNumber - g.First().EffectiveDue.DayNumber))],
            new Page<LetterRow>(
                [.. page.Items.Select(l => new LetterRow(l.Id, l.InstitutionId, names.GetValueOrDefault(l.InstitutionId), l.Day, l.Duties, l.State, l.RegistryNumber, l.SentOn, l.Version))], page.Total, page.Number, page.Size));
    }

    public async Task<Result<Page<CommitteeRow>>> Handle(ListForCommittee query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var late = await escalation.LateAsync(r => r.CommitteeAfter, query.InstitutionId, cancellationToken);
        var missed = (await mediator.Send(new GetMissedQuarters(QuartersMissed), cancellationToken)).Require().Where(m => query.InstitutionId is null || m.InstitutionId == query.InstitutionId).OrderByDescending(m => m.Reports).ToList();
        var (count, size) = (late.Count + missed.Count, Math.Clamp(query.Size, 1, Paging.MaxSize));
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (count + size - 1) / size));
        var (duties, silent) = (late.Skip((number - 1) * size).Take(size).ToList(), missed.Skip(Math.Max(0, ((number - 1) * size) - late.Count)).ToList());
        silent = [.. silent.Take(size - duties.Count)];

        var reminders = await escalation.RemindersAsync(duties, cancellationToken);
        var keys = duties.ConvertAll(d => d.Key);
        var letters = (await db.LetterItems.AsNoTracking().Where(i => keys.Contains(i.ObligationKey)).Join(db.Letters, i => i.LetterId, l => l.Id, (i, l) => new { i.ObligationKey, i.InstitutionId, l.SentOn, l.RegistryNumber })
            .ToListAsync(cancellationToken)).ToDictionary(l => (l.ObligationKey, l.InstitutionId), l => (l.SentOn, l.RegistryNumber));
        var names = await outlook.InstitutionsAsync(duties.Select(d => d.InstitutionId).Concat(silent.Select(m => m.InstitutionId)), cancellationToken);
        var rows = duties.Select(d =>
        {
            var (sentOn, registry) = letters.GetValueOrDefault((d.Key, d.InstitutionId));
            return new CommitteeRow(d.InstitutionId, names.GetValueOrDefault(d.InstitutionId), d.ActivityId, d.Number, d.Title, d.Period, d.EffectiveDue, today.DayNumber - d.EffectiveDue.DayNumber, null, reminders.GetValueOrDefault((d.Key, d.InstitutionId)), sentOn, registry);
        }).Concat(silent.Select(m => new CommitteeRow(m.InstitutionId, names.GetValueOrDefault(m.InstitutionId), null, "", LocalizedText.Empty, null, null, 0, string.Join(", ", m.Periods), m.Reports, null, null)));
        return new Page<CommitteeRow>([.. rows], count, number, size);
    }
}
