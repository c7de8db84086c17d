// The press office's registers through their pages: entered, refused with what was typed kept, changed, settled, put aside, exported.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Media.Features.Enquiries;
using CommunicationStrategy.Media.Features.Events;
using CommunicationStrategy.Media.Features.Releases;
using CommunicationStrategy.Strategy.Features.Strategies;

namespace CommunicationStrategy.IntegrationTests.Http;

/// <summary>On one database only: what is stored is asked of both by RegisterTests.</summary>
[TestFixture]
public sealed class MediaPagesTests() : WebWorld("Sqlite")
{
    [Test]
    public async Task A_release_goes_through_its_form()
    {
        var officer = await SignedIn(Role.PressOfficer);
        var refused = await officer.Submit("/media/releases/new", "release", ("Input.Number", "41/2026"), ("Input.Kind", "PressRelease"), ("Input.Title[ro]", ""), ("Input.Title[ru]", "Заголовок"), ("Input.IssuedOn", "2026-05-29"));
        Assert.That((refused.Status, refused.Html.Contains("Заголовок", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)), "what was typed stays");
        (string Name, string Value)[] fields = [("Input.Number", "41/2026"), ("Input.Kind", "Statement"), ("Input.Title[ro]", "Titlu"), ("Input.Title[ru]", "Заголовок"), ("Input.IssuedOn", "2026-05-29"), ("Input.EmbargoUntil", "2026-05-30T09:30")];
        Assert.That((await officer.Submit("/media/releases/new", "release", fields)).Location, Does.EndWith("/media/releases"));
        var release = (await Get(new ListReleases())).Items.Single();
        Assert.That((release.Facts.Kind, release.Facts.Title["ru"], release.Facts.EmbargoUntil?.UtcDateTime), Is.EqualTo((ReleaseKind.Statement, "Заголовок", (DateTime?)new DateTime(2026, 5, 30, 6, 30, 0, DateTimeKind.Utc))), "half past nine in Chișinău");

        var page = $"/media/releases/{release.Id}";
        Assert.That((await officer.Open(page)).Html, Does.Contain("value=\"2026-05-30T09:30\""));
        Assert.That((await officer.Submit(page, "release", [.. fields, ("Input.CorrectedOn", "2026-05-31"), ("Input.Correction", "Ora")])).Location, Does.EndWith("/media/releases"));
        Assert.That((await officer.Submit(page, "release", [.. fields, ("Input.Version", "1")])).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed), "somebody was quicker");
        Assert.That((await Get(new GetRelease(release.Id))).Facts.Correction, Is.EqualTo("Ora"));
        var csv = (await officer.Open("/media/releases/export?format=csv&q=titlu")).Html;
        Assert.That(csv, Does.Contain("41/2026").And.Contain("ro, ru").And.Contain("Ora"));
        Assert.That((await officer.Submit(page, "archive")).Location, Does.EndWith("/media/releases"));
        Assert.That((await officer.Open("/media/releases")).Html, Does.Not.Contain("41/2026"));
        Assert.That((await (await SignedIn(Role.Auditor)).Open("/media/releases/new")).Status, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.Found), "who only looks enters nothing");
    }

    [Test]
    public async Task An_event_goes_through_its_form()
    {
        var officer = await SignedIn(Role.PressOfficer);
        (string Name, string Value)[] fields = [("Input.Title[ro]", "Clubul presei"), ("Input.Kind", "PressClub"), ("Input.HeldOn", "2026-05-29"), ("Input.Place", "Bălți"), ("Input.Attendance", "16"), ("Input.Journalists", "17"), ("Input.Satisfaction", "86.5"), ("Input.Accredited", "21")];
        Assert.That((await officer.Submit("/media/events/new", "event", fields)).Status, Is.EqualTo(HttpStatusCode.BadRequest), "more journalists than people");
        fields[5] = ("Input.Journalists", "11");
        Assert.That((await officer.Submit("/media/events/new", "event", fields)).Location, Does.EndWith("/media/events"));
        var stored = (await Get(new ListEvents())).Items.Single();
        Assert.That((stored.Facts.Kind, stored.Facts.Attendance, stored.Facts.Accredited, stored.Facts.Satisfaction), Is.EqualTo((MediaEventKind.PressClub, (int?)16, (int?)21, (decimal?)86.5m)));
        Assert.That((await officer.Submit($"/media/events/{stored.Id}", "event", [.. fields, ("Input.Cancelled", "true")])).Location, Does.EndWith("/media/events"));
        Assert.That((await Get(new GetEvent(stored.Id))).Facts, Is.EqualTo(stored.Facts with { Cancelled = true }));
        Assert.That((await officer.Open($"/media/events/{stored.Id}")).Html, Does.Contain("value=\"86.5\"").And.Contain("value=\"16\""));
        Assert.That((await officer.Open("/media/events/export?format=csv")).Html, Does.Contain("Clubul presei"));
        Assert.That((await officer.Open($"/media/events/{Guid.CreateVersion7()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_enquiry_is_entered_settled_and_opened_again()
    {
        var officer = await SignedIn(Role.PressOfficer);
        (string Name, string Value)[] fields = [("Input.Outlet", "Ziarul"), ("Input.Subject", "Câte apeluri"), ("Input.Language", "ro"), ("Input.ReceivedAt", "2026-05-28T10:00"), ("Input.DueAt", "2026-05-29T17:00")];
        var entered = await officer.Submit("/media/enquiries/new", "enquiry", fields);
        var stored = (await Get(new ListEnquiries())).Items.Single();
        Assert.That(entered.Location, Does.EndWith($"/media/enquiries/{stored.Id}"));
        var page = $"/media/enquiries/{stored.Id}";
        var refused = await officer.Submit(page, "settle", ("Input.State", "Refused"), ("Input.At", "2026-05-29T09:00"), ("Input.Ground", ""));
        Assert.That((refused.Status, refused.Html.Split("error-summary").Length), Is.EqualTo((HttpStatusCode.BadRequest, 2)), "said once, where it was sent");
        Assert.That((await officer.Submit(page, "settle", ("Input.State", "Answered"), ("Input.At", "2026-05-30T09:00"))).Location, Does.EndWith("/media/enquiries"));
        Assert.That(((await Get(new GetEnquiry(stored.Id))).State, (await Get(new GetEnquiry(stored.Id))).IsLate), Is.EqualTo((EnquiryState.Answered, true)));
        Assert.That((await officer.Submit(page, "settle", ("Input.State", "Open"))).Location, Does.EndWith("/media/enquiries"));
        Assert.That((await officer.Submit(page, "enquiry", [.. fields.Where(f => f.Name != "Input.Subject"), ("Input.Subject", "Câte apeluri au fost")])).Location, Does.EndWith(page));
        Assert.That((await Get(new GetEnquiry(stored.Id))).Facts, Is.EqualTo(stored.Facts with { Subject = "Câte apeluri au fost" }));
        Assert.That((await officer.Submit(page, "archive")).Location, Does.EndWith("/media/enquiries"));
        Assert.That((await Get(new ListEnquiries())).Total, Is.Zero);
    }

    [Test]
    public async Task Coverage_says_which_messages_it_carries_and_a_plan_how_often_it_is_reported_on()
    {
        var officer = await SignedIn(Role.Officer);
        var strategy = await Get(new CreateStrategy("S-1", LocalizedText.Of("ro", "Strategia"), new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), LocalizedText.Empty, LocalizedText.Empty, null));
        Assert.That((await officer.Submit($"/strategy/{strategy}/messages/new", "message", ("Input.Number", "1"), ("Input.Text[ro]", "Nimeni nu se vinde."))).Location, Does.EndWith($"/strategy/{strategy}"));
        Assert.That((await officer.Submit($"/strategy/{strategy}/messages/1", "message", ("Input.Text[ro]", "Nimeni nu se vinde."), ("Input.Text[en]", "Nobody is for sale."))).Location, Does.EndWith($"/strategy/{strategy}"));
        var message = (await Get(new Contracts.Strategy.GetKeyMessages(strategy))).Single();
        Assert.That((message.Text["ro"], message.Text["en"]), Is.EqualTo(("Nimeni nu se vinde.", "Nobody is for sale.")));

        (string Name, string Value)[] fields =
        [
            ("Input.Url", "https://example.org/a"), ("Input.Title", "Articol"), ("Input.Outlet", "Ziarul"), ("Input.PublishedOn", "2026-05-29"), ("Input.Origin", "Release"), ("Input.NamesUs", "true"), ("Input.Correction", "Asked"), ("Input.Messages", message.Id.ToString()), ("Input.Ethics", "Minor"),
        ];
        Assert.That((await officer.Submit("/media/new", "coverage", fields)).Status, Is.EqualTo(HttpStatusCode.BadRequest), "a language is missing");
        var logged = await officer.Submit("/media/new", "coverage", [.. fields, ("Input.Language", "ro")]);
        var item = await Get(new GetCoverage((await Get(new ListCoverage())).Page.Items.Single().Id));
        Assert.That(logged.Location, Does.EndWith($"/media/{item.Id}"));
        Assert.That((item.Origin, item.Messages.Single().Number, item.Ethics.Single(), item.NamesUs, item.Correction), Is.EqualTo((CoverageOrigin.Release, 1, EthicsFlag.Minor, (bool?)true, CorrectionState.Asked)));
        Assert.That((await officer.Open($"/media/{item.Id}")).Html, Does.Contain("Nimeni nu se vinde."));

        (string Name, string Value)[] group = [("Input.Number", "1"), ("Input.Kind", "VulnerablePublic"), ("Input.Name[ro]", "Tineri din sate"), ("Input.Needs[ro]", "Rețele sociale")];
        Assert.That((await officer.Submit($"/strategy/{strategy}/groups/new", "group", group)).Location, Does.EndWith($"/strategy/{strategy}"));
        Assert.That((await officer.Submit($"/strategy/{strategy}/groups/1", "group", [.. group[1..], ("Input.Name[en]", "Rural youth")])).Location, Does.EndWith($"/strategy/{strategy}"));
        Assert.That((await officer.Open($"/strategy/{strategy}")).Html, Does.Contain("Tineri din sate").And.Contain("Rețele sociale"));

        var plan = await DraftPlan();
        Assert.That((await officer.Submit($"/plans/{plan}/edit", "edit", ("Input.Code", "PA-1"), ("Input.Title[ro]", "Planul"), ("Input.Start", "2026-01-01"), ("Input.End", "2027-12-31"), ("Input.Currency", "MDL"), ("Input.ReportDays", "15"), ("Input.ReviewDays", "20"), ("Input.OpensItself", "true"), ("Input.Frequency", "HalfYearly"))).Location, Does.EndWith($"/plans/{plan}"));
        Assert.That((await Get(new GetPlan(plan))).Frequency, Is.EqualTo(ReportingFrequency.HalfYearly));
    }
}
