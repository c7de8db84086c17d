// What is known of an address that mail servers refuse: two refusals in a row suspend it, and the deputy is written to.
namespace CommunicationStrategy.Notifications.Domain;

internal sealed class MailAddress(string email) : Root
{
    public const int MostBounces = 2;

    /// <summary>A refusal long ago is no reason to hold back: a mailbox was full, a server was being moved.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    /// <summary>In lower case.</summary>
    public string Email { get; private set; } = email;

    /// <summary>Hard bounces, each within 90 days of the one before. That our mail server takes a mail over does not clear them: it may come back later.</summary>
    public int Bounces { get; private set; }
    public DateTimeOffset LastBounceAt { get; private set; }
    public string LastError { get; private set; } = "";
    public bool Suspended => Bounces >= MostBounces;

    public static string KeyOf(string email) => email.Trim().ToLowerInvariant();

    public void Bounce(string error, DateTimeOffset at) => (Bounces, LastError, LastBounceAt) = (at - LastBounceAt > Memory ? 1 : Bounces + 1, error, at);

    /// <summary>A person says that the address is right.</summary>
    public void Trust() => Bounces = 0;
}
