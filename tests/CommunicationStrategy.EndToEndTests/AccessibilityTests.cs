// Every page there is, looked at by axe: no violation, nothing wider than the window, no missing text, the right language.
using CommunicationStrategy.EndToEndTests.Infrastructure;
using Deque.AxeCore.Playwright;

namespace CommunicationStrategy.EndToEndTests;

public sealed class AccessibilityTests
{
    private World world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await World.StartAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (world is not null) await world.DisposeAsync();
    }

    [TestCase("ro", "light", 1366)]
    [TestCase("ru", "dark", 360)]
    [TestCase("en", "light", 360)]
    [TestCase("ro", "dark", 1366)]
    [TestCase("en", "light", 320)]
    public async Task Every_page(string language, string theme, int width)
    {
        foreach (var person in world.People) await person.SeeAsync(language, theme, width);
        Assert.That(world.Sights, Has.Count.GreaterThan(60));
        var found = new List<string>();
        foreach (var (person, name, path, status) in world.Sights)
        {
            var answer = await person.Page.GotoAsync(path);
            if (answer!.Status != status) found.Add($"{name} {path}: {answer.Status}");
            var axe = await person.Page.RunAxe();
            found.AddRange(axe.Violations.Select(v => $"{name}: {v.Id} {v.Nodes[0].Html}"));
            if (await person.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - window.innerWidth") > 0) found.Add($"{name}: wider than the window");
            if (await person.Page.Locator("html").GetAttributeAsync("lang") != language) found.Add($"{name}: not in {language}");
            if ((await person.Page.Locator("body").InnerTextAsync()).Split('\n').FirstOrDefault(l => l.StartsWith('[') && l.EndsWith(']')) is { } missing) found.Add($"{name}: {missing}");
        }

        Assert.That(found, Is.Empty);
    }
}
