// The working-day calendar: weekends, public holidays, and the days a government moves.
namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

/// <summary>Says which days are worked, and moves a due date that falls on a free day to the next working day.</summary>
/// <param name="extraHolidays">Days off besides Saturdays and Sundays.</param>
/// <param name="movedToWorking">Days worked although they are a weekend or a holiday.</param>
internal sealed class WorkingDays(IEnumerable<DateOnly> extraHolidays, IEnumerable<DateOnly> movedToWorking)
{
    // Fixed days of the Labour Code: New Year, Christmas old style, Women's Day, Labour, Victory and Europe,
    // Children, Independence, Romanian language, Christmas new style.
    private static readonly (int Month, int Day)[] MoldovanFixedDays =
        [(1, 1), (1, 7), (1, 8), (3, 8), (5, 1), (5, 9), (6, 1), (8, 27), (8, 31), (12, 25)];

    // A government declares a handful of days free, never a year: a search that runs on has broken data.
    private const int LongestHoliday = 366;

    private readonly HashSet<DateOnly> _holidays = [.. extraHolidays];
    private readonly HashSet<DateOnly> _worked = [.. movedToWorking];

    /// <summary>The public holidays of the Republic of Moldova, without local patron days and moved days.</summary>
    public static WorkingDays Moldova(int fromYear, int toYear) => Moldova(fromYear, toYear, [], []);

    /// <summary>The public holidays of the Republic of Moldova with an office's own days on top.</summary>
    public static WorkingDays Moldova(int fromYear, int toYear, IEnumerable<DateOnly> extraHolidays, IEnumerable<DateOnly> movedToWorking)
    {
        var years = Enumerable.Range(fromYear, Math.Max(0, toYear - fromYear + 1));
        return new WorkingDays(years.SelectMany(MoldovanHolidays).Concat(extraHolidays), movedToWorking);
    }

    /// <summary>Fixed days, Orthodox Easter Sunday and Monday, and Memorial Easter (Paștele Blajinilor) a week later.</summary>
    public static IEnumerable<DateOnly> MoldovanHolidays(int year)
    {
        var easter = OrthodoxEaster(year);
        return MoldovanFixedDays
            .Select(d => new DateOnly(year, d.Month, d.Day))
            .Concat([easter, easter.AddDays(1), easter.AddDays(8)]);
    }

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
        _worked.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day));

    /// <summary>The due day itself, or the next working day.</summary>
    public DateOnly EffectiveDue(DateOnly due)
    {
        var day = due;
        for (var step = 0; step < LongestHoliday && day < DateOnly.MaxValue; step++, day = day.AddDays(1))
        {
            if (IsWorking(day)) return day;
        }

        return due;
    }

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
}
