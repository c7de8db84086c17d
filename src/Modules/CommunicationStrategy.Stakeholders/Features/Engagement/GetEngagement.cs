// How the office stands with one institution, and the grid of all that are rated.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Engagement;

/// <summary>Facts are null while nobody has rated it.</summary>
[Requires(Permission.ViewStakeholders)]
public sealed record GetEngagement(Guid InstitutionId) : IQuery<EngagementDetails>;

/// <summary>Every rated institution in use, by the alphabet of its Romanian name. Three statements whatever their number.</summary>
[Requires(Permission.ViewStakeholders)]
public sealed record ListEngagements : IQuery<IReadOnlyList<EngagementRow>>;

/// <param name="History">Newest first.</param>
/// <param name="Version">0: there is no profile yet.</param>
public sealed record EngagementDetails(InstitutionInfo Institution, EngagementFacts? Facts, IReadOnlyList<ScoreRow> History, string ChangedBy, int Version);

public sealed record ScoreRow(DateOnly On, EngagementRating Rating, string By);

/// <param name="Before">The rating before the newest one; null: there is none.</param>
public sealed record EngagementRow(InstitutionInfo Institution, EngagementRating Rating, EngagementRating? Before, DateOnly RatedOn, string? Owner, string? NextStep, DateOnly? ReviewOn);

internal sealed class GetEngagementHandler(StakeholdersDbContext db) : IQueryHandler<GetEngagement, EngagementDetails>
{
    public async Task<Result<EngagementDetails>> Handle(GetEngagement query, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.AsNoTracking().Where(i => i.Id == query.InstitutionId).Select(i => new InstitutionInfo(i.Id, i.Name, i.Acronym)).SingleOrDefaultAsync(cancellationToken);
        if (institution is null) return Failure.NotFound(nameof(Institution), query.InstitutionId);

        var profile = await db.Profiles.AsNoTracking().Include(p => p.Scores).SingleOrDefaultAsync(p => p.InstitutionId == query.InstitutionId, cancellationToken);
        return profile?.Newest is not { } newest
            ? new EngagementDetails(institution, null, [], "", 0)
            : new EngagementDetails(
                institution, new EngagementFacts(newest.Rating, profile.Needs, profile.Channel, profile.Owner, profile.NextStep, profile.ReviewOn),
                [.. profile.Scores.OrderByDescending(s => s.On).Select(s => new ScoreRow(s.On, s.Rating, s.By))], profile.ChangedBy, profile.Version);
    }
}

internal sealed class ListEngagementsHandler(StakeholdersDbContext db) : IQueryHandler<ListEngagements, IReadOnlyList<EngagementRow>>
{
    public async Task<Result<IReadOnlyList<EngagementRow>>> Handle(ListEngagements query, CancellationToken cancellationToken)
    {
        var profiles = await db.Profiles.AsNoTracking().Include(p => p.Scores).AsSplitQuery()
            .Where(p => db.Institutions.Any(i => i.Id == p.InstitutionId && !i.Archived)).ToListAsync(cancellationToken);
        var ids = profiles.ConvertAll(p => p.InstitutionId);
        var institutions = await db.Institutions.AsNoTracking().Where(i => ids.Contains(i.Id)).OrderBy(i => i.SortName).Select(i => new InstitutionInfo(i.Id, i.Name, i.Acronym)).ToListAsync(cancellationToken);
        var byInstitution = profiles.ToDictionary(p => p.InstitutionId);
        return institutions.ConvertAll(i => Row(i, byInstitution[i.Id]));
    }

    private static EngagementRow Row(InstitutionInfo institution, StakeholderProfile profile)
    {
        var scores = profile.Scores.OrderByDescending(s => s.On).ToList();
        return new EngagementRow(
            institution, scores[0].Rating, scores.Count > 1 ? scores[1].Rating : null, scores[0].On, profile.Owner, profile.NextStep, profile.ReviewOn);
    }
}
