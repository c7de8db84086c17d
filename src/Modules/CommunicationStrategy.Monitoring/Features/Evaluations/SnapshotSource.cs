// Gathers from the other modules what a quarter's evaluation is made of, and evaluates it.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

internal sealed class SnapshotSource(MonitoringDbContext db, IMediator mediator, TimeProvider clock, LevelBounds levels, YearSource years)
{
    private const int QuartersShown = 4;

    /// <summary>The evaluation of this quarter or year as of now. Refused while the quarter's reports are still collected, or a quarter of the year is not approved.</summary>
    public Task<Result<EvaluationSnapshot>> TakeAsync(Guid planId, string period, CancellationToken cancellationToken) =>
        Quarter.Parse(period) is { } quarter ? TakeAsync(planId, quarter, cancellationToken) : years.TakeAsync(planId, EvaluatedYear.Parse(period)!.Value, cancellationToken);

    private async Task<Result<EvaluationSnapshot>> TakeAsync(Guid planId, Quarter quarter, CancellationToken cancellationToken)
    {
        var asked = await mediator.Send(new GetPlanSnapshot(planId, quarter.ToString()), cancellationToken);
        if (!asked.IsSuccess) return asked.Failure;
        var plan = asked.Value;
        var (span, first) = (plan.Plan.Span, quarter.FirstDayOf(plan.Plan.Span));
        if (plan.CollectionClosedOn is not { } closedOn)
        {
            if (quarter.Number % span != 0) return Failure.Rule("monitoring.not-collected", $"The plan collects reports at half-year and at the end of the year: there is nothing to evaluate after {quarter}.", quarter.ToString());
            return Failure.Rule("monitoring.collection-open", $"The reports for {quarter} are still collected; close the collection first.", quarter.ToString());
        }

        var indicators = await IndicatorsAsync(planId, quarter, cancellationToken);
        var period = quarter.ToString();
        var recommendations = await db.Recommendations.AsNoTracking().Where(r => r.PlanId == planId).ToListAsync(cancellationToken);
        var findings = await db.Findings.AsNoTracking().Where(f => f.PlanId == planId && f.Period == period).ToListAsync(cancellationToken);
        var assessments = await db.NewestAssessmentsAsync(planId, period, cancellationToken);
        var institutions = await InstitutionsAsync(plan, indicators, recommendations, cancellationToken);
        if (!institutions.IsSuccess) return institutions.Failure;
        var coverage = await mediator.Send(new GetCoverageCounts(first, QuarterEvaluator.CutOff(quarter, closedOn)), cancellationToken);
        if (!coverage.IsSuccess) return coverage.Failure;
        var press = await mediator.Send(new GetPressWork(first, QuarterEvaluator.CutOff(quarter, closedOn)), cancellationToken);
        if (!press.IsSuccess) return press.Failure;
        var relations = await mediator.Send(new GetRelations(first, QuarterEvaluator.CutOff(quarter, closedOn)), cancellationToken);
        if (!relations.IsSuccess) return relations.Failure;
        var reminders = await mediator.Send(new GetRemindersSent([.. plan.Activities.Select(a => a.Id)], QuarterEvaluator.CutOff(quarter, closedOn)), cancellationToken);
        if (!reminders.IsSuccess) return reminders.Failure;
        IReadOnlyList<KeyMessageInfo> messages = [];
        IReadOnlyList<TargetGroupInfo> groups = [];
        IReadOnlyDictionary<string, LocalizedText> objectives = new Dictionary<string, LocalizedText>();
        if (plan.Plan.StrategyId is { } strategyId)
        {
            var answer = await mediator.Send(new GetObjectives(strategyId), cancellationToken);
            if (!answer.IsSuccess) return answer.Failure;
            objectives = answer.Value.ToDictionary(o => o.Number, o => o.Statement, StringComparer.Ordinal);
            var said = await mediator.Send(new GetKeyMessages(strategyId), cancellationToken);
            if (!said.IsSuccess) return said.Failure;
            messages = said.Value;
            var spokenTo = await mediator.Send(new GetTargetGroups(strategyId), cancellationToken);
            if (!spokenTo.IsSuccess) return spokenTo.Failure;
            groups = spokenTo.Value;
        }

        var earlier = await EarlierAsync(planId, quarter, span, cancellationToken);
        return QuarterEvaluator.Evaluate(new EvaluationInput(
            plan, quarter, closedOn, institutions.Value, objectives, coverage.Value,
            Figures(earlier, quarter.Back(span)), Figures(earlier, quarter with { Year = quarter.Year - 1 }), DayOf)
        {
            Assessments = assessments, Indicators = indicators, Findings = findings, Recommendations = recommendations, Levels = levels, Earlier = earlier, Press = press.Value, Relations = relations.Value, Reminders = reminders.Value.ToDictionary(r => r.ActivityId, r => r.Mails), Messages = messages, TargetGroups = groups,
        });
    }

