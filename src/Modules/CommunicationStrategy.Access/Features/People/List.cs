// The people who may come in, with search, role, state and order.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.Access.Features.People;

/// <summary>Invited: no password yet. Closed: may not come in.</summary>
public enum PersonState { Active, Invited, Closed }

public enum PersonOrder { Name, Email, LastSignIn }

/// <summary>One page of people.</summary>
[Requires(Permission.ManagePeople)]
public sealed record ListPeople(
    string? Search = null, Role? Role = null, PersonState? State = null, PersonOrder Order = PersonOrder.Name, bool Descending = false,
    int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<PersonRow>>;

public sealed class PersonRow
{
    public required Guid Id { get; init; }
    public required string DisplayName { get; init; }
    public required string Email { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public required Guid? InstitutionId { get; init; }
    public required PersonState State { get; init; }
    public required DateTimeOffset? LastSignInAt { get; init; }
}

internal sealed class ListPeopleHandler(AccessDbContext db) : IQueryHandler<ListPeople, Page<PersonRow>>
{
    public async Task<Result<Page<PersonRow>>> Handle(ListPeople query, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking();
        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries)) people = people.Where(p => p.SearchText.Contains(word));
        if (query.Role is { } role)
        {
            var mark = Person.Mark(role);
            people = people.Where(p => p.RoleNames.Contains(mark));
        }

        people = query.State switch
        {
            PersonState.Closed => people.Where(p => p.Disabled),
            PersonState.Invited => people.Where(p => !p.Disabled && p.PasswordHash == null),
            PersonState.Active => people.Where(p => !p.Disabled && p.PasswordHash != null),
            _ => people,
        };

        // SearchText begins with the name, folded: Ș stands at S on every database.
        var ordered = (query.Order, query.Descending) switch
        {
            (PersonOrder.Email, false) => people.OrderBy(p => p.NormalizedEmail),
            (PersonOrder.Email, true) => people.OrderByDescending(p => p.NormalizedEmail),
            (PersonOrder.LastSignIn, false) => people.OrderBy(p => p.LastSignInAt),
            (PersonOrder.LastSignIn, true) => people.OrderByDescending(p => p.LastSignInAt),
            (_, true) => people.OrderByDescending(p => p.SearchText),
            _ => people.OrderBy(p => p.SearchText),
        };
        return await ordered.ThenBy(p => p.Id).Select(p => new PersonRow
        {
            Id = p.Id,
            DisplayName = p.DisplayName,
            Email = p.Email!,
            Roles = Person.ReadRoles(p.RoleNames),
            InstitutionId = p.InstitutionId,
            State = StateOf(p.Disabled, p.PasswordHash != null),
            LastSignInAt = p.LastSignInAt,
        }).ToPageAsync(query.Page, query.Size, cancellationToken);
    }

    public static PersonState StateOf(bool disabled, bool hasPassword) => disabled ? PersonState.Closed : hasPassword ? PersonState.Active : PersonState.Invited;
}
