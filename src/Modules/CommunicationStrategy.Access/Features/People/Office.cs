// Who runs the office: asked by the reminders.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.Contracts.Access;

namespace CommunicationStrategy.Access.Features.People;

internal sealed class GetOfficeHandler(AccessDbContext db) : IQueryHandler<GetOffice, IReadOnlyList<OfficePerson>>
{
    public async Task<Result<IReadOnlyList<OfficePerson>>> Handle(GetOffice query, CancellationToken cancellationToken)
    {
        var (officer, head) = (Person.Mark(Role.Officer), Person.Mark(Role.Head));
        // Without a password nobody has accepted the invitation yet.
        var people = await db.People.AsNoTracking().Where(p => !p.Disabled && p.PasswordHash != null && p.InstitutionId == null && (p.RoleNames.Contains(officer) || p.RoleNames.Contains(head)))
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.DisplayName, p.Email, p.Language, p.RoleNames }).ToListAsync(cancellationToken);
        return people.ConvertAll(p => new OfficePerson(p.Id, p.DisplayName, p.Email!, p.Language, p.RoleNames.Contains(head, StringComparison.Ordinal)));
    }
}
