// What an office or a partner system may change of activities through the API.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.ActionPlan.Endpoints;

/// <summary>What a plan says of an activity.</summary>
/// <param name="DeadlineWords">The deadline as the plan writes it; the date is read from the words.</param>
/// <param name="Start">The first day, where <paramref name="Due"/> is given by hand.</param>
/// <param name="Due">An officer's own reading of the words; null: as they are read. Not looked at when an activity is added or proposed.</param>
/// <param name="Lead">The lead's name as written, looked up in the register; or say <paramref name="LeadInstitutionId"/>.</param>
public sealed record ActivityBody(
    string Number, LocalizedText Title, string? ObjectiveNumber, LocalizedText? Objective, string DeadlineWords, DateOnly? Start, DateOnly? Due, string? CostAsWritten, string? FundingAsWritten, string? IndicatorText,
    string? Description, string? Lead, Guid? LeadInstitutionId, IReadOnlyList<string>? CoImplementers, IReadOnlyList<string>? Partners);

/// <summary>The state an activity is brought to. <paramref name="Reason"/>: needed to suspend or cancel.</summary>
/// <param name="State">InProgress starts it, Suspended rests it, Planned takes it up again, Cancelled gives it up (while the plan is written; later an amendment does it).</param>
public sealed record ActivityStateBody(ActivityState State, string? Reason);