    /// <summary>What the reports of the quarter suggest for each activity; as of today while they are still collected.</summary>
    public async Task<Result<IReadOnlyList<Suggestion>>> SuggestAsync(Guid planId, Quarter quarter, CancellationToken cancellationToken)
    {
        if (quarter.Start > clock.Today()) return Failure.Invalid("Period", "monitoring.period-future", "This quarter has not begun.");
        var asked = await mediator.Send(new GetPlanSnapshot(planId, quarter.ToString(), ActivitiesOnly: true), cancellationToken);
        if (!asked.IsSuccess) return asked.Failure;
        var plan = asked.Value;
        var institutions = await InstitutionsAsync(plan, [], [], cancellationToken);
        if (!institutions.IsSuccess) return institutions.Failure;
        var cutOff = QuarterEvaluator.CutOff(quarter, plan.CollectionClosedOn ?? clock.Today());
        return plan.Activities.OrderBy(a => NumberOrder.KeyOf(a.Number), StringComparer.Ordinal).ThenBy(a => a.Number, StringComparer.Ordinal)
            .Select(a => new Suggestion(a, QuarterEvaluator.NameOf(a.LeadId, a.LeadAsWritten, institutions.Value), QuarterEvaluator.Judge(a, plan.Plan.End, cutOff))).ToList();
    }

    private async Task<Result<IReadOnlyDictionary<Guid, InstitutionInfo>>> InstitutionsAsync(
        PlanSnapshot plan, IReadOnlyList<MeasuredIndicator> indicators, IReadOnlyList<Recommendation> recommendations, CancellationToken cancellationToken)
    {
        var ids = plan.Activities.Select(a => a.LeadId).Concat(indicators.Select(i => i.Indicator.OwnerId)).Concat(recommendations.Select(r => r.OwnerId)).OfType<Guid>()
            .Concat(plan.Reports.Select(r => r.InstitutionId)).Distinct().ToList();
        var institutions = await mediator.Send(new GetInstitutions(ids), cancellationToken);
        return institutions.IsSuccess ? institutions.Value.ToDictionary(i => i.Id) : institutions.Failure;
    }

    private async Task<IReadOnlyList<MeasuredIndicator>> IndicatorsAsync(Guid planId, Quarter quarter, CancellationToken cancellationToken)
    {
        var period = quarter.ToString();
        var indicators = await db.Indicators.AsNoTracking().Include(i => i.Definitions).Where(i => i.PlanId == planId && !i.Archived).ToListAsync(cancellationToken);
        var values = (await db.Values.AsNoTracking().Where(v => v.PlanId == planId).ToListAsync(cancellationToken)).Where(v => string.CompareOrdinal(v.Period, period) <= 0).ToLookup(v => v.IndicatorId);
        return [.. indicators.Select(i => new MeasuredIndicator(i, [.. values[i.Id]]))];
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, clock.LocalTimeZone).DateTime);

    /// <summary>The newest approved revisions of the four quarters before, oldest first.</summary>
    private async Task<IReadOnlyList<EarlierSnapshot>> EarlierAsync(Guid planId, Quarter quarter, int span, CancellationToken cancellationToken)
    {
        var periods = new List<string>();
        for (var q = quarter.Back(span); periods.Count < QuartersShown; q = q.Back(span)) periods.Add(q.ToString());
        var found = await db.Evaluations.AsNoTracking().Where(e => e.PlanId == planId && periods.Contains(e.Period) && e.State == EvaluationState.Approved).ToListAsync(cancellationToken);
        return
        [
            .. found.GroupBy(e => e.Period).Select(g => g.MaxBy(e => e.Revision)!).OrderBy(e => e.Period, StringComparer.Ordinal)
                .Select(e => new EarlierSnapshot(e.Revision, e.ContentHash, CanonicalSnapshot.Read(e.Snapshot))),
        ];
    }

    private static EarlierFigures? Figures(IReadOnlyList<EarlierSnapshot> earlier, Quarter quarter) => EarlierFigures.Of(earlier.FirstOrDefault(e => e.Snapshot.Period == quarter.ToString()));
}

/// <summary>What the reports suggest for an activity.</summary>
internal sealed record Suggestion(ActivitySnapshot Activity, NamedInstitution Lead, Verdict Suggested);
