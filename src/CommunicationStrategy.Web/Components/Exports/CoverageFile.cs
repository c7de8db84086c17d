// Media coverage as a file: the columns, filters and order of the page /media.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Web.Components.Pages;
using CommunicationStrategy.Web.Components.Pages.Media;
using MediatR;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class CoverageFile
{
    public static void MapCoverageFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/media/export", Export).RequireAuthorization(nameof(Permission.ViewMedia)).ExcludeFromDescription();

    private static async Task<IResult> Export(
        IMediator mediator, Texts texts, string? q, string? tone, string? activity, string? from, string? to, string? archived, string? sort, string? format, CancellationToken cancellationToken)
    {
        var chosen = (await ActivityChoices.ReadAsync(mediator, cancellationToken)).Find(activity);
        var activities = new Dictionary<Guid, string>();
        var rows = await ListFile.AllAsync<CoverageRow>(async number =>
        {
            var answer = await mediator.Send(
                new ListCoverage(q, tone, chosen, FormValues.Day(from), FormValues.Day(to), archived == "true", sort, number, Paging.MaxSize), cancellationToken);
            if (!answer.IsSuccess) return answer.Failure;
            foreach (var item in answer.Value.Activities) activities[item.Id] = $"{item.Number} {texts.Of(item.Title)}";
            return answer.Value.Page;
        });
        if (!rows.IsSuccess) return Results.StatusCode(FailureHttp.Status(rows.Failure.Kind));

        var table = new ReportTable("coverage", texts["media.list.title"],
            [
                new("date", texts["media.item.PublishedOn"], CellKind.Date), new("outlet", texts["media.item.Outlet"], Width: 2), new("title", texts["media.item.Title"], Width: 4),
                new("address", texts["media.item.Url"], CellKind.Link, Width: 2), new("kind", texts["media.item.Kind"]), new("tone", texts["media.item.Tone"]),
                new("activity", texts["media.item.ActivityId"], Width: 3),
            ],
            [.. rows.Value.Select(IReadOnlyList<ReportCell> (r) =>
            [
                r.PublishedOn, r.Outlet, r.Title, new ReportCell(r.Url, r.Url), texts[$"media.kind.{r.Kind}"], texts[CoverageWords.ToneKey(r.Tone)],
                r.ActivityId is { } id ? activities.GetValueOrDefault(id) : null,
            ])]);
        return ListFile.Answer(table, format, texts.Language, "coverage");
    }
}
