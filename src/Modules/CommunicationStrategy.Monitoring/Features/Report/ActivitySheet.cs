// Tables over single activities that came with the second form of the snapshot: verdicts, next quarter (T4), recurring duties (T5), the official sheet (annex A).
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class ActivitySheet
{
    public static ReportTable Verdicts(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "VERDICTS", texts["table.verdicts"],
        [new("verdict", texts["col.verdict"], Width: 3), new("count", texts["col.activities"], CellKind.Integer), new("decided", texts["col.decided"], CellKind.Integer), new("numbers", texts["col.numbers"], Width: 6)],
        [
            .. Enum.GetValues<Verdict>().Select(v => (Verdict: v, Activities: snapshot.Activities.Where(a => a.Verdict == v).ToList())).Where(v => v.Activities.Count > 0)
                .Select(IReadOnlyList<ReportCell> (v) => [texts.Of(v.Verdict), v.Activities.Count, v.Activities.Count(a => a.Decision is not null), ReportTexts.Numbers(v.Activities)]),
        ]);

    public static ReportTable NextQuarter(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "T4", texts["table.next"],
        [new("no", texts["col.number"]), new("title", texts["col.title"], Width: 5), new("lead", texts["col.lead"], Width: 2), new("due", texts["col.due-on"], CellKind.Date, Width: 1.5), new("percent", texts["col.percent"], CellKind.Percent, Width: 1.2)],
        [
            .. snapshot.Activities.Where(a => a.DueNextQuarter == true && a.Verdict is not Verdict.ImplementedOnTime and not Verdict.ImplementedLate)
                .Select(IReadOnlyList<ReportCell> (a) => [a.Number, a.Title.In(texts.Language), a.Lead.ShortName(texts.Language), a.EffectiveDue, a.Percent is { } percent ? (decimal)percent : ReportCell.Empty]),
        ], texts["table.next.none"]);

    public static ReportTable Recurring(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "T5", texts["table.recurring"],
        [new("no", texts["col.number"]), new("title", texts["col.title"], Width: 5), new("lead", texts["col.lead"], Width: 2), new("done", texts["col.times-done"], CellKind.Integer), new("due", texts["col.times-due"], CellKind.Integer)],
        [.. snapshot.Activities.Where(a => a.TimesDue > 0).Select(IReadOnlyList<ReportCell> (a) => [a.Number, a.Title.In(texts.Language), a.Lead.ShortName(texts.Language), a.TimesDone, a.TimesDue])],
        texts["table.recurring.none"]);

    /// <summary>The official table, with where each line's state comes from.</summary>
    public static ReportSection Annex(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "sheet", texts["section.sheet"], [],
        [
            new ReportTable("A", texts["table.sheet"],
            [
                new("no", texts["col.number"]), new("title", texts["col.title"], Width: 3.4), new("term", texts["col.term"], Width: 1.6), new("cost", texts["col.cost"], Width: 1.6), new("lead", texts["col.lead"], Width: 1.6),
                new("partners", texts["col.partners"], Width: 1.8), new("indicators", texts["col.progress-indicators"], Width: 2), new("status", texts["col.measures"], Width: 3), new("source", texts["col.source"], Width: 1.6),
            ],
            [
                .. snapshot.Activities.Select(IReadOnlyList<ReportCell> (a) =>
                [
                    a.Number, a.Title.In(texts.Language), new ReportCell(a.DeadlineAsWritten, Note: a.EffectiveDue is { } due ? texts.Date(due) : null), Joined(a.Cost, a.Funding), a.Lead.ShortName(texts.Language),
                    a.Partners is { } partners ? string.Join("; ", partners) : null, a.Indicators, new ReportCell(Status(a, texts), Note: a.Decision is { } d ? texts["decided-by", $"{d.By}, {texts.Date(d.On)}"] : null),
                    Source(a, texts),
                ]),
            ], texts["table.sheet.none"]),
        ], []);

    private static string Status(JudgedActivity activity, ReportTexts texts) => string.Join(". ", new[] { texts.Of(activity.Verdict), activity.Decision?.Note, activity.Narrative }.Where(t => !string.IsNullOrWhiteSpace(t)));

    private static ReportCell Source(JudgedActivity activity, ReportTexts texts) =>
        activity.Source is not { } source ? ReportCell.Empty
        : new ReportCell($"{texts[$"from.{source.Kind}"]}: {source.Who}, {texts.Date(source.On)}", Note: source.EvidenceHash is { } hash ? $"SHA-256 {hash[..12]}…" : activity.Evidence);

    private static string? Joined(string? cost, string? funding) => string.Join("; ", new[] { cost, funding }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } text ? text : null;
}
