// Due dates in people's own calendars: read by an independent parser, stable under change, gone once withdrawn.
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Feeds;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.ActionPlan;

[TestFixtureSource(typeof(Providers))]
public sealed partial class FeedTests(string provider) : WebWorld(provider)
{
    private const string Reader = """
        import datetime, icalendar, json, sys
        calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
        events = [e for e in calendar.walk("VEVENT")]
        assert all(type(e.decoded("dtstart")) is datetime.date for e in events)
        assert all(e["DTSTART"].params.get("VALUE") == "DATE" for e in events)
        assert all(e.decoded("dtend") - e.decoded("dtstart") == datetime.timedelta(days=1) for e in events)
        json.dump({"name": str(calendar["X-WR-CALNAME"]), "events": [{"uid": str(e["UID"]), "day": e.decoded("dtstart").isoformat(), "title": str(e["SUMMARY"]), "sequence": int(e["SEQUENCE"]),
            "status": str(e["STATUS"]), "url": str(e["URL"]), "changed": e.decoded("last-modified").isoformat()} for e in events]}, sys.stdout)
        """;

    private sealed record Entry(string Uid, string Day, string Title, int Sequence, string Status, string Url, string Changed);

    private sealed record Read(string Name, List<Entry> Events);

    [Test]
    public async Task Another_program_reads_the_same_days_and_notices_what_changes()
    {
        var plan = await PlanInForce();
        var once = await Activity(plan, "1.1", "28.06.2026", title: "Clubul de presă; «seara», cu invitați care vin de departe și vorbesc îndelung despre prevenire");
        var monthly = await Activity(plan, "1.2", "trimestrial");
        await Activity(plan, "1.3", "permanent", "ANAS", "Pagina web");
        var token = await Get(new MakeFeed(Ministry, plan, "ro"));

        var first = await Parsed(token);
        var due = (await One(monthly)).Deadline.Occurrences;
        Assert.Multiple(() =>
        {
            Assert.That(first.Name, Is.EqualTo("Termenele planului de acțiuni · PA-1 · MAI"));
            Assert.That(first.Events.Select(e => e.Uid), Is.Unique);
            Assert.That(first.Events.Select(e => e.Sequence), Is.All.Zero);
            Assert.That(first.Events.Where(e => e.Title.StartsWith("1.2", StringComparison.Ordinal)).Select(e => e.Day), Is.EqualTo(due.Select(o => o.EffectiveDue.ToString("yyyy-MM-dd", null))));
            Assert.That(first.Events.Any(e => e.Title.StartsWith("1.3", StringComparison.Ordinal)), Is.False, "the agency's alone");
        });
        var club = first.Events.Single(e => e.Url.EndsWith(once.ToString(), StringComparison.Ordinal));
        Assert.That((club.Day, club.Title.Contains("«seara», cu invitați", StringComparison.Ordinal), club.Uid.StartsWith(once.ToString(), StringComparison.Ordinal), club.Status), Is.EqualTo(("2026-06-29", true, true, "CONFIRMED")));
        Assert.That((await Parsed(token)).Events, Is.EqualTo(first.Events), "nothing changed, nothing says so");

        App.Clock.Set(Today.AddDays(2));
        await Do(new PostponeActivity(once, new DateOnly(2026, 9, 30), "Licitația.", (await One(once)).Version));
        var moved = (await Parsed(token)).Events.Single(e => e.Uid == club.Uid);
        Assert.That((moved.Day, moved.Sequence, moved.Changed), Is.EqualTo(("2026-09-30", 1, moved.Changed)));
        Assert.That(moved.Changed, Is.GreaterThan(club.Changed));
        await Do(new SuspendActivity(once, "Fără fonduri.", (await One(once)).Version));
        Assert.That((await Parsed(token)).Events.Single(e => e.Uid == club.Uid).Status, Is.EqualTo("TENTATIVE"));

        await Amend(plan, () => Get(new CommunicationStrategy.ActionPlan.Features.Amendments.ProposeEnd(once, false, "S-a renunțat.")), Today.AddDays(2));
        var called = (await Parsed(token)).Events.Single(e => e.Uid == club.Uid);
        Assert.That((called.Status, called.Sequence, called.Day), Is.EqualTo(("CANCELLED", 3, "2026-09-30")));
        Assert.That((await Parsed(await Get(new MakeFeed(Ministry, plan, "ru")))).Events.Any(e => e.Uid == club.Uid), Is.False, "what was never published is not called off");
    }

