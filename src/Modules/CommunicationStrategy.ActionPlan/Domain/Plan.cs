// An action plan: the frame of its activities, with its period and its life from draft to closed.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed class Plan : Root
{
    public const int CodeLength = 40;
    public const int ActLength = 500;

    private Plan()
    {
    }

    public string Code { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public Guid? StrategyId { get; private set; }
    public DateOnly Start { get; private set; }
    public DateOnly End { get; private set; }
    public string Currency { get; private set; } = "MDL";
    public PlanStatus Status { get; private set; }

    /// <summary>The act that approved it, as it is cited: "HG nr. 461/2018".</summary>
    public string? ApprovingAct { get; private set; }

    /// <summary>What the deadlines of this plan are read against.</summary>
    public DeadlineContext DeadlineContext => new(Start, End);

    public static Result<Plan> Create(string code, LocalizedText title, Guid? strategyId, DateOnly start, DateOnly end, string? approvingAct)
    {
        if (end < start) return DatesReversed();
        return new Plan { Code = code.Trim(), Title = title, StrategyId = strategyId, Start = start, End = end, ApprovingAct = Blank(approvingAct) };
    }

    public Result Rename(string code, LocalizedText title, Guid? strategyId, string? approvingAct)
    {
        if (Status == PlanStatus.Closed) return Closed();
        (Code, Title, StrategyId, ApprovingAct) = (code.Trim(), title, strategyId, Blank(approvingAct));
        return Result.Success;
    }

    /// <summary>The period can move only while nobody works by it.</summary>
    public Result Reschedule(DateOnly start, DateOnly end)
    {
        if (start == Start && end == End) return Result.Success;
        if (Status != PlanStatus.Draft) return Failure.Rule("action-plan.plan-not-draft", "The period of a plan can be changed only while it is a draft.");
        if (end < start) return DatesReversed();
        (Start, End) = (start, end);
        return Result.Success;
    }

    public Result PutInForce()
    {
        if (Status != PlanStatus.Draft) return Failure.Rule("action-plan.plan-not-draft", "Only a draft can be put in force.");
        Status = PlanStatus.InForce;
        return Result.Success;
    }

    public Result Close()
    {
        if (Status != PlanStatus.InForce) return NotInForce();
        Status = PlanStatus.Closed;
        return Result.Success;
    }

    public Result MustBeInForce() => Status == PlanStatus.InForce ? Result.Success : NotInForce();

    public Result MustBeOpen() => Status == PlanStatus.Closed ? Closed() : Result.Success;

    public bool Covers(Quarter quarter) => Start <= quarter.End && End >= quarter.Start;

    private static Failure Closed() => Failure.Rule("action-plan.plan-closed", "The plan is closed; nothing of it changes any more.");

    private static Failure NotInForce() => Failure.Rule("action-plan.plan-not-in-force", "The plan is not in force.");

    private static Failure DatesReversed() => Failure.Invalid("End", "action-plan.dates-reversed", "The last day is before the first.");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
