// A month as the address names it, "2026-06", and the weeks it is shown in.
using System.Globalization;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal readonly record struct Month(DateOnly First)
{
    private const string Form = "yyyy-MM";

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public Month Next => new(First.AddMonths(1));

    public Month Previous => new(First.AddMonths(-1));

    public override string ToString() => First.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The month that the text names, else the one this day lies in; only years that the calendar knows.</summary>
    public static Month Read(string? text, DateOnly otherwise) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2999
            ? new(day) : new(new DateOnly(otherwise.Year, otherwise.Month, 1));

    /// <summary>"iunie 2026", with the month in the form in which it stands alone.</summary>
    public string Say(string language) => $"{CultureInfo.GetCultureInfo(language).DateTimeFormat.MonthNames[First.Month - 1]} {First.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Weeks from Monday to Sunday; null where a day belongs to another month.</summary>
    public IEnumerable<DateOnly?[]> Weeks()
    {
        for (var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7)); monday <= Last; monday = monday.AddDays(7))
        {
            var (start, month) = (monday, First.Month);
            yield return [.. Enumerable.Range(0, 7).Select(i => start.AddDays(i)).Select(d => d.Month == month ? d : (DateOnly?)null)];
        }
    }

    /// <summary>The names of the days from Monday on.</summary>
    public static IEnumerable<(string Short, string Long)> Weekdays(string language)
    {
        var names = CultureInfo.GetCultureInfo(language).DateTimeFormat;
        return Enumerable.Range(1, 7).Select(i => (names.AbbreviatedDayNames[i % 7], names.DayNames[i % 7]));
    }
}
