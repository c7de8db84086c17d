// A duty that falls due more than once: each due date is met, missed or waived on its own; the activity itself is not overdue.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>How many of a quota were held by one due date; 1 for a plain recurring duty.</summary>
public sealed record OccurrenceClaim(DateOnly Due, int Achieved = 1);

internal sealed partial class Activity
{
    private readonly List<Occurrence> occurrences = [];

    /// <summary>Empty for what falls due once. Whoever changes a deadline has to load them.</summary>
    public IReadOnlyList<Occurrence> Occurrences => occurrences;

    /// <summary>
    /// An institution's report for a quarter claims these; what the same report claimed before and no longer does is open again.
    /// </summary>
    public Result ClaimOccurrences(string period, IReadOnlyList<OccurrenceClaim> claims, DateOnly on)
    {
        foreach (var earlier in occurrences.Where(o => o.ReportedIn == period && o.State is OccurrenceState.Reported or OccurrenceState.Open)) earlier.Withdraw();
        foreach (var claim in claims)
        {
            var occurrence = occurrences.Find(o => o.Due == claim.Due);
            if (occurrence is null) return Failure.Invalid("Occurrences", "action-plan.no-such-occurrence", $"Nothing is due on {claim.Due:yyyy-MM-dd}.");
            if (claim.Achieved is < 0 or > 10_000) return Failure.Invalid("Occurrences", "action-plan.count-range", "The number held cannot be right.");
            if (occurrence.State is OccurrenceState.Open or OccurrenceState.NotDone) occurrence.Claim(period, claim.Achieved, on);
        }

        return Result.Success;
    }

    /// <summary>The report was accepted: what it claims is done.</summary>
    public void ConfirmOccurrences(string period)
    {
        foreach (var claimed in occurrences.Where(o => o.ReportedIn == period && o.State == OccurrenceState.Reported)) claimed.Confirm();
    }

    /// <summary>The report was returned: what it claims is open again.</summary>
    public void ReopenOccurrences(string period)
    {
        foreach (var claimed in occurrences.Where(o => o.ReportedIn == period && o.State == OccurrenceState.Reported)) claimed.Withdraw();
    }

    /// <summary>An officer says what became of one due date.</summary>
    public Result SettleOccurrence(DateOnly due, OccurrenceState state, DateOnly? on, int? achieved, string? note)
    {
        if (Shape == ActivityShape.Joint) return IsJoint();
        if (ActivityFlags.IsFinal(State)) return WrongState();
        if (occurrences.Find(o => o.Due == due) is not { } occurrence) return Failure.Invalid("Due", "action-plan.no-such-occurrence", $"Nothing is due on {due:yyyy-MM-dd}.");
        if (state == OccurrenceState.Reported) return Failure.Invalid("State", "action-plan.occurrence-state", "Only an institution's report says so.");
        if (state == OccurrenceState.Done && on is null) return Failure.Invalid("On", "action-plan.date-required", "Say when it was done.");
        if (state is OccurrenceState.Waived or OccurrenceState.NotDone && string.IsNullOrWhiteSpace(note)) return Failure.Invalid("Note", "action-plan.reason-required", "Say why.");
        if (achieved is < 0 or > 10_000) return Failure.Invalid("Achieved", "action-plan.count-range", "The number held cannot be right.");
        occurrence.Settle(state, on, achieved, note);
        if (State == Contracts.ActionPlan.ActivityState.Planned && state == OccurrenceState.Done) State = Contracts.ActionPlan.ActivityState.InProgress;
        return Result.Success;
    }

    /// <summary>Nothing of it is open any more, and its last due date is behind it.</summary>
    public bool OccurrencesOver => Recurs && occurrences.TrueForAll(o => o.State is not OccurrenceState.Open);

    /// <summary>Each due date of the whole stands as the parts' do.</summary>
    private void RollUpOccurrences(IReadOnlyCollection<Activity> shares)
    {
        foreach (var occurrence in occurrences)
        {
            var parts = shares.SelectMany(s => s.occurrences.Where(o => o.Due == occurrence.Due)).ToList();
            if (parts.Count == 0) continue;
            var state = parts.Exists(p => p.State == OccurrenceState.Open) ? OccurrenceState.Open
                : parts.Exists(p => p.State == OccurrenceState.NotDone) ? OccurrenceState.NotDone
                : parts.Exists(p => p.State == OccurrenceState.Reported) ? OccurrenceState.Reported
                : parts.TrueForAll(p => p.State == OccurrenceState.Waived) ? OccurrenceState.Waived : OccurrenceState.Done;
            occurrence.Settle(state, parts.Max(p => p.DoneOn), parts.Min(p => p.Achieved), null);
        }
    }

    private void CloseOccurrences(OccurrenceState state)
    {
        foreach (var open in occurrences.Where(o => o.State == OccurrenceState.Open)) open.Settle(state, null, null, null);
    }

    /// <summary>
    /// The due dates of a new reading: what was met stays; what is still open and no longer asked for moves to the new day of its quarter,
    /// and stays the same entry in people's calendars, or goes.
    /// </summary>
    private void Schedule(Deadline deadline, WorkingDays calendar)
    {
        var wanted = deadline.Occurrences.Where(due => !occurrences.Exists(o => o.Due == due)).ToList();
        foreach (var open in occurrences.Where(o => o is { State: OccurrenceState.Open, Achieved: 0 } && !deadline.Occurrences.Contains(o.Due)))
        {
            var at = wanted.FindIndex(due => due.Year == open.Due.Year && (due.Month - 1) / 3 == (open.Due.Month - 1) / 3);
            if (at < 0) continue;
            open.Reschedule(wanted[at]);
            wanted.RemoveAt(at);
        }

        occurrences.RemoveAll(o => o is { State: OccurrenceState.Open, Achieved: 0 } && !deadline.Occurrences.Contains(o.Due));
        foreach (var due in deadline.Occurrences)
        {
            var occurrence = occurrences.Find(o => o.Due == due);
            if (occurrence is null) occurrences.Add(occurrence = new Occurrence(Id, due));
            occurrence.Move(calendar.EffectiveDue(due), deadline.QuotaCount ?? 1);
        }
    }
}
