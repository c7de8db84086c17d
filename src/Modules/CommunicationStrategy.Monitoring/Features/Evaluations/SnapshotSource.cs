// Gathers from the other modules what a quarter's evaluation is made of, and evaluates it.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

internal sealed class SnapshotSource(MonitoringDbContext db, IMediator mediator, TimeProvider clock)
{
    /// <summary>The evaluation of this quarter as of now. Refused while the quarter's reports are still collected.</summary>
    public async Task<Result<EvaluationSnapshot>> TakeAsync(Guid planId, Quarter quarter, CancellationToken cancellationToken)
    {
        var asked = await mediator.Send(new GetPlanSnapshot(planId, quarter.ToString()), cancellationToken);
        if (!asked.IsSuccess) return asked.Failure;
        var plan = asked.Value;
        if (plan.CollectionClosedOn is not { } closedOn)
        {
            return Failure.Rule("monitoring.collection-open", $"The reports for {quarter} are still collected; close the collection first.", quarter.ToString());
        }

        var ids = plan.Activities.Select(a => a.LeadId).OfType<Guid>().Concat(plan.Reports.Select(r => r.InstitutionId)).Distinct().ToList();
        var institutions = await mediator.Send(new GetInstitutions(ids), cancellationToken);
        if (!institutions.IsSuccess) return institutions.Failure;
        var coverage = await mediator.Send(new GetCoverageCounts(quarter.Start, QuarterEvaluator.CutOff(quarter, closedOn)), cancellationToken);
        if (!coverage.IsSuccess) return coverage.Failure;
        IReadOnlyDictionary<string, LocalizedText> objectives = new Dictionary<string, LocalizedText>();
        if (plan.Plan.StrategyId is { } strategyId)
        {
            var answer = await mediator.Send(new GetObjectives(strategyId), cancellationToken);
            if (!answer.IsSuccess) return answer.Failure;
            objectives = answer.Value.ToDictionary(o => o.Number, o => o.Statement, StringComparer.Ordinal);
        }

        var previous = await EarlierAsync(planId, quarter.Previous, cancellationToken);
        var lastYear = await EarlierAsync(planId, quarter with { Year = quarter.Year - 1 }, cancellationToken);
        return QuarterEvaluator.Evaluate(new EvaluationInput(
            plan, quarter, closedOn, institutions.Value.ToDictionary(i => i.Id), objectives, coverage.Value, previous, lastYear,
            instant => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, clock.LocalTimeZone).DateTime)));
    }

    private async Task<EarlierFigures?> EarlierAsync(Guid planId, Quarter quarter, CancellationToken cancellationToken)
    {
        var period = quarter.ToString();
        var earlier = await db.Evaluations.AsNoTracking().Where(e => e.PlanId == planId && e.Period == period && e.State == EvaluationState.Approved)
            .OrderByDescending(e => e.Revision).FirstOrDefaultAsync(cancellationToken);
        if (earlier is null) return null;
        var snapshot = CanonicalSnapshot.Read(earlier.Snapshot);
        return new EarlierFigures(earlier.Period, earlier.Revision, earlier.ContentHash, snapshot.Totals, snapshot.Reports, snapshot.Overdue);
    }
}
