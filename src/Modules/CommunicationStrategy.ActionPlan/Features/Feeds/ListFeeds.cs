// The calendar addresses there are, and who may see which.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Feeds;

/// <summary>The calendar addresses, the newest first; whoever is bound to an institution sees its own.</summary>
[Requires(Permission.EditActionPlan, Permission.ReportProgress)]
public sealed record ListFeeds : IQuery<IReadOnlyList<FeedRow>>;

/// <param name="PlanCode">Null: all plans.</param>
/// <param name="Institution">Null with an id: the register no longer knows it; null without: all institutions.</param>
public sealed record FeedRow(
    Guid Id, Guid? PlanId, string? PlanCode, Guid? InstitutionId, InstitutionInfo? Institution, string Language, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, int Version);

internal static class FeedAccess
{
    /// <summary>An officer for everyone; a focal point for its own institution. A link in a mail is no person and makes no lasting address.</summary>
    public static Result Check(Caller caller) => caller.Kind is CallerKind.Person or CallerKind.System && (caller.May(Permission.EditActionPlan) || caller.InstitutionId is not null)
        ? Result.Success : Failure.Forbidden();

    public static IQueryable<CalendarFeed> SeenBy(this IQueryable<CalendarFeed> feeds, Caller caller) =>
        caller.InstitutionId is { } own ? feeds.Where(f => f.InstitutionId == own) : feeds;
}

internal sealed class ListFeedsHandler(ActionPlanDbContext db, IMediator mediator, CallerScope scope) : IQueryHandler<ListFeeds, IReadOnlyList<FeedRow>>
{
    public async Task<Result<IReadOnlyList<FeedRow>>> Handle(ListFeeds query, CancellationToken cancellationToken)
    {
        var allowed = FeedAccess.Check(scope.Current);
        if (!allowed.IsSuccess) return allowed.Failure;
        var feeds = await db.Feeds.AsNoTracking().SeenBy(scope.Current).OrderByDescending(f => f.CreatedAt).ThenBy(f => f.Id)
            .Select(f => new { Feed = f, PlanCode = db.Plans.Where(p => p.Id == f.PlanId).Select(p => p.Code).FirstOrDefault() }).ToListAsync(cancellationToken);
        var institutions = await mediator.InstitutionsAsync(feeds.Select(f => f.Feed.InstitutionId), cancellationToken);
        return feeds.ConvertAll(f => new FeedRow(
            f.Feed.Id, f.Feed.PlanId, f.PlanCode, f.Feed.InstitutionId, f.Feed.InstitutionId is { } id ? institutions.GetValueOrDefault(id) : null, f.Feed.Language,
            f.Feed.CreatedAt, f.Feed.CreatedBy, f.Feed.LastUsedAt, f.Feed.RevokedAt, f.Feed.Version));
    }
}
