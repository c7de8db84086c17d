// The reminder job against a real mail server, on every database: once, whatever happens.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Notifications.Features.Mails;
using CommunicationStrategy.Stakeholders.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed class ReminderTests(string provider) : ReminderWorld(provider)
{
    [Test]
    public async Task One_digest_for_all_of_an_institution_and_nothing_at_the_second_run()
    {
        var institution = (await Institutions("08.06.2026", "ana@example.org")).Single();
        await Duties("03.06.2026", [institution]);
        await Duties("21.05.2026", [institution]);
        await Duties("30.11.2026", [institution]);
        var foreseen = (await Get(new WhoGetsWhatNext())).Items[0];
        Assert.That((foreseen.Day, foreseen.RecipientEmail, string.Join(' ', foreseen.Items.Select(i => i.Stage))), Is.EqualTo((Today, "ana@example.org", "overdue-1 1 7 assigned")));

        await Run();
        await Run();
        var mail = Server.Mails().Single();
        Assert.That(mail.To.Mailboxes.Single().Address, Is.EqualTo("ana@example.org"));
        Assert.That(mail.Subject, Does.Contain("1 termen depășit, 2 termene apropiate, 1 activitate nouă"));
        Assert.That(mail.TextBody, Does.Contain("http://localhost/r/"));
        Assert.That(mail.HtmlBody, Does.Contain("http://localhost/r/"));

        var row = (await Ledger()).Single();
        Assert.That((row.State, row.ItemCount, row.Attempts, mail.MessageId), Is.EqualTo((DeliveryState.Sent, 4, 1, (await Get(new GetMail(row.Id))).MessageId)));
        var kept = await Get(new GetMail(row.Id));
        Assert.That(kept.TextBody + kept.HtmlBody, Does.Contain("[link]").And.Not.Contain("/r/"));
        Assert.That(kept.Items.Select(i => i.Stage), Is.EqualTo(new[] { "overdue-1", "1", "7", "assigned" }));

        App.Clock.Set(Today.AddDays(1));
        await Run();
        Assert.That(Server.Mails(), Has.Count.EqualTo(1), "tomorrow no new step is reached");
    }

    [Test]
    public async Task After_three_days_off_one_mail_with_todays_steps()
    {
        var institution = (await Institutions("05.06.2026", "ana@example.org")).Single();
        await Run();
        App.Clock.Set(new DateOnly(2026, 6, 8));
        await Run();
        Assert.That(Server.Mails(), Has.Count.EqualTo(2));
        Assert.That((await Get(new ListMails(InstitutionId: institution, Day: new DateOnly(2026, 6, 8)))).Items.Single().ItemCount, Is.EqualTo(1));
    }

    [Test]
    public async Task A_duty_met_after_planning_is_left_out_and_with_nothing_left_no_mail_goes()
    {
        var both = await Institutions("08.06.2026", "ana@example.org", "ion@example.org");
        var second = (await Duties("07.06.2026", [both[0]])).Single();
        await OnlyPlan();
        await Report(second, both[0]);
        foreach (var duty in (await Get(new GetMyDuties(both[1]))).Duties) await Report(duty.ActivityId, both[1]);
        await Run();

        Assert.That(Server.Mails().Single().To.Mailboxes.Single().Address, Is.EqualTo("ana@example.org"));
        var ledger = (await Ledger()).ToDictionary(m => m.InstitutionId!.Value);
        Assert.That((ledger[both[0]].State, ledger[both[0]].ItemCount), Is.EqualTo((DeliveryState.Sent, 1)));
        Assert.That((ledger[both[1]].State, ledger[both[1]].LastError), Is.EqualTo((DeliveryState.Cancelled, MailProblem.NothingOwed)));
        Assert.That((await Get(new GetMail(ledger[both[0]].Id))).Items.Count(i => i.Omitted), Is.EqualTo(1));
    }

    [TestCase(1, 2, Description = "at once: what was asked a second ago holds")]
    [TestCase(3, 1)]
    public async Task What_happens_between_writing_a_mail_and_sending_it_holds_it_back(int seconds, int mails)
    {
        var institutions = await Institutions("03.06.2026", "ana@example.org", "ion@example.org");
        await Run(new Meanwhile(Server, async first =>
        {
            // While the first mail is on its way the institution of the other one reports, and the mail server takes its time.
            var other = institutions[first.EndsWith("ana@example.org", StringComparison.Ordinal) ? 1 : 0];
            var duty = (await Get(new GetMyDuties(other))).Duties.Single();
            await Get(new SubmitReport(duty.ActivityId, null, null, ReportedState.Complete, 100, "Făcut.", null, null, null), new Caller(CallerKind.Link, "link", null, other, [Permission.ReportProgress]));
            App.Clock.Set(App.Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds));
        }));
        Assert.That(Server.Mails(), Has.Count.EqualTo(mails));
        if (mails == 2) return;
        Assert.That((await Ledger()).Select(m => (m.State, m.LastError)), Is.EquivalentTo(new[] { (DeliveryState.Sent, null), (DeliveryState.Cancelled, MailProblem.NothingOwed) }));
        await using var scope = App.Scope();
        Assert.That(scope.ServiceProvider.GetRequiredService<CommunicationStrategy.Notifications.Data.NotificationsDbContext>().Links.Count(), Is.EqualTo(1), "no link of a mail that did not leave");
    }

    [Test]
    public async Task A_mail_that_is_called_off_while_another_leaves_does_not_leave()
    {
        await Institutions("03.06.2026", "ana@example.org", "ion@example.org", "eva@example.org");
        await Run(new Meanwhile(Server, async first =>
        {
            foreach (var waiting in (await Ledger()).Where(m => m.State == DeliveryState.Planned && m.RecipientEmail != "eva@example.org" && m.RecipientEmail != first)) await Do(new CancelMail(waiting.Id, waiting.Version));
        }));
        Assert.That((await Ledger()).Count(m => m.State == DeliveryState.Cancelled), Is.GreaterThanOrEqualTo(1));
        Assert.That(Server.Mails(), Has.Count.EqualTo((await Ledger()).Count(m => m.State == DeliveryState.Sent)));
    }

    /// <summary>A mail server during whose first mail something happens.</summary>
    private sealed class Meanwhile(SmtpServer server, Func<string, Task> happens) : CommunicationStrategy.Notifications.IMailTransportFactory
    {
        public CommunicationStrategy.Notifications.IMailTransport Open() => new Slow(server.Open(), happens);

        private sealed class Slow(CommunicationStrategy.Notifications.IMailTransport inner, Func<string, Task> happens) : CommunicationStrategy.Notifications.IMailTransport
        {
            private bool happened;

            public async Task<CommunicationStrategy.Notifications.SendOutcome> SendAsync(CommunicationStrategy.Notifications.MailMessage mail, CancellationToken cancellationToken)
            {
                var outcome = await inner.SendAsync(mail, cancellationToken);
                if (!happened) await happens(mail.ToEmail);
                happened = true;
                return outcome;
            }

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }

    [Test]
    public async Task A_focal_point_gone_before_sending_gets_no_mail()
    {
        await Institutions("08.06.2026", "ana@example.org");
        await OnlyPlan();
        await using (var scope = App.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<StakeholdersDbContext>().Contacts.ExecuteUpdateAsync(s => s.SetProperty(c => c.Active, false));
        }

        await Run();
        Assert.That(Server.Mails(), Is.Empty);
        Assert.That((await Ledger()).Single().LastError, Is.EqualTo(MailProblem.NoRecipient));
    }

    [Test]
    public async Task Without_a_recipient_the_failure_is_on_record_once_a_day_and_the_reminder_is_not_lost()
    {
        var institution = (await Institutions("08.06.2026", "")).Single();
        await Run();
        await Run();
        var failed = (await Ledger()).Single();
        Assert.That((failed.State, failed.LastError, failed.RecipientEmail), Is.EqualTo((DeliveryState.Failed, MailProblem.NoRecipient, "")));
        Assert.That((await App.Send(new ResendMail(failed.Id, failed.Version))).Failure?.Code, Is.EqualTo("notifications.no-recipient"));

        await using (var scope = App.Scope())
        {
            var register = scope.ServiceProvider.GetRequiredService<StakeholdersDbContext>();
            register.Contacts.Add(new(institution, "Ana", null, "ana@example.org", "ro", Contracts.Stakeholders.ContactRole.Deputy));
            await register.SaveChangesAsync();
        }

        App.Clock.Set(Today.AddDays(1));
        await Run();
        Assert.That(Server.Mails(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task One_poison_recipient_stops_nobody_and_is_not_tried_again()
    {
        var addresses = Enumerable.Range(0, 40).Select(i => i == 20 ? "poison@example.org" : $"p{i}@example.org").ToArray();
        await Institutions("08.06.2026", addresses);
        await Run();
        App.Clock.Set(new DateTimeOffset(2026, 6, 2, 13, 0, 0, TimeSpan.Zero));
        await Run();
        Assert.That(Server.Mails(), Has.Count.EqualTo(39));
        var poison = (await Get(new ListMails(DeliveryState.Failed))).Items.Single();
        Assert.That((poison.RecipientEmail, poison.Attempts, poison.LastError), Is.EqualTo(("poison@example.org", 1, "550 5.1.1 no such mailbox")));
        Assert.That((await Get(new GetMail(poison.Id))).LinkOpen, Is.False, "what was not taken over leaves no open link");
    }

    [Test]
    public async Task A_mail_put_off_is_tried_again_later_and_given_up_after_two_days()
    {
        await Institutions("08.06.2026", "later@example.org");
        await Run();
        await Run();
        var waiting = (await Ledger()).Single();
        Assert.That((waiting.State, waiting.Attempts), Is.EqualTo((DeliveryState.Planned, 1)), "not before a minute has passed");
        Assert.That(waiting.NextAttemptAt - App.Clock.GetUtcNow(), Is.InRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60)));

        App.Clock.Set(Today.AddDays(1));
        await Run();
        Assert.That((await Ledger()).Single().Attempts, Is.EqualTo(2), "and no second digest while one waits");
        App.Clock.Set(Today.AddDays(2).AddDays(1));
        await Run();
        Assert.That((await Ledger()).Single(m => m.Day == Today).State, Is.EqualTo(DeliveryState.Failed));
    }

    [Test]
    public async Task A_mail_server_that_cannot_be_reached_costs_no_reminder()
    {
        await Institutions("08.06.2026", "ana@example.org", "ion@example.org");
        await Run(SmtpServer.Unreachable);
        Assert.That((await Ledger()).Select(m => m.State), Is.All.EqualTo(DeliveryState.Planned));
        App.Clock.Set(new DateTimeOffset(2026, 6, 2, 12, 0, 0, TimeSpan.Zero));
        await Run();
        Assert.That(Server.Mails(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task When_the_answer_never_came_nothing_is_sent_again_until_a_person_says_so()
    {
        await Institutions("08.06.2026", "drop@example.org", "ana@example.org");
        await Run();
        App.Clock.Set(new DateTimeOffset(2026, 6, 2, 13, 0, 0, TimeSpan.Zero));
        await Run();
        Assert.That(Server.Mails(), Has.Count.EqualTo(2), "the dropped one arrived, once; the other went over a new connection");
        var unknown = (await Get(new ListMails(DeliveryState.Unknown))).Items.Single();

        await Do(new ResendMail(unknown.Id, unknown.Version));
        Assert.That((await App.Send(new ResendMail(unknown.Id, unknown.Version))).Failure?.Kind, Is.EqualTo(FailureKind.Conflict).Or.EqualTo(FailureKind.StaleVersion));
        await Run();
        var twice = Server.Mails().Where(m => m.To.Mailboxes.Single().Address == "drop@example.org").ToList();
        Assert.That(twice, Has.Count.EqualTo(2));
        Assert.That(twice.Select(m => m.MessageId).Distinct().Count(), Is.EqualTo(1), "under the same Message-ID");
    }

    [Test]
    public async Task A_process_that_died_while_sending_leaves_a_mail_of_unknown_fate()
    {
        await Institutions("08.06.2026", "ana@example.org");
        await OnlyPlan();
        await using (var scope = App.Scope())
        {
            var ledger = scope.ServiceProvider.GetRequiredService<MailLedger>();
            Assert.That(await ledger.BeginAsync((await ledger.ClaimAsync(25, CancellationToken.None))!.Single(), CancellationToken.None), Is.True);
        }

        await Run();
        Assert.That((await Ledger()).Single().State, Is.EqualTo(DeliveryState.Sending), "it may be alive");
        App.Clock.Set(App.Clock.GetUtcNow() + TimeSpan.FromMinutes(16));
        await Run();
        Assert.That(((await Ledger()).Single().State, Server.Mails().Count), Is.EqualTo((DeliveryState.Unknown, 0)));
    }

    [Test]
    public async Task An_officer_calls_a_mail_off()
    {
        await Institutions("08.06.2026", "ana@example.org");
        await OnlyPlan();
        var mail = (await Ledger()).Single();
        await Do(new CancelMail(mail.Id, mail.Version));
        await Run();
        Assert.That((Server.Mails().Count, (await Ledger()).Single().State), Is.EqualTo((0, DeliveryState.Cancelled)));
    }

    [TestCaseSource(nameof(Sizes))]
    public async Task Two_workers_at_the_same_moment_send_every_mail_and_no_duplicate_however_often_they_run(int pairs)
    {
        await Institutions("08.06.2026", [.. Enumerable.Range(0, pairs).Select(i => $"p{i}@example.org")]);
        for (var run = 0; run < 4; run++) await Task.WhenAll(Task.Run(Run), Task.Run(Run));

        var mails = Server.Mails();
        Assert.That(mails.Select(m => m.To.Mailboxes.Single().Address).Distinct().Count(), Is.EqualTo(pairs));
        Assert.That(mails, Has.Count.EqualTo(pairs), "no duplicate");
        Assert.That(mails.Select(m => m.MessageId), Is.Unique);
        Assert.That((await Get(new ListMails(DeliveryState.Sent))).Total, Is.EqualTo(pairs));
    }

    private static IEnumerable<TestCaseData> Sizes()
    {
        yield return new TestCaseData(300);
        var slow = new TestCaseData(10_000).SetCategory("Long");
        yield return Environment.GetEnvironmentVariable("CS_TEST_LONG") == "1" ? slow : slow.Ignore("Slow: build/test long runs it.");
    }

    /// <summary>Writes the digests down without sending any.</summary>
    private async Task OnlyPlan()
    {
        await using var scope = App.Scope();
        Assert.That(await scope.ServiceProvider.GetRequiredService<DigestPlanner>().PlanAsync(false, CancellationToken.None), Is.Positive);
    }

    private Task<Guid> Report(Guid activity, Guid institution) => Get(
        new SubmitReport(activity, null, null, ReportedState.Complete, 100, "Făcut.", null, null, null), new Caller(CallerKind.Link, "link", null, institution, [Permission.ReportProgress]));
}
