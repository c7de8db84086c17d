// The yearly report: the approved quarters put together, with the chapters that only a year has. Nothing is judged or measured anew.
namespace CommunicationStrategy.Monitoring.Domain;

/// <param name="Quarters">The approved evaluations of the year, oldest first, none missing.</param>
/// <param name="Before">The approved report of the year before.</param>
/// <param name="Findings">What was written for the year itself: its chapters.</param>
/// <param name="Ratings">The newest entry on each criterion, for the year.</param>
internal sealed record YearInput(
    EvaluatedYear Year, IReadOnlyList<EarlierSnapshot> Quarters, EarlierSnapshot? Before, IReadOnlyCollection<Finding> Findings, IReadOnlyCollection<Assessment> Ratings);

internal static class YearEvaluator
{
    /// <summary>
    /// Activities, indicators and money stand as the last quarter left them, for each quarter counts from the beginning of the year;
    /// reports, coverage, changes of the plan and recurring duties are added up; findings and recommendations are brought together.
    /// </summary>
    public static EvaluationSnapshot Evaluate(YearInput input)
    {
        var quarters = input.Quarters.Select(q => q.Snapshot).ToList();
        var last = quarters[^1];
        var reporting = Reporting(quarters);
        var history = Conclusions.History(input.Quarters);
        var year = last with
        {
            Period = input.Year.ToString(),
            Reports = ReportDiscipline.Total(reporting),
            Reporting = reporting,
            Coverage = new CoverageFigures(
                quarters.Sum(q => q.Coverage.Total), quarters.Sum(q => q.Coverage.Positive), quarters.Sum(q => q.Coverage.Neutral), quarters.Sum(q => q.Coverage.Negative), quarters.Sum(q => q.Coverage.TiedToActivities)),
            Coverages = [.. quarters.SelectMany(q => q.Coverages ?? [])],
            Releases = Together(quarters, q => q.Releases),
            Events = Together(quarters, q => q.Events),
            Enquiries = Together(quarters, q => q.Enquiries),
            Previous = EarlierFigures.Of(input.Before),
            LastYear = null,
            Activities = Activities(input.Year, quarters),
            PlanChanges = [.. quarters.SelectMany(q => q.PlanChanges ?? [])],
            Findings = [.. quarters.SelectMany(q => q.Findings ?? []), .. Conclusions.Findings(input.Findings)],
            Recommendations = [.. quarters.SelectMany(q => q.Recommendations ?? []).GroupBy(r => r.Number).OrderBy(g => g.Key).Select(g => g.Last())],
            Ratings = Ratings(input, quarters),
            History = history,
            Statistics = Statistics(quarters),
            Methods = [Method.YearOfQuarters, .. last.Methods],
        };
        return year.WithRelations(quarters);
    }

    /// <summary>Null where one of the quarters did not look at it: a year of the others would be no year.</summary>
    private static List<T>? Together<T>(IReadOnlyList<EvaluationSnapshot> quarters, Func<EvaluationSnapshot, IReadOnlyList<T>?> items) =>
        quarters.All(q => items(q) is not null) ? [.. quarters.SelectMany(q => items(q)!)] : null;

    private static List<JudgedActivity> Activities(EvaluatedYear year, IReadOnlyList<EvaluationSnapshot> quarters)
    {
        var times = quarters.SelectMany(q => q.Activities).ToLookup(a => a.Number, StringComparer.Ordinal);
        int? Sum(string number, Func<JudgedActivity, int?> figure) => times[number].Any(a => figure(a) is not null) ? times[number].Sum(a => figure(a) ?? 0) : null;
        return
        [
            .. quarters[^1].Activities.Select(a => a with
            {
                DueThisQuarter = a.Verdict != Verdict.Outside && a.EffectiveDue >= year.Start && a.EffectiveDue <= year.End,
                TimesDue = Sum(a.Number, x => x.TimesDue),
                TimesDone = Sum(a.Number, x => x.TimesDone),
            }),
        ];
    }

    /// <summary>Of medians no median can be made: over the year there is none.</summary>
    private static List<DisciplineRow> Reporting(IReadOnlyList<EvaluationSnapshot> quarters) =>
    [
        .. quarters.SelectMany(q => q.Reporting.Select(r => (q.Period, Row: r))).GroupBy(r => r.Row.Institution.Name.In(LocalizedText.Languages[0]), StringComparer.Ordinal)
            .OrderBy(g => SearchText.Fold(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new DisciplineRow(
                g.Last().Row.Institution,
                new ReportCounts(g.Sum(r => r.Row.Reports.Due), g.Sum(r => r.Row.Reports.OnTime), g.Sum(r => r.Row.Reports.Late), g.Sum(r => r.Row.Reports.Missing), g.Sum(r => r.Row.Reports.SentBack)),
                null, [.. g.SelectMany(r => r.Row.MissingFor.Select(n => $"{n} ({r.Period[^2..]})"))])),
    ];

    /// <summary>Those given for the year; on what nobody rated for it, the newest of its quarters.</summary>
    private static List<FrozenRating> Ratings(YearInput input, IReadOnlyList<EvaluationSnapshot> quarters) =>
        [.. quarters.SelectMany(q => q.Ratings ?? []).Concat(Conclusions.Ratings(input.Ratings)).GroupBy(r => r.Criterion).OrderBy(g => g.Key).Select(g => g.Last())];

    /// <summary>Every figure that may be published, quarter by quarter: the total, and its parts where it has some.</summary>
    private static List<FrozenStatistic> Statistics(IReadOnlyList<EvaluationSnapshot> quarters)
    {
        var byCode = quarters.Select(q => (q.Indicators ?? []).ToDictionary(i => i.Code, StringComparer.Ordinal)).ToList();
        var rows = new List<FrozenStatistic>();
        foreach (var indicator in (quarters[^1].Indicators ?? []).Where(i => i.Passport.IsPublic && i.Passport.Kind != IndicatorKind.Text))
        {
            var own = byCode.ConvertAll(q => q.GetValueOrDefault(indicator.Code));
            rows.Add(Row(indicator, "", "", [.. own.Select(i => i?.OwnFigure)]));
            foreach (var (dimension, category) in own.SelectMany(i => i?.Parts ?? []).Select(p => (p.Dimension, p.Category)).Distinct())
            {
                rows.Add(Row(indicator, dimension, category, [.. own.Select(i => i?.Parts.FirstOrDefault(p => p.Dimension == dimension && p.Category == category)?.Value)]));
            }
        }

        return rows;
    }

    /// <summary>A year's figure only where quarters add up and none of them is missing or withheld: else the difference would tell it.</summary>
    private static FrozenStatistic Row(FrozenIndicator indicator, string dimension, string category, IReadOnlyList<decimal?> quarters) => new(
        indicator.Code, indicator.Passport.Name, dimension, category, quarters, indicator.Passport.Aggregation == Aggregation.Sum && quarters.All(v => v is not null) ? quarters.Sum() : null);
}
