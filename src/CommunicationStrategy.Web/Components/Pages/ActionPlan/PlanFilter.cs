// What the address of the list of activities says; the page and its export read it the same way.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class PlanFilter
{
    /// <summary>Mistyped values filter nothing.</summary>
    public static ListActivities From(IQueryCollection query, Guid? planId) => new(
        planId, Text(query, "objective"), Guid.TryParse(query["institution"], out var institution) ? institution : null, Choice<ActivityState>(query, "state"), Text(query, "quarter"),
        Choice<ActivityFlag>(query, "flag"), Text(query, "q"), Text(query, "sort"), int.TryParse(query["page"], out var number) ? number : 1, int.TryParse(query["size"], out var size) ? size : Paging.DefaultSize);

    public static Guid? Plan(IQueryCollection query) => Guid.TryParse(query["plan"], out var plan) ? plan : null;

    private static string? Text(IQueryCollection query, string key) => query[key].ToString() is { Length: > 0 } text ? text : null;

    private static T? Choice<T>(IQueryCollection query, string key)
        where T : struct, Enum => Enum.TryParse<T>(query[key], out var value) && Enum.IsDefined(value) ? value : null;
}