    [Test]
    public async Task A_due_date_that_moves_within_its_quarter_stays_the_same_entry()
    {
        var plan = await PlanInForce();
        var id = await Activity(plan, "1.1", "martie și septembrie 2027");
        var token = await Get(new MakeFeed(Ministry, plan, "ro"));
        var before = (await Parsed(token)).Events;
        Assert.That(before.Select(e => (e.Day, e.Sequence)), Is.EqualTo(new[] { ("2027-03-31", 0), ("2027-09-30", 0) }));

        await Amend(plan, () => Get(new CommunicationStrategy.ActionPlan.Features.Amendments.ProposeChange(id, "1.1", LocalizedText.Of("ro", "Clubul de presă"), "1", LocalizedText.Empty, "februarie și octombrie 2027", null, null, null, null, "MAI", Ministry, [], [])), Today);
        var after = (await Parsed(token)).Events.ToDictionary(e => e.Uid);
        Assert.That((after[before[0].Uid].Day, after[before[0].Uid].Sequence, after[before[0].Uid].Status), Is.EqualTo(("2027-03-01", 1, "CONFIRMED")), "28 February is a Sunday");
        Assert.That(after[before[1].Uid].Status, Is.EqualTo("CANCELLED"), "another quarter's is another entry");
        Assert.That(after.Values.Where(e => e.Status == "CONFIRMED").Select(e => e.Day).Order(), Is.EqualTo(new[] { "2027-03-01", "2027-11-01" }));
    }

    [Test]
    public async Task The_address_is_shown_once_and_ends_with_its_withdrawal()
    {
        var plan = await PlanInForce();
        await Activity(plan);
        var officer = await SignedIn(Role.Officer);
        var made = await officer.Submit("/plan/feeds", "make", ("Input.PlanId", plan.ToString()), ("Input.InstitutionId", ""), ("Input.Language", "en"));
        var token = Address().Match(made.Html).Groups[1].Value;
        Assert.That(token, Has.Length.EqualTo(43));
        Assert.That((await officer.Open("/plan/feeds")).Html, Does.Not.Contain(token).And.Contain("PA-1"));

        var program = Stranger();
        var file = await program.Open($"/calendar/{token}.ics");
        var headers = file.Response.Headers;
        Assert.That((file.Status, file.Response.Content.Headers.ContentType?.MediaType, headers.CacheControl?.Private), Is.EqualTo((HttpStatusCode.OK, "text/calendar", (bool?)true)));
        Assert.That(file.Html, Does.Contain("DTSTART;VALUE=DATE:20260630").And.Contain("X-WR-CALNAME:Due dates of the action plan"));
        Assert.That(file.Html.Split("\r\n").Select(l => System.Text.Encoding.UTF8.GetByteCount(l)), Is.All.AtMost(75));
        Assert.That((await program.Open($"/calendar/{token}.ics", ("If-None-Match", headers.ETag!.ToString()))).Status, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await program.Open($"/calendar/{new string('x', 43)}.ics")).Status, Is.EqualTo(HttpStatusCode.Gone));

