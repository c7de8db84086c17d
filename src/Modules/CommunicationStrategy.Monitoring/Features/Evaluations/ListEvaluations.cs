// Evaluations as a list: plan, state, period; the newest quarter first.
using AutoMapper;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <param name="Period">A quarter, such as "2026-Q4".</param>
/// <param name="Sort">"period", "plan" or "computed"; with "-" before it, descending. Default: newest quarter first.</param>
[Requires(Permission.ViewMonitoring)]
public sealed record ListEvaluations(Guid? PlanId = null, EvaluationState? State = null, string? Period = null, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize)
    : IQuery<Page<EvaluationRow>>;

public sealed class EvaluationRow
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required string PlanCode { get; init; }
    public required LocalizedText PlanTitle { get; init; }
    public required string Period { get; init; }
    public required int Revision { get; init; }
    public required EvaluationState State { get; init; }
    public required DateOnly CutOff { get; init; }
    public required int Due { get; init; }
    public required int Implemented { get; init; }
    public required int Overdue { get; init; }
    public required int ReportsDue { get; init; }
    public required int ReportsReceived { get; init; }

    /// <summary>Of 0..1; null where no indicator could be computed.</summary>
    public required decimal? Achievement { get; init; }
    public required string ContentHash { get; init; }
    public required DateTimeOffset ComputedAt { get; init; }
    public required string ComputedBy { get; init; }
    public required DateTimeOffset? ApprovedAt { get; init; }
    public required string? ApprovedBy { get; init; }

    /// <summary>Of 0..1; null when nothing was due.</summary>
    public decimal? Rate => Share.Of(Implemented, Due);
}

internal sealed class EvaluationRowProfile : Profile
{
    public EvaluationRowProfile() => CreateMap<Evaluation, EvaluationRow>();
}

internal sealed class ListEvaluationsHandler(MonitoringDbContext db, Projection projection) : IQueryHandler<ListEvaluations, Page<EvaluationRow>>
{
    public async Task<Result<Page<EvaluationRow>>> Handle(ListEvaluations query, CancellationToken cancellationToken)
    {
        var found = db.Evaluations.AsNoTracking();
        if (query.PlanId is { } plan) found = found.Where(e => e.PlanId == plan);
        if (query.State is { } state) found = found.Where(e => e.State == state);
        if (!string.IsNullOrWhiteSpace(query.Period)) found = found.Where(e => e.Period == query.Period);
        found = query.Sort switch
        {
            "period" => found.OrderBy(e => e.Period).ThenBy(e => e.PlanCode).ThenBy(e => e.Revision),
            "plan" => found.OrderBy(e => e.PlanCode).ThenByDescending(e => e.Period).ThenByDescending(e => e.Revision),
            "-plan" => found.OrderByDescending(e => e.PlanCode).ThenByDescending(e => e.Period).ThenByDescending(e => e.Revision),
            "computed" => found.OrderBy(e => e.ComputedAt).ThenBy(e => e.Id),
            "-computed" => found.OrderByDescending(e => e.ComputedAt).ThenBy(e => e.Id),
            _ => found.OrderByDescending(e => e.Period).ThenBy(e => e.PlanCode).ThenByDescending(e => e.Revision),
        };
        return await projection.To<EvaluationRow>(found).ToPageAsync(query.Page, query.Size, cancellationToken);
    }
}
