// Every page of the navigation, looked at by axe: no violation, nothing wider than a phone, no missing text, the right language.
using CommunicationStrategy.EndToEndTests.Infrastructure;
using Deque.AxeCore.Playwright;

namespace CommunicationStrategy.EndToEndTests;

public sealed class AccessibilityTests
{
    private static readonly string[] Pages =
        ["/", "/strategy", "/plan", "/plan?flag=Overdue", "/plan/deadlines", "/plans", "/reports", "/imports", "/imports/new", "/institutions", "/institutions/new", "/matches",
        "/media", "/media/new", "/evaluations", "/evaluations/quarter", "/reminders", "/mails", "/people", "/people/invite", "/system", "/account", "/styles", "/accessibility"];

    private Product product = null!;
    private Browser browser = null!;
    private Person person = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        product = await Product.StartAsync("--sample");
        browser = await Browser.StartAsync();
        person = await browser.PersonAsync(product.Address, javaScript: true);
        await person.GoAsync(product.SetUpPath);
        await person.FillAsync("set-up", ("DisplayName", "Ana"), ("Email", "ana@example.org"), ("Password", Person.Password), ("PasswordAgain", Person.Password));
        await person.SendAsync("set-up");
        // An administrator may take further roles, so that one person sees every page.
        await person.GoAsync("/people");
        await person.ClickAsync(person.Main.Locator("tbody a").First);
        foreach (var role in new[] { "Head", "Officer" }) await person.Page.Locator($"input[name='Input.Roles'][value='{role}']").CheckAsync();
        await person.ClickAsync(person.Main.Locator("form[method=post] button[type=submit]").First);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (product is not null) await product.DisposeAsync();
    }

    [TestCase("ro", "light", 1366)]
    [TestCase("ru", "dark", 360)]
    [TestCase("en", "light", 360)]
    public async Task Every_page(string language, string theme, int width)
    {
        await person.Page.Context.AddCookiesAsync([new() { Name = "cs-language", Value = language, Url = product.Address }, new() { Name = "cs-theme", Value = theme, Url = product.Address }]);
        await person.Page.SetViewportSizeAsync(width, 900);
        var found = new List<string>();
        foreach (var path in Pages)
        {
            await person.GoAsync(path);
            var axe = await person.Page.RunAxe();
            found.AddRange(axe.Violations.Select(v => $"{path}: {v.Id} {v.Nodes[0].Html}"));
            if (await person.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - window.innerWidth") > 0) found.Add($"{path}: wider than the window");
            if (await person.Page.Locator("html").GetAttributeAsync("lang") != language) found.Add($"{path}: not in {language}");
            if ((await person.Page.Locator("body").InnerTextAsync()).Split('\n').FirstOrDefault(l => l.StartsWith('[') && l.EndsWith(']')) is { } missing) found.Add($"{path}: {missing}");
        }

        Assert.That(found, Is.Empty);
    }
}
