// From the audit log's JSON to changes that a person can read.
using System.Text.Json;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

internal static class ActivityHistory
{
    // Kept for search, order and matching: nobody reads them.
    private static readonly HashSet<string> Technical =
    [
        "SearchText", "SortKey", "ObjectiveSortKey", "DueQuarters", "Recurs", "NameKey", "SourceCells", "PlanId", "ActivityId", "Position", "ObjectiveId", "SuspendedFrom",
        "Rule", "Occurrences", "LagDays", "LagWorkingDays", "LagMonths", "QuotaCount", "NotBefore", "Target",
    ];

    /// <summary>The changed fields with old and new values as text; a text in several languages yields one change per language.</summary>
    public static IReadOnlyList<FieldChange> Read(string changes)
    {
        using var json = JsonDocument.Parse(changes);
        var read = new List<FieldChange>();
        foreach (var property in json.RootElement.EnumerateObject().Where(p => !Technical.Contains(p.Name)))
        {
            var (before, after) = (property.Value[0], property.Value[1]);
            if (before.ValueKind != JsonValueKind.Object && after.ValueKind != JsonValueKind.Object)
            {
                read.Add(new FieldChange(property.Name, Text(before), Text(after)));
                continue;
            }

            foreach (var language in LocalizedText.Languages)
            {
                var (old, now) = (In(before, language), In(after, language));
                if (old != now) read.Add(new FieldChange($"{property.Name}.{language}", old, now));
            }
        }

        return read;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        _ => value.GetRawText(),
    };

    private static string? In(JsonElement value, string language) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(language, out var text) ? text.GetString() : null;
}
