// A report that nobody had sent when its quarter was closed: on record, because later nobody could tell who owed one then.
namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed class MissedReport(Guid planId, Guid activityId, Guid institutionId, string period) : Entity
{
    public Guid PlanId { get; private set; } = planId;
    public Guid ActivityId { get; private set; } = activityId;
    public Guid InstitutionId { get; private set; } = institutionId;

    /// <summary>The quarter, "2026-Q4".</summary>
    public string Period { get; private set; } = period;
}
