// As soon as a quarter's reports are closed, its evaluation stands as a draft for an officer to check. A month's are a part of them.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.Monitoring.Integration;

internal sealed class EvaluateClosedCollection(MonitoringDbContext db, IMediator mediator) : IEventHandler<CollectionClosed>
{
    public async Task Handle(CollectionClosed integrationEvent, CancellationToken cancellationToken)
    {
        if (Spans.QuarterOf(integrationEvent.Period)?.ToString() is not { } period) return;
        // Somebody was quicker: the draft is theirs.
        if (await db.Evaluations.AnyAsync(e => e.PlanId == integrationEvent.PlanId && e.Period == period, cancellationToken)) return;
        var computed = await mediator.Send(new ComputeEvaluation(integrationEvent.PlanId, period), cancellationToken);
        // Other months of the quarter are still collected: the last to be closed comes here too.
        if (period != integrationEvent.Period && computed.Failure?.Code == "monitoring.collection-open") return;
        // The dispatcher tries again.
        if (!computed.IsSuccess) throw new InvalidOperationException($"{computed.Failure.Code}: {computed.Failure.Message}");
    }
}