/// <summary>That an amendment gives an activity up, or replaces it by others.</summary>
public sealed record EndBody(bool Superseded, string Reason);

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
        var group = routes.MapGroup("/api/v1/activities/{id:guid}").WithTags("Activities");
        routes.MapPost("/api/v1/plans/{id:guid}/activities", Add).Adds(Permission.EditActionPlan).WithTags("Activities").WithName("PostActivity").WithSummary("Adds an activity to a plan that is still written");
        group.MapPut("", Edit).Changes(Permission.EditActionPlan).WithName("PutActivity").WithSummary("Changes what a plan that is still written says of an activity");
        group.MapPut("state", State).Changes(Permission.EditActionPlan).WithName("PutActivityState").WithSummary("Starts, suspends, resumes or cancels an activity");
        routes.MapPost("/api/v1/plans/{id:guid}/proposals", ProposeNew).Adds(Permission.EditActionPlan).WithTags("Amendments").WithName("PostProposal").WithSummary("Proposes a new activity in the plan's open amendment; answers the amendment");
        group.MapPut("proposal", Propose).RequireAuthorization(nameof(Permission.EditActionPlan)).WithTags("Amendments").WithName("PutProposal").WithSummary("Proposes other words for an activity in the plan's open amendment; the same again replaces it")
            .Produces<MadeBody>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPut("end", ProposeEnding).RequireAuthorization(nameof(Permission.EditActionPlan)).WithTags("Amendments").WithName("PutEnd").WithSummary("Proposes in the plan's open amendment that an activity is given up or replaced")
            .Produces<MadeBody>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPut("progress", Progress).Changes(Permission.EditActionPlan).WithName("PutProgress").WithSummary("Records progress");
        group.MapPut("completion", Completion).Changes(Permission.EditActionPlan).WithName("PutCompletion").WithSummary("Completes an activity, wholly or in part");
        group.MapPut("postponement", Postponement).Changes(Permission.EditActionPlan).WithName("PutPostponement").WithSummary("Moves the deadline to a later day; the first one is kept");
        group.MapPut("occurrences/{due}", Occurrence).Changes(Permission.EditActionPlan).WithName("PutOccurrence").WithSummary("Settles one due date of a recurring duty");
        group.MapPut("reports/{period}", Report).RequireAuthorization(nameof(Permission.ReportProgress)).WithName("PutReport").WithSummary("Sends an institution's report for a quarter, such as 2026-Q4; the same again is the same report")
            .Produces<MadeBody>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<IResult> Add(Guid id, ActivityBody body, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.AddAsync(new AddActivity(
            id, body.Number, body.Title, body.ObjectiveNumber, body.Objective ?? LocalizedText.Empty, body.DeadlineWords, body.CostAsWritten, body.FundingAsWritten, body.IndicatorText, body.Description, body.Lead, body.LeadInstitutionId,
            body.CoImplementers ?? [], body.Partners ?? []), made => $"/api/v1/activities/{made}", cancellationToken);

    private static Task<IResult> Edit(Guid id, ActivityBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new EditActivity(
            id, body.Number, body.Title, body.ObjectiveNumber, body.Objective ?? LocalizedText.Empty, body.DeadlineWords, body.Start, body.Due, body.CostAsWritten, body.FundingAsWritten, body.IndicatorText, body.Description, body.Lead,
            body.LeadInstitutionId, body.CoImplementers ?? [], body.Partners ?? [], version), cancellationToken);

    private static Task<IResult> State(Guid id, ActivityStateBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => body.State switch
        {
            ActivityState.InProgress => new StartActivity(id, version),
            ActivityState.Suspended => new SuspendActivity(id, body.Reason ?? "", version),
            ActivityState.Planned => new ResumeActivity(id, version),
            ActivityState.Cancelled => new CancelActivity(id, body.Reason ?? "", version),
            _ => null,
        }, cancellationToken);

    private static Task<IResult> ProposeNew(Guid id, ActivityBody body, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.AddAsync(new ProposeAddition(
            id, body.Number, body.Title, body.ObjectiveNumber, body.Objective ?? LocalizedText.Empty, body.DeadlineWords, body.CostAsWritten, body.FundingAsWritten, body.IndicatorText, body.Description, body.Lead, body.LeadInstitutionId,
            body.CoImplementers ?? [], body.Partners ?? []), made => $"/api/v1/amendments/{made}", cancellationToken);

    private static async Task<IResult> Propose(Guid id, ActivityBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var proposed = await mediator.Send(new ProposeChange(
            id, body.Number, body.Title, body.ObjectiveNumber, body.Objective ?? LocalizedText.Empty, body.DeadlineWords, body.CostAsWritten, body.FundingAsWritten, body.IndicatorText, body.Description, body.Lead, body.LeadInstitutionId,
            body.CoImplementers ?? [], body.Partners ?? []), cancellationToken);
        return proposed.IsSuccess ? Results.Ok(new MadeBody(proposed.Value)) : proposed.Failure.ToHttp();
    }

    private static async Task<IResult> ProposeEnding(Guid id, EndBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var proposed = await mediator.Send(new ProposeEnd(id, body.Superseded, body.Reason), cancellationToken);
        return proposed.IsSuccess ? Results.Ok(new MadeBody(proposed.Value)) : proposed.Failure.ToHttp();
    }

    private static Task<IResult> Progress(Guid id, ProgressBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new RecordProgress(id, body.Percent, body.Narrative, body.Evidence, version), cancellationToken);

    private static Task<IResult> Completion(Guid id, CompletionBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new CompleteActivity(id, body.CompletedOn, body.Partially, body.Narrative, body.Evidence, version), cancellationToken);

    private static Task<IResult> Postponement(Guid id, PostponementBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new PostponeActivity(id, body.Deadline, body.Reason, version), cancellationToken);

    private static Task<IResult> Occurrence(Guid id, DateOnly due, OccurrenceBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new SettleOccurrence(id, due, body.State, body.On, body.Achieved, body.Note, version), cancellationToken);

    private static async Task<IResult> Report(Guid id, string period, ReportBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var sent = await mediator.Send(new SubmitReport(
            id, period, body.InstitutionId, body.Claimed, body.Percent, body.Narrative, body.Obstacles, body.NewDateAsked, body.EvidenceLink, null, null, body.NothingToReport, body.EvidenceNumber, body.EvidenceDate), cancellationToken);
        return sent.IsSuccess ? Results.Ok(new MadeBody(sent.Value)) : sent.Failure.ToHttp();
    }
}
