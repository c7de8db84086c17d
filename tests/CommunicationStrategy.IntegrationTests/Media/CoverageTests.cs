// Coverage on real databases: logged once, found, counted, tied to an activity.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;

namespace CommunicationStrategy.IntegrationTests.Media;

[TestFixtureSource(typeof(Providers))]
public sealed class CoverageTests(string provider) : DatabaseTest(provider)
{
    private static readonly DateOnly Day = new(2026, 10, 18);

    [Test]
    public async Task Coverage_is_logged_found_sorted_and_counted_by_tone()
    {
        App.Clock.Set(new DateOnly(2026, 11, 2));
        var first = await Log("Ziarul", "Săptămâna antitrafic", 2, Day);
        await Log("Radio", "Критика", -1, Day.AddDays(1));
        await Log("Portal", "Știre", 0, Day.AddDays(-40));

        Assert.That((await Get(new ListCoverage("saptamana"))).Page.Items.Single().Id, Is.EqualTo(first));
        Assert.That((await Get(new ListCoverage(Tone: "negative"))).Page.Items.Single().Outlet, Is.EqualTo("Radio"));
        Assert.That((await Get(new ListCoverage())).Page.Items.Select(i => i.Outlet), Is.EqualTo(new[] { "Radio", "Ziarul", "Portal" }));
        Assert.That((await Get(new ListCoverage(Sort: "outlet", From: Day))).Page.Items.Select(i => i.Outlet), Is.EqualTo(new[] { "Radio", "Ziarul" }));
        Assert.That(await Get(new GetCoverageCounts(Day.AddDays(-5), Day.AddDays(5))), Has.Property(nameof(CoverageCounts.Items)).Count.EqualTo(2).And.Matches<CoverageCounts>(c => (c!.Total, c.Positive, c.Neutral, c.Negative, c.TiedToActivities) == (2, 1, 0, 1, 0)));
    }

    [Test]
    public async Task An_address_is_logged_once_and_an_unknown_activity_refused()
    {
        App.Clock.Set(new DateOnly(2026, 11, 2));
        var id = await Log("Ziarul", "Articol", 1, Day);
        var again = await App.Send(new LogCoverage("Alt", "Alt", "https://example.org/Ziarul", Day, "ro", CoverageKind.News, 0, null, null));
        Assert.That(again.Failure?.Fields.Single().Code, Is.EqualTo("media.url-exists"));
        var unknown = await App.Send(new LogCoverage("Alt", "Alt", "https://example.org/x", Day, "ro", CoverageKind.News, 0, Guid.CreateVersion7(), null));
        Assert.That(unknown.Failure?.Fields.Single().Code, Is.EqualTo("media.activity-unknown"));
        var wrong = await App.Send(new LogCoverage("", "", "javascript:alert(1)", new DateOnly(2030, 1, 1), "rom", CoverageKind.News, 5, null, new string('x', 501)));
        Assert.That(wrong.Failure?.Fields.Select(f => f.Field).Distinct(), Is.EquivalentTo(new[] { "Outlet", "Title", "Url", "PublishedOn", "Language", "Tone", "Quote" }));

        var details = await Get(new GetCoverage(id));
        await Do(new EditCoverage(id, "Ziarul", "Titlu corectat", details.Url, Day, "ro", CoverageKind.Report, 1, null, "citat", details.Version));
        Assert.That((await App.Send(new ArchiveCoverage(id, true, details.Version))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        await Do(new ArchiveCoverage(id, true, details.Version + 1));
        Assert.That((await Get(new ListCoverage())).Page.Total, Is.Zero);
        Assert.That((await Get(new ListCoverage(Archived: true))).Page.Items.Single().Title, Is.EqualTo("Titlu corectat"));
    }

    private Task<Guid> Log(string outlet, string title, int tone, DateOnly day) =>
        Get(new LogCoverage(outlet, title, $"https://example.org/{outlet}", day, "ro", CoverageKind.News, tone, null, null));
}
