// One person, for the administrator's form.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.Access.Features.People;

/// <summary>One person with the state of the account.</summary>
[Requires(Permission.ManagePeople)]
public sealed record GetPerson(Guid Id) : IQuery<PersonDetail>;

/// <param name="InvitedUntil">Until when the newest unused link works; null when there is none.</param>
public sealed record PersonDetail(
    Guid Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, Guid? InstitutionId, string Language,
    PersonState State, DateTimeOffset? LastSignInAt, DateTimeOffset? InvitedUntil, int Version);

internal sealed class GetPersonHandler(AccessDbContext db, TimeProvider clock) : IQueryHandler<GetPerson, PersonDetail>
{
    public async Task<Result<PersonDetail>> Handle(GetPerson query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await db.People.AsNoTracking().Where(p => p.Id == query.Id).Select(p => new
        {
            Person = p,
            InvitedUntil = db.Links.Where(l => l.PersonId == p.Id && l.UsedAt == null && l.ReplacedAt == null && l.ExpiresAt > now).Max(l => (DateTimeOffset?)l.ExpiresAt),
        }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return Failure.NotFound(nameof(Person), query.Id);

        var p = found.Person;
        return new PersonDetail(p.Id, p.DisplayName, p.Email!, p.Roles, p.InstitutionId, p.Language, ListPeopleHandler.StateOf(p.Disabled, p.PasswordHash != null), p.LastSignInAt, found.InvitedUntil, p.Version);
    }
}
