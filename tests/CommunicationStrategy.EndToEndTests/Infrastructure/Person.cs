// A person at a browser: own cookies, forms found by the name they are sent under.
using Microsoft.Playwright;

namespace CommunicationStrategy.EndToEndTests.Infrastructure;

internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var engine = await Playwright.CreateAsync();
        string[] args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : []];
        var chromium = await engine.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CS_TEST_CHROMIUM") ?? "/usr/bin/chromium", Args = args });
        return new Browser(engine, chromium);
    }

    /// <summary>A person with a browser of their own, in English. Without JavaScript unless asked for.</summary>
    public async Task<Person> PersonAsync(string address, bool javaScript = false)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address, JavaScriptEnabled = javaScript, AcceptDownloads = true, Locale = "en-GB" });
        await context.AddCookiesAsync([new() { Name = "cs-language", Value = "en", Url = address }]);
        return new Person(await context.NewPageAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

internal sealed class Person(IPage page, string address)
{
    public const string Password = "o frază lungă și sigură 42";

    public IPage Page => page;

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public async Task<IResponse> GoAsync(string path)
    {
        var response = (await page.GotoAsync(path))!;
        Assert.That(response.Status, Is.LessThan(400), $"{path}: {await page.TitleAsync()}");
        return response;
    }

    /// <summary>Chooses language and colours as the links at the edge of the page do, and a window.</summary>
    public async Task SeeAsync(string language, string theme, int width, int height = 900)
    {
        await page.Context.AddCookiesAsync([new() { Name = "cs-language", Value = language, Url = address }, new() { Name = "cs-theme", Value = theme, Url = address }]);
        await page.SetViewportSizeAsync(width, height);
    }

    public ILocator Form(string name) => page.Locator($"form:has(input[name='_handler'][value='{name}'])");

    public async Task FillAsync(string form, params (string Field, string Value)[] fields)
    {
        await ShowAsync(form);
        foreach (var (field, value) in fields)
        {
            var control = Form(form).Locator($"[name='Input.{field}']").First;
            if (await control.EvaluateAsync<string>("c => c.tagName") == "SELECT") await control.SelectOptionAsync(new SelectOptionValue { Value = value });
            else await control.FillAsync(value);
        }
    }

    /// <summary>Fills controls in as a reader finds them: by their labels.</summary>
    public async Task FillByLabelAsync(params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            var control = Main.GetByLabel(label).And(page.Locator("input, select, textarea"));
            var kind = await control.EvaluateAsync<string>("c => c.tagName + ' ' + c.type");
            if (kind.StartsWith("SELECT", StringComparison.Ordinal)) await control.SelectOptionAsync(new SelectOptionValue { Label = value });
            else if (kind.EndsWith(" file", StringComparison.Ordinal)) await control.SetInputFilesAsync(value);
            else await control.FillAsync(value);
        }
    }

    /// <summary>Presses the button of that name in the page's content.</summary>
    public Task PressAsync(string button) => ClickAsync(Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    // A form may stand behind a question that opens without JavaScript.
    private async Task ShowAsync(string form)
    {
        if (!await Form(form).First.IsVisibleAsync()) await page.Locator("details").Filter(new() { Has = Form(form) }).Locator("summary").First.ClickAsync();
    }

    /// <summary>Opens the question, where the form stands behind one, and sends it.</summary>
    public async Task SendAsync(string form)
    {
        await ShowAsync(form);
        // A button with a name does something besides, such as keeping a draft.
        await ClickAsync(Form(form).First.Locator("button[type=submit]:not([name])").Last);
    }

    /// <summary>Follows a link or sends a form, and waits for the page that answers.</summary>
    public async Task ClickAsync(ILocator target)
    {
#pragma warning disable CS0612 // The successor waits for an address; a form that is refused answers under its own.
        await page.RunAndWaitForNavigationAsync(() => target.ClickAsync(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
#pragma warning restore CS0612
    }

    public Task<string> TextAsync() => Main.InnerTextAsync();

    /// <summary>Reloads until the page says what is awaited; work in the background has its time.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            if (await holds()) return;
            await Task.Delay(500);
            await page.ReloadAsync();
        }

        Assert.Fail($"{what}: {await TextAsync()}");
    }
}
