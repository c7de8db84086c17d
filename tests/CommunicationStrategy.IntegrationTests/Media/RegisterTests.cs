// The press office's registers on real databases: entered, found, corrected, settled, and what they tell the evaluation.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Media.Features.Enquiries;
using CommunicationStrategy.Media.Features.Events;
using CommunicationStrategy.Media.Features.Releases;
using CommunicationStrategy.Strategy.Features.Strategies;

namespace CommunicationStrategy.IntegrationTests.Media;

[TestFixtureSource(typeof(Providers))]
public sealed class RegisterTests(string provider) : DatabaseTest(provider)
{
    private static readonly DateOnly Day = new(2026, 10, 18);
    private static readonly LocalizedText Title = LocalizedText.Of("Săptămâna antitrafic", "Неделя против торговли людьми", null);

    [SetUp]
    public void Today() => App.Clock.Set(new DateOnly(2026, 11, 2));

    [Test]
    public async Task A_release_is_entered_once_found_corrected_and_put_aside()
    {
        var id = await Get(new LogRelease(new ReleaseFacts("41/2026", ReleaseKind.PressRelease, Title, Day)));
        Assert.That((await App.Send(new LogRelease(new ReleaseFacts(" 41/2026 ", ReleaseKind.Statement, Title, Day)))).Failure?.Fields.Single().Code, Is.EqualTo("media.number-exists"));
        var wrong = await App.Send(new LogRelease(new ReleaseFacts("", ReleaseKind.Statement, LocalizedText.Of("ru", "Без румынского"), Day.AddYears(1), null, "javascript:alert(1)", Guid.CreateVersion7(), Day, " ")));
        Assert.That(wrong.Failure?.Fields.Select(f => f.Field).Distinct(), Is.EquivalentTo(new[] { "Number", "Title", "IssuedOn", "Url", "CorrectedOn", "Correction" }));

        var stored = await Get(new GetRelease(id));
        await Do(new EditRelease(id, stored.Facts with { CorrectedOn = Day.AddDays(1), Correction = "Ora: 11:00" }, stored.Version));
        Assert.That((await Get(new ListReleases("saptamana", ReleaseKind.PressRelease, Day, Day))).Items.Single().Facts.Correction, Is.EqualTo("Ora: 11:00"));
        Assert.That((await App.Send(new ArchiveRelease(id, true, stored.Version))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        Assert.That((await Get(new GetPressWork(Day, Day))).Releases.Single(), Is.EqualTo(new ReleaseEntry(Day, "41/2026", "PressRelease", Title, false, null, null, Day.AddDays(1))));
        await Do(new ArchiveRelease(id, true, stored.Version + 1));
        Assert.That(((await Get(new ListReleases())).Total, (await Get(new ListReleases(Archived: true))).Total, (await Get(new GetPressWork(Day, Day))).Releases.Count), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public async Task Events_that_were_held_are_counted_and_those_cancelled_or_to_come_are_not()
    {
        _ = await Get(new LogEvent(new EventFacts(MediaEventKind.PressClub, Title, Day, "Bălți", null, 16, 11, 91m)));
        _ = await Get(new LogEvent(new EventFacts(MediaEventKind.Briefing, Title, Day, Cancelled: true)));
        var planned = await Get(new LogEvent(new EventFacts(MediaEventKind.Training, Title, Day.AddMonths(1))));
        var early = await App.Send(new EditEvent(planned, new EventFacts(MediaEventKind.Training, Title, Day.AddMonths(1), Attendance: 5, Journalists: 6, Satisfaction: 101), 1));
        Assert.That(early.Failure?.Fields.Select(f => (f.Field, f.Code)), Is.SupersetOf(new[] { ("Attendance", "media.not-yet-held"), ("Journalists", "media.more-journalists") }).And.Some.Matches<(string Field, string Code)>(f => f.Field == "Satisfaction"));
        Assert.That((await Get(new GetPressWork(Day.AddDays(-1), new DateOnly(2026, 11, 2)))).Events.Single(), Is.EqualTo(new EventEntry(Day, "PressClub", Title, "Bălți", null, 16, 11, 91m)));
        Assert.That((await Get(new ListEvents("balti"))).Items.Single().Facts.Attendance, Is.EqualTo(16));
    }

    [Test]
    public async Task An_enquiry_is_settled_reopened_and_told_as_it_stood_on_the_day_asked_for()
    {
        var (received, due) = (At(18, 10), At(20, 17));
        var id = await Get(new LogEnquiry(new EnquiryFacts("Ziarul", "Câte apeluri", "ro", received, due)));
        Assert.That((await App.Send(new SettleEnquiry(id, EnquiryState.Refused, At(19, 9), " ", 1))).Failure?.Fields.Single().Code, Is.EqualTo("media.ground-required"));
        Assert.That((await App.Send(new SettleEnquiry(id, EnquiryState.Answered, At(17, 9), null, 1))).Failure?.Fields.Single().Code, Is.EqualTo("media.closed-before"));
        await Do(new SettleEnquiry(id, EnquiryState.Answered, At(21, 9), null, 1));
        Assert.That((await Get(new GetEnquiry(id))).IsLate, Is.True);
        Assert.That((await Get(new GetPressWork(Day, new DateOnly(2026, 10, 20)))).Enquiries.Single(), Is.EqualTo(new EnquiryEntry(received, due, "Ziarul", "Open", null)), "on that day it was still open");
        Assert.That((await Get(new GetPressWork(Day, new DateOnly(2026, 10, 21)))).Enquiries.Single().State, Is.EqualTo("Answered"));
        await Do(new SettleEnquiry(id, EnquiryState.Open, null, null, 2));
        Assert.That((await Get(new ListEnquiries(State: EnquiryState.Open, From: Day, To: Day))).Items.Single().ClosedAt, Is.Null);
        var wrong = await App.Send(new LogEnquiry(new EnquiryFacts("", "", "rom", App.Clock.GetUtcNow().AddHours(1), received)));
        Assert.That(wrong.Failure?.Fields.Select(f => f.Field).Distinct(), Is.EquivalentTo(new[] { "Outlet", "Subject", "Language", "ReceivedAt", "DueAt" }));
    }

    [Test]
    public async Task Coverage_is_read_for_the_strategys_messages()
    {
        var strategy = await Get(new CreateStrategy("S-1", Title, new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), LocalizedText.Empty, LocalizedText.Empty, null));
        await Do(new SetKeyMessage(strategy, 2, LocalizedText.Of("ro", "Sunați la 0 800 77777."), 1));
        await Do(new SetKeyMessage(strategy, 1, LocalizedText.Of("ro", "Nimeni nu se vinde."), 2));
        await Do(new SetKeyMessage(strategy, 1, LocalizedText.Of("ro", "Nimeni nu se vinde, nimeni nu se cumpără."), 3));
        var messages = await Get(new GetKeyMessages(strategy));
        Assert.That(messages.Select(m => (m.Number, m.Text["ro"])), Is.EqualTo(new[] { (1, (string?)"Nimeni nu se vinde, nimeni nu se cumpără."), (2, "Sunați la 0 800 77777.") }));

        var item = new LogCoverage("Ziarul", "Articol", "https://example.org/a", Day, "ro", CoverageKind.News, 1, null, null) { Origin = CoverageOrigin.Release, Messages = [messages[1].Id, messages[1].Id], Ethics = [EthicsFlag.WrongTerm, EthicsFlag.Minor], NamesUs = true, Correction = CorrectionState.Made };
        Assert.That((await App.Send(item with { Messages = [Guid.CreateVersion7()] })).Failure?.Fields.Single().Code, Is.EqualTo("media.message-unknown"));
        var stored = await Get(new GetCoverage(await Get(item)));
        Assert.That((stored.Origin, stored.Messages.Single().Number, string.Join(',', stored.Ethics), stored.NamesUs, stored.Correction), Is.EqualTo((CoverageOrigin.Release, 2, "Minor,WrongTerm", (bool?)true, CorrectionState.Made)));
        Assert.That((await Get(new GetCoverageCounts(Day, Day))).Items.Single(), Has.Property(nameof(CoverageEntry.Messages)).EqualTo(new[] { messages[1].Id }).And.Property(nameof(CoverageEntry.Origin)).EqualTo("Release"));
    }

    private DateTimeOffset At(int day, int hour)
    {
        var local = new DateTime(2026, 10, day, hour, 0, 0, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, App.Clock.LocalTimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
