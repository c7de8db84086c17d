// The product with its sample and one of everything a page can show, and the addresses of all its pages, found by their links.
using System.Text.RegularExpressions;
using MimeKit;

namespace CommunicationStrategy.EndToEndTests.Infrastructure;

/// <param name="Name">What the page is of, in words that fit a file's name.</param>
/// <param name="Status">What it answers; pages for a link that is over answer 410.</param>
internal sealed record Sight(Person Person, string Name, string Path, int Status = 200);

internal sealed partial class World : IAsyncDisposable
{
    private static readonly string[] Beginnings =
    [
        "/", "/strategy", "/strategy/new", "/plan", "/plan?state=Suspended", "/plan?state=Completed", "/plan?flag=Overdue", "/plan?flag=AwaitingTrigger", "/plan/deadlines", "/plan/board", "/plan/timeline", "/plan/calendar", "/plan/institution", "/plan/feeds", "/plan/budget", "/plan/budget/missing",
        "/plans", "/plans/add", "/plans/calendar", "/plans/calendar/add", "/reports", "/reports/expected", "/imports", "/imports/new",
        "/institutions", "/institutions/new", "/institutions/engagement", "/institutions/interactions", "/institutions/interactions/new", "/institutions/commitments", "/matches", "/media", "/media/new", "/media/releases", "/media/releases/new", "/media/events", "/media/events/new", "/media/enquiries", "/media/enquiries/new", "/evaluations", "/evaluations/quarter", "/evaluations/year", "/evaluations/verdicts", "/evaluations/levels", "/evaluations/findings", "/evaluations/compare", "/evaluations/dashboard", "/recommendations", "/recommendations/new", "/indicators", "/indicators/new", "/indicators/import", "/reminders", "/reminders/settings", "/reminders/settings/pause", "/reminders/escalated", "/reminders/committee", "/reminders/templates", "/reminders/templates/Digest/ro", "/reminders/mail-check", "/webhooks", "/webhooks/new", "/mails", "/people", "/people/invite", "/system", "/account", "/styles", "/accessibility",
    ];

    private static readonly (string Part, string Noun)[] Nouns =
    [
        ("/plan/activities/{id}", "activity"), ("/plans/{id}", "plan-details"), ("/institutions/{id}", "institution"), ("/institutions/interactions/{id}", "interaction"), ("/media/releases/{id}", "release"), ("/media/events/{id}", "event"), ("/media/enquiries/{id}", "enquiry"), ("/media/{id}", "media-item"), ("/strategy/{id}", "strategy-details"),
        ("/evaluations/findings/{id}", "finding"), ("/evaluations/verdicts/{id}", "verdict"), ("/evaluations/levels/edit", "level-edit"), ("/evaluations/{id}", "evaluation"), ("/recommendations/{id}", "recommendation"), ("/indicators/{id}", "indicator"), ("/reports/{id}", "report-check"), ("/people/{id}", "person"), ("/mails/{id}", "mail"),
        ("/reminders/letters/{id}", "letter"), ("/reminders/escalated/{id}", "letter-due"), ("/webhooks/{id}", "webhook"),
    ];

    private readonly Dictionary<string, string> imports = [];
    private readonly Product product;
    private readonly Product empty;
    private readonly Browser browser;

    private World(Product product, Product empty, Browser browser) => (this.product, this.empty, this.browser) = (product, empty, browser);

    /// <summary>Every page there is: those of a person with every role, of an institution that follows its link, of a stranger.</summary>
    public IReadOnlyList<Sight> Sights { get; private set; } = [];

    public IEnumerable<Person> People => Sights.Select(s => s.Person).Distinct();

