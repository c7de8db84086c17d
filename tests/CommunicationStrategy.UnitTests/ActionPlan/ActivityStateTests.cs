// The life of an activity, step by state: every legal step where it leads, every illegal one a failure that changes nothing.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.UnitTests.ActionPlan;

public sealed class ActivityStateTests
{
    private static readonly DateOnly Day = new(2026, 5, 4);

    private static readonly Dictionary<string, Func<Activity, Result>> Steps = new()
    {
        ["Plan"] = a => a.Plan(),
        ["Start"] = a => a.Start(),
        ["ReportProgress"] = a => a.ReportProgress(40, "Two of five held."),
        ["ReportComplete"] = a => a.ReportComplete(Day),
        ["AcceptCompletion"] = a => a.AcceptCompletion(Day),
        ["AcceptPartially"] = a => a.AcceptPartially(Day),
        ["ReturnForWork"] = a => a.ReturnForWork("No list of participants."),
        ["WithdrawCompletion"] = a => a.WithdrawCompletion(),
        ["Suspend"] = a => a.Suspend("No funds until June."),
        ["Resume"] = a => a.Resume(),
        ["Cancel"] = a => a.Cancel("Replaced by another."),
        ["Supersede"] = a => a.Supersede("Others take its place."),
        ["CloseAsNotCompleted"] = a => a.CloseAsNotCompleted(),
    };

    // Where each step leads from each state; what is not listed is refused.
    private static readonly Dictionary<(ActivityState From, string Step), ActivityState> Legal = new()
    {
        [(ActivityState.Draft, "Plan")] = ActivityState.Planned,
        [(ActivityState.Draft, "Cancel")] = ActivityState.Cancelled,
        [(ActivityState.Draft, "CloseAsNotCompleted")] = ActivityState.NotCompleted,
        [(ActivityState.Planned, "Start")] = ActivityState.InProgress,
        [(ActivityState.Planned, "ReportProgress")] = ActivityState.InProgress,
        [(ActivityState.Planned, "ReportComplete")] = ActivityState.ReportedComplete,
        [(ActivityState.Planned, "Suspend")] = ActivityState.Suspended,
        [(ActivityState.Planned, "Cancel")] = ActivityState.Cancelled,
        [(ActivityState.Planned, "CloseAsNotCompleted")] = ActivityState.NotCompleted,
        [(ActivityState.InProgress, "ReportProgress")] = ActivityState.InProgress,
        [(ActivityState.InProgress, "ReportComplete")] = ActivityState.ReportedComplete,
        [(ActivityState.InProgress, "Suspend")] = ActivityState.Suspended,
        [(ActivityState.InProgress, "Cancel")] = ActivityState.Cancelled,
        [(ActivityState.InProgress, "CloseAsNotCompleted")] = ActivityState.NotCompleted,
        [(ActivityState.ReportedComplete, "AcceptCompletion")] = ActivityState.Completed,
        [(ActivityState.ReportedComplete, "AcceptPartially")] = ActivityState.PartiallyCompleted,
        [(ActivityState.ReportedComplete, "ReturnForWork")] = ActivityState.InProgress,
        [(ActivityState.ReportedComplete, "WithdrawCompletion")] = ActivityState.InProgress,
        [(ActivityState.Suspended, "Resume")] = ActivityState.InProgress,
        [(ActivityState.Suspended, "Cancel")] = ActivityState.Cancelled,
        [(ActivityState.Draft, "Supersede")] = ActivityState.Superseded,
        [(ActivityState.Planned, "Supersede")] = ActivityState.Superseded,
        [(ActivityState.InProgress, "Supersede")] = ActivityState.Superseded,
        [(ActivityState.Suspended, "Supersede")] = ActivityState.Superseded,
        [(ActivityState.Suspended, "CloseAsNotCompleted")] = ActivityState.NotCompleted,
    };

    private static IEnumerable<TestCaseData> Table() =>
        from state in Enum.GetValues<ActivityState>()
        from step in Steps.Keys
        select new TestCaseData(state, step);

    [TestCaseSource(nameof(Table))]
    public void Each_step_from_each_state(ActivityState from, string step)
    {
        var activity = Make.Activity(from);
        Assert.That(activity.State, Is.EqualTo(from));

        var result = Steps[step](activity);
        if (Legal.TryGetValue((from, step), out var to))
        {
            Assert.That(result.Failure, Is.Null);
            Assert.That(activity.State, Is.EqualTo(to));
        }
        else
        {
            Assert.That(result.Failure?.Code, Is.EqualTo("action-plan.wrong-state"));
            Assert.That(activity.State, Is.EqualTo(from));
        }
    }

    [Test]
    public void A_suspended_activity_goes_back_to_where_it_stood()
    {
        var planned = Make.Activity(ActivityState.Planned);
        Make.Sure(planned.Suspend("Waits for funds."));
        Make.Sure(planned.Resume());
        Assert.That(planned.State, Is.EqualTo(ActivityState.Planned));
    }

    [TestCase("Suspend")]
    [TestCase("Cancel")]
    [TestCase("ReturnForWork")]
    public void Some_steps_need_a_reason(string step)
    {
        var activity = Make.Activity(step == "ReturnForWork" ? ActivityState.ReportedComplete : ActivityState.Planned);
        var result = step switch { "Suspend" => activity.Suspend(" "), "Cancel" => activity.Cancel(""), _ => activity.ReturnForWork(" ") };
        Assert.That(result.Failure?.Fields[0].Code, Is.EqualTo("action-plan.reason-required"));
    }

    [Test]
    public void Completion_sets_the_day_and_the_percentage_and_return_takes_the_day_back()
    {
        var activity = Make.Activity(ActivityState.InProgress);
        Make.Sure(activity.ReportComplete(Day));
        Assert.That(activity.SubmittedOn, Is.EqualTo(Day));
        Make.Sure(activity.ReturnForWork("The link is dead."));
        Assert.That(activity.SubmittedOn, Is.Null);
        Make.Sure(activity.ReportComplete(Day.AddDays(3)));
        Make.Sure(activity.AcceptCompletion(Day));
        Assert.That((activity.CompletedOn, activity.Percent), Is.EqualTo(((DateOnly?)Day, (int?)100)));
    }

    [TestCase(-1)]
    [TestCase(101)]
    public void A_percentage_has_bounds(int percent) =>
        Assert.That(Make.Activity(ActivityState.Planned).ReportProgress(percent).Failure?.Fields[0].Code, Is.EqualTo("action-plan.percent-range"));

    [Test]
    public void Nothing_of_it_changes_in_a_final_state()
    {
        foreach (var state in new[] { ActivityState.Completed, ActivityState.PartiallyCompleted, ActivityState.Cancelled, ActivityState.NotCompleted })
        {
            var activity = Make.Activity(state);
            Assert.That(activity.Edit(Make.Text()).Failure?.Code, Is.EqualTo("action-plan.wrong-state"));
            Assert.That(activity.Assign([new Assignee(AssignmentRole.Lead, "MAI", null)]).Failure?.Code, Is.EqualTo("action-plan.wrong-state"));
            Assert.That(activity.CorrectDeadline(null, Day, WorkingDays.Moldova).Failure?.Code, Is.EqualTo("action-plan.wrong-state"));
        }
    }
}
