// Links that work once: the first administrator's set-up, and invitations. Only the token's hash is kept.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CommunicationStrategy.Access.Domain;

public enum OneTimeLinkPurpose { SetUp, Invitation }

public enum OneTimeLinkState { Open, Used, Expired, Replaced }

/// <summary>One link. A new one for the same person replaces the older, which then no longer opens.</summary>
internal sealed class OneTimeLink : Root
{
    public static readonly TimeSpan SetUpLifetime = TimeSpan.FromHours(24);
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    private OneTimeLink()
    {
    }

    public OneTimeLinkPurpose Purpose { get; private set; }
    public string TokenHash { get; private set; } = "";

    /// <summary>The invited person; null for set-up, where the person does not exist yet.</summary>
    public Guid? PersonId { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <summary>A new link and its token, which is shown once and never stored.</summary>
    public static (OneTimeLink Link, string Token) SetUp(DateTimeOffset now) => New(OneTimeLinkPurpose.SetUp, null, now + SetUpLifetime);

    public static (OneTimeLink Link, string Token) Invite(Guid personId, DateTimeOffset now) => New(OneTimeLinkPurpose.Invitation, personId, now + InvitationLifetime);

    public OneTimeLinkState StateAt(DateTimeOffset now) =>
        UsedAt is not null ? OneTimeLinkState.Used
        : ReplacedAt is not null ? OneTimeLinkState.Replaced
        : now >= ExpiresAt ? OneTimeLinkState.Expired
        : OneTimeLinkState.Open;

    public void Replace(DateTimeOffset now) => ReplacedAt ??= now;

    public Result Use(DateTimeOffset now)
    {
        var state = StateAt(now);
        if (state != OneTimeLinkState.Open) return Failure.Rule($"access.link-{state.ToString().ToLowerInvariant()}", "This link no longer works. Ask for a new one.");
        UsedAt = now;
        return Result.Success;
    }

    /// <summary>SHA-256 of the token, as kept. The token has 256 random bits, so no salt and no slow hash are needed.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static (OneTimeLink Link, string Token) New(OneTimeLinkPurpose purpose, Guid? personId, DateTimeOffset expiresAt)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new OneTimeLink { Purpose = purpose, PersonId = personId, ExpiresAt = expiresAt, TokenHash = Hash(token) }, token);
    }
}
