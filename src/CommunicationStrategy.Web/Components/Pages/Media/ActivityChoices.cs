// The activities of all plans, for choosing one; each is named by its number and the beginning of its title.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Web.Components.Shared;
using MediatR;

namespace CommunicationStrategy.Web.Components.Pages.Media;

internal static class ActivityChoices
{
    private const int TitleLength = 90;

    public static async Task<IReadOnlyList<Option>> ReadAsync(IMediator mediator, Texts texts, CancellationToken cancellationToken)
    {
        var options = new List<Option>();
        var plans = (await mediator.Send(new GetPlans(), cancellationToken)).Require();
        foreach (var plan in plans)
        {
            var activities = (await mediator.Send(new GetActivityNames(plan.Id), cancellationToken)).Require();
            options.AddRange(activities.Select(a => new Option(a.Id.ToString(), Name(a, plans.Count > 1 ? plan.Code + " " : "", texts))));
        }

        return options;
    }

    private static string Name(ActivityInfo activity, string plan, Texts texts)
    {
        var title = texts.Of(activity.Title);
        return $"{plan}{activity.Number} {(title.Length > TitleLength ? title[..TitleLength] + "…" : title)}";
    }
}
