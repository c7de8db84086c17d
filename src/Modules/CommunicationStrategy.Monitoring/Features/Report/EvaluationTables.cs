// The tables of the quarterly evaluation report: key figures, T1, T2, T3 and T11.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class EvaluationTables
{
    private const int ShownExamples = 3;

    public static ReportTable Rates(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        IReadOnlyList<ReportCell> Row(string key, Func<Counts, decimal?> share) => Compared(key, texts, snapshot, e => Percent(share(e.Totals), texts), Percent(share(snapshot.Totals), texts));
        return new ReportTable("RATES", texts["table.rates"], Columns(CellKind.Percent, snapshot, texts),
        [
            Row("rate.implementation", c => c.Rate), Row("rate.with-partial", c => c.RateWithPartial), Row("rate.timeliness", c => c.Timeliness), Row("rate.sigma", c => c.SigmaPoints),
            Compared("rate.reports", texts, snapshot, e => Percent(e.Reports.Discipline, texts), Percent(snapshot.Reports.Discipline, texts)),
            Compared("rate.achievement", texts, snapshot, e => Percent(e.Achievement, texts), Percent(snapshot.Achievement, texts)),
            Compared("rate.physical", texts, snapshot, e => Percent(e.Physical, texts), Percent(snapshot.Physical, texts)),
            Compared("rate.execution", texts, snapshot, e => Percent(e.Execution, texts), Percent(snapshot.Money?.Execution, texts)),
            Compared("rate.tone", texts, snapshot, e => Percent(e.ToneBalance, texts), Percent(snapshot.Coverage.ToneBalance, texts)),
        ]);
    }

    public static ReportTable Figures(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        IReadOnlyList<ReportCell> Row(string key, Func<Counts, int> figure) => Compared(key, texts, snapshot, e => figure(e.Totals), figure(snapshot.Totals));
        return new ReportTable("FIGURES", texts["table.figures"], Columns(CellKind.Integer, snapshot, texts),
        [
            Row("col.total", c => c.Total), Row("col.due", c => c.Due), Row("verdict.ImplementedOnTime", c => c.OnTime), Row("verdict.ImplementedLate", c => c.Late),
            Row("verdict.Partial", c => c.Partial), Row("verdict.NotImplemented", c => c.NotImplemented),
            Compared("col.overdue", texts, snapshot, e => e.Overdue, snapshot.Overdue),
            Compared("col.reports-due", texts, snapshot, e => e.Reports.Due, snapshot.Reports.Due),
            Compared("col.reports-received", texts, snapshot, e => e.Reports.Received, snapshot.Reports.Received),
        ]);
    }

    /// <summary>Three of those implemented on time, the latest first.</summary>
    public static IReadOnlyList<JudgedActivity> Good(EvaluationSnapshot snapshot) => [.. snapshot.Activities.Where(a => a.Verdict == Verdict.ImplementedOnTime).OrderByDescending(a => a.DoneOn).Take(ShownExamples)];

    /// <summary>The three longest overdue.</summary>
    public static IReadOnlyList<JudgedActivity> Bad(EvaluationSnapshot snapshot) => [.. snapshot.Activities.Where(a => a.DaysOverdue is not null).OrderByDescending(a => a.DaysOverdue).Take(ShownExamples)];

    public static ReportTable Examples(string key, string title, string none, IReadOnlyList<JudgedActivity> activities, ReportTexts texts) => new(
        key, texts[title], [Number(texts), Title(texts), Lead(texts), new("due", texts["col.due-on"], CellKind.Date, Width: 1.4), new("done", texts["col.done-on"], CellKind.Date, Width: 1.4), new("days", texts["col.days"], CellKind.Integer)],
        [.. activities.Select(IReadOnlyList<ReportCell> (a) => [a.Number, a.Title.In(texts.Language), a.Lead.ShortName(texts.Language), a.EffectiveDue, a.DoneOn, a.DaysOverdue])], texts[none]);

    public static ReportTable ByObjective(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        IReadOnlyList<ReportCell> Row(string name, Counts c) =>
            [name, c.Total, c.Due, c.OnTime, c.Late, c.Partial, c.NotImplemented, c.InProgress, c.NotDue, c.AwaitingTrigger, c.Early + c.Added, c.Unresolved + c.Outside, Percent(c.Rate, texts)];
        ReportColumn Count(string key, string text) => new(key, texts[text], CellKind.Integer, Width: 1.2);
        return new ReportTable("T1", texts["table.objectives"],
        [
            new("objective", texts["col.objective"], Width: 8), Count("total", "col.total"), Count("due", "col.due"), Count("on_time", "col.on-time"), Count("late", "col.late"), Count("partial", "col.partial"),
            Count("not_implemented", "col.not-implemented"), Count("in_progress", "col.in-progress"), Count("not_due", "col.not-due"), Count("awaiting", "col.awaiting"), Count("early", "col.early"), Count("outside", "col.outside"),
            new("rate", texts["col.rate"], CellKind.Percent, Width: 2.4),
        ],
        [.. snapshot.Objectives.Select(o => Row(ObjectiveName(o, texts), o.Counts)), Row(texts["total"], snapshot.Totals)]);
    }

    public static ReportTable DueThisQuarter(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "T2", texts["table.due"],
        [
            Number(texts), Title(texts), Lead(texts), new("due", texts["col.due-on"], CellKind.Date, Width: 1.5), new("original_due", texts["col.original-due"], CellKind.Date, Width: 1.5),
            new("verdict", texts["col.verdict"], Width: 2), new("evidence", texts["col.evidence"], Width: 1.8), new("comment", texts["col.comment"], Width: 3),
        ],
        [
            .. snapshot.Activities.Where(a => a.DueThisQuarter).Select(IReadOnlyList<ReportCell> (a) =>
                [a.Number, a.Title.In(texts.Language), a.Lead.ShortName(texts.Language), a.EffectiveDue, a.OriginalDue, new ReportCell(texts.Of(a.Verdict), Note: Remark(a, texts)), Evidence(a), a.Decision?.Note ?? a.Narrative ?? a.Obstacles]),
        ], texts["table.due.none"]);

    public static ReportTable Overdue(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "T3", texts["table.overdue"],
        [
            Number(texts), Title(texts), Lead(texts), new("due", texts["col.due-on"], CellKind.Date, Width: 1.5), new("days", texts["col.days"], CellKind.Integer),
            .. snapshot.Schema > 3 ? (ReportColumn[])[new("reminders", texts["col.reminders"], CellKind.Integer, Width: 1.2)] : [],
            new("reason", texts["col.reason"], Width: 3), new("new_date", texts["col.new-date"], CellKind.Date, Width: 1.5),
        ],
        [
            .. snapshot.Activities.Where(a => a.DaysOverdue is not null).OrderByDescending(a => a.DaysOverdue)
                .Select(IReadOnlyList<ReportCell> (a) => [a.Number, a.Title.In(texts.Language), a.Lead.ShortName(texts.Language), a.EffectiveDue, a.DaysOverdue, .. snapshot.Schema > 3 ? (ReportCell[])[a.Reminders] : [], a.Obstacles, a.NewDateAsked]),
        ], texts["table.overdue.none"]);

    public static ReportTable Discipline(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        IReadOnlyList<ReportCell> Row(string name, ReportCounts c, decimal? median) => [name, c.Due, c.OnTime, c.Late, c.Missing, Percent(c.Discipline, texts), median];
        return new ReportTable("T11", texts["table.reporting"],
        [
            new("institution", texts["col.institution"], Width: 4), new("due", texts["col.reports-due"], CellKind.Integer), new("on_time", texts["col.reports-on-time"], CellKind.Integer),
            new("late", texts["col.reports-late"], CellKind.Integer), new("missing", texts["col.reports-missing"], CellKind.Integer), new("discipline", texts["col.discipline"], CellKind.Percent, Width: 1.3),
            new("median", texts["col.median"], CellKind.Decimal, texts["unit.days"], 1.3),
        ],
        snapshot.Reporting.Count == 0 ? [] :
        [
            .. snapshot.Reporting.Select(r => Row(r.Institution.Name.In(texts.Language), r.Reports, r.MedianDaysLate)),
            Row(texts["total"], snapshot.Reports, null),
        ], texts["table.reporting.none"]);
    }

    public static string ObjectiveName(ObjectiveRow objective, ReportTexts texts) =>
        objective.Number.Length == 0 ? texts["no-objective"] : $"{objective.Number} {objective.Objective.In(texts.Language)}".TrimEnd();

    private static IReadOnlyList<ReportCell> Compared(string key, ReportTexts texts, EvaluationSnapshot snapshot, Func<EarlierFigures, ReportCell> earlier, ReportCell now) =>
        [texts[key], now, snapshot.Previous is { } previous ? earlier(previous) : ReportCell.Empty, .. snapshot.IsYear ? [] : (ReportCell[])[snapshot.LastYear is { } lastYear ? earlier(lastYear) : ReportCell.Empty]];

    /// <summary>A year is compared with the year before, a quarter with the one before and that of the year before.</summary>
    private static IReadOnlyList<ReportColumn> Columns(CellKind kind, EvaluationSnapshot snapshot, ReportTexts texts) =>
    [
        new("figure", texts["col.figure"], Width: 4), new("now", texts["col.now"], kind), new("previous", texts["col.previous"], kind),
        .. snapshot.IsYear ? [] : (ReportColumn[])[new("last_year", texts["col.last-year"], kind)],
    ];

    private static ReportColumn Number(ReportTexts texts) => new("no", texts["col.number"], Width: 1);

    private static ReportColumn Title(ReportTexts texts) => new("title", texts["col.title"], Width: 4);

    private static ReportColumn Lead(ReportTexts texts) => new("lead", texts["col.lead"], Width: 2);

    /// <param name="otherwise">What stands where there is nothing to compute; "" for nothing at all.</param>
    public static ReportCell Percent(decimal? share, ReportTexts texts, string otherwise = "not-computable") =>
        share is { } part ? part * 100 : new ReportCell(null, Note: otherwise.Length == 0 ? null : texts[otherwise]);

    /// <summary>What can be followed, of what was written as evidence.</summary>
    public static string? Address(string? evidence) =>
        evidence is not null && (evidence.StartsWith("https://", StringComparison.Ordinal) || evidence.StartsWith("http://", StringComparison.Ordinal)) ? evidence : null;

    private static ReportCell Evidence(JudgedActivity activity) => (activity.Decision?.Evidence ?? activity.Evidence) is { } evidence ? new ReportCell(evidence, Address(evidence)) : ReportCell.Empty;

    private static string? Remark(JudgedActivity activity, ReportTexts texts) =>
        activity.Unchecked ? texts["remark.unchecked"] : activity.DoneAfterCutOff ? texts["remark.done-after", texts.Date(activity.DoneOn!.Value)] : activity.DoneEarly ? texts["remark.done-early"] : null;
}
