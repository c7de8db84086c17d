// One institution with the ways its name is written and the people who answer for it.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Institutions;

[Requires(Permission.ViewStakeholders)]
public sealed record GetInstitution(Guid Id) : IQuery<InstitutionDetails>;

public sealed record InstitutionDetails(
    Guid Id, LocalizedText Name, LocalizedText Acronym, InstitutionType Type, string? Role, string? Country, string? Note, string? TimeZone, bool Archived,
    IReadOnlyList<string> Aliases, IReadOnlyList<ContactRow> Contacts, int Version);

public sealed record ContactRow(Guid Id, string Name, string? Position, string Email, string Language, ContactRole Role, bool Active);

internal sealed class GetInstitutionHandler(StakeholdersDbContext db) : IQueryHandler<GetInstitution, InstitutionDetails>
{
    public async Task<Result<InstitutionDetails>> Handle(GetInstitution query, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.AsNoTracking().Include(i => i.Names).Include(i => i.Contacts).AsSplitQuery()
            .SingleOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        if (institution is null) return Failure.NotFound(nameof(Institution), query.Id);
        return new InstitutionDetails(
            institution.Id, institution.Name, institution.Acronym, institution.Type, institution.Role, institution.Country, institution.Note, institution.TimeZone, institution.Archived,
            [.. institution.Names.Where(n => n.Kind == NameKind.Alias).Select(n => n.Written).Order()],
            [.. institution.Contacts.OrderByDescending(c => c.Active).ThenBy(c => c.Role).ThenBy(c => c.Name).Select(c => new ContactRow(c.Id, c.Name, c.Position, c.Email, c.Language, c.Role, c.Active))],
            institution.Version);
    }
}
