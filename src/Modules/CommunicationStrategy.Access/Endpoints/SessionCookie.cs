// The cookie that carries a session's id: its name, its limits, and what happens without it.
using CommunicationStrategy.Access.Features.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.Access;

public static class SessionCookie
{
    /// <summary>Writes the cookie of a session that has begun. Call it before the response starts, then redirect.</summary>
    public static Task StartSessionAsync(this HttpContext http, SignedIn signedIn) => http.SignInAsync(IdentityConstants.ApplicationScheme, signedIn.Principal);

    internal static void Configure(CookieAuthenticationOptions options, TimeSpan idle)
    {
        options.Cookie.Name = "cs";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new SchemeCookies();
        options.ExpireTimeSpan = idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            if (!IsApi(context.Request)) return RedirectAsync(context);
            return ProblemAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "sign-in-required", "Sign in first.");
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            if (IsApi(context.Request)) return Failure.Forbidden().ToHttp().ExecuteAsync(context.HttpContext);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    // One statement a request: the session must still run, and roles taken away must not work a minute longer.
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var mediator = context.HttpContext.RequestServices.GetRequiredService<IMediator>();
        var resumed = PersonCaller.SessionOf(context.Principal) is { } session
            ? await mediator.Send(new ResumeSession(session), context.HttpContext.RequestAborted)
            : Failure.Forbidden();
        if (resumed.IsSuccess)
        {
            context.ReplacePrincipal(resumed.Value);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task ProblemAsync(HttpContext http, int status, string code, string title) =>
        Results.Problem(statusCode: status, title: title, type: $"urn:communication-strategy:{code}", extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(http);

    /// <summary>"__Host-cs" over https, which no other host of the domain can set; "cs" over plain http, as on one's own machine.</summary>
    private sealed class SchemeCookies : ICookieManager
    {
        private readonly ChunkingCookieManager cookies = new();

        public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, Name(context, key));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            cookies.AppendResponseCookie(context, Name(context, key), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, Name(context, key), options);

        private static string Name(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
    }
}
