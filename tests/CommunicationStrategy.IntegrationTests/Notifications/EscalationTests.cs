// When reminding is over: letters that the head of the secretariat signs, and the list for the National Committee.
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications.Features.Escalations;
using CommunicationStrategy.Stakeholders.Features.Contacts;
using CommunicationStrategy.Stakeholders.Features.Institutions;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed class EscalationTests(string provider) : ReminderWorld(provider)
{
    [Test]
    public async Task A_letter_is_drawn_up_once_taken_along_and_put_on_record()
    {
        var institution = (await Institutions("19.05.2026", "ana@example.org")).Single(); // a Tuesday, fourteen days ago
        await Duties("20.05.2026", [institution]);
        await Get(new AddContact(institution, "Ion Munteanu", "ministru", "sef@example.org", "ro", ContactRole.Head, (await Get(new GetInstitution(institution))).Version));
        await Head("Maria Cojocaru");
        await Run();
        var told = Server.Mails().Single(m => m.To.Mailboxes.Single().Address == "maria@example.org");
        Assert.That(told.TextBody, Does.Contain("SCRISORI DE SEMNAT (1)").And.Contain("http://localhost/reminders/escalated"));

        var due = (await Get(new ListLetters())).Due.Single();
        Assert.That((due.InstitutionId, due.Duties, due.DaysLate), Is.EqualTo((institution, 1, 14)), "the other is a day short");
        var draft = await Get(new GetLetterDue(institution));
        Assert.That((draft.Addressee, draft.Signatory, draft.AnswerBy, draft.Duties.Single().Reminders), Is.EqualTo(("Ion Munteanu\nInstituția 0 ana@example.org", "Maria Cojocaru", new DateOnly(2026, 6, 16), 2)), "the focal point's mail and the head's");
        var activity = draft.Duties.Single().ActivityId;
        Assert.That((await Get(new GetRemindersSent([activity, Guid.CreateVersion7()], Today))).Single(), Is.EqualTo(new RemindersSent(activity, 2)), "what an evaluation is told");
        Assert.That(await Get(new GetRemindersSent([activity], Today.AddDays(-1))), Is.Empty);

        Assert.That((await App.Send(new DrawUpLetter(institution, "fr", "", Today))).Failure?.Fields.Select(f => f.Field), Is.EquivalentTo(new[] { "Language", "Addressee", "AnswerBy" }));
        var id = await Get(new DrawUpLetter(institution, "ro", draft.Addressee, draft.AnswerBy));
        Assert.That((await App.Send(new DrawUpLetter(institution, "ro", draft.Addressee, draft.AnswerBy))).Failure?.Code, Is.EqualTo("notifications.no-letter-due"));
        Assert.That((await Get(new ListLetters())).Due, Is.Empty);

        var letter = await Get(new GetLetter(id));
        Assert.That((await App.Send(new RecordLetterSent(id, "03-17/1", Today.AddDays(1), letter.Version))).Failure?.Fields.Single().Code, Is.EqualTo("notifications.letter-date"));
        await Do(new RecordLetterSent(id, "03-17/1", Today, letter.Version));
        Assert.That((await App.Send(new DiscardLetter(id, letter.Version + 1))).Failure?.Code, Is.EqualTo("notifications.letter-sent"));
        Assert.That((await App.Send(new RecordLetterSent(id, "03-17/2", Today, letter.Version + 1))).Failure?.Code, Is.EqualTo("notifications.letter-sent"));

        App.Clock.Set(Today.AddDays(5));
        var file = await Get(new GetLetterFile(id));
        var text = WordText(file);
        Assert.That(text, Does.Contain("Nr. 03-17/1 din 02.06.2026").And.Contain("Ion Munteanu").And.Contain("PA-1 1.0").And.Contain("Acțiunea 0").And.Contain("19.05.2026").And.Contain("16.06.2026").And.Contain("Maria Cojocaru"));
        Assert.That(await Get(new GetLetterFile(id)), Is.EqualTo(file), "the same whenever it is asked for");
        Assert.That((await Get(new GetLetter(id))).Duties.Single().DaysLate, Is.EqualTo(14), "as on the letter's day");
        Assert.That((await Get(new ListLetters())).Due.Single().Duties, Is.EqualTo(1), "the other one is late enough now");
    }

    [Test]
    public async Task A_letter_that_was_not_sent_is_taken_back()
    {
        var institution = (await Institutions("19.05.2026", "ana@example.org")).Single();
        var id = await Get(new DrawUpLetter(institution, "en", "The Minister", Today.AddDays(14)));
        Assert.That(WordText(await Get(new GetLetterFile(id))), Does.Contain("No. ______________ of").And.Contain("Head of the Secretariat").And.Contain("______________________________"));
        Assert.That((await App.Send(new DiscardLetter(id, 7))).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        await Do(new DiscardLetter(id, 1));
        Assert.That((await Get(new ListLetters())).Due.Single().InstitutionId, Is.EqualTo(institution));
        Assert.That((await App.Send(new GetLetter(id))).Failure?.Kind, Is.EqualTo(FailureKind.NotFound));
    }

    [Test]
    public async Task What_stays_late_a_month_and_who_is_silent_two_quarters_comes_before_the_Committee()
    {
        var late = (await Institutions("30.04.2026", "ana@example.org")).Single();
        await Get(new DrawUpLetter(late, "ro", "Ministrul", Today.AddDays(14)));
        Assert.That((await Get(new ListForCommittee())).Items.Select(r => (r.InstitutionId, r.DaysLate, r.LetterSentOn)), Is.EqualTo(new[] { (late, 33, (DateOnly?)null) }));

        await CloseQuarter("2026-Q1");
        Assert.That((await Get(new ListForCommittee())).Total, Is.EqualTo(1), "one quarter alone");
        await CloseQuarter("2026-Q2");
        var rows = (await Get(new ListForCommittee())).Items;
        Assert.That(rows.Select(r => (r.InstitutionId, r.ActivityId is null, r.Missed, r.Missed is null ? 0 : r.Reminders)), Is.EqualTo(new[] { (late, false, null, 0), (late, true, "2026-Q1, 2026-Q2", 2) }));
        Assert.That((await Get(new ListForCommittee(late, 2, 1))).Items.Single().Missed, Is.EqualTo("2026-Q1, 2026-Q2"), "a page of its own");
        Assert.That((await Get(new ListForCommittee(Guid.CreateVersion7()))).Total, Is.Zero);
    }

    private async Task CloseQuarter(string period)
    {
        await Do(new OpenCollection(Plan, period));
        await Do(new CloseCollection(Plan, period));
    }

    private async Task Head(string name)
    {
        var invited = await Get(new InvitePerson("maria@example.org", name, [Role.Head], null, "ro"));
        await Get(new AcceptInvitation(invited.Path.Split('/')[^1], name, "o frază lungă și sigură 42", "ro"), Caller.Anonymous);
    }

    private static string WordText(byte[] file)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]+>", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
