// How the API changes things: who changes something says which version they have seen (If-Match) and gets the new one (ETag).
// Bodies are JSON, which a page of another site cannot send without being asked first, so the cookie alone is enough here.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CommunicationStrategy.ActionPlan.Endpoints;

internal static class Versioned
{
    /// <summary>Every answer that a change may get.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder route, Permission permission) => route.RequireAuthorization(permission.ToString())
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);

    /// <summary>Every answer that adding something may get.</summary>
    public static RouteHandlerBuilder Adds(this RouteHandlerBuilder route, Permission permission) => route.RequireAuthorization(permission.ToString())
        .Produces<MadeBody>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>Sends the command that is made of the version seen; null: the body asks for what there is not.</summary>
    public static async Task<IResult> ChangeAsync(this HttpContext http, IMediator mediator, Func<int, ICommand?> command, CancellationToken cancellationToken)
    {
        var seen = http.Request.Headers.IfMatch.ToString().Trim('"');
        if (seen.Length == 0) return new Failure(FailureKind.VersionMissing, "version-missing", "Say which version you have seen: If-Match with the ETag.").ToHttp();
        if (!int.TryParse(seen, System.Globalization.CultureInfo.InvariantCulture, out var version)) return Failure.Stale().ToHttp();
        if (command(version) is not { } wanted) return Failure.Rule("action-plan.wrong-state", "No step leads to that state.").ToHttp();
        var done = await mediator.Send(wanted, cancellationToken);
        if (!done.IsSuccess) return done.Failure.ToHttp();
        http.Response.Headers.ETag = $"\"{version + 1}\"";
        return Results.NoContent();
    }

    /// <summary>201 with the id and the address of what was made.</summary>
    public static async Task<IResult> AddAsync(this IMediator mediator, ICommand<Guid> command, Func<Guid, string> address, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(command, cancellationToken);
        return made.IsSuccess ? Results.Created(address(made.Value), new MadeBody(made.Value)) : made.Failure.ToHttp();
    }
}

/// <summary>What was made.</summary>
public sealed record MadeBody(Guid Id);
