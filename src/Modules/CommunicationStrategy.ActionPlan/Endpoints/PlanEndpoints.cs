// GET /api/v1/plans: plans, their versions, and what two versions say differently.
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.ActionPlan.Features.Versions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.ActionPlan.Endpoints;

internal static class PlanEndpoints
{
    public static void MapPlans(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/plans").WithTags("Plans").RequireAuthorization(nameof(Permission.ViewActionPlan))
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        group.MapGet("", List).WithName("ListPlans").WithSummary("All plans, those in force first").Produces<IReadOnlyList<PlanRow>>();
        group.MapGet("{id:guid}", One).WithName("GetPlan").WithSummary("One plan with its objectives, institutions and counts by state; its version as ETag")
            .Produces<PlanDetails>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("{id:guid}/lines", Lines).WithName("GetPlanTable").WithSummary("The plan as its official table, every line in natural order").Produces<PlanTable>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("{id:guid}/versions", Versions).WithName("ListPlanVersions").WithSummary("Versions that have been in force, and amendments, the newest first").Produces<PlanHistory>();
        group.MapGet("{id:guid}/versions/{number:int}", Version).WithName("GetPlanVersion").WithSummary("The plan as that version had it, a page of lines at a time")
            .Produces<PlanVersionDetails>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("{id:guid}/comparison", Compare).WithName("ComparePlanVersions").WithSummary("What changed from one version to another, per activity and field")
            .Produces<PlanComparison>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> List(IMediator mediator, CancellationToken cancellationToken) => (await mediator.Send(new ListPlans(), cancellationToken)).ToHttp();

    private static async Task<IResult> One(Guid id, IMediator mediator, HttpContext http, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetPlan(id), cancellationToken)).ToHttp(http, p => p.Version);

    private static async Task<IResult> Lines(Guid id, IMediator mediator, CancellationToken cancellationToken) => (await mediator.Send(new GetPlanTable(id), cancellationToken)).ToHttp();

    private static async Task<IResult> Versions(Guid id, IMediator mediator, CancellationToken cancellationToken) => (await mediator.Send(new ListPlanVersions(id), cancellationToken)).ToHttp();

    private static async Task<IResult> Version(Guid id, int number, IMediator mediator, CancellationToken cancellationToken, int page = 1, int size = Paging.DefaultSize) =>
        (await mediator.Send(new GetPlanVersion(id, number, page, size), cancellationToken)).ToHttp();

    private static async Task<IResult> Compare(Guid id, IMediator mediator, CancellationToken cancellationToken, int from = 1, int to = 1) =>
        (await mediator.Send(new ComparePlanVersions(id, from, to), cancellationToken)).ToHttp();
}
