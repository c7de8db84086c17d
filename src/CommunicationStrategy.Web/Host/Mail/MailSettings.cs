// How mails leave: through a mail server, or as .eml files into the data folder where none is named. Checked at the start.
using System.Net;
using MimeKit;
using MimeKit.Cryptography;

namespace CommunicationStrategy.Web.Host.Mail;

internal enum SmtpSecurity { Auto, None, StartTls, Tls }

/// <param name="AuthServId">By which name the mail server signs what it found out about senders; "": no reply is accepted without a person.</param>
internal sealed record InboxSettings(string Host, int Port, SmtpSecurity Security, string User, string Password, string AuthServId);

/// <summary>The key with which mails are signed; its public half stands in the DNS at "selector._domainkey.domain".</summary>
internal sealed record DkimSettings(string Domain, string Selector, string KeyFile);

internal sealed record MailSettings(MailboxAddress From, string SmtpHost, int SmtpPort, SmtpSecurity Security, string User, string Password)
{
    /// <summary>Where answers and bounces arrive; null: nothing is read.</summary>
    public InboxSettings? Inbox { get; init; }

    /// <summary>Asked by the check of the mail setup; null: the system's.</summary>
    public IPEndPoint? DnsServer { get; init; }

    /// <summary>Mails that leave in a minute, from all workers together; 0: as many as can.</summary>
    public int PerMinute { get; init; }

    /// <summary>Null: mails are not signed here (the mail server may do it).</summary>
    public DkimSettings? Dkim { get; init; }

    /// <summary>The settings, or the one line that says what is wrong.</summary>
    public static (MailSettings? Settings, string? Error) Read(IConfiguration configuration)
    {
        if (!MailboxAddress.TryParse(configuration["Mail:From"], out var from) || !from.Address.Contains('@', StringComparison.Ordinal)) return Wrong("Mail:From (--from)", configuration["Mail:From"], "a mail address such as office@example.org");
        if (!int.TryParse(configuration["Mail:SmtpPort"], out var port) || port is < 1 or > 65535) return Wrong("Mail:SmtpPort (--smtp-port)", configuration["Mail:SmtpPort"], "a number from 1 to 65535");
        var security = configuration["Mail:SmtpSecurity"];
        if (!Enum.TryParse<SmtpSecurity>(security, ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Wrong("Mail:SmtpSecurity", security, "Auto, None, StartTls or Tls");
        var host = (configuration["Mail:SmtpHost"] ?? "").Trim();
        if (host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown) return Wrong("Mail:SmtpHost (--smtp)", host, "the name or address of a mail server, without a port");
        var (inbox, problem) = ReadInbox(configuration);
        if (problem is not null) return (null, problem);
        var (dkim, unsigned) = ReadDkim(configuration, from.Domain);
        if (unsigned is not null) return (null, unsigned);
        if (!int.TryParse(configuration["Mail:PerMinute"] ?? "0", out var perMinute) || perMinute is < 0 or > 100_000) return Wrong("Mail:PerMinute", configuration["Mail:PerMinute"], "a number of mails, or 0 for no limit");
        IPEndPoint? dns = null;
        if (configuration["Mail:DnsServer"] is { Length: > 0 } server && !IPEndPoint.TryParse(server.Contains(':', StringComparison.Ordinal) ? server : $"{server}:53", out dns)) return Wrong("Mail:DnsServer", server, "the IP address of a name server, with its port where it is not 53");
        return (new MailSettings(from, host, port, kind, configuration["Mail:SmtpUser"] ?? "", configuration["Mail:SmtpPassword"] ?? "") { Inbox = inbox, Dkim = dkim, DnsServer = dns, PerMinute = perMinute }, null);
    }

    private static (InboxSettings? Inbox, string? Error) ReadInbox(IConfiguration configuration)
    {
        var host = (configuration["Mail:ImapHost"] ?? "").Trim();
        if (host.Length == 0) return (null, null);
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) return (null, Wrong("Mail:ImapHost", host, "the name or address of a mail server, without a port").Error);
        if (!int.TryParse(configuration["Mail:ImapPort"] ?? "993", out var port) || port is < 1 or > 65535) return (null, Wrong("Mail:ImapPort", configuration["Mail:ImapPort"], "a number from 1 to 65535").Error);
        var security = configuration["Mail:ImapSecurity"] ?? nameof(SmtpSecurity.Auto);
        if (!Enum.TryParse<SmtpSecurity>(security, ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return (null, Wrong("Mail:ImapSecurity", security, "Auto, None, StartTls or Tls").Error);
        if (string.IsNullOrWhiteSpace(configuration["Mail:ImapUser"])) return (null, Wrong("Mail:ImapUser", "", "the name to sign in with at the mailbox").Error);
        return (new InboxSettings(host, port, kind, configuration["Mail:ImapUser"]!, configuration["Mail:ImapPassword"] ?? "", (configuration["Mail:AuthServId"] ?? "").Trim()), null);
    }

    private static (DkimSettings? Dkim, string? Error) ReadDkim(IConfiguration configuration, string domain)
    {
        var (file, selector) = ((configuration["Mail:DkimKeyFile"] ?? "").Trim(), (configuration["Mail:DkimSelector"] ?? "").Trim());
        if (file.Length == 0) return (null, null);
        if (selector.Length == 0) return (null, Wrong("Mail:DkimSelector", selector, "the selector under which the public key stands in the DNS").Error);
        try
        {
            // Read once now: a key that cannot be read is said at the start, not with the first mail.
            _ = new DkimSigner(file, domain, selector);
            return (new DkimSettings(domain, selector, file), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException or InvalidOperationException)
        {
            return (null, Wrong("Mail:DkimKeyFile", file, "a file with a private RSA or Ed25519 key in PEM form").Error);
        }
    }

    private static (MailSettings? Settings, string? Error) Wrong(string name, string? value, string expected) => (null, $"The setting {name} is '{value}'; it must be {expected}.");
}
