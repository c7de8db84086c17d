// Reads the office's mailbox over IMAP. What has been looked at carries a mark of ours, so that people may read their mail in any order.
using System.Text.RegularExpressions;
using CommunicationStrategy.Notifications;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace CommunicationStrategy.Web.Host.Mail;

internal sealed partial class MailInboxes(MailSettings settings) : IMailInboxFactory
{
    public IMailInbox? Open() => settings.Inbox is { } inbox ? new ImapInbox(inbox) : null;

    /// <summary>"office+r.token@example.org": the part after the plus sign is passed on by every common mail server (RFC 5233).</summary>
    public string? ReplyAddress(string token) => settings.Inbox is null ? null : settings.From.Address.Insert(settings.From.Address.LastIndexOf('@'), $"+r.{token}");

    public string? TokenIn(string address) => Token().Match(address) is { Success: true } found ? found.Groups["token"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"\+r\.(?<token>[a-z2-7]{26})@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();
}

internal sealed class ImapInbox(InboxSettings settings) : IMailInbox
{
    /// <summary>A keyword of our own (RFC 9051): "seen" belongs to people.</summary>
    private const string Read = "$CommunicationStrategy";
    private const uint LargestMail = 25 * 1024 * 1024;
    private readonly ImapClient client = new() { Timeout = 30_000 };

    public async Task<IReadOnlyList<(uint Handle, ReceivedMail Mail)>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security switch
        {
            SmtpSecurity.None => SecureSocketOptions.None,
            SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.Auto,
        }, cancellationToken);
        await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
        await client.Inbox.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        var fresh = (await client.Inbox.SearchAsync(SearchQuery.NotKeyword(Read), cancellationToken)).OrderBy(u => u.Id).Take(most).ToList();
        if (fresh.Count == 0) return [];
        var sizes = (await client.Inbox.FetchAsync(fresh, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellationToken)).ToDictionary(s => s.UniqueId, s => s.Size ?? 0);
        var mails = new List<(uint, ReceivedMail)>();
        foreach (var uid in fresh)
        {
            if (sizes.GetValueOrDefault(uid) > LargestMail)
            {
                // No answer of ours is that large; people may look at it.
                await client.Inbox.AddFlagsAsync(uid, MessageFlags.None, new HashSet<string> { Read }, true, cancellationToken);
                continue;
            }

            using var message = await client.Inbox.GetMessageAsync(uid, cancellationToken);
            mails.Add((uid.Id, MailReader.Read(message, uid.Id, settings.AuthServId)));
        }

        return mails;
    }

    public Task MarkAsync(uint handle, bool ours, CancellationToken cancellationToken) =>
        client.Inbox.AddFlagsAsync(new UniqueId(client.Inbox.UidValidity, handle), ours ? MessageFlags.Seen : MessageFlags.None, new HashSet<string> { Read }, true, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (client.IsConnected) await client.DisconnectAsync(quit: true);
        }
        catch (Exception exception) when (exception is IOException or ProtocolException)
        {
            // The server hung up first; what was read is marked already.
        }

        client.Dispose();
    }
}
