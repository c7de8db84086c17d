// Digests are answered by mail, through a real IMAP server: what is certain becomes a report, what is not waits for a person, and programs get no answer.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Inbox;
using CommunicationStrategy.Notifications.Features.Settings;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed class ReplyTests(string provider) : ReminderWorld(provider)
{
    private ImapServer mailbox = null!;
    private int sent;

    [SetUp]
    public void OpenMailbox()
    {
        mailbox = new ImapServer();
        Inboxes = mailbox.Inboxes;
    }

    [TearDown]
    public void CloseMailbox()
    {
        mailbox.Dispose();
        Inboxes = null;
    }

    [Test]
    public async Task An_answer_that_leaves_no_doubt_becomes_a_report_once()
    {
        var institution = (await Institutions("12.06.2026", "ana@example.org")).Single();
        var digest = await Digest();
        Assert.That(digest.TextBody, Does.Contain("60 %"), "the mail says how to answer it");
        Assert.That(ReplyTo(digest), Does.Match(@"^secretariat\+r\.[a-z2-7]{26}@example\.org$"));

        Answer(digest, "Am ținut două ședințe, 60 %.\n\nAna Rusu\n-- \nMinisterul\n\nPe 2 iun. 2026, Secretariatul a scris:\n> 1.0 Acțiunea 0\n> 100 %", attachment: "Proces-verbal.");
        await Read();
        await Read();
        var reply = (await Get(new ListReplies())).Items.Single();
        Assert.That((reply.Kind, reply.State, reply.Problem, reply.MailId), Is.EqualTo((InboundKind.Reply, InboundState.Applied, (string?)null, (Guid?)(await Ledger()).Single().Id)));
        var report = await Get(new GetReport(reply.ReportId!.Value));
        Assert.That((report.State, report.Percent, report.Claimed, report.SubmittedBy, report.Narrative), Is.EqualTo((ReportState.Submitted, 60, ReportedState.InProgress, "Persoana 0", "Am ținut două ședințe, 60 %.\n\nAna Rusu")));
        Assert.That(report.Files.Single().Name, Is.EqualTo("proces-verbal.txt"));
        Assert.That((await Get(new GetMyDuties(institution))).Duties.Single().Percent, Is.EqualTo(60));
        Assert.That(await mailbox.UnreadAsync(), Is.Zero);
    }

    [TestCase("Authentication-Results: mx.example.org; dmarc=fail header.from=example.org", "ana@example.org", "60 %", InboundProblem.NotAuthenticated)]
    [TestCase("Authentication-Results: elsewhere.example.com; dmarc=pass header.from=example.org", "ana@example.org", "60 %", InboundProblem.NotAuthenticated, Description = "not our own server's finding")]
    [TestCase("Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=evil.example.com", "ana@example.org", "60 %", InboundProblem.NotAuthenticated, Description = "of another domain")]
    [TestCase("Authentication-Results: mx.example.org; none\nAuthentication-Results: mx.example.org; dmarc=pass header.from=example.org", "ana@example.org", "60 %", InboundProblem.NotAuthenticated, Description = "the second was brought along")]
    [TestCase("X-Nothing: here", "ana@example.org", "60 %", InboundProblem.NotAuthenticated)]
    [TestCase(Vouched, "ion@example.org", "60 %", InboundProblem.OtherSender)]
    [TestCase(Vouched, "ana@example.org", "Lucrăm la asta.", InboundProblem.NoProgress)]
    [TestCase(Vouched, "ana@example.org", "0 %", InboundProblem.Refused, Description = "nothing moved and no obstacle is named")]
    public async Task What_is_in_doubt_waits_for_a_person(string headers, string from, string text, string problem)
    {
        await Institutions("12.06.2026", "ana@example.org");
        Answer(await Digest(), text, from, headers);
        await Read();
        var reply = (await Get(new ListReplies())).Items.Single();
        Assert.That((reply.State, reply.Problem, reply.ReportId), Is.EqualTo((InboundState.Waiting, problem, (Guid?)null)));
        Assert.That((await Get(new ListReports())).Total, Is.Zero);
    }

    [Test]
    public async Task Of_several_duties_the_reply_says_which_by_its_number()
    {
        var institution = (await Institutions("12.06.2026", "ana@example.org")).Single();
        var second = (await Duties("12.06.2026", [institution])).Single();
        var digest = await Digest();
        Answer(digest, "60 %");
        Answer(digest, "1.1: 40 %, am început.");
        await Read();
        var replies = (await Get(new ListReplies())).Items;
        Assert.That(replies.Select(r => (r.State, r.Problem)), Is.EquivalentTo(new[] { (InboundState.Waiting, InboundProblem.WhichDuty), (InboundState.Applied, (string?)null) }));
        Assert.That((await Get(new ListReports())).Items.Single().ActivityId, Is.EqualTo(second));
    }

    [Test]
    public async Task An_officer_makes_a_waiting_reply_a_report_or_puts_it_aside()
    {
        await Institutions("12.06.2026", "ana@example.org");
        var digest = await Digest();
        Answer(digest, "Aproape gata, mai lipsește semnătura.", attachment: "Lista.");
        Answer(digest, "Revin mâine.");
        await Read();
        var waiting = (await Get(new ListReplies(InboundState.Waiting))).Items.OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id).ToList();
        var reply = await Get(new GetReply(waiting[0].Id));
        Assert.That((reply.Percent, reply.Files.Single(), reply.Duties.Single().Number), Is.EqualTo(((int?)null, "proces-verbal.txt", "1.0")));
        Assert.That((await App.Send(new ApplyReply(waiting[0].Id, reply.Duties[0].ActivityId, 101, "", waiting[0].Version))).Failure?.Fields.Select(f => f.Field), Is.EquivalentTo(new[] { "Percent", "Narrative" }));
        await Do(new ApplyReply(waiting[0].Id, reply.Duties[0].ActivityId, 90, reply.Text, waiting[0].Version));
        var report = (await Get(new ListReports())).Items.Single();
        Assert.That((report.Percent, report.Files.Count, report.SubmittedBy.StartsWith("ana@example.org", StringComparison.Ordinal)), Is.EqualTo((90, 1, true)));
        Assert.That((await App.Send(new ApplyReply(waiting[0].Id, reply.Duties[0].ActivityId, 95, "x", waiting[0].Version + 1))).Failure?.Code, Is.EqualTo("notifications.reply-settled"));
        await Do(new DismissReply(waiting[1].Id, waiting[1].Version));
        Assert.That((await Get(new ListReplies(InboundState.Waiting))).Total, Is.Zero);
    }

    [TestCase("Auto-Submitted: auto-replied")]
    [TestCase("Precedence: bulk")]
    [TestCase("X-Autoreply: yes")]
    [TestCase("Return-Path: <>")]
    public async Task A_hundred_automatic_answers_yield_nothing(string header)
    {
        await Institutions("12.06.2026", "ana@example.org");
        var digest = await Digest();
        for (var i = 0; i < 100; i++) Answer(digest, "Sunt în concediu. 100 %", headers: $"{Vouched}\n{header}");
        await Read();
        await Read();
        await Run();
        await Read();
        Assert.That(Server.Mails(), Has.Count.EqualTo(1), "the digest alone");
        Assert.That((await Get(new ListReports())).Total, Is.Zero);
        Assert.That((await Get(new ListReplies(InboundState.Ignored, InboundKind.Automatic))).Total, Is.EqualTo(100));
    }

    [Test]
    public async Task A_mail_that_comes_back_is_on_record_and_the_second_time_the_address_is_suspended()
    {
        var institution = (await Institutions("12.06.2026", "ana@example.org")).Single();
        Bounce(await Digest(), "5.1.1", "failed");
        await Read();
        Assert.That((await Ledger()).Single().State, Is.EqualTo(DeliveryState.Bounced));
        Assert.That((await Get(new GetReminderSettings())).Refused.Single().Suspended, Is.False);

        await Duties("09.06.2026", [institution]);
        App.Clock.Set(Today.AddDays(1));
        Bounce(await Digest(), "4.4.1", "delayed");
        await Read();
        Assert.That((await Ledger())[0].State, Is.EqualTo(DeliveryState.Sent), "it may still arrive");
        Bounce(Server.Mails().OrderBy(m => m.Date).Last(), "5.2.1", "failed");
        await Read();
        Assert.That((await Get(new GetReminderSettings())).Refused.Single().Suspended, Is.True);
        Assert.That((await Get(new ListReplies(Kind: InboundKind.Bounce))).Total, Is.EqualTo(3));
    }

    [Test]
    public async Task What_is_not_for_us_stays_unread_for_people()
    {
        await Institutions("12.06.2026", "ana@example.org");
        await Digest();
        mailbox.Deliver("From: Maria <maria@example.org>\nTo: secretariat@example.org\nSubject: Întrebare\nMessage-ID: <1@x>\n\nCând e ședința?\n");
        mailbox.Deliver($"From: eve@example.org\nTo: secretariat+r.{new string('a', 26)}@example.org\nSubject: Re\nMessage-ID: <2@x>\n{Vouched}\n\n100 %\n");
        await Read();
        await Read();
        Assert.That(((await Get(new ListReplies())).Total, await mailbox.UnreadAsync()), Is.EqualTo((0, 2)));
    }

    private const string Vouched = "Authentication-Results: mx.example.org; dkim=pass header.d=example.org; dmarc=pass (p=reject) header.from=example.org";

    private async Task<MimeMessage> Digest()
    {
        await Run();
        return Server.Mails().OrderBy(m => m.Date).Last();
    }

    private async Task Read()
    {
        // A run reads fifty.
        for (var i = 0; i < 3; i++)
        {
            await using var scope = App.Scope();
            var handler = ActivatorUtilities.CreateInstance<ReadInboxHandler>(scope.ServiceProvider, Inboxes!);
            Assert.That((await handler.Handle(new ReadInbox(), CancellationToken.None)).Failure, Is.Null);
        }
    }

    private static string ReplyTo(MimeMessage digest) => digest.ReplyTo.Mailboxes.Single().Address;

    private void Answer(MimeMessage digest, string text, string from = "ana@example.org", string headers = Vouched, string? attachment = null)
    {
        var head = $"{headers}\nFrom: Ana <{from}>\nTo: {ReplyTo(digest)}\nSubject: Re\nMessage-ID: <{++sent}@client.example.org>\nDate: Tue, 02 Jun 2026 12:{sent % 60:00}:00 +0300\nMIME-Version: 1.0\n";
        mailbox.Deliver(attachment is null
            ? $"{head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n"
            : $"{head}Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Disposition: attachment; filename=\"proces-verbal.txt\"\nContent-Transfer-Encoding: 8bit\n\n{attachment}\n--b--\n");
    }

    private void Bounce(MimeMessage digest, string status, string action) => mailbox.Deliver($"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.org
        To: secretariat@example.org
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <{++sent}@mx.example.org>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="r"

        --r
        Content-Type: text/plain

        I'm sorry to have to inform you.
        --r
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org

        Final-Recipient: rfc822; ana@example.org
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 no such user

        --r
        Content-Type: text/rfc822-headers

        Message-ID: <{digest.MessageId}>
        Subject: x

        --r--

        """);
}
