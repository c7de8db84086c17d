// The main job once, end to end, without JavaScript: import, deadlines, reminders by a real mail server, a report through the
// link, the quarter's evaluation and its files, opened with programs that did not write them.
using CommunicationStrategy.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using MimeKit;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.EndToEndTests;

public sealed partial class MainJobTests
{
    private Product product = null!;
    private SmtpServer smtp = null!;
    private Browser browser = null!;
    private Person administrator = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        smtp = new SmtpServer();
        product = await Product.StartAsync("--sample", "--smtp", "127.0.0.1", "--smtp-port", smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--Mail:SmtpSecurity=None");
        browser = await Browser.StartAsync();
        administrator = await browser.PersonAsync(product.Address);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (browser is not null) await browser.DisposeAsync();
        if (TestContext.CurrentContext.Result.FailCount > 0 && product is not null) TestContext.Out.WriteLine(product.Log);
        if (product is not null) await product.DisposeAsync();
        smtp?.Dispose();
    }

    [Test, CancelAfter(300_000)]
    public async Task The_whole_job()
    {
        await FirstAdministrator();
        var officer = await Invite("Olga Ofițer", "officer@example.org", "Officer");
        var head = await Invite("Horia Șef", "head@example.org", "Head");

        var plan = await ImportPlanA(officer);
        await SettleADeadline(officer);
        await AnswerTheMatchQueue(officer);
        await FindOverdue(officer);
        await EditWithConflict(officer, plan);

        var mails = await SendReminders(officer);
        var link = LinkIn(mails);
        await ReportThroughTheLink(link);
        await DecideReports(officer);
        await NothingIsSentTwice(officer, mails.Count);

        var evaluation = await EvaluateTheQuarter(officer, head);
        await CompareTheFiles(head, evaluation);
        await CallTheApi(officer);
    }

