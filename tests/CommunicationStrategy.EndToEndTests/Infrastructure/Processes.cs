// The product and its mail server as real processes, started as their users start them, stopped by their id.
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.EndToEndTests.Infrastructure;

internal sealed partial class Product : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Product(string folder, IEnumerable<string> args)
    {
        var app = Environment.GetEnvironmentVariable("CS_TEST_APP") ?? Path.Combine(AppContext.BaseDirectory, "CommunicationStrategy.Web.dll");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in new[] { app, "--port", "0", "--data", folder }.Concat(args)) start.ArgumentList.Add(arg);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Folder = folder;
    }

    public string Folder { get; }
    public string Address { get; private set; } = "";

    /// <summary>Path of the first administrator's one-time link.</summary>
    public string SetUpPath { get; private set; } = "";

    public string Log
    {
        get { lock (log) return log.ToString(); }
    }

    public static async Task<Product> StartAsync(params string[] args)
    {
        var product = new Product(Directory.CreateTempSubdirectory("cs-e2e-").FullName, args);
        await Task.WhenAny(product.ready.Task, Task.Delay(TimeSpan.FromSeconds(90)), product.process.WaitForExitAsync());
        return product.ready.Task.IsCompleted ? product : throw new InvalidOperationException($"The product did not start:\n{product.Log}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (log) log.AppendLine(line);
        if (Listening().Match(line) is { Success: true } address) Address = address.Groups["url"].Value;
        if (SetUp().Match(line) is not { Success: true } link) return;
        SetUpPath = link.Groups["path"].Value;
        ready.TrySetResult();
    }

    [GeneratedRegex(@"listens on (?<url>\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"(?<path>/set-up/\S+)")]
    private static partial Regex SetUp();
}

internal sealed class SmtpServer : IDisposable
{
    private readonly Process process;
    private readonly string folder = Directory.CreateTempSubdirectory("cs-smtp-").FullName;

    public SmtpServer()
    {
        process = Tools.Python(Path.Combine(AppContext.BaseDirectory, "Infrastructure", "smtp_server.py"), folder);
        Port = int.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(process.StandardError.ReadToEnd()), System.Globalization.CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public IReadOnlyList<string> Mails => Directory.GetFiles(folder, "*.eml");

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Programs that did not write what they read: Python's office libraries and poppler.</summary>
internal static class Tools
{
    public static Process Python(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("CS_TEST_PYTHON") ?? "/usr/bin/python3") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    public static string RunPython(string script, params string[] args) => Finish(Python(["-c", script, .. args]));

    public static string Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return Finish(Process.Start(start)!);
    }

    private static string Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, error);
        return output;
    }
}
