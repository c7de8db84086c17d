// PUT under /api/v1/activities: what an office or a partner system may change. Each needs the version it has seen (If-Match),
// and answers the new one as ETag; PUT cannot be sent by a page of another site, so the cookie alone is enough here.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.ActionPlan.Endpoints;

/// <summary>How far an activity has come. <paramref name="Percent"/>: 0 to 100.</summary>
public sealed record ProgressBody(int Percent, string? Narrative, string? Evidence);

/// <summary>Completion on an officer's word.</summary>
public sealed record CompletionBody(DateOnly CompletedOn, bool Partially, string? Narrative, string? Evidence);

/// <summary>A later due date, with the reason that goes on record.</summary>
public sealed record PostponementBody(DateOnly Deadline, string Reason);

/// <summary>What became of one due date of a recurring duty.</summary>
public sealed record OccurrenceBody(OccurrenceState State, DateOnly? On, int? Achieved, string? Note);

/// <summary>An institution's report for a quarter; sending the same one again replaces it while it waits.</summary>
public sealed record ReportBody(
    Guid? InstitutionId, ReportedState Claimed, int Percent, string Narrative, string? Obstacles, DateOnly? NewDateAsked, string? EvidenceLink, bool NothingToReport, string? EvidenceNumber, DateOnly? EvidenceDate);

internal static class ActivityCommands
{
    public static void MapActivityCommands(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/activities/{id:guid}").WithTags("Activities")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        Versioned(group.MapPut("progress", Progress)).WithName("PutProgress").WithSummary("Records progress");
        Versioned(group.MapPut("completion", Completion)).WithName("PutCompletion").WithSummary("Completes an activity, wholly or in part");
        Versioned(group.MapPut("postponement", Postponement)).WithName("PutPostponement").WithSummary("Moves the deadline to a later day; the first one is kept");
        Versioned(group.MapPut("occurrences/{due}", Occurrence)).WithName("PutOccurrence").WithSummary("Settles one due date of a recurring duty");
        group.MapPut("reports/{period}", Report).RequireAuthorization(nameof(Permission.ReportProgress)).WithName("PutReport").WithSummary("Sends an institution's report for a quarter, such as 2026-Q4; the same again is the same report")
            .Produces(StatusCodes.Status200OK);
    }

    private static RouteHandlerBuilder Versioned(RouteHandlerBuilder route) => route.RequireAuthorization(nameof(Permission.EditActionPlan))
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static Task<IResult> Progress(Guid id, ProgressBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Send(http, mediator, version => new RecordProgress(id, body.Percent, body.Narrative, body.Evidence, version), cancellationToken);

    private static Task<IResult> Completion(Guid id, CompletionBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Send(http, mediator, version => new CompleteActivity(id, body.CompletedOn, body.Partially, body.Narrative, body.Evidence, version), cancellationToken);

    private static Task<IResult> Postponement(Guid id, PostponementBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Send(http, mediator, version => new PostponeActivity(id, body.Deadline, body.Reason, version), cancellationToken);

    private static Task<IResult> Occurrence(Guid id, DateOnly due, OccurrenceBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        Send(http, mediator, version => new SettleOccurrence(id, due, body.State, body.On, body.Achieved, body.Note, version), cancellationToken);

    private static async Task<IResult> Report(Guid id, string period, ReportBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var sent = await mediator.Send(new SubmitReport(
            id, period, body.InstitutionId, body.Claimed, body.Percent, body.Narrative, body.Obstacles, body.NewDateAsked, body.EvidenceLink, null, null, body.NothingToReport, body.EvidenceNumber, body.EvidenceDate), cancellationToken);
        return sent.IsSuccess ? Results.Ok(new { id = sent.Value }) : sent.Failure.ToHttp();
    }

    private static async Task<IResult> Send(HttpContext http, IMediator mediator, Func<int, ICommand> command, CancellationToken cancellationToken)
    {
        var seen = http.Request.Headers.IfMatch.ToString().Trim('"');
        if (seen.Length == 0) return new Failure(FailureKind.VersionMissing, "version-missing", "Say which version you have seen: If-Match with the ETag.").ToHttp();
        if (!int.TryParse(seen, System.Globalization.CultureInfo.InvariantCulture, out var version)) return Failure.Stale().ToHttp();
        var done = await mediator.Send(command(version), cancellationToken);
        if (!done.IsSuccess) return done.Failure.ToHttp();
        http.Response.Headers.ETag = $"\"{version + 1}\"";
        return Results.NoContent();
    }
}
