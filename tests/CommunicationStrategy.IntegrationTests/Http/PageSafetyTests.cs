// What every page keeps: no change by looking, no form without its token, the browser's guards, no inside shown when it fails.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.IntegrationTests.Http;

[TestFixtureSource(typeof(Providers))]
public sealed class PageSafetyTests(string provider) : WebWorld(provider)
{
    private static readonly Role[] AllButFocalPoint = [.. Enum.GetValues<Role>().Where(r => r != Role.FocalPoint)];

    [Test]
    public async Task A_form_without_its_token_is_refused()
    {
        var person = await SignedIn(AllButFocalPoint);
        var routes = Routes.Post(App).Where(r => r.IsPage || r.Pattern == "/sign-out").ToList();
        Assert.That(routes, Has.Count.GreaterThan(10));
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var shown = await person.Post(route.Address, [new("_handler", "x"), new("Input.Name", "y")]);
            if (shown.Status != HttpStatusCode.BadRequest) wrong.Add($"{route.Address}: {(int)shown.Status}");
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task Looking_changes_nothing()
    {
        await EvaluatedQuarter();
        var person = await SignedIn(AllButFocalPoint);
        var before = await Rows();
        foreach (var route in Routes.Get(App)) await person.Open(route.Address);
        Assert.That(await Rows(), Is.EqualTo(before));
    }

    [Test]
    public async Task Pages_carry_the_browsers_guards()
    {
        var person = await SignedIn(AllButFocalPoint);
        foreach (var address in new[] { "/", "/plan", "/institutions", "/people", "/error/404" })
        {
            var headers = (await person.Open(address)).Response.Headers;
            string Header(string name) => headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
            Assert.Multiple(() =>
            {
                var policy = Header("Content-Security-Policy");
                Assert.That(policy, Does.Contain("default-src 'self'").And.Contain("script-src 'self'").And.Contain("object-src 'none'").And.Contain("base-uri 'none'").And.Contain("frame-ancestors 'none'"), address);
                Assert.That(policy, Does.Not.Contain("unsafe"), address);
                Assert.That(Header("X-Content-Type-Options"), Is.EqualTo("nosniff"), address);
                Assert.That(Header("Referrer-Policy"), Is.Not.Empty, address);
                Assert.That(Header("Cache-Control"), Does.Contain("no-store"), address);
                Assert.That(Header("Server"), Is.Empty, address);
            });
        }
    }

    [Test]
    public async Task The_session_cookie_is_out_of_scripts_reach()
    {
        var email = await Person(Role.Officer);
        var wrong = await Stranger().Submit("/sign-in", "sign-in", ("Input.Email", email), ("Input.Password", "not this one at all"));
        Assert.That(wrong.Status, Is.Not.EqualTo(HttpStatusCode.Found), "a wrong password leads nowhere");
        Assert.That(wrong.Html, Does.Not.Contain("not this one at all"));

        var right = await Stranger().Submit("/sign-in?ReturnUrl=https%3A%2F%2Fexample.org", "sign-in", ("Input.Email", email), ("Input.Password", Password));
        var cookie = right.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("cs=", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/"));
            Assert.That(right.Location, Does.Not.Contain("example.org"), "never to another's address");
        });
    }

    [Test]
    public async Task A_failing_page_shows_no_inside()
    {
        var person = await SignedIn(AllButFocalPoint);
        await using var hidden = await App.HideAsync<StakeholdersDbContext>(typeof(Institution));
        foreach (var address in new[] { "/institutions", "/api/v1/institutions" })
        {
            var shown = await person.Open(address);
            Assert.Multiple(() =>
            {
                Assert.That(shown.Status, Is.EqualTo(HttpStatusCode.InternalServerError), address);
                Assert.That(shown.Html, Does.Not.Contain("Exception").And.Not.Contain("   at ").And.Not.Contain("Institutions_hidden").And.Not.Contain("SELECT"), address);
            });
        }
    }

    private async Task<Dictionary<string, long>> Rows()
    {
        await using var connection = App.Connection();
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = App.Provider == "Sqlite"
                ? "SELECT '\"' || name || '\"' FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%'"
                : "SELECT '\"' || table_schema || '\".\"' || table_name || '\"' FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'hangfire')";
            if (App.Provider == "SqlServer") list.CommandText = list.CommandText.Replace("||", "+", StringComparison.Ordinal);
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        }

        var rows = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM {table}";
            rows[table] = Convert.ToInt64(await count.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }

        return rows;
    }
}
