// Coming in and being kept out, on every database: set-up, invitations, passwords, sessions, people.
using CommunicationStrategy.Access;
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Access.Features.People;
using CommunicationStrategy.Access.Features.Sessions;
using CommunicationStrategy.Access.Features.SetUp;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.Access;

[TestFixtureSource(typeof(Providers))]
public sealed class AccessTests(string provider) : DatabaseTest(provider)
{
    private const string Password = "trei gâște pe Bîc seara";

    [Test]
    public async Task The_set_up_link_makes_one_administrator_once()
    {
        var token = await SetUpTokenAsync();
        Assert.That((await Get(new GetOneTimeLink(token, OneTimeLinkPurpose.SetUp), Caller.Anonymous)).State, Is.EqualTo(OneTimeLinkState.Open));

        var signedIn = await Get(SetUp(token), Caller.Anonymous);
        var again = await App.Send(SetUp(token) with { Email = "second@example.org" }, Caller.Anonymous);
        Assert.Multiple(() =>
        {
            Assert.That(PersonCaller.From(signedIn.Principal).May(Permission.ManagePeople));
            Assert.That(again.Failure!.Code, Is.EqualTo("access.link-used"));
        });
        Assert.That((await Get(new GetOneTimeLink(token, OneTimeLinkPurpose.SetUp), Caller.Anonymous)).State, Is.EqualTo(OneTimeLinkState.Used));
        Assert.That((await Get(new EnsureFirstAdministrator())).Path, Is.Null);
    }

    [Test]
    public async Task A_weak_password_does_not_use_the_set_up_link_up()
    {
        var token = await SetUpTokenAsync();
        var weak = await App.Send(SetUp(token) with { Password = "Password2026!" }, Caller.Anonymous);
        var brief = await App.Send(SetUp(token) with { Password = "gâscă" }, Caller.Anonymous);
        Assert.Multiple(() =>
        {
            Assert.That(weak.Failure!.Fields.Select(f => f.Code), Is.EqualTo(["access.password-common"]));
            Assert.That(brief.Failure!.Fields.Select(f => f.Code), Is.EqualTo(["access.password-short"]));
        });
        _ = await Get(SetUp(token), Caller.Anonymous);
    }

    [Test]
    public async Task Old_replaced_and_unknown_links_are_refused()
    {
        var first = await SetUpTokenAsync();
        var second = await SetUpTokenAsync();
        Assert.That((await App.Send(SetUp(first), Caller.Anonymous)).Failure!.Code, Is.EqualTo("access.link-replaced"));

        App.Clock.Set(App.Clock.GetUtcNow().AddHours(25));
        Assert.That((await App.Send(SetUp(second), Caller.Anonymous)).Failure!.Code, Is.EqualTo("access.link-expired"));
        Assert.That((await App.Send(SetUp("unknown"), Caller.Anonymous)).Failure!.Kind, Is.EqualTo(FailureKind.NotFound));
        Assert.That((await App.Send(new AcceptInvitation(second, "Ana", Password, "ro"), Caller.Anonymous)).Failure!.Kind, Is.EqualTo(FailureKind.NotFound), "a link serves its own purpose only");
    }