        var feed = (await Get(new ListFeeds())).Single();
        Assert.That(feed.LastUsedAt, Is.Not.Null);
        Assert.That((await officer.Submit("/plan/feeds", $"revoke-{feed.Id}")).Location, Does.EndWith("/plan/feeds"));
        Assert.That((await program.Open($"/calendar/{token}.ics")).Status, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That((await App.Send(new RevokeFeed(feed.Id, feed.Version + 1))).Failure?.Code, Is.EqualTo("action-plan.feed-revoked"));

        await using var scope = App.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ActionPlanDbContext>();
        Assert.That((await db.Feeds.SingleAsync()).TokenHash, Has.Length.EqualTo(64).And.Not.EqualTo(token));
        Assert.That(await db.Audit.Where(a => a.Changes.Contains(token)).AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_focal_point_makes_an_address_for_its_own_institution_only()
    {
        await Activity(await PlanInForce(), title: "Clubul ministerului");
        await Get(new MakeFeed(Agency, null, "ro"));
        var focal = await SignedIn(Role.FocalPoint);
        var made = await focal.Submit("/my-calendar", "make", ("Input.InstitutionId", Agency.ToString()), ("Input.Language", "ro"));
        Assert.That((await Stranger().Open($"/calendar/{Address().Match(made.Html).Groups[1].Value}.ics")).Html, Does.Contain("Clubul ministerului"));
        var all = await Get(new ListFeeds());
        Assert.That(all.Select(f => f.InstitutionId), Is.EquivalentTo(new Guid?[] { Agency, Ministry }));

        var bound = new Caller(CallerKind.Person, "focal", Guid.CreateVersion7(), Ministry, [Permission.ReportProgress]);
        Assert.That((await Get(new ListFeeds(), bound)).Single().InstitutionId, Is.EqualTo(Ministry));
        var others = all.Single(f => f.InstitutionId == Agency);
        Assert.That((await App.Send(new RevokeFeed(others.Id, others.Version), bound)).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await App.Send(new MakeFeed(null, null, "ro"), MinistryLink)).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden), "a link in a mail makes no lasting address");
        Assert.That((await App.Send(new MakeFeed(null, null, "ro"), bound with { InstitutionId = null })).Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));
        Assert.That((await App.Send(new MakeFeed(Guid.CreateVersion7(), null, "ro"))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.unknown-institution"));
        Assert.That((await App.Send(new MakeFeed(null, Guid.CreateVersion7(), "ro"))).Failure?.Fields[0].Code, Is.EqualTo("action-plan.unknown-plan"));
    }

    [Test]
    public async Task Programs_that_come_at_once_all_get_it()
    {
        var plan = await PlanInForce();
        for (var i = 1; i <= 5; i++) await Activity(plan, $"1.{i}");
        var token = await Get(new MakeFeed(null, null, "ro"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Stranger().Open($"/calendar/{token}.ics")));
        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That((await Parsed(token)).Events, Has.Count.EqualTo(5));
    }

    private async Task<Read> Parsed(string token)
    {
        var file = await Stranger().Open($"/calendar/{token}.ics");
        Assert.That(file.Status, Is.EqualTo(HttpStatusCode.OK), file.Html);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("CS_TEST_PYTHON") ?? "/usr/bin/python3") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { "-c", Reader } };
        using var python = Process.Start(start)!;
        await python.StandardInput.BaseStream.WriteAsync(await file.Response.Content.ReadAsByteArrayAsync());
        python.StandardInput.Close();
        var (output, error) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync();
        Assert.That(python.ExitCode, Is.Zero, await error);
        return JsonSerializer.Deserialize<Read>(await output, JsonSerializerOptions.Web)!;
    }

    [Test]
    public async Task Guessing_addresses_of_calendars_is_slowed_down()
    {
        using var guesser = App.ClientAt(System.Net.IPAddress.Parse("10.77.0.1"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 150; i++)
        {
            using var answer = await guesser.GetAsync(new Uri($"/calendar/{new string('x', 40)}{i:000}.ics", UriKind.Relative));
            answers.Add(answer.StatusCode);
        }

        Assert.That(answers.Take(100), Is.All.EqualTo(HttpStatusCode.Gone));
        Assert.That(answers.TakeLast(30), Is.All.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [GeneratedRegex("/calendar/([A-Za-z0-9_-]+)\\.ics")]
    private static partial Regex Address();
}
