// The queue of a ledger: single conditional statements, so that of two workers only one succeeds.
using System.Linq.Expressions;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Data;

internal static class LedgerQueue
{
    private const int BatchSize = 25;

    /// <summary>Takes what is due, the longest waiting first. Null when nothing waits; empty when another worker took what was seen.</summary>
    /// <param name="which">Only these.</param>
    public static async Task<IReadOnlyList<T>?> ClaimAsync<T>(this DbSet<T> entries, DateTimeOffset now, CancellationToken cancellationToken, int most = BatchSize, Expression<Func<T, bool>>? which = null)
        where T : LedgerEntry
    {
        var lapsed = now - LedgerEntry.ClaimLease;
        var waiting = entries.Where(e => e.State == DeliveryState.Planned && e.NextAttemptAt <= now && (e.ClaimedBy == null || e.ClaimedAt < lapsed));
        if (which is not null) waiting = waiting.Where(which);
        var seen = await waiting.OrderBy(e => e.NextAttemptAt).ThenBy(e => e.Id).Select(e => e.Id).Take(Math.Min(most, BatchSize)).ToListAsync(cancellationToken);
        if (seen.Count == 0) return null;

        Guid? claim = Guid.CreateVersion7();
        DateTimeOffset? at = now;
        await waiting.Where(e => seen.Contains(e.Id)).ExecuteUpdateAsync(
            s => s.SetProperty(e => e.ClaimedBy, claim).SetProperty(e => e.ClaimedAt, at).SetProperty(e => e.Version, e => e.Version + 1), cancellationToken);
        return await entries.AsNoTracking().Where(e => e.ClaimedBy == claim).OrderBy(e => e.Id).ToListAsync(cancellationToken);
    }

    /// <summary>True when the entry is still ours and nobody called it off; from now on it counts as possibly sent.</summary>
    public static async Task<bool> BeginAsync<T>(this DbSet<T> entries, T entry, DateTimeOffset now, CancellationToken cancellationToken)
        where T : LedgerEntry
    {
        DateTimeOffset? at = now;
        return await entries.Claimed(entry, DeliveryState.Planned).ExecuteUpdateAsync(
            s => s.SetProperty(e => e.State, DeliveryState.Sending).SetProperty(e => e.ClaimedAt, at).SetProperty(e => e.Version, e => e.Version + 1), cancellationToken) == 1;
    }

    /// <summary>Those whose sender died before it wrote down the answer.</summary>
    public static IQueryable<T> Interrupted<T>(this DbSet<T> entries, DateTimeOffset now)
        where T : LedgerEntry
    {
        var limit = now - LedgerEntry.ClaimLease;
        return entries.Where(e => e.State == DeliveryState.Sending && e.ClaimedAt < limit);
    }

    /// <summary>The entry, as long as this sender has it.</summary>
    public static IQueryable<T> Claimed<T>(this DbSet<T> entries, T entry, DeliveryState state)
        where T : LedgerEntry => entries.Where(e => e.Id == entry.Id && e.ClaimedBy == entry.ClaimedBy && e.State == state);
}
