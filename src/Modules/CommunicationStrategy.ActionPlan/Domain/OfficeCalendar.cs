// From a resolved date to the day on which the duty is really due.
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Domain;

internal static class OfficeCalendar
{
    // Dates outside these years are slips of the pen; the calendar has no holidays for them.
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    /// <summary>The day itself, or the next working day.</summary>
    public static DateOnly EffectiveDue(DateOnly due) =>
        due.Year is < FirstYear or > LastYear ? due : WorkingDays.Moldova(due.Year, due.Year + 1).EffectiveDue(due);

    public static DateOnly FirstWorkingDayAfter(DateOnly day) => EffectiveDue(day.AddDays(1));
}
