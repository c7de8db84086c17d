// The evaluation on one sheet, for a meeting: was it done, did it work, what is late, what is asked.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class EvaluationBrief
{
    private const int TitleLength = 100;
    private const int DecisionsShown = 3;
    private static readonly string[] Shown = ["rate.implementation", "rate.achievement", "rate.reports", "rate.execution"];

    public static ReportDocument Of(Evaluation evaluation, string language, string office, TimeZoneInfo zone)
    {
        var whole = EvaluationReport.Of(evaluation, language, office, zone);
        var snapshot = CanonicalSnapshot.Read(evaluation.Snapshot);
        var texts = ReportTexts.For(snapshot, language);
        List<string> facts = [texts["fact.cut-off"], texts["fact.status"], texts["fact.approved"], texts["fact.revision"]];
        return whole with
        {
            Title = texts["brief.title"],
            Facts = [.. whole.Facts.Where(f => facts.Contains(f.Label))],
            Sections = [Figures(snapshot, texts), Activities(snapshot, texts)],
            IsBrief = true,
        };
    }

    private static ReportSection Figures(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var (totals, reports) = (snapshot.Totals, snapshot.Reports);
        var rates = EvaluationTables.Rates(snapshot, texts);
        var labels = Shown.Select(key => texts[key]).ToList();
        return new ReportSection("figures", texts["brief.figures"],
            [
                texts["summary.rate", texts.Percent(totals.Rate), totals.Implemented, totals.Due, texts.Date(snapshot.CutOff)],
                texts["summary.parts", totals.OnTime, totals.Late, totals.Partial, totals.NotImplemented, snapshot.Overdue],
                texts["summary.reports", reports.Received, reports.Due, reports.OnTime],
            ],
            [rates with { Rows = [.. rates.Rows.Where(r => labels.Contains(r[0].Value))] }], [EvaluationCharts.Rates(snapshot, texts)]);
    }

    private static ReportTable Examples(string key, string title, IReadOnlyList<JudgedActivity> activities, ReportColumn last, Func<JudgedActivity, ReportCell> figure, ReportTexts texts) => new(
        key, texts[title],
        [new("no", texts["col.number"]), new("title", texts["col.title"], Width: 8), new("lead", texts["col.lead"], Width: 2), new("due", texts["col.due-on"], CellKind.Date, Width: 1.8), last],
        [.. activities.Select(IReadOnlyList<ReportCell> (a) => [a.Number, ReportTexts.Short(a.Title.In(texts.Language), TitleLength), a.Lead.ShortName(texts.Language), a.EffectiveDue, figure(a)])], texts[title + ".none"]);

    private static ReportSection Activities(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var asked = (snapshot.Recommendations ?? []).Where(r => r.State == RecommendationState.Proposed).ToList();
        return new ReportSection("activities", texts["brief.activities"],
            [],
            [
                Examples("GOOD", "table.good", EvaluationTables.Good(snapshot), new("done", texts["col.done-on"], CellKind.Date, Width: 1.8), a => a.DoneOn, texts),
                Examples("BAD", "table.bad", EvaluationTables.Bad(snapshot), new("days", texts["col.days"], CellKind.Integer, Width: 1.8), a => a.DaysOverdue, texts),
                new ReportTable("ASKED", asked.Count > DecisionsShown ? texts["brief.asked.of", DecisionsShown, asked.Count] : texts["brief.asked"],
                    [new("no", texts["col.number"], CellKind.Integer), new("text", texts["col.recommendation"], Width: 8), new("owner", texts["col.owner"], Width: 2), new("due", texts["col.due-on"], CellKind.Date, Width: 1.8)],
                    [.. asked.Take(DecisionsShown).Select(IReadOnlyList<ReportCell> (r) => [r.Number, ReportTexts.Short(r.Text.In(texts.Language), TitleLength), r.Owner?.ShortName(texts.Language), r.DueOn])], texts["brief.asked.none"]),
            ], []);
    }
}
