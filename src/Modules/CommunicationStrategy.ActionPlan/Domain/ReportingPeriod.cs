// The window in which a quarter's reports are collected. Once it is closed, nothing of that quarter changes through any door but that
// of an institution which was given more time.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Domain;

public enum PeriodState { Open, Closed }

internal sealed class ReportingPeriod : Root
{
    public const int PeriodLength = 7;

    private readonly List<ReportingExtension> extensions = [];

    private ReportingPeriod()
    {
    }

    /// <summary>By the calendar that the plan has now: a later change of it is for quarters opened afterwards.</summary>
    internal ReportingPeriod(Plan plan, CollectedPeriod collected, DateOnly opensOn, WorkingDays calendar)
    {
        (PlanId, Period, Frequency, OpensOn, DueOn, ReviewedBy) = (plan.Id, collected.Name, plan.Frequency, opensOn, plan.ReportsDue(collected), collected.End.AddDays(plan.ReviewDays));
        Recalculate(calendar);
    }

    public Guid PlanId { get; private set; }

    /// <summary>The quarter, "2026-Q4", or the month, "2026-05".</summary>
    public string Period { get; private set; } = "";

    /// <summary>Whether that month or quarter alone was asked about, or the half-year that the quarter ends.</summary>
    public ReportingFrequency Frequency { get; private set; }
    public CollectedPeriod Collected => Frequency.Find(Period)!.Value;
    public DateOnly OpensOn { get; private set; }

    /// <summary>By when everybody owes the reports.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The working day on which they are really owed.</summary>
    public DateOnly EffectiveDueOn { get; private set; }

    /// <summary>The last day for checking; the schedule closes the collection after it.</summary>
    public DateOnly ReviewedBy { get; private set; }
    public PeriodState State { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Grows with every report, so that a report and the closing of its period cannot both win a race.</summary>
    public int Changes { get; private set; }

    /// <summary>Institutions that were given more time, one each. Whoever asks for admission has to load them.</summary>
    public IReadOnlyList<ReportingExtension> Extensions => extensions;

    /// <summary>The calendar has changed. Whatever it says, a report is due before the checking ends.</summary>
    public void Recalculate(WorkingDays calendar)
    {
        foreach (var extension in extensions) extension.Recalculate(calendar);
        if (State == PeriodState.Closed) return;
        EffectiveDueOn = calendar.EffectiveDue(DueOn);
        if (ReviewedBy < EffectiveDueOn) ReviewedBy = EffectiveDueOn;
    }

    /// <summary>By when this institution owes its reports.</summary>
    public DateOnly DueFor(Guid? institution) => ExtensionOf(institution)?.Until ?? DueOn;

    /// <summary>This institution's reports are taken on that day: from all while it is open, and afterwards from those with time left.</summary>
    public bool Takes(Guid? institution, DateOnly today) => State == PeriodState.Open || ExtensionOf(institution)?.EffectiveUntil >= today;

    /// <summary>The one gate for everything that changes a report of this quarter.</summary>
    /// <param name="checking">An officer decides on a report: for that there are as many days after an extension as after everybody's due day.</param>
    public Result Admit(Guid institution, DateOnly today, bool checking = false)
    {
        if (!Takes(institution, checking ? today.AddDays(DueOn.DayNumber - ReviewedBy.DayNumber) : today)) return Closed();
        Changes++;
        return Result.Success;
    }

    /// <summary>Gives an institution more time, or other; also when the collection was closed already.</summary>
    public Result Extend(Guid institution, DateOnly until, string reason, DateOnly today, WorkingDays calendar)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Failure.Invalid("Reason", "action-plan.reason-required", "Say why.");
        if (until < today) return Failure.Invalid("Until", "action-plan.date-passed", "The new date has passed already.");
        if (until <= DueOn) return Failure.Invalid("Until", "action-plan.extension-not-later", "The new date has to be after the day on which all reports are due.");
        var extension = ExtensionOf(institution);
        if (extension is null) extensions.Add(extension = new ReportingExtension(Id, institution));
        extension.Grant(until, reason.Trim(), calendar);
        return Result.Success;
    }

    /// <summary>From now on the institution is held to everybody's days again.</summary>
    public Result Revoke(Guid institution) =>
        extensions.RemoveAll(e => e.InstitutionId == institution) > 0 ? Result.Success : Failure.NotFound(nameof(ReportingExtension), institution);

    public Result Close(DateOnly on)
    {
        if (State == PeriodState.Closed) return Closed();
        (State, ClosedOn) = (PeriodState.Closed, on);
        return Result.Success;
    }

    private ReportingExtension? ExtensionOf(Guid? institution) => extensions.Find(e => e.InstitutionId == institution);

    private Failure Closed() => Failure.Rule("action-plan.period-closed", $"The reports of {Period} are closed.", Period);
}

/// <summary>One institution's later date for one quarter's reports.</summary>
internal sealed class ReportingExtension : Entity
{
    private ReportingExtension()
    {
    }

    internal ReportingExtension(Guid periodId, Guid institutionId) => (PeriodId, InstitutionId) = (periodId, institutionId);

    public Guid PeriodId { get; private set; }
    public Guid InstitutionId { get; private set; }

    /// <summary>The last day, as it was granted.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>The working day on which it really ends.</summary>
    public DateOnly EffectiveUntil { get; private set; }
    public string Reason { get; private set; } = "";

    internal void Grant(DateOnly until, string reason, WorkingDays calendar) => (Until, EffectiveUntil, Reason) = (until, calendar.EffectiveDue(until), reason);

    internal void Recalculate(WorkingDays calendar) => EffectiveUntil = calendar.EffectiveDue(Until);
}
