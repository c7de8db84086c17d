// The register as a list: search, type, archived or not, sorted by name.
using AutoMapper;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Institutions;

/// <summary>Institutions whose names, acronyms or aliases contain the words sought. Three statements whatever their number.</summary>
/// <param name="Sort">"name" or "type"; with "-" before it, descending.</param>
[Requires(Permission.ViewStakeholders)]
public sealed record ListInstitutions(string? Search = null, InstitutionType? Type = null, bool Archived = false, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize)
    : IQuery<Page<InstitutionRow>>;

public sealed class InstitutionRow
{
    public required Guid Id { get; init; }
    public required LocalizedText Name { get; init; }
    public required LocalizedText Acronym { get; init; }
    public required InstitutionType Type { get; init; }
    public required int ContactCount { get; init; }
    public required int Version { get; init; }
}

internal sealed class InstitutionRowProfile : Profile
{
    public InstitutionRowProfile() =>
        CreateMap<Institution, InstitutionRow>().ForMember(r => r.ContactCount, m => m.MapFrom(i => i.Contacts.Count(c => c.Active)));
}

internal sealed class ListInstitutionsHandler(StakeholdersDbContext db, Projection projection) : IQueryHandler<ListInstitutions, Page<InstitutionRow>>
{
    public async Task<Result<Page<InstitutionRow>>> Handle(ListInstitutions query, CancellationToken cancellationToken)
    {
        var found = db.Institutions.AsNoTracking().Where(i => i.Archived == query.Archived);
        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(i => i.SearchText.Contains(word));
        if (query.Type is { } type) found = found.Where(i => i.Type == type);
        found = query.Sort switch
        {
            "-name" => found.OrderByDescending(i => i.SortName).ThenBy(i => i.Id),
            "type" => found.OrderBy(i => i.Type).ThenBy(i => i.SortName).ThenBy(i => i.Id),
            "-type" => found.OrderByDescending(i => i.Type).ThenBy(i => i.SortName).ThenBy(i => i.Id),
            _ => found.OrderBy(i => i.SortName).ThenBy(i => i.Id),
        };
        return await projection.To<InstitutionRow>(found).ToPageAsync(query.Page, query.Size, cancellationToken);
    }
}
