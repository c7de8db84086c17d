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
public sealed record LadderRules(IReadOnlyList<int> Before, int GraceDays, int RepeatDays, int? DeputyAfter, int? HeadAfter, int? OfficeAfter)
{
    public const int FurthestDays = 90;

    public static LadderRules Standard { get; } = new([30, 14, 7, 1], 0, 7, 1, 3, 7);
    public static LadderRules Patient { get; } = new([14, 3], 3, 14, 5, 14, 21);
    public static LadderRules Strict { get; } = new([30, 14, 7, 3, 1], 0, 3, 1, 2, 5);

    /// <summary>Ready to choose, by name.</summary>
    public static IReadOnlyDictionary<string, LadderRules> Presets { get; } = new Dictionary<string, LadderRules> { ["standard"] = Standard, ["patient"] = Patient, ["strict"] = Strict };

    public bool Equals(LadderRules? other) =>
        other is not null && Before.SequenceEqual(other.Before) && (GraceDays, RepeatDays, DeputyAfter, HeadAfter, OfficeAfter) == (other.GraceDays, other.RepeatDays, other.DeputyAfter, other.HeadAfter, other.OfficeAfter);

    public override int GetHashCode() => HashCode.Combine(Before.Count, GraceDays, RepeatDays, DeputyAfter, HeadAfter, OfficeAfter);
}

internal static class Ladder
{
    public const string Report = "report";
    public const string LastDay = "1";
    public const string ByHand = "hand-";
    private const string Overdue = "overdue-";

    /// <summary>
    /// The step that holds on this day, or null. Before the date the smallest of the steps not yet passed; from the first late day on, and every
    /// so many days since the date, that it is overdue. A report owed is announced when its collection opens, on its last day, and when it is late.
    /// </summary>
    public static string? StageOn(LadderRules rules, Audience audience, ObligationKind kind, DateOnly due, DateOnly day, WorkCalendar calendar)
    {
        var left = due.DayNumber - day.DayNumber;
        if (left >= 0)
        {
            if (audience != Audience.FocalPoint || left > rules.Before.Max()) return null;
            if (kind == ObligationKind.ReportDue && left > 1) return Report;
            return rules.Before.Where(s => s >= left).Min().ToString(CultureInfo.InvariantCulture);
        }

        if (day <= calendar.Add(due, rules.GraceDays)) return null;
        return -left >= LateFor(rules, audience) ? FormattableString.Invariant($"{Overdue}{-left / rules.RepeatDays}") : null;
    }

    public static bool IsOverdue(string stage) => stage.StartsWith(Overdue, StringComparison.Ordinal);

    private static int LateFor(LadderRules rules, Audience audience) => audience switch
    {
        Audience.FocalPoint => 1,
        Audience.Deputy => rules.DeputyAfter ?? int.MaxValue,
        Audience.Head => rules.HeadAfter ?? int.MaxValue,
        _ => rules.OfficeAfter ?? int.MaxValue,
    };
}
