// Who gets which digest on a day: the same rule for the job that writes mails down and for the page that looks ahead.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Notifications.Domain;

/// <summary>A duty and the step of the ladder it is reminded of.</summary>
internal sealed record DueStep(Obligation Obligation, string Stage)
{
    public (string Key, string Stage, Guid InstitutionId) LedgerKey => (Obligation.Key, Stage, Obligation.InstitutionId);
}

internal sealed record PlannedDigest(Guid InstitutionId, DateOnly Day, IReadOnlyList<DueStep> Steps);

internal static class DigestPlan
{
    /// <param name="ledger">The steps that have had their mail.</param>
    /// <param name="blocked">Institutions that get none on this day: they had one, or an earlier one still waits to go out.</param>
    public static IReadOnlyList<PlannedDigest> For(
        DateOnly day, IEnumerable<Obligation> obligations, IReadOnlySet<(string Key, string Stage, Guid InstitutionId)> ledger, IReadOnlySet<Guid> blocked) =>
        [.. obligations.Where(o => !blocked.Contains(o.InstitutionId))
            .Select(o => Ladder.StageOn(o.Kind, o.EffectiveDue, day) is { } stage ? new DueStep(o, stage) : null).OfType<DueStep>()
            .Where(s => !ledger.Contains(s.LedgerKey))
            .DistinctBy(s => s.LedgerKey)
            .GroupBy(s => s.Obligation.InstitutionId).Select(g => new PlannedDigest(g.Key, day, [.. g]))];
}
