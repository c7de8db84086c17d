// The register on real databases: names, matching, contacts, versions.
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Contacts;
using CommunicationStrategy.Stakeholders.Features.Institutions;

namespace CommunicationStrategy.IntegrationTests.Stakeholders;

[TestFixtureSource(typeof(Providers))]
public sealed class InstitutionTests(string provider) : DatabaseTest(provider)
{
    [Test]
    public async Task An_institution_is_found_by_any_of_its_names_without_diacritics()
    {
        var id = await Add("Ministerul Sănătății, Muncii și Protecției Sociale", "MSMPS", "Ministry of Health, Labour and Social Protection", "MHLSP");

        foreach (var words in new[] { "sanatatii", "SĂNĂTĂŢII", "msmps", "health labour", "protectiei sociale" })
        {
            Assert.That((await Get(new ListInstitutions(words))).Items.Select(i => i.Id), Is.EqualTo(new[] { id }), words);
        }

        Assert.That((await Get(new ListInstitutions("vamal"))).Total, Is.Zero);
    }

    [Test]
    public async Task Names_are_matched_folded_and_a_shared_acronym_yields_candidates_not_a_guess()
    {
        var migration = await Add("Organizația Internațională pentru Migrație", "OIM", "International Organization for Migration", "IOM");
        var labour = await Add("Organizația Internațională a Muncii", "OIM", "International Labour Organization", "ILO");

        var matches = (await Get(new MatchInstitutions(["organizatia internationala PENTRU migratie", "OIM", "ILO", "Nobody", "Organizația „Internațională” a Muncii"]))).ToDictionary(m => m.Name);

        Assert.That(matches["organizatia internationala PENTRU migratie"].InstitutionId, Is.EqualTo(migration));
        Assert.That(matches["OIM"].InstitutionId, Is.Null);
        Assert.That(matches["OIM"].Candidates, Is.EquivalentTo(new[] { migration, labour }));
        Assert.That(matches["ILO"].InstitutionId, Is.EqualTo(labour));
        Assert.That(matches["Nobody"].Candidates, Is.Empty);
        Assert.That(matches["Organizația „Internațională” a Muncii"].InstitutionId, Is.EqualTo(labour));
    }

    [Test]
    public async Task A_remembered_alias_wins_over_an_acronym()
    {
        var migration = await Add("Organizația Internațională pentru Migrație", "OIM");
        await Add("Organizația Internațională a Muncii", "OIM");

        await Do(new AddInstitutionAlias(migration, "OIM Moldova"));

        Assert.That((await Get(new MatchInstitutions(["oim moldova"]))).Single().InstitutionId, Is.EqualTo(migration));
        Assert.That((await Get(new GetInstitution(migration))).Aliases, Is.EqualTo(new[] { "OIM Moldova" }));
    }

    [Test]
    public async Task Two_officers_change_the_same_institution_and_the_second_is_told()
    {
        var id = await Add("Serviciul Vamal", "SV");
        var seen = await Get(new GetInstitution(id));
        var name = LocalizedText.Of("Serviciul Vamal al Republicii Moldova", null, null);

        await Do(new EditInstitution(id, name, seen.Acronym, seen.Type, null, "MD", null, seen.Version));
        var second = await App.Send(new EditInstitution(id, LocalizedText.Of("SV", null, null), seen.Acronym, seen.Type, null, "MD", null, seen.Version));

        Assert.That(second.Failure?.Kind, Is.EqualTo(FailureKind.StaleVersion));
        Assert.That((await Get(new GetInstitution(id))).Name, Is.EqualTo(name));
    }

    [Test]
    public async Task Fields_are_named_when_they_are_wrong()
    {
        var result = await App.Send(new AddInstitution(LocalizedText.Of(null, null, "Only English"), LocalizedText.Empty, InstitutionType.Ngo));
        Assert.That(result.Failure?.Fields.Select(f => (f.Field, f.Code)), Is.EqualTo(new[] { ("Name", "stakeholders.name-required") }));

        var id = await Add("Procuratura Generală", "PG");
        var twice = await App.Send(new AddInstitution(LocalizedText.Of("procuratura generala", null, null), LocalizedText.Empty, InstitutionType.Judicial));
        Assert.That(twice.Failure?.Fields.Single().Code, Is.EqualTo("stakeholders.name-exists"));
        var contact = await App.Send(new AddContact(id, "Ion", null, "no-address", "xx", ContactRole.FocalPoint, 1));
        Assert.That(contact.Failure?.Fields.Select(f => f.Field), Is.EquivalentTo(new[] { "Email", "Language" }));
    }

