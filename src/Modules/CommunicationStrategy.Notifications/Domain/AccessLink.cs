// The link in a mail: a capability to see and report one institution's duties, never a login. Only its hash is kept.
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CommunicationStrategy.Notifications.Domain;

internal sealed class AccessLink : Root
{
    public const string ReportPurpose = "report";

    /// <summary>Stands in the address that a digest is answered to; opens no page.</summary>
    public const string ReplyPurpose = "reply";
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(60);

    private AccessLink()
    {
    }

    public string TokenHash { get; private set; } = "";
    public Guid InstitutionId { get; private set; }
    public Guid ContactId { get; private set; }
    public string ContactName { get; private set; } = "";
    public string Language { get; private set; } = "";
    public string Purpose { get; private set; } = ReportPurpose;
    public Guid MailId { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>A new link and its token, which goes into one mail and is kept nowhere.</summary>
    public static (AccessLink Link, string Token) ForReports(OutgoingMail mail, MailRecipient recipient, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new AccessLink
        {
            TokenHash = Hash(token), InstitutionId = mail.InstitutionId ?? throw new InvalidOperationException("The office signs in."), ContactId = recipient.ContactId, ContactName = recipient.Name,
            Language = recipient.Language, MailId = mail.Id, ExpiresAt = now + Lifetime,
        }, token);
    }

    /// <summary>A link for answering by mail: its token has 128 random bits in letters that every mail server passes on.</summary>
    public static (AccessLink Link, string Token) ForReply(OutgoingMail mail, MailRecipient recipient, DateTimeOffset now)
    {
        var token = RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz234567", 26);
        return (new AccessLink
        {
            TokenHash = Hash(token), InstitutionId = mail.InstitutionId ?? throw new InvalidOperationException("The office signs in."), ContactId = recipient.ContactId, ContactName = recipient.Name,
            Language = recipient.Language, MailId = mail.Id, ExpiresAt = now + Lifetime, Purpose = ReplyPurpose,
        }, token);
    }

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    /// <summary>SHA-256, as kept. The token has 256 random bits, so no salt and no slow hash are needed.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
