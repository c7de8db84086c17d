// What the views of a plan have in common: the plan and the filters that the address names. Each view then asks for its own part.
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Plans;

namespace CommunicationStrategy.Web.Components.Pages.ActionPlan;

public abstract class PlanViewPage : Shared.AppPage
{
    protected IReadOnlyList<PlanRow> Plans { get; private set; } = [];
    protected PlanDetails? Plan { get; private set; }
    protected ListActivities Filter { get; private set; } = new();

    protected override async Task OnInitializedAsync()
    {
        Plans = await Ask(new ListPlans()) ?? [];
        if ((PlanFilter.Plan(Http.Request.Query) ?? (Plans.Count > 0 ? Plans[0].Id : null)) is not { } id) return;
        Plan = await Ask(new GetPlan(id));
        Filter = PlanFilter.From(Http.Request.Query, id);
        if (Plan is not null) await LoadAsync();
    }

    /// <summary>The plan is there: asks for what this view shows of it.</summary>
    protected abstract Task LoadAsync();
}
