// The target groups that an indicator of a plan can be of: those of the plan's strategy.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

internal static class TargetGroups
{
    /// <summary>None where the plan has no strategy.</summary>
    public static async Task<Result<IReadOnlyList<TargetGroupInfo>>> TargetGroupsAsync(this IMediator mediator, Guid planId, CancellationToken cancellationToken)
    {
        var plans = await mediator.Send(new GetPlans(), cancellationToken);
        if (!plans.IsSuccess) return plans.Failure;
        return plans.Value.FirstOrDefault(p => p.Id == planId)?.StrategyId is { } strategy ? await mediator.Send(new GetTargetGroups(strategy), cancellationToken) : new List<TargetGroupInfo>();
    }

    /// <summary>Null where the passport names a group that exists, or none.</summary>
    public static async Task<Failure?> CheckTargetGroupAsync(this IMediator mediator, Guid planId, IndicatorPassport passport, CancellationToken cancellationToken)
    {
        if (passport.TargetGroup is not { } number) return null;
        var groups = await mediator.TargetGroupsAsync(planId, cancellationToken);
        if (!groups.IsSuccess) return groups.Failure;
        return groups.Value.Any(g => g.Number == number) ? null : Unknown();
    }

    public static Failure Unknown() => Failure.Invalid("TargetGroup", "monitoring.target-group-unknown", "The plan's strategy has no such target group.");
}
