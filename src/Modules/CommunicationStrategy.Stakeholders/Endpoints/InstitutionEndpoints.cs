// GET /api/v1/institutions and one of them.
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.Stakeholders.Endpoints;

internal static class InstitutionEndpoints
{
    public static void MapInstitutions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/institutions").WithTags("Institutions").RequireAuthorization(nameof(Permission.ViewStakeholders));
        group.MapGet("", List).WithName("ListInstitutions").WithSummary("Institutions, a page at a time")
            .WithDescription("search: words of a name or acronym, diacritics ignored; sort: name, -name, type, -type; size at most 200.")
            .Produces<Page<InstitutionRow>>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        group.MapGet("{id:guid}", One).WithName("GetInstitution").WithSummary("One institution, with its version as ETag")
            .Produces<InstitutionDetails>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> List(IMediator mediator, CancellationToken cancellationToken, string? search = null, InstitutionType? type = null, bool archived = false, string? sort = null, int page = 1, int size = Paging.DefaultSize) =>
        (await mediator.Send(new ListInstitutions(search, type, archived, sort, page, size), cancellationToken)).ToHttp();

    private static async Task<IResult> One(Guid id, IMediator mediator, HttpContext http, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetInstitution(id), cancellationToken)).ToHttp(http, i => i.Version);
}
