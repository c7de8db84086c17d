// What the register answers other modules.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Integration;

internal sealed class GetInstitutionsHandler(StakeholdersDbContext db) : IQueryHandler<GetInstitutions, IReadOnlyList<InstitutionInfo>>
{
    public async Task<Result<IReadOnlyList<InstitutionInfo>>> Handle(GetInstitutions query, CancellationToken cancellationToken)
    {
        if (query.Ids.Count == 0) return Array.Empty<InstitutionInfo>();
        var ids = query.Ids.Distinct().ToList();
        return await db.Institutions.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new InstitutionInfo(i.Id, i.Name, i.Acronym)).ToListAsync(cancellationToken);
    }
}

internal sealed class GetInstitutionNamesHandler(StakeholdersDbContext db) : IQueryHandler<GetInstitutionNames, IReadOnlyList<InstitutionInfo>>
{
    public async Task<Result<IReadOnlyList<InstitutionInfo>>> Handle(GetInstitutionNames query, CancellationToken cancellationToken) =>
        await db.Institutions.AsNoTracking().Where(i => !i.Archived).OrderBy(i => i.SortName).Select(i => new InstitutionInfo(i.Id, i.Name, i.Acronym)).ToListAsync(cancellationToken);
}

internal sealed class MatchInstitutionsHandler(StakeholdersDbContext db) : IQueryHandler<MatchInstitutions, IReadOnlyList<InstitutionMatch>>
{
    public async Task<Result<IReadOnlyList<InstitutionMatch>>> Handle(MatchInstitutions query, CancellationToken cancellationToken)
    {
        var keys = query.Names.Distinct().ToDictionary(n => n, n => SearchText.Fold(n));
        var wanted = keys.Values.Where(k => k.Length > 0).Distinct().ToList();
        var found = (await db.Names.AsNoTracking().Where(n => wanted.Contains(n.Key))
                .Join(db.Institutions.Where(i => !i.Archived), n => n.InstitutionId, i => i.Id, (n, i) => new { n.Key, n.Kind, n.InstitutionId })
                .ToListAsync(cancellationToken))
            .ToLookup(n => n.Key, n => (n.Kind, n.InstitutionId));
        return keys.Select(k => Match(k.Key, [.. found[k.Value]])).ToList();
    }

    // What an officer once said of a name counts most, then full names; an acronym counts where it is the only one.
    private static InstitutionMatch Match(string name, IReadOnlyList<(NameKind Kind, Guid Id)> found)
    {
        foreach (var kind in new[] { NameKind.Alias, NameKind.Name, NameKind.Acronym })
        {
            var ids = found.Where(f => f.Kind == kind).Select(f => f.Id).Distinct().ToList();
            if (ids.Count == 1) return new InstitutionMatch(name, ids[0], ids);
            if (ids.Count > 1) return new InstitutionMatch(name, null, ids);
        }

        return new InstitutionMatch(name, null, []);
    }
}

internal sealed class GetRecipientsHandler(StakeholdersDbContext db) : IQueryHandler<GetRecipients, IReadOnlyList<Recipient>>
{
    public async Task<Result<IReadOnlyList<Recipient>>> Handle(GetRecipients query, CancellationToken cancellationToken)
    {
        var ids = query.InstitutionIds.Distinct().ToList();
        var contacts = await db.Contacts.AsNoTracking()
            .Where(c => ids.Contains(c.InstitutionId) && c.Active && (c.Role == ContactRole.FocalPoint || c.Role == ContactRole.Deputy || c.Role == ContactRole.Head))
            .Join(db.Institutions, c => c.InstitutionId, i => i.Id, (c, i) => new Recipient(c.Id, c.InstitutionId, c.Name, c.Email, c.Language, c.Role, i.TimeZone)).ToListAsync(cancellationToken);
        return contacts.OrderBy(c => c.Role).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
    }
}
