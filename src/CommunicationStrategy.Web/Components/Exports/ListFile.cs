// A list page as a file: XLSX, CSV or DOCX, all pages of what is seen. What a list holds is said by its own export.
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class ListFile
{
    public const string Word = Office + "wordprocessingml.document";
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The routes of all lists that can be taken along.</summary>
    public static void MapListFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapInstitutionFile();
        routes.MapCoverageFile();
        routes.MapRegisterFiles();
        routes.MapIndicatorFile();
        routes.MapBudgetFile();
        routes.MapExpectedReportsFile();
        routes.MapPlanTemplate();
        routes.MapEscalationFiles();
    }

    public static IResult Answer(ReportTable table, string? format, string language, string name)
    {
        using var content = new MemoryStream();
        switch (format?.ToUpperInvariant())
        {
            case "CSV":
                ListExport.WriteCsv(table, content);
                return Results.File(content.ToArray(), "text/csv; charset=utf-8", $"{name}.csv");
            case "DOCX":
                ListExport.WriteDocx(table, language, content);
                return Results.File(content.ToArray(), Word, $"{name}.docx");
            default:
                ListExport.WriteXlsx(table, language, content);
                return Results.File(content.ToArray(), Office + "spreadsheetml.sheet", $"{name}.xlsx");
        }
    }

    /// <summary>Every row of a list, page by page in the list's own order; the failure of the first page that fails.</summary>
    public static async Task<Result<IReadOnlyList<TRow>>> AllAsync<TRow>(Func<int, Task<Result<Page<TRow>>>> ask)
    {
        var rows = new List<TRow>();
        for (var number = 1; ; number++)
        {
            var answer = await ask(number);
            if (!answer.IsSuccess) return answer.Failure;
            rows.AddRange(answer.Value.Items);
            if (number >= answer.Value.PageCount) return rows;
        }
    }
}
