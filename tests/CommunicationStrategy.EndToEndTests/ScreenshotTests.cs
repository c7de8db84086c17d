// The pictures of the guide, made by build/screenshots: every page in Romanian on a desk, a selection in other languages, colours and widths.
using CommunicationStrategy.EndToEndTests.Infrastructure;

namespace CommunicationStrategy.EndToEndTests;

public sealed class ScreenshotTests
{
    private const int Tallest = 1600;

    private static readonly string[] Selection = ["overview", "plan", "plan-board", "plan-timeline", "plan-calendar", "plan-budget", "activity", "evaluation", "evaluations-quarter", "reports", "institution", "media", "report", "report-form", "sign-in", "import-checked"];

    [Test]
    public async Task Every_page_as_a_picture()
    {
        if (Environment.GetEnvironmentVariable("CS_SCREENSHOTS") is not { Length: > 0 } folder)
        {
            Assert.Ignore("CS_SCREENSHOTS names no folder: build/screenshots makes the pictures.");
            return;
        }

        await using var world = await World.StartAsync();
        Assert.That(world.Sights.Select(s => s.Name), Is.Unique);
        await SeeAsync(world, folder, world.Sights, "ro", "light", 1366);
        var selection = world.Sights.Where(s => Selection.Contains(s.Name)).ToList();
        Assert.That(selection, Has.Count.EqualTo(Selection.Length));
        await SeeAsync(world, folder, selection, "ru", "dark", 1366);
        await SeeAsync(world, folder, selection, "en", "light", 360);
        await SeeAsync(world, folder, selection, "ro", "light", 360);
    }

    private static async Task SeeAsync(World world, string folder, IReadOnlyList<Sight> sights, string language, string theme, int width)
    {
        foreach (var person in world.People) await person.SeeAsync(language, theme, width, width < 500 ? 780 : 860);
        foreach (var (person, name, path, _) in sights)
        {
            await person.Page.GotoAsync(path);
            var height = await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
            await person.Page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, $"{name}-{language}-{theme}-{width}.png"), FullPage = true, Animations = Microsoft.Playwright.ScreenshotAnimations.Disabled,
                Clip = new() { X = 0, Y = 0, Width = width, Height = Math.Min(height, Tallest) },
            });
        }
    }
}
