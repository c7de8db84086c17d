// Who reported in time: one row per institution, over the reports owed for the quarter.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Monitoring.Domain;

internal static class ReportDiscipline
{
    public static IReadOnlyList<DisciplineRow> Of(EvaluationInput input)
    {
        var numbers = input.Plan.Activities.ToDictionary(a => a.Id, a => a.Number);
        return
        [
            .. input.Plan.Reports.GroupBy(r => r.InstitutionId)
                .Select(g => Row(QuarterEvaluator.NameOf(g.Key, "?", input.Institutions), [.. g], numbers, input.DayOf))
                .OrderBy(r => SearchText.Fold(r.Institution.Name.In(LocalizedText.Languages[0])), StringComparer.Ordinal)
                .ThenBy(r => r.Institution.Name.ToJson(), StringComparer.Ordinal).ThenByDescending(r => r.Reports.Due).ThenBy(r => string.Join(' ', r.MissingFor), StringComparer.Ordinal),
        ];
    }

    public static ReportCounts Total(IReadOnlyCollection<DisciplineRow> rows) => new(
        rows.Sum(r => r.Reports.Due), rows.Sum(r => r.Reports.OnTime), rows.Sum(r => r.Reports.Late), rows.Sum(r => r.Reports.Missing), rows.Sum(r => r.Reports.SentBack));

    /// <summary>The middle value; between the two middle ones where their number is even; null of nothing.</summary>
    public static decimal? Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0) return null;
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
    }

    private static DisciplineRow Row(NamedInstitution institution, IReadOnlyList<ReportSnapshot> reports, IReadOnlyDictionary<Guid, string> numbers, Func<DateTimeOffset, DateOnly> dayOf)
    {
        var received = reports.Where(r => r.SubmittedAt is not null).ToList();
        var late = received.Select(r => dayOf(r.SubmittedAt!.Value).DayNumber - r.DueOn.DayNumber).Where(days => days > 0).ToList();
        var missing = reports.Where(r => r.SubmittedAt is null).Select(r => numbers.GetValueOrDefault(r.ActivityId, "?"));
        return new DisciplineRow(
            institution,
            new ReportCounts(reports.Count, received.Count - late.Count, late.Count, reports.Count - received.Count, received.Count(r => r.State == ReportState.Returned)),
            Median(late), [.. missing.OrderBy(NumberOrder.KeyOf, StringComparer.Ordinal).ThenBy(n => n, StringComparer.Ordinal)]);
    }
}
