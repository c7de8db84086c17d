// What people concluded, as it stood when the quarter was evaluated: findings, recommendations, ratings; and the quarters before.
namespace CommunicationStrategy.Monitoring.Domain;

internal static class Conclusions
{
    public static IReadOnlyList<FrozenFinding> Findings(IReadOnlyCollection<Finding> findings) =>
        [.. findings.OrderBy(f => f.Kind).ThenBy(f => f.CreatedAt).ThenBy(f => f.Text.ToJson(), StringComparer.Ordinal).Select(f => new FrozenFinding(f.Kind, f.Text, f.About, f.Evidence))];

    /// <summary>This quarter's, and those of earlier quarters that were open when it began.</summary>
    public static IReadOnlyList<FrozenRecommendation> Recommendations(EvaluationInput input)
    {
        var cutOff = QuarterEvaluator.CutOff(input.Quarter, input.ClosedOn);
        var period = input.Quarter.ToString();
        var ended = input.Earlier.FirstOrDefault(e => e.Snapshot.Period == input.Quarter.Previous.ToString())?.Snapshot.Recommendations?
            .Where(r => r.State is RecommendationState.Rejected or RecommendationState.Verified).Select(r => r.Number).ToHashSet() ?? [];
        return
        [
            .. input.Recommendations.Where(r => string.CompareOrdinal(r.Period, period) <= 0 && !ended.Contains(r.Number)).OrderBy(r => r.Number)
                .Select(r => new FrozenRecommendation(
                    r.Number, r.Period, r.Text, r.OwnerId is { } owner ? QuarterEvaluator.NameOf(owner, "?", input.Institutions) : null, r.DueOn, r.State, r.IsOpen && r.DueOn < cutOff, r.Note, r.DoneOn)),
        ];
    }

    public static IReadOnlyList<FrozenRating> Ratings(IReadOnlyCollection<Assessment> assessments) =>
    [
        .. assessments.Where(a => a.Kind == AssessmentKind.Criterion).Select(a => new FrozenRating(
            Enum.Parse<DacCriterion>(a.Subject), int.Parse(a.Mark, System.Globalization.CultureInfo.InvariantCulture), a.Note, a.Evidence, a.By)).OrderBy(r => r.Criterion),
    ];

    public static IReadOnlyList<EarlierPoint> History(IReadOnlyList<EarlierSnapshot> earlier) =>
    [
        .. earlier.Select(e => new EarlierPoint(
            e.Snapshot.Period, e.Revision, e.ContentHash, e.Snapshot.Totals.Rate, e.Snapshot.Achievement, e.Snapshot.Overdue,
            [.. e.Snapshot.Reporting.Select(r => new InstitutionShare(r.Institution.Name.In(LocalizedText.Languages[0]), r.Reports.Discipline))])),
    ];
}
