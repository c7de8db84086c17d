// How far the work has come, in one figure, beside the rate that counts only what is finished.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Monitoring.Domain;

internal static class PhysicalProgress
{
    private const decimal MostInProgress = 0.9m;
    private const decimal Partly = 0.5m;

    /// <summary>The mean over what is due or under way; null of nothing. What is not due, awaits its trigger or is suspended is left out.</summary>
    public static decimal? Of(IEnumerable<JudgedActivity> activities)
    {
        var progress = activities.Where(a => a.IsDue == true || a.Verdict is not Verdict.NotDue and not Verdict.NotStarted)
            .Where(a => a.Verdict is not Verdict.Outside and not Verdict.AwaitingTrigger and not Verdict.Unresolved and not Verdict.NotDue).Select(Progress).ToList();
        return progress.Count == 0 ? null : Share.Round(progress.Sum() / progress.Count);
    }

    private static decimal Progress(JudgedActivity activity) => activity.Verdict switch
    {
        Verdict.ImplementedOnTime or Verdict.ImplementedLate => 1,
        Verdict.Partial => Partly,
        Verdict.NotStarted => 0,
        _ => activity.State is ActivityState.InProgress or ActivityState.ReportedComplete or ActivityState.Planned ? Math.Min((activity.Percent ?? 0) / 100m, MostInProgress) : 0,
    };
}
