// One item of coverage, with the activity it is tied to.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Media.Data;
using CommunicationStrategy.Media.Domain;

namespace CommunicationStrategy.Media.Features.Coverage;

[Requires(Permission.ViewMedia)]
public sealed record GetCoverage(Guid Id) : IQuery<CoverageDetails>;

public sealed record CoverageDetails(
    Guid Id, string Outlet, string Title, string Url, DateOnly PublishedOn, string Language, CoverageKind Kind, int Tone,
    ActivityInfo? Activity, string? Quote, bool Archived, string ChangedBy, DateTimeOffset ChangedAt, int Version)
{
    public CoverageOrigin Origin { get; init; }
    public IReadOnlyList<KeyMessageInfo> Messages { get; init; } = [];
    public IReadOnlyList<EthicsFlag> Ethics { get; init; } = [];
    public bool? NamesUs { get; init; }
    public CorrectionState Correction { get; init; }
}

internal sealed class GetCoverageHandler(MediaDbContext db, IMediator mediator) : IQueryHandler<GetCoverage, CoverageDetails>
{
    public async Task<Result<CoverageDetails>> Handle(GetCoverage query, CancellationToken cancellationToken)
    {
        var item = await db.Coverage.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.Id, cancellationToken);
        if (item is null) return Failure.NotFound(nameof(CoverageItem), query.Id);

        var activities = await mediator.Send(new GetActivities(item.ActivityId is { } id ? [id] : []), cancellationToken);
        if (!activities.IsSuccess) return activities.Failure;
        IReadOnlyList<KeyMessageInfo> messages = [];
        if (item.Messages.Count > 0)
        {
            var known = await mediator.Send(new GetKeyMessages(), cancellationToken);
            if (!known.IsSuccess) return known.Failure;
            messages = [.. known.Value.Where(m => item.Messages.Contains(m.Id))];
        }

        return new CoverageDetails(item.Id, item.Outlet, item.Title, item.Url, item.PublishedOn, item.Language, item.Kind, item.Tone,
            activities.Value.Count > 0 ? activities.Value[0] : null, item.Quote, item.Archived, item.ChangedBy, item.ChangedAt, item.Version)
        { Origin = item.Origin, Messages = messages, Ethics = item.Ethics, NamesUs = item.NamesUs, Correction = item.Correction };
    }
}
