// The pages on which reminders are set, paused, looked at and sent by hand.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Mails;
using CommunicationStrategy.Notifications.Features.Settings;
using CommunicationStrategy.Stakeholders.Features.Contacts;
using CommunicationStrategy.Stakeholders.Features.Institutions;

namespace CommunicationStrategy.IntegrationTests.Http;

[TestFixtureSource(typeof(Providers))]
public sealed class ReminderPagesTests(string provider) : WebWorld(provider)
{
    [Test]
    public async Task A_ladder_is_chosen_ready_made_or_written_and_what_is_wrong_is_said_at_its_field()
    {
        var plan = await PlanInForce();
        var officer = await SignedIn(Role.Officer);
        var page = $"/reminders/settings/plans/{plan}";
        Assert.That((await officer.Open($"{page}?preset=patient")).Html, Does.Contain("value=\"14, 3\""));
        var refused = await officer.Submit(page, "ladder", ("Input.Before", "30, mult"), ("Input.GraceDays", "0"), ("Input.RepeatDays", "7"));
        Assert.That((refused.Status, refused.Html.Contains("30, mult", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)), "what was typed stays");
        Assert.That((await officer.Submit(page, "ladder", ("Input.Before", "10; 5"), ("Input.GraceDays", "1"), ("Input.RepeatDays", "7"), ("Input.HeadAfter", "4"))).Location, Does.EndWith("/reminders/settings"));
        var rules = (await Get(new GetReminderSettings())).Plans.Single().Rules;
        Assert.That((rules.Before, rules.GraceDays, rules.DeputyAfter, rules.HeadAfter), Is.EqualTo((new[] { 10, 5 }, 1, (int?)null, (int?)4)));
        Assert.That((await officer.Open($"/reminders/settings/plans/{Guid.CreateVersion7()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Quiet_hours_and_pauses_are_set_and_lifted()
    {
        await PlanInForce();
        var officer = await SignedIn(Role.Officer);
        Assert.That((await officer.Submit("/reminders/settings", "quiet", ("Input.From", "18:30"), ("Input.To", "09:00"))).Location, Does.EndWith("/reminders/settings"));
        Assert.That((await officer.Submit("/reminders/settings", "quiet", ("Input.From", "seara"), ("Input.To", "09:00"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Get(new GetReminderSettings())).QuietFrom, Is.EqualTo(new TimeOnly(18, 30)));

        Assert.That((await officer.Submit("/reminders/settings/pause", "pause", ("Input.InstitutionId", Ministry.ToString()), ("Input.From", "2026-06-01"), ("Input.Reason", ""))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await officer.Submit("/reminders/settings/pause", "pause", ("Input.InstitutionId", Ministry.ToString()), ("Input.From", "2026-06-01"), ("Input.Reason", "Reorganizare."))).Location, Does.EndWith("/reminders/settings"));
        var pause = (await Get(new GetReminderSettings())).Pauses.Single();
        Assert.That((await officer.Open("/reminders/settings")).Html, Does.Contain("Reorganizare."));
        Assert.That((await officer.Submit("/reminders/settings", $"lift-{pause.Id:N}")).Location, Does.EndWith("/reminders/settings"));
        Assert.That((await Get(new GetReminderSettings())).Pauses, Is.Empty);
    }

    [Test]
    public async Task A_mail_is_looked_at_and_sent_from_its_page()
    {
        var plan = await PlanInForce();
        await Activity(plan, deadline: "12.06.2026");
        await Get(new AddContact(Ministry, "Ana Rusu", null, "ana@example.org", "ru", ContactRole.FocalPoint, (await Get(new GetInstitution(Ministry))).Version));
        var officer = await SignedIn(Role.Officer);
        var page = $"/reminders/preview?institution={Ministry}";
        Assert.That((await officer.Open(page)).Html, Does.Contain("ana@example.org"));
        var html = await officer.Open($"/reminders/preview/html?institution={Ministry}");
        Assert.That((html.Html.Contains("lang=\"ru\"", StringComparison.Ordinal), html.Response.Headers.GetValues("Content-Security-Policy").Single().Contains("sandbox", StringComparison.Ordinal)), Is.EqualTo((true, true)));
        Assert.That((await officer.Submit(page, "send", ("Input.Reason", ""))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await officer.Submit(page, "send", ("Input.Reason", "Ședința e mâine."))).Location, Does.EndWith($"/mails?institution={Ministry}"));
        var mail = (await Get(new ListMails())).Items.Single();
        Assert.That((mail.State, mail.Audience), Is.EqualTo((DeliveryState.Sent, Audience.FocalPoint)), "into the folder: no mail server is named");
        Assert.That((await officer.Open($"/mails/{mail.Id}")).Html, Does.Contain("Ședința e mâine."));
        Assert.That((await (await SignedIn(Role.Auditor)).Open(page)).Html, Does.Not.Contain("name=\"Input.Reason\""), "who only looks cannot send");
        Assert.That((await officer.Open($"/reminders/preview?institution={Guid.CreateVersion7()}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
