// The yearly report from four approved quarters, on every database.
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Assessments;
using CommunicationStrategy.Monitoring.Features.Conclusions;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Monitoring.Features.Indicators;
using System.Text;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class YearTests(string provider) : PlanWorld(provider)
{
    private static readonly string[] Quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];
    private static readonly DateOnly[] Closings = [new(2026, 6, 2), new(2026, 7, 21), new(2026, 10, 21), new(2027, 1, 21)];
    private static readonly LocalizedText Words = LocalizedText.Of("Au fost ținute 12 lecții publice.", "Проведено 12 открытых уроков.", "Twelve public lessons were held.");
    private static readonly Caller Officer = Person("Ofițer", Permission.Evaluate, Permission.ViewMonitoring);
    private static readonly Caller Head = Person("Șefa secretariatului", Permission.ApproveEvaluation, Permission.Evaluate, Permission.ViewMonitoring);

    [Test]
    public async Task Four_approved_quarters_make_a_year_that_is_approved_frozen_and_exported_like_them()
    {
        var (plan, evaluations) = await Year();
        await Get(new AddFinding(plan, "2026", FindingKind.Prevention, Words, null, "nr. 05-12"), Officer);
        Assert.That((await App.Send(new AddFinding(plan, "2026", FindingKind.Risk, Words, null, null), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.finding-kind"));
        Assert.That((await App.Send(new AddFinding(plan, "2027-Q1", FindingKind.Prevention, Words, null, null), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.finding-kind"));
        await Do(new RateCriterion(plan, "2026", DacCriterion.Relevance, 4, "Problemele rămân actuale", null), Officer);

        var id = await Get(new ComputeEvaluation(plan, "2026"), Officer);
        var year = (await Get(new GetEvaluation(id))).Snapshot;
        var last = (await Get(new GetEvaluation(evaluations[3]))).Snapshot;
        Assert.Multiple(() =>
        {
            Assert.That((year.Totals, year.CutOff, year.Achievement), Is.EqualTo((last.Totals, new DateOnly(2026, 12, 31), last.Achievement)), "the year ends as its last quarter did");
            // One activity that reports are owed for in each of the four quarters, none sent: 4 x 1.
            Assert.That((year.Reports.Due, year.Reports.Missing), Is.EqualTo((4, 4)));
            Assert.That(year.Reporting.Single().MissingFor, Is.EqualTo(new[] { "1.1 (Q1)", "1.1 (Q2)", "1.1 (Q3)", "1.1 (Q4)" }));
            Assert.That((year.Coverage.Total, year.Coverages!.Count), Is.EqualTo((2, 2)), "one item in the second quarter, one in the third");
            Assert.That(year.History!.Select(h => h.Period), Is.EqualTo(Quarters));
            Assert.That(year.Findings!.Select(f => f.Kind), Is.EqualTo(new[] { FindingKind.Obstacle, FindingKind.Prevention }));
            Assert.That(year.Ratings!.Select(r => (r.Criterion, r.Rating)), Is.EqualTo(new[] { (DacCriterion.Relevance, 4) }));
            Assert.That(year.Methods, Does.Contain(Method.YearOfQuarters).And.Contain(Method.SmallNumbersWithheld));
        });

        Assert.That((await App.Send(new ApproveEvaluation(id, 1), Person("Altcineva", Permission.ViewMonitoring))).Failure!.Kind, Is.EqualTo(FailureKind.Forbidden));
        await Do(new ApproveEvaluation(id, 1), Head);
        Assert.That((await App.Send(new AddFinding(plan, "2026", FindingKind.Priority, Words, null, null), Officer)).Failure!.Code, Is.EqualTo("monitoring.frozen"));
        var text = Encoding.UTF8.GetString((await Get(new ExportEvaluation(id, "json", "ru"))).Content);
        Assert.That(text, Does.Contain("2026 год").And.Contain("Проведено 12 открытых уроков. (nr. 05-12)").And.Contain("Приоритеты следующего года").And.Contain("ST"));
        foreach (var format in new[] { "docx", "xlsx", "csv", "brief-docx", "charts" }) Assert.That((await Get(new ExportEvaluation(id, format, "ro"))).Content, Has.Length.GreaterThan(1000), format);
        Assert.That((await Get(new GetDashboard(plan, "ro"), Officer)).Quarters.Select(q => q.Period), Is.EqualTo(Quarters), "a year is no quarter");
    }

    [Test]
    public async Task Small_parts_that_count_people_are_withheld_and_cannot_be_computed_back()
    {
        var (plan, evaluations) = await Year();
        // Second quarter: 20 = 17 women + 3 men. Three are too few, and with them alone withheld the total would tell them.
        var second = (await Get(new GetEvaluation(evaluations[1]))).Snapshot.Indicators!.Single();
        Assert.That(second.Series!.Select(f => f.Figure), Is.EqualTo(new[] { 18m, 20m }));
        Assert.That(second.Parts.Select(p => (p.Category, p.Value)), Is.EqualTo(new[] { ("femei", (decimal?)null), ("bărbați", null) }));
        Assert.That(second.OwnFigure, Is.EqualTo(20));

        var year = (await Get(new GetEvaluation(await Get(new ComputeEvaluation(plan, "2026"), Officer)))).Snapshot;
        Assert.That(year.Statistics!.Select(s => (s.Category, string.Join(' ', s.Quarters.Select(q => q?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "-")), s.Year)), Is.EqualTo(new[]
        {
            // 18 + 20 + 20 + 22 = 80; a row with a withheld quarter has no sum, or the difference would tell it.
            ("", "18 20 20 22", (decimal?)80), ("femei", "10 - 12 14", null), ("bărbați", "8 - 8 8", null),
        }));
    }

    [Test]
    public async Task A_year_waits_for_its_quarters_and_names_them()
    {
        var plan = await PlanInForce();
        await Close(plan, 0);
        var waiting = (await App.Send(new ComputeEvaluation(plan, "2026"), Officer)).Failure!;
        Assert.That((waiting.Code, waiting.Message), Is.EqualTo(("monitoring.year-incomplete", "Not every quarter of 2026 is approved yet: 2026-Q2, 2026-Q3, 2026-Q4.")));
        Assert.That((await App.Send(new ComputeEvaluation(plan, "2030"), Officer)).Failure!.Code, Is.EqualTo("monitoring.year-outside"));
        Assert.That((await App.Send(new ComputeEvaluation(plan, "26"), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.period-unreadable"));
    }

    /// <summary>A plan with one activity that is never reported, an indicator with parts, an obstacle and two items of coverage; every quarter of 2026 approved.</summary>
    private async Task<(Guid Plan, IReadOnlyList<Guid> Evaluations)> Year()
    {
        var plan = await DraftPlan();
        await Activity(plan, "1.1", "trimestrial");
        await PutInForce(plan);
        var passport = new IndicatorPassport
        {
            Name = LocalizedText.Of("ro", "Persoane informate"), Aggregation = Aggregation.Sum, Baseline = 0, Targets = [new IndicatorTarget("2026", 100)], IsPublic = true, CountsPersons = true, Dimensions = ["sex"],
        };
        var indicator = await Get(new AddIndicator(plan, "I-1", "1", null, passport), Officer);
        (int Women, int Men)[] figures = [(10, 8), (17, 3), (12, 8), (14, 8)];
        var evaluations = new List<Guid>();
        for (var i = 0; i < Quarters.Length; i++)
        {
            App.Clock.Set(Closings[i]);
            var (women, men) = figures[i];
            await Do(new SetIndicatorValue(indicator, Quarters[i], women + men, null, null, null, null, [new ValuePart("sex", "femei", women), new ValuePart("sex", "bărbați", men)], 0), Officer);
            if (i == 1) await Get(new AddFinding(plan, Quarters[i], FindingKind.Obstacle, Words, null, null), Officer);
            if (i is 1 or 2) await Get(new LogCoverage("Moldpres", $"Clubul presei {i}", $"https://example.md/{i}", Quarter.Parse(Quarters[i])!.Value.Start.AddDays(9), "ro", CoverageKind.News, 1, null, null));
            evaluations.Add(await Close(plan, i));
        }

        return (plan, evaluations);
    }

    private async Task<Guid> Close(Guid plan, int quarter)
    {
        await Do(new OpenCollection(plan, Quarters[quarter]));
        App.Clock.Set(Closings[quarter]);
        await Do(new CloseCollection(plan, Quarters[quarter]));
        var id = await Get(new ComputeEvaluation(plan, Quarters[quarter]), Officer);
        await Do(new ApproveEvaluation(id, (await Get(new GetEvaluation(id))).Version), Head);
        return id;
    }

    private static Caller Person(string name, params Permission[] permissions) => new(CallerKind.Person, name, Guid.CreateVersion7(), null, permissions);
}
