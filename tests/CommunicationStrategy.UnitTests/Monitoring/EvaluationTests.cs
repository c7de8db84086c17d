// Freezing: one canonical text with one hash, two persons, one seal.
using System.Text.Json;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.UnitTests.Monitoring;

public sealed class EvaluationTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 21, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_hash_does_not_depend_on_the_order_of_the_input()
    {
        var input = Sample.Input();
        var shuffled = input with { Plan = input.Plan with { Activities = [.. input.Plan.Activities.Reverse()], Reports = [.. input.Plan.Reports.Reverse()] } };
        Assert.That(HashOf(shuffled), Is.EqualTo(HashOf(input)));
    }

    [Test]
    public void The_hash_does_not_depend_on_ids_for_they_differ_between_databases()
    {
        var (one, other) = (Sample.Input(), Sample.Input());
        Assert.That(one.Plan.Activities[0].Id, Is.Not.EqualTo(other.Plan.Activities[0].Id));
        Assert.That(HashOf(one), Is.EqualTo(HashOf(other)));
    }

    [Test]
    public void The_hash_sees_every_change()
    {
        var input = Sample.Input();
        var before = HashOf(input);
        var moved = input.Plan.Activities.Select(a => a.Number == "2.1" ? a with { Obstacles = "Lipsa fondurilor." } : a).ToList();
        Assert.That(HashOf(input with { Plan = input.Plan with { Activities = moved } }), Is.Not.EqualTo(before));
        Assert.That(HashOf(input with { Coverage = input.Coverage with { Positive = 5 } }), Is.Not.EqualTo(before));
    }

    [Test]
    public void The_canonical_text_survives_being_read_and_written_again()
    {
        var text = CanonicalSnapshot.Write(Sample.Snapshot());
        Assert.That(CanonicalSnapshot.Write(CanonicalSnapshot.Read(text)), Is.EqualTo(text));
        Assert.That(text, Does.Contain("Ministerul Sănătății"));
        AssertSorted(JsonDocument.Parse(text).RootElement);
    }

    [Test]
    public void Who_computed_does_not_approve_but_the_system_may_have_computed()
    {
        var officer = Sample.Person("Officer");
        var own = Evaluation.Begin(Guid.CreateVersion7(), Sample.Snapshot(), officer, Now);
        Assert.That(own.Approve(Sample.Snapshot(), officer, Now, "seal").Failure?.Code, Is.EqualTo("monitoring.four-eyes"));
        Assert.That(own.State, Is.EqualTo(EvaluationState.Draft));
        Assert.That(own.Approve(QuarterEvaluator.Evaluate(Sample.Input([])), Sample.Person("Head"), Now, "seal").Failure?.Code, Is.EqualTo("monitoring.draft-stale"), "what is approved is what holds now");
        Assert.That(own.Approve(Sample.Snapshot(), Sample.Person("Head"), Now, "seal").IsSuccess, Is.True);
        Assert.That((own.ApprovedBy, own.AuditSeal), Is.EqualTo(("Head", "seal")));

        var automatic = Evaluation.Begin(Guid.CreateVersion7(), Sample.Snapshot(), Caller.System("job"), Now);
        Assert.That(automatic.ComputedById, Is.Null);
        Assert.That(automatic.Approve(Sample.Snapshot(), Caller.System("job"), Now, "seal").Failure?.Kind, Is.EqualTo(FailureKind.Forbidden), "a machine approves nothing");
        Assert.That(automatic.Approve(Sample.Snapshot(), officer, Now, "seal").IsSuccess, Is.True);
    }

    [Test]
    public void What_is_approved_does_not_change_and_a_new_revision_stands_beside_it()
    {
        var evaluation = Evaluation.Begin(Guid.CreateVersion7(), Sample.Snapshot(), Caller.System("job"), Now);
        Assert.That(evaluation.Reopen(Sample.Snapshot(), "why", Sample.Person("Head"), Now).Failure?.Code, Is.EqualTo("monitoring.not-approved"));
        Assert.That(evaluation.Approve(Sample.Snapshot(), Sample.Person("Head"), Now, "seal").IsSuccess, Is.True);
        var (snapshot, hash) = (evaluation.Snapshot, evaluation.ContentHash);
        var other = QuarterEvaluator.Evaluate(Sample.Input([]));

        Assert.That(evaluation.ComputeAgain(other, Caller.System("job"), Now).Failure?.Code, Is.EqualTo("monitoring.frozen"));
        Assert.That(evaluation.Approve(Sample.Snapshot(), Sample.Person("Other"), Now, "other").Failure?.Code, Is.EqualTo("monitoring.frozen"));
        var next = evaluation.Reopen(other, " a date was wrong ", Sample.Person("Head"), Now).Require();
        Assert.That((evaluation.Snapshot, evaluation.ContentHash, evaluation.AuditSeal), Is.EqualTo((snapshot, hash, "seal")));
        Assert.That((next.Revision, next.State, next.Reason, next.Period), Is.EqualTo((2, EvaluationState.Draft, "a date was wrong", evaluation.Period)));
    }

    [Test]
    public void The_seal_sees_a_changed_a_removed_and_a_moved_entry()
    {
        AuditEntry Entry(int minute, string changes) => new() { At = Now.AddMinutes(minute), Who = "Ana", CallerKind = CallerKind.Person, Action = AuditAction.Changed, EntityType = "Evaluation", EntityId = "1", Changes = changes };
        var trail = new[] { Entry(1, "{}"), Entry(2, "{\"a\":[1,2]}"), Entry(3, "{}") };
        var seal = AuditSeal.Over(null, trail);
        Assert.That(AuditSeal.Over(null, trail.Reverse()), Is.EqualTo(seal));
        Assert.That(AuditSeal.Over(null, trail[..2]), Is.Not.EqualTo(seal));
        Assert.That(AuditSeal.Over("before", trail), Is.Not.EqualTo(seal));
        Assert.That(AuditSeal.Over(null, [trail[0], Entry(2, "{\"a\":[1,3]}"), trail[2]]), Is.Not.EqualTo(seal));
    }

    private static string HashOf(EvaluationInput input) => CanonicalSnapshot.Hash(CanonicalSnapshot.Write(QuarterEvaluator.Evaluate(input)));

    private static void AssertSorted(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) AssertSorted(item);
        if (element.ValueKind != JsonValueKind.Object) return;
        Assert.That(element.EnumerateObject().Select(p => p.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        foreach (var member in element.EnumerateObject()) AssertSorted(member.Value);
    }
}
