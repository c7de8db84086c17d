// The window in which a quarter's reports are collected. Once it is closed, nothing of that quarter changes through any door.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Domain;

public enum PeriodState { Open, Closed }

internal sealed class ReportingPeriod : Root
{
    public const int PeriodLength = 7;
    private const int DueDay = 15;
    private const int ReviewDay = 20;

    private ReportingPeriod()
    {
    }

    public ReportingPeriod(Guid planId, Quarter quarter, DateOnly opensOn, WorkingDays calendar)
    {
        (PlanId, Period, OpensOn, DueOn, ReviewedBy) = (planId, quarter.ToString(), opensOn, DueOf(quarter), quarter.End.AddDays(ReviewDay));
        EffectiveDueOn = calendar.EffectiveDue(DueOn);
    }

    public Guid PlanId { get; private set; }

    /// <summary>The quarter, "2026-Q4".</summary>
    public string Period { get; private set; } = "";
    public DateOnly OpensOn { get; private set; }

    /// <summary>Reports are owed by the 15th of the month after the quarter.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The working day on which they are really owed.</summary>
    public DateOnly EffectiveDueOn { get; private set; }

    /// <summary>The last day for checking; the schedule closes the collection after it.</summary>
    public DateOnly ReviewedBy { get; private set; }
    public PeriodState State { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Grows with every report, so that a report and the closing of its period cannot both win a race.</summary>
    public int Changes { get; private set; }

    public static DateOnly DueOf(Quarter quarter) => quarter.End.AddDays(DueDay);

    /// <summary>The calendar has changed.</summary>
    public void Recalculate(WorkingDays calendar) => EffectiveDueOn = calendar.EffectiveDue(DueOn);

    /// <summary>The one gate for everything that changes a report of this quarter.</summary>
    public Result Admit()
    {
        if (State == PeriodState.Closed) return Closed();
        Changes++;
        return Result.Success;
    }

    public Result Close(DateOnly on)
    {
        if (State == PeriodState.Closed) return Closed();
        (State, ClosedOn) = (PeriodState.Closed, on);
        return Result.Success;
    }

    private Failure Closed() => Failure.Rule("action-plan.period-closed", $"The reports of {Period} are closed.", Period);
}
