// The register of events, newest first; and one entry of it.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Events;

/// <param name="Sort">"date" or "-date". Default: newest first.</param>
[Requires(Permission.ViewMedia)]
public sealed record ListEvents(string? Search = null, MediaEventKind? Kind = null, DateOnly? From = null, DateOnly? To = null, bool Archived = false, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize)
    : IQuery<Page<EventRow>>;

[Requires(Permission.ViewMedia)]
public sealed record GetEvent(Guid Id) : IQuery<EventRow>;

public sealed record EventRow(Guid Id, EventFacts Facts, ActivityInfo? Activity, bool Archived, string ChangedBy, DateTimeOffset ChangedAt, int Version);

internal sealed class ListEventsHandler(MediaDbContext db, IMediator mediator) : IQueryHandler<ListEvents, Page<EventRow>>
{
    public async Task<Result<Page<EventRow>>> Handle(ListEvents query, CancellationToken cancellationToken)
    {
        var found = db.Events.AsNoTracking().Where(e => e.Archived == query.Archived);
        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(e => e.SearchText.Contains(word));
        if (query.Kind is { } kind) found = found.Where(e => e.Kind == kind);
        if (query.From is { } from) found = found.Where(e => e.HeldOn >= from);
        if (query.To is { } to) found = found.Where(e => e.HeldOn <= to);
        found = query.Sort == "date" ? found.OrderBy(e => e.HeldOn).ThenBy(e => e.Id) : found.OrderByDescending(e => e.HeldOn).ThenByDescending(e => e.Id);
        var page = await found.ToPageAsync(query.Page, query.Size, cancellationToken);
        var activities = await MediaRules.ActivitiesAsync(mediator, page.Items.Select(e => e.ActivityId), cancellationToken);
        return activities.IsSuccess ? page.Map(e => Events.Row(e, activities.Value)) : activities.Failure;
    }
}

internal sealed class GetEventHandler(MediaDbContext db, IMediator mediator) : IQueryHandler<GetEvent, EventRow>
{
    public async Task<Result<EventRow>> Handle(GetEvent query, CancellationToken cancellationToken)
    {
        var found = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id, cancellationToken);
        if (found is null) return Failure.NotFound(nameof(MediaEvent), query.Id);
        var activities = await MediaRules.ActivitiesAsync(mediator, [found.ActivityId], cancellationToken);
        return activities.IsSuccess ? Events.Row(found, activities.Value) : activities.Failure;
    }
}

internal static class Events
{
    public static EventRow Row(MediaEvent e, IReadOnlyList<ActivityInfo> activities) => new(
        e.Id, new EventFacts(e.Kind, e.Title, e.HeldOn, e.Place, e.ActivityId, e.Attendance, e.Journalists, e.Satisfaction, e.Cancelled, e.Accredited),
        activities.FirstOrDefault(a => a.Id == e.ActivityId), e.Archived, e.ChangedBy, e.ChangedAt, e.Version);
}
