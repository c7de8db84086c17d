// The tests' SMTP server (Debian's aiosmtpd), a process of its own that keeps every mail it takes.
using System.Diagnostics;
using System.Globalization;
using MimeKit;

namespace CommunicationStrategy.Benchmarks;

internal sealed class Mailbox : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cs-kill-").FullName;
    private readonly Process process;

    public Mailbox()
    {
        process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "smtp_server.py"), folder]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Port = int.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The SMTP server did not start: is python3-aiosmtpd installed?"), CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public List<string> MessageIds() => [.. Directory.EnumerateFiles(folder, "*.eml").Select(f =>
    {
        using var file = File.OpenRead(f);
        return HeaderList.Load(file)["Message-ID"]!.Trim('<', '>');
    })];

    public List<MimeMessage> Mails() => [.. Directory.EnumerateFiles(folder, "*.eml").Select(f => MimeMessage.Load(f))];

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000)) process.Kill();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
