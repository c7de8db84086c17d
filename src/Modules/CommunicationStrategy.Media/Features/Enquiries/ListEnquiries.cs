// The register of enquiries: those still open first; and one entry of it.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Enquiries;

/// <param name="From">Received on this day or later, by the office's clock.</param>
/// <param name="Sort">"received", "-received", "due" or "-due". Default: open ones first, then the newest.</param>
[Requires(Permission.ViewMedia)]
public sealed record ListEnquiries(string? Search = null, EnquiryState? State = null, DateOnly? From = null, DateOnly? To = null, bool Archived = false, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize)
    : IQuery<Page<EnquiryRow>>;

[Requires(Permission.ViewMedia)]
public sealed record GetEnquiry(Guid Id) : IQuery<EnquiryRow>;

/// <param name="IsLate">Ended after it was due, or open and past it now.</param>
public sealed record EnquiryRow(
    Guid Id, EnquiryFacts Facts, EnquiryState State, DateTimeOffset? ClosedAt, string? Ground, bool IsLate, ActivityInfo? Activity, bool Archived, string ChangedBy, DateTimeOffset ChangedAt, int Version);

internal sealed class ListEnquiriesHandler(MediaDbContext db, IMediator mediator, TimeProvider clock) : IQueryHandler<ListEnquiries, Page<EnquiryRow>>
{
    public async Task<Result<Page<EnquiryRow>>> Handle(ListEnquiries query, CancellationToken cancellationToken)
    {
        var found = db.Enquiries.AsNoTracking().Where(e => e.Archived == query.Archived);
        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(e => e.SearchText.Contains(word));
        if (query.State is { } state) found = found.Where(e => e.State == state);
        if (query.From is { } from && Enquiries.StartOf(from, clock) is var first) found = found.Where(e => e.ReceivedAt >= first);
        if (query.To is { } to && Enquiries.StartOf(to.AddDays(1), clock) is var after) found = found.Where(e => e.ReceivedAt < after);
        found = query.Sort switch
        {
            "received" => found.OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id),
            "-received" => found.OrderByDescending(e => e.ReceivedAt).ThenByDescending(e => e.Id),
            "due" => found.OrderBy(e => e.DueAt).ThenBy(e => e.Id),
            "-due" => found.OrderByDescending(e => e.DueAt).ThenByDescending(e => e.Id),
            _ => found.OrderByDescending(e => e.State == EnquiryState.Open).ThenByDescending(e => e.ReceivedAt).ThenBy(e => e.Id),
        };
        var page = await found.ToPageAsync(query.Page, query.Size, cancellationToken);
        var activities = await MediaRules.ActivitiesAsync(mediator, page.Items.Select(e => e.ActivityId), cancellationToken);
        return activities.IsSuccess ? page.Map(e => Enquiries.Row(e, activities.Value, clock)) : activities.Failure;
    }
}

internal sealed class GetEnquiryHandler(MediaDbContext db, IMediator mediator, TimeProvider clock) : IQueryHandler<GetEnquiry, EnquiryRow>
{
    public async Task<Result<EnquiryRow>> Handle(GetEnquiry query, CancellationToken cancellationToken)
    {
        var found = await db.Enquiries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id, cancellationToken);
        if (found is null) return Failure.NotFound(nameof(Enquiry), query.Id);
        var activities = await MediaRules.ActivitiesAsync(mediator, [found.ActivityId], cancellationToken);
        return activities.IsSuccess ? Enquiries.Row(found, activities.Value, clock) : activities.Failure;
    }
}

internal static class Enquiries
{
    public static EnquiryRow Row(Enquiry e, IReadOnlyList<ActivityInfo> activities, TimeProvider clock) => new(
        e.Id, new EnquiryFacts(e.Outlet, e.Subject, e.Language, e.ReceivedAt, e.DueAt, e.ActivityId), e.State, e.ClosedAt, e.Ground,
        (e.ClosedAt ?? clock.GetUtcNow()) > e.DueAt, activities.FirstOrDefault(a => a.Id == e.ActivityId), e.Archived, e.ChangedBy, e.ChangedAt, e.Version);

    /// <summary>The first instant of a day by the office's clock.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeProvider clock)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, clock.LocalTimeZone.GetUtcOffset(midnight));
    }
}
