// A plan in force, institutions with focal points, and ways to run the reminder job against a mail server; the day is Tuesday, 2 June 2026.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Features.Plans;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Notifications.Features.Mails;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunicationStrategy.IntegrationTests.Notifications;

public abstract class ReminderWorld(string provider) : DatabaseTest(provider)
{
    protected static readonly DateOnly Today = new(2026, 6, 2);
    private protected SmtpServer Server { get; private set; } = null!;
    protected Guid Plan { get; private set; }

    [SetUp]
    public async Task Begin()
    {
        App.Clock.Set(Today);
        Server = new SmtpServer();
        Plan = await Get(new CreatePlan("PA-1", LocalizedText.Of("ro", "Planul de acțiuni"), new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)));
        await Do(new SubmitPlan(Plan, 1));
        await Do(new ApprovePlan(Plan, "HG nr. 1/2026", 2));
        await Do(new PutPlanInForce(Plan, 3));
    }

    [TearDown]
    public void End() => Server.Dispose();

    /// <summary>Institutions, each with a focal point (the address given, or none where it is ""), each leading one activity.</summary>
    protected async Task<IReadOnlyList<Guid>> Institutions(string deadline, params string[] addresses)
    {
        await using var scope = App.Scope();
        var register = scope.ServiceProvider.GetRequiredService<StakeholdersDbContext>();
        var institutions = addresses.Select((address, i) =>
        {
            var institution = new Institution(LocalizedText.Of("ro", $"Instituția {i} {address}"), LocalizedText.Empty, InstitutionType.CentralAuthority);
            if (address.Length > 0) institution.AddContact($"Persoana {i}", null, address, new[] { "ro", "ru", "en" }[i % 3], ContactRole.FocalPoint);
            return institution;
        }).ToList();
        register.AddRange(institutions);
        await register.SaveChangesAsync();
        await Duties(deadline, institutions.ConvertAll(i => i.Id));
        return institutions.ConvertAll(i => i.Id);
    }

    protected async Task<IReadOnlyList<Guid>> Duties(string deadline, IReadOnlyList<Guid> leads)
    {
        await using var scope = App.Scope();
        var plans = scope.ServiceProvider.GetRequiredService<ActionPlanDbContext>();
        var context = new DeadlineContext(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31));
        var count = plans.Activities.Count();
        var activities = leads.Select((lead, i) =>
        {
            var text = new ActivityText { Number = $"1.{count + i}", Title = LocalizedText.Of("ro", $"Acțiunea {count + i}") };
            var activity = Activity.Create(Plan, text, DeadlineParser.Parse(deadline, context), [new Assignee(AssignmentRole.Lead, "x", lead)], WorkingDays.Moldova).Require();
            Assert.That(activity.Plan().IsSuccess, Is.True);
            return activity;
        }).ToList();
        plans.AddRange(activities);
        await plans.SaveChangesAsync();
        return activities.ConvertAll(a => a.Id);
    }

    /// <summary>One run of the job as a worker of its own would do it: own scope, own connection.</summary>
    protected Task Run() => Run(Server);

    /// <summary>Sends by hand through the tests' mail server.</summary>
    protected async Task ByHand(Guid institution, string reason)
    {
        await using var scope = App.Scope();
        var services = scope.ServiceProvider;
        var handler = new ByHandHandler(services.GetRequiredService<Outlook>(), services.GetRequiredService<DigestPlanner>(), services.GetRequiredService<DigestPreparer>(), Sender(services, Server), services.GetRequiredService<IMediator>(), App.Clock);
        Assert.That((await handler.Handle(new SendByHand(institution, reason), CancellationToken.None)).Failure, Is.Null);
    }

    private DigestSender Sender(IServiceProvider services, IMailTransportFactory transports) =>
        new(services.GetRequiredService<MailLedger>(), Inboxes is null ? services.GetRequiredService<DigestPreparer>() : ActivatorUtilities.CreateInstance<DigestPreparer>(services, Inboxes), transports, App.Clock, NullLogger<DigestSender>.Instance);

    /// <summary>Set by tests that have a mailbox; the app itself has none.</summary>
    private protected IMailInboxFactory? Inboxes { get; set; }

    private protected async Task Run(IMailTransportFactory transports)
    {
        await using var scope = App.Scope();
        var services = scope.ServiceProvider;
        var sender = Sender(services, transports);
        var handler = new SendDueRemindersHandler(services.GetRequiredService<DigestPlanner>(), sender, NullLogger<SendDueRemindersHandler>.Instance);
        Assert.That((await handler.Handle(new SendDueReminders(), CancellationToken.None)).Failure, Is.Null);
    }

    protected async Task<IReadOnlyList<MailRow>> Ledger() => (await Get(new ListMails(Size: Paging.MaxSize))).Items;

    /// <summary>Every row of the module's tables, to see that nothing changed.</summary>
    protected async Task<string> Rows()
    {
        await using var scope = App.Scope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        var links = db.Links.OrderBy(l => l.Id).ToList().Select(l => $"{l.Id} {l.Version} {l.LastUsedAt} {l.RevokedAt}");
        return string.Join('\n', links.Concat(db.Mails.OrderBy(m => m.Id).ToList().Select(m => $"{m.Id} {m.Version}")).Append($"{db.Audit.Count()}"));
    }
}
