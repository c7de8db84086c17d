// Which reminder a duty is due for on a given day. One step at a time: what was missed is not made up for.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Notifications.Domain;

internal static class Ladder
{
    /// <summary>The longest look ahead, in days.</summary>
    public const int Horizon = 30;
    public const string Report = "report";
    public const string LastDay = "1";
    private const string Overdue = "overdue-";
    private static readonly int[] Steps = [1, 7, 14, 30];

    /// <summary>
    /// The step that holds on this day, or null. Before the date the smallest of 30, 14, 7 and 1 days not yet passed; after it the first
    /// day, then every week since the date. A report owed is announced when its collection opens, on its last day, and when it is late.
    /// </summary>
    public static string? StageOn(ObligationKind kind, DateOnly due, DateOnly day)
    {
        var left = due.DayNumber - day.DayNumber;
        if (left < 0) return FormattableString.Invariant($"{Overdue}{-left / 7}");
        if (left > Horizon) return null;
        if (kind == ObligationKind.ReportDue && left > 1) return Report;
        return Array.Find(Steps, s => s >= left).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public static bool IsOverdue(string stage) => stage.StartsWith(Overdue, StringComparison.Ordinal);
}
