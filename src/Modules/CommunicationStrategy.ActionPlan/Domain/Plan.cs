// An action plan: the frame of its activities, with its period and its life from draft to closed.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed class Plan : Root
{
    public const int CodeLength = 40;
    public const int ActLength = 500;
    public const string DefaultCurrency = "MDL";

    /// <summary>A quarter's reports are closed before the next one's are owed.</summary>
    public const int MostReviewDays = 90;

    private Plan()
    {
    }

    public string Code { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public Guid? StrategyId { get; private set; }
    public DateOnly Start { get; private set; }
    public DateOnly End { get; private set; }
    /// <summary>In which budget figures are summed: three letters of ISO 4217.</summary>
    public string Currency { get; private set; } = DefaultCurrency;
    public PlanStatus Status { get; private set; }

    /// <summary>The act that approved it, as it is cited: "HG nr. 461/2018".</summary>
    public string? ApprovingAct { get; private set; }

    /// <summary>Whose local holidays count, such as "Chișinău"; null: only the national ones.</summary>
    public string? Locality { get; private set; }

    /// <summary>How many days after a quarter's end its reports are due, and how long they are checked.</summary>
    public int ReportDays { get; private set; } = 15;
    public int ReviewDays { get; private set; } = 20;

    /// <summary>How often reports are collected: after every quarter, or at half-year and at the end of the year.</summary>
    public ReportingFrequency Frequency { get; private set; }

    /// <summary>The schedule opens the collection after each quarter; else a person does.</summary>
    public bool OpensItself { get; private set; } = true;

    /// <summary>What the deadlines of this plan are read against.</summary>
    public DeadlineContext ContextWith(WorkingDays calendar) => new(Start, End) { WorkingDays = calendar };

    /// <summary>Who handed it in, so that another approves it; null: the system.</summary>
    public Guid? SubmittedBy { get; private set; }

    /// <summary>Why it was sent back.</summary>
    public string? RejectionReason { get; private set; }

    /// <summary>The version in force; 0 before it comes into force.</summary>
    public int VersionNumber { get; private set; }

    public static Result<Plan> Create(string code, LocalizedText title, Guid? strategyId, DateOnly start, DateOnly end, string? approvingAct, string? locality = null)
    {
        if (end < start) return DatesReversed();
        return new Plan { Code = code.Trim(), Title = title, StrategyId = strategyId, Start = start, End = end, ApprovingAct = Blank(approvingAct), Locality = Blank(locality) };
    }

    /// <summary>Code, title and locality are the office's own and may change while the plan lives; its act only before it is in force.</summary>
    public Result Rename(string code, LocalizedText title, Guid? strategyId, string? approvingAct, string? locality)
    {
        if (Status is PlanStatus.Closed or PlanStatus.Archived) return Closed();
        if (Blank(approvingAct) != ApprovingAct && Status is PlanStatus.Approved or PlanStatus.InForce) return Failure.Rule("action-plan.act-fixed", "The act that approved the plan stands.");
        (Code, Title, StrategyId, ApprovingAct, Locality) = (code.Trim(), title, strategyId, Blank(approvingAct), Blank(locality));
        return Result.Success;
    }

    /// <summary>Figures are in it and rates lead to it: it stands once the plan has either.</summary>
    public Result CountIn(string currency, bool hasBudget)
    {
        var code = currency.Trim().ToUpperInvariant();
        if (code == Currency) return Result.Success;
        if (hasBudget) return Failure.Invalid("Currency", "action-plan.currency-fixed", $"The plan's budget is in {Currency}: remove its lines before it is counted in another currency.");
        Currency = code;
        return Result.Success;
    }

    /// <summary>The reporting calendar, for quarters whose collection is opened from now on. Null: as it is.</summary>
    public Result Collect(int? reportDays, int? reviewDays, bool? opensItself, ReportingFrequency? frequency = null)
    {
        var (report, review) = (reportDays ?? ReportDays, reviewDays ?? ReviewDays);
        if (report is < 1 or >= MostReviewDays) return Failure.Invalid("ReportDays", "action-plan.report-days", "Reports are due between 1 and 89 days after the quarter.");
        if (review <= report || review > MostReviewDays) return Failure.Invalid("ReviewDays", "action-plan.review-days", "Checking ends after the day on which reports are due, and at most 90 days after the quarter.");
        (ReportDays, ReviewDays, OpensItself, Frequency) = (report, review, opensItself ?? OpensItself, frequency ?? Frequency);
        return Result.Success;
    }

    internal DateOnly ReportsDue(CollectedPeriod period) => period.End.AddDays(ReportDays);

    /// <summary>The period can move only while nobody works by it.</summary>
    public Result Reschedule(DateOnly start, DateOnly end)
    {
        if (start == Start && end == End) return Result.Success;
        if (!MustBeWritten().IsSuccess) return Failure.Rule("action-plan.plan-not-draft", "The period of a plan can be changed only while it is a draft.");
        if (end < start) return DatesReversed();
        (Start, End) = (start, end);
        return Result.Success;
    }

    public Result Consult() => Move(PlanStatus.UnderConsultation, PlanStatus.Draft, PlanStatus.Rejected);

    public Result Submit(Guid? by)
    {
        var moved = Move(PlanStatus.Submitted, PlanStatus.Draft, PlanStatus.UnderConsultation, PlanStatus.Rejected);
        if (moved.IsSuccess) (SubmittedBy, RejectionReason) = (by, null);
        return moved;
    }

    /// <summary>Adopted by an act. Whoever handed it in does not approve it.</summary>
    public Result Approve(string? act, Guid? by)
    {
        if (by is not null && by == SubmittedBy) return Failure.Rule("action-plan.four-eyes", "Who handed it in does not approve it: another person has to.");
        if ((Blank(act) ?? ApprovingAct) is not { } named) return Failure.Invalid("Act", "action-plan.act-required", "Name the act, as it is cited.");
        var moved = Move(PlanStatus.Approved, PlanStatus.Submitted);
        if (moved.IsSuccess) ApprovingAct = named;
        return moved;
    }

    public Result Reject(string reason)
    {
        if (Blank(reason) is not { } why) return Failure.Invalid("Reason", "action-plan.reason-required", "Say why.");
        var moved = Move(PlanStatus.Rejected, PlanStatus.Submitted);
        if (moved.IsSuccess) RejectionReason = why;
        return moved;
    }

    public Result PutInForce()
    {
        var moved = Move(PlanStatus.InForce, PlanStatus.Approved);
        if (moved.IsSuccess) VersionNumber = 1;
        return moved;
    }

    /// <summary>An amendment comes into force: its version is the one that binds.</summary>
    public Result Amended()
    {
        if (Status != PlanStatus.InForce) return NotInForce();
        VersionNumber++;
        return Result.Success;
    }

    public Result Close() => Status == PlanStatus.InForce ? Move(PlanStatus.Closed, PlanStatus.InForce) : NotInForce();

    public Result Archive() => Move(PlanStatus.Archived, PlanStatus.Closed);

    public Result MustBeInForce() => Status == PlanStatus.InForce ? Result.Success : NotInForce();

    public Result MustBeOpen() => Status is PlanStatus.Closed or PlanStatus.Archived ? Closed() : Result.Success;

    /// <summary>What the plan says can be changed directly; in force only an amendment changes it, and what waits for approval stands still.</summary>
    public Result MustBeWritten() => Status switch
    {
        PlanStatus.Draft or PlanStatus.UnderConsultation or PlanStatus.Rejected => Result.Success,
        PlanStatus.InForce => Failure.Rule("action-plan.amendment-needed", "The plan is in force: what it says is changed only by an amendment that names its act."),
        PlanStatus.Submitted or PlanStatus.Approved => Failure.Rule("action-plan.plan-submitted", "The plan has been handed in: it is not changed while it waits."),
        _ => Closed(),
    };

    private Result Move(PlanStatus to, params ReadOnlySpan<PlanStatus> from)
    {
        if (!from.Contains(Status)) return Failure.Rule("action-plan.plan-state", $"This step is not possible while the plan is {Status}.", Status.ToString());
        Status = to;
        return Result.Success;
    }

    /// <summary>It runs in the time for which this quarter's end is a day of reporting.</summary>
    public bool Covers(CollectedPeriod period) => Start <= period.End && End >= period.First;

    private static Failure Closed() => Failure.Rule("action-plan.plan-closed", "The plan is closed; nothing of it changes any more.");

    private static Failure NotInForce() => Failure.Rule("action-plan.plan-not-in-force", "The plan is not in force.");

    private static Failure DatesReversed() => Failure.Invalid("End", "action-plan.dates-reversed", "The last day is before the first.");

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
