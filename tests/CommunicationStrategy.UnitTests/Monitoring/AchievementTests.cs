// Every formula with an example that was computed by hand, and the published indicators of a real programme.
using System.Globalization;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.UnitTests.Monitoring;

[TestFixture]
internal sealed class AchievementTests
{
    private static readonly Quarter Q3 = new(2026, 3);

    private static IndicatorPassport Passport(Direction direction = Direction.Up, decimal? baseline = null, IndicatorKind kind = IndicatorKind.Number, Aggregation aggregation = Aggregation.Last) =>
        new() { Name = LocalizedText.Of("ro", "Indicator"), Direction = direction, Baseline = baseline, Kind = kind, Aggregation = aggregation };

    // 40 % of the population knew the hotline, 60 % shall: at 55 % three quarters of the way are gone.
    [TestCase(40, 60, 55, "0.75")]
    [TestCase(40, 60, 66, "1.3", TestName = "Beyond the target the raw figure says so")]
    [TestCase(40, 60, 35, "-0.25", TestName = "The wrong way is below zero")]
    public void A_rising_indicator_is_the_way_gone(int baseline, int target, int actual, string expected)
    {
        var figure = Achievement.Of(Passport(baseline: baseline), target, actual);
        Assert.That(figure.Raw, Is.EqualTo(decimal.Parse(expected, CultureInfo.InvariantCulture)));
        Assert.That(figure.Clamped, Is.EqualTo(Math.Clamp(figure.Raw!.Value, 0, 1)));
    }

    // From 20 days to 10: at 12 days, 8 of 10 are gone.
    [Test]
    public void A_falling_indicator_is_the_same_mirrored() => Assert.That(Achievement.Of(Passport(Direction.Down, 20), 10, 12).Raw, Is.EqualTo(0.8m));

    [Test]
    public void Without_a_baseline_or_a_way_to_go_it_is_actual_of_target_and_never_zero_where_nothing_can_be_computed()
    {
        Assert.That(Achievement.Of(Passport(), 12, 9).Raw, Is.EqualTo(0.75m));
        Assert.That(Achievement.Of(Passport(baseline: 12), 12, 9).Raw, Is.EqualTo(0.75m), "target equals baseline");
        Assert.That(Achievement.Of(Passport(Direction.Down), 10, 20).Raw, Is.EqualTo(0.5m), "falling: target of actual");
        Assert.That(Achievement.Of(Passport(), 0, 3), Is.EqualTo(new AchievementFigure(null, NotComputable.NoBaseline)));
        Assert.That(Achievement.Of(Passport(), null, 3), Is.EqualTo(new AchievementFigure(null, NotComputable.NoTarget)));
        Assert.That(Achievement.Of(Passport(baseline: 1), 5, null), Is.EqualTo(new AchievementFigure(null, NotComputable.NoFigure)));
        Assert.That(Achievement.Of(Passport(kind: IndicatorKind.Text), 5, 5), Is.EqualTo(new AchievementFigure(null, NotComputable.OnlyWords)));
    }

    [TestCase(94, 1)]
    [TestCase(90, 1)]
    [TestCase(89, 0)]
    [TestCase(96, 0)]
    public void What_is_to_be_maintained_is_inside_its_band_or_not(int actual, int expected) =>
        Assert.That(Achievement.Of(Passport(Direction.Maintain) with { Lowest = 90, Highest = 95 }, null, actual).Raw, Is.EqualTo(expected));

    [TestCase(1, 1)]
    [TestCase(0, 0)]
    public void Yes_is_whole_and_no_is_nothing(int actual, int expected) => Assert.That(Achievement.Of(Passport(kind: IndicatorKind.YesNo), null, actual).Raw, Is.EqualTo(expected));

    // "more than 75 % (100), more than 70 % (75), more than 65 % (50)"
    [TestCase(76, "1")]
    [TestCase(75, "0.75")]
    [TestCase(71, "0.75")]
    [TestCase(66, "0.5")]
    [TestCase(65, "0")]
    public void A_graded_indicator_takes_the_highest_grade_met(int actual, string expected) =>
        Assert.That(Achievement.Of(Passport() with { Grades = [new(75, false, 100), new(70, false, 75), new(65, false, 50)] }, null, actual).Raw, Is.EqualTo(decimal.Parse(expected, CultureInfo.InvariantCulture)));

    [Test]
    public void Quarters_make_the_figure_of_the_targets_period_as_their_aggregation_says()
    {
        var values = new Dictionary<Quarter, decimal> { [new(2025, 4)] = 100, [new(2026, 1)] = 3, [new(2026, 2)] = 4, [Q3] = 5 };
        var year = new Quarter(2026, 1);
        Assert.That(Achievement.Actual(Passport(aggregation: Aggregation.Sum), values, Q3, year).Value, Is.EqualTo(12));
        Assert.That(Achievement.Actual(Passport(aggregation: Aggregation.Average), values, Q3, year).Value, Is.EqualTo(4));
        Assert.That(Achievement.Actual(Passport(aggregation: Aggregation.Cumulative), values, Q3, year).Value, Is.EqualTo(5));
        Assert.That(Achievement.Actual(Passport(aggregation: Aggregation.Sum), values, Q3, null).Value, Is.EqualTo(112), "the plan's end: from the beginning");
        Assert.That(Achievement.Actual(Passport(), values, Q3.Next, year), Is.EqualTo(new ActualFigure(null, null)), "nobody said anything for this quarter");
        Assert.That(Achievement.Actual(Passport() with { CarriesForward = true }, values, Q3.Next, year), Is.EqualTo(new ActualFigure(5, Q3)));
    }

