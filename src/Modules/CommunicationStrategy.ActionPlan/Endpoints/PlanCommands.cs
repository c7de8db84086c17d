// What the API changes of plans and their amendments: made, written on, and led from state to state.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.Contracts.ActionPlan;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.ActionPlan.Endpoints;

/// <summary>A plan's particulars.</summary>
/// <param name="Start">The first day; with <paramref name="End"/> changed only while the plan is a draft.</param>
/// <param name="Locality">Whose local holidays count, such as "Chișinău".</param>
/// <param name="Currency">Three letters of ISO 4217; null: MDL, or as it is.</param>
/// <param name="ReportDays">How many days after a quarter's end its reports are due; null: 15, or as it is.</param>
/// <param name="ReviewDays">Until how many days after it they are checked; null: 20, or as it is.</param>
/// <param name="OpensItself">The collection opens after each quarter by itself; null: yes, or as it is.</param>
/// <param name="Frequency">Quarterly, or HalfYearly: at half-year and at the end of the year; null: Quarterly, or as it is.</param>
public sealed record PlanBody(string Code, LocalizedText Title, DateOnly Start, DateOnly End, Guid? StrategyId, string? ApprovingAct, string? Locality, string? Currency, int? ReportDays = null, int? ReviewDays = null, bool? OpensItself = null, ReportingFrequency? Frequency = null);

/// <summary>The state a plan is led to: UnderConsultation, Submitted, Approved, Rejected, InForce, Closed or Archived.</summary>
/// <param name="Act">The approving act, for Approved; null: the one that the plan names.</param>
/// <param name="Reason">Needed for Rejected.</param>
public sealed record PlanStatusBody(PlanStatus Status, string? Act, string? Reason);

/// <summary>An amendment's particulars: the act as it is cited, why, and the first day on which it binds.</summary>
public sealed record AmendmentBody(string Act, string Reason, DateOnly InForceFrom);

/// <summary>The state an amendment is led to: Submitted, Approved, Draft (sent back, with a reason), InForce or Withdrawn.</summary>
public sealed record AmendmentStateBody(AmendmentState State, string? Reason);

internal static class PlanCommands
{
    public static void MapPlanCommands(this IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/api/v1/plans").WithTags("Plans");
        plans.MapPost("", Make).Adds(Permission.EditActionPlan).WithName("PostPlan").WithSummary("Makes a plan, as a draft");
        plans.MapPut("{id:guid}", Edit).Changes(Permission.EditActionPlan).WithName("PutPlan").WithSummary("Changes a plan's particulars");
        plans.MapPut("{id:guid}/status", Lead).Changes(Permission.ViewActionPlan).WithName("PutPlanStatus").WithSummary("Leads a plan to its next state; who hands it in cannot approve it");
        plans.MapPost("{id:guid}/amendments", Start).Adds(Permission.EditActionPlan).WithTags("Amendments").WithName("PostAmendment").WithSummary("Starts an amendment of a plan in force");
        var amendments = routes.MapGroup("/api/v1/amendments/{id:guid}").WithTags("Amendments");
        amendments.MapGet("", One).RequireAuthorization(nameof(Permission.ViewActionPlan)).WithName("GetAmendment").WithSummary("An amendment and what it changes, field by field; its version as ETag")
            .Produces<AmendmentDetails>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        amendments.MapPut("", Rewrite).Changes(Permission.EditActionPlan).WithName("PutAmendment").WithSummary("Changes the particulars of an amendment that is still written");
        amendments.MapPut("state", LeadAmendment).Changes(Permission.ViewActionPlan).WithName("PutAmendmentState").WithSummary("Leads an amendment to its next state; who hands it in cannot approve it");
        amendments.MapDelete("lines/{line:guid}", Drop).Changes(Permission.EditActionPlan).WithName("DeleteProposal").WithSummary("Takes a proposal back");
    }

    private static Task<IResult> Make(PlanBody body, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.AddAsync(new CreatePlan(body.Code, body.Title, body.Start, body.End, body.StrategyId, body.ApprovingAct, body.Locality, body.Currency, body.ReportDays, body.ReviewDays, body.OpensItself, body.Frequency), made => $"/api/v1/plans/{made}", cancellationToken);

    private static Task<IResult> Edit(Guid id, PlanBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new EditPlan(id, body.Code, body.Title, body.Start, body.End, body.StrategyId, body.ApprovingAct, version, body.Locality, body.Currency, body.ReportDays, body.ReviewDays, body.OpensItself, body.Frequency), cancellationToken);

    private static Task<IResult> Lead(Guid id, PlanStatusBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => body.Status switch
        {
            PlanStatus.UnderConsultation => new ConsultPlan(id, version),
            PlanStatus.Submitted => new SubmitPlan(id, version),
            PlanStatus.Approved => new ApprovePlan(id, body.Act, version),
            PlanStatus.Rejected => new RejectPlan(id, body.Reason ?? "", version),
            PlanStatus.InForce => new PutPlanInForce(id, version),
            PlanStatus.Closed => new ClosePlan(id, version),
            PlanStatus.Archived => new ArchivePlan(id, version),
            _ => null,
        }, cancellationToken);

    private static Task<IResult> Start(Guid id, AmendmentBody body, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.AddAsync(new StartAmendment(id, body.Act, body.Reason, body.InForceFrom), made => $"/api/v1/amendments/{made}", cancellationToken);

    private static async Task<IResult> One(Guid id, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetAmendment(id), cancellationToken)).ToHttp(http, a => a.Version);

    private static Task<IResult> Rewrite(Guid id, AmendmentBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new EditAmendment(id, body.Act, body.Reason, body.InForceFrom, version), cancellationToken);

    private static Task<IResult> LeadAmendment(Guid id, AmendmentStateBody body, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => body.State switch
        {
            AmendmentState.Submitted => new SubmitAmendment(id, version),
            AmendmentState.Approved => new ApproveAmendment(id, version),
            AmendmentState.Draft => new ReturnAmendment(id, body.Reason ?? "", version),
            AmendmentState.InForce => new PutAmendmentInForce(id, version),
            AmendmentState.Withdrawn => new WithdrawAmendment(id, version),
            _ => null,
        }, cancellationToken);

    private static Task<IResult> Drop(Guid id, Guid line, HttpContext http, IMediator mediator, CancellationToken cancellationToken) =>
        http.ChangeAsync(mediator, version => new DropProposal(id, line, version), cancellationToken);
}
