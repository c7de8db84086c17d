// Puts the caller of a web request into its scope: the signed-in person, or nobody.
using CommunicationStrategy.Access;

namespace CommunicationStrategy.Web.Host;

internal static class Callers
{
    public static IApplicationBuilder UseCaller(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.User.Identity?.IsAuthenticated == true) http.RequestServices.GetRequiredService<CallerScope>().Current = PersonCaller.From(http.User);
        return next(http);
    });
}
