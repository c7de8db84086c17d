// The chapters in people's words: risks, obstacles and lessons, changes of the plan, recommendations and their follow-up, ratings.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class ConclusionSections
{
    public static ReportSection Findings(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "findings", texts["section.findings"], [],
        [
            new ReportTable("FINDINGS", texts["table.findings"],
                [new("kind", texts["col.kind"], Width: 1.2), new("about", texts["col.about"]), new("text", texts["col.text"], Width: 5), new("evidence", texts["col.evidence"], Width: 2)],
                [.. snapshot.Findings!.Where(f => FindingKinds.OfQuarter.Contains(f.Kind)).Select(IReadOnlyList<ReportCell> (f) => [texts[$"finding.{f.Kind}"], f.About, f.Text.In(texts.Language), new ReportCell(f.Evidence, EvaluationTables.Address(f.Evidence))])], texts["table.findings.none"]),
            new ReportTable("OBSTACLES", texts["table.obstacles"],
                [new("no", texts["col.number"]), new("lead", texts["col.lead"], Width: 2), new("obstacles", texts["col.obstacles"], Width: 6)],
                [.. snapshot.Activities.Where(a => a.Obstacles is not null).Select(IReadOnlyList<ReportCell> (a) => [a.Number, a.Lead.ShortName(texts.Language), a.Obstacles])], texts["table.obstacles.none"]),
        ], []);

    public static ReportSection Changes(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "changes", texts["section.changes"], [],
        [
            new ReportTable("T13", texts["table.changes"],
                [
                    new("act", texts["col.act"], Width: 2), new("on", texts["col.in-force"], CellKind.Date, Width: 1.4), new("no", texts["col.number"]), new("field", texts["col.field"], Width: 1.6),
                    new("old", texts["col.old"], Width: 3), new("new", texts["col.new"], Width: 3),
                ],
                [.. snapshot.PlanChanges!.Select(IReadOnlyList<ReportCell> (c) => [c.Act, c.On, c.Number, texts.Field(c.Field), c.Old, c.New])], texts["table.changes.none"]),
        ], []);

    public static ReportSection Recommendations(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        ReportTable Table(string key, string title, IEnumerable<FrozenRecommendation> rows, string none) => new(
            key, texts[title],
            [
                new("no", texts["col.number"], CellKind.Integer), new("period", texts["col.quarter"], Width: 1.3), new("text", texts["col.recommendation"], Width: 4), new("owner", texts["col.owner"], Width: 2),
                new("due", texts["col.due-on"], CellKind.Date, Width: 1.4), new("state", texts["col.state"], Width: 1.5), new("note", texts["col.comment"], Width: 2),
            ],
            [
                .. rows.Select(IReadOnlyList<ReportCell> (r) =>
                    [r.Number, texts.Term(r.Period), r.Text.In(texts.Language), r.Owner?.ShortName(texts.Language), r.DueOn, new ReportCell(texts[$"recommendation.{r.State}"], Note: r.IsOverdue ? texts["recommendation.overdue"] : null), r.Note]),
            ], texts[none]);
        var all = snapshot.Recommendations!;
        // Of a year: what one of its quarters recommended.
        bool IsOwn(FrozenRecommendation recommendation) => recommendation.Period.StartsWith(snapshot.Period, StringComparison.Ordinal);
        return new ReportSection("recommendations", texts["section.recommendations"], [],
            [
                Table("T14", "table.recommendations", all.Where(r => IsOwn(r)), "table.recommendations.none"),
                Table("T15", "table.follow-up", all.Where(r => !IsOwn(r)), "table.follow-up.none"),
            ], []);
    }

    public static ReportSection Ratings(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        "ratings", texts["section.ratings"], [texts["ratings.about"]],
        [
            new ReportTable("DAC", texts["table.ratings"],
                [new("criterion", texts["col.criterion"], Width: 2), new("rating", texts["col.rating"], CellKind.Integer), new("rationale", texts["col.reason"], Width: 6), new("evidence", texts["col.evidence"], Width: 2)],
                [.. snapshot.Ratings!.Select(IReadOnlyList<ReportCell> (r) => [texts[$"criterion.{r.Criterion}"], r.Rating, new ReportCell(r.Rationale, Note: texts["decided-by", r.By]), new ReportCell(r.Evidence, EvaluationTables.Address(r.Evidence))])]),
        ], []);
}
