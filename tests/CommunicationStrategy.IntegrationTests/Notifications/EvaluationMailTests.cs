// Mails about evaluations, from the closing of the quarter on: to whom, what they say, and never twice.
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed class EvaluationMailTests(string provider) : ReminderWorld(provider)
{
    private const string Period = "2026-Q1";
    private static readonly Caller Officer = Person("Ofițer", Permission.Evaluate, Permission.ViewMonitoring);

    [Test]
    public async Task Every_head_is_told_once_of_each_revision_that_stands_as_a_draft()
    {
        await Institutions("31.03.2026", "ana@example.org", "ion@example.org");
        var maria = await Join("maria@example.org", "Maria Cojocaru", "ro", Role.Head);
        await Join("olga@example.org", "Olga Rusu", "ru", Role.Head);
        await Join("dan@example.org", "Dan Popa", "ro", Role.Officer);
        var id = await Close(Plan);
        await Get(new ComputeEvaluation(Plan, Period), Officer);
        await Dispatch();
        await Run();
        await Run();

        var told = About("evaluation-drafted");
        Assert.That(told.Select(m => m.To.Mailboxes.Single().Address), Is.EquivalentTo(new[] { "maria@example.org", "olga@example.org" }), "computed twice, run twice, told once");
        var mail = told.Single(m => m.To.Mailboxes.Single().Address == "maria@example.org");
        Assert.That(mail.Subject, Is.EqualTo("Proiectul evaluării este gata: PA-1, trimestrul 1 2026"));
        Assert.That(mail.TextBody, Does.Contain("Maria Cojocaru,").And.Contain("Proiectul evaluării planului „PA-1 Planul de acțiuni” pentru trimestrul 1 2026").And.Contain("Grad de realizare: nu se poate calcula\n  scadente: 0, realizate integral: 0").And.Contain("Atingerea țintelor: nu se poate calcula")
            .And.Contain("Activități restante: 2\n  la data de referință 31.03.2026").And.Contain("Rapoarte primite: 0\n  datorate pentru trimestru: 2").And.Contain($"http://localhost/evaluations/{id}"));
        Assert.That(told.Single(m => m != mail).Subject, Is.EqualTo("Готов проект оценки: PA-1, 1 квартал 2026 года"));
        var row = (await Ledger()).First(m => m.RecipientEmail == "maria@example.org" && m.EvaluationId == id);
        Assert.That((row.State, row.Kind, row.Subject), Is.EqualTo((DeliveryState.Sent, "evaluation-drafted", mail.Subject)));

        await Approve(id, Person("Olga", Permission.ApproveEvaluation));
        await Get(new ReopenEvaluation(id, "A venit un raport"), new Caller(CallerKind.Person, "Maria Cojocaru", maria, null, [Permission.ApproveEvaluation]));
        await Dispatch();
        await Run();
        Assert.That(About("evaluation-drafted").Except(told, EqualityComparer<MimeMessage>.Create((a, b) => a!.MessageId == b!.MessageId, m => m.MessageId!.GetHashCode(StringComparison.Ordinal))).Select(m => (m.To.Mailboxes.Single().Address, m.Subject)), Is.EqualTo(new[] { ("olga@example.org", "Готов проект оценки: PA-1, 1 квартал 2026 года, редакция 2") }), "who opened it again knows");
    }

    [Test]
    public async Task At_night_it_waits_and_approved_meanwhile_it_is_called_off()
    {
        await Join("maria@example.org", "Maria Cojocaru", "ro", Role.Head);
        App.Clock.Set(new DateTimeOffset(2026, 6, 2, 21, 0, 0, TimeSpan.FromHours(3)));
        var id = await Close(Plan);
        await Run();
        var row = (await Ledger()).Single(m => m.EvaluationId == id);
        Assert.That((row.State, row.NextAttemptAt), Is.EqualTo((DeliveryState.Planned, new DateTimeOffset(2026, 6, 3, 8, 0, 0, TimeSpan.FromHours(3)))));

        await Approve(id, Person("Olga", Permission.ApproveEvaluation));
        App.Clock.Set(new DateOnly(2026, 6, 3));
        await Run();
        Assert.That(About("evaluation-drafted"), Is.Empty);
        row = (await Ledger()).Single(m => m.EvaluationId == id && m.Kind == "evaluation-drafted");
        Assert.That((row.State, row.LastError), Is.EqualTo((DeliveryState.Cancelled, MailProblem.NothingOwed)));
    }

    [Test]
    public async Task Whatever_writes_it_down_the_ledger_holds_it_once()
    {
        var id = await Close(Plan);
        var recipient = new MailRecipient(Guid.CreateVersion7(), "Maria", "maria@example.org", "ro");
        Task Write(Guid evaluation, int days) => InScope(db => db.Mails.Add(OutgoingMail.AboutEvaluation(OutgoingMail.Drafted, evaluation, recipient, "x.example", Today.AddDays(days), App.Clock.GetUtcNow())));
        await Write(id, 0);
        await Write(Guid.CreateVersion7(), 0);
        Assert.That(() => Write(id, 1), Throws.InstanceOf<DbUpdateException>(), "another day, the same evaluation");
    }

    [Test]
    public async Task Whoever_stands_on_the_plans_list_gets_the_approved_evaluation_with_its_report_once()
    {
        await Get(new AddToDistribution(Plan, "Consiliul Europei", "Office@Example.org", "en"));
        var gone = await Get(new AddToDistribution(Plan, "Cancelaria de Stat", "cancelaria@example.org", "ro"));
        await Get(new AddToDistribution(Plan, "Ministerul", "ministerul@example.org", "ro"));
        Assert.That((await App.Send(new AddToDistribution(Plan, "Încă o dată", "office@example.org", "ro"))).Failure!.Fields.Single().Code, Is.EqualTo("notifications.distribution-twice"));
        Assert.That((await App.Send(new AddToDistribution(Plan, "", "nu e adresă", "de"))).Failure!.Fields.Select(f => f.Field), Is.EqualTo(new[] { "Name", "Email", "Language" }));
        var id = await Close(Plan);
        await Approve(id, Person("Olga", Permission.ApproveEvaluation));
        await Do(new RemoveFromDistribution(gone, 1));
        await Run();
        await Run();

        var told = About("evaluation-approved");
        Assert.That(told.Select(m => m.To.Mailboxes.Single().Address), Is.EquivalentTo(new[] { "office@example.org", "ministerul@example.org" }), "taken off before it left: not written to");
        var english = told.Single(m => m.To.Mailboxes.Single().Address == "office@example.org");
        var file = (MimePart)english.Attachments.Single();
        using var content = new MemoryStream();
        await file.Content!.DecodeToAsync(content);
        var kept = await Get(new ExportEvaluation(id, file.FileName!.EndsWith(".pdf", StringComparison.Ordinal) ? "pdf" : "docx", "en"));
        Assert.Multiple(async () =>
        {
            Assert.That(english.Subject, Is.EqualTo("Evaluation approved: PA-1, Q1 2026"));
            Assert.That(english.TextBody, Does.Contain((await Get(new GetEvaluation(id))).ContentHash).And.Contain(kept.FileName));
            Assert.That((file.FileName, content.ToArray()), Is.EqualTo((kept.FileName, kept.Content)), "the kept file, not another one");
            Assert.That((await Get(new GetDistribution(Plan))).Entries.Select(e => e.Name), Is.EqualTo(new[] { "Consiliul Europei", "Ministerul" }));
        });
    }

    private async Task<Guid> Close(Guid plan)
    {
        await Do(new OpenCollection(plan, Period));
        await Do(new CloseCollection(plan, Period));
        await Dispatch();
        return (await Get(new ListEvaluations(plan))).Items.Single().Id;
    }

    private async Task Approve(Guid evaluation, Caller by)
    {
        await Do(new ApproveEvaluation(evaluation, (await Get(new GetEvaluation(evaluation))).Version), by);
        await Dispatch();
    }

    /// <summary>An event may raise another one.</summary>
    private async Task Dispatch()
    {
        for (var round = 0; round < 3; round++) await App.DispatchAsync();
    }

    private List<MimeMessage> About(string kind) => [.. Server.Mails().Where(m => Kinds().GetValueOrDefault(m.MessageId ?? "") == kind)];

    private Dictionary<string, string> Kinds()
    {
        using var scope = App.Scope();
        return scope.ServiceProvider.GetRequiredService<NotificationsDbContext>().Mails.ToDictionary(m => m.MessageId, m => m.Kind);
    }

    private static Caller Person(string name, params Permission[] permissions) => new(CallerKind.Person, name, Guid.CreateVersion7(), null, permissions);

    private async Task InScope(Action<NotificationsDbContext> change)
    {
        await using var scope = App.Scope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        change(db);
        await db.SaveChangesAsync();
    }

    private async Task<Guid> Join(string email, string name, string language, Role role)
    {
        var invited = await Get(new InvitePerson(email, name, [role], null, language));
        await Get(new AcceptInvitation(invited.Path.Split('/')[^1], name, "o frază lungă și sigură 42", language), Caller.Anonymous);
        return (await Get(new Contracts.Access.GetOffice())).Single(p => p.Email == email).Id;
    }
}
