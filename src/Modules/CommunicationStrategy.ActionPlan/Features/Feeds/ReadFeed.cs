// What a calendar program gets under its address: the due dates of today, and word of those that were published and are called off.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Feeds;

/// <summary>By the secret part of the address; stands before sign-in. Notes what it publishes, so that a change has its number.</summary>
[AnyCaller]
public sealed record ReadFeed(string Token) : ICommand<FeedContent>;

/// <param name="PlanCode">Null: all plans.</param>
/// <param name="Institution">Null: all institutions.</param>
public sealed record FeedContent(string Language, string? PlanCode, InstitutionInfo? Institution, IReadOnlyList<FeedEvent> Events);

/// <param name="SubjectId">Stable: the activity, or one due date of an activity that recurs.</param>
public sealed record FeedEvent(Guid SubjectId, Guid ActivityId, DateOnly Day, string Title, FeedStatus Status, int Sequence, DateTimeOffset ChangedAt);

internal sealed class ReadFeedHandler(ActionPlanDbContext db, IMediator mediator, TimeProvider clock) : ICommandHandler<ReadFeed, FeedContent>
{
    public async Task<Result<FeedContent>> Handle(ReadFeed command, CancellationToken cancellationToken)
    {
        var hash = command.Token.Length == CalendarFeed.TokenLength ? CalendarFeed.Hash(command.Token) : "";
        var found = await db.Feeds.AsNoTracking().Where(f => f.TokenHash == hash && f.RevokedAt == null)
            .Select(f => new { Feed = f, PlanCode = db.Plans.Where(p => p.Id == f.PlanId).Select(p => p.Code).FirstOrDefault() }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return Failure.NotFound(nameof(CalendarFeed), "");

        var (feed, now) = (found.Feed, clock.GetUtcNow());
        var published = await db.FeedItems.Where(i => i.FeedId == feed.Id).ToDictionaryAsync(i => i.SubjectId, cancellationToken);
        var entries = await EntriesAsync(feed, cancellationToken);
        foreach (var entry in entries)
        {
            if (published.TryGetValue(entry.SubjectId, out var item)) item.Publish(entry, now);
            else db.FeedItems.Add(published[entry.SubjectId] = new FeedItem(feed.Id, entry, now));
        }

        var present = entries.Select(e => e.SubjectId).ToHashSet();
        foreach (var gone in published.Values.Where(i => !present.Contains(i.SubjectId))) gone.Cancel(now);
        await db.SaveChangesAsync(cancellationToken);
        DateTimeOffset? used = now;
        await db.Feeds.Where(f => f.Id == feed.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.LastUsedAt, used), cancellationToken);

        var institution = (await mediator.InstitutionsAsync([feed.InstitutionId], cancellationToken)).Values.SingleOrDefault();
        return new FeedContent(feed.Language, found.PlanCode, institution, [.. published.Values.OrderBy(i => i.Day).ThenBy(i => i.SubjectId)
            .Select(i => new FeedEvent(i.SubjectId, i.ActivityId, i.Day, i.Title, i.Status, i.Sequence, i.ChangedAt))]);
    }

    /// <summary>A plan that is closed keeps its days; one that is still written has none yet.</summary>
    private async Task<List<FeedEntry>> EntriesAsync(CalendarFeed feed, CancellationToken cancellationToken)
    {
        var (plan, institution) = (feed.PlanId, feed.InstitutionId);
        var activities = await db.Activities.AsNoTracking()
            .Where(a => db.Plans.Any(p => p.Id == a.PlanId && (p.Status == PlanStatus.InForce || p.Status == PlanStatus.Closed || p.Status == PlanStatus.Archived)))
            .Where(a => (plan == null || a.PlanId == plan) && (institution == null || a.Assignments.Any(x => x.InstitutionId == institution)))
            // Of a joint activity an institution has its own part; whoever reads everyone's has the line of the plan.
            .Where(a => institution == null ? a.Shape != ActivityShape.Share : a.Shape != ActivityShape.Joint || !db.Activities.Any(s => s.ParentId == a.Id && s.Assignments.Any(x => x.InstitutionId == institution)))
            .Where(a => a.EffectiveDue != null && a.State != ActivityState.Draft && a.State != ActivityState.Cancelled && a.State != ActivityState.Superseded)
            .Select(a => new { a.Id, a.Number, a.Title, a.State, a.Recurs, a.EffectiveDue, Occurrences = a.Occurrences.Select(o => new { o.Id, o.EffectiveDue, o.State }).ToList() }).ToListAsync(cancellationToken);
        var entries = new List<FeedEntry>();
        foreach (var a in activities)
        {
            var title = $"{a.Number} {a.Title.In(feed.Language)}".Trim();
            if (!a.Recurs && FeedEntry.StatusOf(a.State, null) is { } status) entries.Add(new FeedEntry(a.Id, a.Id, a.EffectiveDue!.Value, title, status));
            foreach (var o in a.Recurs ? a.Occurrences : [])
            {
                if (FeedEntry.StatusOf(a.State, o.State) is { } each) entries.Add(new FeedEntry(o.Id, a.Id, o.EffectiveDue, title, each));
            }
        }

        return entries;
    }
}
