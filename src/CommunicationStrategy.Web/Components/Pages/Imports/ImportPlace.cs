// Where something stands in an uploaded file: "B7", and in a document "table 2, B7".
namespace CommunicationStrategy.Web.Components.Pages.Imports;

internal static class ImportPlace
{
    public static string Of(Texts texts, int? table, string? cell) => (table, cell) switch
    {
        ({ } number, not null) => texts["imports.findings.place", number, cell],
        ({ } number, null) => texts["imports.findings.table", number],
        _ => cell ?? "–",
    };
}
