// What the Monitoring module tells the others.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.Monitoring;

/// <summary>A quarter's evaluation was approved: its figures do not change any more.</summary>
/// <param name="Revision">1, or more where it was reopened and approved anew.</param>
/// <param name="ContentHash">SHA-256 of its figures and words.</param>
[EventName("monitoring.evaluation-approved.v1")]
public sealed record EvaluationApproved(Guid EvaluationId, Guid PlanId, string Period, int Revision, string ContentHash) : IIntegrationEvent;
