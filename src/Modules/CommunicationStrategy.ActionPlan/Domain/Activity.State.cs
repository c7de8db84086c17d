// The life of an activity. What a step needs stands in the step; a step out of place is a failure, never ignored.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed partial class Activity
{
    public ActivityState State { get; private set; }

    /// <summary>Where it stood when it was suspended, to go back to.</summary>
    public ActivityState? SuspendedFrom { get; private set; }

    /// <summary>Self-reported, 0 to 100.</summary>
    public int? Percent { get; private set; }

    /// <summary>The day on which completion was reported: the clock stops there, though only acceptance completes.</summary>
    public DateOnly? SubmittedOn { get; private set; }
    public DateOnly? CompletedOn { get; private set; }
    public string? Narrative { get; private set; }

    /// <summary>Link, file name or registry number.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Why it was last postponed, suspended, cancelled or sent back.</summary>
    public string? LastReason { get; private set; }

    /// <summary>The plan is in force: the draft becomes a duty.</summary>
    public Result Plan() => Move(ActivityState.Planned, ActivityState.Draft);

    public Result Start() => Shape == ActivityShape.Joint ? IsJoint() : Move(ActivityState.InProgress, ActivityState.Planned);

    /// <summary>How far it has come; the first word of progress also starts it.</summary>
    public Result ReportProgress(int percent, string? narrative = null, string? evidence = null)
    {
        if (Shape == ActivityShape.Joint) return IsJoint();
        if (!ActivityFlags.IsLive(State)) return WrongState();
        if (percent is < 0 or > 100) return Failure.Invalid("Percent", "action-plan.percent-range", "The percentage is between 0 and 100.");
        if (percent > 0) State = ActivityState.InProgress;
        Percent = percent;
        Tell(narrative, evidence);
        return Result.Success;
    }

    /// <summary>The institution says it is done; an officer has yet to agree.</summary>
    public Result ReportComplete(DateOnly on, string? narrative = null, string? evidence = null)
    {
        if (Shape == ActivityShape.Joint) return IsJoint();
        var moved = Move(ActivityState.ReportedComplete, ActivityState.Planned, ActivityState.InProgress);
        if (!moved.IsSuccess) return moved;
        SubmittedOn = on;
        Tell(narrative, evidence);
        return moved;
    }

    public Result AcceptCompletion(DateOnly completedOn)
    {
        if (Shape == ActivityShape.Joint) return IsJoint();
        var moved = Move(ActivityState.Completed, ActivityState.ReportedComplete);
        if (!moved.IsSuccess) return moved;
        (CompletedOn, Percent) = (completedOn, 100);
        CloseOccurrences(OccurrenceState.Waived);
        return moved;
    }

    public Result AcceptPartially(DateOnly completedOn)
    {
        if (Shape == ActivityShape.Joint) return IsJoint();
        var moved = Move(ActivityState.PartiallyCompleted, ActivityState.ReportedComplete);
        if (!moved.IsSuccess) return moved;
        CompletedOn = completedOn;
        CloseOccurrences(OccurrenceState.NotDone);
        return moved;
    }

    public Result ReturnForWork(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return ReasonRequired();
        var moved = Move(ActivityState.InProgress, ActivityState.ReportedComplete);
        if (moved.IsSuccess) (SubmittedOn, LastReason) = (null, reason.Trim());
        return moved;
    }

    /// <summary>The institution replaces a report of completion that nobody has judged yet.</summary>
    public Result WithdrawCompletion()
    {
        var moved = Move(ActivityState.InProgress, ActivityState.ReportedComplete);
        if (moved.IsSuccess) SubmittedOn = null;
        return moved;
    }

    public Result Suspend(string reason)
    {
        if (Shape == ActivityShape.Joint) return IsJoint();
        if (string.IsNullOrWhiteSpace(reason)) return ReasonRequired();
        var from = State;
        var moved = Move(ActivityState.Suspended, ActivityState.Planned, ActivityState.InProgress);
        if (moved.IsSuccess) (SuspendedFrom, LastReason) = (from, reason.Trim());
        return moved;
    }

    public Result Resume()
    {
        if (Shape == ActivityShape.Joint) return IsJoint();
        var moved = Move(SuspendedFrom ?? ActivityState.Planned, ActivityState.Suspended);
        if (moved.IsSuccess) SuspendedFrom = null;
        return moved;
    }

    public Result Cancel(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return ReasonRequired();
        var moved = Move(ActivityState.Cancelled, ActivityState.Draft, ActivityState.Planned, ActivityState.InProgress, ActivityState.Suspended);
        if (moved.IsSuccess) LastReason = reason.Trim();
        return moved;
    }

    /// <summary>An amendment puts others in its place.</summary>
    public Result Supersede(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return ReasonRequired();
        var moved = Move(ActivityState.Superseded, ActivityState.Draft, ActivityState.Planned, ActivityState.InProgress, ActivityState.Suspended);
        if (moved.IsSuccess) LastReason = reason.Trim();
        return moved;
    }

    /// <summary>The plan ends and this was not done.</summary>
    public Result CloseAsNotCompleted()
    {
        var moved = Move(ActivityState.NotCompleted, ActivityState.Draft, ActivityState.Planned, ActivityState.InProgress, ActivityState.Suspended);
        if (moved.IsSuccess) CloseOccurrences(OccurrenceState.NotDone);
        return moved;
    }

    private void Tell(string? narrative, string? evidence)
    {
        Narrative = Blank(narrative) ?? Narrative;
        Evidence = Blank(evidence) ?? Evidence;
    }

    private Result Move(ActivityState to, params ReadOnlySpan<ActivityState> from)
    {
        if (!from.Contains(State)) return WrongState();
        State = to;
        return Result.Success;
    }

    private static Failure IsJoint() => Failure.Rule("action-plan.joint", "It stands as its institutions' parts do: take the step at a part.");

    private Failure WrongState() => Failure.Rule("action-plan.wrong-state", $"This step is not possible while the activity is {State}.", State.ToString());

    private static Failure ReasonRequired() => Failure.Invalid("Reason", "action-plan.reason-required", "Say why.");
}