    public static async Task<World> StartAsync()
    {
        var world = new World(await Product.StartAsync("--sample"), await Product.StartAsync(), await Browser.StartAsync());
        try
        {
            await world.FillAsync();
            return world;
        }
        catch
        {
            await TestContext.Out.WriteLineAsync(world.product.Log);
            await world.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await product.DisposeAsync();
        await empty.DisposeAsync();
    }

    private async Task FillAsync()
    {
        var person = await FirstAsync(product);
        var welcome = await InviteAsync(person);
        await ImportAsync(person, "mapped", []);
        await ImportAsync(person, "checked", ["columns"]);
        await ImportAsync(person, "imported", ["columns", "confirm"]);
        await ImportAsync(person, "refused", ["columns"], "Nr.,Activitate,Termen\n1.1,Prima,30.06.2026\n1.1,A doua cu același număr,30.06.2026\n,,\n");
        await SuspendAsync(person);
        await ImportFiguresAsync(person);
        await EvaluateAsync(person);
        await ConcludeAsync(person);
        var institution = await browser.PersonAsync(product.Address, javaScript: true);
        var duties = await ReportAsync(person, institution);
        var figure = await SayFigureAsync(institution);
        await WriteLetterAsync(person);
        await AddWebhookAsync(person);

        var sights = new List<Sight>();
        foreach (var (path, name) in await PagesAsync(person)) sights.Add(new Sight(person, name, path));
        sights.Add(new Sight(institution, "report", "/report"));
        sights.Add(new Sight(institution, "report-form", duties[^1]));
        sights.Add(new Sight(institution, "report-figure", figure));
        sights.Add(new Sight(institution, "report-sent", duties[0]));
        var stranger = await browser.PersonAsync(product.Address, javaScript: true);
        sights.Add(new Sight(stranger, "sign-in", "/sign-in"));
        sights.Add(new Sight(stranger, "welcome", welcome));
        sights.Add(new Sight(stranger, "welcome-over", "/welcome/" + new string('A', 43), 404));
        sights.Add(new Sight(stranger, "link-over", "/r/" + new string('A', 43), 410));
        sights.Add(new Sight(stranger, "report-without-link", "/report", 410));
        sights.Add(new Sight(person, "not-found", "/nowhere", 404));
        var newcomer = await browser.PersonAsync(empty.Address, javaScript: true);
        sights.Add(new Sight(newcomer, "set-up", empty.SetUpPath));
        Sights = sights;
    }

    /// <summary>The first administrator, with further roles: one person that sees every page of the house.</summary>
    private async Task<Person> FirstAsync(Product of)
    {
        var person = await browser.PersonAsync(of.Address, javaScript: true);
        await person.GoAsync(of.SetUpPath);
        await person.FillAsync("set-up", ("DisplayName", "Ana Rusu"), ("Email", "ana.rusu@example.org"), ("Password", Person.Password), ("PasswordAgain", Person.Password));
        await person.SendAsync("set-up");
        await person.GoAsync("/people");
        await person.ClickAsync(person.Main.Locator("tbody a").First);
        foreach (var role in new[] { "Head", "Officer" }) await person.Page.Locator($"input[name='Input.Roles'][value='{role}']").CheckAsync();
        await person.ClickAsync(person.Main.Locator("form[method=post] button[type=submit]").First);
        return person;
    }

    private static async Task<string> InviteAsync(Person person)
    {
        await person.GoAsync("/people/invite");
        await person.FillAsync("invite", ("DisplayName", "Ion Țurcanu"), ("Email", "ion.turcanu@example.org"));
        await person.Form("invite").Locator("input[name='Input.Roles'][value='Officer']").CheckAsync();
        await person.SendAsync("invite");
        return new Uri(await person.Page.Locator("#invitation-link").InputValueAsync()).AbsolutePath;
    }

    private async Task ImportAsync(Person person, string name, string[] steps, string? content = null)
    {
        await person.GoAsync("/plans/add");
        await person.Form("add").Locator("[name='Input.Code']").FillAsync("PS-" + name);
        await person.Form("add").Locator("[name^='Input.Title'][name*='ro' i]").First.FillAsync("Programul de stat " + name);
        await person.FillAsync("add", ("Start", "2023-01-01"), ("End", "2026-12-31"));
        await person.SendAsync("add");
        var plan = person.Page.Url.Split('/')[^1];

        var file = Path.Combine(product.Folder, $"plan-{name}.csv");
        if (content is null) File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "actionplan-E-moldova-romania-excerpts.csv"), file);
        else await File.WriteAllTextAsync(file, content);
        await person.GoAsync($"/imports/new?plan={plan}");
        await person.Page.Locator("main input[type=file]").SetInputFilesAsync(file);
        await person.SendAsync("upload");
        imports[new Uri(person.Page.Url).AbsolutePath] = name;
        foreach (var step in steps)
        {
            await person.UntilAsync(async () => await person.Form(step).CountAsync() == 1 && await person.Main.Locator("progress").CountAsync() == 0, $"{name}: {step}");
            await person.SendAsync(step);
        }

