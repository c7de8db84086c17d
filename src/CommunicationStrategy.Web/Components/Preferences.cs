// Language and theme: a person's choices about the look, kept in two cookies of their browser. Nothing on the server changes by them.
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommunicationStrategy.Web.Components;

internal static class Preferences
{
    public const string LanguageCookie = "cs-language";
    private const string ThemeCookie = "cs-theme";

    /// <summary>Language names as their speakers write them.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Languages = [("ro", "Română"), ("ru", "Русский"), ("en", "English")];
    public static readonly IReadOnlyList<string> Themes = ["light", "dark", "auto"];

    public static string Theme(HttpContext http) => http.Request.Cookies[ThemeCookie] is { } theme && Themes.Contains(theme) ? theme : "auto";

    /// <summary>Sets the request's language: ?lang= (links in mails), else the person's choice, else the browser's wish, else Romanian.</summary>
    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var language = Known(http.Request.Query["lang"]) ?? Known(http.Request.Cookies[LanguageCookie]) ?? Wished(http.Request) ?? "ro";
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TextCatalog.Culture(language);
        http.Response.Headers.ContentLanguage = language;
        return next(http);
    });

    /// <summary>The links that switch. They answer with a redirect to an address of ours, never to another's.</summary>
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/language", (string? to, string? back, HttpContext http) =>
        {
            if (Known(to) is { } language) Remember(http, LanguageCookie, language);
            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/theme", (string? to, string? back, HttpContext http) =>
        {
            if (to is not null && Themes.Contains(to)) Remember(http, ThemeCookie, to);
            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>The address if it is one of this site, else the overview.</summary>
    public static string Local(string? address) => RedirectHttpResult.IsLocalUrl(address) && address![0] == '/' ? address : "/";

    /// <summary>The language chosen in one's account, for this browser.</summary>
    public static void ChooseLanguage(HttpContext http, string language) => Remember(http, LanguageCookie, language);

    /// <summary>The account's language for a browser in which none has been chosen yet.</summary>
    public static void SuggestLanguage(HttpContext http, string language)
    {
        if (http.Request.Cookies[LanguageCookie] is null) Remember(http, LanguageCookie, language);
    }

    private static string? Known(string? language) => LocalizedText.Languages.Contains(language) ? language : null;

    private static string? Wished(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Known(l.Value.ToString().Split('-')[0].ToLowerInvariant())).FirstOrDefault(l => l is not null);

    private static void Remember(HttpContext http, string cookie, string value) => http.Response.Cookies.Append(cookie, value, new CookieOptions
    {
        HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365),
    });
}
