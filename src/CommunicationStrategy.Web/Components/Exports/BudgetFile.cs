// The budget of a plan as a file: the four tables of the page /plan/budget under each other, with its filters.
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Web.Components.Pages.ActionPlan;
using MediatR;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class BudgetFile
{
    public static void MapBudgetFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/plan/budget/export", Export).RequireAuthorization(nameof(Permission.ViewActionPlan)).ExcludeFromDescription();

    private static async Task<IResult> Export(HttpContext http, IMediator mediator, Texts texts, string? format, CancellationToken cancellationToken)
    {
        var plan = PlanFilter.Plan(http.Request.Query);
        if (plan is null)
        {
            var plans = await mediator.Send(new ListPlans(), cancellationToken);
            if (!plans.IsSuccess) return plans.Failure.ToHttp();
            plan = plans.Value.Count > 0 ? plans.Value[0].Id : Guid.Empty;
        }

        var summary = await mediator.Send(BudgetFilter.From(http.Request.Query, plan.Value), cancellationToken);
        return summary.IsSuccess ? ListFile.Answer(Table(summary.Value, texts), format, texts.Language, $"{summary.Value.PlanCode}-budget") : Results.StatusCode(FailureHttp.Status(summary.Failure.Kind));
    }

    private static ReportTable Table(BudgetSummary summary, Texts t)
    {
        var unit = BudgetTables.Unit(summary.Currency, t);
        var total = new BudgetTableRow("", null, summary.Total, summary.Activities, summary.WithoutFigure);
        return new ReportTable("budget", $"{summary.PlanCode} {t["budget.title"]}",
        [
            new("table", t["budget.table"], Width: 2), new("name", t["budget.name"], Width: 3),
            .. BudgetTableView.Figures.Select(f => new ReportColumn(f, t["budget.with-unit", t[$"budget.{f}"], unit], CellKind.Decimal)),
            new("execution", t["budget.execution"], CellKind.Percent), new("without_figure", t["budget.without-figure"], CellKind.Integer), new("activities", t["budget.activities"], CellKind.Integer),
            new("within_limits", t["budget.within-limits"], CellKind.Integer),
        ],
        [.. BudgetTables.Of(summary, t).SelectMany(table => table.Rows.Select(row => Row(t[$"budget.by.{table.Key}"], row))), Row(t["budget.total"], total)]);
    }

    private static IReadOnlyList<ReportCell> Row(string table, BudgetTableRow row) =>
    [
        table, row.Name, Money(row.Sums.Planned), Money(row.Sums.Allocated), Money(row.Sums.Committed), Money(row.Sums.Spent), Money(row.Sums.Pledged), Money(row.Sums.Gap),
        row.Sums.Execution * 100, row.WithoutFigure, row.Activities, row.Sums.WithinLimits,
    ];

    private static decimal? Money(decimal? thousand) => thousand is { } value ? Math.Round(value, 1, MidpointRounding.AwayFromZero) : null;
}
