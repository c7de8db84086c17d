// /api/v1/reports: what institutions reported, who still owes a report, and the officer's decision.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.ActionPlan.Endpoints;

/// <summary>What an officer makes of a report. <paramref name="Reason"/>: needed to return it.</summary>
/// <param name="Accepted">False: it goes back to the institution.</param>
/// <param name="CompletedOn">Of an accepted report of completion: the day; null: the day on which it was reported.</param>
public sealed record DecisionBody(bool Accepted, string? Reason, DateOnly? CompletedOn);

/// <summary>What an officer makes of the new date that an institution asked for.</summary>
public sealed record DateDecisionBody(bool Granted, string Reason);

internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/reports").WithTags("Reports");
        Reads(group.MapGet("", List)).WithName("ListReports").WithSummary("Reports that came in, a page at a time, those that have waited longest first").Produces<Page<ReportRow>>();
        Reads(group.MapGet("{id:guid}", One)).WithName("GetReport").WithSummary("One report, with its version as ETag").Produces<ReportRow>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        Reads(routes.MapGet("/api/v1/plans/{id:guid}/reports/{period}", Expected)).WithTags("Reports").WithName("ListExpectedReports").WithSummary("Every report that a quarter such as 2026-Q4 asks for, and where it stands: also those that nobody has begun")
            .Produces<Page<ExpectedReportRow>>();
        group.MapPut("{id:guid}/decision", Decide).Changes(Permission.ReviewReports).WithName("PutReportDecision").WithSummary("Accepts a report or returns it");
        group.MapPut("{id:guid}/date", DecideDate).Changes(Permission.EditActionPlan).WithName("PutReportDate").WithSummary("Grants or refuses the new date that a report asks for");
    }

    private static RouteHandlerBuilder Reads(RouteHandlerBuilder route) =>
        route.RequireAuthorization(nameof(Permission.ReviewReports)).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<IResult> List(
        IMediator mediator, CancellationToken cancellationToken, Guid? planId = null, string? period = null, ReportState? state = null, Guid? institutionId = null, int page = 1, int size = Paging.DefaultSize) =>
        (await mediator.Send(new ListReports(planId, period, state, institutionId, page, size), cancellationToken)).ToHttp();

    private static async Task<IResult> One(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetReport(id), cancellationToken)).ToHttp(http, r => r.Version);

    private static async Task<IResult> Expected(
        Guid id, string period, IMediator mediator, CancellationToken cancellationToken, ReportStanding? standing = null, Guid? institutionId = null, int page = 1, int size = Paging.DefaultSize) =>
        (await mediator.Send(new ListExpectedReports(id, period, standing, institutionId, page, size), cancellationToken)).ToHttp();

    private static Task<IResult> Decide(Guid id, DecisionBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => body.Accepted ? new AcceptReport(id, version, body.CompletedOn) : new ReturnReport(id, body.Reason ?? "", version), cancellationToken);

    private static Task<IResult> DecideDate(Guid id, DateDecisionBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new DecideDate(id, body.Granted ? DateDecision.Granted : DateDecision.Refused, body.Reason, version), cancellationToken);
}
