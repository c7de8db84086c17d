// The texts of one area of the product in ro, ru and en, from .resx files beside the code that uses them.
using System.Globalization;
using System.Resources;
using System.Reflection;

namespace CommunicationStrategy.BuildingBlocks;

/// <summary>Looks texts up by key and language. English is the neutral language of the files; a missing key shows itself as [key].</summary>
public sealed class TextCatalog(string baseName, Assembly assembly)
{
    private readonly ResourceManager resources = new(baseName, assembly);

    /// <summary>The text in the given language ("ro", "ru", "en"), with {0}, {1} filled in that language's number and date format.</summary>
    public string Get(string language, string key, params object?[] args)
    {
        var culture = Culture(language);
        var text = Find(language, key) ?? $"[{key}]";
        return args.Length == 0 ? text : string.Format(culture, text, args);
    }

    public string? Find(string language, string key) => resources.GetString(key, Culture(language));

    /// <summary>The formats of a language as the office writes them: dd.MM.yyyy, 24 hours; decimal comma in ro and ru.</summary>
    public static CultureInfo Culture(string language) => language switch { "ru" => Russian, "en" => English, _ => Romanian };

    private static readonly CultureInfo Romanian = Official("ro-MD");
    private static readonly CultureInfo Russian = Official("ru-MD");
    private static readonly CultureInfo English = Official("en-GB");

    private static CultureInfo Official(string name)
    {
        var culture = new CultureInfo(name);
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.NumberFormat.NumberGroupSeparator = "\u00A0";
        culture.NumberFormat.NumberDecimalSeparator = name.StartsWith("en", StringComparison.Ordinal) ? "." : ",";
        return CultureInfo.ReadOnly(culture);
    }
}
