// How a due date says where it stands.
using CommunicationStrategy.ActionPlan.Features.Views;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

internal static class DueWords
{
    /// <summary>Of a due date of a duty that recurs, its own state; else the activity's.</summary>
    public static string State(Texts t, DueItem item) => item.Occurrence is { } occurrence ? t[$"actionplan.occurrence.{occurrence}"] : t[$"actionplan.state.{item.State}"];
}
