// As soon as a quarter's reports are closed, its evaluation stands as a draft for an officer to check.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.Monitoring.Integration;

internal sealed class EvaluateClosedCollection(MonitoringDbContext db, IMediator mediator) : IEventHandler<CollectionClosed>
{
    public async Task Handle(CollectionClosed integrationEvent, CancellationToken cancellationToken)
    {
        // Somebody was quicker: the draft is theirs.
        if (await db.Evaluations.AnyAsync(e => e.PlanId == integrationEvent.PlanId && e.Period == integrationEvent.Period, cancellationToken)) return;
        var computed = await mediator.Send(new ComputeEvaluation(integrationEvent.PlanId, integrationEvent.Period), cancellationToken);
        // The dispatcher tries again.
        if (!computed.IsSuccess) throw new InvalidOperationException($"{computed.Failure.Code}: {computed.Failure.Message}");
    }
}
