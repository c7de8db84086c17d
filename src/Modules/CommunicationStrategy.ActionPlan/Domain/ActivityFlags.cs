// What a reader wants to be told about an activity today. Derived from state, dates and the day; never stored.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>
/// Derived: past its effective due day; a due date of a recurring duty missed; due within 14 days; waiting for an event; no report for a
/// quarter whose reports were owed; rated a high risk, or a later date was asked for and nobody decided yet; deadline not understood; completed after its due day; lead not in the register.
/// </summary>
public enum ActivityFlag { Overdue, OccurrenceOverdue, DueSoon, AwaitingTrigger, Stale, AtRisk, Unresolved, Late, Unmatched }

/// <summary>What counts today of an activity's due dates.</summary>
/// <param name="NextDue">As resolved; of a duty that recurs, its next open occurrence, past the last one the last.</param>
/// <param name="NextEffectiveDue">The working day on which that is due.</param>
/// <param name="Missed">Open occurrences that are past their effective due day.</param>
internal readonly record struct Dues(DateOnly? NextDue, DateOnly? NextEffectiveDue, int Missed)
{
    public static Dues Of(Activity activity, DateOnly today) => Of(activity, activity.Occurrences, today);

    public static Dues Of(Activity activity, IEnumerable<Occurrence> occurrences, DateOnly today)
    {
        var open = occurrences.Where(o => o.State == OccurrenceState.Open).OrderBy(o => o.Due).ToList();
        var next = open.Find(o => o.EffectiveDue >= today);
        return new Dues(next?.Due ?? activity.Deadline.Due, next?.EffectiveDue ?? activity.EffectiveDue, open.Count(o => o.EffectiveDue < today));
    }
}

internal static class ActivityFlags
{
    public const int SoonDays = 14;

    /// <summary>The clock runs: neither suspended nor met nor called off.</summary>
    public static bool IsLive(ActivityState state) => state is ActivityState.Planned or ActivityState.InProgress;

    /// <summary>Nothing happens to it any more.</summary>
    public static bool IsFinal(ActivityState state) =>
        state is ActivityState.Completed or ActivityState.PartiallyCompleted or ActivityState.Cancelled or ActivityState.Superseded or ActivityState.NotCompleted;

    public static IReadOnlyList<ActivityFlag> Of(
        ActivityState state, Deadline deadline, DateOnly? effectiveDue, Dues dues, DateOnly? submittedOn, DateOnly? completedOn, bool matched, DateOnly today, bool stale = false, bool atRisk = false)
    {
        var flags = new List<ActivityFlag>();
        var recurs = deadline.Occurrences.Count > 0;
        if (IsLive(state) && !recurs && effectiveDue < today) flags.Add(ActivityFlag.Overdue);
        if (IsLive(state) && dues.Missed > 0) flags.Add(ActivityFlag.OccurrenceOverdue);
        if (IsLive(state) && dues.NextEffectiveDue is { } due && due >= today && due <= today.AddDays(SoonDays)) flags.Add(ActivityFlag.DueSoon);
        if (!IsFinal(state) && deadline.AwaitsTrigger) flags.Add(ActivityFlag.AwaitingTrigger);
        if (IsLive(state) && stale) flags.Add(ActivityFlag.Stale);
        if (IsLive(state) && atRisk) flags.Add(ActivityFlag.AtRisk);
        if (!IsFinal(state) && deadline.NeedsOfficer) flags.Add(ActivityFlag.Unresolved);
        if (state is ActivityState.ReportedComplete or ActivityState.Completed or ActivityState.PartiallyCompleted && (completedOn ?? submittedOn) > effectiveDue) flags.Add(ActivityFlag.Late);
        if (!matched && !IsFinal(state)) flags.Add(ActivityFlag.Unmatched);
        return flags;
    }
}
