// A text in several languages, kept as one JSON column. A missing translation falls back visibly.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunicationStrategy.BuildingBlocks;

/// <summary>Language code (ISO 639-1) -> text. Immutable; blank texts are not kept.</summary>
[JsonConverter(typeof(LocalizedTextJson))]
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    /// <summary>The order of fallback: the state language first.</summary>
    public static readonly IReadOnlyList<string> Languages = ["ro", "ru", "en"];
    public static readonly LocalizedText Empty = new([]);

    private readonly SortedDictionary<string, string> texts;

    public LocalizedText(IEnumerable<KeyValuePair<string, string?>>? texts) =>
        this.texts = new SortedDictionary<string, string>(
            (texts ?? []).Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToDictionary(t => t.Key, t => t.Value!.Trim()), StringComparer.Ordinal);

    public static LocalizedText Of(string language, string? text) => new([new(language, text)]);

    public static LocalizedText Of(string? ro, string? ru, string? en) => new([new("ro", ro), new("ru", ru), new("en", en)]);

    /// <summary>The text in exactly this language, or null.</summary>
    public string? this[string language] => texts.GetValueOrDefault(language);

    public IReadOnlyDictionary<string, string> All => texts;
    public bool IsEmpty => texts.Count == 0;

    /// <summary>The text in this language, else in the first language that has one, else "".</summary>
    public string In(string language) => this[language] ?? this[FallbackFor(language)] ?? "";

    /// <summary>The language in which <see cref="In"/> answers; pages mark it when it differs from the one asked for.</summary>
    public string FallbackFor(string language) =>
        texts.ContainsKey(language) ? language : Languages.FirstOrDefault(texts.ContainsKey) ?? texts.Keys.FirstOrDefault() ?? language;

    public LocalizedText With(string language, string? text) =>
        new(texts.Where(t => t.Key != language).Select(t => new KeyValuePair<string, string?>(t.Key, t.Value)).Append(new(language, text)));

    public string ToJson() => JsonSerializer.Serialize(texts, LocalizedTextJson.Plain);

    public static LocalizedText FromJson(string? json) =>
        string.IsNullOrEmpty(json) ? Empty : new LocalizedText(JsonSerializer.Deserialize<Dictionary<string, string?>>(json) ?? []);

    public bool Equals(LocalizedText? other) => other is not null && texts.SequenceEqual(other.texts);
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);
    public override int GetHashCode() => texts.Aggregate(17, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));
    public override string ToString() => In(Languages[0]);
}

/// <summary>As a JSON object, language -> text, with its letters unescaped.</summary>
public sealed class LocalizedTextJson : JsonConverter<LocalizedText>
{
    internal static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader, Plain) ?? []);

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.All) writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}
