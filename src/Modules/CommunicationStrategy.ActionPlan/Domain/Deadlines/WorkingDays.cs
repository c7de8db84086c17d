// The working-day calendar: weekends, the holidays of each year, and the days a government moves.
using System.Collections.Concurrent;

namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

/// <summary>
/// A day that is free every year: a date (<paramref name="Month"/> and <paramref name="Day"/>), or so many days after
/// Orthodox Easter Sunday (<paramref name="EasterOffset"/>). Years are inclusive; null is open.
/// </summary>
internal sealed record YearlyHoliday(int? Month, int? Day, int? EasterOffset, int? FromYear = null, int? ToYear = null)
{
    public DateOnly? In(int year)
    {
        if (year < FromYear || year > ToYear) return null;
        if (EasterOffset is { } offset) return WorkingDays.OrthodoxEaster(year).AddDays(offset);
        // 29 February exists every fourth year only.
        return Month is { } month && Day is { } day && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }
}

/// <summary>Says which days are worked, and moves a due date that falls on a free day to the next working day.</summary>
/// <param name="holidays">Free every year, besides Saturdays and Sundays.</param>
/// <param name="free">Single days off.</param>
/// <param name="worked">Days worked although they are a weekend or a holiday.</param>
internal sealed class WorkingDays(IReadOnlyCollection<YearlyHoliday> holidays, IEnumerable<DateOnly> free, IEnumerable<DateOnly> worked)
{
    // Dates outside these years are slips of the pen; the calendar has no holidays for them.
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    // A government declares a handful of days free, never a year: a search that runs on has broken data.
    private const int LongestHoliday = 366;

    private readonly HashSet<DateOnly> free = [.. free];
    private readonly HashSet<DateOnly> worked = [.. worked];
    private readonly ConcurrentDictionary<int, HashSet<DateOnly>> years = new();

    /// <summary>The public holidays of the Republic of Moldova (Labour Code, article 111), without local and moved days.</summary>
    public static WorkingDays Moldova { get; } = new([.. Holiday.Moldova.Where(h => h.Locality is null).Select(h => h.Rule)], [], []);

    /// <summary>Easter Sunday by the Julian computus (Meeus), given as a Gregorian date.</summary>
    public static DateOnly OrthodoxEaster(int year)
    {
        var moon = (((19 * (year % 19)) + 15) % 30);
        var weekday = ((2 * (year % 4)) + (4 * (year % 7)) - moon + 34) % 7;
        var sum = moon + weekday + 114;
        var julian = new DateOnly(year, sum / 31, (sum % 31) + 1);
        var calendarGap = (year / 100) - (year / 400) - 2;
        return julian.AddDays(calendarGap);
    }

    public bool IsWorking(DateOnly day) =>
        worked.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !free.Contains(day) && !HolidaysOf(day.Year).Contains(day));

    /// <summary>The due day itself, or the next working day.</summary>
    public DateOnly EffectiveDue(DateOnly due)
    {
        if (due.Year is < FirstYear or > LastYear) return due;
        var day = due;
        for (var step = 0; step < LongestHoliday; step++, day = day.AddDays(1))
        {
            if (IsWorking(day)) return day;
        }

        return due;
    }

    public DateOnly FirstWorkingDayAfter(DateOnly day) => EffectiveDue(day.AddDays(1));

    /// <summary>Counts working days forward, or back where negative; the first day is not counted.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorking(day)) left--;
        }

        return day;
    }

    private HashSet<DateOnly> HolidaysOf(int year) => years.GetOrAdd(year, y => [.. holidays.Select(h => h.In(y)).OfType<DateOnly>()]);
}
