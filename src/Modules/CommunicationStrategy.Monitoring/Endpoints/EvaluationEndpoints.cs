// GET /api/v1/evaluations, one of them, and its report as a file.
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.Monitoring.Endpoints;

internal static class EvaluationEndpoints
{
    public static void MapEvaluations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/evaluations").WithTags("Evaluations").RequireAuthorization(nameof(Permission.ViewMonitoring));
        group.MapGet("", List).WithName("ListEvaluations").WithSummary("Quarterly evaluations, a page at a time")
            .WithDescription("period: a quarter such as 2026-Q4; sort: period, -period, plan, -plan, computed, -computed; size at most 200. Shares are of 0..1, null when nothing was due.")
            .Produces<Page<EvaluationRow>>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        group.MapGet("{id:guid}", One).WithName("GetEvaluation").WithSummary("One evaluation with every figure, with its version as ETag")
            .WithDescription("contentHash is the SHA-256 of the snapshot in canonical form: UTF-8 JSON without white space, names sorted by code point, empty members left out.")
            .Produces<EvaluationDetails>().Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("{id:guid}/export", Export).WithName("ExportEvaluation").WithSummary("The evaluation's report as a file")
            .WithDescription("format: docx, pdf, xlsx, csv or json for the report; brief-docx or brief-pdf for its one page; charts for its pictures as SVG in a ZIP; language: ro, ru or en. All carry the same figures and the content hash; of an approved evaluation each file is made once and kept.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream").ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(IMediator mediator, CancellationToken cancellationToken, Guid? planId = null, EvaluationState? state = null, string? period = null, string? sort = null, int page = 1, int size = Paging.DefaultSize) =>
        (await mediator.Send(new ListEvaluations(planId, state, period, sort, page, size), cancellationToken)).ToHttp();

    private static async Task<IResult> One(Guid id, IMediator mediator, HttpContext http, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetEvaluation(id), cancellationToken)).ToHttp(http, e => e.Version);

    private static async Task<IResult> Export(Guid id, IMediator mediator, HttpContext http, CancellationToken cancellationToken, string format = "", string language = "ro")
    {
        var file = await mediator.Send(new ExportEvaluation(id, format, language), cancellationToken);
        if (!file.IsSuccess) return file.Failure.ToHttp();
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(file.Value.Content, file.Value.MediaType, file.Value.FileName);
    }
}
