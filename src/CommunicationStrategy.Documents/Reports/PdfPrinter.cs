// PDF by Chromium's command line: the same HTML that is read on screen, printed as tagged PDF with bookmarks.
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CommunicationStrategy.Documents.Reports;

/// <summary>Where Chromium is (found by itself when null) and how long a print may take.</summary>
public sealed record PdfPrinterOptions
{
    public string? ChromiumPath { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>The PDF, or a sentence that says why there is none.</summary>
public sealed record PdfResult(byte[]? Pdf, string? Problem);

/// <summary>Prints HTML to PDF. One document at a time, by Chromium without network and with a profile of its own that is removed afterwards.</summary>
public sealed class PdfPrinter(PdfPrinterOptions options)
{
    // A print takes up to 600 MB, and a long report's two parts twice that: more at once could push the product out of memory.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    // The shell is the same engine without a window's worth of program around it: it starts in a third of the time.
    private static readonly string[] UsualPlaces =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    // Chromium lays a page out for the screen, several times while it is read, before it does so for paper. With nothing to
    // show on a screen a long report takes two thirds of the time.
    private const string NothingOnScreen = "<style>@media screen { body { display: none } }</style></head>";

    private readonly string? chromium = options.ChromiumPath is { Length: > 0 } path
        ? File.Exists(path) ? path : null
        : Array.Find(UsualPlaces, File.Exists);

    /// <summary>Null when PDF can be made; else what to install or set.</summary>
    public string? WhyUnavailable => chromium is not null ? null
        : options.ChromiumPath is { Length: > 0 } path ? $"PDF export is off: there is no Chromium at {path}."
        : "PDF export is off: Chromium is not installed. Install the packages chromium-headless-shell (or chromium) and fonts-noto-core.";

    public Task<PdfResult> PrintAsync(string html, CancellationToken cancellationToken) => InTurn(() => PrintWhole(html, cancellationToken), cancellationToken);

    /// <summary>A report with annexes is printed as two parts side by side, which halves the time, and joined; where they cannot be joined, in one go.</summary>
    public Task<PdfResult> PrintAsync(ReportDocument report, CancellationToken cancellationToken) => InTurn(() => PrintReport(report, cancellationToken), cancellationToken);

    private async Task<PdfResult> InTurn(Func<Task<PdfResult>> print, CancellationToken cancellationToken)
    {
        if (chromium is null) return new PdfResult(null, WhyUnavailable);
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            return await print();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<PdfResult> PrintReport(ReportDocument report, CancellationToken cancellationToken)
    {
        if (report.Annexes.Any())
        {
            var parts = await Task.WhenAll(new[] { ReportPart.Body, ReportPart.Annexes }.Select(p => PrintFile(HtmlReport.Write(report, p), cancellationToken)));
            if (Array.Find(parts, p => p.Printed.Pdf is null).Printed is { } failed) return failed;
            if (parts is [{ File: { } body }, { File: { } annexes }] && PdfJoin.Join(body, annexes, [.. report.Annexes.Select(HtmlReport.Anchor)])) return new PdfResult(body.Write(), null);
        }

        return await PrintWhole(HtmlReport.Write(report), cancellationToken);
    }

    private async Task<PdfResult> PrintWhole(string html, CancellationToken cancellationToken)
    {
        var (printed, file) = await PrintFile(html, cancellationToken);
        return file is null ? printed : new PdfResult(file.Write(), null);
    }

    /// <summary>As printed, and with its bookmarks put right where the file can be read.</summary>
    private async Task<(PdfResult Printed, PdfFile? File)> PrintFile(string html, CancellationToken cancellationToken)
    {
        var printed = await PrintInFolder(html, cancellationToken);
        var file = printed.Pdf is { } pdf ? PdfFile.Read(pdf) : null;
        if (file is not null) PdfBookmarks.Name(file, html);
        return (printed, file);
    }

    private async Task<PdfResult> PrintInFolder(string html, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cs-pdf-");
        try
        {
            var page = Path.Combine(folder.FullName, "report.html");
            var pdf = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllTextAsync(page, html.Replace("</head>", NothingOnScreen, StringComparison.Ordinal), new UTF8Encoding(false), cancellationToken);
            var problem = await Run(folder.FullName, page, pdf, cancellationToken);
            return problem is null
                ? new PdfResult(await File.ReadAllBytesAsync(pdf, cancellationToken), null)
                : new PdfResult(null, problem);
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task<string?> Run(string folder, string page, string pdf, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(folder, page, pdf) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return $"PDF export failed: {chromium} could not be started ({e.Message}).";
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        // Both pipes are read to the end, or Chromium would block on a full one.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return $"PDF export failed: Chromium took longer than {options.Timeout.TotalSeconds:0} seconds.";
        }

        await output;
        if (process.ExitCode == 0 && File.Exists(pdf) && new FileInfo(pdf).Length > 0) return null;
        return $"PDF export failed: Chromium ended with code {process.ExitCode}. {Tail(await errors)}".TrimEnd();
    }

    private ProcessStartInfo StartInfo(string folder, string page, string pdf)
    {
        var start = new ProcessStartInfo(chromium!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            ArgumentList =
            {
                "--headless", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={Path.Combine(folder, "profile")}",
                "--print-to-pdf=" + pdf, "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf",
                "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-quic",
                "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--metrics-recording-only",
                "--disable-breakpad", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND", "--lang=en",
            },
        };
        // The sandbox cannot be set up for root; the page holds no script and the network is shut off.
        if (OperatingSystem.IsLinux() && Environment.UserName == "root") start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        start.Environment["HOME"] = folder;
        start.Environment["XDG_CONFIG_HOME"] = folder;
        start.Environment["XDG_CACHE_HOME"] = folder;
        return start;
    }

    private static string Tail(string text) => text.Length <= 300 ? text.Trim() : text[^300..].Trim();

    /// <summary>Chromium's helpers may write for a moment after it has gone; what is left then is the system's to sweep.</summary>
    private static void Remove(DirectoryInfo folder)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
