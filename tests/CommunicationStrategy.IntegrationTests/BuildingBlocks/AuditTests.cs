// The record of changes on real databases: who, from which value to which, children too, secrets never, and only what was saved.
using System.Text.Json;
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.Http;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Contacts;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.BuildingBlocks;

[TestFixtureSource(typeof(Providers))]
public sealed class AuditTests(string provider) : WebWorld(provider)
{
    private static readonly Caller Officer = new(CallerKind.Person, "Olga Officer", Guid.CreateVersion7(), null, [Permission.EditStakeholders, Permission.ViewStakeholders]);

    [Test]
    public async Task An_entry_says_who_from_which_value_to_which()
    {
        var before = await Get(new GetInstitution(Ministry));
        await Do(new EditInstitution(Ministry, before.Name.With("en", "Ministry of the Interior"), before.Acronym, InstitutionType.Subordinate, "coordonator", null, null, before.Version), Officer);

        var entry = (await Entries<StakeholdersDbContext>()).Single(a => a.EntityId == Ministry.ToString() && a.Action == AuditAction.Changed);
        Assert.That((entry.Who, entry.WhoId, entry.CallerKind, entry.EntityType), Is.EqualTo(("Olga Officer", Officer.Id, CallerKind.Person, nameof(Institution))));
        Assert.That(entry.At, Is.EqualTo(App.Clock.GetUtcNow()).Within(TimeSpan.FromMinutes(1)));
        var changes = Changes(entry);
        Assert.That(changes["Name"].Select(v => v.GetProperty("en").GetString()), Is.EqualTo(new[] { "Ministry of Internal Affairs", "Ministry of the Interior" }));
        Assert.That(changes["Type"].Select(v => v.GetString()), Is.EqualTo(new[] { "CentralAuthority", "Subordinate" }));
        Assert.That((changes["Role"][0].ValueKind, changes["Role"][1].GetString()), Is.EqualTo((JsonValueKind.Null, "coordonator")));
        Assert.That(changes.Keys, Is.EquivalentTo(new[] { "Name", "Type", "Role", "SearchText" }), "what stayed is not listed");
    }

    [Test]
    public async Task Children_have_entries_of_their_own_when_added_changed_and_taken_away()
    {
        var version = (await Get(new GetInstitution(Ministry))).Version;
        var contact = await Get(new AddContact(Ministry, "Ana Rusu", null, "ana@example.org", "ro", ContactRole.FocalPoint, version), Officer);
        await Do(new EditContact(Ministry, contact, "Ana Rusu", null, "rusu@example.org", "ro", ContactRole.FocalPoint, Active: false, version + 1), Officer);
        var before = await Get(new GetInstitution(Ministry));
        await Do(new EditInstitution(Ministry, before.Name.With("en", null), before.Acronym, before.Type, before.Role, before.Country, before.Note, before.Version), Officer);

        var entries = await Entries<StakeholdersDbContext>();
        var ofContact = entries.Where(a => a.EntityType == nameof(Contact)).ToList();
        Assert.That(ofContact.Select(a => (a.Action, a.Who, a.EntityId)), Is.EqualTo(new[] { (AuditAction.Created, "Olga Officer", contact.ToString()), (AuditAction.Changed, "Olga Officer", contact.ToString()) }));
        Assert.That(Changes(ofContact[0])["InstitutionId"][1].GetGuid(), Is.EqualTo(Ministry));
        var changes = Changes(ofContact[1]);
        Assert.That(changes["Email"].Select(v => v.GetString()), Is.EqualTo(new[] { "ana@example.org", "rusu@example.org" }));
        Assert.That(changes["Active"].Select(v => v.GetBoolean()), Is.EqualTo(new[] { true, false }));
        Assert.That(changes, Has.Count.EqualTo(2));

        var gone = entries.Where(a => a.EntityType == nameof(InstitutionName) && a.Action == AuditAction.Removed).SelectMany(a => Changes(a).Where(c => c.Key == "Written").Select(c => c.Value));
        Assert.That(gone.Select(c => (c[0].GetString(), c[1].ValueKind)), Does.Contain(("Ministry of Internal Affairs", JsonValueKind.Null)));
    }

    [Test]
    public async Task Parts_of_a_value_are_told_apart_and_dates_can_be_read()
    {
        var activity = await Activity(await PlanInForce(), deadline: "trimestrial");
        var seen = await One(activity);
        await Get(new CorrectDeadline(activity, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30), seen.Version));

