// The deadline of an activity: the words of the plan, what they mean, and the dates they come to.
namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

/// <summary>What kind of statement about time the words of a plan make.</summary>
public enum DeadlineKind
{
    Unresolved, Date, Month, Quarter, HalfYear, Year, Season, FiscalYear, Range, StartOnly, Permanent,
    Recurring, RecurringInner, Quota, Relative, Event, Compound, Multiple, Reference, Revised,
}

/// <summary>Who turned the words into dates.</summary>
public enum DeadlineResolvedBy { Nobody, Rule, Person }

/// <summary>What a deadline is read against: the plan it stands in.</summary>
internal sealed record DeadlineContext(DateOnly PlanStart, DateOnly PlanEnd)
{
    /// <summary>The last day of a fiscal year, as month and day.</summary>
    public (int Month, int Day) FiscalYearEnd { get; init; } = (12, 31);

    /// <summary>Counts lags in working days and moves due dates off free days: the plan's calendar.</summary>
    public WorkingDays WorkingDays { get; init; } = WorkingDays.Moldova;

    /// <summary>What officers read in words that no rule understood: folded words to first and last day.</summary>
    public IReadOnlyDictionary<string, (DateOnly? Start, DateOnly Due)> Readings { get; init; } = new Dictionary<string, (DateOnly?, DateOnly)>();

    /// <summary>The year of a plan that lies in one year; only then can a month be read without its year.</summary>
    public int? SingleYear => PlanStart.Year == PlanEnd.Year ? PlanStart.Year : null;
}

/// <summary>A deadline: the words are kept as written, the dates stand beside them.</summary>
internal sealed record Deadline
{
    public required string AsWritten { get; init; }

    public DeadlineKind Kind { get; init; }

    /// <summary>The first day, where the words name one; never derived from "by".</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last resolved day. For permanent and recurring duties the last day of their period.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Each due date on its own, for duties that fall due more than once; ascending, without doubles.</summary>
    public IReadOnlyList<DateOnly> Occurrences { get; init; } = [];

    /// <summary>The words of the event or predecessor that the dates depend on.</summary>
    public string? Trigger { get; init; }

    /// <summary>When the trigger happened, once somebody said so.</summary>
    public DateOnly? TriggeredOn { get; init; }

    public int? LagDays { get; init; }

    public int? LagWorkingDays { get; init; }

    public int? LagMonths { get; init; }

    /// <summary>Compound deadlines: the date that stands in the words; the trigger can only move it later.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>How many are asked for in each period.</summary>
    public int? QuotaCount { get; init; }

    public DeadlineResolvedBy ResolvedBy { get; init; }

    /// <summary>The stable name of the rule that read the words.</summary>
    public string? Rule { get; init; }

    /// <summary>Nothing in the words gives a date: an officer has to say when it is due.</summary>
    public bool NeedsOfficer => Kind is DeadlineKind.Unresolved or DeadlineKind.Reference;

    /// <summary>Not due, and not overdue either, until the event it waits for has a date.</summary>
    public bool AwaitsTrigger => Due is null && Kind is DeadlineKind.Relative or DeadlineKind.Event or DeadlineKind.Compound;

    /// <summary>What an officer says replaces the reading; the words stay.</summary>
    public Deadline SetByPerson(DateOnly? start, DateOnly due) => new()
    {
        AsWritten = AsWritten,
        Kind = start is null ? DeadlineKind.Date : DeadlineKind.Range,
        Start = start,
        Due = due,
        ResolvedBy = DeadlineResolvedBy.Person,
    };

    /// <summary>Computes the dates from the day the trigger happened; saying it again corrects the first time.</summary>
    /// <exception cref="InvalidOperationException">The deadline waits for nothing: ask <see cref="Trigger"/> first.</exception>
    public Deadline TriggerDatedOn(DateOnly date, DeadlineContext context)
    {
        if (Trigger is null) throw new InvalidOperationException("This deadline has no trigger.");

        var after = Lagged(date, context);
        var due = NotBefore > after ? NotBefore.Value : after;
        var startFollows = Kind == DeadlineKind.Relative && after > date && (Start is null || Start == TriggeredOn);
        return this with
        {
            Start = startFollows ? date : Start,
            Due = due,
            TriggeredOn = date,
            ResolvedBy = DeadlineResolvedBy.Person,
        };
    }

    public bool Equals(Deadline? other) =>
        other is not null && Facts() == other.Facts() && Occurrences.SequenceEqual(other.Occurrences);

    public override int GetHashCode() => HashCode.Combine(AsWritten, Kind, Start, Due, Trigger);

    internal DateOnly Lagged(DateOnly date, DeadlineContext context)
    {
        // The calendar of DateOnly ends in 9999; nothing sensible lies near it, and nothing may throw there.
        if (date.Year is < 1000 or > 9000) return date;

        var later = date.AddMonths(LagMonths ?? 0).AddDays(LagDays ?? 0);
        return LagWorkingDays is { } days
            ? context.WorkingDays.Add(later, days)
            : later;
    }

    private (string, DeadlineKind, DateOnly?, DateOnly?, string?, DateOnly?, (int?, int?, int?, int?), DateOnly?, DeadlineResolvedBy, string?) Facts() =>
        (AsWritten, Kind, Start, Due, Trigger, TriggeredOn, (LagDays, LagWorkingDays, LagMonths, QuotaCount), NotBefore, ResolvedBy, Rule);
}
