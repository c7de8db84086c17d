// Chains of activities have no circles, however long the way round.
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.UnitTests.ActionPlan;

public sealed class PredecessorTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

    [Test]
    public void A_circle_is_refused_directly_and_through_others()
    {
        List<ActivityPredecessor> plan = [];
        for (var i = 0; i < 4; i++) plan.Add(ActivityPredecessor.Create(Ids[i + 1], Ids[i], i, plan).Require());

        Assert.That(Code(Ids[0], Ids[4], 0, plan), Is.EqualTo("action-plan.predecessor-circle"));
        Assert.That(Code(Ids[3], Ids[4], 0, plan), Is.EqualTo("action-plan.predecessor-circle"));
        Assert.That(Code(Ids[2], Ids[2], 0, plan), Is.EqualTo("action-plan.own-predecessor"));
        Assert.That(Code(Ids[2], Ids[1], 0, plan), Is.EqualTo("action-plan.predecessor-known"));
        Assert.That(ActivityPredecessor.Create(Ids[4], Ids[0], 0, plan).IsSuccess, "a second way is no circle");
    }

    [TestCase(-1)]
    [TestCase(ActivityPredecessor.MostLagDays + 1)]
    public void The_lag_has_bounds(int lag) => Assert.That(Code(Ids[0], Ids[1], lag, []), Is.EqualTo("action-plan.lag-range"));

    [TestCase("2026-06-30", "2026-06-30", 0, false)]
    [TestCase("2026-06-30", "2026-06-30", 1, true)]
    [TestCase("2026-06-30", null, 5, false)]
    [TestCase(null, "2026-06-30", 5, false)]
    public void Too_early_is_before_the_predecessor_and_the_lag_are_over(string? due, string? before, int lag, bool expected) =>
        Assert.That(ActivityPredecessor.IsTooEarly(Day(due), Day(before), lag), Is.EqualTo(expected));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static string? Code(Guid activity, Guid predecessor, int lag, IReadOnlyCollection<ActivityPredecessor> plan) => ActivityPredecessor.Create(activity, predecessor, lag, plan).Failure?.Fields[0].Code;
}
