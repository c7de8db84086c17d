// What the module needs of its host: a way to send a mail, and the address under which people find the product.
namespace CommunicationStrategy.Notifications;

/// <summary>A mail ready to go. <paramref name="MessageId"/> stays the same however often it is tried.</summary>
/// <param name="ReplyTo">Where an answer is read; null: answers go to the sender and are for people.</param>
/// <param name="File">The report that it is about; null: none.</param>
/// <param name="Calendar">The dates as an iCalendar file to take into one's own calendar; null: none.</param>
public sealed record MailMessage(string MessageId, string ToName, string ToEmail, string Language, string Subject, string TextBody, string HtmlBody, DateTimeOffset Date, string? Calendar = null, string? ReplyTo = null, MailFile? File = null);

/// <summary>A file that travels with a mail.</summary>
public sealed record MailFile(string Name, string MediaType, byte[] Content);

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

    /// <summary>Mails that may leave in a minute, from all workers together; 0: as many as can.</summary>
    int PerMinute => 0;
}

/// <summary>How people reach the product and who signs: for links and footers of mails.</summary>
public interface IPublicAddress
{
    /// <summary>Without a slash at the end.</summary>
    string Value { get; }

    string OfficeName { get; }

    /// <summary>The name of the host, as it ends Message-IDs.</summary>
    string Host() => Uri.TryCreate(Value, UriKind.Absolute, out var uri) ? uri.IdnHost : "localhost";
}

/// <summary>A mail in the office's mailbox, as far as its headers and parts tell.</summary>
/// <param name="To">Every address that it was sent or delivered to.</param>
/// <param name="Automatic">Written by a program: an absence note, a list, another system (RFC 3834).</param>
/// <param name="Authenticated">Our own mail server vouches that it comes from the domain it says (DMARC, or DKIM or SPF in line with it).</param>
/// <param name="Text">Its plain text; of HTML alone what can be read of it.</param>
/// <param name="Bounce">Set on a report that one of our mails did not arrive.</param>
public sealed record ReceivedMail(
    string MessageId, string From, IReadOnlyList<string> To, string Subject, DateTimeOffset At, bool Automatic, bool Authenticated, string Text, IReadOnlyList<ReceivedFile> Files, ReceivedBounce? Bounce);

public sealed record ReceivedFile(string Name, byte[] Content);

/// <param name="MessageId">Of the mail that came back.</param>
/// <param name="Permanent">It never will arrive (5.x.x); otherwise the server still tries.</param>
public sealed record ReceivedBounce(string MessageId, bool Permanent, string Detail);

/// <summary>One connection to the mailbox.</summary>
public interface IMailInbox : IAsyncDisposable
{
    /// <summary>Mails not looked at yet, the oldest first, at most so many; each with the handle by which it is marked.</summary>
    Task<IReadOnlyList<(uint Handle, ReceivedMail Mail)>> ReadAsync(int most, CancellationToken cancellationToken);

    /// <summary>Never shown again by <see cref="ReadAsync"/>; those that were for us also count as read for people.</summary>
    Task MarkAsync(uint handle, bool ours, CancellationToken cancellationToken);
}

public interface IMailInboxFactory
{
    /// <summary>Null: no mailbox is read.</summary>
    IMailInbox? Open();

    /// <summary>The address at which an answer with this token is read; null: no mailbox is read.</summary>
    string? ReplyAddress(string token);

    /// <summary>The token in an address of ours; null: it has none.</summary>
    string? TokenIn(string address);
}

/// <summary>One try of a webhook, signed.</summary>
/// <param name="Id">The delivery's; the same at every try.</param>
public sealed record WebhookRequest(Uri Address, string Id, DateTimeOffset At, string Signature, string Body);

/// <summary>Calls partner systems, and only where one may: no private addresses, no redirects. Answers an outcome for whatever goes wrong; it does not throw.</summary>
public interface IWebhookTransport
{
    /// <summary>What is wrong with an address as it is written; null: nothing. Where its name leads is looked at with every call.</summary>
    string? Refuses(string address);

    /// <summary><see cref="SendOutcome.AddressRefused"/>: the other side wants no more (410).</summary>
    Task<SendOutcome> PostAsync(WebhookRequest request, CancellationToken cancellationToken);
}

/// <summary>Keeps secrets that are needed as they are: encrypted with the product's own keys.</summary>
public interface ISecretBox
{
    string Close(string secret);

    /// <summary>Null: it was closed with keys that are gone.</summary>
    string? Open(string closed);
}

/// <summary><see cref="Unknown"/>: the question could not be asked, or it does not arise.</summary>
public enum MailCheckState { Good, Warning, Bad, Unknown }

/// <param name="What">"server", "inbox", "mx", "spf", "dkim" or "dmarc".</param>
/// <param name="Code">What was found, such as "spf-missing".</param>
/// <param name="Found">The record or the words of the server; null: nothing was found.</param>
/// <param name="Name">Where in the DNS, or which server.</param>
/// <param name="Wanted">What should stand there, where we know it.</param>
public sealed record MailCheck(string What, MailCheckState State, string Code, string Name, string? Found = null, string? Wanted = null);

/// <summary>Looks whether mails of this office can arrive and are believed: the mail servers, and what the DNS says of its domain.</summary>
public interface IMailSetup
{
    Task<IReadOnlyList<MailCheck>> CheckAsync(CancellationToken cancellationToken);
}
