// One plan with what a reader chooses by: its objectives, its quarters, and how many activities stand where.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Plans;

/// <summary>One plan with its objectives and the number of activities in each state.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetPlan(Guid PlanId) : IQuery<PlanDetails>;

public sealed record PlanDetails(
    Guid Id, string Code, LocalizedText Title, Guid? StrategyId, DateOnly Start, DateOnly End, string Currency, PlanStatus Status, string? ApprovingAct, int Version,
    IReadOnlyList<PlanObjective> Objectives, IReadOnlyDictionary<ActivityState, int> States);

/// <summary>An objective as the plan's activities name it.</summary>
public sealed record PlanObjective(string Number, LocalizedText Text, int ActivityCount);

internal sealed class GetPlanHandler(ActionPlanDbContext db) : IQueryHandler<GetPlan, PlanDetails>
{
    public async Task<Result<PlanDetails>> Handle(GetPlan query, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), query.PlanId);

        var activities = await db.Activities.AsNoTracking().Where(a => a.PlanId == plan.Id).OrderBy(a => a.ObjectiveSortKey).ThenBy(a => a.SortKey)
            .Select(a => new { a.ObjectiveNumber, a.Objective, a.State }).ToListAsync(cancellationToken);
        var objectives = activities.GroupBy(a => a.ObjectiveNumber)
            .Select(g => new PlanObjective(g.Key, g.Select(a => a.Objective).FirstOrDefault(o => !o.IsEmpty) ?? LocalizedText.Empty, g.Count()))
            .Where(o => o.Number.Length > 0 || !o.Text.IsEmpty).ToList();
        return new PlanDetails(
            plan.Id, plan.Code, plan.Title, plan.StrategyId, plan.Start, plan.End, plan.Currency, plan.Status, plan.ApprovingAct, plan.Version,
            objectives, activities.CountBy(a => a.State).ToDictionary());
    }
}
