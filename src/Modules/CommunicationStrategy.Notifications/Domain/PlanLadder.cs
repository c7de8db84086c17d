// The settings of reminders: the ladder of a plan, the hours in which nobody is written to, and what is paused.
namespace CommunicationStrategy.Notifications.Domain;

/// <summary>A plan's own ladder; a plan without one follows the standard.</summary>
internal sealed class PlanLadder(Guid planId) : Root
{
    public const int StepsLength = 100;

    public Guid PlanId { get; private set; } = planId;

    /// <summary>Days before the date, descending: "30,14,7,1".</summary>
    public string Before { get; private set; } = "";
    public int GraceDays { get; private set; }
    public int RepeatDays { get; private set; }
    public int? DeputyAfter { get; private set; }
    public int? HeadAfter { get; private set; }
    public int? OfficeAfter { get; private set; }
    public int? LetterAfter { get; private set; }
    public int? CommitteeAfter { get; private set; }

    public LadderRules Rules => new([.. Before.Split(',').Select(s => int.Parse(s, System.Globalization.CultureInfo.InvariantCulture))], GraceDays, RepeatDays, DeputyAfter, HeadAfter, OfficeAfter, LetterAfter, CommitteeAfter);

    public void Follow(LadderRules rules)
    {
        Before = string.Join(',', rules.Before.Distinct().OrderDescending());
        (GraceDays, RepeatDays) = (rules.GraceDays, rules.RepeatDays);
        (DeputyAfter, HeadAfter, OfficeAfter, LetterAfter, CommitteeAfter) = (rules.DeputyAfter, rules.HeadAfter, rules.OfficeAfter, rules.LetterAfter, rules.CommitteeAfter);
    }
}

/// <summary>The hours in which nobody is written to, by the clock of the recipient's institution. One row; without it 20:00 to 08:00.</summary>
internal sealed class QuietHours : Root
{
    public static readonly TimeOnly StandardFrom = new(20, 0);
    public static readonly TimeOnly StandardTo = new(8, 0);

    public TimeOnly From { get; private set; } = StandardFrom;
    public TimeOnly To { get; private set; } = StandardTo;

    /// <summary>The same hour twice: no hour is quiet.</summary>
    public void Set(TimeOnly from, TimeOnly to) => (From, To) = (from, to);

    /// <summary>Whether mails may go at this time of day.</summary>
    public bool Covers(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;
}

/// <summary>No reminders of a plan, to an institution, or of a step, for a while. What is not said is all.</summary>
internal sealed class ReminderPause : Root
{
    public const int ReasonLength = 500;

    private ReminderPause()
    {
    }

    public ReminderPause(Guid? planId, Guid? institutionId, string? stage, DateOnly from, DateOnly? until, string reason) =>
        (PlanId, InstitutionId, Stage, From, Until, Reason) = (planId, institutionId, stage, from, until, reason);

    public Guid? PlanId { get; private set; }
    public Guid? InstitutionId { get; private set; }

    /// <summary>A step such as "30" or "report"; "overdue" for all that is late.</summary>
    public string? Stage { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day; null: until it is lifted.</summary>
    public DateOnly? Until { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>Set when somebody lifts it: from then on it is history.</summary>
    public DateOnly? LiftedOn { get; private set; }

    public bool HoldsOn(DateOnly day) => LiftedOn is null && day >= From && (Until is null || day <= Until);

    public bool Silences(DueStep step) =>
        (PlanId is null || PlanId == step.Obligation.PlanId)
        && (InstitutionId is null || InstitutionId == step.Obligation.InstitutionId)
        && (Stage is null || Stage == step.Stage || (Stage == "overdue" && Ladder.IsOverdue(step.Stage)));

    public Result Lift(DateOnly on)
    {
        if (LiftedOn is not null) return Failure.Rule("notifications.pause-lifted", "This pause has been lifted already.");
        LiftedOn = on;
        return Result.Success;
    }
}
