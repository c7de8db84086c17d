// An activity of several leads, or of a whole group of institutions: one part each, with its own state; the whole stands as they do.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>Joint: has a part for each lead and stands as they do. Share: such a part; it is no line of the plan's text.</summary>
public enum ActivityShape { Whole, Joint, Share }

internal sealed partial class Activity
{
    public ActivityShape Shape { get; private set; }

    /// <summary>Of a share, the joint activity.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Gives each of these institutions a part of its own, numbered "1.2/1", "1.2/2"...</summary>
    public Result<IReadOnlyList<Activity>> Split(IReadOnlyList<Assignee> leads, WorkingDays calendar)
    {
        if (Shape != ActivityShape.Whole) return Failure.Rule("action-plan.already-split", "The activity is split already, or is itself a part.");
        if (State is not (ActivityState.Draft or ActivityState.Planned)) return WrongState();
        var distinct = leads.Where(l => !string.IsNullOrWhiteSpace(l.Name)).DistinctBy(l => Assignment.KeyOf(l.Name)).ToList();
        if (distinct.Count < 2) return Failure.Invalid("Institutions", "action-plan.split-two", "A split needs at least two institutions.");

        var shares = new List<Activity>();
        for (var i = 0; i < distinct.Count; i++)
        {
            var text = new ActivityText
            {
                Number = Part(i + 1), Title = Title, ObjectiveNumber = ObjectiveNumber, Objective = Objective, ObjectiveId = ObjectiveId, Description = Description, IndicatorText = IndicatorText,
            };
            var share = Create(PlanId, text, Deadline, [distinct[i] with { Role = AssignmentRole.Lead }], calendar);
            if (!share.IsSuccess) return share.Failure;
            (share.Value.Shape, share.Value.ParentId, share.Value.State) = (ActivityShape.Share, Id, State);
            shares.Add(share.Value);
        }

        Shape = ActivityShape.Joint;
        return shares;

        // A number at its limit leaves room for the part.
        string Part(int i) => Number.Length > NumberLength - 5 ? $"{Number[..(NumberLength - 5)]}/{i}" : $"{Number}/{i}";
    }

    /// <summary>Is one again; its parts are to be removed.</summary>
    public Result Unite(IReadOnlyCollection<Activity> shares)
    {
        if (Shape != ActivityShape.Joint) return Failure.Rule("action-plan.not-split", "The activity is not split.");
        if (shares.Any(s => s.State is not (ActivityState.Draft or ActivityState.Planned))) return Failure.Rule("action-plan.split-begun", "A part has begun: the split stays.");
        Shape = ActivityShape.Whole;
        return Result.Success;
    }

    /// <summary>The whole was reworded or its deadline moved: an open part follows.</summary>
    public void Follow(Activity whole, WorkingDays calendar)
    {
        if (ActivityFlags.IsFinal(State)) return;
        (Title, ObjectiveNumber, ObjectiveSortKey, Objective, ObjectiveId, IndicatorText) = (whole.Title, whole.ObjectiveNumber, whole.ObjectiveSortKey, whole.Objective, whole.ObjectiveId, whole.IndicatorText);
        OriginalDue = whole.OriginalDue;
        Take(whole.Deadline, calendar);
        RefreshSearch();
    }

    /// <summary>The joint activity stands as its parts do together: complete when all are, partly when some are, begun when one is.</summary>
    public void RollUp(IReadOnlyCollection<Activity> shares)
    {
        if (Shape != ActivityShape.Joint || shares.Count == 0 || State is ActivityState.Draft or ActivityState.Cancelled or ActivityState.Superseded) return;
        var counted = shares.Where(s => s.State is not (ActivityState.Cancelled or ActivityState.Superseded)).ToList();
        bool All(params ReadOnlySpan<ActivityState> states)
        {
            foreach (var share in counted) if (!states.Contains(share.State)) return false;
            return true;
        }

        State = counted.Count == 0 ? ActivityState.Cancelled
            : All(ActivityState.Completed) ? ActivityState.Completed
            : All(ActivityState.NotCompleted) ? ActivityState.NotCompleted
            : All(ActivityState.Completed, ActivityState.PartiallyCompleted, ActivityState.NotCompleted) ? ActivityState.PartiallyCompleted
            : All(ActivityState.Completed, ActivityState.PartiallyCompleted, ActivityState.NotCompleted, ActivityState.ReportedComplete) ? ActivityState.ReportedComplete
            : All(ActivityState.Suspended) ? ActivityState.Suspended
            : All(ActivityState.Planned) ? ActivityState.Planned : ActivityState.InProgress;
        RollUpOccurrences(counted);
        Percent = counted.Count == 0 ? Percent : (int)Math.Round(counted.Average(s => s.State == ActivityState.Completed ? 100 : s.Percent ?? 0));
        var done = State is ActivityState.Completed or ActivityState.PartiallyCompleted;
        CompletedOn = done ? counted.Max(s => s.CompletedOn) : null;
        SubmittedOn = done || State == ActivityState.ReportedComplete ? counted.Max(s => s.SubmittedOn ?? s.CompletedOn) : null;
    }
}
