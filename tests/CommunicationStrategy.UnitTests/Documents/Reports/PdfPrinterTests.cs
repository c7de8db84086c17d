// The PDF is tagged, bookmarked, numbered, and says what the HTML says. Needs Chromium and poppler's tools, as build/test installs them.
using System.Diagnostics;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.UnitTests.Documents.Reports;

[TestFixture]
internal sealed class PdfPrinterTests
{
    [Test]
    public async Task A_report_becomes_a_tagged_pdf()
    {
        var printer = new PdfPrinter(new PdfPrinterOptions());
        Assert.That(printer.WhyUnavailable, Is.Null);
        var result = await printer.PrintAsync(HtmlReport.Write(SampleReport.Romanian("PROIECT")), TestContext.CurrentContext.CancellationToken);
        Assert.That(result.Problem, Is.Null);

        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.CreateVersion7()}.pdf");
        await File.WriteAllBytesAsync(file, result.Pdf!);
        try
        {
            var info = await Run("pdfinfo", file);
            Assert.That(info, Does.Match("Tagged: +yes").And.Match("Page size: +59[45].*A4").And.Match("Title: +Evaluarea trimestrială").And.Match("JavaScript: +no"));
            var text = await Run("pdftotext", "-layout", file, "-");
            Assert.That(text, Does.Contain("73,9").And.Contain("comunității antitrafic").And.Contain("Pagina 2 din").And.Contain("PROIECT"));
            Assert.That(text.Split("Activitate ").Length, Is.GreaterThan(2), "table heads repeat on every page");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public async Task Without_chromium_it_says_so()
    {
        var printer = new PdfPrinter(new PdfPrinterOptions { ChromiumPath = "/nowhere/chromium" });
        var result = await printer.PrintAsync("<p>x", CancellationToken.None);

        Assert.That(printer.WhyUnavailable, Does.Contain("/nowhere/chromium"));
        Assert.That(result, Is.EqualTo(new PdfResult(null, printer.WhyUnavailable)));
    }

    [Test]
    public async Task A_print_that_takes_too_long_is_stopped()
    {
        // A temporary folder of its own, so that no other print on this machine is seen here.
        var (usual, own) = (Environment.GetEnvironmentVariable("TMPDIR"), Directory.CreateTempSubdirectory("cs-test-"));
        Environment.SetEnvironmentVariable("TMPDIR", own.FullName);
        try
        {
            var printer = new PdfPrinter(new PdfPrinterOptions { Timeout = TimeSpan.FromMilliseconds(30) });
            var result = await printer.PrintAsync(HtmlReport.Write(SampleReport.Romanian()), CancellationToken.None);

            Assert.That(result.Problem, Does.Contain("took longer"));
            Assert.That(own.GetDirectories("cs-pdf-*"), Is.Empty, "nothing is left behind");
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", usual);
            own.Delete(recursive: true);
        }
    }

    private static async Task<string> Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }
}
