// The press office's registers as files: the columns, filters and order of their pages.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Enquiries;
using CommunicationStrategy.Media.Features.Events;
using CommunicationStrategy.Media.Features.Releases;
using CommunicationStrategy.Web.Components.Pages;
using MediatR;

namespace CommunicationStrategy.Web.Components.Exports;

internal static class RegisterFiles
{
    public static void MapRegisterFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/media/releases/export", Releases).RequireAuthorization(nameof(Permission.ViewMedia)).ExcludeFromDescription();
        routes.MapGet("/media/events/export", Events).RequireAuthorization(nameof(Permission.ViewMedia)).ExcludeFromDescription();
        routes.MapGet("/media/enquiries/export", Enquiries).RequireAuthorization(nameof(Permission.ViewMedia)).ExcludeFromDescription();
    }

    private static async Task<IResult> Releases(
        IMediator mediator, Texts texts, string? q, string? kind, string? from, string? to, string? archived, string? sort, string? format, CancellationToken cancellationToken)
    {
        var rows = await ListFile.AllAsync(number => mediator.Send(
            new ListReleases(q, FormValues.Choice<ReleaseKind>(kind), FormValues.Day(from), FormValues.Day(to), archived == "true", sort, number, Paging.MaxSize), cancellationToken));
        if (!rows.IsSuccess) return Results.StatusCode(FailureHttp.Status(rows.Failure.Kind));
        var table = new ReportTable("releases", texts["media.releases.title"],
            [
                new("number", texts["media.release.Number"]), new("date", texts["media.release.IssuedOn"], CellKind.Date), new("title", texts["media.release.Title"], Width: 4), new("languages", texts["media.release.languages"]),
                new("kind", texts["media.item.Kind"]), new("embargo", texts["media.release.EmbargoUntil"], Width: 1.5), new("address", texts["media.release.Url"], CellKind.Link, Width: 2),
                new("corrected", texts["media.release.CorrectedOn"], CellKind.Date), new("correction", texts["media.release.Correction"], Width: 3), new("activity", texts["media.item.ActivityId"], Width: 3),
            ],
            [
                .. rows.Value.Select(IReadOnlyList<ReportCell> (r) =>
                [
                    r.Facts.Number, r.Facts.IssuedOn, texts.Of(r.Facts.Title), string.Join(", ", LocalizedText.Languages.Where(l => r.Facts.Title[l] is not null)), texts[$"media.release.kind.{r.Facts.Kind}"], r.Facts.EmbargoUntil is { } until ? texts.Instant(until) : null,
                    new ReportCell(r.Facts.Url, r.Facts.Url), r.Facts.CorrectedOn, r.Facts.Correction, Activity(r.Activity, texts),
                ]),
            ]);
        return ListFile.Answer(table, format, texts.Language, "releases");
    }

    private static async Task<IResult> Events(
        IMediator mediator, Texts texts, string? q, string? kind, string? from, string? to, string? archived, string? sort, string? format, CancellationToken cancellationToken)
    {
        var rows = await ListFile.AllAsync(number => mediator.Send(
            new ListEvents(q, FormValues.Choice<MediaEventKind>(kind), FormValues.Day(from), FormValues.Day(to), archived == "true", sort, number, Paging.MaxSize), cancellationToken));
        if (!rows.IsSuccess) return Results.StatusCode(FailureHttp.Status(rows.Failure.Kind));
        var table = new ReportTable("events", texts["media.events.title"],
            [
                new("date", texts["media.event.HeldOn"], CellKind.Date), new("title", texts["media.event.Title"], Width: 4), new("kind", texts["media.item.Kind"], Width: 1.5), new("place", texts["media.event.Place"], Width: 2),
                new("attendance", texts["media.event.Attendance"], CellKind.Integer), new("journalists", texts["media.event.Journalists"], CellKind.Integer), new("satisfaction", texts["media.event.Satisfaction"], CellKind.Percent),
                new("cancelled", texts["media.event.Cancelled"]), new("activity", texts["media.item.ActivityId"], Width: 3),
            ],
            [
                .. rows.Value.Select(IReadOnlyList<ReportCell> (r) =>
                [
                    r.Facts.HeldOn, texts.Of(r.Facts.Title), texts[$"media.event.kind.{r.Facts.Kind}"], r.Facts.Place, (decimal?)r.Facts.Attendance, (decimal?)r.Facts.Journalists, r.Facts.Satisfaction,
                    r.Facts.Cancelled ? texts["media.event.was-cancelled"] : null, Activity(r.Activity, texts),
                ]),
            ]);
        return ListFile.Answer(table, format, texts.Language, "events");
    }

    private static async Task<IResult> Enquiries(
        IMediator mediator, Texts texts, string? q, string? state, string? from, string? to, string? archived, string? sort, string? format, CancellationToken cancellationToken)
    {
        var rows = await ListFile.AllAsync(number => mediator.Send(
            new ListEnquiries(q, FormValues.Choice<EnquiryState>(state), FormValues.Day(from), FormValues.Day(to), archived == "true", sort, number, Paging.MaxSize), cancellationToken));
        if (!rows.IsSuccess) return Results.StatusCode(FailureHttp.Status(rows.Failure.Kind));
        var table = new ReportTable("enquiries", texts["media.enquiries.title"],
            [
                new("received", texts["media.enquiry.ReceivedAt"], Width: 1.5), new("due", texts["media.enquiry.DueAt"], Width: 1.5), new("outlet", texts["media.item.Outlet"], Width: 2), new("subject", texts["media.enquiry.Subject"], Width: 4),
                new("state", texts["media.enquiry.State"]), new("closed", texts["media.settle.At"], Width: 1.5), new("ground", texts["media.settle.Ground"], Width: 2), new("activity", texts["media.item.ActivityId"], Width: 3),
            ],
            [
                .. rows.Value.Select(IReadOnlyList<ReportCell> (r) =>
                [
                    texts.Instant(r.Facts.ReceivedAt), texts.Instant(r.Facts.DueAt), r.Facts.Outlet, r.Facts.Subject, texts[$"media.enquiry.state.{r.State}"], r.ClosedAt is { } at ? texts.Instant(at) : null, r.Ground,
                    Activity(r.Activity, texts),
                ]),
            ]);
        return ListFile.Answer(table, format, texts.Language, "enquiries");
    }

    private static string? Activity(Contracts.ActionPlan.ActivityInfo? activity, Texts texts) => activity is null ? null : $"{activity.Number} {texts.Of(activity.Title)}";
}
