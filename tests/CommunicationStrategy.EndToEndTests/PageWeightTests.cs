// What a page weighs on the wire, with the browser's own cache and compression: a first visit, and the next page.
using CommunicationStrategy.EndToEndTests.Infrastructure;

namespace CommunicationStrategy.EndToEndTests;

public sealed class PageWeightTests
{
    private const int FirstVisit = 120_000;
    private const int Scripts = 30_000;
    private const int Requests = 8;
    private const int NextPage = 15_000;

    [Test]
    public async Task Pages_are_light()
    {
        await using var product = await Product.StartAsync("--sample");
        await using var browser = await Browser.StartAsync();
        var person = await browser.PersonAsync(product.Address, javaScript: true);
        await person.GoAsync(product.SetUpPath);
        await person.FillAsync("set-up", ("DisplayName", "Ana Rusu"), ("Email", "ana.rusu@example.org"), ("Password", Person.Password), ("PasswordAgain", Person.Password));
        await person.SendAsync("set-up");
        await person.Page.Context.AddCookiesAsync([new() { Name = "cs-language", Value = "ro", Url = product.Address }]);

        // A browser of its own for each page visited first, so that nothing is cached; it is signed in by the cookies alone.
        var cookies = await person.Page.Context.CookiesAsync();
        var found = new List<string>();
        foreach (var first in new[] { "/plan", "/", "/institutions", "/evaluations" })
        {
            var visitor = await browser.PersonAsync(product.Address, javaScript: true);
            await visitor.Page.Context.AddCookiesAsync(cookies.Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
            await using var wire = await Wire.ListenAsync(visitor);
            var visit = await wire.DuringAsync(first);
            await TestContext.Out.WriteLineAsync($"{first}: {visit.Bytes} bytes in {visit.Requests} requests, {visit.ScriptBytes} of them scripts");
            if (visit.Bytes > FirstVisit || visit.ScriptBytes > Scripts || visit.Requests > Requests) found.Add($"first visit of {first}: {visit}");

            foreach (var next in new[] { "/plan?sort=due", "/reports", "/media", "/people", "/strategy", "/" }.Where(n => n != first))
            {
                var later = await wire.DuringAsync(next);
                await TestContext.Out.WriteLineAsync($"  then {next}: {later.Bytes} bytes in {later.Requests} requests");
                if (later.Bytes > NextPage) found.Add($"{next} after {first}: {later}");
            }
        }

        Assert.That(found, Is.Empty);
    }

    private sealed record Weight(int Requests, long Bytes, long ScriptBytes);

    /// <summary>The browser's own count of what came over the wire, headers included; what the cache gave counts nothing.</summary>
    private sealed class Wire : IAsyncDisposable
    {
        private readonly Person person;
        private readonly Microsoft.Playwright.ICDPSession session;
        private readonly Dictionary<string, string> kinds = [];
        private int requests;
        private long bytes;
        private long scripts;

        private Wire(Person person, Microsoft.Playwright.ICDPSession session)
        {
            (this.person, this.session) = (person, session);
            session.Event("Network.responseReceived").OnEvent += (_, e) => kinds[e!.Value.GetProperty("requestId").GetString()!] = e.Value.GetProperty("type").GetString()!;
            session.Event("Network.loadingFinished").OnEvent += (_, e) =>
            {
                var length = (long)e!.Value.GetProperty("encodedDataLength").GetDouble();
                if (length == 0) return;
                requests++;
                bytes += length;
                if (kinds.GetValueOrDefault(e.Value.GetProperty("requestId").GetString()!) == "Script") scripts += length;
            };
        }

        public static async Task<Wire> ListenAsync(Person person)
        {
            var opened = await person.Page.Context.NewCDPSessionAsync(person.Page);
            var wire = new Wire(person, opened);
            await opened.SendAsync("Network.enable");
            return wire;
        }

        public async Task<Weight> DuringAsync(string path)
        {
            (requests, bytes, scripts) = (0, 0, 0);
            await person.Page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });
            return new Weight(requests, bytes, scripts);
        }

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
