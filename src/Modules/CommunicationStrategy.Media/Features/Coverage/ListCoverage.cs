// Coverage as a list: search, tone, activity, from and to; newest first.
using AutoMapper;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Coverage;

/// <param name="Tone">"positive", "neutral" or "negative".</param>
/// <param name="Sort">"date" or "outlet"; with "-" before it, descending. Default: newest first.</param>
[Requires(Permission.ViewMedia)]
public sealed record ListCoverage(string? Search = null, string? Tone = null, Guid? ActivityId = null, DateOnly? From = null, DateOnly? To = null, bool Archived = false, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize)
    : IQuery<CoverageList>;

/// <param name="Activities">The activities that this page's items speak of.</param>
public sealed record CoverageList(Page<CoverageRow> Page, IReadOnlyList<ActivityInfo> Activities);

public sealed class CoverageRow
{
    public required Guid Id { get; init; }
    public required string Outlet { get; init; }
    public required string Title { get; init; }
    public required string Url { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public required string Language { get; init; }
    public required CoverageKind Kind { get; init; }
    public required int Tone { get; init; }
    public required Guid? ActivityId { get; init; }
}

internal sealed class CoverageRowProfile : Profile
{
    public CoverageRowProfile() => CreateMap<CoverageItem, CoverageRow>();
}

internal sealed class ListCoverageHandler(MediaDbContext db, Projection projection, IMediator mediator) : IQueryHandler<ListCoverage, CoverageList>
{
    public async Task<Result<CoverageList>> Handle(ListCoverage query, CancellationToken cancellationToken)
    {
        var found = db.Coverage.AsNoTracking().Where(c => c.Archived == query.Archived);
        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(c => c.SearchText.Contains(word));
        if (query.ActivityId is { } activity) found = found.Where(c => c.ActivityId == activity);
        if (query.From is { } from) found = found.Where(c => c.PublishedOn >= from);
        if (query.To is { } to) found = found.Where(c => c.PublishedOn <= to);
        found = query.Tone switch
        {
            "positive" => found.Where(c => c.Tone > 0),
            "neutral" => found.Where(c => c.Tone == 0),
            "negative" => found.Where(c => c.Tone < 0),
            _ => found,
        };
        found = query.Sort switch
        {
            "date" => found.OrderBy(c => c.PublishedOn).ThenBy(c => c.Id),
            "outlet" => found.OrderBy(c => c.Outlet).ThenByDescending(c => c.PublishedOn).ThenBy(c => c.Id),
            "-outlet" => found.OrderByDescending(c => c.Outlet).ThenByDescending(c => c.PublishedOn).ThenBy(c => c.Id),
            _ => found.OrderByDescending(c => c.PublishedOn).ThenByDescending(c => c.Id),
        };
        var page = await projection.To<CoverageRow>(found).ToPageAsync(query.Page, query.Size, cancellationToken);
        var ids = page.Items.Where(i => i.ActivityId is not null).Select(i => i.ActivityId!.Value).Distinct().ToList();
        var activities = await mediator.Send(new GetActivities(ids), cancellationToken);
        return activities.IsSuccess ? new CoverageList(page, activities.Value) : activities.Failure;
    }
}
