// The links in mails as a browser meets them: capabilities that expire, can be withdrawn, and open one institution's duties only.
using System.Net;
using System.Text.RegularExpressions;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Features.Links;
using CommunicationStrategy.Notifications.Features.Mails;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed partial class LinkTests(string provider) : ReminderWorld(provider)
{
    private static int lastAddress;

    [Test]
    public async Task A_click_leads_to_the_institutions_duties_and_changes_nothing()
    {
        var (institutions, tokens) = await Mailed("ana@example.org", "ion@example.org");
        var before = await Rows();
        using var browser = Browser();
        using var first = await browser.GetAsync($"/r/{tokens[0]}");
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.Redirect).Or.EqualTo(HttpStatusCode.Found));
        Assert.That(first.Headers.Location!.ToString(), Does.Not.Contain(tokens[0]));
        var cookie = first.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("report=", StringComparison.Ordinal));
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=lax").And.Not.Contain(tokens[0]));
        Assert.That((first.Headers.GetValues("Referrer-Policy").Single(), first.Headers.CacheControl?.NoStore), Is.EqualTo(("no-referrer", true)));

        using var page = await browser.GetAsync("/report");
        var html = await page.Content.ReadAsStringAsync();
        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(html, Does.Contain("Acțiunea 0").And.Not.Contain("Acțiunea 1").And.Not.Contain("/sign-out"));
        Assert.That(await Rows(), Is.EqualTo(before), "looking changes no row");
        Assert.That((await Get(new OpenLink(tokens[0]), Caller.Anonymous)).InstitutionId, Is.EqualTo(institutions[0]));
    }

    [Test]
    public async Task A_report_goes_through_the_page_once_however_often_it_is_sent()
    {
        var (_, tokens) = await Mailed("ana@example.org");
        using var browser = Browser();
        (await browser.GetAsync($"/r/{tokens[0]}")).Dispose();
        var activity = Address().Match(await browser.GetStringAsync("/report")).Groups[1].Value;
        var page = await browser.GetStringAsync($"/report/{activity}");
        Assert.That((await Post(browser, activity, page, percent: "0", narrative: "Nimic încă.")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "nothing moved and no obstacle named");
        for (var i = 0; i < 2; i++)
        {
            using var sent = await Post(browser, activity, page, percent: "60", narrative: "Două ședințe ținute.");
            Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect).Or.EqualTo(HttpStatusCode.SeeOther).Or.EqualTo(HttpStatusCode.Found), await sent.Content.ReadAsStringAsync());
        }

        var report = (await Get(new ListReports())).Items.Single();
        Assert.That((report.Percent, report.Narrative, report.SubmittedBy), Is.EqualTo((60, "Două ședințe ținute.", "Persoana 0")));
        Assert.That((await Get(new GetMail((await Ledger()).Single().Id))).LinkUsedAt, Is.Not.Null);
    }

    [Test]
    public async Task Unknown_expired_and_revoked_links_answer_alike_also_after_the_page_was_opened()
    {
        var (institutions, tokens) = await Mailed("ana@example.org", "ion@example.org");
        using var stranger = Browser();
        using var unknown = await stranger.GetAsync($"/r/{new string('A', 43)}");
        Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That((await stranger.GetAsync("/report")).StatusCode, Is.EqualTo(HttpStatusCode.Gone));

        using var browser = Browser();
        (await browser.GetAsync($"/r/{tokens[0]}")).Dispose();
        Assert.That((await browser.GetAsync("/report")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Do(new RevokeLink((await Get(new ListMails(InstitutionId: institutions[0]))).Items.Single().Id));
        Assert.That((await browser.GetAsync("/report")).StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        using var revoked = await browser.GetAsync($"/r/{tokens[0]}");
        Assert.That(revoked.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(Shown(await revoked.Content.ReadAsStringAsync()), Is.EqualTo(Shown(await unknown.Content.ReadAsStringAsync())), "one and the same page");

        App.Clock.Set(Today.AddDays(61));
        Assert.That((await Browser().GetAsync($"/r/{tokens[1]}")).StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        App.Clock.Set(Today);
        await Do(new RevokeAllLinks(institutions[1]));
        Assert.That((await App.Send(new OpenLink(tokens[1]), Caller.Anonymous)).Failure?.Code, Is.EqualTo("notifications.link-closed"));
    }

    [Test]
    public async Task A_link_opens_and_reports_its_own_institutions_duties_only()
    {
        var (institutions, tokens) = await Mailed([.. Enumerable.Range(0, 15).Select(i => $"p{i}@example.org")]);
        var duties = new Dictionary<Guid, Guid>();
        foreach (var institution in institutions) duties[institution] = (await Get(new GetMyDuties(institution))).Duties.Single().ActivityId;
        var crossed = 0;
        foreach (var token in tokens)
        {
            var own = (await Get(new OpenLink(token), Caller.Anonymous)).InstitutionId;
            using var browser = Browser();
            (await browser.GetAsync($"/r/{token}")).Dispose();
            foreach (var other in institutions.Where(i => i != own))
            {
                using var page = await browser.GetAsync($"/report/{duties[other]}");
                Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
                Assert.That(await page.Content.ReadAsStringAsync(), Does.Not.Contain("Acțiunea"));
                crossed++;
            }
        }

        Assert.That(crossed, Is.EqualTo(210));
    }

    [Test]
    public async Task The_token_is_kept_nowhere_and_does_not_sign_in()
    {
        var (_, tokens) = await Mailed("ana@example.org");
        await using (var scope = App.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
            var link = await db.Links.SingleAsync();
            Assert.That((link.TokenHash.Length, tokens[0].Length, link.TokenHash), Is.EqualTo((64, 43, Domain(tokens[0]))));
            var mail = await db.Mails.SingleAsync();
            var audit = await db.Audit.ToListAsync();
            Assert.That(string.Concat(audit.Select(a => a.Changes)) + mail.TextBody + mail.HtmlBody, Does.Not.Contain(tokens[0]).And.Not.Contain(link.TokenHash));
        }

        using var browser = Browser();
        (await browser.GetAsync($"/r/{tokens[0]}")).Dispose();
        foreach (var closed in new[] { "/", "/mails", "/plan", "/api/v1/activities" })
        {
            Assert.That((await browser.GetAsync(closed)).StatusCode, Is.Not.EqualTo(HttpStatusCode.OK), closed);
        }
    }

    [Test]
    public async Task Ten_openings_a_minute_from_one_address_and_a_thousand_hits_change_no_row()
    {
        var (_, tokens) = await Mailed("ana@example.org");
        var before = await Rows();
        using var browser = Browser();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 1000; i++)
        {
            using var request = new HttpRequestMessage(i % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, $"/r/{tokens[0]}");
            answers.Add((await browser.SendAsync(request)).StatusCode);
        }

        Assert.That(answers.Take(10), Has.None.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(answers.Count(a => a == HttpStatusCode.TooManyRequests), Is.GreaterThan(900));
        Assert.That(await Rows(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_link_outlives_a_restart_and_the_rolling_of_keys()
    {
        var (_, tokens) = await Mailed("ana@example.org");
        using var browser = Browser();
        using var opened = await browser.GetAsync($"/r/{tokens[0]}");
        var cookie = opened.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("report=", StringComparison.Ordinal)).Split(';')[0];
        for (var start = 1; start <= 2; start++)
        {
            await using var again = App.Again();
            using var client = again.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
            using var page = new HttpRequestMessage(HttpMethod.Get, "/report");
            page.Headers.Add("Cookie", cookie);
            Assert.That((await client.SendAsync(page)).StatusCode, Is.EqualTo(HttpStatusCode.OK), $"the page that was open, start {start}");
            Assert.That((await client.GetAsync($"/r/{tokens[0]}")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect).Or.EqualTo(HttpStatusCode.Found), $"the link in the mail, start {start}");
            var now = App.Clock.GetUtcNow();
            again.Services.GetRequiredService<IKeyManager>().CreateNewKey(now.AddDays(-1), now.AddDays(90));
        }
    }

    /// <summary>A browser at an address of its own, so that one test's openings do not count for another's.</summary>
    private HttpClient Browser() => App.ClientAt(IPAddress.Parse($"10.0.{Interlocked.Increment(ref lastAddress) / 250}.{(lastAddress % 250) + 1}"));

    /// <summary>Reminds these focal points; gives their institutions and the tokens of their links, in the same order.</summary>
    private async Task<(IReadOnlyList<Guid> Institutions, IReadOnlyList<string> Tokens)> Mailed(params string[] addresses)
    {
        var institutions = await Institutions("08.06.2026", addresses);
        await Run();
        var mails = Server.Mails().ToDictionary(m => m.To.Mailboxes.Single().Address, m => Token().Match(m.TextBody!).Groups[1].Value);
        return (institutions, [.. addresses.Select(a => mails[a])]);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient browser, string activity, string page, string percent, string narrative)
    {
        var fields = Hidden().Matches(page).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        fields["Input.Claimed"] = "InProgress";
        fields["Input.Percent"] = percent;
        fields["Input.Narrative"] = narrative;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return await browser.PostAsync($"/report/{activity}", form);
    }

    private static string Domain(string token) => CommunicationStrategy.Notifications.Domain.AccessLink.Hash(token);

    private static string Shown(string html) => html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

    [GeneratedRegex("/r/([A-Za-z0-9_-]{43})")]
    private static partial Regex Token();

    [GeneratedRegex("href=\"/report/([0-9a-f-]{36})\"")]
    private static partial Regex Address();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
