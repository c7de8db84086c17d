// A plan that reports by half-years beside one that reports by quarters: what the schedule opens, what reports are for, what is evaluated.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class HalfYearTests(string provider) : PlanWorld(provider)
{
    private static readonly Caller Head = new(CallerKind.Person, "Șefa secretariatului", Guid.CreateVersion7(), null, [Permission.ApproveEvaluation]);

    [Test]
    public async Task Each_plan_is_collected_by_its_own_calendar()
    {
        var (half, quarterly, activity) = await TwoPlans();
        App.Clock.Set(new DateOnly(2026, 4, 1));
        await Do(new OpenDueCollections());
        Assert.That((await Opened(half), await Opened(quarterly)), Is.EqualTo(("", "2026-Q1")));
        Assert.That((await App.Send(new OpenCollection(half, "2026-Q1"))).Failure?.Code, Is.EqualTo("action-plan.period-not-collected"));

        // What is told in spring is for the half-year.
        Assert.That((await Get(new GetReportingQuarter(half), MinistryLink)).Period, Is.EqualTo("2026-Q2"));
        _ = await Get(new SubmitReport(activity, null, null, ReportedState.Complete, 100, "Două ședințe", null, null, "https://example.md/club"), MinistryLink);
        Assert.That((await App.Send(new SubmitReport(activity, "2026-Q1", null, ReportedState.Complete, 100, "x", null, null, null), MinistryLink)).Failure?.Code, Is.EqualTo("action-plan.period-not-open"));

        App.Clock.Set(new DateOnly(2026, 7, 1));
        await Do(new OpenDueCollections());
        await Do(new OpenDueCollections());
        Assert.That((await Opened(half), await Opened(quarterly)), Is.EqualTo(("2026-Q2", "2026-Q1,2026-Q2")));
        Assert.That((await Get(new ListPeriods(half))).Single().DueOn, Is.EqualTo(new DateOnly(2026, 7, 15)), "half-year by 15 July");
    }

    [Test]
    public async Task A_half_year_is_evaluated_as_a_whole_and_a_year_is_made_of_two()
    {
        var (plan, _, activity) = await TwoPlans();
        App.Clock.Set(new DateOnly(2026, 2, 20));
        _ = await Get(new LogCoverage("Moldpres", "Clubul presei", "https://example.md/1", new DateOnly(2026, 2, 12), "ro", CoverageKind.News, 1, activity, null));
        App.Clock.Set(new DateOnly(2026, 6, 12));
        _ = await Get(new LogCoverage("Moldpres", "Clubul presei", "https://example.md/2", new DateOnly(2026, 6, 11), "ro", CoverageKind.News, 0, activity, null));
        var first = await Evaluated(plan, "2026-Q2", new DateOnly(2026, 7, 21));
        var half = await Get(new GetEvaluation(first));
        Assert.That((half.Snapshot.Span, half.Snapshot.Coverage.Total, half.Snapshot.Activities.Single().DueThisQuarter), Is.EqualTo(((int?)2, 2, true)), "what was due in February is due in the half-year");
        Assert.That((await App.Send(new ComputeEvaluation(plan, "2026-Q3"))).Failure?.Code, Is.EqualTo("monitoring.not-collected"));
        foreach (var (language, words) in new[] { ("ro", "Semestrul I 2026 (01.01.2026 – 30.06.2026)"), ("ru", "I полугодие 2026 г. (01.01.2026 – 30.06.2026)"), ("en", "Half-year I 2026 (01.01.2026 – 30.06.2026)") })
            Assert.That(System.Text.Encoding.UTF8.GetString((await Get(new ExportEvaluation(first, "json", language))).Content), Does.Contain(words));

        Assert.That((await App.Send(new ComputeEvaluation(plan, "2026"))).Failure?.Message, Is.EqualTo("Not every quarter of 2026 is approved yet: 2026-Q4."));
        var second = (await Get(new GetEvaluation(await Evaluated(plan, "2026-Q4", new DateOnly(2027, 1, 21))))).Snapshot;
        Assert.That((second.Previous?.Period, second.Coverage.Total), Is.EqualTo(("2026-Q2", 0)));
        var year = (await Get(new GetEvaluation(await Get(new ComputeEvaluation(plan, "2026"))))).Snapshot;
        Assert.That((year.Coverage.Total, year.History!.Count), Is.EqualTo((2, 2)));
    }

    private async Task<(Guid Half, Guid Quarterly, Guid Activity)> TwoPlans()
    {
        App.Clock.Set(new DateOnly(2026, 1, 5));
        var half = await DraftPlan("PN-1");
        var stored = await Get(new GetPlan(half));
        await Do(new EditPlan(half, stored.Code, stored.Title, stored.Start, stored.End, null, null, stored.Version, Frequency: ReportingFrequency.HalfYearly));
        var activity = await Activity(half, "1.1", "20.02.2026");
        await PutInForce(half);
        return (half, await PlanInForce("PA-2"), activity);
    }

    private async Task<string> Opened(Guid plan) => string.Join(',', (await Get(new ListPeriods(plan))).Select(p => p.Period).Order(StringComparer.Ordinal));

    private async Task<Guid> Evaluated(Guid plan, string period, DateOnly on)
    {
        App.Clock.Set(on);
        await Do(new OpenCollection(plan, period));
        await Do(new CloseCollection(plan, period));
        var id = await Get(new ComputeEvaluation(plan, period));
        await Do(new ApproveEvaluation(id, (await Get(new GetEvaluation(id))).Version), Head);
        return id;
    }
}
