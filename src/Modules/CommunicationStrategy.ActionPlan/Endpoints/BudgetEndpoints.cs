// GET /api/v1/activities/{id}/budget and /api/v1/plans/{id}/budget.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Budget;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommunicationStrategy.ActionPlan.Endpoints;

internal static class BudgetEndpoints
{
    public static void MapBudget(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("Budget").RequireAuthorization(nameof(Permission.ViewActionPlan));
        group.MapGet("activities/{id:guid}/budget", OfActivity).WithName("GetActivityBudget").WithSummary("The budget lines of an activity, by year and source")
            .WithDescription("Figures are in thousands of the line's currency; null is no figure. Lines within the limits are counted, never summed.")
            .Produces<ActivityBudget>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("plans/{id:guid}/budget", OfPlan).WithName("GetBudgetSummary").WithSummary("The money of a plan by objective, lead institution, source and year")
            .WithDescription("In thousands of the plan's currency. execution: spent / allocated. pledged: what outside sources committed beyond what is allocated. gap: planned - allocated - pledged, over the lines that say what was planned. institutionId: the lead; objective: its number.")
            .Produces<BudgetSummary>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OfActivity(Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetActivityBudget(id), cancellationToken)).ToHttp();

    private static async Task<IResult> OfPlan(
        Guid id, IMediator mediator, CancellationToken cancellationToken, int? year = null, Guid? institutionId = null, string? objective = null, BudgetSource? source = null) =>
        (await mediator.Send(new GetBudgetSummary(id, year, institutionId, objective, source), cancellationToken)).ToHttp();
}
