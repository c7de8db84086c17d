// The quarterly evaluation report: cover, summary, method and data, the plan, reporting discipline. One snapshot, three languages.
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class EvaluationReport
{
    public static ReportDocument Of(Evaluation evaluation, string language, string office, TimeZoneInfo zone)
    {
        var snapshot = CanonicalSnapshot.Read(evaluation.Snapshot);
        var texts = ReportTexts.For(snapshot, language);
        var isDraft = evaluation.State == EvaluationState.Draft;
        var subtitle = $"{snapshot.Plan.Code}, {texts.Period(snapshot.Period)}";
        return new ReportDocument(texts["report.title"], subtitle, language, Facts(evaluation, snapshot, texts, zone), Sections(snapshot, texts))
        {
            Author = office,
            Date = DayOf(evaluation.ApprovedAt ?? evaluation.ComputedAt, zone),
            Watermark = isDraft ? texts["report.draft"] : null,
            FooterText = $"{subtitle} · {texts["report.revision", evaluation.Revision]} · {evaluation.ContentHash[..12]}",
        };
    }

    /// <summary>What an evaluation of the first form did not look at has no chapter.</summary>
    private static IReadOnlyList<ReportSection> Sections(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        List<ReportSection> sections = [Summary(snapshot, texts)];
        if (snapshot.IsYear) sections.AddRange(FindingKinds.OfYear.Where(k => k != FindingKind.Priority).Select(k => YearSections.Chapter(k, snapshot, texts)));
        sections.AddRange([MethodAndData(snapshot, texts), Plan(snapshot, texts)]);
        if (snapshot.Indicators is not null) sections.AddRange([IndicatorSections.Indicators(snapshot, texts), IndicatorSections.Chain(snapshot, texts)]);
        if (snapshot.Coverages is not null) sections.Add(MediaSection.Media(snapshot, texts));
        sections.Add(Reporting(snapshot, texts));
        if (snapshot.MoneyBySource is not null) sections.Add(MoneySection.Money(snapshot, texts));
        if (snapshot.Findings is not null) sections.Add(ConclusionSections.Findings(snapshot, texts));
        if (snapshot.PlanChanges is not null) sections.Add(ConclusionSections.Changes(snapshot, texts));
        if (snapshot.Recommendations is not null) sections.Add(ConclusionSections.Recommendations(snapshot, texts));
        if (snapshot.Ratings is { Count: > 0 }) sections.Add(ConclusionSections.Ratings(snapshot, texts));
        if (snapshot.IsYear) sections.Add(YearSections.Chapter(FindingKind.Priority, snapshot, texts));
        return [.. sections, .. Annexes(snapshot, texts).Select(a => a with { IsAnnex = true })];
    }

    private static IEnumerable<ReportSection> Annexes(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        IEnumerable<ReportSection> annexes = snapshot.Schema > 1 ? [ActivitySheet.Annex(snapshot, texts), IndicatorSections.Passports(snapshot, texts), MediaSection.Items(snapshot, texts)] : [];
        if (snapshot.Schema > 3) annexes = annexes.Concat([MethodAnnex.Formulas(snapshot, texts), MethodAnnex.Extract(texts)]);
        return snapshot.Statistics is null ? annexes : annexes.Append(YearSections.Statistics(snapshot, texts));
    }

    private static List<(string, string)> Facts(Evaluation evaluation, EvaluationSnapshot snapshot, ReportTexts texts, TimeZoneInfo zone)
    {
        var (start, end) = snapshot.Days;
        var facts = new List<(string, string)>
        {
            (texts["fact.plan"], $"{snapshot.Plan.Code}: {snapshot.Plan.Title.In(texts.Language)}"),
            (texts["fact.plan-period"], $"{texts.Date(snapshot.Plan.Start)} – {texts.Date(snapshot.Plan.End)}"),
            (texts["fact.period"], $"{texts.Period(snapshot.Period)} ({texts.Date(start)} – {texts.Date(end)})"),
            (texts["fact.cut-off"], texts.Date(snapshot.CutOff)),
            (texts["fact.collection-closed"], texts.Date(snapshot.CollectionClosedOn)),
            (texts["fact.revision"], evaluation.Reason is { } reason ? $"{evaluation.Revision} ({reason})" : $"{evaluation.Revision}"),
            (texts["fact.status"], texts[$"state.{evaluation.State}"]),
            (texts["fact.computed"], $"{texts.Date(DayOf(evaluation.ComputedAt, zone))}, {ComputedBy(evaluation, texts)}"),
            (texts["fact.approved"], evaluation.ApprovedAt is { } at ? $"{texts.Date(DayOf(at, zone))}, {evaluation.ApprovedBy}" : texts["not-approved"]),
            (texts["fact.hash"], evaluation.ContentHash),
        };
        if (snapshot.PlanVersion is { } version) facts.Insert(2, (texts["fact.version"], $"{version.Number}, {version.Act}, {texts.Date(version.InForceFrom)}"));
        if (evaluation.AuditSeal is { } seal) facts.Add((texts["fact.seal"], seal));
        return facts;
    }

    private static ReportSection Summary(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var (totals, reports, coverage) = (snapshot.Totals, snapshot.Reports, snapshot.Coverage);
        List<string> words =
        [
            texts["summary.rate", texts.Percent(totals.Rate), totals.Implemented, totals.Due, texts.Date(snapshot.CutOff)],
            texts["summary.parts", totals.OnTime, totals.Late, totals.Partial, totals.NotImplemented, snapshot.Overdue],
            texts["summary.earlier", Earlier(snapshot.Previous, texts), Earlier(snapshot.LastYear, texts)],
            texts["summary.reports", reports.Received, reports.Due, reports.OnTime],
            texts["summary.coverage", coverage.Total, coverage.Positive, coverage.Neutral, coverage.Negative, texts.Percent(coverage.ToneBalance)],
        ];
        if (snapshot.Schema > 1)
        {
            words.Insert(1, texts["summary.achievement", texts.Percent(snapshot.Achievement), texts.Percent(snapshot.Physical)]);
            words.Add(texts["summary.decisions", ReportTexts.List((snapshot.Recommendations ?? []).Where(r => r.State == RecommendationState.Proposed).Select(r => $"{r.Number}. {r.Text.In(texts.Language)}"))]);
        }

        return new ReportSection("summary", texts["section.summary"], words,
        [
            EvaluationTables.Rates(snapshot, texts), EvaluationTables.Figures(snapshot, texts),
            EvaluationTables.Examples("GOOD", "table.good", "table.good.none", EvaluationTables.Good(snapshot), texts), EvaluationTables.Examples("BAD", "table.bad", "table.bad.none", EvaluationTables.Bad(snapshot), texts),
        ], snapshot.History is { Count: > 0 } ? [EvaluationCharts.Rates(snapshot, texts), EvaluationCharts.Trend(snapshot, texts)] : [EvaluationCharts.Rates(snapshot, texts)]);
    }

    private static ReportSection MethodAndData(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var activities = snapshot.Activities;
        string Said(string key, Func<JudgedActivity, bool> which) => texts[key, activities.Count(which), ReportTexts.Numbers(activities.Where(which))];
        var missing = snapshot.Reporting.Where(r => r.Reports.Missing > 0).Select(r => $"{r.Institution.Name.In(texts.Language)} ({ReportTexts.List(r.MissingFor)})");
        List<string> words =
        [
            .. snapshot.Methods.Select(m => texts[$"method.{m}", texts.Date(snapshot.CutOff)]),
            Said("data.outside", a => a.Verdict == Verdict.Outside),
            Said("data.awaiting", a => a.Verdict == Verdict.AwaitingTrigger),
            Said("data.unresolved", a => a.Verdict == Verdict.Unresolved),
            Said("data.unchecked", a => a.Unchecked),
            Said("data.done-after", a => a.DoneAfterCutOff),
            Said("data.done-early", a => a.DoneEarly),
            texts["data.missing", snapshot.Reports.Missing, ReportTexts.List(missing)],
            texts["data.sent-back", snapshot.Reports.SentBack],
        ];
        return new ReportSection("method", texts["section.method"], words, [], []);
    }

    private static ReportSection Plan(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        return new ReportSection("plan", texts["section.plan"], [texts["plan.base", snapshot.Totals.Due, snapshot.Totals.Total]],
            snapshot.Schema > 1
                ? [
                    EvaluationTables.ByObjective(snapshot, texts), ActivitySheet.Verdicts(snapshot, texts), EvaluationTables.DueThisQuarter(snapshot, texts), EvaluationTables.Overdue(snapshot, texts),
                    ActivitySheet.NextQuarter(snapshot, texts), ActivitySheet.Recurring(snapshot, texts),
                ]
                : [EvaluationTables.ByObjective(snapshot, texts), EvaluationTables.DueThisQuarter(snapshot, texts), EvaluationTables.Overdue(snapshot, texts)],
            [.. new[] { snapshot.Objectives.Count > 0 ? EvaluationCharts.Objectives(snapshot, texts) : null, EvaluationCharts.DueByMonth(snapshot, texts) }.OfType<Chart>()]);
    }

    private static ReportSection Reporting(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "reporting", texts[snapshot.Engagements is null ? "section.reporting" : "section.stakeholders"], [texts["reporting.share", texts.Percent(snapshot.Reports.Discipline), texts.Percent(snapshot.Reports.Completeness)], .. RelationTables.Words(snapshot, texts)],
        [EvaluationTables.Discipline(snapshot, texts), .. snapshot.Engagements is null ? (ReadOnlySpan<ReportTable>)[] : [RelationTables.Engagement(snapshot, texts), RelationTables.Commitments(snapshot, texts)]], snapshot.Schema > 1 && snapshot.Reporting.Count > 0 ? [EvaluationCharts.Discipline(snapshot, texts)] : []);

    private static string Earlier(EarlierFigures? earlier, ReportTexts texts) => earlier is null ? texts["none-approved"] : texts.Percent(earlier.Totals.Rate);

    private static string ComputedBy(Evaluation evaluation, ReportTexts texts) => evaluation.ComputedById is null ? texts["by-system"] : evaluation.ComputedBy;

    private static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
