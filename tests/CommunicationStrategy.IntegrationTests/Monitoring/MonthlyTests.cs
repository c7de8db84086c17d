// A plan that reports every month by the 5th, as the Government's does, beside one that reports by quarters: three collections make a quarter's evaluation.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.ActionPlan.Features.Views;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Monitoring.Features.Indicators;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class MonthlyTests(string provider) : PlanWorld(provider)
{
    [Test]
    public async Task A_month_is_opened_reported_on_and_closed_by_its_own_days()
    {
        var (monthly, quarterly, activity) = await TwoPlans();
        App.Clock.Set(new DateOnly(2026, 2, 1));
        await Do(new OpenDueCollections());
        Assert.That(await Opened(monthly), Is.Empty, "a Sunday");
        App.Clock.Set(new DateOnly(2026, 3, 2));
        await Do(new OpenDueCollections());
        await Do(new OpenDueCollections());
        Assert.That((await Opened(monthly), await Opened(quarterly)), Is.EqualTo(("2026-02", "")));
        var february = (await Get(new ListPeriods(monthly))).Single();
        Assert.That((february.DueOn, february.ReviewedBy), Is.EqualTo((new DateOnly(2026, 3, 5), new DateOnly(2026, 3, 15))), "by the 5th, checked by the 15th");
        Assert.That((await App.Send(new OpenCollection(monthly, "2026-Q1"))).Failure?.Code, Is.EqualTo("action-plan.period-not-collected"));
        Assert.That((await App.Send(new OpenCollection(quarterly, "2026-02"))).Failure?.Code, Is.EqualTo("action-plan.period-not-collected"));
        Assert.That((await App.Send(new OpenCollection(monthly, "2026-13"))).Failure?.Fields.Single().Code, Is.EqualTo("action-plan.period-unreadable"));
        Assert.That((await App.Send(new OpenCollection(monthly, "2026-04"))).Failure?.Code, Is.EqualTo("action-plan.period-outside"));

        Assert.That(await Get(new GetReportingQuarter(monthly), MinistryLink), Is.EqualTo(new ReportingQuarterInfo("2026-02", new DateOnly(2026, 3, 5))));
        Assert.That((await Get(new GetMyDuties(), MinistryLink)).Duties.Single(d => d.ActivityId == activity).Owed, Is.EqualTo(new[] { new OwedReport("2026-02", new DateOnly(2026, 3, 5)) }));
        Assert.That((await App.Send(Report(activity, "2026-Q1"), MinistryLink)).Failure?.Code, Is.EqualTo("action-plan.period-not-open"));
        _ = await Get(Report(activity, null), MinistryLink);
        _ = await Get(Report(activity, "2026-03", 60), MinistryLink);
        var shown = await Get(new GetInstitutionQuarter(Quarter: "2026-Q1"), MinistryLink);
        Assert.That((shown.Owed.Count, string.Join(',', shown.Reported.Select(r => r.Period))), Is.EqualTo((0, "2026-02,2026-03")), "the quarter shows its months");
        Assert.That((await Get(new ListExpectedReports(monthly, "2026-02"))).Items.Single().Standing, Is.EqualTo(ReportStanding.Submitted));

        App.Clock.Set(new DateOnly(2026, 3, 16));
        await Do(new CloseDueCollections());
        Assert.That((await Get(new ListPeriods(monthly))).Single().State, Is.EqualTo(PeriodState.Closed));
        Assert.That((await Get(new GetReportingQuarter(monthly), MinistryLink)).Period, Is.EqualTo("2026-03"));
    }

    /// <summary>January missed, February reported in time, March a day late: three reports owed for one activity. The draft comes with the last month that is closed.</summary>
    [Test]
    public async Task Three_months_make_the_evaluation_of_a_quarter()
    {
        var (plan, _, activity) = await TwoPlans();
        await Get(new AddIndicator(plan, "I-1", "1", Ministry, new IndicatorPassport { Name = LocalizedText.Of("ro", "Apeluri") }));
        App.Clock.Set(new DateOnly(2026, 2, 2));
        await Do(new OpenCollection(plan, "2026-01"));
        App.Clock.Set(new DateOnly(2026, 3, 2));
        await Do(new OpenCollection(plan, "2026-02"));
        _ = await Get(Report(activity, "2026-02"), MinistryLink);
        Assert.That((await Get(new GetMyFigures(), MinistryLink)).Count, Is.Zero, "figures are the quarter's: asked with its last month");
        await Do(new CloseCollection(plan, "2026-02"));
        App.Clock.Set(new DateOnly(2026, 4, 6));
        await Do(new OpenCollection(plan, "2026-03"));
        Assert.That((await Get(new GetMyFigures(), MinistryLink)).Select(f => f.Period), Is.EqualTo(new[] { "2026-Q1" }));
        // The 5th is a Sunday: in time is still the 6th.
        App.Clock.Set(new DateOnly(2026, 4, 7));
        _ = await Get(Report(activity, "2026-03", 60), MinistryLink);
        await Do(new CloseCollection(plan, "2026-03"));
        await App.DispatchAsync();
        Assert.That((await Get(new ListEvaluations(plan))).Total, Is.Zero, "January is still collected");
        Assert.That((await App.Send(new ComputeEvaluation(plan, "2026-Q1"))).Failure?.Code, Is.EqualTo("monitoring.collection-open"));

        await Do(new CloseCollection(plan, "2026-01"));
        await App.DispatchAsync();
        await App.DispatchAsync();
        var snapshot = (await Get(new GetEvaluation((await Get(new ListEvaluations(plan))).Items.Single().Id))).Snapshot;
        Assert.That((snapshot.Period, snapshot.Span, snapshot.CollectionClosedOn, snapshot.CutOff), Is.EqualTo(("2026-Q1", (int?)null, new DateOnly(2026, 4, 7), new DateOnly(2026, 3, 31))));
        Assert.That(snapshot.Reports, Is.EqualTo(new ReportCounts(3, 1, 1, 1, 0)));
        Assert.That(snapshot.Reporting.Single().MedianDaysLate, Is.EqualTo(1m));
        Assert.That(snapshot.Reporting.Single().MissingFor, Is.EqualTo(new[] { "1.1" }));
    }

    private static SubmitReport Report(Guid activity, string? period, int percent = 40) => new(activity, period, null, ReportedState.InProgress, percent, "În lucru", null, null, null);

    private async Task<(Guid Monthly, Guid Quarterly, Guid Activity)> TwoPlans()
    {
        App.Clock.Set(new DateOnly(2026, 1, 5));
        var monthly = await DraftPlan("PG-1");
        var stored = await Get(new GetPlan(monthly));
        await Do(new EditPlan(monthly, stored.Code, stored.Title, stored.Start, stored.End, null, null, stored.Version, ReportDays: 5, ReviewDays: 15, Frequency: ReportingFrequency.Monthly));
        var activity = await Activity(monthly, "1.1", "20.11.2026");
        await PutInForce(monthly);
        Assert.That((await Get(new GetPlan(monthly))).Collected().First().Name, Is.EqualTo("2026-01"));
        return (monthly, await PlanInForce("PA-2"), activity);
    }

    private async Task<string> Opened(Guid plan) => string.Join(',', (await Get(new ListPeriods(plan))).Select(p => p.Period).Order(StringComparer.Ordinal));
}
