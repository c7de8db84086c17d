// The life of a plan and of an amendment: each step from each state, and two pairs of eyes.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.UnitTests.ActionPlan;

internal sealed class PlanLifeTests
{
    private static readonly Guid Author = Guid.CreateVersion7();

    private static readonly Dictionary<string, Func<Plan, Result>> Steps = new()
    {
        ["Consult"] = p => p.Consult(), ["Submit"] = p => p.Submit(Author), ["Approve"] = p => p.Approve("HG nr. 1/2026", Guid.CreateVersion7()), ["Reject"] = p => p.Reject("Why."),
        ["PutInForce"] = p => p.PutInForce(), ["Close"] = p => p.Close(), ["Archive"] = p => p.Archive(),
    };

    // The shortest way to each state.
    private static readonly Dictionary<PlanStatus, string[]> Ways = new()
    {
        [PlanStatus.Draft] = [], [PlanStatus.UnderConsultation] = ["Consult"], [PlanStatus.Submitted] = ["Submit"], [PlanStatus.Rejected] = ["Submit", "Reject"], [PlanStatus.Approved] = ["Submit", "Approve"],
        [PlanStatus.InForce] = ["Submit", "Approve", "PutInForce"], [PlanStatus.Closed] = ["Submit", "Approve", "PutInForce", "Close"], [PlanStatus.Archived] = ["Submit", "Approve", "PutInForce", "Close", "Archive"],
    };

    private static readonly Dictionary<(PlanStatus, string), PlanStatus> Legal = new()
    {
        [(PlanStatus.Draft, "Consult")] = PlanStatus.UnderConsultation, [(PlanStatus.Rejected, "Consult")] = PlanStatus.UnderConsultation,
        [(PlanStatus.Draft, "Submit")] = PlanStatus.Submitted, [(PlanStatus.UnderConsultation, "Submit")] = PlanStatus.Submitted, [(PlanStatus.Rejected, "Submit")] = PlanStatus.Submitted,
        [(PlanStatus.Submitted, "Approve")] = PlanStatus.Approved, [(PlanStatus.Submitted, "Reject")] = PlanStatus.Rejected,
        [(PlanStatus.Approved, "PutInForce")] = PlanStatus.InForce, [(PlanStatus.InForce, "Close")] = PlanStatus.Closed, [(PlanStatus.Closed, "Archive")] = PlanStatus.Archived,
    };

    private static IEnumerable<TestCaseData> Table() => from state in Enum.GetValues<PlanStatus>() from step in Steps.Keys select new TestCaseData(state, step);

    [TestCaseSource(nameof(Table))]
    public void Each_step_from_each_state(PlanStatus from, string step)
    {
        var plan = In(from);
        var result = Steps[step](plan);
        Assert.That((result.IsSuccess, plan.Status), Is.EqualTo(Legal.TryGetValue((from, step), out var to) ? (true, to) : (false, from)));
    }

    [TestCase(PlanStatus.Draft, null)]
    [TestCase(PlanStatus.UnderConsultation, null)]
    [TestCase(PlanStatus.Rejected, null)]
    [TestCase(PlanStatus.Submitted, "action-plan.plan-submitted")]
    [TestCase(PlanStatus.Approved, "action-plan.plan-submitted")]
    [TestCase(PlanStatus.InForce, "action-plan.amendment-needed")]
    [TestCase(PlanStatus.Closed, "action-plan.plan-closed")]
    [TestCase(PlanStatus.Archived, "action-plan.plan-closed")]
    public void When_the_text_may_be_changed_directly(PlanStatus status, string? refusal) => Assert.That(In(status).MustBeWritten().Failure?.Code, Is.EqualTo(refusal));

    [Test]
    public void Who_hands_in_does_not_approve_and_an_approval_names_its_act()
    {
        var plan = In(PlanStatus.Submitted);
        Assert.That(plan.Approve("HG nr. 1/2026", Author).Failure?.Code, Is.EqualTo("action-plan.four-eyes"));
        Assert.That(plan.Approve(" ", null).Failure?.Fields[0].Code, Is.EqualTo("action-plan.act-required"));
        Assert.That(plan.Reject(" ").Failure?.Fields[0].Code, Is.EqualTo("action-plan.reason-required"));
    }

    [Test]
    public void The_period_and_the_act_stand_once_the_plan_is_approved()
    {
        var plan = In(PlanStatus.InForce);
        Assert.That(plan.Reschedule(plan.Start, plan.End.AddDays(1)).Failure?.Code, Is.EqualTo("action-plan.plan-not-draft"));
        Assert.That(plan.Rename("PA-2", plan.Title, null, "HG nr. 9/2026", null).Failure?.Code, Is.EqualTo("action-plan.act-fixed"));
        Make.Sure(plan.Rename("PA-2", plan.Title, null, plan.ApprovingAct, "Chișinău"));
    }

    private static Plan In(PlanStatus status)
    {
        var plan = Plan.Create("PA-1", LocalizedText.Of("ro", "Planul"), null, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), null).Require();
        foreach (var step in Ways[status]) Make.Sure(Steps[step](plan));
        return plan;
    }
}
