// POST /sign-out, the form in every page's header.
using CommunicationStrategy.Access.Features.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.Access.Endpoints;

internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-out", async (HttpContext http, IAntiforgery antiforgery, IMediator mediator) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
            if (PersonCaller.SessionOf(http.User) is { } session)
            {
                var ended = await mediator.Send(new EndSession(session), http.RequestAborted);
                if (!ended.IsSuccess) return ended.Failure.ToHttp();
            }

            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return Results.LocalRedirect("/sign-in");
        }).AllowAnonymous().ExcludeFromDescription();
}
