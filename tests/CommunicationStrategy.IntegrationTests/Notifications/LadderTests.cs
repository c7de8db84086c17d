// Who else is told when, and when nobody is: escalation, the office's week, quiet hours, holidays, pauses, addresses that are refused, and mails sent by hand.
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Notifications.Features.Mails;
using CommunicationStrategy.Notifications.Features.Settings;
using CommunicationStrategy.Stakeholders.Features.Contacts;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using MimeKit;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed class LadderTests(string provider) : ReminderWorld(provider)
{
    [Test]
    public async Task What_stays_late_reaches_the_deputy_then_the_head_then_the_secretariat()
    {
        var institution = (await Institutions("04.06.2026", "ana@example.org")).Single();
        await Contact(institution, "ion@example.org", ContactRole.Deputy);
        await Contact(institution, "sef@example.org", ContactRole.Head);
        await Officer("ofiter@example.org");
        var told = new List<string>();
        var seen = new HashSet<string>();
        for (var day = new DateOnly(2026, 6, 4); day <= new DateOnly(2026, 6, 12); day = day.AddDays(1))
        {
            App.Clock.Set(day);
            await Run();
            await Run();
            told.AddRange(Server.Mails().Where(m => seen.Add(m.MessageId!)).Select(m => $"{day:dd} {m.To.Mailboxes.Single().Address}").Order());
        }

        Assert.That(told, Is.EqualTo(new[]
        {
            "04 ana@example.org", "04 ofiter@example.org", // the week at a glance
            "05 ana@example.org", "05 ion@example.org",
            "08 ofiter@example.org", "08 sef@example.org", // three days late; and a Monday
            "11 ana@example.org", "11 ion@example.org", "11 ofiter@example.org", "11 sef@example.org", // a week late
        }));
        var head = Server.Mails().OrderBy(m => m.Date).First(m => m.To.Mailboxes.Single().Address == "sef@example.org");
        Assert.That(head.TextBody, Does.Contain("fără răspuns").And.Contain("http://localhost/r/"));
        var escalated = Server.Mails().OrderBy(m => m.Date).Last(m => m.To.Mailboxes.Single().Address == "ofiter@example.org");
        Assert.That(escalated.TextBody, Does.Contain("1.0 Acțiunea 0").And.Contain("Instituția 0").And.Contain("http://localhost/plan?flag=Overdue").And.Not.Contain("/r/"));
    }

    [Test]
    public async Task A_duty_that_is_met_is_escalated_to_nobody()
    {
        var institution = (await Institutions("04.06.2026", "ana@example.org")).Single();
        await Contact(institution, "sef@example.org", ContactRole.Head);
        App.Clock.Set(new DateOnly(2026, 6, 5));
        await Run();
        var duty = (await Get(new GetMyDuties(institution))).Duties.Single();
        await Get(new SubmitReport(duty.ActivityId, null, null, ReportedState.Complete, 100, "Făcut.", null, null, null), new Caller(CallerKind.Link, "link", null, institution, [Permission.ReportProgress]));
        App.Clock.Set(new DateOnly(2026, 6, 12));
        await Run();
        Assert.That(Server.Mails().Select(m => m.To.Mailboxes.Single().Address), Is.EqualTo(new[] { "ana@example.org" }));
    }

    [Test]
    public async Task The_office_reads_how_its_week_stands()
    {
        await Institutions("26.05.2026", "ana@example.org");
        await Institutions("05.06.2026", "ion@example.org");
        await Officer("ofiter@example.org");
        await Run();
        var week = Server.Mails().Single(m => m.To.Mailboxes.Single().Address == "ofiter@example.org");
        Assert.That(week.Subject, Does.Contain("săptămâna din 02.06.2026"));
        Assert.That(week.TextBody, Does.Contain("TERMENE DEPĂȘITE PE INSTITUȚII (1)").And.Contain("TERMENE ÎN ACEASTĂ SĂPTĂMÂNĂ PE INSTITUȚII (1)").And.Contain("ion@example.org"));
        var kept = (await Ledger()).Single(m => m.Audience == Audience.Office);
        Assert.That((kept.State, kept.Institution, (await Get(new GetMail(kept.Id))).LinkOpen), Is.EqualTo((DeliveryState.Sent, (InstitutionInfo?)null, false)));
    }

    [Test]
    public async Task At_night_on_weekends_and_on_holidays_nobody_is_written_to()
    {
        var (here, there) = ((await Institutions("12.06.2026", "ana@example.org")).Single(), (await Institutions("12.06.2026", "eva@example.org")).Single());
        var vienna = await Get(new GetInstitution(there));
        await Do(new EditInstitution(there, vienna.Name, vienna.Acronym, vienna.Type, null, null, null, vienna.Version, "Europe/Vienna"));
        foreach (var quiet in new[] { "2026-05-31T10:00Z", "2026-06-01T10:00Z", "2026-06-06T10:00Z", "2026-06-02T04:59Z", "2026-06-02T17:30Z" })
        {
            App.Clock.Set(DateTimeOffset.Parse(quiet, System.Globalization.CultureInfo.InvariantCulture));
            if (quiet == "2026-06-02T17:30Z") continue;
            await Run();
            Assert.That((await Ledger()).Count, Is.Zero, quiet);
        }

        App.Clock.Set(new DateTimeOffset(2026, 6, 2, 17, 30, 0, TimeSpan.Zero));
        await Run();
        Assert.That(Server.Mails().Select(m => m.To.Mailboxes.Single().Address), Is.EqualTo(new[] { "eva@example.org" }), "20:30 in Chișinău, 19:30 in Vienna");
        App.Clock.Set(new DateTimeOffset(2026, 6, 3, 5, 1, 0, TimeSpan.Zero));
        await Run();
        Assert.That(Server.Mails().Select(m => m.To.Mailboxes.Single().Address), Is.EquivalentTo(new[] { "eva@example.org", "ana@example.org" }), "08:01 in Chișinău");
        Assert.That((await Get(new ListMails(InstitutionId: here))).Total, Is.EqualTo(1));
    }

    [TestCase("2026-03-29", Description = "02:30 is skipped: the clock goes from 03:00 to 04:00 in Chișinău")]
    [TestCase("2026-10-25", Description = "03:30 comes twice")]
    public async Task When_the_clock_is_changed_one_mail_goes(string sunday)
    {
        var night = DateOnly.Parse(sunday, System.Globalization.CultureInfo.InvariantCulture);
        await Do(new SetQuietHours(new TimeOnly(0, 0), new TimeOnly(0, 0), 0));
        App.Clock.Set(night.AddDays(-2));
        await Institutions($"{night.AddDays(7):dd.MM.yyyy}", "ana@example.org");
        // Every half hour from Saturday to Monday's noon, by the world's clock.
        for (var at = new DateTimeOffset(night.AddDays(-1).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero); at < new DateTimeOffset(night.AddDays(1).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero); at += TimeSpan.FromMinutes(30))
        {
            App.Clock.Set(at);
            await Run();
        }

        Assert.That(Server.Mails(), Has.Count.EqualTo(1));
        Assert.That((await Ledger()).Single().Day, Is.EqualTo(night.AddDays(1)), "on the working day");
    }

    [Test]
    public async Task A_mail_whose_next_try_falls_into_the_night_waits_for_the_morning()
    {
        await Institutions("12.06.2026", "later@example.org");
        App.Clock.Set(new DateTimeOffset(2026, 6, 2, 16, 59, 30, TimeSpan.Zero)); // 19:59:30
        await Run();
        App.Clock.Set(new DateTimeOffset(2026, 6, 2, 17, 5, 0, TimeSpan.Zero));
        await Run();
        var waiting = (await Ledger()).Single();
        Assert.That((waiting.State, waiting.Attempts, waiting.NextAttemptAt), Is.EqualTo((DeliveryState.Planned, 1, new DateTimeOffset(2026, 6, 3, 5, 0, 0, TimeSpan.Zero))));
    }

    [Test]
    public async Task Two_refusals_suspend_an_address_and_the_deputy_is_written_to_until_it_is_put_right()
    {
        var institution = (await Institutions("12.06.2026", "poison@example.org")).Single();
        await Contact(institution, "ion@example.org", ContactRole.Deputy);
        await Run();
        await Duties("09.06.2026", [institution]);
        App.Clock.Set(Today.AddDays(1));
        await Run();
        Assert.That(Server.Mails(), Is.Empty);
        var refused = (await Get(new GetReminderSettings())).Refused.Single();
        Assert.That((refused.Email, refused.Bounces, refused.Suspended, refused.LastError), Is.EqualTo(("poison@example.org", 2, true, "550 5.1.1 no such mailbox")));

        await Duties("10.06.2026", [institution]);
        App.Clock.Set(Today.AddDays(2));
        await Run();
        Assert.That(Server.Mails().Single().To.Mailboxes.Single().Address, Is.EqualTo("ion@example.org"));
        await Do(new TrustAddress(refused.Id, refused.Version));
        await Duties("11.06.2026", [institution]);
        App.Clock.Set(Today.AddDays(3));
        await Run();
        Assert.That((await Get(new GetReminderSettings())).Refused.Single().Bounces, Is.EqualTo(1), "it was tried again");
    }

    [Test]
    public async Task A_digest_is_looked_at_and_sent_by_hand_once_a_day_whatever_the_hour_and_the_ladder_goes_on()
    {
        var institution = (await Institutions("12.06.2026", "ana@example.org")).Single();
        await Run();
        App.Clock.Set(new DateTimeOffset(2026, 6, 2, 19, 0, 0, TimeSpan.Zero)); // 22:00
        var preview = await Get(new PreviewDigest(institution));
        Assert.That((preview.RecipientEmail, preview.Duties, preview.TextBody.Contains("[link]", StringComparison.Ordinal)), Is.EqualTo(("ana@example.org", 1, true)));
        Assert.That((await Ledger()), Has.Count.EqualTo(1), "looking sends nothing");

        Assert.That((await App.Send(new SendByHand(institution, " "))).Failure?.Fields.Single().Code, Is.EqualTo("notifications.reason-required"));
        await ByHand(institution, "Ședința Comitetului e mâine.");
        var mail = Server.Mails().Single(m => m.TextBody!.Contains("Ședința Comitetului e mâine.", StringComparison.Ordinal));
        Assert.That(mail.To.Mailboxes.Single().Address, Is.EqualTo("ana@example.org"));
        var kept = (await Ledger()).Single(m => m.SentAt > new DateTimeOffset(2026, 6, 2, 18, 0, 0, TimeSpan.Zero));
        Assert.That(((await Get(new GetMail(kept.Id))).Reason, (await Get(new GetMail(kept.Id))).Items.Single().Stage), Is.EqualTo(("Ședința Comitetului e mâine.", "hand-20260602")));
        Assert.That((await App.Send(new SendByHand(institution, "Încă o dată."))).Failure?.Code, Is.EqualTo("notifications.by-hand-once"));
        Assert.That((await App.Send(new SendByHand(Guid.CreateVersion7(), "Cui?"))).Failure?.Code, Is.EqualTo("notifications.no-recipient"));

        App.Clock.Set(new DateOnly(2026, 6, 5));
        await Run();
        Assert.That(Server.Mails(), Has.Count.EqualTo(3), "a week before, the ladder's own step");
    }

    [Test]
    public async Task Pauses_and_ladders_are_set_on_the_record()
    {
        var institution = (await Institutions("12.06.2026", "ana@example.org")).Single();
        var pause = await Get(new PauseReminders(null, institution, null, Today, null, "Reorganizare."));
        await Run();
        Assert.That((await Ledger()), Is.Empty);
        var row = (await Get(new GetReminderSettings())).Pauses.Single();
        Assert.That((row.Id, row.Reason, row.Institution?.In("ro")), Is.EqualTo((pause, "Reorganizare.", "Instituția 0 ana@example.org")));
        await Do(new LiftPause(row.Id, row.Version));
        await Do(new SetLadder(Plan, LadderRules.Standard with { Before = [5] }, 0));
        await Run();
        Assert.That((await Get(new GetMail((await Ledger()).Single().Id))).Items.Single().Stage, Is.EqualTo("assigned"), "ten days before is no step of this ladder: it is told what is in its care");
        App.Clock.Set(new DateOnly(2026, 6, 9));
        await Run();
        Assert.That(Server.Mails(), Has.Count.EqualTo(2));

        Assert.That((await App.Send(new SetLadder(Plan, LadderRules.Standard, 9))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        Assert.That((await App.Send(new SetLadder(Plan, LadderRules.Standard with { Before = [0, 200] }, 1))).Failure?.Fields.Single().Code, Is.EqualTo("notifications.steps-range"));
        Assert.That((await App.Send(new PauseReminders(null, null, "soon", Today, Today.AddDays(-1), ""))).Failure?.Fields.Select(f => f.Field), Is.SupersetOf(new[] { "Stage", "Until", "Reason" }));
        Assert.That((await App.Send(new SetLadder(Guid.CreateVersion7(), LadderRules.Standard, 0))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await Get(new GetReminderSettings())).Plans.Single().Preset, Is.Null, "a ladder of its own");
    }

    [Test]
    public async Task The_dates_come_along_for_the_readers_calendar()
    {
        await Institutions("12.06.2026", "ana@example.org");
        await Run();
        var file = Server.Mails().Single().Attachments.OfType<MimePart>().Single();
        Assert.That((file.ContentType.MimeType, file.FileName), Is.EqualTo(("text/calendar", "deadlines.ics")));
        Assert.That(((TextPart)file).Text, Does.Contain("DTSTART;VALUE=DATE:20260612").And.Contain("SUMMARY:1.0 Acțiunea 0"));
    }

    private async Task Contact(Guid institution, string email, ContactRole role) =>
        await Get(new AddContact(institution, $"Persoana {email}", null, email, "ro", role, (await Get(new GetInstitution(institution))).Version));

    private async Task Officer(string email)
    {
        var invited = await Get(new InvitePerson(email, "Ana Rusu", [Role.Officer], null, "ro"));
        await Get(new AcceptInvitation(invited.Path.Split('/')[^1], "Ana Rusu", "o frază lungă și sigură 42", "ro"), Caller.Anonymous);
    }
}
