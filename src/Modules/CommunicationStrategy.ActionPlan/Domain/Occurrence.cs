// One due date of a duty that falls due more than once: its own day, its own state.
namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>Reported: the institution says it is done and an officer has yet to agree. Waived: not needed this time.</summary>
public enum OccurrenceState { Open, Reported, Done, NotDone, Waived }

internal sealed class Occurrence : Entity
{
    private Occurrence()
    {
    }

    internal Occurrence(Guid activityId, DateOnly due) => (ActivityId, Due) = (activityId, due);

    public Guid ActivityId { get; private set; }
    public DateOnly Due { get; private set; }

    /// <summary>The working day on which it is really due.</summary>
    public DateOnly EffectiveDue { get; private set; }

    /// <summary>How many are asked for ("at least four a year"); 1 for a plain recurring duty.</summary>
    public int Target { get; private set; } = 1;

    /// <summary>How many have been held.</summary>
    public int Achieved { get; private set; }
    public OccurrenceState State { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    /// <summary>The quarter whose report claims it, such as "2026-Q4".</summary>
    public string? ReportedIn { get; private set; }
    public string? Note { get; private set; }

    public bool IsLate => State is OccurrenceState.Reported or OccurrenceState.Done && DoneOn > EffectiveDue;

    internal void Reschedule(DateOnly due) => Due = due;

    internal void Move(DateOnly effectiveDue, int target) => (EffectiveDue, Target) = (effectiveDue, target);

    /// <summary>What a report says was held; enough of it is a claim that the occurrence is done.</summary>
    internal void Claim(string period, int achieved, DateOnly on)
    {
        Achieved = Math.Max(0, achieved);
        (State, DoneOn, ReportedIn) = Achieved >= Target ? (OccurrenceState.Reported, on, period) : (OccurrenceState.Open, (DateOnly?)null, period);
    }

    internal void Confirm() => State = OccurrenceState.Done;

    internal void Withdraw() => (State, DoneOn, ReportedIn, Achieved) = (OccurrenceState.Open, null, null, 0);

    internal void Settle(OccurrenceState state, DateOnly? on, int? achieved, string? note)
    {
        (State, DoneOn) = (state, state is OccurrenceState.Done or OccurrenceState.Reported ? on : null);
        Achieved = achieved ?? (state == OccurrenceState.Done ? Math.Max(Target, Achieved) : Achieved);
        Note = string.IsNullOrWhiteSpace(note) ? Note : note.Trim();
    }
}
