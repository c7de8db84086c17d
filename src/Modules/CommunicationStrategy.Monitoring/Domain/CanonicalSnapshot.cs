// The one written form of a snapshot, so that equal content has equal bytes: names sorted, nothing empty, no white space, UTF-8.
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CommunicationStrategy.Monitoring.Domain;

internal static class CanonicalSnapshot
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PlainDecimal() },
    };

    public static string Write(EvaluationSnapshot snapshot) => Sorted(JsonSerializer.SerializeToNode(snapshot, Options))!.ToJsonString(Options);

    public static EvaluationSnapshot Read(string json) => JsonSerializer.Deserialize<EvaluationSnapshot>(json, Options)!;

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal: what `sha256sum` says of the same text in a file.</summary>
    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>Databases give 40 back as 40 or as 40.0000: the text has one form.</summary>
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        private const decimal One = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / One);
    }
}
