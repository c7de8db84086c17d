// Looks at what decides whether our mails are believed: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489), and the servers themselves.
using System.Net;
using System.Net.Sockets;
using CommunicationStrategy.Notifications;
using DnsClient;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.X509;

namespace CommunicationStrategy.Web.Host.Mail;

internal sealed class MailSetup(MailSettings settings) : IMailSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private readonly LookupClient dns = new(Options(settings.DnsServer));

    private string Domain => settings.From.Domain;

    public async Task<IReadOnlyList<MailCheck>> CheckAsync(CancellationToken cancellationToken) =>
    [
        .. await Task.WhenAll(ServerAsync(cancellationToken), InboxAsync(cancellationToken)),
        .. await Task.WhenAll(Asked("mx", Domain, MxAsync), Asked("spf", Domain, SpfAsync), Asked("dkim", DkimName, DkimAsync), Asked("dmarc", $"_dmarc.{Domain}", DmarcAsync)),
    ];

    private string DkimName => settings.Dkim is { } dkim ? $"{dkim.Selector}._domainkey.{dkim.Domain}" : Domain;

    private async Task<MailCheck> ServerAsync(CancellationToken cancellationToken)
    {
        if (settings.SmtpHost.Length == 0) return new MailCheck("server", MailCheckState.Warning, "server-none", "");
        var name = $"{settings.SmtpHost}:{settings.SmtpPort}";
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.SmtpHost, settings.SmtpPort, Socket(settings.Security), cancellationToken);
            if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
            var secure = client.IsSecure;
            await client.DisconnectAsync(quit: true, cancellationToken);
            return new MailCheck("server", secure ? MailCheckState.Good : MailCheckState.Warning, secure ? "server-good" : "server-not-encrypted", name);
        }
        catch (Exception exception) when (IsTrouble(exception))
        {
            return new MailCheck("server", MailCheckState.Bad, "server-unreachable", name, exception.Message);
        }
    }

    private async Task<MailCheck> InboxAsync(CancellationToken cancellationToken)
    {
        if (settings.Inbox is not { } inbox) return new MailCheck("inbox", MailCheckState.Warning, "inbox-none", "");
        var name = $"{inbox.Host}:{inbox.Port}";
        using var client = new ImapClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(inbox.Host, inbox.Port, Socket(inbox.Security), cancellationToken);
            await client.AuthenticateAsync(inbox.User, inbox.Password, cancellationToken);
            var secure = client.IsSecure;
            await client.DisconnectAsync(quit: true, cancellationToken);
            if (!secure) return new MailCheck("inbox", MailCheckState.Warning, "inbox-not-encrypted", name);
            return inbox.AuthServId.Length == 0 ? new MailCheck("inbox", MailCheckState.Warning, "inbox-no-authserv-id", name) : new MailCheck("inbox", MailCheckState.Good, "inbox-good", name);
        }
        catch (Exception exception) when (IsTrouble(exception))
        {
            return new MailCheck("inbox", MailCheckState.Bad, "inbox-unreachable", name, exception.Message);
        }
    }

    private async Task<MailCheck> MxAsync(CancellationToken cancellationToken)
    {
        var answer = await dns.QueryAsync(Domain, QueryType.MX, cancellationToken: cancellationToken);
        var servers = answer.Answers.MxRecords().OrderBy(m => m.Preference).Select(m => m.Exchange.Value.TrimEnd('.')).ToList();
        if (servers.Count == 0) return new MailCheck("mx", MailCheckState.Bad, "mx-missing", Domain);
        // RFC 7505: a lone dot says that the domain takes no mail at all.
        return servers is [""] ? new MailCheck("mx", MailCheckState.Bad, "mx-null", Domain, ".") : new MailCheck("mx", MailCheckState.Good, "mx-good", Domain, string.Join(", ", servers));
    }

    private async Task<MailCheck> SpfAsync(CancellationToken cancellationToken)
    {
        var records = (await TextsAsync(Domain, cancellationToken)).Where(t => t.Equals("v=spf1", StringComparison.OrdinalIgnoreCase) || t.StartsWith("v=spf1 ", StringComparison.OrdinalIgnoreCase)).ToList();
        if (records.Count == 0) return new MailCheck("spf", MailCheckState.Bad, "spf-missing", Domain, Wanted: "v=spf1 mx -all");
        if (records.Count > 1) return new MailCheck("spf", MailCheckState.Bad, "spf-several", Domain, string.Join("\n", records));
        var terms = records[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (terms.Any(t => t is "-all" or "~all" || t.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase))) return new MailCheck("spf", MailCheckState.Good, "spf-good", Domain, records[0]);
        return new MailCheck("spf", MailCheckState.Warning, "spf-open", Domain, records[0]);
    }

    private async Task<MailCheck> DkimAsync(CancellationToken cancellationToken)
    {
        if (settings.Dkim is not { } dkim) return new MailCheck("dkim", MailCheckState.Warning, "dkim-none", Domain);
        var (kind, key) = PublicKey(dkim.KeyFile);
        var wanted = $"v=DKIM1; k={kind}; p={key}";
        var records = (await TextsAsync(DkimName, cancellationToken)).Where(t => t.Contains("p=", StringComparison.Ordinal)).ToList();
        if (records.Count == 0) return new MailCheck("dkim", MailCheckState.Bad, "dkim-missing", DkimName, Wanted: wanted);
        var published = Tags(records[0]).GetValueOrDefault("p")?.Replace(" ", "", StringComparison.Ordinal);
        return published == key ? new MailCheck("dkim", MailCheckState.Good, "dkim-good", DkimName, records[0]) : new MailCheck("dkim", MailCheckState.Bad, "dkim-other-key", DkimName, records[0], wanted);
    }

    private async Task<MailCheck> DmarcAsync(CancellationToken cancellationToken)
    {
        // What a domain does not say of itself, the domains above it say for it.
        for (var domain = Domain; domain.Contains('.', StringComparison.Ordinal); domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var records = (await TextsAsync($"_dmarc.{domain}", cancellationToken)).Where(t => t.StartsWith("v=DMARC1", StringComparison.Ordinal)).ToList();
            if (records.Count == 0) continue;
            if (records.Count > 1) return new MailCheck("dmarc", MailCheckState.Bad, "dmarc-several", $"_dmarc.{domain}", string.Join("\n", records));
            var tags = Tags(records[0]);
            var policy = domain == Domain ? tags.GetValueOrDefault("p") : tags.GetValueOrDefault("sp") ?? tags.GetValueOrDefault("p");
            return policy is "quarantine" or "reject"
                ? new MailCheck("dmarc", MailCheckState.Good, "dmarc-good", $"_dmarc.{domain}", records[0]) : new MailCheck("dmarc", MailCheckState.Warning, "dmarc-none", $"_dmarc.{domain}", records[0]);
        }

        return new MailCheck("dmarc", MailCheckState.Bad, "dmarc-missing", $"_dmarc.{Domain}", Wanted: $"v=DMARC1; p=quarantine; rua=mailto:{settings.From.Address}");
    }

    private async Task<List<string>> TextsAsync(string name, CancellationToken cancellationToken)
    {
        var answer = await dns.QueryAsync(name, QueryType.TXT, cancellationToken: cancellationToken);
        if (answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain) throw new DnsResponseException(answer.ErrorMessage);
        // A long record comes in pieces that are one text.
        return [.. answer.Answers.TxtRecords().Select(t => string.Concat(t.Text))];
    }

    private static async Task<MailCheck> Asked(string what, string name, Func<CancellationToken, Task<MailCheck>> ask)
    {
        using var limit = new CancellationTokenSource(Patience * 2);
        try
        {
            return await ask(limit.Token);
        }
        catch (Exception exception) when (exception is DnsResponseException or SocketException or OperationCanceledException or IOException)
        {
            return new MailCheck(what, MailCheckState.Unknown, "dns-no-answer", name, exception.Message);
        }
    }

    private static Dictionary<string, string> Tags(string record) => record.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(t => t.Length == 2).GroupBy(t => t[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()[1], StringComparer.Ordinal);

    private static (string Kind, string Key) PublicKey(string file)
    {
        using var reader = File.OpenText(file);
        var read = new PemReader(reader).ReadObject();
        var key = read is AsymmetricCipherKeyPair pair ? pair.Private : (AsymmetricKeyParameter)read;
        return key switch
        {
            Ed25519PrivateKeyParameters ed => ("ed25519", Convert.ToBase64String(ed.GeneratePublicKey().GetEncoded())),
            RsaPrivateCrtKeyParameters rsa => ("rsa", Convert.ToBase64String(SubjectPublicKeyInfoFactory.CreateSubjectPublicKeyInfo(new RsaKeyParameters(false, rsa.Modulus, rsa.PublicExponent)).GetEncoded())),
            _ => throw new IOException("The key is neither RSA nor Ed25519."),
        };
    }

    private static bool IsTrouble(Exception exception) =>
        exception is SocketException or IOException or ProtocolException or ServiceNotConnectedException or AuthenticationException or SslHandshakeException or OperationCanceledException or TimeoutException or NotSupportedException or CommandException;

    private static SecureSocketOptions Socket(SmtpSecurity security) => security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.Auto,
    };

    private static LookupClientOptions Options(IPEndPoint? server)
    {
        var options = server is null ? new LookupClientOptions() : new LookupClientOptions(server);
        options.Timeout = Patience;
        options.Retries = 1;
        // A record that was put right a minute ago is looked at as it is.
        options.UseCache = false;
        return options;
    }
}
