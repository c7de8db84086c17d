// A program under measurement as a process of its own: the product as published, or the bare API beside it.
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.Benchmarks;

internal sealed partial class Server : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Server(IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var arg in args) start.ArgumentList.Add(arg);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null && Address().Match(line.Data) is { Success: true } found) listening.TrySetResult(found.Value);
        };
        process.BeginOutputReadLine();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 64 });
    }

    public HttpClient Client { get; }

    public static Task<Server> ProductAsync(Database database) => StartAsync([App(), "--port", "0", "--data", database.Folder, "--database", database.Name, "--connection", database.Connection]);

    public static Task<Server> BareAsync(Database database, string statements) => StartAsync([typeof(Server).Assembly.Location, "bare", database.Name, database.Connection, statements]);

    /// <summary>Resident memory now, in megabytes.</summary>
    public double Megabytes()
    {
        process.Refresh();
        return process.WorkingSet64 / 1_000_000.0;
    }

    public async Task SignInAsync()
    {
        var page = await Client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value, ["_handler"] = "sign-in", ["Input.Email"] = Database.Email, ["Input.Password"] = Database.Password,
        });
        using var answer = await Client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"Signing in: {(int)answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<Server> StartAsync(IEnumerable<string> args)
    {
        var server = new Server(args);
        server.Client.BaseAddress = new Uri(await server.listening.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        return server;
    }

    private static string App() => Environment.GetEnvironmentVariable("CS_TEST_APP") ?? throw new InvalidOperationException("CS_TEST_APP names no published product: build/bench publishes it.");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>How fast a server answers.</summary>
internal static class Load
{
    private const int Connections = 8;

    /// <summary>Answers a second over some seconds, with eight at a time.</summary>
    public static async Task<double> ThroughputAsync(HttpClient client, string path, TimeSpan length)
    {
        var answered = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < length)
            {
                await ReadAsync(client, path);
                Interlocked.Increment(ref answered);
            }
        })));
        return answered / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>The time within which 95 of 100 answers come, one at a time, in milliseconds.</summary>
    public static async Task<double> P95Async(HttpClient client, string path)
    {
        for (var i = 0; i < 40; i++) await ReadAsync(client, path);
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ReadAsync(client, path);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(189);
    }

    private static async Task ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path}: {(int)answer.StatusCode}"));
        await answer.Content.ReadAsByteArrayAsync();
    }
}
