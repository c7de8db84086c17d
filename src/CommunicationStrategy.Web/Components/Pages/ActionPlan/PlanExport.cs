// A view of a plan as a file, exactly as seen: same filters and order, every page of it, as XLSX, CSV or PDF.
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Web.Components.Exports;
using MediatR;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class PlanExport
{
    public static void MapPlanExport(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plan/export", Export).RequireAuthorization(nameof(Permission.ViewActionPlan)).ExcludeFromDescription();
        routes.MapGet("/plans/{id:guid}/table", Official).RequireAuthorization(nameof(Permission.ViewActionPlan)).ExcludeFromDescription();
    }

    /// <summary>The official table: what it says is what an import of it reads.</summary>
    private static async Task<IResult> Official(Guid id, IMediator mediator, Texts texts, TimeProvider clock, string? format, CancellationToken cancellationToken)
    {
        var answer = await mediator.Send(new GetPlanTable(id), cancellationToken);
        if (!answer.IsSuccess) return answer.Failure.ToHttp();
        var plan = answer.Value;
        var table = new ReportTable("plan", $"{plan.Code} {texts.Of(plan.Title)}",
        [
            new("number", texts["actionplan.table.number"], Width: 0.6), new("objective-number", texts["actionplan.table.objective-number"], Width: 0.6), new("objective", texts["actionplan.table.objective"], Width: 2),
            new("action", texts["actionplan.table.action"], Width: 3), new("sub-action", texts["actionplan.table.sub-action"], Width: 3), new("deadline", texts["actionplan.table.deadline"], Width: 1.5),
            new("cost", texts["actionplan.table.cost"]), new("funding", texts["actionplan.table.funding"]), new("leads", texts["actionplan.table.leads"], Width: 1.5),
            new("co-implementers", texts["actionplan.table.co-implementers"], Width: 1.5), new("partners", texts["actionplan.table.partners"], Width: 1.5), new("indicators", texts["actionplan.table.indicators"], Width: 2),
        ],
        [.. plan.Rows.Select(r => (IReadOnlyList<ReportCell>)
        [
            r.Number, r.ObjectiveNumber, texts.Of(r.Objective), r.Action ?? texts.Of(r.Title), r.Action is null ? "" : texts.Of(r.Title), r.Deadline, r.Cost ?? "", r.Funding ?? "", r.Leads, r.CoImplementers, r.Partners, r.Indicators ?? "",
        ])]);
        return ListFile.Answer(table, format, texts.Language, $"{plan.Code}-plan-{clock.Today():yyyy-MM-dd}");
    }

    private static async Task<IResult> Export(HttpContext http, IMediator mediator, Texts texts, TimeProvider clock, PdfPrinter printer, string? format, string? view, CancellationToken cancellationToken)
    {
        var plans = await mediator.Send(new ListPlans(), cancellationToken);
        if (!plans.IsSuccess) return plans.Failure.ToHttp();
        var plan = PlanFilter.Plan(http.Request.Query) is { } wanted ? plans.Value.FirstOrDefault(p => p.Id == wanted) : plans.Value is [var first, ..] ? first : null;
        if (plan is null) return Results.NotFound();

        var tables = new PlanTables(mediator, texts, clock.Today());
        var filter = PlanFilter.From(http.Request.Query, plan.Id);
        var table = await (view switch
        {
            "board" => tables.BoardAsync(plan, filter, cancellationToken),
            "timeline" => tables.TimelineAsync(plan, filter, cancellationToken),
            "calendar" => tables.CalendarAsync(plan, filter, http.Request.Query["month"], cancellationToken),
            "institution" => tables.QuarterAsync(plan, filter, cancellationToken),
            _ => tables.ListAsync(plan, filter, cancellationToken),
        });
        if (!table.IsSuccess) return table.Failure.ToHttp();
        var name = $"{plan.Code}{(view is null or "table" ? "" : $"-{table.Value.Key}")}-{clock.Today():yyyy-MM-dd}";
        if (!string.Equals(format, "pdf", StringComparison.OrdinalIgnoreCase)) return ListFile.Answer(table.Value, format, texts.Language, name);

        var lead = texts["actionplan.export.as-of", texts.Date(clock.Today()), table.Value.Rows.Count];
        var drawings = view == "timeline" ? await tables.DrawingsAsync(plan, filter, cancellationToken) : new List<string>();
        if (!drawings.IsSuccess) return drawings.Failure.ToHttp();
        var printed = await printer.PrintAsync(ListHtml.Write(table.Value, lead, texts.Language, drawings.Value), cancellationToken);
        return printed.Pdf is { } pdf ? Results.File(pdf, "application/pdf", $"{name}.pdf") : Failure.Rule("action-plan.pdf-unavailable", printed.Problem!, printed.Problem!).ToHttp();
    }
}
