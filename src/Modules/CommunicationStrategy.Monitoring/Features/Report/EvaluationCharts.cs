// The pictures of an evaluation, each made once: for the page, the report in every format, the dashboard and slides.
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Report;

internal static class EvaluationCharts
{
    private const int NameLength = 60;
    private const int LeadsShown = 15;

    /// <summary>Was it done, and did it work: two figures that are never mixed.</summary>
    public static Chart Rates(EvaluationSnapshot snapshot, ReportTexts texts) => new(
        ChartKind.Gauge, texts["chart.rates"], "%", [texts["rate.implementation"], snapshot.Schema > 1 ? texts["rate.achievement"] : texts["rate.timeliness"]],
        [new ChartSeries("%", [snapshot.Totals.Rate * 100, (snapshot.Schema > 1 ? snapshot.Achievement : snapshot.Totals.Timeliness) * 100], "good")], texts.Language);

    /// <summary>Up to five quarters, this one the last; of a year its own, for it is no further point.</summary>
    public static Chart Trend(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        List<(string Period, decimal? Rate, decimal? Achievement)> points = [.. (snapshot.History ?? []).Select(h => (h.Period, h.Rate, h.Achievement))];
        if (!snapshot.IsYear) points.Add((snapshot.Period, snapshot.Totals.Rate, snapshot.Achievement));
        return new Chart(
            ChartKind.Lines, texts["chart.trend"], "%", [.. points.Select(p => p.Period)],
            [
                new ChartSeries(texts["rate.implementation"], [.. points.Select(p => p.Rate * 100)], "info"),
                new ChartSeries(texts["rate.achievement"], [.. points.Select(p => p.Achievement * 100)], "good"),
            ], texts.Language);
    }

    public static Chart Objectives(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var objectives = snapshot.Objectives;
        ChartSeries Series(Verdict verdict, string tone, Func<Counts, int> figure) => new(texts.Of(verdict), [.. objectives.Select(o => (decimal?)figure(o.Counts))], tone);
        return new Chart(
            ChartKind.StackedBars, texts["chart.objectives"], texts["unit.activities"], [.. objectives.Select(o => EvaluationTables.ObjectiveName(o, texts))],
            [
                Series(Verdict.ImplementedOnTime, "good", c => c.OnTime), Series(Verdict.ImplementedLate, "late", c => c.Late), Series(Verdict.Partial, "warn", c => c.Partial),
                Series(Verdict.NotImplemented, "bad", c => c.NotImplemented), Series(Verdict.InProgress, "info", c => c.InProgress), Series(Verdict.NotDue, "muted", c => c.NotDue),
                Series(Verdict.AwaitingTrigger, "accent", c => c.AwaitingTrigger),
            ], texts.Language);
    }

    /// <summary>What was achieved of each target; null where no indicator has a figure to show.</summary>
    public static Chart? Indicators(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var shown = (snapshot.Indicators ?? []).Where(i => i.Passport.Kind != IndicatorKind.Text).ToList();
        return shown.Count == 0 ? null : new Chart(
            ChartKind.Bullet, texts["chart.indicators"], "%", [.. shown.Select(i => $"{i.Code} {ReportTexts.Short(i.Passport.Name.In(texts.Language), NameLength)}")],
            [
                new ChartSeries(texts["col.achieved"], [.. shown.Select(i => i.Achieved * 100)], "good"),
                new ChartSeries(texts["col.previous"], [.. shown.Select(i => i.Previous * 100)], "muted"),
            ], texts.Language);
    }

