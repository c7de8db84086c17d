// An activity's deadline: read by rule, corrected by a person, dated by its trigger, extended with a reason.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed partial class Activity
{
    public Deadline Deadline { get; private set; } = null!;

    /// <summary>The working day on which it is really due.</summary>
    public DateOnly? EffectiveDue { get; private set; }

    /// <summary>The due date before it was first extended; null when it never was.</summary>
    public DateOnly? OriginalDue { get; private set; }

    /// <summary>It falls due more than once: the next occurrence counts, not the last due date alone.</summary>
    public bool Recurs { get; private set; }

    /// <summary>";2026-Q1;2026-Q3;": the quarters in which it falls due, for finding activities by quarter.</summary>
    public string DueQuarters { get; private set; } = "";

    /// <summary>The words were wrong, not late: nothing counts as an extension.</summary>
    public Result Reword(Deadline deadline, WorkingDays calendar)
    {
        if (ActivityFlags.IsFinal(State)) return WrongState();
        Take(deadline, calendar);
        RefreshSearch();
        return Result.Success;
    }

    /// <summary>An officer says which dates the words mean.</summary>
    public Result CorrectDeadline(DateOnly? start, DateOnly due, WorkingDays calendar)
    {
        if (ActivityFlags.IsFinal(State)) return WrongState();
        if (start > due) return Failure.Invalid("Due", "action-plan.dates-reversed", "The last day is before the first.");
        Take(Deadline.SetByPerson(start, due), calendar);
        return Result.Success;
    }

    /// <summary>The event that the deadline waits for happened on that day.</summary>
    public Result DateTrigger(DateOnly on, DeadlineContext context)
    {
        if (ActivityFlags.IsFinal(State)) return WrongState();
        if (Deadline.Trigger is null) return Failure.Rule("action-plan.no-trigger", "This deadline does not wait for an event.");
        Take(Deadline.TriggerDatedOn(on, context), context.WorkingDays);
        return Result.Success;
    }

    /// <summary>Extends the deadline. The first due date is kept, and reports show both.</summary>
    public Result Postpone(DateOnly newDue, string reason, DateOnly today, WorkingDays calendar)
    {
        if (State is not (ActivityState.Planned or ActivityState.InProgress or ActivityState.Suspended)) return WrongState();
        if (string.IsNullOrWhiteSpace(reason)) return ReasonRequired();
        if (Deadline.Due is not { } due) return Failure.Rule("action-plan.no-due-yet", "It has no due date yet: correct the deadline or date its trigger instead.");
        if (newDue <= due) return Failure.Invalid("Deadline", "action-plan.not-later", $"The new date has to be after {due:yyyy-MM-dd}.");
        if (newDue < today) return Failure.Invalid("Deadline", "action-plan.date-passed", "The new date has passed already.");

        OriginalDue ??= due;
        LastReason = reason.Trim();
        Take(Deadline with
        {
            Due = newDue,
            Occurrences = Recurs ? [.. Deadline.Occurrences.SkipLast(1), newDue] : [],
            ResolvedBy = DeadlineResolvedBy.Person,
        }, calendar);
        return Result.Success;
    }

    /// <summary>
    /// An amendment says something else of it. Words that it leaves alone keep their dates; a later due date is an extension,
    /// so the first one is kept beside it.
    /// </summary>
    public Result Amend(PlanLine line, DeadlineContext context)
    {
        var edited = Edit(line.Text());
        if (!edited.IsSuccess) return edited;
        var assigned = Assign(line.ToAssignees());
        if (!assigned.IsSuccess || line.DeadlineWords.Trim() == Deadline.AsWritten.Trim()) return assigned;

        var (first, before) = (OriginalDue ?? Deadline.Due, Deadline.Due);
        Take(DeadlineParser.Parse(line.DeadlineWords, context), context.WorkingDays);
        // A draft has no deadline that anybody could have counted on.
        if (State != Contracts.ActionPlan.ActivityState.Draft && before is not null && Deadline.Due > before) OriginalDue = first;
        RefreshSearch();
        return Result.Success;
    }

    /// <summary>The calendar has changed: the same dates may be due on other working days.</summary>
    public void Recalculate(WorkingDays calendar) => Take(Deadline, calendar);

    private void Take(Deadline deadline, WorkingDays calendar)
    {
        Deadline = deadline;
        EffectiveDue = deadline.Due is { } due ? calendar.EffectiveDue(due) : null;
        Recurs = deadline.Occurrences.Count > 0;
        Schedule(deadline, calendar);
        var days = Recurs ? deadline.Occurrences : deadline.Due is { } only ? [only] : [];
        DueQuarters = string.Concat(days.Select(d => Quarter.Of(calendar.EffectiveDue(d))).Distinct().Select(q => $";{q};")).Replace(";;", ";", StringComparison.Ordinal);
    }
}
