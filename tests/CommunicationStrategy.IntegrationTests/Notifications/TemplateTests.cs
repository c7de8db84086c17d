// The office's own words for its mails: written, filled in, looked at, tried out, and never in the way of the run.
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Mails;
using CommunicationStrategy.Notifications.Features.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed class TemplateTests(string provider) : ReminderWorld(provider)
{
    [Test]
    public async Task Own_words_go_out_with_their_variables_filled_in_and_the_rest_follows_the_standard()
    {
        await Institutions("03.06.2026", "ana@example.org");
        await Do(new SetTemplate(TemplateKind.Digest, "ro", new TemplateWords("{institution}: {counts}", null, "Bună ziua de la {office}.\nAstăzi, {date}.", "Mulțumim, {recipient} & <b>."), 0));
        await Run();
        var mail = Server.Mails().Single();
        Assert.That(mail.Subject, Is.EqualTo("Instituția 0 ana@example.org: 1 termen apropiat"));
        Assert.That(mail.TextBody, Does.Contain("Stimată doamnă / Stimate domn Persoana 0,").And.Contain("Astăzi, 02.06.2026.").And.Contain("Mulțumim, Persoana 0 & <b>."));
        Assert.That(mail.HtmlBody, Does.Contain("<p style=\"margin:0 0 16px\">Astăzi, 02.06.2026.</p>").And.Contain("&lt;b&gt;"));
        Assert.That((await Get(new ListTemplates())).Where(t => t.Own).Select(t => (t.Kind, t.Language, t.Broken)), Is.EqualTo(new[] { (TemplateKind.Digest, "ro", false) }));

        await Do(new ResetTemplate(TemplateKind.Digest, "ro", 1));
        Assert.That((await Get(new GetTemplate(TemplateKind.Digest, "ro"))).Version, Is.Zero);
    }

    [Test]
    public async Task What_is_no_variable_is_refused_and_what_is_broken_nevertheless_does_not_stop_the_run()
    {
        foreach (var wrong in new[] { "{nume}", "{counts", "date}", "{{date}}", "{}", "{date:dd}", "@(1+1) {recipient.Name}" })
        {
            var refused = (await App.Send(new SetTemplate(TemplateKind.Digest, "ro", new TemplateWords(wrong, null, wrong, null), 0))).Failure;
            Assert.That(refused?.Fields.Select(f => (f.Field, f.Code)), Is.EqualTo(new[] { ("Subject", "notifications.template-variable"), ("Intro", "notifications.template-variable") }), wrong);
        }

        Assert.That((await App.Send(new SetTemplate(TemplateKind.Week, "ro", new TemplateWords("{institution}", null, null, null), 0))).Failure?.Fields.Single().Field, Is.EqualTo("Subject"), "the office's week is about no institution");

        // As a later version of the product might find one, or a hand in the database.
        await using (var scope = App.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
            var template = new MailTemplate(TemplateKind.Digest, "ro");
            template.Write(new TemplateWords("{gone}", "   ", "{", "Cu stimă, {office}"));
            db.Templates.Add(template);
            await db.SaveChangesAsync();
        }

        await Institutions("03.06.2026", "ana@example.org");
        await Run();
        var mail = Server.Mails().Single();
        Assert.That(mail.Subject, Is.EqualTo("Planul de acțiuni la 02.06.2026: 1 termen apropiat"));
        Assert.That(mail.TextBody, Does.Contain("Acestea sunt sarcinile").And.Contain("Cu stimă, ").And.Not.Contain("{"));
        Assert.That((await Get(new ListTemplates())).Single(t => t.Own).Broken, Is.True);
    }

    [Test]
    public async Task A_test_goes_to_the_one_who_asks_and_stands_in_the_ledger()
    {
        Assert.That((await App.Send(new SendTestMail(TemplateKind.Digest, "ro"))).Failure?.Code, Is.EqualTo("notifications.no-own-address"));
        var invited = await Get(new InvitePerson("ofiter@example.org", "Ana Rusu", [Role.Officer], null, "ro"));
        await Get(new AcceptInvitation(invited.Path.Split('/')[^1], "Ana Rusu", "o frază lungă și sigură 42", "ro"), Caller.Anonymous);
        var me = (await Get(new CommunicationStrategy.Contracts.Access.GetOffice())).Single();
        var caller = new Caller(CallerKind.Person, me.Name, me.Id, null, [Permission.ManageNotifications, Permission.ViewNotifications]);
        var first = await Get(new SendTestMail(TemplateKind.Head, "ru"), caller);
        var second = await Get(new SendTestMail(TemplateKind.Head, "ru"), caller);
        Assert.That(second, Is.Not.EqualTo(first), "as often as wanted");
        var mail = await Get(new GetMail(first));
        Assert.That((mail.RecipientEmail, mail.State, mail.Attempts, mail.Language), Is.EqualTo(("ofiter@example.org", DeliveryState.Sent, 1, "ru")));
        Assert.That(mail.TextBody, Does.Contain("Министерство (пример)").And.Contain("1.2 "));
        Assert.That(Directory.GetFiles(Path.Combine(App.DataFolder, "mail"), "*.eml").Count(f => File.ReadAllText(f).Contains(mail.MessageId, StringComparison.Ordinal)), Is.EqualTo(1), "it left as any mail does");
    }

    [TestCase(TemplateKind.Digest)]
    [TestCase(TemplateKind.Deputy)]
    [TestCase(TemplateKind.Head)]
    [TestCase(TemplateKind.Week)]
    [TestCase(TemplateKind.Escalated)]
    public async Task Each_kind_can_be_looked_at_in_each_language(TemplateKind kind)
    {
        foreach (var language in new[] { "ro", "ru", "en" })
        {
            var standard = (await Get(new GetTemplate(kind, language))).Standard;
            var preview = await Get(new PreviewTemplate(kind, language, new TemplateWords(null, null, null, null)));
            var copied = await Get(new PreviewTemplate(kind, language, standard));
            Assert.That((copied.Subject, copied.TextBody), Is.EqualTo((preview.Subject, preview.TextBody)), "the standard written down is the standard");
            Assert.That(preview.Subject + preview.TextBody, Does.Not.Contain("{").And.Not.Contain("[digest").And.Not.Contain("sample."));
        }
    }

    [Test]
    public async Task No_more_leave_in_a_minute_than_is_allowed()
    {
        await Institutions("03.06.2026", "a@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org");
        var slow = new Limited(Server, 2);
        await Run(slow);
        await Run(slow);
        Assert.That(Server.Mails(), Has.Count.EqualTo(2));
        App.Clock.Set(App.Clock.GetUtcNow() + TimeSpan.FromSeconds(61));
        await Run(slow);
        Assert.That(Server.Mails(), Has.Count.EqualTo(4));
        App.Clock.Set(App.Clock.GetUtcNow() + TimeSpan.FromSeconds(61));
        await Run(slow);
        Assert.That(Server.Mails(), Has.Count.EqualTo(5));
    }

    private sealed class Limited(SmtpServer server, int perMinute) : CommunicationStrategy.Notifications.IMailTransportFactory
    {
        public int PerMinute => perMinute;

        public CommunicationStrategy.Notifications.IMailTransport Open() => server.Open();
    }
}
