// The check of the mail setup against a real name server (dnsmasq) and a real mail server.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CommunicationStrategy.Notifications;
using CommunicationStrategy.Web.Host.Mail;
using MimeKit;

namespace CommunicationStrategy.IntegrationTests.Notifications;

public sealed class MailSetupTests
{
    private string folder = "";
    private string keyFile = "";
    private string key = "";

    [SetUp]
    public void MakeKey()
    {
        folder = Directory.CreateTempSubdirectory("cs-dns-").FullName;
        keyFile = Path.Combine(folder, "dkim.pem");
        using var rsa = RSA.Create(2048);
        File.WriteAllText(keyFile, rsa.ExportPkcs8PrivateKeyPem());
        key = Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
    }

    [TearDown]
    public void Clear() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_domain_in_order_is_found_in_order()
    {
        using var names = new NameServer(
            "--mx-host=mail.gov.example,mx.gov.example,10", "--txt-record=mail.gov.example,other=1", "--txt-record=mail.gov.example,v=spf1 mx -all",
            // A key is longer than one string of a record may be: it comes in pieces.
            $"--txt-record=cs._domainkey.mail.gov.example,v=DKIM1; k=rsa; p={key[..200]},{key[200..]}", "--txt-record=_dmarc.gov.example,v=DMARC1; p=reject; sp=quarantine");
        Assert.That(await Check(names, dkim: true), Is.EqualTo(new[] { "server-none Warning", "inbox-none Warning", "mx-good Good", "spf-good Good", "dkim-good Good", "dmarc-good Good" }));
    }

    [Test]
    public async Task What_is_missing_is_said_with_the_record_to_write()
    {
        using var names = new NameServer();
        Assert.That(await Check(names, dkim: true), Is.EqualTo(new[] { "server-none Warning", "inbox-none Warning", "mx-missing Bad", "spf-missing Bad", "dkim-missing Bad", "dmarc-missing Bad" }));
        Assert.That(found.Single(c => c.What == "dkim").Wanted, Is.EqualTo($"v=DKIM1; k=rsa; p={key}"));
    }

    [Test]
    public async Task What_is_weak_or_wrong_is_told_apart()
    {
        using var names = new NameServer(
            "--mx-host=mail.gov.example,mx.gov.example,10", "--txt-record=mail.gov.example,v=spf1 mx ?all", "--txt-record=cs._domainkey.mail.gov.example,v=DKIM1; k=rsa; p=AAAA", "--txt-record=_dmarc.mail.gov.example,v=DMARC1; p=none");
        Assert.That((await Check(names, dkim: true)).Skip(2), Is.EqualTo(new[] { "mx-good Good", "spf-open Warning", "dkim-other-key Bad", "dmarc-none Warning" }));
        using var twice = new NameServer("--txt-record=mail.gov.example,v=spf1 mx -all", "--txt-record=mail.gov.example,v=spf1 -all");
        Assert.That((await Check(twice, dkim: false)).Skip(3), Is.EqualTo(new[] { "spf-several Bad", "dkim-none Warning", "dmarc-missing Bad" }));
    }

    [Test]
    public async Task Servers_are_asked_and_one_that_does_not_answer_is_no_crash()
    {
        using var smtp = new SmtpServer();
        var settings = Settings(new IPEndPoint(IPAddress.Loopback, 1), smtp.Port);
        Assert.That((await new MailSetup(settings).CheckAsync(CancellationToken.None)).Select(c => $"{c.Code} {c.State}"), Is.EqualTo(new[]
        {
            "server-not-encrypted Warning", "inbox-none Warning", "dns-no-answer Unknown", "dns-no-answer Unknown", "dkim-none Warning", "dns-no-answer Unknown",
        }));
        Assert.That((await new MailSetup(Settings(null, 1)).CheckAsync(CancellationToken.None))[0].Code, Is.EqualTo("server-unreachable"));
        using var imap = new ImapServer();
        Assert.That((await new MailSetup(Settings(null, smtp.Port) with { Inbox = imap.Settings }).CheckAsync(CancellationToken.None))[1].Code, Is.EqualTo("inbox-not-encrypted"));
    }

    private IReadOnlyList<MailCheck> found = [];

    private async Task<IReadOnlyList<string>> Check(NameServer names, bool dkim)
    {
        var settings = Settings(names.EndPoint, 0);
        found = await new MailSetup(dkim ? settings with { Dkim = new DkimSettings("mail.gov.example", "cs", keyFile) } : settings).CheckAsync(CancellationToken.None);
        return [.. found.Select(c => $"{c.Code} {c.State}")];
    }

    private static MailSettings Settings(IPEndPoint? dns, int port) =>
        new(new MailboxAddress("", "secretariat@mail.gov.example"), port == 0 ? "" : "127.0.0.1", port, SmtpSecurity.Auto, "", "") { DnsServer = dns };

    /// <summary>Debian's dnsmasq, which knows these records and nothing else.</summary>
    private sealed class NameServer : IDisposable
    {
        private readonly Process process;

        public NameServer(params string[] records)
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                EndPoint = (IPEndPoint)free.LocalEndpoint;
            }

            string[] user = Environment.UserName == "root" ? ["--user=root", "--group=root"] : [];
            process = Process.Start(new ProcessStartInfo(File.Exists("/usr/sbin/dnsmasq") ? "/usr/sbin/dnsmasq" : "dnsmasq",
            [
                "--keep-in-foreground", "--conf-file=/dev/null", "--pid-file=", $"--port={EndPoint.Port.ToString(CultureInfo.InvariantCulture)}", "--listen-address=127.0.0.1", "--bind-interfaces", "--no-resolv", "--no-hosts",
                "--local=/#/", .. user, .. records,
            ]) { UseShellExecute = false })!;
            Assert.That(() => Answers(), Is.True.After(5_000, 50), "dnsmasq did not start: is dnsmasq-base installed?");
        }

        public IPEndPoint EndPoint { get; }

        public void Dispose()
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        private bool Answers()
        {
            using var client = new TcpClient();
            try
            {
                client.Connect(EndPoint);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }
    }
}
