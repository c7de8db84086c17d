// The office's working days, as the action plan's calendar has them: on other days nobody is written to.
namespace CommunicationStrategy.Notifications.Domain;

/// <param name="days">Working days, ascending; what lies outside them counts Monday to Friday.</param>
internal sealed class WorkCalendar(IReadOnlyList<DateOnly> days)
{
    private readonly HashSet<DateOnly> working = [.. days];

    public static WorkCalendar Weekdays { get; } = new([]);

    public bool IsWorking(DateOnly day) =>
        days.Count > 0 && day >= days[0] && day <= days[^1] ? working.Contains(day) : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>So many working days later.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorking(day)) left--;
        }

        return day;
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