    [Test]
    public void The_quarters_own_target_stands_before_the_years_and_the_plans()
    {
        var passport = Passport() with { Targets = [new("", 30), new("2026", 20), new("2026-Q3", 15)] };
        Assert.That(passport.TargetAt(Q3), Is.EqualTo((new IndicatorTarget("2026-Q3", 15), (Quarter?)Q3)));
        Assert.That(passport.TargetAt(Q3.Next), Is.EqualTo((new IndicatorTarget("2026", 20), (Quarter?)new Quarter(2026, 1))));
        Assert.That(passport.TargetAt(new Quarter(2027, 2)), Is.EqualTo((new IndicatorTarget("", 30), (Quarter?)null)));
    }

    /// <summary>Seven quarters' values up to 2026-Q3, an eighth after it; a definition that begins with 2026-Q1 leaves three of them.</summary>
    [Test]
    public void A_course_is_of_quarters_read_by_one_definition_and_five_at_most()
    {
        var indicator = new Indicator(Guid.CreateVersion7(), "I-1", "1", null, Passport());
        List<IndicatorValue> values = [.. Enumerable.Range(0, 8).Select(back => new IndicatorValue(indicator.Id, indicator.PlanId, new Quarter(2026, 4).Back(back)))];
        foreach (var (back, value) in values.Index()) value.Say(back * 10, null, null, null, null, []);
        string? Course()
        {
            var points = QuarterEvaluator.Evaluate(Sample.Input() with { Indicators = [new MeasuredIndicator(indicator, values)] }).Indicators!.Single().Series;
            return points is null ? null : string.Join(' ', points.Select(p => $"{p.Period}={p.Figure:0}"));
        }

        Assert.That(Course(), Is.EqualTo("2025-Q3=50 2025-Q4=40 2026-Q1=30 2026-Q2=20 2026-Q3=10"));
        Assert.That(indicator.Redefine(Passport(), new Quarter(2026, 1), "altă metodă", null).IsSuccess, Is.True);
        Assert.That(Course(), Is.EqualTo("2026-Q1=30 2026-Q2=20 2026-Q3=10"));
        Assert.That(indicator.Redefine(Passport(), Q3, "încă una", null).IsSuccess, Is.True);
        Assert.That(Course(), Is.Null, "one point is no course");
    }

    [Test]
    public void An_objectives_score_weighs_what_can_be_computed()
    {
        Assert.That(Achievement.Score([(60, 0m), (40, 1m)]), Is.EqualTo(0.4m));
        Assert.That(Achievement.Score([(50, 1m), (50, null)]), Is.EqualTo(1m), "what cannot be computed is no zero");
        Assert.That(Achievement.Score([(null, 0.5m), (null, 1m)]), Is.EqualTo(0.75m), "without weights all are alike");
        Assert.That(Achievement.Score([(50, null)]), Is.Null);
        Assert.That(new[] { 0.30m, 0.34m, 0.40m, 0.66m, 0.67m, 0.70m }.Select(s => LevelBounds.Default.Of(s)), Is.EqualTo(new ObjectiveLevel?[]
        {
            ObjectiveLevel.Low, ObjectiveLevel.Medium, ObjectiveLevel.Medium, ObjectiveLevel.Medium, ObjectiveLevel.High, ObjectiveLevel.High,
        }));
    }

    [Test]
    public void The_published_indicators_give_the_published_points_and_levels()
    {
        var indicators = PublishedIndicators.Read(Path.Combine(TestContext.CurrentContext.TestDirectory, "data", "actionplan-A-indicators.csv"));
        Assert.That(indicators, Has.Count.EqualTo(25));
        var levels = 0;
        foreach (var objective in indicators.Where(i => i.Assessed is not null).GroupBy(i => i.Objective))
        {
            var computed = objective.Select(indicator =>
            {
                var achieved = Achievement.Of(indicator.Passport, indicator.Passport.Targets.SingleOrDefault()?.Value, indicator.Actual).Clamped;
                Assert.That(indicator.Passport.Weight * achieved, Is.EqualTo(indicator.Assessed).Within(0.0001m), indicator.Passport.Name.ToString());
                return (indicator.Passport.Weight, achieved);
            }).ToList();
            if (objective.First().Level is not { } published) continue;
            levels++;
            Assert.That(LevelBounds.Default.Of(Achievement.Score(computed)), Is.EqualTo(published), objective.Key);
        }

        Assert.That(levels, Is.EqualTo(9), "objectives whose level is published");
    }
}
