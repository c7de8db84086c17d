// A feed of due dates for a person's own calendar: an address that nobody can guess, and what has been published under it.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed class CalendarFeed : Root
{
    public const int HashLength = 64;

    /// <summary>256 random bits in base64url.</summary>
    public const int TokenLength = 43;

    private CalendarFeed()
    {
    }

    /// <summary>SHA-256 of the token; the token itself is kept nowhere.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>Null: all institutions.</summary>
    public Guid? InstitutionId { get; private set; }

    /// <summary>Null: all plans that are or were in force.</summary>
    public Guid? PlanId { get; private set; }
    public string Language { get; private set; } = "";
    public DateTimeOffset? LastUsedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public bool IsOpen => RevokedAt is null;

    public static (CalendarFeed Feed, string Token) Create(Guid? institutionId, Guid? planId, string language)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new CalendarFeed { TokenHash = Hash(token), InstitutionId = institutionId, PlanId = planId, Language = language }, token);
    }

    public Result Revoke(DateTimeOffset now)
    {
        if (!IsOpen) return Failure.Rule("action-plan.feed-revoked", "This calendar address has been withdrawn already.");
        RevokedAt = now;
        return Result.Success;
    }

    /// <summary>The token has 256 random bits, so no salt and no slow hash are needed.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>How a due date stands in a calendar. Cancelled is said only of what was published before.</summary>
public enum FeedStatus { Confirmed, Tentative, Cancelled }

/// <summary>A due date as it is to be published.</summary>
/// <param name="SubjectId">The activity, or the occurrence of one that recurs.</param>
internal sealed record FeedEntry(Guid SubjectId, Guid ActivityId, DateOnly Day, string Title, FeedStatus Status)
{
    /// <summary>Null: what is called off is not published.</summary>
    public static FeedStatus? StatusOf(ActivityState state, OccurrenceState? occurrence) => (state, occurrence) switch
    {
        (ActivityState.Draft or ActivityState.Cancelled or ActivityState.Superseded, _) or (_, OccurrenceState.Waived) => null,
        (ActivityState.Suspended, _) => FeedStatus.Tentative,
        _ => FeedStatus.Confirmed,
    };
}

/// <summary>What a feed has last said of one due date: the memory by which a change is noticed and its number grows.</summary>
internal sealed class FeedItem : Entity
{
    public const int TitleLength = 400;

    private FeedItem()
    {
    }

    public FeedItem(Guid feedId, FeedEntry entry, DateTimeOffset now)
    {
        (FeedId, SubjectId, ActivityId) = (feedId, entry.SubjectId, entry.ActivityId);
        (Day, Title, Status, ChangedAt) = (entry.Day, Short(entry.Title), entry.Status, now);
    }

    public Guid FeedId { get; private set; }
    public Guid SubjectId { get; private set; }
    public Guid ActivityId { get; private set; }
    public DateOnly Day { get; private set; }
    public string Title { get; private set; } = "";
    public FeedStatus Status { get; private set; }
    public int Sequence { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public void Publish(FeedEntry entry, DateTimeOffset now)
    {
        if (Day == entry.Day && Title == Short(entry.Title) && Status == entry.Status) return;
        (Day, Title, Status) = (entry.Day, Short(entry.Title), entry.Status);
        Revised(now);
    }

    /// <summary>It was published and is called off, or no longer there.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (Status == FeedStatus.Cancelled) return;
        Status = FeedStatus.Cancelled;
        Revised(now);
    }

    private void Revised(DateTimeOffset now) => (Sequence, ChangedAt) = (Sequence + 1, now);

    private static string Short(string title) => title.Length > TitleLength ? string.Concat(title.AsSpan(0, TitleLength - 1), "…") : title;
}
