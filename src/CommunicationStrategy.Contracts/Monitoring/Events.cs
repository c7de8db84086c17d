// What the Monitoring module tells the others.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.Monitoring;

/// <summary>A quarter's evaluation stands as a draft for the first time, or as a new revision. Computing it anew raises nothing.</summary>
/// <param name="DraftedById">The person who computed it; null: the system, when the collection closed.</param>
[EventName("monitoring.evaluation-drafted.v1")]
public sealed record EvaluationDrafted(Guid EvaluationId, Guid PlanId, string Period, int Revision, Guid? DraftedById) : IIntegrationEvent;

/// <summary>A quarter's evaluation was approved: its figures do not change any more.</summary>
/// <param name="Revision">1, or more where it was reopened and approved anew.</param>
/// <param name="ContentHash">SHA-256 of its figures and words.</param>
[EventName("monitoring.evaluation-approved.v1")]
public sealed record EvaluationApproved(Guid EvaluationId, Guid PlanId, string Period, int Revision, string ContentHash) : IIntegrationEvent;
