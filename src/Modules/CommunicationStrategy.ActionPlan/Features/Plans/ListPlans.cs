// The plans of the office.
using AutoMapper;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Plans;

/// <summary>All plans, those in force first, then the newest period first.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record ListPlans : IQuery<IReadOnlyList<PlanRow>>;

public sealed class PlanRow
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required LocalizedText Title { get; init; }
    public required DateOnly Start { get; init; }
    public required DateOnly End { get; init; }
    public required PlanStatus Status { get; init; }
    public required string? ApprovingAct { get; init; }
    public required int Version { get; init; }
}

internal sealed class PlanRowProfile : Profile
{
    public PlanRowProfile() => CreateMap<Plan, PlanRow>();
}

internal sealed class ListPlansHandler(ActionPlanDbContext db, Projection projection) : IQueryHandler<ListPlans, IReadOnlyList<PlanRow>>
{
    public async Task<Result<IReadOnlyList<PlanRow>>> Handle(ListPlans query, CancellationToken cancellationToken)
    {
        var plans = await projection.To<PlanRow>(db.Plans.AsNoTracking()).ToListAsync(cancellationToken);
        return plans.OrderByDescending(p => p.Status == PlanStatus.InForce).ThenByDescending(p => p.Start).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
    }
}
