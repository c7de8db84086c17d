// What had been done before the plan came into this system: taken over once, through the same steps as any other change.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>Sets where the activities of a plan in force stand. Only activities that are still planned are taken over; all or nothing.</summary>
[Requires(Permission.ImportActionPlan)]
public sealed record TakeOverProgress(Guid PlanId, IReadOnlyList<ProgressToTakeOver> Items) : ICommand;

/// <param name="State">InProgress, ReportedComplete, Completed, PartiallyCompleted or Suspended.</param>
/// <param name="ActualDate">The day of completion; required for the completed ones.</param>
/// <param name="Note">What was done, or why it was suspended.</param>
public sealed record ProgressToTakeOver(string Number, ActivityState State, int? Percent, DateOnly? ActualDate, string? Note, string? Evidence);

internal sealed class TakeOverProgressHandler(ActionPlanDbContext db) : ICommandHandler<TakeOverProgress>
{
    public async Task<Result> Handle(TakeOverProgress command, CancellationToken cancellationToken)
    {
        var numbers = command.Items.Select(i => i.Number).ToList();
        var activities = (await db.Activities.Where(a => a.PlanId == command.PlanId && numbers.Contains(a.Number)).ToListAsync(cancellationToken)).ToDictionary(a => a.Number);
        foreach (var item in command.Items)
        {
            if (!activities.TryGetValue(item.Number, out var activity)) return Failure.NotFound("Activity", item.Number);
            var taken = Apply(activity, item);
            if (!taken.IsSuccess) return taken;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    private static Result Apply(Activity activity, ProgressToTakeOver item)
    {
        if (item.State == ActivityState.Suspended) return activity.Suspend(item.Note ?? "");
        if (item.State == ActivityState.InProgress) return activity.ReportProgress(item.Percent ?? 1, item.Note, item.Evidence);
        if (item.ActualDate is not { } day) return Failure.Invalid("ActualDate", "action-plan.date-required", $"{item.Number}: the day of completion is missing.");

        if (item.Percent is { } percent && activity.ReportProgress(percent) is { IsSuccess: false } refused) return refused;
        var reported = activity.ReportComplete(day, item.Note, item.Evidence);
        if (!reported.IsSuccess) return reported;
        return item.State switch
        {
            ActivityState.ReportedComplete => Result.Success,
            ActivityState.Completed => activity.AcceptCompletion(day),
            ActivityState.PartiallyCompleted => activity.AcceptPartially(day),
            _ => Failure.Rule("action-plan.wrong-state", $"{item.State} cannot be taken over.", item.State.ToString()),
        };
    }
}
