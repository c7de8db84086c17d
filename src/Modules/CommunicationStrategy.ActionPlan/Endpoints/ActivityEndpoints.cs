// GET /api/v1/activities and one of them, and the files sent as evidence.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.ActionPlan.Endpoints;

internal static class ActivityEndpoints
{
    public static void MapActivities(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/activities").WithTags("Activities").RequireAuthorization(nameof(Permission.ViewActionPlan));
        group.MapGet("", List).WithName("ListActivities").WithSummary("Activities, a page at a time")
            .WithDescription("objective: its number; quarter: due in it, such as 2026-Q4; flag: overdue and other derived facts; search: words, diacritics ignored; sort: number, due, lead, state, descending with - before it; size at most 200.")
            .Produces<Page<ActivityRow>>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        group.MapGet("{id:guid}", One).WithName("GetActivity").WithSummary("One activity, with its version as ETag")
            .Produces<ActivityDetails>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/api/v1/evidence/{id:guid}", Evidence).WithTags("Activities").RequireAuthorization(nameof(Permission.ViewActionPlan)).WithName("GetEvidenceFile").WithSummary("A file sent as evidence")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> List(
        IMediator mediator, CancellationToken cancellationToken, Guid? planId = null, string? objective = null, Guid? institutionId = null, ActivityState? state = null, string? quarter = null,
        ActivityFlag? flag = null, string? search = null, string? sort = null, int page = 1, int size = Paging.DefaultSize) =>
        (await mediator.Send(new ListActivities(planId, objective, institutionId, state, quarter, flag, search, sort, page, size), cancellationToken)).ToHttp();

    private static async Task<IResult> One(Guid id, IMediator mediator, HttpContext http, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetActivity(id, WithHistory: false), cancellationToken)).ToHttp(http, a => a.Version);

    private static async Task<IResult> Evidence(Guid id, IMediator mediator, HttpContext http, CancellationToken cancellationToken)
    {
        var file = await mediator.Send(new GetEvidenceFile(id), cancellationToken);
        if (!file.IsSuccess) return file.Failure.ToHttp();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(file.Value.Content, file.Value.MediaType, file.Value.Name);
    }
}