    private async Task FirstAdministrator()
    {
        await administrator.GoAsync(product.SetUpPath);
        await administrator.FillAsync("set-up", ("DisplayName", "Ana Administrator"), ("Email", "admin@example.org"), ("Password", "short"), ("PasswordAgain", "short"));
        await administrator.SendAsync("set-up");
        Assert.That(await administrator.Page.GetByRole(AriaRole.Alert).CountAsync(), Is.GreaterThan(0), "a short password is refused with its reason");

        await administrator.FillAsync("set-up", ("Password", Person.Password), ("PasswordAgain", Person.Password));
        await administrator.SendAsync("set-up");
        Assert.That(new Uri(administrator.Page.Url).AbsolutePath, Is.EqualTo("/"));

        await administrator.Page.Locator("details.account summary").ClickAsync();
        await administrator.ClickAsync(administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }));
        await administrator.GoAsync("/sign-in");
        await administrator.FillByLabelAsync(("E-mail", "admin@example.org"), ("Password", "not this one at all"));
        await administrator.PressAsync("Sign in");
        Assert.That(await administrator.Page.GetByRole(AriaRole.Alert).CountAsync(), Is.GreaterThan(0));
        await administrator.FillByLabelAsync(("E-mail", "admin@example.org"), ("Password", Person.Password));
        await administrator.PressAsync("Sign in");
        Assert.That(new Uri(administrator.Page.Url).AbsolutePath, Is.EqualTo("/"));
    }

    private async Task<Person> Invite(string name, string email, string role)
    {
        await administrator.GoAsync("/people/invite");
        await administrator.FillAsync("invite", ("DisplayName", name), ("Email", email));
        await administrator.Form("invite").Locator($"input[name='Input.Roles'][value='{role}']").CheckAsync();
        await administrator.SendAsync("invite");
        Assert.That(await administrator.Page.Locator("#invitation-link").CountAsync(), Is.EqualTo(1), await administrator.TextAsync());
        var link = await administrator.Page.Locator("#invitation-link").InputValueAsync();

        var person = await browser.PersonAsync(product.Address);
        await person.GoAsync(link);
        await person.FillAsync("welcome", ("DisplayName", name), ("Password", Person.Password), ("PasswordAgain", Person.Password));
        await person.SendAsync("welcome");
        await person.Page.Context.AddCookiesAsync([new() { Name = "cs-language", Value = "en", Url = product.Address }]);
        return person;
    }

    private static async Task<string> ImportPlanA(Person officer)
    {
        await officer.GoAsync("/plans/add");
        var form = officer.Form("add");
        await form.Locator("[name='Input.Code']").FillAsync("SAP-A");
        await form.Locator("[name^='Input.Title'][name$='ro'], [name^='Input.Title'][name*='ro' i]").First.FillAsync("Programul de stat anticorupție");
        await officer.FillAsync("add", ("Start", "2023-01-01"), ("End", "2025-12-31"));
        await officer.SendAsync("add");
        var plan = officer.Page.Url.Split('/')[^1];

        await officer.GoAsync($"/imports/new?plan={plan}");
        await officer.FillByLabelAsync(("File", Path.Combine(AppContext.BaseDirectory, "data", "actionplan-A.xlsx")), ("Language of the table", "English"));
        await officer.PressAsync("Upload and read");
        Assert.That(await officer.Form("columns").CountAsync(), Is.EqualTo(1), await officer.TextAsync());
        await officer.SendAsync("columns");

        await officer.UntilAsync(async () => await officer.Form("confirm").CountAsync() == 1, "checked");
        await officer.SendAsync("confirm");
        await officer.UntilAsync(async () => await officer.Main.Locator("a[href='/matches']").CountAsync() == 1, "imported");
        await officer.GoAsync($"/plan?plan={plan}");
        Assert.That(await officer.TextAsync(), Does.Contain("91"));
        return plan;
    }

    private static async Task SettleADeadline(Person officer)
    {
        await officer.GoAsync("/plan/deadlines");
        await officer.ClickAsync(officer.Main.Locator("a[href$='/deadline']").First);
        var form = officer.Page.Locator("main form[method=post]").Last;
        await form.Locator("[name='Input.Due']").FillAsync("2027-03-31");
        await officer.ClickAsync(form.Locator("button[type=submit]").Last);
        Assert.That(await officer.TextAsync(), Does.Contain("31.03.2027"));
    }

    private static async Task AnswerTheMatchQueue(Person officer)
    {
        await officer.GoAsync("/matches");
        var waiting = officer.Main.Locator("a[href*='/matches/choose']");
        var before = await waiting.CountAsync();
        Assert.That(before, Is.GreaterThan(0));
        await officer.ClickAsync(waiting.First);
        await officer.Form("choose").Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        var name = await officer.Page.Locator(".page-header, header, main").Last.InnerTextAsync();
        await officer.SendAsync("choose");
        await officer.GoAsync("/matches");
        await officer.UntilAsync(async () => !(await officer.TextAsync()).Contains(name, StringComparison.Ordinal), "the name is matched");
    }

    private static async Task FindOverdue(Person officer)
    {
        await officer.GoAsync("/plan?flag=Overdue");
        var rows = officer.Main.Locator("tbody tr");
        Assert.That(await rows.CountAsync(), Is.InRange(1, 24));
        await officer.ClickAsync(rows.First.Locator("a[href^='/plan/activities/']").First);
        Assert.That(await officer.TextAsync(), Does.Contain("overdue"));
    }

    /// <summary>In a plan that is still written; in one in force an edit is a proposal of its amendment.</summary>
    private async Task EditWithConflict(Person officer, string plan)
    {
        await officer.GoAsync($"/plan?plan={plan}&q=1.2.1.1.4");
        var activity = (await officer.Main.Locator("tbody a[href^='/plan/activities/']").First.GetAttributeAsync("href"))!;
        var second = await browser.PersonAsync(product.Address);
        await second.Page.Context.AddCookiesAsync((await officer.Page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await officer.GoAsync(activity + "/edit");
        await second.GoAsync(activity + "/edit");

        var cost = "main form[method=post] [name='Input.CostAsWritten']";
        await second.Page.Locator(cost).FillAsync("12,5");
        await second.ClickAsync(second.Page.Locator("main form[method=post] button[type=submit]").Last);
        Assert.That(await second.TextAsync(), Does.Contain("12,5"));

        await officer.Page.Locator(cost).FillAsync("99,9");
        await officer.ClickAsync(officer.Page.Locator("main form[method=post] button[type=submit]").Last);
        var text = await officer.Page.ContentAsync();
        Assert.That(text, Does.Contain("12,5").And.Contain("99,9"), "both versions are shown");
    }

    private async Task<IReadOnlyList<MimeMessage>> SendReminders(Person officer)
    {
        await officer.GoAsync("/reminders");
        Assert.That(await officer.Main.Locator("tbody tr").CountAsync(), Is.GreaterThan(3));
        await officer.SendAsync("send-now");
        await officer.UntilAsync(() => Task.FromResult(smtp.Mails.Count >= 5), "mails at the server");
        await Task.Delay(2000);
        var mails = smtp.Mails.Select(m => MimeMessage.Load(m)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(mails.Select(m => m.MessageId), Is.Unique);
            Assert.That(mails.Select(m => m.To.Mailboxes.Single().Address), Is.Unique, "one digest per institution");
            Assert.That(mails, Has.All.Matches<MimeMessage>(m => m!.TextBody!.Length > 0 && m.HtmlBody!.Length > 0 && m.Headers["Auto-Submitted"] == "auto-generated"));
            Assert.That(mails.Select(m => Regex.Match(m.HtmlBody!, "lang=\"(ro|ru|en)\"").Groups[1].Value).Distinct(), Does.Contain("ro"));
        });
        return mails;
    }

    private static string LinkIn(IReadOnlyList<MimeMessage> mails) =>
        mails.Where(m => m.To.Mailboxes.Single().Address.StartsWith("focal.", StringComparison.Ordinal)).OrderByDescending(m => m.TextBody!.Length)
            .Select(m => ReportLink().Match(m.TextBody!).Value).First();

    private async Task ReportThroughTheLink(string link)
    {
        var institution = await browser.PersonAsync(product.Address);
        await institution.GoAsync(link);
        Assert.That(new Uri(institution.Page.Url).AbsolutePath, Is.EqualTo("/report"), "the address carries no secret");
        var duties = await institution.Main.Locator("a[href^='/report/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.That(duties, Has.Length.GreaterThan(1));
        Assert.That((await institution.Page.GotoAsync("/plan"))!.Url, Does.Contain("/sign-in"), "the link is no login");

        await institution.GoAsync(duties[0]);
        await institution.FillByLabelAsync(("State", "Not started"), ("Done, %", "0"), ("What was done", "Nimic nou."));
        await institution.PressAsync("Send the report");
        Assert.That(await institution.Page.GetByRole(AriaRole.Alert).CountAsync(), Is.GreaterThan(0), "obstacles are mandatory when nothing moved");

        var evidence = Path.Combine(product.Folder, "dovada.pdf");
        await File.WriteAllTextAsync(evidence, "%PDF-1.4\n%%EOF\n");
        await institution.FillByLabelAsync(("State", "Complete"), ("Done, %", "100"), ("What was done", "Ghidul a fost aprobat și publicat."), ("Obstacles", ""), ("Evidence: files", evidence));
        await institution.PressAsync("Send the report");
        Assert.That(new Uri(institution.Page.Url).AbsolutePath, Is.EqualTo("/report"), await institution.TextAsync());

        await institution.GoAsync(duties[1]);
        await institution.FillByLabelAsync(("State", "Not started"), ("Done, %", "0"), ("What was done", "Nu s-a început."), ("Obstacles", "Lipsa finanțării."));
        await institution.PressAsync("Send the report");
        Assert.That(new Uri(institution.Page.Url).AbsolutePath, Is.EqualTo("/report"), await institution.TextAsync());
    }

    private static async Task DecideReports(Person officer)
    {
        await officer.GoAsync("/reports");
        var reports = await officer.Main.Locator("tbody a[href^='/reports/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        Assert.That(reports, Has.Length.EqualTo(2));
        foreach (var report in reports)
        {
            await officer.GoAsync(report);
            if ((await officer.TextAsync()).Contains("Ghidul a fost aprobat", StringComparison.Ordinal))
            {
                await officer.SendAsync("accept");
            }
            else
            {
                await officer.FillAsync("return", ("Reason", "Arătați cine caută finanțarea."));
                await officer.SendAsync("return");
            }

            Assert.That(new Uri(officer.Page.Url).AbsolutePath, Is.EqualTo("/reports"), await officer.TextAsync());
        }
    }

    private async Task NothingIsSentTwice(Person officer, int sent)
    {
        await officer.GoAsync("/reminders");
        await officer.SendAsync("send-now");
        await Task.Delay(4000);
        Assert.That(smtp.Mails, Has.Count.EqualTo(sent));
    }

    [GeneratedRegex(@"http://\S+/r/[A-Za-z0-9_-]+")]
    private static partial Regex ReportLink();
}
