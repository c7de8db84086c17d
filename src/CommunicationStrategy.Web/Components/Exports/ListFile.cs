// A list page as a file: XLSX or CSV, all pages of what is seen. What a list holds is said by its own export.
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class ListFile
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The routes of all lists that can be taken along.</summary>
    public static void MapListFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapInstitutionFile();
        routes.MapCoverageFile();
        routes.MapPlanTemplate();
    }

    public static IResult Answer(ReportTable table, string? format, string language, string name)
    {
        using var content = new MemoryStream();
        var csv = string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase);
        if (csv) ListExport.WriteCsv(table, content);
        else ListExport.WriteXlsx(table, language, content);
        return Results.File(content.ToArray(), csv ? "text/csv; charset=utf-8" : Xlsx, $"{name}.{(csv ? "csv" : "xlsx")}");
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
