// Which steps an officer may take with an activity in its present state; the domain has the last word.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class ActivitySteps
{
    public static readonly IReadOnlyList<string> All = ["start", "progress", "complete", "postpone", "deadline", "trigger", "suspend", "resume", "cancel"];

    public static bool IsFinal(ActivityState state) =>
        state is ActivityState.Completed or ActivityState.PartiallyCompleted or ActivityState.Cancelled or ActivityState.Superseded or ActivityState.NotCompleted;

    /// <summary>Steps that ask nothing; every other has a page of its own with what it needs.</summary>
    public static readonly IReadOnlyList<string> AtOnce = ["start", "resume"];

    public static IEnumerable<string> For(ActivityDetails activity) => For(activity.PlanStatus, activity.Shape, activity.State, activity.Deadline.Due is not null, activity.Deadline.Trigger is not null);

    public static IEnumerable<string> For(PlanStatus plan, ActivityShape shape, ActivityState state, bool hasDue, bool hasTrigger) =>
        plan is PlanStatus.Closed or PlanStatus.Archived ? [] : All.Where(step => Fits(step, shape, state, hasDue, hasTrigger));

    /// <summary>The states that a step may lead to, for dropping a card on their column; null where it changes none.</summary>
    public static string? LeadsTo(string step) => step switch
    {
        "start" => nameof(ActivityState.InProgress),
        "complete" => nameof(ActivityState.Completed),
        "suspend" => nameof(ActivityState.Suspended),
        "resume" => $"{nameof(ActivityState.Planned)} {nameof(ActivityState.InProgress)}",
        "cancel" => nameof(ActivityState.Cancelled),
        _ => null,
    };

    private static bool Fits(string step, ActivityShape shape, ActivityState state, bool hasDue, bool hasTrigger)
    {
        // A joint activity stands as its parts do; only its deadline and its end are its own.
        if (shape == ActivityShape.Joint && step is "start" or "progress" or "complete" or "suspend" or "resume") return false;
        if (shape == ActivityShape.Share && step is "cancel" or "deadline" or "trigger" or "postpone") return false;
        var live = state is ActivityState.Planned or ActivityState.InProgress;
        return step switch
        {
            "start" => state == ActivityState.Planned,
            "progress" => live,
            "complete" => live || state == ActivityState.ReportedComplete,
            "postpone" => (live || state == ActivityState.Suspended) && hasDue,
            "deadline" => !IsFinal(state),
            "trigger" => !IsFinal(state) && hasTrigger,
            "suspend" => live,
            "resume" => state == ActivityState.Suspended,
            _ => live || state is ActivityState.Draft or ActivityState.Suspended,
        };
    }
}

/// <summary>What the form of any step holds; each step uses its own part.</summary>
public sealed class StepForm
{
    public DateOnly? Deadline { get; set; }
    public DateOnly? Start { get; set; }
    public DateOnly? Due { get; set; }
    public DateOnly? On { get; set; }
    public DateOnly? CompletedOn { get; set; }
    public bool Partially { get; set; }
    public bool Superseded { get; set; }
    public int? Percent { get; set; }
    public string? Narrative { get; set; }
    public string? Evidence { get; set; }
    public string? Reason { get; set; }
    public int Version { get; set; }

    /// <summary>Answers how many other activities have the same words and got the same dates.</summary>
    public CorrectDeadline Correction(Guid activity) => new(activity, Start, Due.GetValueOrDefault(), Version);

    public ICommand Command(string step, Guid activity) => step switch
    {
        "start" => new StartActivity(activity, Version),
        "progress" => new RecordProgress(activity, Percent ?? -1, Narrative, Evidence, Version),
        "complete" => new CompleteActivity(activity, CompletedOn.GetValueOrDefault(), Partially, Narrative, Evidence, Version),
        "postpone" => new PostponeActivity(activity, Deadline.GetValueOrDefault(), Reason ?? "", Version),
        "trigger" => new DateTrigger(activity, On.GetValueOrDefault(), Version),
        "suspend" => new SuspendActivity(activity, Reason ?? "", Version),
        "resume" => new ResumeActivity(activity, Version),
        _ => new CancelActivity(activity, Reason ?? "", Version),
    };
}
