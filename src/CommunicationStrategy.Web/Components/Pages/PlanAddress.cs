// Addresses of the plan's pages, for the pages that lead there.
namespace CommunicationStrategy.Web.Components.Pages;

internal static class PlanAddress
{
    public static string Activity(Guid id) => $"/plan/activities/{id}";

    public static string Activities(Guid planId) => $"/plan?plan={planId}";
}
