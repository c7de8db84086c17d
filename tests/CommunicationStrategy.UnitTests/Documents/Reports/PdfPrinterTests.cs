// The PDF is tagged, bookmarked, numbered, and says what the HTML says. Needs Chromium and poppler's tools, as build/test installs them.
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
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

        await On(result.Pdf!, async file =>
        {
            var info = await Run("pdfinfo", file);
            Assert.That(info, Does.Match("Tagged: +yes").And.Match("Page size: +59[45].*A4").And.Match("Title: +Evaluarea trimestrială").And.Match("JavaScript: +no"));
            var text = await Run("pdftotext", "-layout", file, "-");
            Assert.That(text, Does.Contain("73,9").And.Contain("comunității antitrafic").And.Contain("Pagina 2 din").And.Contain("PROIECT"));
            Assert.That(text.Split("Activitate ").Length, Is.GreaterThan(2), "table heads repeat on every page");
        });
    }

    [Test]
    public async Task Body_and_annexes_are_printed_side_by_side_and_joined()
    {
        var whole = SampleReport.Romanian("PROIECT");
        var report = whole with
        {
            // What cannot be broken must not make all pages smaller.
            Facts = [.. whole.Facts, ("Amprenta", new string('e', 64))],
            Sections = [.. whole.Sections.SkipLast(2), .. whole.Sections.TakeLast(2).Select(s => s with { IsAnnex = true })],
        };
        var result = await new PdfPrinter(new PdfPrinterOptions()).PrintAsync(report, TestContext.CurrentContext.CancellationToken);
        Assert.That(result.Problem, Is.Null);

        await On(result.Pdf!, async file =>
        {
            var text = await Run("pdftotext", "-layout", file, "-");
            var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
            var annex = Array.FindIndex(pages, p => p.Contains("Anexe · Pagina 1 din", StringComparison.Ordinal)) + 1;
            Assert.That(annex, Is.GreaterThan(2));
            Assert.That(pages[annex - 2], Does.Contain($"Pagina {annex - 1} din {annex - 1}"), "the body counts its own pages");
            Assert.That(pages[^1], Does.Contain($"Anexe · Pagina {pages.Length - annex + 1} din {pages.Length - annex + 1}"));

            var outline = XDocument.Parse(await Run("pdftohtml", "-xml", "-i", "-stdout", file)).Descendants("outline").First().Descendants("item").Select(i => (i.Value, (int)i.Attribute("page")!)).ToList();
            var headings = outline.Where(i => !i.Value.StartsWith("Tabelul", StringComparison.Ordinal)).Select(i => i.Value);
            Assert.That(headings, Is.EqualTo([report.Title, "Cuprins", .. report.Sections.Select(s => s.Title)]), "the bookmarks are the headings, in their order and in full");
            Assert.That(outline.Single(i => i.Value == report.Sections[^2].Title).Item2, Is.EqualTo(annex), "bookmarks go on into the annexes");

            var targets = (await Run("pdfinfo", "-dests", file)).Split('\n');
            Assert.That(targets.Where(t => t.Contains($"\"s-{report.Sections[^2].Key}\"", StringComparison.Ordinal)).Select(t => int.Parse(t.Trim().Split(' ')[0], CultureInfo.InvariantCulture)), Is.EqualTo([annex]), "the contents lead there too");

            var tags = await Run("pdfinfo", "-struct-text", file);
            Assert.That(tags.Split('\n').Count(l => l == "Document"), Is.EqualTo(1), "one document to a reader");
            Assert.That(Regex.Matches(tags, @"^ +Part", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)), Has.Count.EqualTo(1));
            foreach (var section in report.Sections) Assert.That(tags, Does.Match($"H2[^H]*\"{Regex.Escape(section.Title)}\""), "tagged as a heading with its words");
            foreach (var row in report.Sections[^1].Tables.SelectMany(t => t.Rows)) Assert.That(tags, Does.Match($"T[HD] [^\"]*(\"\"\\s*)*(NonStruct\\s*)?(\"\"\\s*)*\"{Regex.Escape(Figures.Text(row[0].Value, CellKind.Text, 0, "ro"))}"), "and the annexes' tables as tables");

            var heights = Regex.Matches(await Run("pdftotext", "-bbox", "-f", "2", "-l", "2", file, "-"), "yMin=\"(?<top>[0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"(?<end>[0-9.]+)\">PROIECT", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Select(m => decimal.Parse(m.Groups["end"].Value, CultureInfo.InvariantCulture) - decimal.Parse(m.Groups["top"].Value, CultureInfo.InvariantCulture));
            Assert.That(heights, Has.All.InRange(96 * 1.36m, 96 * 1.37m).And.Not.Empty, "96 points are 96 points: nothing was made smaller to fit");
        });
    }

    [Test]
    public void What_is_not_known_is_not_joined()
    {
        var known = "%PDF-1.4\n1 0 obj\n<</Type /Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2\n/Root 1 0 R\n/Info 1 0 R>>\nstartxref\n43\n%%EOF\n"u8.ToArray();
        Assert.That(PdfFile.Read(known)?.Text(1), Is.EqualTo("<</Type /Catalog>>\n"), "a PDF can be read");
        Assert.That(PdfJoin.Join(PdfFile.Read(known)!, PdfFile.Read(known)!, []), Is.False, "but has no pages and no tags");
        Assert.That(PdfFile.Read("%PDF-1.7\nstartxref\n99999999\n%%EOF"u8.ToArray()), Is.Null);
        for (var length = 0; length < known.Length; length++) Assert.That(() => PdfFile.Read(known[..length]), Throws.Nothing);
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

    private static async Task On(byte[] pdf, Func<string, Task> look)
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.CreateVersion7()}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            await look(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What a tool says; poppler complains aloud about a PDF that is not well made, and then the test fails.</summary>
    private static async Task<string> Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(await complaints, Is.Empty);
        return text;
    }
}
