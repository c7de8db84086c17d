// What the Media module answers other modules: counts and metadata, never contents.
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Enquiries;

namespace CommunicationStrategy.Media.Integration;

internal sealed class GetCoverageCountsHandler(MediaDbContext db) : IQueryHandler<GetCoverageCounts, CoverageCounts>
{
    public async Task<Result<CoverageCounts>> Handle(GetCoverageCounts query, CancellationToken cancellationToken)
    {
        var items = await db.Coverage.AsNoTracking().Where(c => !c.Archived && c.PublishedOn >= query.From && c.PublishedOn <= query.To)
            .OrderBy(c => c.PublishedOn).ThenBy(c => c.Outlet).ThenBy(c => c.Url).ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
        return new CoverageCounts(items.Count, items.Count(i => i.Tone > 0), items.Count(i => i.Tone == 0), items.Count(i => i.Tone < 0), items.Count(i => i.ActivityId != null))
        {
            Items =
            [
                .. items.Select(c => new CoverageEntry(c.PublishedOn, c.Outlet, c.Title, c.Url, c.Language, c.Kind.ToString(), c.Tone, c.ActivityId)
                {
                    Origin = c.Origin.ToString(), Messages = c.Messages, Ethics = [.. c.Ethics.Select(e => e.ToString())], NamesUs = c.NamesUs, Correction = c.Correction.ToString(),
                }),
            ],
        };
    }
}

internal sealed class GetPressWorkHandler(MediaDbContext db, TimeProvider clock) : IQueryHandler<GetPressWork, PressWork>
{
    public async Task<Result<PressWork>> Handle(GetPressWork query, CancellationToken cancellationToken)
    {
        var releases = await db.Releases.AsNoTracking().Where(r => !r.Archived && r.IssuedOn >= query.From && r.IssuedOn <= query.To).ToListAsync(cancellationToken);
        var events = await db.Events.AsNoTracking().Where(e => !e.Archived && !e.Cancelled && e.HeldOn >= query.From && e.HeldOn <= query.To).ToListAsync(cancellationToken);
        var (first, after) = (Enquiries.StartOf(query.From, clock), Enquiries.StartOf(query.To.AddDays(1), clock));
        var enquiries = await db.Enquiries.AsNoTracking().Where(e => !e.Archived && e.ReceivedAt >= first && e.ReceivedAt < after).ToListAsync(cancellationToken);
        return new PressWork(
            [.. releases.OrderBy(r => r.IssuedOn).ThenBy(r => r.Number, StringComparer.Ordinal).Select(r => new ReleaseEntry(r.IssuedOn, r.Number, r.Kind.ToString(), r.Title, r.EmbargoUntil is not null, r.Url, r.ActivityId, r.CorrectedOn))],
            [.. events.OrderBy(e => e.HeldOn).ThenBy(e => e.Title.In("ro"), StringComparer.Ordinal).ThenBy(e => e.Id).Select(e => new EventEntry(e.HeldOn, e.Kind.ToString(), e.Title, e.Place, e.ActivityId, e.Attendance, e.Journalists, e.Satisfaction) { Accredited = e.Accredited })],
            [.. enquiries.OrderBy(e => e.ReceivedAt).ThenBy(e => e.Outlet, StringComparer.Ordinal).ThenBy(e => e.Id).Select(e => AsOf(e, after))]);
    }

    private static EnquiryEntry AsOf(Enquiry e, DateTimeOffset end) =>
        e.ClosedAt < end ? new(e.ReceivedAt, e.DueAt, e.Outlet, e.State.ToString(), e.ClosedAt) : new(e.ReceivedAt, e.DueAt, e.Outlet, nameof(EnquiryState.Open), null);
}
