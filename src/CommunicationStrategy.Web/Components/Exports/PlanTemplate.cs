// An empty table for a plan, in the domain's own layout, with one row that shows how it is filled in.
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class PlanTemplate
{
    private static readonly string[] Columns = ["number", "objective-number", "objective", "action", "deadline", "cost", "funding", "lead", "partners", "indicators"];

    public static void MapPlanTemplate(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/imports/template", (Texts texts, string? format) => ListFile.Answer(
            new ReportTable("plan", texts["imports.template.title"],
                [.. Columns.Select(c => new ReportColumn(c, texts[$"imports.template.{c}"], Width: c is "objective" or "action" or "indicators" ? 4 : 2))],
                [[.. Columns.Select(c => (ReportCell)texts[$"imports.template.{c}.example"])]]),
            format, texts.Language, "plan")).RequireAuthorization(nameof(Permission.ImportActionPlan)).ExcludeFromDescription();
}
