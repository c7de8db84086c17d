// GET /api/v1/indicators with where they stand at a quarter, one of them with its figures, and /api/v1/recommendations.
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Conclusions;
using CommunicationStrategy.Monitoring.Features.Indicators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.Monitoring.Endpoints;

internal static class IndicatorEndpoints
{
    public static void MapIndicators(this IEndpointRouteBuilder routes)
    {
        var indicators = routes.MapGroup("/api/v1/indicators").WithTags("Indicators").RequireAuthorization(nameof(Permission.ViewMonitoring));
        indicators.MapGet("", List).WithName("ListIndicators").WithSummary("A plan's indicators with where they stand at a quarter, a page at a time")
            .WithDescription("planId is needed; period: the quarter at which they are looked at, such as 2026-Q4, by default the one before today's; sort: objective, code, -code; size at most 200. achieved: 1 is the target; null where it is not computable, with the reason in why.")
            .Produces<Page<IndicatorRow>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        indicators.MapGet("{id:guid}", One).WithName("GetIndicator").WithSummary("One indicator with its definitions and figures, with its version as ETag")
            .Produces<IndicatorDetails>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapGet("/api/v1/recommendations", Recommendations).WithTags("Recommendations").RequireAuthorization(nameof(Permission.ViewMonitoring)).WithName("ListRecommendations")
            .WithSummary("Recommendations of evaluations with what became of them, the newest quarter first").WithDescription("openOnly leaves out what is done, verified or rejected; size at most 200.")
            .Produces<Page<RecommendationRow>>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> List(IMediator mediator, TimeProvider clock, CancellationToken cancellationToken, Guid? planId = null, string? period = null, string? search = null, string? sort = null, int page = 1, int size = Paging.DefaultSize) =>
        (await mediator.Send(new ListIndicators(planId ?? Guid.Empty, period ?? Quarter.Of(clock.Today()).Previous.ToString(), search, Sort: sort, Page: page, Size: size), cancellationToken)).ToHttp();

    private static async Task<IResult> One(Guid id, IMediator mediator, HttpContext http, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetIndicator(id), cancellationToken)).ToHttp(http, i => i.Version);

    private static async Task<IResult> Recommendations(IMediator mediator, CancellationToken cancellationToken, Guid? planId = null, RecommendationState? state = null, bool openOnly = false, int page = 1, int size = Paging.DefaultSize) =>
        (await mediator.Send(new ListRecommendations(planId, state, openOnly, page, size), cancellationToken)).ToHttp();
}
