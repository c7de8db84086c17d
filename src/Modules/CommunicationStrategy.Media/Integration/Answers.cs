// What the Media module answers other modules: counts and metadata, never contents.
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Media.Data;

namespace CommunicationStrategy.Media.Integration;

internal sealed class GetCoverageCountsHandler(MediaDbContext db) : IQueryHandler<GetCoverageCounts, CoverageCounts>
{
    public async Task<Result<CoverageCounts>> Handle(GetCoverageCounts query, CancellationToken cancellationToken)
    {
        var items = await db.Coverage.AsNoTracking().Where(c => !c.Archived && c.PublishedOn >= query.From && c.PublishedOn <= query.To)
            .OrderBy(c => c.PublishedOn).ThenBy(c => c.Outlet).ThenBy(c => c.Url).ThenBy(c => c.Id)
            .Select(c => new CoverageEntry(c.PublishedOn, c.Outlet, c.Title, c.Url, c.Language, c.Kind.ToString(), c.Tone, c.ActivityId)).ToListAsync(cancellationToken);
        return new CoverageCounts(items.Count, items.Count(i => i.Tone > 0), items.Count(i => i.Tone == 0), items.Count(i => i.Tone < 0), items.Count(i => i.ActivityId != null)) { Items = items };
    }
}
