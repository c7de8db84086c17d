// Every page there is, looked at by axe: no violation, nothing wider than the window, no missing text, the right language.
using CommunicationStrategy.EndToEndTests.Infrastructure;
using Deque.AxeCore.Commons;

namespace CommunicationStrategy.EndToEndTests;

public sealed class AccessibilityTests
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>The element that sticks out of the window furthest, where the page can be moved sideways; else nothing.</summary>
    private const string Widest = """
        () => {
          if (document.scrollingElement.scrollWidth <= window.innerWidth) return null;
          const scrolls = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
          const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(e)).pop();
          return out ? out.outerHTML.slice(0, 300) : 'unknown';
        }
        """;

    /// <summary>In pixels; what WCAG 1.4.10 asks for, an enlargement of 400 %.</summary>
    private const int Narrowest = 320;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private World world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await World.StartAsync();

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (world is not null) await world.DisposeAsync();
    }

    /// <summary>Three looks. In the normal run each page is given two of them in turn, in build/test long all three.</summary>
    [TestCase(0, "ro", "light", 1366)]
    [TestCase(1, "ru", "dark", 360)]
    [TestCase(2, "en", "dark", 1366)]
    public async Task Every_page(int look, string language, string theme, int width)
    {
        foreach (var person in world.People) await person.SeeAsync(language, theme, width);
        Assert.That(world.Sights, Has.Count.GreaterThan(60));
        var found = new List<string>();
        var all = Environment.GetEnvironmentVariable("CS_TEST_LONG") == "1";
        foreach (var (person, name, path, status) in world.Sights.Where((_, at) => all || at % 3 != look))
        {
            var answer = await person.Page.GotoAsync(path);
            if (answer!.Status != status) found.Add($"{name} {path}: {answer.Status}");
            found.AddRange((await ViolationsAsync(person)).Select(v => $"{name}: {v}"));
            if (await person.Page.EvaluateAsync<string?>(Widest) is { } wide) found.Add($"{name}: wider than the window: {wide}");
            if (width != Narrowest)
            {
                await person.Page.SetViewportSizeAsync(Narrowest, 900);
                if (await person.Page.EvaluateAsync<string?>(Widest) is { } wider) found.Add($"{name}: wider than {Narrowest} px: {wider}");
                await person.Page.SetViewportSizeAsync(width, 900);
            }

            if (await person.Page.Locator("html").GetAttributeAsync("lang") != language) found.Add($"{name}: not in {language}");
            if ((await person.Page.Locator("body").InnerTextAsync()).Split('\n').FirstOrDefault(l => l.StartsWith('[') && l.EndsWith(']')) is { } missing) found.Add($"{name}: {missing}");
        }

        Assert.That(found, Is.Empty);
    }

    /// <summary>Looks at the page without its frames: a mail is shown in one that runs no script, axe's neither.</summary>
    private static async Task<string[]> ViolationsAsync(Person person)
    {
        await person.Page.EvaluateAsync(Axe).WaitAsync(Patience);
        return await person.Page.EvaluateAsync<string[]>("async () => (await axe.run(document, { iframes: false })).violations.map(v => v.id + ' ' + v.nodes[0].html)").WaitAsync(Patience);
    }
}
