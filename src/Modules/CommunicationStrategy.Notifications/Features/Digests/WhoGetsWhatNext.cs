// Looks two weeks ahead: which institution gets which digest on which day, and why. Nothing is written.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <summary>The digests of the next fourteen days, if nothing is reported until then. A constant number of statements.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record WhoGetsWhatNext(Guid? InstitutionId = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<NextDigestRow>>;

/// <param name="InstitutionId">Null: to a person of the office.</param>
/// <param name="RecipientName">Null when the institution has nobody to write to.</param>
/// <param name="Weekly">The office's look at the week.</param>
public sealed record NextDigestRow(
    DateOnly Day, Audience Audience, Guid? InstitutionId, InstitutionInfo? Institution, string? RecipientName, string? RecipientEmail, bool Weekly, IReadOnlyList<NextItemRow> Items);

/// <param name="Stage">The step of the ladder: days before the date, "report", or "overdue-" and which repetition.</param>
public sealed record NextItemRow(Guid ActivityId, string Number, LocalizedText Title, ObligationKind Kind, string? Period, DateOnly Due, string Stage);

internal sealed class WhoGetsWhatNextHandler(Outlook outlook, TimeProvider clock) : IQueryHandler<WhoGetsWhatNext, Page<NextDigestRow>>
{
    private const int Days = 14;

    public async Task<Result<Page<NextDigestRow>>> Handle(WhoGetsWhatNext query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var last = today.AddDays(Days);
        var settings = await outlook.SettingsAsync(today, last.AddDays(LadderRules.FurthestDays), cancellationToken);
        var obligations = await outlook.ObligationsAsync(today, last.AddDays(Outlook.AllDays), query.InstitutionId is { } one ? [one] : null, cancellationToken);
        var ledger = await outlook.LedgerAsync(obligations, cancellationToken);
        var (blocked, week) = await outlook.HadAsync(today, cancellationToken);
        var digests = new List<PlannedDigest>();
        for (var day = today; day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek == DayOfWeek.Monday && day > today) week.Clear();
            if (!settings.Calendar.IsWorking(day)) continue;
            var planned = DigestPlan.For(day, obligations, settings, ledger, blocked);
            if (query.InstitutionId is null) planned = DigestPlan.WithWeek(planned, day, settings.Office, week, blocked);
            digests.AddRange(planned);
            ledger.UnionWith(planned.SelectMany(d => d.Steps).Select(s => s.LedgerKey));
            week.UnionWith(planned.Where(d => d.Weekly).Select(d => d.To.Key));
            blocked.Clear(); // only today is spoken for
        }

        var recipients = await outlook.RecipientsAsync(digests.Select(d => d.To), cancellationToken, settings.People);
        // That an institution has no deputy or head in the register is no mail at all.
        digests.RemoveAll(d => d.To.Audience != Audience.FocalPoint && !recipients.ContainsKey(d.To));
        var size = Math.Clamp(query.Size, 1, Paging.MaxSize);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (digests.Count + size - 1) / size));
        var shown = digests.Skip((number - 1) * size).Take(size).ToList();
        var institutions = await outlook.InstitutionsAsync(shown.Select(d => d.To.InstitutionId).OfType<Guid>(), cancellationToken);
        var rows = shown.ConvertAll(d =>
        {
            var recipient = recipients.GetValueOrDefault(d.To);
            return new NextDigestRow(d.Day, d.To.Audience, d.To.InstitutionId, d.To.InstitutionId is { } id ? institutions.GetValueOrDefault(id) : null, recipient?.Name, recipient?.Email, d.Weekly,
                [.. d.Steps.Select(s => new NextItemRow(s.Obligation.ActivityId, s.Obligation.Number, s.Obligation.Title, s.Obligation.Kind, s.Obligation.Period, s.Obligation.EffectiveDue, s.Stage))]);
        });
        return new Page<NextDigestRow>(rows, digests.Count, number, size);
    }
}
