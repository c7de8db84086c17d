// The same plan in another language: texts by number, as offices keep them in a second table.
using CommunicationStrategy.ActionPlan.Data;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>Adds the titles and objectives of activities in one more language. Numbers that the plan does not know are refused.</summary>
[Requires(Permission.ImportActionPlan)]
public sealed record TranslateActivities(Guid PlanId, string Language, IReadOnlyList<ActivityTranslation> Texts) : ICommand;

public sealed record ActivityTranslation(string Number, string Title, string? Objective);

internal sealed class TranslateActivitiesValidator : AbstractValidator<TranslateActivities>
{
    public TranslateActivitiesValidator() => RuleFor(c => c.Language).Matches("^[a-z]{2}$").WithErrorCode("action-plan.language-form").WithMessage("The language is two letters, such as ro.");
}

internal sealed class TranslateActivitiesHandler(ActionPlanDbContext db) : ICommandHandler<TranslateActivities>
{
    public async Task<Result> Handle(TranslateActivities command, CancellationToken cancellationToken)
    {
        var activities = (await db.Activities.Include(a => a.Assignments).Where(a => a.PlanId == command.PlanId).ToListAsync(cancellationToken)).ToDictionary(a => a.Number);
        foreach (var text in command.Texts)
        {
            if (!activities.TryGetValue(text.Number, out var activity)) return Failure.NotFound("Activity", text.Number);
            var translated = activity.Translate(command.Language, text.Title, text.Objective);
            if (!translated.IsSuccess) return translated;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
