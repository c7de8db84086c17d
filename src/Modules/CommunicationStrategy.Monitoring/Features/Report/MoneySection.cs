// The chapter on money: by source and by objective (T12). Lines that carry no figure are counted, never summed.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class MoneySection
{
    public static ReportSection Money(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var names = snapshot.Objectives.ToDictionary(o => o.Number, o => EvaluationTables.ObjectiveName(o, texts), StringComparer.Ordinal);
        var unit = texts["unit.thousand", snapshot.Currency ?? "MDL"];
        IReadOnlyList<string> words = snapshot.Money is { } all
            ? [texts["money.execution", texts.Percent(all.Execution), texts.Figure(all.Gap), unit], texts["money.without", all.WithoutFigure, all.Lines]] : [texts["money.none"]];
        return new ReportSection("money", texts["section.money"], words,
            [
                Table("T12-SOURCES", "table.money-sources", "col.funding", m => texts[$"source.{m.Key}"], snapshot.MoneyBySource!, snapshot.Money, unit, texts),
                Table("T12-OBJECTIVES", "table.money-objectives", "col.objective", m => m.Key.Length == 0 ? texts["no-objective"] : names.GetValueOrDefault(m.Key, m.Key), snapshot.MoneyByObjective!, snapshot.Money, unit, texts),
            ], EvaluationCharts.Money(snapshot, texts) is { } chart ? [chart] : []);
    }

    private static ReportTable Table(string key, string title, string first, Func<FrozenMoney, string> name, IReadOnlyList<FrozenMoney> rows, FrozenMoney? total, string unit, ReportTexts texts)
    {
        IReadOnlyList<ReportCell> Row(string label, FrozenMoney m) => [label, m.Planned, m.Allocated, m.Committed, m.Spent, EvaluationTables.Percent(m.Execution, texts), m.Gap, m.WithoutFigure];
        ReportColumn Figure(string column, string text) => new(column, texts[text], CellKind.Decimal, unit, 1.3);
        return new ReportTable(key, texts[title],
        [
            new("name", texts[first], Width: 3), Figure("planned", "col.planned"), Figure("allocated", "col.allocated"), Figure("committed", "col.committed"), Figure("spent", "col.spent"),
            new("execution", texts["col.execution"], CellKind.Percent, Width: 1.2), Figure("gap", "col.gap"), new("without", texts["col.without-figure"], CellKind.Integer),
        ],
        total is null ? [] : [.. rows.Select(m => Row(name(m), m)), Row(texts["total"], total)], texts["money.none"]);
    }
}
