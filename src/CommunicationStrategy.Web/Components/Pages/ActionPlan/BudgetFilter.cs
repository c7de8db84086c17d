// What the address of a plan's budget says; the page and its export read it the same way. Mistyped values filter nothing.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Budget;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class BudgetFilter
{
    public static GetBudgetSummary From(IQueryCollection query, Guid plan) => new(
        plan, int.TryParse(query["year"], out var year) ? year : null, FormValues.Id(query["institution"]), FormValues.Blank(query["objective"]), FormValues.Choice<BudgetSource>(query["source"]));

    public static bool IsEmpty(GetBudgetSummary query) => query == new GetBudgetSummary(query.PlanId);
}
