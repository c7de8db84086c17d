// Fills an empty register from a list: what the sample does, and what an office does on its first day.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Institutions;

/// <summary>Adds institutions with their contacts, all or nothing. Names that exist already are left as they are.</summary>
[Requires(Permission.EditStakeholders)]
public sealed record ImportInstitutions(IReadOnlyList<InstitutionToImport> Institutions) : ICommand<int>;

public sealed record InstitutionToImport(LocalizedText Name, LocalizedText Acronym, InstitutionType Type, string? Role, string? Country, string? Note, IReadOnlyList<ContactToImport> Contacts);

public sealed record ContactToImport(string Name, string? Position, string Email, string Language, ContactRole Role);

internal sealed class ImportInstitutionsHandler(StakeholdersDbContext db) : ICommandHandler<ImportInstitutions, int>
{
    public async Task<Result<int>> Handle(ImportInstitutions command, CancellationToken cancellationToken)
    {
        var known = (await db.Institutions.Select(i => i.SortName).ToListAsync(cancellationToken)).ToHashSet();
        var added = 0;
        foreach (var item in command.Institutions)
        {
            var institution = new Institution(item.Name, item.Acronym, item.Type);
            institution.Describe(item.Name, item.Acronym, item.Type, item.Role, item.Country, item.Note);
            if (!known.Add(institution.SortName)) continue;
            foreach (var contact in item.Contacts) institution.AddContact(contact.Name, contact.Position, contact.Email, contact.Language, contact.Role);
            db.Institutions.Add(institution);
            added++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return added;
    }
}
