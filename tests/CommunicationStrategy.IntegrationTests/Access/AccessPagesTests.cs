// The doors over HTTP, as a browser without JavaScript meets them: who is sent where, which cookie, and when it stops working.
using System.Net;
using System.Text.RegularExpressions;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.IntegrationTests.Infrastructure;

namespace CommunicationStrategy.IntegrationTests.Access;

/// <summary>On one database only: what is stored of people and sessions is asked of both by AccessTests.</summary>
[TestFixture]
public sealed partial class AccessPagesTests() : DatabaseTest("Sqlite")
{
    private const string Password = "trei gâște pe Bîc seara";

    [Test]
    public async Task A_stranger_is_sent_to_sign_in_and_a_program_gets_a_problem()
    {
        using var browser = App.Client();
        using var page = await browser.GetAsync("/people");
        using var api = await browser.GetAsync("/api/v1/activities");
        Assert.Multiple(() =>
        {
            Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(page.Headers.Location!.PathAndQuery, Is.EqualTo("/sign-in?ReturnUrl=%2Fpeople"));
            Assert.That(api.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(api.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
        });
    }

    [Test]
    public async Task The_set_up_page_makes_the_first_administrator_and_then_is_gone()
    {
        var path = (await Get(new EnsureFirstAdministrator())).Path!;
        using var browser = App.Client();
        using var entered = await PostAsync(browser, path, "set-up", ("DisplayName", "Ana Rusu"), ("Email", "ana@example.org"), ("Password", Password), ("PasswordAgain", Password));
        Assert.That(entered.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("cs=", StringComparison.Ordinal));
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/"));
        using var people = await browser.GetAsync("/people");
        using var again = await App.Client().GetAsync(path);
        Assert.Multiple(() =>
        {
            Assert.That(people.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(people.Headers.CacheControl!.NoStore);
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(again.Headers.GetValues("Referrer-Policy"), Is.EqualTo(["no-referrer"]));
        });
    }

    [Test]
    public async Task A_closed_account_is_out_at_its_next_click()
    {
        var id = await PersonAsync();
        using var browser = App.Client();
        using var entered = await SignInAsync(browser, "/account");
        Assert.That((entered.StatusCode, entered.Headers.Location!.ToString()), Is.EqualTo((HttpStatusCode.Redirect, "http://localhost/account")));
        Assert.That((await browser.GetAsync("/account")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await browser.GetAsync("/people")).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));

        var person = await Get(new GetPerson(id));
        await Do(new EditPerson(id, person.DisplayName, person.Roles, null, "ro", Disabled: true, person.Version));
        Assert.That((await browser.GetAsync("/account")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_copy_of_the_cookie_opens_nothing_after_sign_out()
    {
        await PersonAsync();
        using var browser = App.Client();
        using var entered = await SignInAsync(browser, "/");
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("cs=", StringComparison.Ordinal)).Split(';')[0];

        using var forged = await browser.PostAsync("/sign-out", new FormUrlEncodedContent([]));
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "a form without its token ends nobody's session");
        using var left = await browser.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(browser, "/account"))]));
        Assert.That(left.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));

        using var copy = new HttpRequestMessage(HttpMethod.Get, "/account");
        copy.Headers.Add("Cookie", cookie);
        using var thief = await App.Client().SendAsync(copy);
        Assert.That(thief.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task After_half_an_hour_without_a_click_the_session_is_over()
    {
        await PersonAsync();
        using var browser = App.Client();
        using var entered = await SignInAsync(browser, "/");
        App.Clock.Set(App.Clock.GetUtcNow().AddMinutes(20));
        Assert.That((await browser.GetAsync("/account")).StatusCode, Is.EqualTo(HttpStatusCode.OK), "a click within the time prolongs it");
        App.Clock.Set(App.Clock.GetUtcNow().AddMinutes(20));
        Assert.That((await browser.GetAsync("/account")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        App.Clock.Set(App.Clock.GetUtcNow().AddMinutes(31));
        Assert.That((await browser.GetAsync("/account")).StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCase("https://example.org/")]
    [TestCase("//example.org/")]
    [TestCase("/\\example.org/")]
    public async Task Sign_in_leads_to_no_other_site(string elsewhere)
    {
        await PersonAsync();
        using var browser = App.Client();
        using var entered = await SignInAsync(browser, elsewhere);
        Assert.That(entered.Headers.Location!.ToString(), Is.EqualTo("http://localhost/"));
    }

    private async Task<Guid> PersonAsync()
    {
        var invited = await Get(new InvitePerson("ion@example.org", "Ion Țurcanu", [Role.Officer], null, "ro"));
        _ = await Get(new AcceptInvitation(invited.Path.Split('/')[^1], "Ion Țurcanu", Password, "ro"));
        return invited.PersonId;
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string returnUrl) =>
        PostAsync(browser, $"/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", ("Email", "ion@example.org"), ("Password", Password));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, string form, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(browser, path);
        return await browser.PostAsync(path, new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("_handler", form), .. fields.Select(f => new KeyValuePair<string, string>("Input." + f.Name, f.Value))]));
    }

    private static async Task<string> TokenAsync(HttpClient browser, string path) => Token().Match(await browser.GetStringAsync(path)).Groups["token"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
