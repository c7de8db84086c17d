// Annexes D and E: each figure of the summary with its formula and the numbers put into it, so that a reader recomputes it; and what a computer reads.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class MethodAnnex
{
    public static ReportSection Formulas(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var (t, r, c) = (snapshot.Totals, snapshot.Reports, snapshot.Coverage);
        IReadOnlyList<ReportCell> Row(string key, string numbers, decimal? share) => [texts[key], texts[$"formula.{key}"], numbers, EvaluationTables.Percent(share, texts)];
        string N(decimal number) => texts.Figure(number);
        var scored = (snapshot.Scores ?? []).Where(s => s.Score is not null).ToList();
        return new ReportSection("formulas", texts["section.formulas"], [texts["formulas.lead"]],
        [
            new ReportTable("D", texts["table.formulas"],
            [
                new("figure", texts["col.figure"], Width: 2.4), new("formula", texts["col.formula"], Width: 3.6), new("numbers", texts["col.put-in"], Width: 2.6), new("value", texts["col.now"], CellKind.Percent, Width: 1.2),
            ],
            [
                Row("rate.implementation", $"({N(t.OnTime)} + {N(t.Late)}) / {N(t.Due)}", t.Rate),
                Row("rate.with-partial", $"({N(t.OnTime)} + {N(t.Late)} + {N(t.Partial)}) / {N(t.Due)}", t.RateWithPartial),
                Row("rate.timeliness", $"{N(t.OnTime)} / {N(t.Implemented)}", t.Timeliness),
                Row("rate.sigma", $"({texts.Percent(t.Rate)} − 25 %) / (90 % − 25 %)", t.SigmaPoints),
                Row("rate.reports", $"{N(r.OnTime)} / {N(r.Due)}", r.Discipline),
                Row("rate.achievement", ReportTexts.List(scored.Select(s => $"{s.Number} {texts.Percent(s.Score)}")), snapshot.Achievement),
                Row("rate.execution", $"{N(snapshot.Money?.Spent ?? 0)} / {N(snapshot.Money?.Allocated ?? 0)}", snapshot.Money?.Execution),
                Row("rate.tone", $"({N(c.Positive)} − {N(c.Negative)}) / {N(c.Total)}", c.ToneBalance),
            ]),
        ], []);
    }

    public static ReportSection Extract(ReportTexts texts) => new("extract", texts["section.extract"], [texts["extract.formats"], texts["extract.hash"]], [], []);
}
