// Reading what stands in an address or a form: what cannot be read counts as not said, never as an error page.
using System.Globalization;

namespace CommunicationStrategy.Web.Components.Pages;

internal static class FormValues
{
    public static TEnum? Choice<TEnum>(string? text)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    public static int Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A moment as the office's clock shows it, as an instant.</summary>
    public static DateTimeOffset? Instant(DateTime? local, TimeProvider clock) => local is { } moment ? new DateTimeOffset(moment, clock.LocalTimeZone.GetUtcOffset(moment)) : null;

    /// <summary>An instant as the office's clock shows it: the model of a MomentField.</summary>
    public static DateTime? Local(DateTimeOffset? instant, TimeProvider clock) => instant is { } at ? TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).DateTime : null;

    /// <summary>A stored text as the model of a LocalizedField.</summary>
    public static Dictionary<string, string?> Fields(LocalizedText text) => text.All.ToDictionary(t => t.Key, t => (string?)t.Value);

    /// <summary>All languages of a text, a line each: for comparing two versions.</summary>
    public static string Lines(LocalizedText text) =>
        string.Join('\n', LocalizedText.Languages.Where(l => text[l] is not null).Select(l => $"{l.ToUpperInvariant()}: {text[l]}"));
}
