// What was found in a quarter, and every recommendation of a plan with where it stands.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Conclusions;

[Requires(Permission.ViewMonitoring)]
public sealed record GetFindings(Guid PlanId, string Period) : IQuery<IReadOnlyList<FindingRow>>;

[Requires(Permission.ViewMonitoring)]
public sealed record GetFinding(Guid Id) : IQuery<FindingRow>;

public sealed record FindingRow(Guid Id, Guid PlanId, string Period, FindingKind Kind, LocalizedText Text, string? About, string? Evidence, int Version);

/// <param name="State">Null: all. </param>
/// <param name="OpenOnly">Only those that have not ended.</param>
[Requires(Permission.ViewMonitoring)]
public sealed record ListRecommendations(Guid? PlanId = null, RecommendationState? State = null, bool OpenOnly = false, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<RecommendationRow>>;

[Requires(Permission.ViewMonitoring)]
public sealed record GetRecommendation(Guid Id) : IQuery<RecommendationRow>;

/// <param name="IsOverdue">Open, and its date is past.</param>
public sealed record RecommendationRow(
    Guid Id, Guid PlanId, int Number, string Period, LocalizedText Text, InstitutionInfo? Owner, DateOnly DueOn, RecommendationState State, bool IsOverdue,
    string? Note, string? Evidence, DateOnly? DoneOn, int Version, string ChangedBy, DateTimeOffset ChangedAt)
{
    public IReadOnlyList<RecommendationState> Next => Recommendation.Next(State);
}

internal sealed class GetFindingsHandler(MonitoringDbContext db) : IQueryHandler<GetFindings, IReadOnlyList<FindingRow>>
{
    public async Task<Result<IReadOnlyList<FindingRow>>> Handle(GetFindings query, CancellationToken cancellationToken) =>
        (await db.Findings.AsNoTracking().Where(f => f.PlanId == query.PlanId && f.Period == query.Period).OrderBy(f => f.CreatedAt).ThenBy(f => f.Id).ToListAsync(cancellationToken))
        .OrderBy(f => f.Kind).Select(Row).ToList();

    public static FindingRow Row(Finding f) => new(f.Id, f.PlanId, f.Period, f.Kind, f.Text, f.About, f.Evidence, f.Version);
}

internal sealed class GetFindingHandler(MonitoringDbContext db) : IQueryHandler<GetFinding, FindingRow>
{
    public async Task<Result<FindingRow>> Handle(GetFinding query, CancellationToken cancellationToken) =>
        await db.Findings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == query.Id, cancellationToken) is { } finding ? GetFindingsHandler.Row(finding) : Failure.NotFound(nameof(Finding), query.Id);
}

internal sealed class ListRecommendationsHandler(MonitoringDbContext db, IMediator mediator, TimeProvider clock) : IQueryHandler<ListRecommendations, Page<RecommendationRow>>
{
    public async Task<Result<Page<RecommendationRow>>> Handle(ListRecommendations query, CancellationToken cancellationToken)
    {
        var found = db.Recommendations.AsNoTracking();
        if (query.PlanId is { } plan) found = found.Where(r => r.PlanId == plan);
        if (query.State is { } state) found = found.Where(r => r.State == state);
        if (query.OpenOnly) found = found.Where(r => r.State == RecommendationState.Proposed || r.State == RecommendationState.Accepted || r.State == RecommendationState.InProgress);
        var page = await found.OrderByDescending(r => r.Period).ThenBy(r => r.PlanId).ThenByDescending(r => r.Number).ToPageAsync(query.Page, query.Size, cancellationToken);
        var owners = await mediator.Send(new GetInstitutions([.. page.Items.Select(r => r.OwnerId).OfType<Guid>().Distinct()]), cancellationToken);
        if (!owners.IsSuccess) return owners.Failure;
        var names = owners.Value.ToDictionary(o => o.Id);
        return new Page<RecommendationRow>([.. page.Items.Select(r => Row(r, r.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null, clock.Today()))], page.Total, page.Number, page.Size);
    }

    public static RecommendationRow Row(Recommendation r, InstitutionInfo? owner, DateOnly today) => new(
        r.Id, r.PlanId, r.Number, r.Period, r.Text, owner, r.DueOn, r.State, r.IsOpen && r.DueOn < today, r.Note, r.Evidence, r.DoneOn, r.Version, r.ChangedBy, r.ChangedAt);
}

internal sealed class GetRecommendationHandler(MonitoringDbContext db, IMediator mediator, TimeProvider clock) : IQueryHandler<GetRecommendation, RecommendationRow>
{
    public async Task<Result<RecommendationRow>> Handle(GetRecommendation query, CancellationToken cancellationToken)
    {
        var recommendation = await db.Recommendations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Id, cancellationToken);
        if (recommendation is null) return Failure.NotFound(nameof(Recommendation), query.Id);
        var owners = await mediator.Send(new GetInstitutions(recommendation.OwnerId is { } owner ? [owner] : []), cancellationToken);
        return owners.IsSuccess ? ListRecommendationsHandler.Row(recommendation, owners.Value.Count > 0 ? owners.Value[0] : null, clock.Today()) : owners.Failure;
    }
}
