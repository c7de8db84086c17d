// Which reminder a duty is due for on a given day, and to whom. One step at a time: what was missed is not made up for.
using System.Globalization;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Notifications.Domain;

/// <summary>Who is written to: an institution's focal point (else its deputy), its deputy beside, its head; and the office itself.</summary>
public enum Audience { FocalPoint, Deputy, Head, Office }

/// <summary>The steps of the ladder of one plan. Days are calendar days, but for the grace.</summary>
/// <param name="Before">Days before the date, at least one of them; the last one before the date is the day before.</param>
/// <param name="GraceDays">Working days after the date before anything counts as late.</param>
/// <param name="RepeatDays">While late, every so many days again.</param>
/// <param name="DeputyAfter">Days late from which the deputy is written to as well; null: never.</param>
/// <param name="HeadAfter">Days late from which the head of the institution's unit is written to as well; null: never.</param>
/// <param name="OfficeAfter">Days late from which officers and the head of the secretariat are told; null: never.</param>
/// <param name="LetterAfter">Days late from which the head of the secretariat has a letter to the institution's head to sign; null: never.</param>
/// <param name="CommitteeAfter">Days late from which it stands on the list for the National Committee; null: never.</param>
public sealed record LadderRules(IReadOnlyList<int> Before, int GraceDays, int RepeatDays, int? DeputyAfter, int? HeadAfter, int? OfficeAfter, int? LetterAfter, int? CommitteeAfter)
{
    public const int FurthestDays = 90;

    public static LadderRules Standard { get; } = new([30, 14, 7, 1], 0, 7, 1, 3, 7, 14, 30);
    public static LadderRules Patient { get; } = new([14, 3], 3, 14, 5, 14, 21, 30, 60);
    public static LadderRules Strict { get; } = new([30, 14, 7, 3, 1], 0, 3, 1, 2, 5, 10, 20);

    /// <summary>Ready to choose, by name.</summary>
    public static IReadOnlyDictionary<string, LadderRules> Presets { get; } = new Dictionary<string, LadderRules> { ["standard"] = Standard, ["patient"] = Patient, ["strict"] = Strict };

    public bool Equals(LadderRules? other) =>
        other is not null && Before.SequenceEqual(other.Before)
        && (GraceDays, RepeatDays, DeputyAfter, HeadAfter, OfficeAfter, LetterAfter, CommitteeAfter) == (other.GraceDays, other.RepeatDays, other.DeputyAfter, other.HeadAfter, other.OfficeAfter, other.LetterAfter, other.CommitteeAfter);

    public override int GetHashCode() => HashCode.Combine(Before.Count, GraceDays, RepeatDays, DeputyAfter, HeadAfter, OfficeAfter, LetterAfter, CommitteeAfter);
}

internal static class Ladder
{
    public const string Report = "report";
    public const string LastDay = "1";
    public const string ByHand = "hand-";

    /// <summary>The duty is new, or has a new date: the institution is told that it owns it.</summary>
    public const string Assigned = "assigned";
    public const string Letter = "letter";
    public const string Committee = "committee";
    private const string Overdue = "overdue-";

    /// <summary>A month's notice is given only of what takes longer than this many days; of the rest it would come with the beginning.</summary>
    private const int LongDays = 60;
    private const int MonthsNotice = 30;

    /// <summary>
    /// The step that holds on this day, or null. Long before the date, that it is owned; before the date the smallest of the steps not yet passed;
    /// from the first late day on, and every so many days since the date, that it is overdue. A report or a figure owed is announced when its collection
    /// opens, on its last day, and when it is late.
    /// </summary>
    public static string? StageOn(LadderRules rules, Audience audience, Obligation duty, DateOnly day, WorkCalendar calendar)
    {
        var due = duty.EffectiveDue;
        var left = due.DayNumber - day.DayNumber;
        if (left >= 0)
        {
            var steps = StepsBefore(rules, duty);
            if (left > steps.Max()) return duty.Kind == ObligationKind.ActivityDue && audience is Audience.FocalPoint or Audience.Deputy ? Assigned : null;
            if (audience != Audience.FocalPoint) return null;
            if (duty.Kind is ObligationKind.ReportDue or ObligationKind.FigureDue && left > 1) return Report;
            return steps.Where(s => s >= left).Min().ToString(CultureInfo.InvariantCulture);
        }

        if (day <= calendar.Add(due, rules.GraceDays)) return null;
        return -left >= LateFor(rules, audience) ? FormattableString.Invariant($"{Overdue}{-left / rules.RepeatDays}") : null;
    }

    /// <summary>What the head of the secretariat has to do beyond being told: the furthest step reached, or null.</summary>
    public static string? EscalationOn(LadderRules rules, Obligation duty, DateOnly day)
    {
        // A letter asks for work and reports, not for a figure.
        if (duty.Kind == ObligationKind.FigureDue) return null;
        var late = day.DayNumber - duty.EffectiveDue.DayNumber;
        return late >= rules.CommitteeAfter ? Committee : late >= rules.LetterAfter ? Letter : null;
    }

    /// <summary>A step that is taken because something is late.</summary>
    public static bool IsOverdue(string stage) => stage is Letter or Committee || stage.StartsWith(Overdue, StringComparison.Ordinal);

    private static IReadOnlyList<int> StepsBefore(LadderRules rules, Obligation duty)
    {
        if (duty.From is not { } from || duty.EffectiveDue.DayNumber - from.DayNumber > LongDays) return rules.Before;
        var near = rules.Before.Where(s => s < MonthsNotice).ToList();
        return near.Count > 0 ? near : rules.Before;
    }

    private static int LateFor(LadderRules rules, Audience audience) => audience switch
    {
        Audience.FocalPoint => 1,
        Audience.Deputy => rules.DeputyAfter ?? int.MaxValue,
        Audience.Head => rules.HeadAfter ?? int.MaxValue,
        _ => rules.OfficeAfter ?? int.MaxValue,
    };
}
