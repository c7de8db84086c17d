// What a reader wants to be told about an activity today. Derived from state, dates and the day; never stored.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>Derived: past its effective due day; due within 14 days; waiting for an event; deadline not understood; completed after its due day; lead not in the register.</summary>
public enum ActivityFlag { Overdue, DueSoon, AwaitingTrigger, Unresolved, Late, Unmatched }

internal static class ActivityFlags
{
    public const int SoonDays = 14;

    /// <summary>The clock runs: neither suspended nor met nor called off.</summary>
    public static bool IsLive(ActivityState state) => state is ActivityState.Planned or ActivityState.InProgress;

    /// <summary>Nothing happens to it any more.</summary>
    public static bool IsFinal(ActivityState state) =>
        state is ActivityState.Completed or ActivityState.PartiallyCompleted or ActivityState.Cancelled or ActivityState.NotCompleted;

    /// <summary>The due day as resolved that counts on this day: of a duty that recurs, the next occurrence; past the last one, the last.</summary>
    public static DateOnly? NextDue(Deadline deadline, DateOnly today)
    {
        foreach (var occurrence in deadline.Occurrences)
        {
            if (OfficeCalendar.EffectiveDue(occurrence) >= today) return occurrence;
        }

        return deadline.Due;
    }

    public static IReadOnlyList<ActivityFlag> Of(
        ActivityState state, Deadline deadline, DateOnly? effectiveDue, DateOnly? submittedOn, DateOnly? completedOn, bool matched, DateOnly today)
    {
        var flags = new List<ActivityFlag>();
        if (IsLive(state) && effectiveDue < today) flags.Add(ActivityFlag.Overdue);
        if (IsLive(state) && NextDue(deadline, today) is { } next && OfficeCalendar.EffectiveDue(next) is var due && due >= today && due <= today.AddDays(SoonDays)) flags.Add(ActivityFlag.DueSoon);
        if (!IsFinal(state) && deadline.AwaitsTrigger) flags.Add(ActivityFlag.AwaitingTrigger);
        if (!IsFinal(state) && deadline.NeedsOfficer) flags.Add(ActivityFlag.Unresolved);
        if (state is ActivityState.ReportedComplete or ActivityState.Completed or ActivityState.PartiallyCompleted && (completedOn ?? submittedOn) > effectiveDue) flags.Add(ActivityFlag.Late);
        if (!matched && !IsFinal(state)) flags.Add(ActivityFlag.Unmatched);
        return flags;
    }
}
