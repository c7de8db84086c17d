// The chapters that only a year's report has: the four Ps, changes of the law, the next year's priorities, statistics.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class YearSections
{
    /// <summary>What was written for this chapter, one paragraph an entry, with its evidence.</summary>
    public static ReportSection Chapter(FindingKind kind, EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var entries = snapshot.Findings!.Where(f => f.Kind == kind).ToList();
        return new ReportSection(
            kind.ToString().ToLowerInvariant(), texts[$"section.{kind}"],
            entries.Count == 0 ? [texts["section.none"]] : [.. entries.Select(f => f.Evidence is { } evidence ? $"{f.Text.In(texts.Language)} ({evidence})" : f.Text.In(texts.Language))], [], []);
    }

    public static ReportSection Statistics(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var quarters = snapshot.History ?? [];
        return new ReportSection("statistics", texts["section.statistics"], [],
            [
                new ReportTable("ST", texts["table.statistics"],
                    [
                        new("code", texts["col.code"], Width: 1.2), new("indicator", texts["col.indicator"], Width: 4), new("category", texts["col.category"], Width: 2),
                        .. quarters.Select(q => new ReportColumn(q.Period, texts.Period(q.Period), CellKind.Decimal, Width: 1.3)), new("year", texts["col.year"], CellKind.Decimal, Width: 1.2),
                    ],
                    [
                        .. snapshot.Statistics!.Select(IReadOnlyList<ReportCell> (s) =>
                            [s.Code, s.Name.In(texts.Language), s.Category.Length == 0 ? null : $"{s.Dimension}: {s.Category}", .. s.Quarters.Select(v => (ReportCell)v), s.Year]),
                    ], texts["table.statistics.none"]),
            ], []);
    }
}
