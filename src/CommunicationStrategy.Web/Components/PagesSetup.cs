// The pages' services and middleware: languages, compression, security headers, error pages, static files, components.
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CommunicationStrategy.Web.Components.Exports;
using CommunicationStrategy.Web.Components.Pages.ActionPlan;
using CommunicationStrategy.Web.Host;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.WebEncoders;

namespace CommunicationStrategy.Web.Components;

internal static class PagesSetup
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(o => o.Cookie.Name = "cs-antiforgery");
        services.AddHttpContextAccessor();
        services.AddScoped<Texts>();
        services.AddScoped<SystemState>();
        services.AddExceptionHandler<ProblemsForPrograms>();
        // Otherwise ș and every Cyrillic letter become entities of four times their size.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            // Safe over TLS: the only secret in a page, the antiforgery token, is masked anew each time.
            o.EnableForHttps = true;
            o.MimeTypes = [.. Microsoft.AspNetCore.ResponseCompression.ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        return services;
    }

    /// <summary>Everything between the server and a page, in order.</summary>
    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use(SecurityHeaders);
        app.UseLanguage();
        app.UseExceptionHandler("/error/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.Use(async (http, next) =>
        {
            var forPrograms = IsForPrograms(http.Request.Path);
            if (forPrograms && http.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            await next(http);
            // The framework refuses without a word what it cannot read or find.
            if (forPrograms && http.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null }) await Problem(http.Response.StatusCode).ExecuteAsync(http);
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseCaller();
        app.UseReportLinks();
        app.UseUploadLimit();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPreferences();
        app.MapLinkProbe();
        app.MapMailView();
        app.MapListFiles();
        app.MapPlanExport();
        app.MapCalendarFeeds();
        app.MapRazorComponents<App>();
        return app;
    }

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments(CalendarFeeds.Path) || path.StartsWithSegments("/health") || path.StartsWithSegments("/openapi");

    private static IResult Problem(int status)
    {
        var code = status switch { 400 => "unreadable", 404 => "not-found", 405 => "method-not-allowed", >= 500 => "unexpected", _ => "refused" };
        return Results.Problem(statusCode: status, type: $"urn:communication-strategy:{code}", extensions: new Dictionary<string, object?> { ["code"] = code, ["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString() });
    }

    /// <summary>Programs get problem details where people get a page.</summary>
    private sealed class ProblemsForPrograms : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            // The request already stands on the error page's address; the feature knows where it came from.
            if (httpContext.Features.Get<IExceptionHandlerPathFeature>() is not { } failed || !IsForPrograms(failed.Path)) return false;
            await Problem(StatusCodes.Status500InternalServerError).ExecuteAsync(httpContext);
            return true;
        }
    }

    private static Task SecurityHeaders(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            // A page that brings its own tools (job dashboard, API reference) may have said its own rule already.
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = headers["Referrer-Policy"].Count > 0 ? headers["Referrer-Policy"] : "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    }
}
