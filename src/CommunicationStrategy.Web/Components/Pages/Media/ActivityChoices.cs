// The activities of all plans, for choosing one: from a list while that can be read, by its number where there are thousands.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Web.Components.Shared;
using MediatR;

namespace CommunicationStrategy.Web.Components.Pages.Media;

public sealed class ActivityChoices
{
    private const int TitleLength = 90;
    private const int Readable = 300;

    private readonly List<(ActivityInfo Activity, string Plan)> all = [];

    private ActivityChoices()
    {
    }

    /// <summary>Few enough for a list; a page with thousands of choices is slow to load and hopeless to read.</summary>
    public bool AsList => all.Count <= Readable;

    public static async Task<ActivityChoices> ReadAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        var choices = new ActivityChoices();
        foreach (var plan in (await mediator.Send(new GetPlans(), cancellationToken)).Require())
        {
            var activities = (await mediator.Send(new GetActivityNames(plan.Id), cancellationToken)).Require();
            choices.all.AddRange(activities.Select(a => (a, plan.Code)));
        }

        return choices;
    }

    /// <summary>What was chosen or typed: an id, or a number (of the newest plan that has it). Empty when nothing is meant by it.</summary>
    public Guid? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return FormValues.Id(text) ?? all.FirstOrDefault(a => a.Activity.Number == text.Trim()).Activity?.Id ?? Guid.Empty;
    }

    public string? NumberOf(string? text) => all.FirstOrDefault(a => a.Activity.Id == FormValues.Id(text)).Activity?.Number ?? text;

    public IEnumerable<Option> Options(Texts texts)
    {
        var several = all.Select(a => a.Plan).Distinct().Count() > 1;
        return all.Select(a => new Option(a.Activity.Id.ToString(), $"{(several ? a.Plan + " " : "")}{a.Activity.Number} {Cut(texts.Of(a.Activity.Title))}"));
    }

    public string? Name(Guid? id, Texts texts) => all.FirstOrDefault(a => a.Activity.Id == id).Activity is { } found ? $"{found.Number} {Cut(texts.Of(found.Title))}" : null;

    private static string Cut(string title) => title.Length > TitleLength ? title[..TitleLength] + "…" : title;
}
