// What has to be finished before an activity can be (finish-start), with a lag in days. A plan's chains have no circles.
namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed class ActivityPredecessor : Entity
{
    public const int MostLagDays = 3650;

    private ActivityPredecessor()
    {
    }

    public Guid ActivityId { get; private set; }
    public Guid PredecessorId { get; private set; }
    public int LagDays { get; private set; }

    /// <param name="plan">All links of the plan.</param>
    public static Result<ActivityPredecessor> Create(Guid activityId, Guid predecessorId, int lagDays, IReadOnlyCollection<ActivityPredecessor> plan)
    {
        if (lagDays is < 0 or > MostLagDays) return Failure.Invalid("LagDays", "action-plan.lag-range", "The lag is between 0 days and ten years.");
        if (activityId == predecessorId) return Failure.Invalid("PredecessorId", "action-plan.own-predecessor", "An activity does not wait for itself.");
        if (plan.Any(l => l.ActivityId == activityId && l.PredecessorId == predecessorId)) return Failure.Invalid("PredecessorId", "action-plan.predecessor-known", "It is a predecessor already.");
        if (Waits(predecessorId, activityId, plan)) return Failure.Invalid("PredecessorId", "action-plan.predecessor-circle", "That activity waits for this one, directly or through others.");
        return new ActivityPredecessor { ActivityId = activityId, PredecessorId = predecessorId, LagDays = lagDays };
    }

    /// <summary>The successor is due before its predecessor and the lag are over.</summary>
    public static bool IsTooEarly(DateOnly? due, DateOnly? predecessorDue, int lagDays) => due is { } own && predecessorDue is { } before && own < before.AddDays(lagDays);

    /// <summary>Whether the one waits for the other, directly or through others.</summary>
    private static bool Waits(Guid one, Guid other, IReadOnlyCollection<ActivityPredecessor> plan)
    {
        var before = plan.ToLookup(l => l.ActivityId, l => l.PredecessorId);
        var (seen, open) = (new HashSet<Guid> { one }, new Queue<Guid>([one]));
        while (open.TryDequeue(out var next))
        {
            if (next == other) return true;
            foreach (var earlier in before[next].Where(seen.Add)) open.Enqueue(earlier);
        }

        return false;
    }
}
