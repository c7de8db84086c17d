// The chapters on indicators: objectives' scores, T6 with its bullets, the chain from inputs to impact (T7), and the passports (annex B).
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class IndicatorSections
{
    public static ReportSection Indicators(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var indicators = snapshot.Indicators!;
        var missing = indicators.Where(i => i.Why == NotComputable.NoFigure).Select(i => i.Owner is { } owner ? $"{i.Code} ({owner.Name.In(texts.Language)})" : i.Code).ToList();
        return new ReportSection("indicators", texts["section.indicators"],
            [
                texts["indicators.achievement", texts.Percent(snapshot.Achievement), indicators.Count(i => i.Achieved is not null), indicators.Count],
                texts["indicators.missing", missing.Count, ReportTexts.List(missing)],
            ],
            [Scores(snapshot, texts), Table(indicators, texts)], [.. new[] { EvaluationCharts.Indicators(snapshot, texts), EvaluationCharts.Courses(snapshot, texts) }.OfType<Chart>()]);
    }

    public static ReportSection Chain(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "chain", texts["section.chain"], [texts["chain.about"]],
        [
            new ReportTable("T7", texts["table.chain"],
            [
                new("tool", texts["col.tool"], Width: 1.6), new("group", texts["col.target-group"], Width: 1.8), new("level", texts["col.level"], Width: 1.4), new("code", texts["col.code"], Width: 1.2), new("indicator", texts["col.indicator"], Width: 4),
                new("actual", texts["col.actual"], CellKind.Decimal), new("target", texts["col.target"], CellKind.Decimal), new("unit", texts["col.unit"], Width: 1.2), new("achieved", texts["col.achieved"], CellKind.Percent, Width: 1.2),
            ],
            [
                .. snapshot.Indicators!.OrderBy(i => i.Passport.Tool is null).ThenBy(i => i.Passport.Tool).ThenBy(i => i.Passport.TargetGroup ?? int.MaxValue).ThenBy(i => i.Passport.Level).Select(IReadOnlyList<ReportCell> (i) =>
                    [
                        i.Passport.Tool is { } tool ? texts[$"tool.{tool}"] : null, i.TargetGroup?.In(texts.Language), texts[$"level.{i.Passport.Level}"], i.Code, i.Passport.Name.In(texts.Language), i.Actual, i.Target, Unit(i, texts), Achieved(i, texts),
                    ]),
            ], texts["table.indicators.none"]),
            .. snapshot.Releases is null || snapshot.Events is null ? (ReadOnlySpan<ReportTable>)[] : [PressTables.Tools(snapshot, texts)],
        ], []);

    public static ReportSection Passports(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "passports", texts["section.passports"], [],
        [
            new ReportTable("B", texts["table.passports"],
            [
                new("code", texts["col.code"], Width: 1.2), new("definition", texts["col.definition"], CellKind.Integer), new("indicator", texts["col.indicator"], Width: 3), new("kind", texts["col.kind"], Width: 1.4),
                new("aggregation", texts["col.aggregation"], Width: 1.3), new("weight", texts["col.weight"], CellKind.Percent), new("formula", texts["col.formula"], Width: 2), new("source", texts["col.data-source"], Width: 2), new("owner", texts["col.owner"], Width: 1.8),
                new("limitations", texts["col.limitations"], Width: 1.8),
            ],
            [
                .. snapshot.Indicators!.Select(IReadOnlyList<ReportCell> (i) =>
                [
                    i.Code, i.Definition, i.Passport.Name.In(texts.Language), $"{texts[$"kind.{i.Passport.Kind}"]}, {texts[$"direction.{i.Passport.Direction}"]}", texts[$"aggregation.{i.Passport.Aggregation}"],
                    i.Passport.Weight, i.Passport.Formula ?? Grades(i.Passport, texts), i.Passport.DataSource, i.Owner?.ShortName(texts.Language), i.Passport.Limitations,
                ]),
            ], texts["table.indicators.none"]),
        ], []);

    private static ReportTable Scores(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var names = snapshot.Objectives.ToDictionary(o => o.Number, o => EvaluationTables.ObjectiveName(o, texts), StringComparer.Ordinal);
        return new ReportTable("SCORES", texts["table.scores"],
        [
            new("objective", texts["col.objective"], Width: 4), new("score", texts["col.score"], CellKind.Percent, Width: 1.2), new("level", texts["col.score-level"], Width: 1.4),
            new("computed", texts["col.computed"], CellKind.Integer), new("indicators", texts["col.indicators"], CellKind.Integer), new("reason", texts["col.reason"], Width: 3),
        ],
        [
            .. snapshot.Scores!.Select(IReadOnlyList<ReportCell> (s) =>
            [
                names.GetValueOrDefault(s.Number, s.Number.Length == 0 ? texts["no-objective"] : s.Number), EvaluationTables.Percent(s.Score, texts),
                new ReportCell((s.Decided ?? s.Level) is { } level ? texts[$"score.{level}"] : null, Note: s.Decided is null ? null : texts["decided-by", s.By]),
                s.Computed, s.Indicators, s.Note,
            ]),
        ], texts["table.indicators.none"]);
    }

    private static ReportTable Table(IReadOnlyList<FrozenIndicator> indicators, ReportTexts texts) => new(
        "T6", texts["table.indicators"],
        [
            new("code", texts["col.code"], Width: 1.2), new("indicator", texts["col.indicator"], Width: 3.4), new("unit", texts["col.unit"]), new("baseline", texts["col.baseline"], CellKind.Decimal),
            new("target", texts["col.target"], CellKind.Decimal), new("actual", texts["col.actual"], CellKind.Decimal), new("previous", texts["col.previous"], CellKind.Percent, Width: 1.2),
            new("achieved", texts["col.achieved"], CellKind.Percent, Width: 1.2), new("parts", texts["col.parts"], Width: 1.8), new("source", texts["col.source"], Width: 2),
        ],
        [
            .. indicators.Select(IReadOnlyList<ReportCell> (i) =>
            [
                i.Code, new ReportCell(i.Passport.Name.In(texts.Language), Note: texts[$"level.{i.Passport.Level}"]), Unit(i, texts), new ReportCell(i.Passport.Baseline, Note: i.Passport.BaselineText),
                new ReportCell(i.Target, Note: i.TargetPeriod is { Length: > 0 } period ? texts.Term(period) : i.Target is null ? null : texts["target.end"]),
                new ReportCell(i.Actual, Note: i.ActualText ?? (i.ActualOf is { } of && i.Actual is not null ? texts.Term(of) : null)),
                Previous(i, texts), Achieved(i, texts), new ReportCell(string.Join(", ", i.Parts.Select(p => $"{p.Category} {(p.Value is { } part ? texts.Figure(part) : texts["withheld"])}")), Note: i.Note), Source(i, texts),
            ]),
        ], texts["table.indicators.none"]);

    private static ReportCell Achieved(FrozenIndicator indicator, ReportTexts texts) =>
        indicator.Achieved is { } raw ? raw * 100 : new ReportCell(null, Note: texts[$"why.{indicator.Why}"]);

    /// <summary>What it had achieved the quarter before, and which way it went since.</summary>
    private static ReportCell Previous(FrozenIndicator indicator, ReportTexts texts) => indicator is { Previous: { } before, Achieved: { } now }
        ? new ReportCell(before * 100, Note: texts[now > before ? "trend.up" : now < before ? "trend.down" : "trend.same"])
        : EvaluationTables.Percent(indicator.Previous, texts, "");

    private static string? Unit(FrozenIndicator indicator, ReportTexts texts) => indicator.Passport.Unit.IsEmpty ? indicator.Passport.Kind == IndicatorKind.Percent ? "%" : null : indicator.Passport.Unit.In(texts.Language);

    private static ReportCell Source(FrozenIndicator indicator, ReportTexts texts)
    {
        if (indicator.Passport.Automatic is { } automatic) return texts[$"automatic.{automatic}"];
        var by = indicator.By is { } person && indicator.On is { } on ? $"{person}, {texts.Date(on)}" : null;
        return new ReportCell(indicator.Evidence ?? indicator.Source, EvaluationTables.Address(indicator.Evidence), by);
    }

    private static string? Grades(IndicatorPassport passport, ReportTexts texts) =>
        passport.Grades.Count == 0 ? null : string.Join("; ", passport.Grades.Select(g => $"{(passport.Direction == Direction.Down ? g.Inclusive ? "≤" : "<" : g.Inclusive ? "≥" : ">")} {texts.Figure(g.From)} = {texts.Figure(g.Points)}"));

}
