// When it is a good hour where the recipient is.
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Digests;

internal static class Zones
{
    /// <summary>When nobody is written to now, the moment from which one may: a worked day, after the quiet hours. Null: one may now.</summary>
    /// <param name="zone">As IANA names it; null, or unknown here: the office's.</param>
    public static DateTimeOffset? OpensAt(this TimeProvider clock, QuietHours quiet, WorkCalendar calendar, string? zone)
    {
        var there = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : clock.LocalTimeZone;
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), there).DateTime;
        var day = DateOnly.FromDateTime(now);
        if (calendar.IsWorking(day) && !quiet.Covers(TimeOnly.FromDateTime(now))) return null;
        if (!calendar.IsWorking(day) || TimeOnly.FromDateTime(now) >= quiet.To) day = calendar.Add(day, 1);
        var opens = day.ToDateTime(quiet.From == quiet.To ? TimeOnly.MinValue : quiet.To);
        // An hour that the clock jumps over does not exist: the next one does.
        if (there.IsInvalidTime(opens)) opens = opens.AddHours(1);
        return new DateTimeOffset(opens, there.GetUtcOffset(opens)).ToUniversalTime();
    }
}
