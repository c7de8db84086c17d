// The indicators of a plan at a quarter: actual, target, achievement, and the objectives' scores.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>A quarter's own figure.</summary>
public sealed record FrozenFigure(string Period, decimal Figure);

internal static class IndicatorEvaluator
{
    private const int QuartersShown = 5;

    public static IReadOnlyList<FrozenIndicator> Measure(EvaluationInput input, EvaluationSnapshot snapshot, int recurringDone) =>
    [
        .. input.Indicators.OrderBy(i => NumberOrder.KeyOf(i.Indicator.Objective), StringComparer.Ordinal).ThenBy(i => i.Indicator.SortKey, StringComparer.Ordinal).ThenBy(i => i.Indicator.Code, StringComparer.Ordinal)
            .Select(i => One(i, input, snapshot, recurringDone)),
    ];

    /// <summary>One score for every objective that has indicators or was assessed by a person.</summary>
    public static IReadOnlyList<FrozenScore> Scores(EvaluationInput input, IReadOnlyList<FrozenIndicator> indicators, IReadOnlyList<ObjectiveRow> objectives)
    {
        var byObjective = indicators.ToLookup(i => i.Objective, StringComparer.Ordinal);
        var decided = input.Assessments.Where(a => a.Kind == AssessmentKind.Objective).ToDictionary(a => a.Subject, StringComparer.Ordinal);
        return
        [
            .. byObjective.Select(g => g.Key).Concat(decided.Keys).Concat(objectives.Select(o => o.Number).Where(n => byObjective.Contains(n))).Distinct(StringComparer.Ordinal)
                .OrderBy(NumberOrder.KeyOf, StringComparer.Ordinal).ThenBy(n => n, StringComparer.Ordinal)
                .Select(number =>
                {
                    var own = byObjective[number].ToList();
                    var score = Achievement.Score([.. own.Select(i => (i.Passport.Weight, i.Clamped))]);
                    var decision = decided.GetValueOrDefault(number);
                    return new FrozenScore(
                        number, score, input.Levels.Of(score), own.Count, own.Count(i => i.Achieved is not null), own.All(i => i.Passport.Weight is null) ? null : own.Sum(i => i.Passport.Weight ?? 0),
                        decision is null ? null : Enum.Parse<ObjectiveLevel>(decision.Mark), decision?.Note, decision?.By);
                }),
        ];
    }

    private static FrozenIndicator One(MeasuredIndicator measured, EvaluationInput input, EvaluationSnapshot snapshot, int recurringDone)
    {
        var indicator = measured.Indicator;
        var definition = indicator.At(input.Quarter);
        var passport = definition.Passport();
        var (target, from) = passport.TargetAt(input.Quarter);
        var values = measured.Values.Where(v => v.Value is not null).ToDictionary(v => Quarter.Parse(v.Period)!.Value, v => v.Value!.Value);
        // What the product counts itself needs nobody to enter it; earlier quarters stand as they were frozen.
        if (passport.Automatic is { } automatic)
        {
            values = input.Earlier.Select(e => (e.Snapshot.Period, e.Snapshot.Indicators?.FirstOrDefault(i => i.Code == indicator.Code)?.OwnFigure)).Where(e => e.OwnFigure is not null)
                .ToDictionary(e => Quarter.Parse(e.Period)!.Value, e => e.OwnFigure!.Value);
            if (Counted(automatic, snapshot, recurringDone) is { } counted) values[input.Quarter] = counted;
        }

        var actual = Achievement.Actual(passport, values, input.Quarter, from);
        var achieved = Achievement.Of(passport, target?.Value, actual.Value);
        var own = measured.Values.FirstOrDefault(v => v.Period == (actual.From ?? input.Quarter).ToString());
        var previous = input.Earlier.FirstOrDefault(e => e.Snapshot.Period == input.Quarter.Back(input.Plan.Plan.Span).ToString())?.Snapshot.Indicators?.FirstOrDefault(i => i.Code == indicator.Code);
        return new FrozenIndicator(
            indicator.Code, definition.Number, indicator.Objective, indicator.OwnerId is { } owner ? QuarterEvaluator.NameOf(owner, "?", input.Institutions) : null, passport,
            target?.Value, target?.Period, actual.Value, own?.Text, actual.From?.ToString(), achieved.Raw, achieved.Why, previous?.Achieved, Parts(passport, own?.Breakdown() ?? []),
            own?.Source, own?.Evidence, own?.Note, own?.ChangedBy, own is null ? null : input.DayOf(own.ChangedAt))
        {
            TargetGroup = passport.TargetGroup is { } group ? input.TargetGroups.FirstOrDefault(g => g.Number == group)?.Name : null,
            OwnFigure = values.TryGetValue(input.Quarter, out var figure) ? figure : null, Series = Series(indicator, definition, values, input.Quarter),
        };
    }

    /// <summary>The last quarters that have a figure by the same definition: those of another are no points of one line.</summary>
    private static List<FrozenFigure>? Series(Indicator indicator, IndicatorDefinition definition, Dictionary<Quarter, decimal> values, Quarter quarter)
    {
        List<FrozenFigure> points = [.. values.Where(v => v.Key.End <= quarter.End && indicator.At(v.Key).Number == definition.Number).OrderBy(v => v.Key.Start).TakeLast(QuartersShown).Select(v => new FrozenFigure(v.Key.ToString(), v.Value))];
        return points.Count < 2 ? null : points;
    }

    private static IReadOnlyList<FrozenPart> Parts(IndicatorPassport passport, IReadOnlyList<ValuePart> parts) =>
        passport.CountsPersons == true ? SmallNumbers.Suppress(parts) : [.. parts.Select(p => new FrozenPart(p.Dimension, p.Category, p.Value))];

    private static decimal? Counted(AutomaticSource source, EvaluationSnapshot snapshot, int recurringDone) => source switch
    {
        AutomaticSource.ImplementationRate => snapshot.Totals.Rate * 100,
        AutomaticSource.ReportsOnTime => snapshot.Reports.Discipline * 100,
        AutomaticSource.ReportsReceived => snapshot.Reports.Completeness * 100,
        AutomaticSource.CoverageItems => snapshot.Coverage.Total,
        AutomaticSource.CoverageOfActivities => snapshot.Coverage.TiedToActivities,
        AutomaticSource.ToneBalance => snapshot.Coverage.ToneBalance * 100,
        AutomaticSource.RecurringDone => recurringDone,
        AutomaticSource.ReleasesIssued => snapshot.Releases?.Count,
        AutomaticSource.EventsHeld => snapshot.Events?.Count,
        AutomaticSource.EventAttendance => snapshot.Events?.Sum(e => e.Attendance ?? 0),
        AutomaticSource.EnquiriesInTime => EnquiryFigures.Of(snapshot.Enquiries ?? []).ShareInTime * 100,
        AutomaticSource.ResponseHours => EnquiryFigures.Of(snapshot.Enquiries ?? []).MedianHours,
        AutomaticSource.MessagePullThrough => Share.Of((snapshot.Coverages ?? []).Count(c => c.Messages is not null), snapshot.Coverage.Total) * 100,
        AutomaticSource.PromptedCoverage => Share.Of((snapshot.Coverages ?? []).Count(c => c.Origin is not (null or "Unprompted")), snapshot.Coverage.Total) * 100,
        _ => null,
    };
}
