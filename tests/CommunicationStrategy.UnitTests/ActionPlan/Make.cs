// Activities in any state, for the tests of this folder.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.UnitTests.ActionPlan;

internal static class Make
{
    public static readonly DeadlineContext Context = new(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31));
    public static readonly Guid Institution = Guid.CreateVersion7();

    public static ActivityText Text(string number = "1.1") => new() { Number = number, Title = LocalizedText.Of("Clubul de presă", "Пресс-клуб", "Press club") };

    public static Activity Draft(string deadline = "30.06.2026") =>
        CommunicationStrategy.ActionPlan.Domain.Activity.Create(Guid.CreateVersion7(), Text(), DeadlineParser.Parse(deadline, Context), [new Assignee(AssignmentRole.Lead, "Ministerul Afacerilor Interne", Institution)], WorkingDays.Moldova).Require();

    public static Activity Activity(ActivityState state, string deadline = "30.06.2026")
    {
        var day = new DateOnly(2026, 5, 1);
        var activity = Draft(deadline);
        if (state == ActivityState.Draft) return activity;
        Sure(activity.Plan());
        if (state == ActivityState.Planned) return activity;
        Sure(activity.Start());
        switch (state)
        {
            case ActivityState.InProgress:
                break;
            case ActivityState.Suspended:
                Sure(activity.Suspend("Waits."));
                break;
            case ActivityState.Cancelled:
                Sure(activity.Cancel("Not needed."));
                break;
            case ActivityState.Superseded:
                Sure(activity.Supersede("Replaced."));
                break;
            case ActivityState.NotCompleted:
                Sure(activity.CloseAsNotCompleted());
                break;
            default:
                Sure(activity.ReportComplete(day));
                if (state == ActivityState.Completed) Sure(activity.AcceptCompletion(day));
                if (state == ActivityState.PartiallyCompleted) Sure(activity.AcceptPartially(day));
                break;
        }

        return activity;
    }

    public static void Sure(Result result) => Assert.That(result.Failure, Is.Null, result.Failure?.Message);
}
