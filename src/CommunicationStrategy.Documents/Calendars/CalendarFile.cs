// Days as an iCalendar file (RFC 5545), for a person's own calendar program. All-day events only, so no zone is needed.
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CommunicationStrategy.Documents.Calendars;

public enum CalendarStatus { Confirmed, Tentative, Cancelled }

/// <summary>One all-day event.</summary>
/// <param name="Uid">Stays the same for as long as the thing exists.</param>
/// <param name="Sequence">Grows with every change that a reader has to notice.</param>
/// <param name="Link">Where more is said.</param>
public sealed record CalendarEntry(string Uid, DateOnly Day, string Title, Uri? Link, int Sequence, CalendarStatus Status, DateTimeOffset ChangedAt);

public static class CalendarFile
{
    public const string MediaType = "text/calendar; charset=utf-8";

    private const string Product = "-//CommunicationStrategy//Action plan//EN";

    /// <summary>The same entries give the same text, so that it can be compared by its hash.</summary>
    public static string Write(string name, IEnumerable<CalendarEntry> entries)
    {
        var calendar = new Calendar { ProductId = Product };
        calendar.AddProperty("X-WR-CALNAME", name);
        // Asked for by many programs (RFC 7986 and what came before it): twice a day is enough for deadlines.
        calendar.AddProperty("X-PUBLISHED-TTL", "PT12H");
        foreach (var entry in entries) calendar.Events.Add(Event(entry));
        return new CalendarSerializer(calendar).SerializeToString() ?? "";
    }

    private static CalendarEvent Event(CalendarEntry entry)
    {
        // Without METHOD the stamp says when the entry was last revised; the present time would change the file with every reading.
        var changed = new CalDateTime(entry.ChangedAt.UtcDateTime, "UTC");
        return new CalendarEvent
        {
            Uid = entry.Uid,
            DtStamp = changed,
            LastModified = changed,
            Start = new CalDateTime(entry.Day),
            End = new CalDateTime(entry.Day.AddDays(1)),
            Summary = entry.Title,
            Url = entry.Link,
            Sequence = entry.Sequence,
            Status = entry.Status switch { CalendarStatus.Cancelled => EventStatus.Cancelled, CalendarStatus.Tentative => EventStatus.Tentative, _ => EventStatus.Confirmed },
            // A deadline does not make anybody busy.
            Transparency = TransparencyType.Transparent,
        };
    }
}
