// Who has reported for a quarter and who has not, as a file: same filters, every row.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Web.Components.Pages;
using MediatR;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class ExpectedReportsFile
{
    public static void MapExpectedReportsFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/reports/expected/export", Export).RequireAuthorization(nameof(Permission.ReviewReports)).ExcludeFromDescription();

    private static async Task<IResult> Export(IMediator mediator, Texts texts, Guid plan, string quarter, string? standing, Guid? institution, string? format, CancellationToken cancellationToken)
    {
        var rows = await ListFile.AllAsync(number => mediator.Send(new ListExpectedReports(plan, quarter, FormValues.Choice<ReportStanding>(standing), institution, number, Paging.MaxSize), cancellationToken));
        if (!rows.IsSuccess) return Results.StatusCode(FailureHttp.Status(rows.Failure.Kind));
        var table = new ReportTable("reports", texts["actionplan.expected.title"],
            [new("number", texts["actionplan.table.number"], Width: 0.6), new("activity", texts["actionplan.activity"], Width: 3), new("institution", texts["actionplan.institution"], Width: 2), new("due", texts["actionplan.periods.due"]), new("state", texts["actionplan.report.state"])],
            [.. rows.Value.Select(r => (IReadOnlyList<ReportCell>)[r.ActivityNumber, texts.Of(r.ActivityTitle), texts.Of(r.Institution?.Name), r.DueOn, texts[$"actionplan.report.state.{r.Standing}"]])]);
        return ListFile.Answer(table, format, texts.Language, $"reports-{quarter}");
    }
}
