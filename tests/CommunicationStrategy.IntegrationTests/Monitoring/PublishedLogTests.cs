// The published monitoring log of a real programme (tests/data/README.md), entered verdict by verdict: the quarters count what the source counts.
using System.Globalization;
using System.Text.RegularExpressions;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Documents.Tables;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Assessments;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Monitoring.Features.Indicators;
using CommunicationStrategy.UnitTests.Monitoring;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed partial class PublishedLogTests(string provider) : PlanWorld(provider)
{
    private static readonly Dictionary<string, Verdict> Published = new(StringComparer.Ordinal)
    {
        ["Implementation of the measure has not started"] = Verdict.NotStarted,
        ["Implementation of the measure has started on time"] = Verdict.StartedOnTime,
        ["There is progress in the implementation of the measure"] = Verdict.InProgress,
        ["There is no progress in the implementation of the measure"] = Verdict.NoProgress,
        ["The measure was implemented on time and in full"] = Verdict.ImplementedOnTime,
        ["The measure was implemented on time, but partially"] = Verdict.Partial,
        ["The measure was not implemented on time and in full"] = Verdict.ImplementedLate,
        ["The measure has not been implemented"] = Verdict.NotImplemented,
    };

    private static readonly Caller Evaluator = new(CallerKind.Person, "Evaluator", Guid.CreateVersion7(), null, [Permission.Evaluate, Permission.ViewMonitoring]);

    /// <param name="Quarter">A quarter is monitored after its end: what was published on a day is of the quarter before.</param>
    private sealed record Entry(string Number, DateOnly On, string Quarter, Verdict Verdict);

    [Test]
    public async Task The_published_verdicts_entered_day_by_day_are_the_quarters_counts_and_each_measures_log()
    {
        var log = Read();
        Assert.That((log.Count, log.Select(e => e.Number).Distinct().Count()), Is.EqualTo((37, 13)), "entries and measures in the source");
        App.Clock.Set(new DateOnly(2023, 3, 1));
        var plan = await ImportedPlanA();
        await PutInForce(plan);
        var ids = (await Get(new GetActivityNames(plan))).ToDictionary(a => a.Number, a => a.Id);
        foreach (var entry in log.OrderBy(e => e.On))
        {
            App.Clock.Set(entry.On);
            await Do(new JudgeActivity(plan, entry.Quarter, ids[entry.Number], entry.Verdict, "Publicat în sistemul de monitorizare", "https://dap.nazk.gov.ua/en/"), Evaluator);
        }

        foreach (var quarter in log.GroupBy(e => e.Quarter).OrderBy(q => q.Key, StringComparer.Ordinal))
        {
            // One measure may be judged twice in a quarter: after the amendment of October 2024 "not implemented" became "progress".
            var standing = quarter.GroupBy(e => e.Number).Select(m => m.MaxBy(e => e.On)!).ToList();
            var sheet = await Get(new GetAssessments(plan, quarter.Key));
            Assert.That(Counts(sheet.Activities.Where(a => a.Decided is not null).Select(a => a.Verdict)), Is.EqualTo(Counts(standing.Select(e => e.Verdict))), quarter.Key);

            App.Clock.Set(quarter.Max(e => e.On));
            await Do(new OpenCollection(plan, quarter.Key));
            await Do(new CloseCollection(plan, quarter.Key));
            var evaluation = await Get(new ComputeEvaluation(plan, quarter.Key), Evaluator);
            var judged = (await Get(new GetEvaluation(evaluation))).Snapshot.Activities.Where(a => a.Decision is not null).ToList();
            Assert.That(judged.Select(a => (a.Number, a.Verdict)), Is.EquivalentTo(standing.Select(e => (e.Number, e.Verdict))), quarter.Key);
        }

        foreach (var measure in log.GroupBy(e => e.Number))
        {
            var kept = await Get(new GetVerdictLog(plan, ids[measure.Key]));
            Assert.That(kept.Select(e => (e.Period, e.Mark)), Is.EqualTo(measure.OrderByDescending(e => e.On).Select(e => (e.Quarter, e.Verdict.ToString()))), $"{measure.Key}: newest first, as published");
        }
    }

    [Test]
    public async Task The_published_indicators_give_the_published_levels()
    {
        const string period = "2023-Q4";
        App.Clock.Set(new DateOnly(2023, 3, 1));
        var plan = await ImportedPlanA();
        await PutInForce(plan);
        App.Clock.Set(new DateOnly(2024, 1, 31));
        var published = PublishedIndicators.Read(DataFile("actionplan-A-indicators.csv"));
        foreach (var one in published)
        {
            var id = await Get(new AddIndicator(plan, $"{one.Objective}-{one.Number}", one.Objective, null, one.Passport), Evaluator);
            if (one.Actual is { } actual) await Do(new SetIndicatorValue(id, period, actual, null, "Publicat", null, null, [], 0), Evaluator);
        }

        await Do(new OpenCollection(plan, period));
        await Do(new CloseCollection(plan, period));
        var snapshot = (await Get(new GetEvaluation(await Get(new ComputeEvaluation(plan, period), Evaluator)))).Snapshot;
        var objectives = published.Where(i => i.Level is not null).GroupBy(i => i.Objective).ToDictionary(o => o.Key, o => o.First().Level);
        Assert.That((snapshot.Indicators!.Count, objectives.Count), Is.EqualTo((25, 9)));
        Assert.That(snapshot.Scores!.Where(s => objectives.ContainsKey(s.Number)).ToDictionary(s => s.Number, s => s.Level), Is.EqualTo(objectives));
        Assert.That(snapshot.Indicators.Where(i => i.Why is not null).Select(i => i.Code), Is.EquivalentTo(published.Where(i => i.Actual is null).Select(i => $"{i.Objective}-{i.Number}")), "not assessed is not computable, and no zero");
    }

    private static List<Entry> Read()
    {
        using var file = File.OpenRead(DataFile("actionplan-A.csv"));
        var table = TableFile.Read(file, "actionplan-A.csv").Table!;
        var (number, log) = (table.Headers.ToList().IndexOf("number"), table.Headers.ToList().IndexOf("monitoring_log"));
        return
        [
            .. from row in table.Rows
               from Match line in Dated().Matches(row.Cells[log])
               let day = DateOnly.ParseExact(line.Groups["on"].Value, "dd.MM.yyyy", CultureInfo.InvariantCulture)
               select new Entry(row.Cells[number], day, Quarter.Of(day).Previous.ToString(), Published[line.Groups["result"].Value.Trim()]),
        ];
    }

    private static Dictionary<Verdict, int> Counts(IEnumerable<Verdict> verdicts) => verdicts.CountBy(v => v).ToDictionary();

    [GeneratedRegex(@"(?<on>\d{2}\.\d{2}\.\d{4}): (?<result>[^\r\n]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();
}
