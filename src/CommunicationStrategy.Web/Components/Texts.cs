// The pages' texts in the request's language, and dates, numbers and counts as the office writes them.
using System.Globalization;

namespace CommunicationStrategy.Web.Components;

/// <summary>
/// <c>T["stakeholders.list.title"]</c> is looked up in Resources/Stakeholders.resx (the area is what stands before the first dot);
/// "failure.*" is looked for in all areas. A missing key shows itself as [key].
/// </summary>
public sealed class Texts(TimeProvider clock)
{
    private const string Folder = "CommunicationStrategy.Web.Resources.";

    private static readonly Dictionary<string, TextCatalog> Areas = typeof(Texts).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(".resources", StringComparison.Ordinal))
        .Select(n => n[..^".resources".Length])
        .ToDictionary(n => n[Folder.Length..], n => new TextCatalog(n, typeof(Texts).Assembly), StringComparer.OrdinalIgnoreCase);

    /// <summary>"ro", "ru" or "en".</summary>
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private CultureInfo Culture => TextCatalog.Culture(Language);

    public string this[string key, params object?[] args]
    {
        get
        {
            var text = Find(key) ?? $"[{key}]";
            return args.Length == 0 ? text : string.Format(Culture, text, args);
        }
    }

    /// <summary>The text, or null where there is none.</summary>
    public string? Find(string key) => key.StartsWith("failure.", StringComparison.Ordinal)
        ? Areas.Values.Select(a => a.Find(Language, key)).FirstOrDefault(t => t is not null)
        : Areas.GetValueOrDefault(key.Split('.')[0])?.Find(Language, key);

    /// <summary>What happened, in the reader's language; the English message where a code has no translation.</summary>
    public string Failure(Failure failure) =>
        Find($"failure.{failure.Code}") is { } text ? Fill(text, failure.Args) : failure.Message;

    /// <summary>FluentValidation's own messages are translated already and name the field; ours are found by their code.</summary>
    public string Field(FieldError error) => Find($"failure.{error.Code}") ?? error.Message;

    public string Date(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>Day and time on the office's clock.</summary>
    public string Instant(DateTimeOffset? at) => at is { } instant
        ? TimeZoneInfo.ConvertTime(instant, clock.LocalTimeZone).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture) : "–";

    public string Number(decimal? value, int decimals = 0) => value?.ToString("N" + decimals, Culture) ?? "–";

    /// <summary>A share of 0..1 as "62,5 %".</summary>
    public string Percent(decimal? share, int decimals = 1) => share is { } part ? Number(part * 100, decimals) + "\u00A0%" : "–";

    /// <summary>A counted noun: keys <c>key.one</c>, <c>key.few</c>, <c>key.many</c>, with {0} for the number (1 act, 2 acte, 20 de acte).</summary>
    public string Count(string key, int number)
    {
        var text = Find($"{key}.{PluralForm(Language, number)}") ?? this[$"{key}.many"];
        return string.Format(Culture, text, Number(number));
    }

    /// <summary>The text in the reader's language or its fallback; use the component Localized where the fallback should be marked.</summary>
    public string Of(LocalizedText? text) => text?.In(Language) ?? "";

    internal static string PluralForm(string language, int number)
    {
        var (tens, units) = (number % 100, number % 10);
        return language switch
        {
            "ru" => units == 1 && tens != 11 ? "one" : units is >= 2 and <= 4 && (tens is < 12 or > 14) ? "few" : "many",
            "en" => number == 1 ? "one" : "many",
            _ => number == 1 ? "one" : number == 0 || tens is >= 1 and <= 19 ? "few" : "many",
        };
    }

    private string Fill(string text, IReadOnlyList<string> args)
    {
        // A translation may use fewer facts than the failure carries, never more.
        object?[] facts = [.. args, "", "", "", ""];
        return string.Format(Culture, text, facts);
    }
}
