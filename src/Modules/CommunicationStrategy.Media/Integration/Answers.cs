// What the Media module answers other modules: counts, never contents.
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Media.Data;

namespace CommunicationStrategy.Media.Integration;

internal sealed class GetCoverageCountsHandler(MediaDbContext db) : IQueryHandler<GetCoverageCounts, CoverageCounts>
{
    public async Task<Result<CoverageCounts>> Handle(GetCoverageCounts query, CancellationToken cancellationToken)
    {
        var tones = await db.Coverage.AsNoTracking().Where(c => !c.Archived && c.PublishedOn >= query.From && c.PublishedOn <= query.To)
            .GroupBy(c => c.Tone).Select(g => new { Tone = g.Key, Count = g.Count(), Tied = g.Count(c => c.ActivityId != null) }).ToListAsync(cancellationToken);
        return new CoverageCounts(
            tones.Sum(t => t.Count), tones.Where(t => t.Tone > 0).Sum(t => t.Count), tones.Where(t => t.Tone == 0).Sum(t => t.Count),
            tones.Where(t => t.Tone < 0).Sum(t => t.Count), tones.Sum(t => t.Tied));
    }
}
