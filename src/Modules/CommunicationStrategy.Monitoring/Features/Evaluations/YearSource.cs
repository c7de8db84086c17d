// Gathers the approved quarters of a year, and what was written for the year itself.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

internal sealed class YearSource(MonitoringDbContext db, IMediator mediator)
{
    /// <summary>Refused with the names of the quarters that are not approved yet.</summary>
    public async Task<Result<EvaluationSnapshot>> TakeAsync(Guid planId, EvaluatedYear year, CancellationToken cancellationToken)
    {
        var plans = await mediator.Send(new GetPlans(), cancellationToken);
        if (!plans.IsSuccess) return plans.Failure;
        if (plans.Value.FirstOrDefault(p => p.Id == planId) is not { } plan) return Failure.NotFound("Plan", planId);
        var quarters = year.Quarters(plan.Start, plan.End, plan.Span).Select(q => q.ToString()).ToList();
        var (period, before) = (year.ToString(), new EvaluatedYear(year.Number - 1).ToString());
        if (quarters.Count == 0) return Failure.Rule("monitoring.year-outside", $"The plan does not run in {period}.", period);

        var found = await db.Evaluations.AsNoTracking()
            .Where(e => e.PlanId == planId && e.State == EvaluationState.Approved && (quarters.Contains(e.Period) || e.Period == before)).ToListAsync(cancellationToken);
        var newest = found.GroupBy(e => e.Period).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Revision)!);
        var missing = quarters.Where(q => !newest.ContainsKey(q)).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing);
            return Failure.Rule("monitoring.year-incomplete", $"Not every quarter of {period} is approved yet: {names}.", period, names);
        }

        var findings = await db.Findings.AsNoTracking().Where(f => f.PlanId == planId && f.Period == period).ToListAsync(cancellationToken);
        var ratings = await db.NewestAssessmentsAsync(planId, period, cancellationToken);
        return YearEvaluator.Evaluate(new YearInput(year, [.. quarters.Select(q => Read(newest[q]))], newest.GetValueOrDefault(before) is { } last ? Read(last) : null, findings, ratings));
    }

    private static EarlierSnapshot Read(Evaluation e) => new(e.Revision, e.ContentHash, CanonicalSnapshot.Read(e.Snapshot));
}