    [Test]
    public async Task Recipients_are_active_focal_points_first_then_deputies_then_heads()
    {
        var id = await Add("Agenția Națională pentru Ocuparea Forței de Muncă", "ANOFM");
        await Get(new AddContact(id, "Dana", null, "deputy@example.org", "ru", ContactRole.Deputy, 1));
        var focal = await Get(new AddContact(id, "Andrei", "consultant", "focal@example.org", "ro", ContactRole.FocalPoint, 2));
        await Get(new AddContact(id, "Head", null, "head@example.org", "ro", ContactRole.Head, 3));
        Assert.That((await Get(new GetRecipients([id]))).Select(r => r.Email), Is.EqualTo(new[] { "focal@example.org", "deputy@example.org", "head@example.org" }));

        await Do(new EditContact(id, focal, "Andrei", null, "focal@example.org", "ro", ContactRole.FocalPoint, Active: false, 4));
        Assert.That((await Get(new GetRecipients([id]))).Select(r => r.Email), Is.EqualTo(new[] { "deputy@example.org", "head@example.org" }));

        var twice = await App.Send(new AddContact(id, "Other", null, "FOCAL@example.org", "ro", ContactRole.Expert, 5));
        Assert.That(twice.Failure?.Fields.Single().Code, Is.EqualTo("stakeholders.email-exists"));
    }

    [Test]
    public async Task Archiving_takes_out_of_lists_and_matching_and_restoring_undoes_it()
    {
        var id = await Add("Biroul migrație și azil", "BMA");
        await Do(new ArchiveInstitution(id, true, 1));

        Assert.That((await Get(new ListInstitutions())).Total, Is.Zero);
        Assert.That((await Get(new GetInstitutionNames())), Is.Empty);
        Assert.That((await Get(new MatchInstitutions(["BMA"]))).Single().InstitutionId, Is.Null);
        Assert.That((await App.Send(new ArchiveInstitution(id, true, 2))).Failure?.Code, Is.EqualTo("stakeholders.already-archived"));

        await Do(new ArchiveInstitution(id, false, 2));
        Assert.That((await Get(new MatchInstitutions(["BMA"]))).Single().InstitutionId, Is.EqualTo(id));
        Assert.That((await Get(new GetInstitutions([id]))).Single().ShortName("ro"), Is.EqualTo("BMA"));
    }

    [Test]
    public async Task The_register_is_filled_once_from_a_list()
    {
        var list = new[] { Item("Curtea Supremă de Justiție", "CSJ"), Item("Cancelaria de Stat", "CS"), Item("cancelaria de stat", "X") };
        Assert.That(await Get(new ImportInstitutions(list)), Is.EqualTo(2));
        Assert.That(await Get(new ImportInstitutions(list)), Is.Zero);
        Assert.That((await Get(new ListInstitutions(Sort: "-name"))).Items.Select(i => i.Name.In("ro")), Is.EqualTo(new[] { "Curtea Supremă de Justiție", "Cancelaria de Stat" }));
        Assert.That((await Get(new ListInstitutions())).Items[0].ContactCount, Is.EqualTo(1));

        static InstitutionToImport Item(string name, string acronym) => new(LocalizedText.Of(name, null, null), LocalizedText.Of(acronym, null, null), InstitutionType.CentralAuthority, null, "MD", null,
            [new ContactToImport("Ana", null, "ana@example.org", "ro", ContactRole.FocalPoint)]);
    }

    [Test]
    public async Task Every_change_is_in_the_audit_with_who_and_what()
    {
        var officer = new Caller(CallerKind.Person, "Olga Officer", Guid.CreateVersion7(), null, [Permission.EditStakeholders, Permission.ViewStakeholders]);
        var id = (await App.Send(new AddInstitution(LocalizedText.Of("Oficiul Avocatului Poporului", null, null), LocalizedText.Empty, InstitutionType.Independent), officer)).Require();
        await using var scope = App.Scope();
        var context = (ModuleDbContext)scope.ServiceProvider.GetService(typeof(CommunicationStrategy.Stakeholders.Data.StakeholdersDbContext))!;

        var entry = context.Audit.Single(a => a.EntityId == id.ToString());

        Assert.That((entry.Who, entry.Action, entry.EntityType), Is.EqualTo(("Olga Officer", AuditAction.Created, "Institution")));
        Assert.That(entry.Changes, Does.Contain("Oficiul Avocatului Poporului"));
    }

    [Test]
    public async Task Without_the_permission_nothing_happens()
    {
        var reader = new Caller(CallerKind.Person, "Reader", Guid.CreateVersion7(), null, [Permission.ViewStakeholders]);
        var result = await App.Send(new AddInstitution(LocalizedText.Of("X", null, null), LocalizedText.Empty, InstitutionType.Ngo), reader);
        Assert.That(result.Failure?.Kind, Is.EqualTo(FailureKind.Forbidden));
        Assert.That((await Get(new ListInstitutions())).Total, Is.Zero);
    }

    private Task<Guid> Add(string ro, string acronymRo, string? en = null, string? acronymEn = null) =>
        Get(new AddInstitution(LocalizedText.Of(ro, null, en), LocalizedText.Of(acronymRo, null, acronymEn), InstitutionType.CentralAuthority));
}
