// The address that calendar programs read: no sign-in, a secret in the address, 410 once it is withdrawn or was never given out.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Feeds;
using CommunicationStrategy.Documents.Calendars;
using CommunicationStrategy.Notifications;
using CommunicationStrategy.Web.Components;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace CommunicationStrategy.Web.Host;

internal static class CalendarFeeds
{
    public const string Path = "/calendar";

    public static void MapCalendarFeeds(this IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{token}.ics", Read).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Read(string token, HttpContext http, IServiceScopeFactory scopes, Texts texts, IPublicAddress site)
    {
        http.Response.Headers.CacheControl = "private";
        var content = await AskAsync(token, scopes, http.RequestAborted);
        // Two programs read the feed for the first time at once: the second finds what the first has noted.
        if (content.Failure is { Kind: FailureKind.Conflict }) content = await AskAsync(token, scopes, http.RequestAborted);
        if (!content.IsSuccess) return Results.Problem(statusCode: StatusCodes.Status410Gone, title: "This calendar address no longer works.", type: "urn:communication-strategy:feed-gone");

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(content.Value.Language);
        var file = Encoding.UTF8.GetBytes(Write(content.Value, texts, site));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\"");
        return Results.File(file, CalendarFile.MediaType, entityTag: tag);
    }

    private static async Task<Result<FeedContent>> AskAsync(string token, IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReadFeed(token), cancellationToken);
    }

    private static string Write(FeedContent feed, Texts texts, IPublicAddress site)
    {
        var name = string.Join(" · ", new[] { texts["actionplan.feed.calendar-name"], feed.PlanCode, feed.Institution?.ShortName(feed.Language) }.OfType<string>());
        return CalendarFile.Write(name, feed.Events.Select(e => new CalendarEntry(
            $"{e.SubjectId}@communication-strategy", e.Day, e.Title, new Uri($"{site.Value}/plan/activities/{e.ActivityId}"), e.Sequence,
            e.Status switch { FeedStatus.Cancelled => CalendarStatus.Cancelled, FeedStatus.Tentative => CalendarStatus.Tentative, _ => CalendarStatus.Confirmed }, e.ChangedAt)));
    }
}
