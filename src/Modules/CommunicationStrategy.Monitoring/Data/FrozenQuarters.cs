// Which quarters of a plan are approved: nothing that they were made of changes any more, through any door.
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Data;

internal static class FrozenQuarters
{
    /// <summary>Refuses when the newest revision of the quarter's evaluation is approved; success while it is open or opened again.</summary>
    public static async Task<Result> AdmitAsync(this MonitoringDbContext db, Guid planId, string period, CancellationToken cancellationToken)
    {
        var newest = await db.Evaluations.AsNoTracking().Where(e => e.PlanId == planId && e.Period == period).OrderByDescending(e => e.Revision)
            .Select(e => (EvaluationState?)e.State).FirstOrDefaultAsync(cancellationToken);
        return newest == EvaluationState.Approved
            ? Failure.Rule("monitoring.frozen", $"The evaluation of {period} is approved and does not change any more; open a new revision.", period) : Result.Success;
    }

    /// <summary>The newest quarter of the plan that was ever approved, a newer draft revision or not.</summary>
    public static async Task<Quarter?> LastFrozenAsync(this MonitoringDbContext db, Guid planId, CancellationToken cancellationToken) =>
        Quarter.Parse(await db.Evaluations.AsNoTracking().Where(e => e.PlanId == planId && e.State == EvaluationState.Approved).MaxAsync(e => e.Period, cancellationToken));
}
