// What all registers of the module check the same way.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Media.Data;

namespace CommunicationStrategy.Media.Features;

internal static class MediaRules
{
    /// <summary>Null when there is such an activity, or none is named.</summary>
    public static async Task<Failure?> ActivityAsync(IMediator mediator, Guid? activityId, CancellationToken cancellationToken)
    {
        if (activityId is not { } id) return null;
        var activities = await mediator.Send(new GetActivities([id]), cancellationToken);
        if (!activities.IsSuccess) return activities.Failure;
        return activities.Value.Count == 0 ? Failure.Invalid("ActivityId", "media.activity-unknown", "There is no such activity.") : null;
    }

    /// <summary>The activities that these records speak of.</summary>
    public static Task<Result<IReadOnlyList<ActivityInfo>>> ActivitiesAsync(IMediator mediator, IEnumerable<Guid?> ids, CancellationToken cancellationToken) =>
        mediator.Send(new GetActivities([.. ids.OfType<Guid>().Distinct()]), cancellationToken);

    /// <summary>Loads one entry, applies one change, saves.</summary>
    public static async Task<Result> ChangeAsync<TEntry>(this MediaDbContext db, Guid id, int version, Func<TEntry, Result> change, CancellationToken cancellationToken)
        where TEntry : Root
    {
        var entry = await db.Set<TEntry>().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        if (entry is null) return Failure.NotFound(typeof(TEntry).Name, id);

        db.Expect(entry, version);
        var changed = change(entry);
        if (!changed.IsSuccess) return changed;

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public static Page<TRow> Map<TEntry, TRow>(this Page<TEntry> page, Func<TEntry, TRow> row) => new([.. page.Items.Select(row)], page.Total, page.Number, page.Size);

    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(800).Must(u => string.IsNullOrWhiteSpace(u) || (Uri.TryCreate(u.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            .WithErrorCode("media.url-form").WithMessage("The address begins with http:// or https://.");

    public static IRuleBuilderOptions<T, LocalizedText> Titled<T>(this IRuleBuilder<T, LocalizedText> rule) =>
        rule.Must(t => t["ro"] is not null).WithErrorCode("media.title-required").WithMessage("The Romanian title is required.")
            .Must(t => t.All.Values.All(v => v.Length <= 500)).WithErrorCode("media.title-length").WithMessage("A title has at most 500 characters.");
}