    /// <summary>The course of each indicator that has one, to its own scale; null where none has.</summary>
    public static Chart? Courses(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var shown = (snapshot.Indicators ?? []).Where(i => i.Series is not null).ToList();
        List<string> periods = [.. shown.SelectMany(i => i.Series!).Select(p => p.Period).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return shown.Count == 0 ? null : new Chart(
            ChartKind.Multiples, texts["chart.courses"], "", periods,
            [
                .. shown.Select(i => new ChartSeries(
                    // The unit before the name, which is cut where it is too long.
                    $"{i.Code}{(i.Passport.Unit.In(texts.Language) is { Length: > 0 } unit ? $" ({unit})" : "")} {ReportTexts.Short(i.Passport.Name.In(texts.Language), NameLength)}",
                    [.. periods.Select(p => i.Series!.FirstOrDefault(f => f.Period == p)?.Figure)], "info")),
            ], texts.Language);
    }

    /// <summary>The year's activities by the month in which they are due, with what became of them; null where none is due in it.</summary>
    public static Chart? DueByMonth(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var year = snapshot.CutOff.Year;
        var due = snapshot.Activities.Where(a => a.Verdict != Verdict.Outside && a.EffectiveDue?.Year == year).ToList();
        ChartSeries Series(string tone, params Verdict[] verdicts) => new(
            texts.Of(verdicts[0]), [.. Enumerable.Range(1, 12).Select(m => (decimal?)due.Count(a => a.EffectiveDue!.Value.Month == m && verdicts.Contains(a.Verdict)))], tone);
        return due.Count == 0 ? null : new Chart(
            ChartKind.StackedBars, texts["chart.due-by-month", year], texts["unit.activities"],
            [.. Enumerable.Range(1, 12).Select(m => m == snapshot.CutOff.Month ? texts["chart.cut-off-month", $"{m:00}.{year}"] : $"{m:00}.{year}")],
            [
                Series("good", Verdict.ImplementedOnTime), Series("late", Verdict.ImplementedLate), Series("warn", Verdict.Partial),
                Series("bad", Verdict.NotImplemented), Series("info", Verdict.InProgress, Verdict.StartedOnTime, Verdict.NotStarted, Verdict.NoProgress), Series("muted", Verdict.NotDue),
                Series("accent", Verdict.AwaitingTrigger),
            ], texts.Language);
    }

    /// <summary>The coverage of each week, which names the releases that were issued in it.</summary>
    public static Chart Coverage(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var items = snapshot.Coverages ?? [];
        var (start, end) = snapshot.Days;
        // Weeks of a quarter, months of a year.
        List<DateOnly> spans = snapshot.IsYear ? [.. Enumerable.Range(0, 12).Select(start.AddMonths)] : [.. Enumerable.Range(0, (end.DayNumber - start.DayNumber) / 7 + 1).Select(w => start.AddDays(w * 7))];
        bool In(DateOnly day, DateOnly span) => day >= span && day < (snapshot.IsYear ? span.AddMonths(1) : span.AddDays(7));
        ChartSeries Counted(string tone, string colour, Func<FrozenCoverage, bool> which) =>
            new(texts[tone], [.. spans.Select(s => (decimal?)items.Count(i => which(i) && In(i.On, s)))], colour);
        string Named(DateOnly span)
        {
            var name = snapshot.IsYear ? texts.Date(span)[3..] : texts.Date(span)[..5];
            var issued = (snapshot.Releases ?? []).Count(r => In(r.On, span));
            return issued == 0 ? name : texts["chart.releases-issued", name, issued];
        }

        return new Chart(
            ChartKind.StackedBars, texts["chart.coverage"], texts["unit.items"], [.. spans.Select(Named)],
            [Counted("tone.positive", "good", i => i.Tone > 0), Counted("tone.neutral", "muted", i => i.Tone == 0), Counted("tone.negative", "bad", i => i.Tone < 0)], texts.Language);
    }

    /// <summary>Items on the topic by month: those that name the office or a partner, and the others; null where none was coded for it.</summary>
    public static Chart? Voice(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var items = (snapshot.Coverages ?? []).Where(i => i.NamesUs is not null).ToList();
        var (start, end) = snapshot.Days;
        List<DateOnly> months = [.. Enumerable.Range(0, 12).Select(start.AddMonths).TakeWhile(m => m <= end)];
        ChartSeries Series(string key, string tone, bool ours) =>
            new(texts[key], [.. months.Select(m => (decimal?)items.Count(i => i.NamesUs == ours && i.On >= m && i.On < m.AddMonths(1)))], tone);
        return items.Count == 0 ? null : new Chart(
            ChartKind.StackedBars, texts["chart.voice"], texts["unit.items"], [.. months.Select(m => texts.Date(m)[3..])], [Series("voice.ours", "info", true), Series("voice.others", "muted", false)], texts.Language);
    }

    /// <summary>Reports in time, institution by quarter. What ties the quarters is the Romanian name.</summary>
    public static Chart Discipline(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var history = snapshot.History ?? [];
        return new Chart(
            ChartKind.HeatMap, texts["chart.discipline"], "%", [.. history.Select(h => h.Period), snapshot.Period],
            [
                .. snapshot.Reporting.Select(r => new ChartSeries(
                    r.Institution.ShortName(texts.Language), [.. history.Select(h => h.Institutions.FirstOrDefault(i => i.Institution == Romanian(r.Institution))?.OnTime * 100), r.Reports.Discipline * 100])),
            ], texts.Language);
    }

    /// <summary>By source; null where no line carries a figure.</summary>
    public static Chart? Money(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var sources = (snapshot.MoneyBySource ?? []).Where(m => m.Lines > m.WithoutFigure).ToList();
        ChartSeries Series(string key, string tone, Func<FrozenMoney, decimal> figure) => new(texts[key], [.. sources.Select(m => (decimal?)figure(m))], tone);
        return sources.Count == 0 ? null : new Chart(
            ChartKind.Bars, texts["chart.money"], texts["unit.thousand", snapshot.Currency ?? "MDL"], [.. sources.Select(m => texts[$"source.{m.Key}"])],
            [Series("col.planned", "muted", m => m.Planned), Series("col.allocated", "info", m => m.Allocated), Series("col.spent", "good", m => m.Spent)], texts.Language);
    }

    /// <summary>Those with the most overdue activities; null where nothing is overdue.</summary>
    public static Chart? Overdue(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        var leads = OverdueLeads(snapshot);
        return leads.Count == 0 ? null : new Chart(
            ChartKind.Bars, texts["chart.overdue"], texts["unit.activities"], [.. leads.Select(l => l.Lead.ShortName(texts.Language))],
            [new ChartSeries(texts["col.overdue"], [.. leads.Select(l => (decimal?)l.Overdue)], "bad")], texts.Language);
    }

    /// <summary>The leads of <see cref="Overdue"/>, in its order.</summary>
    public static IReadOnlyList<(NamedInstitution Lead, int Overdue)> OverdueLeads(EvaluationSnapshot snapshot) =>
    [
        .. snapshot.Activities.Where(a => a.DaysOverdue is not null).GroupBy(a => Romanian(a.Lead), StringComparer.Ordinal).Select(g => (g.First().Lead, g.Count()))
            .OrderByDescending(l => l.Item2).ThenBy(l => Romanian(l.Lead), StringComparer.Ordinal).Take(LeadsShown),
    ];

    /// <summary>Every picture of the evaluation that has something to show, by a name that fits a file's.</summary>
    public static IEnumerable<(string Name, Chart Chart)> All(EvaluationSnapshot snapshot, ReportTexts texts)
    {
        yield return ("rates", Rates(snapshot, texts));
        if (snapshot.History is { Count: > 0 }) yield return ("trend", Trend(snapshot, texts));
        if (snapshot.Objectives.Count > 0) yield return ("objectives", Objectives(snapshot, texts));
        if (DueByMonth(snapshot, texts) is { } due) yield return ("due", due);
        if (Indicators(snapshot, texts) is { } indicators) yield return ("indicators", indicators);
        if (Courses(snapshot, texts) is { } courses) yield return ("courses", courses);
        if (snapshot.Coverages is { Count: > 0 }) yield return ("coverage", Coverage(snapshot, texts));
        if (snapshot.Reporting.Count > 0) yield return ("discipline", Discipline(snapshot, texts));
        if (Money(snapshot, texts) is { } money) yield return ("money", money);
        if (Overdue(snapshot, texts) is { } overdue) yield return ("overdue", overdue);
    }

    public static string Romanian(NamedInstitution institution) => institution.Name.In(LocalizedText.Languages[0]);
}
