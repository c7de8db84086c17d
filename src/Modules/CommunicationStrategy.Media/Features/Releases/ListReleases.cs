// The register of releases, newest first; and one entry of it.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Releases;

/// <param name="Sort">"date" or "number"; with "-" before it, descending. Default: newest first.</param>
[Requires(Permission.ViewMedia)]
public sealed record ListReleases(string? Search = null, ReleaseKind? Kind = null, DateOnly? From = null, DateOnly? To = null, bool Archived = false, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize)
    : IQuery<Page<ReleaseRow>>;

[Requires(Permission.ViewMedia)]
public sealed record GetRelease(Guid Id) : IQuery<ReleaseRow>;

public sealed record ReleaseRow(Guid Id, ReleaseFacts Facts, ActivityInfo? Activity, bool Archived, string ChangedBy, DateTimeOffset ChangedAt, int Version);

internal sealed class ListReleasesHandler(MediaDbContext db, IMediator mediator) : IQueryHandler<ListReleases, Page<ReleaseRow>>
{
    public async Task<Result<Page<ReleaseRow>>> Handle(ListReleases query, CancellationToken cancellationToken)
    {
        var found = db.Releases.AsNoTracking().Where(r => r.Archived == query.Archived);
        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(r => r.SearchText.Contains(word));
        if (query.Kind is { } kind) found = found.Where(r => r.Kind == kind);
        if (query.From is { } from) found = found.Where(r => r.IssuedOn >= from);
        if (query.To is { } to) found = found.Where(r => r.IssuedOn <= to);
        found = query.Sort switch
        {
            "date" => found.OrderBy(r => r.IssuedOn).ThenBy(r => r.Id),
            "number" => found.OrderBy(r => r.Number).ThenBy(r => r.Id),
            "-number" => found.OrderByDescending(r => r.Number).ThenBy(r => r.Id),
            _ => found.OrderByDescending(r => r.IssuedOn).ThenByDescending(r => r.Id),
        };
        var page = await found.ToPageAsync(query.Page, query.Size, cancellationToken);
        var activities = await MediaRules.ActivitiesAsync(mediator, page.Items.Select(r => r.ActivityId), cancellationToken);
        return activities.IsSuccess ? page.Map(r => Releases.Row(r, activities.Value)) : activities.Failure;
    }
}

internal sealed class GetReleaseHandler(MediaDbContext db, IMediator mediator) : IQueryHandler<GetRelease, ReleaseRow>
{
    public async Task<Result<ReleaseRow>> Handle(GetRelease query, CancellationToken cancellationToken)
    {
        var release = await db.Releases.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken);
        if (release is null) return Failure.NotFound(nameof(PressRelease), query.Id);
        var activities = await MediaRules.ActivitiesAsync(mediator, [release.ActivityId], cancellationToken);
        return activities.IsSuccess ? Releases.Row(release, activities.Value) : activities.Failure;
    }
}

internal static class Releases
{
    public static ReleaseRow Row(PressRelease r, IReadOnlyList<ActivityInfo> activities) => new(
        r.Id, new ReleaseFacts(r.Number, r.Kind, r.Title, r.IssuedOn, r.EmbargoUntil, r.Url, r.ActivityId, r.CorrectedOn, r.Correction),
        activities.FirstOrDefault(a => a.Id == r.ActivityId), r.Archived, r.ChangedBy, r.ChangedAt, r.Version);
}
