// Starts the tests' SMTP server as a process of its own, and reads what arrived there.
using System.Diagnostics;
using System.Globalization;
using CommunicationStrategy.Notifications;
using CommunicationStrategy.Web.Host.Mail;
using MimeKit;

namespace CommunicationStrategy.IntegrationTests.Notifications;

internal sealed class SmtpServer : IMailTransportFactory, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cs-smtp-").FullName;
    private readonly Process process;

    public SmtpServer()
    {
        var python = Environment.GetEnvironmentVariable("CS_TEST_PYTHON") ?? "/usr/bin/python3";
        process = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "smtp_server.py"), folder]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadLine();
        Assert.That(line, Is.Not.Null, "The SMTP server did not start: is python3-aiosmtpd installed?");
        Port = int.Parse(line!, CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public static IMailTransportFactory Unreachable { get; } = new Closed();

    public IMailTransport Open() => Transport(Port);

    /// <summary>Every mail that arrived, in no order.</summary>
    public IReadOnlyList<MimeMessage> Mails() => [.. Directory.GetFiles(folder, "*.eml").Select(f => MimeMessage.Load(f))];

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000)) process.Kill();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static SmtpTransport Transport(int port) => new(new MailSettings(new MailboxAddress("", "secretariat@example.org"), "127.0.0.1", port, SmtpSecurity.Auto, "", ""));

    private sealed class Closed : IMailTransportFactory
    {
        // Port 1 answers nobody.
        public IMailTransport Open() => Transport(1);
    }
}
