// Starts Debian's dovecot as the tests' IMAP server, with one mailbox in a folder, and puts mails into it as a mail server would.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommunicationStrategy.Notifications;
using CommunicationStrategy.Web.Host.Mail;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace CommunicationStrategy.IntegrationTests.Notifications;

internal sealed class ImapServer : IDisposable
{
    public const string AuthServId = "mx.example.org";
    private readonly string folder = Directory.CreateTempSubdirectory("cs-imap-").FullName;
    private readonly Process process;
    private int count;

    public ImapServer()
    {
        Port = FreePort();
        Directory.CreateDirectory(Path.Combine(folder, "mail"));
        var root = Environment.UserName == "root";
        // As root, dovecot insists on giving its rights away; without, it keeps those it has.
        var (user, login) = root ? ("nobody", "nogroup") : (Environment.UserName, Environment.UserName);
        var own = root ? "" : $"default_internal_user = {user}\ndefault_login_user = {user}\nservice anvil {{\n  chroot =\n}}\nservice imap-login {{\n  chroot =\n}}\n";
        File.WriteAllText(Path.Combine(folder, "dovecot.conf"), $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/state
            log_path = {{folder}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:{{folder}}/mail
            {{own}}
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{login}} home={{folder}}/home
            }
            service imap-login {
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            """);
        if (root) Run("chown", "-R", "nobody:nogroup", folder);
        process = Process.Start(new ProcessStartInfo(File.Exists("/usr/sbin/dovecot") ? "/usr/sbin/dovecot" : "dovecot", ["-F", "-c", Path.Combine(folder, "dovecot.conf")]) { UseShellExecute = false })!;
        Assert.That(() => Answers(), Is.True.After(10_000, 100), "dovecot did not start: is dovecot-imapd installed?");
    }

    public int Port { get; }

    public InboxSettings Settings => new("127.0.0.1", Port, SmtpSecurity.None, "office", "secret", AuthServId);

    public IMailInboxFactory Inboxes => new MailInboxes(new MailSettings(new MailboxAddress("", "secretariat@example.org"), "", 25, SmtpSecurity.Auto, "", "") { Inbox = Settings });

    /// <summary>Delivers a mail as it stands, headers and all.</summary>
    public void Deliver(string mail)
    {
        var name = $"{++count:000000}.test";
        var (tmp, fresh) = (Path.Combine(folder, "mail", "tmp"), Path.Combine(folder, "mail", "new"));
        foreach (var part in new[] { tmp, fresh, Path.Combine(folder, "mail", "cur") }) Directory.CreateDirectory(part);
        File.WriteAllText(Path.Combine(tmp, name), mail.ReplaceLineEndings("\r\n"));
        File.Move(Path.Combine(tmp, name), Path.Combine(fresh, name));
        if (Environment.UserName == "root") Run("chown", "-R", "nobody:nogroup", Path.Combine(folder, "mail"));
    }

    /// <summary>How many mails a person would see as unread.</summary>
    public async Task<int> UnreadAsync()
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None);
        await client.AuthenticateAsync("office", "secret");
        await client.Inbox.OpenAsync(MailKit.FolderAccess.ReadOnly);
        return (await client.Inbox.SearchAsync(SearchQuery.NotSeen)).Count;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(5000);
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private bool Answers()
    {
        try
        {
            using var probe = new TcpClient("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] args)
    {
        using var run = Process.Start(program, args);
        run.WaitForExit();
    }
}
