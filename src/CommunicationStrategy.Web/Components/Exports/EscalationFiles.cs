// What goes on paper when reminding is over: a letter to sign, and the list for the National Committee.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Notifications.Features.Escalations;
using MediatR;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class EscalationFiles
{
    public static void MapEscalationFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reminders/letters/{id:guid}/file", Letter).RequireAuthorization(nameof(Permission.ViewNotifications)).ExcludeFromDescription();
        routes.MapGet("/reminders/committee/export", Committee).RequireAuthorization(nameof(Permission.ViewNotifications)).ExcludeFromDescription();
    }

    private static async Task<IResult> Letter(IMediator mediator, Guid id, CancellationToken cancellationToken)
    {
        var file = await mediator.Send(new GetLetterFile(id), cancellationToken);
        return file.IsSuccess ? Results.File(file.Value, ListFile.Word, $"letter-{id:N}.docx") : Results.StatusCode(FailureHttp.Status(file.Failure.Kind));
    }

    private static async Task<IResult> Committee(IMediator mediator, Texts texts, string? institution, string? format, CancellationToken cancellationToken)
    {
        var rows = await ListFile.AllAsync(number => mediator.Send(new ListForCommittee(Guid.TryParse(institution, out var id) ? id : null, number, Paging.MaxSize), cancellationToken));
        if (!rows.IsSuccess) return Results.StatusCode(FailureHttp.Status(rows.Failure.Kind));
        var table = new ReportTable("committee", texts["notifications.committee.title"],
            [
                new("institution", texts["notifications.institution"], Width: 3), new("what", texts["notifications.committee.what"], Width: 5), new("due", texts["notifications.due"], CellKind.Date),
                new("late", texts["notifications.letters.late"], CellKind.Integer), new("reminders", texts["notifications.letters.reminders"], CellKind.Integer), new("letter", texts["notifications.committee.letter"], Width: 2),
            ],
            [.. rows.Value.Select(IReadOnlyList<ReportCell> (r) => r.ActivityId is null
                ? [texts.Of(r.Institution?.Name), $"{texts.Count("notifications.committee.missing", r.Reminders)} {r.Missed}", (DateOnly?)null, (int?)null, (int?)null, (string?)null]
                :
                [
                    texts.Of(r.Institution?.Name), $"{r.Number} {texts.Of(r.Title)}{(r.Period is null ? "" : $" ({texts["notifications.report-for", r.Period]})")}", r.Due, r.DaysLate, r.Reminders,
                    r.LetterSentOn is { } day ? $"{r.LetterNumber}, {texts.Date(day)}" : texts["notifications.committee.no-letter"],
                ])]);
        return ListFile.Answer(table, format, texts.Language, "committee");
    }
}
