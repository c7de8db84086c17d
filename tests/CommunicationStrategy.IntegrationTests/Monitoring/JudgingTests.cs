// Figures and verdicts of a quarter, from their entry to their freezing, on every database.
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Assessments;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Monitoring.Features.Indicators;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class JudgingTests(string provider) : PlanWorld(provider)
{
    private const string Period = "2026-Q2";

    private static readonly Caller Officer = Person("Ofițer", Permission.Evaluate, Permission.ViewMonitoring);
    private static readonly Caller Head = Person("Șefa secretariatului", Permission.ApproveEvaluation, Permission.ViewMonitoring);

    [Test]
    public async Task Figures_and_verdicts_are_frozen_with_the_quarter_and_change_no_more()
    {
        var plan = await DraftPlan();
        var activity = await Activity(plan, "1.1", "15.06.2026");
        await PutInForce(plan);
        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseCollection(plan, Period));
        var passport = new IndicatorPassport { Name = LocalizedText.Of("ro", "Persoane informate"), Baseline = 100, Targets = [new IndicatorTarget("2026", 300)], Weight = 100 };
        var indicator = await Get(new AddIndicator(plan, "I-1", "1", null, passport), Officer);
        Assert.That((await App.Send(new AddIndicator(plan, "I-1", "1", null, passport), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.code-exists"));
        SetIndicatorValue Figure(decimal value, int version) => new(indicator, Period, value, null, "Sondaj", "https://example.md/sondaj", null, [], version);
        await Do(Figure(200, 0), Officer);
        Assert.That((await App.Send(Figure(210, 7), Officer)).Failure!.Kind, Is.EqualTo(FailureKind.StaleVersion));

        JudgeActivity Verdict(Verdict verdict, string? note) => new(plan, Period, activity, verdict, note, null);
        Assert.That((await App.Send(Verdict(CommunicationStrategy.Monitoring.Domain.Verdict.Partial, null), Officer)).Failure!.Fields.Single().Code, Is.EqualTo("monitoring.verdict-reason"));
        Assert.That(await Get(new AcceptSuggestions(plan, Period), Officer), Is.EqualTo(1));
        var draft = await Get(new ComputeEvaluation(plan, Period), Officer);
        await Do(Verdict(CommunicationStrategy.Monitoring.Domain.Verdict.Partial, "Două din trei ședințe"), Officer);
        Assert.That((await App.Send(new ApproveEvaluation(draft, 1), Head)).Failure!.Code, Is.EqualTo("monitoring.draft-stale"));
        _ = await Get(new ComputeEvaluation(plan, Period), Officer);
        await Do(new ApproveEvaluation(draft, 2), Head);

        var frozen = (await Get(new GetEvaluation(draft))).Snapshot;
        Assert.Multiple(() =>
        {
            Assert.That(frozen.Activities.Single().Decision, Is.EqualTo(new FrozenDecision(CommunicationStrategy.Monitoring.Domain.Verdict.NotImplemented, "Ofițer", new DateOnly(2026, 7, 21), "Două din trei ședințe", null)));
            Assert.That((frozen.Totals.Partial, frozen.Totals.Rate, frozen.Totals.RateWithPartial), Is.EqualTo((1, (decimal?)0, (decimal?)1)));
            Assert.That((frozen.Indicators!.Single().Achieved, frozen.Achievement, frozen.Scores!.Single().Level), Is.EqualTo((0.5m, 0.5m, (ObjectiveLevel?)ObjectiveLevel.Medium)));
        });
        Assert.That((await App.Send(Figure(210, 1), Officer)).Failure!.Code, Is.EqualTo("monitoring.frozen"));
        Assert.That((await App.Send(Verdict(CommunicationStrategy.Monitoring.Domain.Verdict.NotImplemented, null), Officer)).Failure!.Code, Is.EqualTo("monitoring.frozen"));
        Assert.That((await Get(new GetVerdictLog(plan, activity))).Select(e => e.Mark), Is.EqualTo(new[] { "Partial", "NotImplemented" }));

        var first = await Get(new ExportEvaluation(draft, "docx", "ro"));
        Assert.That((await Get(new ExportEvaluation(draft, "docx", "ro"))).Content, Is.EqualTo(first.Content), "kept, not made again");
        Assert.That(await Get(new AddErratum(draft, "T6, I-1", "200", "201"), Head), Is.EqualTo(1));
        var details = await Get(new GetEvaluation(draft));
        Assert.That((details.Errata.Single().Correct, details.Files.Single().Format, details.ContentIntact), Is.EqualTo(("201", "docx", true)));
    }

    private static Caller Person(string name, params Permission[] permissions) => new(CallerKind.Person, name, Guid.CreateVersion7(), null, permissions);
}