    [Test]
    public async Task Two_uses_at_once_make_one_administrator()
    {
        var token = await SetUpTokenAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => App.Send(SetUp(token) with { Email = $"p{i}@example.org" }, Caller.Anonymous)));
        await using var scope = App.Scope();
        var people = await scope.ServiceProvider.GetRequiredService<AccessDbContext>().People.CountAsync();
        Assert.Multiple(() =>
        {
            Assert.That(results.Count(r => r.IsSuccess), Is.EqualTo(1));
            Assert.That(people, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task An_invited_person_sets_a_password_and_comes_in()
    {
        var invited = await InviteAsync("ion@example.org", Role.Officer);
        Assert.That((await Get(new GetPerson(invited.PersonId))).State, Is.EqualTo(PersonState.Invited));
        Assert.That((await SignInAsync("ion@example.org")).Failure!.Code, Is.EqualTo("access.sign-in-refused"), "no password yet");

        var signedIn = await Get(new AcceptInvitation(Token(invited.Path), "Ion Țurcanu", Password, "ru"), Caller.Anonymous);
        Assert.Multiple(() =>
        {
            Assert.That(PersonCaller.From(signedIn.Principal).May(Permission.EditActionPlan));
            Assert.That(PersonCaller.LanguageOf(signedIn.Principal), Is.EqualTo("ru"));
        });
        Assert.That((await SignInAsync("ION@example.org")).IsSuccess);
        Assert.That((await App.Send(new AcceptInvitation(Token(invited.Path), "Ion", Password, "ru"), Caller.Anonymous)).Failure!.Code, Is.EqualTo("access.link-used"));
    }

    [Test]
    public async Task A_new_link_ends_the_old_one_and_its_use_ends_all_sessions()
    {
        var (id, session) = await PersonAsync("ion@example.org", Role.Officer);
        var first = await Get(new RenewInvitation(id));
        var second = await Get(new RenewInvitation(id));
        Assert.That((await App.Send(new AcceptInvitation(Token(first.Path), "Ion", Password, "ro"), Caller.Anonymous)).Failure!.Code, Is.EqualTo("access.link-replaced"));
        Assert.That(await RunsAsync(session));
        _ = await Get(new AcceptInvitation(Token(second.Path), "Ion", Password + "!", "ro"), Caller.Anonymous);
        Assert.That(await RunsAsync(session), Is.False);
    }

    [Test]
    public async Task Five_wrong_passwords_rest_the_account()
    {
        await PersonAsync("ion@example.org", Role.Officer);
        for (var i = 0; i < 5; i++) Assert.That((await SignInAsync("ion@example.org", "wrong password here")).Failure!.Code, Is.EqualTo("access.sign-in-refused"));
        Assert.That((await SignInAsync("ion@example.org")).Failure!.Code, Is.EqualTo("access.sign-in-refused"), "the right password, but too late");
    }

    [Test]
    public async Task One_address_that_guesses_at_many_accounts_is_braked()
    {
        await PersonAsync("ion@example.org", Role.Officer);
        var address = Guid.CreateVersion7().ToString();
        for (var i = 0; i < SignInBrake.Failures; i++) await App.Send(new SignIn($"nobody{i}@example.org", Password, address), Caller.Anonymous);
        Assert.That((await App.Send(new SignIn("ion@example.org", Password, address), Caller.Anonymous)).Failure!.Code, Is.EqualTo("access.sign-in-throttled"));
        Assert.That((await SignInAsync("ion@example.org")).IsSuccess, "from elsewhere the account is open");
    }

    [Test]
    public async Task Closing_the_account_ends_its_sessions()
    {
        var (id, session) = await PersonAsync("ion@example.org", Role.Officer);
        Assert.That(await RunsAsync(session));
        await Do(await EditAsync(id) with { Disabled = true });
        Assert.That(await RunsAsync(session), Is.False);
        Assert.That((await SignInAsync("ion@example.org")).Failure!.Code, Is.EqualTo("access.sign-in-refused"));
        await Do(await EditAsync(id) with { Disabled = false });
        Assert.That(await RunsAsync(session), Is.False, "opening it again revives nothing");
    }

    [Test]
    public async Task New_roles_count_at_once()
    {
        var (id, session) = await PersonAsync("ion@example.org", Role.Officer);
        await Do(await EditAsync(id) with { Roles = [Role.Auditor] });
        var caller = PersonCaller.From(await Get(new ResumeSession(session), Caller.Anonymous));
        Assert.That((caller.May(Permission.EditActionPlan), caller.May(Permission.ViewAudit)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task Signing_out_ends_the_own_session_only()
    {
        var (id, session) = await PersonAsync("ion@example.org", Role.Officer);
        var (_, other) = await PersonAsync("ana@example.org", Role.Officer);
        var ion = new Caller(CallerKind.Person, "Ion", id, null, []);
        Assert.That((await App.Send(new EndSession(other), ion)).Failure!.Kind, Is.EqualTo(FailureKind.Forbidden));
        await Do(new EndSession(session), ion);
        await Do(new EndSession(session), ion);
        Assert.That((await RunsAsync(session), await RunsAsync(other)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_session_ends_after_twelve_hours()
    {
        var (_, session) = await PersonAsync("ion@example.org", Role.Officer);
        App.Clock.Set(App.Clock.GetUtcNow().AddHours(11.9));
        Assert.That(await RunsAsync(session));
        App.Clock.Set(App.Clock.GetUtcNow().AddHours(0.2));
        Assert.That(await RunsAsync(session), Is.False);
    }

    [Test]
    public async Task A_new_password_ends_the_other_sessions()
    {
        var (id, session) = await PersonAsync("ion@example.org", Role.FocalPoint);
        var ion = new Caller(CallerKind.Person, "Ion", id, null, []);
        Assert.That((await App.Send(new ChangeOwnPassword("not the password", Password + " mare"), ion)).Failure!.Fields.Single().Code, Is.EqualTo("access.password-wrong"));
        Assert.That((await App.Send(new ChangeOwnPassword(Password, "parolaparola"), ion)).Failure!.Fields.Single().Field, Is.EqualTo("NewPassword"));
        var signedIn = await Get(new ChangeOwnPassword(Password, Password + " mare"), ion);
        Assert.That((await RunsAsync(session), await RunsAsync(PersonCaller.SessionOf(signedIn.Principal)!.Value)), Is.EqualTo((false, true)));
        Assert.That((await SignInAsync("ion@example.org")).Failure!.Code, Is.EqualTo("access.sign-in-refused"));
        Assert.That((await SignInAsync("ion@example.org", Password + " mare")).IsSuccess);
        Assert.That((await App.Send(new GetOwnAccount(), Caller.Anonymous)).Failure!.Kind, Is.EqualTo(FailureKind.Forbidden));
    }

    [Test]
    public async Task A_person_chooses_the_language()
    {
        var (id, session) = await PersonAsync("ion@example.org", Role.Officer);
        var ion = new Caller(CallerKind.Person, "Ion", id, null, []);
        await Do(new ChooseOwnLanguage("en"), ion);
        Assert.That((await App.Send(new ChooseOwnLanguage("xx"), ion)).Failure!.Kind, Is.EqualTo(FailureKind.Invalid));
        Assert.That((await Get(new GetOwnAccount(), ion)).Language, Is.EqualTo("en"));
        Assert.That(PersonCaller.LanguageOf(await Get(new ResumeSession(session), Caller.Anonymous)), Is.EqualTo("en"));
    }

    [Test]
    public async Task An_administrator_stays_one()
    {
        var (id, _) = await PersonAsync("ana@example.org", Role.Administrator);
        var ana = new Caller(CallerKind.Person, "Ana", id, null, RolePermissions.Of([Role.Administrator]));
        var edit = await EditAsync(id);
        Assert.That((await App.Send(edit with { Roles = [Role.Officer] }, ana)).Failure!.Code, Is.EqualTo("access.own-role"));
        Assert.That((await App.Send(edit with { Disabled = true }, ana)).Failure!.Code, Is.EqualTo("access.own-role"));
        await Do(edit with { Roles = [Role.Administrator, Role.Officer] }, ana);
        Assert.That((await App.Send(edit, ana)).Failure!.Kind, Is.EqualTo(FailureKind.StaleVersion));
    }

    [Test]
    public async Task A_focal_point_without_an_institution_and_a_second_account_for_one_address_are_refused()
    {
        var alone = await App.Send(new InvitePerson("ion@example.org", "Ion", [Role.FocalPoint], null, "ro"));
        Assert.That(alone.Failure!.Fields.Single().Code, Is.EqualTo("access.institution-required"));

        await InviteAsync("ion@example.org", Role.Officer);
        var twice = await App.Send(new InvitePerson("ION@example.org", "Ion", [Role.Officer], null, "ro"));
        Assert.That(twice.Failure!.Fields.Select(f => f.Code), Is.EqualTo(["access.email-taken"]));
        Assert.That((await App.Send(new InvitePerson("x@example.org", "X", [Role.Officer], null, "ro"), Caller.Anonymous)).Failure!.Kind, Is.EqualTo(FailureKind.Forbidden));
    }

    [Test]
    public async Task People_are_found_by_name_role_and_state()
    {
        await PersonAsync("stefan@example.org", Role.Officer, "Ștefan Țurcanu");
        await PersonAsync("ana@example.org", Role.PressOfficer, "Ana Rusu");
        await InviteAsync("zina@example.org", Role.Head);
        Assert.Multiple(async () =>
        {
            Assert.That(await NamesAsync(new ListPeople("turcanu")), Is.EqualTo(["Ștefan Țurcanu"]));
            Assert.That(await NamesAsync(new ListPeople(Role: Role.Officer)), Is.EqualTo(["Ștefan Țurcanu"]));
            Assert.That(await NamesAsync(new ListPeople(State: PersonState.Invited)), Is.EqualTo(["zina@example.org"]));
            Assert.That(await NamesAsync(new ListPeople(State: PersonState.Active, Descending: true)), Is.EqualTo(["Ștefan Țurcanu", "Ana Rusu"]));
            Assert.That(await NamesAsync(new ListPeople(Order: PersonOrder.Email)), Is.EqualTo(["Ana Rusu", "Ștefan Țurcanu", "zina@example.org"]));
            Assert.That((await Get(new ListPeople(Size: 2))).Total, Is.EqualTo(3));
        });
    }

    [Test]
    public async Task Secrets_stay_out_of_the_audit_log()
    {
        var token = await SetUpTokenAsync();
        _ = await Get(SetUp(token), Caller.Anonymous);
        await using var scope = App.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AccessDbContext>();
        var person = await db.People.SingleAsync();
        var audit = string.Join('\n', await db.Audit.Select(a => a.Changes).ToListAsync());
        Assert.That(audit, Does.Contain(nameof(Person.PasswordHash)).And.Not.Contain(person.PasswordHash!).And.Not.Contain(person.SecurityStamp!).And.Not.Contain(OneTimeLink.Hash(token)));
        Assert.That(await db.Audit.Where(a => a.EntityType == nameof(Person)).Select(a => a.Who).FirstAsync(), Is.EqualTo("Ana Rusu"));
    }

    private static SetUpAdministrator SetUp(string token) => new(token, "Ana Rusu", "ana@example.org", Password, "ro");

    private static string Token(string path) => path[(path.LastIndexOf('/') + 1)..];

    private async Task<string> SetUpTokenAsync() => Token((await Get(new EnsureFirstAdministrator())).Path!);

    private Task<Invitation> InviteAsync(string email, Role role, string? name = null) =>
        Get(new InvitePerson(email, name ?? email, [role], role == Role.FocalPoint ? Guid.CreateVersion7() : null, "ro"));

    /// <summary>An invited person who has come in: id and session.</summary>
    private async Task<(Guid Id, Guid Session)> PersonAsync(string email, Role role, string? name = null)
    {
        var invited = await InviteAsync(email, role, name);
        var signedIn = await Get(new AcceptInvitation(Token(invited.Path), name ?? email, Password, "ro"), Caller.Anonymous);
        return (invited.PersonId, PersonCaller.SessionOf(signedIn.Principal)!.Value);
    }

    private Task<Result<SignedIn>> SignInAsync(string email, string password = Password) =>
        App.Send(new SignIn(email, password, Guid.CreateVersion7().ToString()), Caller.Anonymous);

    private async Task<bool> RunsAsync(Guid session) => (await App.Send(new ResumeSession(session), Caller.Anonymous)).IsSuccess;

    private async Task<EditPerson> EditAsync(Guid id)
    {
        var p = await Get(new GetPerson(id));
        return new EditPerson(id, p.DisplayName, p.Roles, p.InstitutionId, p.Language, p.State == PersonState.Closed, p.Version);
    }

    private async Task<IEnumerable<string>> NamesAsync(ListPeople query) => (await Get(query)).Items.Select(p => p.DisplayName);
}
