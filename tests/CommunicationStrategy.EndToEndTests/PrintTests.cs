// The views of a plan on paper: the plan and nothing else, and nothing cut off at the edge of the sheet.
using System.Diagnostics;
using CommunicationStrategy.EndToEndTests.Infrastructure;

namespace CommunicationStrategy.EndToEndTests;

public sealed class PrintTests
{
    [Test]
    public async Task Every_view_of_a_plan_prints_without_the_screen_around_it()
    {
        await using var product = await Product.StartAsync("--sample");
        await using var browser = await Browser.StartAsync();
        var person = await browser.PersonAsync(product.Address, javaScript: true);
        await person.GoAsync(product.SetUpPath);
        await person.FillAsync("set-up", ("DisplayName", "Ana Rusu"), ("Email", "ana.rusu@example.org"), ("Password", Person.Password), ("PasswordAgain", Person.Password));
        await person.SendAsync("set-up");
        await person.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        // A sheet of A4, upright and across, at 96 dots an inch less the margins.
        foreach (var width in new[] { 718, 1047 })
        {
            await person.SeeAsync("ro", "dark", width);
            foreach (var view in new[] { "/plan", "/plan/board", "/plan/timeline", "/plan/calendar", "/plan/institution", "/plan/budget" })
            {
                await person.GoAsync(view);
                foreach (var around in new[] { ".topbar", ".menu", ".filter-bar", ".page-actions", ".footer" })
                {
                    Assert.That(await person.Page.Locator($"{around}:visible").CountAsync(), Is.Zero, $"{view}: {around} is no part of the plan");
                }

                Assert.That(await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero, $"{view} at {width}: cut off");
                Assert.That(await person.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"), Is.AnyOf("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), $"{view}: paper is white, whatever the screen is");
            }
        }

        var file = Path.Combine(Path.GetTempPath(), $"print-{Guid.CreateVersion7():N}.pdf");
        try
        {
            await person.GoAsync("/plan");
            await person.Page.PdfAsync(new() { Path = file, Format = "A4", Landscape = true });
            var text = await TextAsync(file);
            Assert.That(text, Does.Contain("1.1.2").And.Contain("Organizarea").And.Not.Contain("Mesaje trimise"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> TextAsync(string pdf)
    {
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", pdf, "-"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return text;
    }
}
