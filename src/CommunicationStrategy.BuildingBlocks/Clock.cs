// The office's day. The host registers a TimeProvider whose local zone is the office's (Europe/Chisinau by default).
namespace CommunicationStrategy.BuildingBlocks;

/// <summary>A clock whose local time zone is the office's, whatever the server's is.</summary>
public sealed class OfficeClock(TimeZoneInfo zone) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => zone;
}

public static class ClockExtensions
{
    /// <summary>Today's date in the office's zone.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}

/// <summary>A calendar quarter, 1 to 4; <see cref="ToString"/> gives "2026-Q4".</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public DateOnly Start => new(Year, (Number * 3) - 2, 1);
    public DateOnly End => Start.AddMonths(3).AddDays(-1);
    public Quarter Next => Number == 4 ? new(Year + 1, 1) : new(Year, Number + 1);
    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public static Quarter? Parse(string? text) =>
        text is [_, _, _, _, '-', 'Q', >= '1' and <= '4'] && int.TryParse(text.AsSpan(0, 4), out var year) && year is > 1900 and < 3000
            ? new Quarter(year, text[6] - '0') : null;

    public override string ToString() => FormattableString.Invariant($"{Year:0000}-Q{Number}");
}
