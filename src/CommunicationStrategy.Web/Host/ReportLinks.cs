// The links in mails at the host's edge: the cookie a token is swapped for, the caller it stands for, and how often it and a calendar may be used.
using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Notifications.Features.Links;
using CommunicationStrategy.Notifications.Features.Mails;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;

namespace CommunicationStrategy.Web.Host;

internal static class ReportLinks
{
    private const string Pages = "/report";
    private const string Tokens = "/r";
    private const string Purpose = "report-link";
    private const int OpeningsAMinute = 10;
    private const int ReportsAnHour = 30;

    // Many people of one office read theirs through one address.
    private const int FeedsAMinute = 120;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    public static void AddReportLinks(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (context, _) =>
        {
            if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)) context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            // There is no page for HEAD: the refusal stands as it is.
            if (HttpMethods.IsHead(context.HttpContext.Request.Method) && context.HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return ValueTask.CompletedTask;
        };
        limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        {
            if (http.Request.Path.StartsWithSegments(Tokens)) return Window($"open:{http.Connection.RemoteIpAddress ?? IPAddress.None}", OpeningsAMinute, TimeSpan.FromMinutes(1));
            if (http.Request.Path.StartsWithSegments(CalendarFeeds.Path)) return Window($"calendar:{http.Connection.RemoteIpAddress ?? IPAddress.None}", FeedsAMinute, TimeSpan.FromMinutes(1));
            var caller = http.RequestServices.GetRequiredService<CallerScope>().Current;
            return caller.Kind == CallerKind.Link && HttpMethods.IsPost(http.Request.Method)
                ? Window($"report:{caller.Id}", ReportsAnHour, TimeSpan.FromHours(1)) : RateLimitPartition.GetNoLimiter("");
        });
    });

    public static IApplicationBuilder UseReportLinks(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var onPages = http.Request.Path.StartsWithSegments(Pages);
        if (onPages || http.Request.Path.StartsWithSegments(Tokens))
        {
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.Headers.CacheControl = "no-store";
        }

        if (onPages && await LinkAsync(http) is { } link)
        {
            http.RequestServices.GetRequiredService<CallerScope>().Current = new Caller(CallerKind.Link, link.ContactName, link.Id, link.InstitutionId, [Permission.ReportProgress]);
        }

        await next(http);
    }).UseRateLimiter();

    /// <summary>Swaps the token for a cookie that says which link was opened, and nothing else.</summary>
    public static void Enter(HttpContext http, OpenedLink link) => http.Response.Cookies.Append(CookieName(http), Protector(http).Protect(link.Id.ToString(), Lifetime), new CookieOptions
    {
        // Lax: the redirect follows a click in a mail program, which a strict cookie would not survive.
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, Path = "/", MaxAge = Lifetime,
    });

    /// <summary>Mail scanners ask with HEAD: answered alike for every token, counted like an opening, touching nothing.</summary>
    public static void MapLinkProbe(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Tokens + "/{token}", [HttpMethods.Head], () => Results.NoContent()).AllowAnonymous().ExcludeFromDescription();

    /// <summary>A mail's HTML on an address of its own, so that its inline styles are allowed there and nothing else is.</summary>
    public static void MapMailView(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mails/{id:guid}/html", async (Guid id, IMediator mediator, HttpContext http) =>
        {
            var mail = await mediator.Send(new GetMail(id), http.RequestAborted);
            return Framed(http, mail.Value?.HtmlBody);
        }).RequireAuthorization(nameof(Permission.ViewNotifications)).ExcludeFromDescription();
        routes.MapGet("/reminders/preview/html", async (Guid institution, Audience? audience, IMediator mediator, HttpContext http) =>
        {
            var preview = await mediator.Send(new PreviewDigest(institution, audience ?? Audience.FocalPoint), http.RequestAborted);
            return Framed(http, preview.Value?.HtmlBody);
        }).RequireAuthorization(nameof(Permission.ViewNotifications)).ExcludeFromDescription();
    }

    private static IResult Framed(HttpContext http, string? html)
    {
        if (string.IsNullOrEmpty(html)) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static RateLimitPartition<string> Window(string key, int permits, TimeSpan length) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = length, QueueLimit = 0 });

    /// <summary>The link in the cookie, asked again with every request: it may have been revoked or have expired since.</summary>
    private static async Task<OpenedLink?> LinkAsync(HttpContext http)
    {
        if (http.Request.Cookies[CookieName(http)] is not { } cookie) return null;
        try
        {
            if (!Guid.TryParse(Protector(http).Unprotect(cookie), out var id)) return null;
            var link = await http.RequestServices.GetRequiredService<IMediator>().Send(new CheckLink(id), http.RequestAborted);
            return link.Value;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Host-report" : "report";

    private static ITimeLimitedDataProtector Protector(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose).ToTimeLimitedDataProtector();
}
