// Calendar periods inside a stretch of time: what "quarterly" or "every two months" comes to in due dates.
using System.Text.RegularExpressions;
using static CommunicationStrategy.ActionPlan.Domain.Deadlines.Vocabulary;

namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

/// <summary>The stretch of time in which a recurring duty holds.</summary>
internal readonly record struct Window(DateOnly First, DateOnly Last)
{
    // A plan of a lifetime is a slip of the keyboard; its occurrences are not worth a table row each.
    private const int LongestInYears = 50;

    public static Window? Of(DateOnly first, DateOnly last) =>
        first <= last && first.Year > 1000 && last.Year < 9000 && last.Year - first.Year <= LongestInYears ? new Window(first, last) : null;

    /// <summary>The part of the window inside the plan; null where they do not meet.</summary>
    public Window? Within(DeadlineContext plan) =>
        Of(First > plan.PlanStart ? First : plan.PlanStart, Last < plan.PlanEnd ? Last : plan.PlanEnd);

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    public IEnumerable<int> Years => Enumerable.Range(First.Year, Last.Year - First.Year + 1);
}

/// <summary>How often: a number of months, or a week where <see cref="Months"/> is 0.</summary>
internal readonly record struct Frequency(int Months)
{
    private const string Once = "(once|one time|o data|odata|(1|один|одного|одному) раза?|раза?|una volta|o singura data|one)";

    private static readonly string Count = "([0-9]{1,2}|" + OneOf(Numbers)[1..];

    /// <summary>A frequency in words, to be built into the patterns of rules.</summary>
    public static readonly string Words =
        $"({OneOf(Frequencies)}|({Once} )?(every|each|la fiecare|in fiecare|fiecare|каждые|каждый|каждое|кожні|кожен|ogni)( {Count})? {OneOf(MonthUnits)}|{Once} ((per|a|an|in|every|each|la|pe|intr-un|в|на|за|al) |all')({Count} )?{OneOf(MonthUnits)})";

    private static readonly Regex EveryUnits = Pattern($"(^|[ '])((?<n>[0-9]{{1,2}}|{OneOf(Numbers)}) )?(?<unit>{OneOf(MonthUnits)})$");

    public static Frequency? Read(string words)
    {
        if (Frequencies.TryGetValue(words, out var months)) return new Frequency(months);

        if (EveryUnits.Match(words) is not { Success: true } match) return null;

        var count = match.Groups["n"].Success ? Number(match.Groups["n"].Value) : 1;
        return count is >= 1 and <= 60 ? new Frequency(count * MonthUnits[match.Groups["unit"].Value]) : null;
    }

    /// <summary>
    /// The first and last day of each period. What divides a year follows the calendar; "every five months" counts from the
    /// start of the window. A period cut off by the window's end is due on that end.
    /// </summary>
    public IEnumerable<Window> Periods(Window window)
    {
        for (var first = FirstPeriod(window); first <= window.Last;)
        {
            var next = Months == 0 ? first.AddDays(7) : first.AddMonths(Months);
            var last = next.AddDays(-1);
            if (last >= window.First) yield return new Window(first, last < window.Last ? last : window.Last);
            first = next;
        }
    }

    private DateOnly FirstPeriod(Window window) => Months switch
    {
        0 => window.First.AddDays(-(((int)window.First.DayOfWeek + 6) % 7)),
        1 or 3 or 6 or 12 => new DateOnly(window.First.Year, ((window.First.Month - 1) / Months * Months) + 1, 1),
        _ => window.First,
    };
}
