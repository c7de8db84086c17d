// The list of activities as a file, exactly as seen: same filters, order and columns, every page of it.
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Plans;
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

    private static async Task<IResult> Export(HttpContext http, IMediator mediator, Texts texts, TimeProvider clock, string? format, CancellationToken cancellationToken)
    {
        var plans = await mediator.Send(new ListPlans(), cancellationToken);
        if (!plans.IsSuccess) return plans.Failure.ToHttp();
        var plan = PlanFilter.Plan(http.Request.Query) is { } wanted ? plans.Value.FirstOrDefault(p => p.Id == wanted) : plans.Value is [var first, ..] ? first : null;
        if (plan is null) return Results.NotFound();

        var rows = new List<ActivityRow>();
        var query = PlanFilter.From(http.Request.Query, plan.Id) with { Page = 1, Size = Paging.MaxSize };
        for (Page<ActivityRow>? part = null; part is null || part.Number < part.PageCount; query = query with { Page = query.Page + 1 })
        {
            var answer = await mediator.Send(query, cancellationToken);
            if (!answer.IsSuccess) return answer.Failure.ToHttp();
            part = answer.Value;
            rows.AddRange(part.Items);
        }

        return ListFile.Answer(Table(plan, rows, texts), format, texts.Language, $"{plan.Code}-{clock.Today():yyyy-MM-dd}");
    }

    private static ReportTable Table(PlanRow plan, List<ActivityRow> rows, Texts t) => new("activities", $"{plan.Code} {t.Of(plan.Title)}",
    [
        new("number", t["actionplan.number"], Width: 0.6), new("objective", t["actionplan.objective"]), new("title", t["actionplan.activity"], Width: 3), new("deadline", t["actionplan.deadline"], Width: 1.5),
        new("due", t["actionplan.due"], CellKind.Date), new("original_due", t["actionplan.original-due"], CellKind.Date), new("lead", t["actionplan.lead"], Width: 1.5),
        new("state", t["actionplan.state"]), new("percent", t["actionplan.percent"], CellKind.Integer, "%"), new("flags", t["actionplan.flags"], Width: 1.5),
    ],
    [.. rows.Select(r => (IReadOnlyList<ReportCell>)
    [
        r.Number, r.ObjectiveNumber, t.Of(r.Title), r.DeadlineAsWritten, r.NextDue, r.OriginalDue, r.Lead?.ShortName(t.Language) ?? r.LeadAsWritten,
        t[$"actionplan.state.{r.State}"], r.Percent, string.Join(", ", r.Flags.Select(f => t[$"actionplan.flag.{f}"])),
    ])]);
}