        var entries = await Entries<ActionPlanDbContext>();
        var created = Changes(entries.Single(a => a.EntityId == activity.ToString() && a.Action == AuditAction.Created));
        Assert.That(created["Occurrences"][1].EnumerateArray().Select(d => d.GetDateTime().Year).Distinct(), Is.EqualTo(new[] { 2026, 2027 }));
        var changes = Changes(entries.Single(a => a.EntityId == activity.ToString() && a.Action == AuditAction.Changed));
        Assert.That((changes["Start"][1].GetString(), changes["Due"][1].GetString(), changes["ResolvedBy"][1].GetString()), Is.EqualTo(("2026-09-01", "2026-09-30", "Person")));
        Assert.That(changes.Values.SelectMany(v => v).Select(v => v.GetRawText()), Has.None.Contain("System."), "a value, not the name of its type");
        Assert.That(changes.Keys, Does.Not.Contain("AsWritten"), "the words stay");
    }

    [Test]
    public async Task Jobs_events_and_links_have_their_names()
    {
        var activity = await Activity(await PlanInForce(), lead: "Ministerul de Interne");
        await Do(new AddInstitutionAlias(Ministry, "Ministerul de Interne"), Officer);
        await App.DispatchAsync();
        var recognised = (await Entries<ActionPlanDbContext>()).Single(a => a.EntityType == "Assignment" && a.Action == AuditAction.Changed);
        Assert.That((recognised.Who, recognised.CallerKind, recognised.WhoId), Is.EqualTo(("stakeholders.institution-alias-added.v1", CallerKind.System, (Guid?)null)));
        Assert.That((Changes(recognised)["InstitutionId"][0].ValueKind, Changes(recognised)["InstitutionId"][1].GetGuid()), Is.EqualTo((JsonValueKind.Null, Ministry)));

        await Get(new SubmitReport(activity, Period, null, ReportedState.InProgress, 20, "Început.", null, null, null), MinistryLink);
        var report = (await Entries<ActionPlanDbContext>()).First(a => a.EntityType == nameof(ActivityReport));
        Assert.That((report.Who, report.CallerKind), Is.EqualTo(("link", CallerKind.Link)));
    }

    [Test]
    public async Task Secrets_leave_the_fact_of_their_change_and_nothing_else()
    {
        var email = await Person(Role.Officer);
        var person = await In<AccessDbContext, Person>(db => db.People.AsNoTracking().SingleAsync(p => p.Email == email));
        var entries = (await Entries<AccessDbContext>()).Where(a => a.EntityId == person.Id.ToString()).ToList();
        Assert.That(entries.Select(Changes).Where(c => c.ContainsKey("PasswordHash")).SelectMany(c => c["PasswordHash"]).Select(v => v.GetString()), Is.Not.Empty.And.All.EqualTo("•••"));
        var links = await In<AccessDbContext, List<string>>(db => db.Links.Select(l => l.TokenHash).ToListAsync());
        Assert.That(links, Is.Not.Empty);
        var all = string.Concat((await Entries<AccessDbContext>()).Select(a => a.Changes));
        foreach (var secret in links.Append(person.PasswordHash!).Append(person.SecurityStamp!).Append(Password)) Assert.That(all, Does.Not.Contain(secret));
    }

    [Test]
    public async Task Without_its_entry_there_is_no_change_and_without_a_change_no_entry()
    {
        var seen = await Get(new GetInstitution(Ministry));
        var rename = new EditInstitution(Ministry, LocalizedText.Of("ro", "Alt nume"), seen.Acronym, seen.Type, null, null, null, seen.Version);
        var before = (await Entries<StakeholdersDbContext>()).Count;
        await using (await App.HideAsync<StakeholdersDbContext>(typeof(AuditEntry)))
        {
            Assert.That(() => App.Send(rename), Throws.InstanceOf<DbUpdateException>());
        }

        Assert.That(((await Get(new GetInstitution(Ministry))).Name, (await Entries<StakeholdersDbContext>()).Count), Is.EqualTo((seen.Name, before)));
        Assert.That((await App.Send(rename with { Version = seen.Version + 7 })).Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        Assert.That(await Entries<StakeholdersDbContext>(), Has.Count.EqualTo(before), "a refused change leaves no entry");
        await Do(rename);
        Assert.That(await Entries<StakeholdersDbContext>(), Has.Count.GreaterThan(before));
    }

    private static Dictionary<string, JsonElement[]> Changes(AuditEntry entry) =>
        JsonDocument.Parse(entry.Changes).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.EnumerateArray().ToArray());

    private Task<List<AuditEntry>> Entries<TContext>()
        where TContext : ModuleDbContext => In<TContext, List<AuditEntry>>(db => db.Audit.AsNoTracking().OrderBy(a => a.Id).ToListAsync());

    private async Task<T> In<TContext, T>(Func<TContext, Task<T>> ask)
        where TContext : ModuleDbContext
    {
        await using var scope = App.Scope();
        return await ask(scope.ServiceProvider.GetRequiredService<TContext>());
    }
}
