// As soon as a quarter's reports are closed, its evaluation stands as a draft for an officer to check.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.Monitoring.Integration;

internal sealed class EvaluateClosedCollection(IMediator mediator) : IEventHandler<CollectionClosed>
{
    public async Task Handle(CollectionClosed integrationEvent, CancellationToken cancellationToken)
    {
        var computed = await mediator.Send(new ComputeEvaluation(integrationEvent.PlanId, integrationEvent.Period), cancellationToken);
        // Approved in the meantime: what was to be done has been done. Anything else is tried again by the dispatcher.
        if (!computed.IsSuccess && computed.Failure.Code != "monitoring.frozen") throw new InvalidOperationException($"{computed.Failure.Code}: {computed.Failure.Message}");
    }
}