        await person.UntilAsync(async () => await person.Main.Locator("progress").CountAsync() == 0, name);
    }

    /// <summary>A table with one new indicator and its figure of the quarter before: looked at, then taken.</summary>
    private async Task ImportFiguresAsync(Person person)
    {
        var file = Path.Combine(product.Folder, "indicatori.csv");
        await File.WriteAllTextAsync(file, "Cod;Obiectiv;Indicator;Unitate;Valoare\nI-3.4;3.3;Ghiduri distribuite în diaspora;ghiduri;1 250\n");
        await person.GoAsync("/indicators/import");
        var periods = await person.Page.Locator("select[name=period] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value)");
        await person.GoAsync($"/indicators/import?period={periods[1]}");
        await person.Page.Locator("main input[type=file]").SetInputFilesAsync(file);
        await person.SendAsync("upload");
        await person.SendAsync("import");
        Assert.That(new Uri(person.Page.Url).AbsolutePath, Is.EqualTo("/indicators"), await person.TextAsync());
        Assert.That(await person.TextAsync(), Does.Contain("I-3.4"));
    }

    /// <summary>The institution says a figure that it is asked for; gives its address.</summary>
    private static async Task<string> SayFigureAsync(Person institution)
    {
        await institution.GoAsync("/report");
        var figure = (await institution.Main.Locator("a[href^='/report/figures/']").First.GetAttributeAsync("href"))!;
        await institution.GoAsync(figure);
        await institution.FillAsync("figure", ("Value", "1"), ("Source", "Registrul instituției"));
        await institution.SendAsync("figure");
        Assert.That(new Uri(institution.Page.Url).AbsolutePath, Is.EqualTo("/report"), await institution.TextAsync());
        return figure;
    }

    private static async Task SuspendAsync(Person person)
    {
        await person.GoAsync("/plan?state=Planned");
        await person.ClickAsync(person.Main.Locator("tbody a[href^='/plan/activities/']").Last);
        await person.ClickAsync(person.Main.Locator("a[href$='/suspend']").First);
        await person.Page.Locator("main [name='Input.Reason']").FillAsync("Finanțarea este suspendată până la rectificarea bugetului.");
        await person.ClickAsync(person.Main.Locator("form[method=post] button[type=submit]").Last);
    }

    /// <summary>The quarter before this one, so that this one's collection stays open.</summary>
    private static async Task EvaluateAsync(Person person)
    {
        await person.GoAsync("/evaluations/quarter");
        var periods = await person.Page.Locator("select[name=period] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value)");
        var page = $"/evaluations/quarter?period={periods[1]}";
        await person.GoAsync(page);
        await person.SendAsync("open");
        await person.SendAsync("close");
        await person.GoAsync(page);
        await person.UntilAsync(async () => await person.Form("compute").CountAsync() == 1 && await person.Main.Locator("ol a[href^='/evaluations/']").CountAsync() > 0, "drafted");
    }

    /// <summary>What evaluators write: a finding, an objective's level, a recommendation that is accepted.</summary>
    private static async Task ConcludeAsync(Person person)
    {
        await person.GoAsync("/evaluations/findings");
        await person.ClickAsync(person.Main.Locator("a[href^='/evaluations/findings/new']").First);
        await person.FillAsync("finding", ("Kind", "Obstacle"), ("About", "1.1"), ("Text[ro]", "Persoanele de contact se schimbă des, iar listele nu sunt actualizate."), ("Evidence", "nr. 05-131"));
        await person.SendAsync("finding");
        await person.GoAsync("/evaluations/levels");
        await person.ClickAsync(person.Main.Locator("a[href*='objective=']").First);
        await person.FillAsync("level", ("Level", "Medium"), ("Note", "Schimbul de informații funcționează, dar nu cu toate comisiile teritoriale."));
        await person.SendAsync("level");
        await person.GoAsync("/recommendations/new");
        await person.FillAsync("recommendation", ("Text[ro]", "Fiecare instituție confirmă trimestrial persoana de contact și supleantul."), ("DueOn", "2027-03-31"));
        await person.SendAsync("recommendation");
        Assert.That(person.Page.Url, Does.Match("/recommendations/[0-9a-f-]{36}$"), await person.TextAsync());
        await person.SendAsync("move");
        await person.GoAsync("/evaluations/quarter");
        var periods = await person.Page.Locator("select[name=period] option").EvaluateAllAsync<string[]>("all => all.map(o => o.value)");
        await person.GoAsync($"/evaluations/quarter?period={periods[1]}");
        await person.SendAsync("compute");
    }

    /// <summary>Reminds the institutions; one of them reports through its link. Gives the addresses of its duties, the reported one first.</summary>
    private async Task<string[]> ReportAsync(Person person, Person institution)
    {
        await person.GoAsync("/reminders");
        await person.SendAsync("send-now");
        var mails = Path.Combine(product.Folder, "mail");
        await person.UntilAsync(() => Task.FromResult(Directory.Exists(mails) && Directory.GetFiles(mails, "*.eml").Length >= 5), "mails");
        await Task.Delay(2000);
        var longest = Directory.GetFiles(mails, "*.eml").Select(m => MimeMessage.Load(m)).Where(m => m.To.Mailboxes.Single().Address.StartsWith("focal.", StringComparison.Ordinal)).OrderByDescending(m => m.TextBody!.Length).First();
        await institution.GoAsync(Link().Match(longest.TextBody!).Value);
        var duties = await institution.Main.Locator("a[href^='/report/']:not([href*='figures'])").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => a.getAttribute('href')))]");
        await institution.GoAsync(duties[0]);
        await institution.FillAsync("report", ("Claimed", "InProgress"), ("Percent", "90"), ("Narrative", "Două ședințe ținute, a treia este planificată pentru luna viitoare."), ("Obstacles", "Un expert este în concediu."));
        await institution.PressAsync("Send the report");
        Assert.That(new Uri(institution.Page.Url).AbsolutePath, Is.EqualTo("/report"), await institution.TextAsync());
        return duties;
    }

    /// <summary>One letter is drawn up; other institutions are still due one.</summary>
    private static async Task WriteLetterAsync(Person person)
    {
        await person.GoAsync("/reminders/escalated");
        await person.ClickAsync(person.Main.Locator("tbody a[href^='/reminders/escalated/']").First);
        await person.SendAsync("letter");
        Assert.That(person.Page.Url, Does.Contain("/reminders/letters/"), await person.TextAsync());
    }

    private static async Task AddWebhookAsync(Person person)
    {
        await person.GoAsync("/webhooks/new");
        await person.FillAsync("webhook", ("Name", "Portalul partenerului"), ("Address", "https://example.org/hook"));
        await person.Page.Locator("select[name='Input.Events']").SelectOptionAsync(["action-plan.report-submitted.v1", "monitoring.evaluation-approved.v1"]);
        await person.SendAsync("webhook");
        Assert.That(await person.TextAsync(), Does.Contain("whsec_"));
    }

    /// <summary>The address and name of one page of each kind, from the links of the pages before.</summary>
    private async Task<IReadOnlyList<(string Path, string Name)>> PagesAsync(Person person)
    {
        var pages = Beginnings.ToDictionary(b => b, b => b);
        var next = Beginnings.ToList();
        for (var depth = 0; depth < 3; depth++)
        {
            var links = new List<string>();
            foreach (var page in next)
            {
                var answer = await person.Page.APIRequest.GetAsync(product.Address + page);
                var html = await answer.TextAsync();
                Assert.That(answer.Status, Is.EqualTo(200), page);
                // Razor leaves an entity beside an expression as it stands, and it is then encoded once more.
                Assert.That(html, Does.Not.Contain("&amp;amp;"), page);
                foreach (Match link in Links().Matches(html).Concat(Decisions().Matches(html)))
                {
                    var path = link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
                    // Each import is in a state of its own, and so is the first activity of each list; of all else, numbered or not, one page will do.
                    var kind = path.StartsWith("/imports/", StringComparison.Ordinal) ? path
                        : Numbered().Replace(Id().Replace(path.Split('?')[0], "{id}"), "$1/{n}") + (page.StartsWith("/plan?", StringComparison.Ordinal) && path.StartsWith("/plan/activities/", StringComparison.Ordinal) ? page : "");
                    if (path.Contains("/export", StringComparison.Ordinal) || path.EndsWith("/html", StringComparison.Ordinal) || path.EndsWith("/file", StringComparison.Ordinal) || path.Contains("/evidence", StringComparison.Ordinal) || !pages.TryAdd(kind, path)) continue;
                    links.Add(path);
                }
            }

            next = links;
        }

        Assert.That(pages.Keys, Is.SupersetOf(new[]
        {
            "/plan/activities/{id}/edit", "/plan/activities/{id}/start", "/plan/activities/{id}/progress", "/plan/activities/{id}/complete", "/plan/activities/{id}/postpone", "/plan/activities/{id}/deadline",
            "/plan/activities/{id}/trigger", "/plan/activities/{id}/suspend", "/plan/activities/{id}/resume", "/plan/activities/{id}/cancel", "/plans/{id}", "/plans/{id}/edit", "/plans/{id}/activities/add",
            "/institutions/{id}", "/institutions/{id}/edit", "/institutions/{id}/contacts/new", "/institutions/{id}/engagement", "/institutions/interactions/{id}", "/institutions/interactions/{id}/edit", "/media/{id}", "/media/{id}/edit", "/media/releases/{id}", "/media/events/{id}", "/media/enquiries/{id}", "/strategy/{id}", "/strategy/{id}/edit", "/evaluations/{id}", "/evaluations/{id}/activities", "/evaluations/findings/{id}", "/recommendations/{id}", "/recommendations/{id}/edit", "/reports/{id}", "/people/{id}", "/mails/{id}",
            "/reminders/letters/{id}", "/reminders/escalated/{id}", "/reminders/settings/plans/{id}", "/webhooks/{id}", "/webhooks/{id}/edit",
        }));
        return [.. pages.Select(p => (p.Value, NameOf(p.Key, p.Value)))];
    }

    /// <summary>"/plan/activities/{id}/start" is "activity-start", the first activity of a list "activity-suspended", an import goes by its state.</summary>
    private string NameOf(string kind, string path)
    {
        if (path == "/") return "overview";
        // The one that is not ours came with the sample.
        if (Import().Match(path) is { Success: true } import) return $"import-{imports.GetValueOrDefault(import.Groups[1].Value, "sample")}{import.Groups[2].Value.Replace('/', '-')}";
        var (part, noun) = Nouns.FirstOrDefault(n => kind.StartsWith(n.Part, StringComparison.Ordinal));
        var rest = part is null ? kind : kind[part.Length..].Replace("/plan?state=", "/", StringComparison.Ordinal).Replace("/plan?flag=", "/", StringComparison.Ordinal);
        var words = Id().Replace(rest, "").Replace("{id}", "", StringComparison.Ordinal).Replace("{n}", "", StringComparison.Ordinal).Split(['/', '?', '=', '&'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', words.Prepend(noun).OfType<string>()).ToLowerInvariant();
    }

    [GeneratedRegex("href=\"(/[^\"?#]*[0-9a-f]{8}-[0-9a-f-]{27}[^\"?#]*)\"")]
    private static partial Regex Links();

    /// <summary>What a quarter's evaluator decides has the plan and the quarter in its address.</summary>
    [GeneratedRegex("href=\"(/evaluations/(?:verdicts|levels)/[^\"]+)\"")]
    private static partial Regex Decisions();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    /// <summary>What has a number instead of an id: objectives, problems, target groups, key messages.</summary>
    [GeneratedRegex("^(/strategy/.+/(?:objectives|problems|groups|messages))/[0-9.]+$")]
    private static partial Regex Numbered();

    [GeneratedRegex("^(/imports/[0-9a-f]{8}-[0-9a-f-]{27})(.*)$")]
    private static partial Regex Import();

    [GeneratedRegex(@"http://\S+/r/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
