// What the evaluation freezes of relations: ratings before and at the end, what was held, what was promised.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Interactions;

namespace CommunicationStrategy.Stakeholders.Integration;

internal sealed class GetRelationsHandler(StakeholdersDbContext db) : IQueryHandler<GetRelations, Relations>
{
    public async Task<Result<Relations>> Handle(GetRelations query, CancellationToken cancellationToken)
    {
        var profiles = await db.Profiles.AsNoTracking().Include(p => p.Scores).AsSplitQuery().ToListAsync(cancellationToken);
        var interactions = await db.Interactions.AsNoTracking().Include(i => i.Parties).Include(i => i.Commitments).AsSplitQuery()
            .Where(i => !i.Archived && i.HeldOn <= query.To && (i.HeldOn >= query.From || i.Commitments.Any(c => c.DoneOn == null || c.DoneOn >= query.From))).ToListAsync(cancellationToken);
        var names = await db.NamesAsync(
            profiles.Select(p => p.InstitutionId).Concat(interactions.SelectMany(i => i.Parties).Select(p => p.InstitutionId)).Concat(interactions.SelectMany(i => i.Commitments).Select(c => c.InstitutionId).OfType<Guid>()),
            cancellationToken);
        var oldestFirst = interactions.OrderBy(i => i.HeldOn).ThenBy(i => i.Kind).ThenBy(i => i.SearchText, StringComparer.Ordinal).ThenBy(i => i.Id).ToList();
        return new Relations(
            [.. profiles.Select(p => Entry(p, names[p.InstitutionId], query)).OfType<EngagementEntry>().OrderBy(e => Key(e.Institution), StringComparer.Ordinal)],
            [.. oldestFirst.Where(i => i.HeldOn >= query.From).Select(i => new InteractionEntry(i.HeldOn, i.Kind, [.. i.Parties.Select(p => names[p.InstitutionId]).OrderBy(Key, StringComparer.Ordinal)]))],
            [.. oldestFirst.SelectMany(i => i.Commitments.Where(c => !(c.DoneOn < query.From)).OrderBy(c => c.DueOn is null).ThenBy(c => c.DueOn).ThenBy(c => c.Text, StringComparer.Ordinal).Select(c => Owed(i, c, names, query.To)))]);
    }

    private static EngagementEntry? Entry(StakeholderProfile profile, InstitutionInfo institution, GetRelations query) =>
        profile.Scores.Where(s => s.On <= query.To).MaxBy(s => s.On) is { } now ? new EngagementEntry(institution, profile.Scores.Where(s => s.On < query.From).MaxBy(s => s.On)?.Rating, now.Rating) : null;

    private static CommitmentEntry Owed(Interaction i, Commitment c, Dictionary<Guid, InstitutionInfo> names, DateOnly to) => new(
        i.HeldOn, i.Kind, i.Confidential ? null : c.Text, c.InstitutionId is { } by ? names[by] : null, c.DueOn, c.DoneOn > to ? null : c.DoneOn);

    private static string Key(InstitutionInfo institution) => SearchText.Fold(institution.Name.In("ro"));
}
