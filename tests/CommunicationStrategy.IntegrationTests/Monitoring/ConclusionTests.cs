// Findings, levels, criteria and recommendations of a quarter, and two quarters compared, on every database.
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Assessments;
using CommunicationStrategy.Monitoring.Features.Conclusions;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class ConclusionTests(string provider) : PlanWorld(provider)
{
    private const string Period = "2026-Q2";
    private static readonly LocalizedText Words = LocalizedText.Of("ro", "Persoanele de contact se schimbă des.");
    private static readonly Caller Officer = Person("Ofițer", Permission.Evaluate, Permission.ViewMonitoring);
    private static readonly Caller Head = Person("Șefa secretariatului", Permission.ApproveEvaluation, Permission.Evaluate, Permission.ViewMonitoring);

    [Test]
    public async Task A_finding_is_said_corrected_taken_back_and_stands_once_its_quarter_is_approved()
    {
        var plan = await ClosedQuarter();
        var id = await Get(new AddFinding(plan, Period, FindingKind.Obstacle, Words, "1.1", " nr. 05-131 "), Officer);
        Assert.That((await App.Send(new AddFinding(plan, Period, FindingKind.Risk, LocalizedText.Of("en", "Only English"), null, null), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.text-required"));
        var stored = await Get(new GetFinding(id), Officer);
        Assert.That((stored.About, stored.Evidence, stored.PlanId, stored.Period), Is.EqualTo(("1.1", "nr. 05-131", plan, Period)));
        await Do(new EditFinding(id, FindingKind.Lesson, Words, null, null, stored.Version), Officer);
        Assert.That((await App.Send(new EditFinding(id, FindingKind.Risk, Words, null, null, stored.Version), Officer)).Failure!.Kind, Is.EqualTo(FailureKind.StaleVersion));
        var gone = await Get(new AddFinding(plan, Period, FindingKind.Risk, Words, null, null), Officer);
        await Do(new RemoveFinding(gone, 1), Officer);

        var evaluation = await Approved(plan, Period);
        var frozen = (await Get(new GetEvaluation(evaluation))).Snapshot.Findings!;
        Assert.That(frozen.Select(f => (f.Kind, f.Text["ro"], f.About)), Is.EqualTo(new[] { (FindingKind.Lesson, Words["ro"], (string?)null) }));
        Assert.That((await App.Send(new RemoveFinding(id, 2), Officer)).Failure!.Code, Is.EqualTo("monitoring.frozen"));
    }

    [Test]
    public async Task An_evaluators_level_and_ratings_need_reasons_and_the_newest_holds()
    {
        var plan = await ClosedQuarter();
        Assert.That((await App.Send(new JudgeObjective(plan, Period, "1", ObjectiveLevel.Low, "", null), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.reason-required"));
        Assert.That((await App.Send(new RateCriterion(plan, Period, DacCriterion.Impact, 5, "Prea mult", null), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.rating-range"));
        await Do(new RateCriterion(plan, Period, DacCriterion.Impact, 2, "Încă puțin vizibil", null), Officer);
        await Do(new RateCriterion(plan, Period, DacCriterion.Impact, 3, "Vizibil după campanie", "nr. 7"), Officer);

        var sheet = await Get(new GetLevels(plan, Period), Officer);
        Assert.That(sheet.Criteria.Select(c => c.Rating), Is.EqualTo(new int?[] { null, null, null, null, 3, null }));
        var evaluation = await Approved(plan, Period);
        Assert.That((await Get(new GetEvaluation(evaluation))).Snapshot.Ratings!.Single(), Is.EqualTo(new FrozenRating(DacCriterion.Impact, 3, "Vizibil după campanie", "nr. 7", "Ofițer")));
        Assert.That((await Get(new GetLevels(plan, Period), Officer)).Frozen);
    }

    [Test]
    public async Task A_recommendation_is_decided_by_the_head_done_with_words_and_verified_by_somebody_else()
    {
        var plan = await ClosedQuarter();
        var id = await Get(new AddRecommendation(plan, Period, Words, Ministry, new DateOnly(2026, 9, 30)), Officer);
        var second = await Get(new AddRecommendation(plan, Period, Words, null, new DateOnly(2026, 7, 1)), Officer);
        async Task<Result> Move(Guid of, RecommendationState to, string? note, Caller by) => await App.Send(new MoveRecommendation(of, to, note, null, (await Get(new GetRecommendation(of), Officer)).Version), by);

        Assert.That((await Move(id, RecommendationState.Accepted, null, Officer)).Failure!.Kind, Is.EqualTo(FailureKind.Forbidden));
        Assert.That((await Move(id, RecommendationState.Done, "gata", Officer)).Failure!.Code, Is.EqualTo("monitoring.recommendation-step"));
        Assert.That((await Move(second, RecommendationState.Rejected, null, Head)).Failure!.Fields.Single().Field, Is.EqualTo("Note"));
        Assert.That((await Move(second, RecommendationState.Rejected, "În afara competenței", Head)).IsSuccess);
        Assert.That((await Move(id, RecommendationState.Accepted, null, Head)).IsSuccess);
        Assert.That((await App.Send(new EditRecommendation(id, LocalizedText.Of("ro", "Altceva"), Ministry, new DateOnly(2026, 9, 30), 2), Officer)).Failure!.Code, Is.EqualTo("monitoring.recommendation-decided"));
        Assert.That((await Move(id, RecommendationState.Done, "Lista e confirmată", Officer)).IsSuccess);
        Assert.That((await Move(id, RecommendationState.Verified, null, Officer)).Failure!.Code, Is.EqualTo("monitoring.verify-own"));
        Assert.That((await Move(id, RecommendationState.Verified, null, Head)).IsSuccess);

        var all = (await Get(new ListRecommendations(plan), Officer)).Items;
        Assert.That(all.Select(r => (r.Number, r.State, r.IsOverdue)), Is.EquivalentTo(new[] { (1, RecommendationState.Verified, false), (2, RecommendationState.Rejected, false) }));
        Assert.That((await Get(new ListRecommendations(plan, OpenOnly: true), Officer)).Total, Is.Zero);
    }

    [Test]
    public async Task What_an_earlier_quarter_recommended_is_followed_in_the_next_ones_report()
    {
        var plan = await ClosedQuarter();
        await Get(new AddRecommendation(plan, Period, Words, Ministry, new DateOnly(2026, 9, 1)), Officer);
        await Approved(plan, Period);
        var next = await Approved(plan, await CloseNext(plan));
        var frozen = (await Get(new GetEvaluation(next))).Snapshot;
        Assert.That(frozen.Recommendations!.Select(r => (r.Number, r.Period, r.State, r.IsOverdue)), Is.EqualTo(new[] { (1, Period, RecommendationState.Proposed, true) }));
    }

    [Test]
    public async Task Two_quarters_are_compared_what_moved_and_what_appeared()
    {
        var plan = await ClosedQuarter();
        var before = await Approved(plan, Period);
        var activity = (await Get(new ListActivities(plan))).Items.Single();
        await Do(new StartActivity(activity.Id, activity.Version));
        await Do(new CompleteActivity(activity.Id, new DateOnly(2026, 7, 20), false, "Încheiat", "nr. 12", activity.Version + 1));
        var after = await Approved(plan, await CloseNext(plan));

        var comparison = await Get(new CompareEvaluations(before, after), Officer);
        var move = comparison.Activities.Single();
        Assert.Multiple(() =>
        {
            Assert.That((move.Number, move.Movement, move.Before, move.After), Is.EqualTo(("1.1", Movement.Better, (Verdict?)Verdict.NotImplemented, (Verdict?)Verdict.ImplementedLate)));
            Assert.That((comparison.TotalsBefore.Rate, comparison.TotalsAfter.Rate), Is.EqualTo(((decimal?)0, (decimal?)1)));
        });
        Assert.That((await Get(new CompareEvaluations(before, before), Officer)).Activities, Is.Empty);
        var dashboard = await Get(new GetDashboard(plan, "ro"), Officer);
        Assert.That(dashboard.Quarters.Select(q => q.Period), Is.EqualTo(new[] { Period, "2026-Q3" }));
        Assert.That(dashboard.Trend!.Series[0].Values, Is.EqualTo(new decimal?[] { 0, 100 }));
        Assert.That(dashboard.Rates!.Series[0].Values[0], Is.EqualTo(100));
    }

    [Test]
    public async Task A_draft_takes_no_erratum()
    {
        var plan = await ClosedQuarter();
        var draft = await Get(new ComputeEvaluation(plan, Period), Officer);
        Assert.That((await App.Send(new AddErratum(draft, "T1", "1", "2"), Head)).Failure!.Code, Is.EqualTo("monitoring.erratum-draft"));
    }

    /// <summary>A plan in force whose one activity was due in the quarter and not done; the quarter's reports are closed.</summary>
    private async Task<Guid> ClosedQuarter()
    {
        var plan = await DraftPlan();
        await Activity(plan, "1.1", "15.06.2026");
        await PutInForce(plan);
        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseCollection(plan, Period));
        return plan;
    }

    private async Task<string> CloseNext(Guid plan)
    {
        const string next = "2026-Q3";
        await Do(new OpenCollection(plan, next));
        App.Clock.Set(new DateOnly(2026, 10, 21));
        await Do(new CloseCollection(plan, next));
        return next;
    }

    private async Task<Guid> Approved(Guid plan, string period)
    {
        var id = await Get(new ComputeEvaluation(plan, period), Officer);
        await Do(new ApproveEvaluation(id, (await Get(new GetEvaluation(id))).Version), Head);
        return id;
    }

    private static Caller Person(string name, params Permission[] permissions) => new(CallerKind.Person, name, Guid.CreateVersion7(), null, permissions);
}
