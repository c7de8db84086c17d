// What evaluators say of a quarter as a whole: each objective's level beside the computed one, and the six criteria.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Assessments;

/// <summary>Every objective of the plan's strategy with the level that its indicators compute and the one that was given, and every criterion with its rating.</summary>
[Requires(Permission.ViewMonitoring)]
public sealed record GetLevels(Guid PlanId, string Period) : IQuery<LevelSheet>;

/// <param name="Frozen">Approved: nothing is decided any more.</param>
/// <param name="Criteria">All six, rated or not.</param>
public sealed record LevelSheet(bool Frozen, IReadOnlyList<ObjectiveLevelRow> Objectives, IReadOnlyList<CriterionRow> Criteria);

/// <param name="Score">As last computed for this quarter, of 0..1; null while nothing is computed, or nothing can be.</param>
/// <param name="Decided">The newest entry; null: the computed level stands.</param>
public sealed record ObjectiveLevelRow(string Number, LocalizedText Statement, decimal? Score, ObjectiveLevel? Computed, AssessmentEntry? Decided);

public sealed record CriterionRow(DacCriterion Criterion, AssessmentEntry? Decided)
{
    /// <summary>1 to 4; null: not rated.</summary>
    public int? Rating => Decided is null ? null : int.Parse(Decided.Mark, System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class GetLevelsValidator : AbstractValidator<GetLevels>
{
    public GetLevelsValidator() => RuleFor(c => c.Period).IsQuarterOrYear();
}

internal sealed class GetLevelsHandler(MonitoringDbContext db, IMediator mediator) : IQueryHandler<GetLevels, LevelSheet>
{
    public async Task<Result<LevelSheet>> Handle(GetLevels query, CancellationToken cancellationToken)
    {
        var plans = await mediator.Send(new GetPlans(), cancellationToken);
        if (!plans.IsSuccess) return plans.Failure;
        if (plans.Value.FirstOrDefault(p => p.Id == query.PlanId) is not { } plan) return Failure.NotFound("ActionPlan", query.PlanId);
        IReadOnlyList<ObjectiveInfo> objectives = [];
        if (plan.StrategyId is { } strategyId)
        {
            var answer = await mediator.Send(new GetObjectives(strategyId), cancellationToken);
            if (!answer.IsSuccess) return answer.Failure;
            objectives = answer.Value;
        }

        var newest = await db.Evaluations.AsNoTracking().Where(e => e.PlanId == query.PlanId && e.Period == query.Period).OrderByDescending(e => e.Revision).FirstOrDefaultAsync(cancellationToken);
        var scores = (newest is null ? null : CanonicalSnapshot.Read(newest.Snapshot).Scores ?? [])?.ToDictionary(s => s.Number, StringComparer.Ordinal) ?? [];
        var entries = (await db.NewestAssessmentsAsync(query.PlanId, query.Period, cancellationToken)).ToDictionary(a => (a.Kind, a.Subject), GetAssessmentsHandler.Of);
        // Indicators may serve an objective that the strategy does not have (any more): it is judged like the others.
        var rows = objectives.Select(o => (o.Number, o.Statement)).Concat(scores.Keys.Where(n => objectives.All(o => o.Number != n)).Select(n => (Number: n, Statement: LocalizedText.Empty)));
        return new LevelSheet(
            newest?.State == EvaluationState.Approved,
            [
                .. rows.Select(r => new ObjectiveLevelRow(
                    r.Number, r.Statement, scores.GetValueOrDefault(r.Number)?.Score, scores.GetValueOrDefault(r.Number)?.Level, entries.GetValueOrDefault((AssessmentKind.Objective, r.Number)))),
            ],
            [.. Enum.GetValues<DacCriterion>().Select(c => new CriterionRow(c, entries.GetValueOrDefault((AssessmentKind.Criterion, c.ToString()))))]);
    }
}
