// What the module needs of its host: a way to send a mail, and the address under which people find the product.
namespace CommunicationStrategy.Notifications;

/// <summary>A mail ready to go. <paramref name="MessageId"/> stays the same however often it is tried.</summary>
/// <param name="Calendar">The dates as an iCalendar file to take into one's own calendar; null: none.</param>
public sealed record MailMessage(string MessageId, string ToName, string ToEmail, string Language, string Subject, string TextBody, string HtmlBody, DateTimeOffset Date, string? Calendar = null);

/// <summary>
/// How a try ended. <see cref="TryLater"/>: certainly not taken over, and it may work later. <see cref="Refused"/>: never will.
/// <see cref="Unknown"/>: the server may have it, the connection ended before it said so.
/// </summary>
public enum SendState { Sent, TryLater, Refused, Unknown }

/// <param name="AddressRefused">It is the recipient's address that the server will not have.</param>
public sealed record SendOutcome(SendState State, string? Detail = null, bool AddressRefused = false)
{
    public static readonly SendOutcome Sent = new(SendState.Sent);
}

/// <summary>One connection, used for a batch of mails. Answers an outcome for whatever goes wrong; it does not throw.</summary>
public interface IMailTransport : IAsyncDisposable
{
    Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken cancellationToken);
}

public interface IMailTransportFactory
{
    IMailTransport Open();
}

/// <summary>How people reach the product and who signs: for links and footers of mails.</summary>
public interface IPublicAddress
{
    /// <summary>Without a slash at the end.</summary>
    string Value { get; }

    string OfficeName { get; }
}
