// Looks two weeks ahead: which institution gets which digest on which day, and why. Nothing is written.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <summary>The digests of the next fourteen days, if nothing is reported until then. A constant number of statements.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record WhoGetsWhatNext(Guid? InstitutionId = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<NextDigestRow>>;

/// <param name="RecipientName">Null when the institution has nobody to write to.</param>
public sealed record NextDigestRow(
    DateOnly Day, Guid InstitutionId, InstitutionInfo? Institution, string? RecipientName, string? RecipientEmail, IReadOnlyList<NextItemRow> Items);

/// <param name="Stage">The step of the ladder: "30", "14", "7", "1", "report", or "overdue-" and the number of weeks.</param>
public sealed record NextItemRow(Guid ActivityId, string Number, LocalizedText Title, ObligationKind Kind, string? Period, DateOnly Due, string Stage);

internal sealed class WhoGetsWhatNextHandler(Outlook outlook, TimeProvider clock) : IQueryHandler<WhoGetsWhatNext, Page<NextDigestRow>>
{
    private const int Days = 14;

    public async Task<Result<Page<NextDigestRow>>> Handle(WhoGetsWhatNext query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var obligations = await outlook.ObligationsAsync(today, today.AddDays(Days + Ladder.Horizon), query.InstitutionId is { } one ? [one] : null, cancellationToken);
        var ledger = await outlook.LedgerAsync(obligations, cancellationToken);
        var blocked = await outlook.BlockedAsync(today, cancellationToken);
        var digests = new List<PlannedDigest>();
        for (var day = today; day <= today.AddDays(Days); day = day.AddDays(1))
        {
            var planned = DigestPlan.For(day, obligations, ledger, blocked);
            digests.AddRange(planned);
            ledger.UnionWith(planned.SelectMany(d => d.Steps).Select(s => s.LedgerKey));
            blocked.Clear(); // only today is spoken for
        }

        var size = Math.Clamp(query.Size, 1, Paging.MaxSize);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (digests.Count + size - 1) / size));
        var shown = digests.Skip((number - 1) * size).Take(size).ToList();
        var recipients = await outlook.RecipientsAsync(shown.Select(d => d.InstitutionId), cancellationToken);
        var institutions = await outlook.InstitutionsAsync(shown.Select(d => d.InstitutionId), cancellationToken);
        var rows = shown.ConvertAll(d =>
        {
            var recipient = recipients.GetValueOrDefault(d.InstitutionId);
            return new NextDigestRow(d.Day, d.InstitutionId, institutions.GetValueOrDefault(d.InstitutionId), recipient?.Name, recipient?.Email,
                [.. d.Steps.Select(s => new NextItemRow(s.Obligation.ActivityId, s.Obligation.Number, s.Obligation.Title, s.Obligation.Kind, s.Obligation.Period, s.Obligation.EffectiveDue, s.Stage))]);
        });
        return new Page<NextDigestRow>(rows, digests.Count, number, size);
    }
}
