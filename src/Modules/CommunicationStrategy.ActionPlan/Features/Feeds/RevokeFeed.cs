// Withdraws a calendar address: it answers that it is gone, for good.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Feeds;

[Requires(Permission.EditActionPlan, Permission.ReportProgress)]
public sealed record RevokeFeed(Guid FeedId, int Version) : ICommand;

internal sealed class RevokeFeedHandler(ActionPlanDbContext db, CallerScope scope, TimeProvider clock) : ICommandHandler<RevokeFeed>
{
    public async Task<Result> Handle(RevokeFeed command, CancellationToken cancellationToken)
    {
        var allowed = FeedAccess.Check(scope.Current);
        if (!allowed.IsSuccess) return allowed;
        var feed = await db.Feeds.SeenBy(scope.Current).SingleOrDefaultAsync(f => f.Id == command.FeedId, cancellationToken);
        if (feed is null) return Failure.NotFound(nameof(CalendarFeed), command.FeedId);
        db.Expect(feed, command.Version);
        var revoked = feed.Revoke(clock.GetUtcNow());
        if (!revoked.IsSuccess) return revoked;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
