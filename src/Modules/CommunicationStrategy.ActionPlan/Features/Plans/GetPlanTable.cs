// The plan as its official table: one row per line, names and words as the plan has them, ready to be signed or imported again.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Plans;

/// <summary>Every line of a plan in natural order, as its official table has it (annex A of the evaluation report).</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetPlanTable(Guid PlanId) : IQuery<PlanTable>;

public sealed record PlanTable(string Code, LocalizedText Title, IReadOnlyList<PlanTableRow> Rows);

/// <param name="Action">The action under which the plan groups this sub-action; null where the line is an action itself.</param>
/// <param name="Leads">One a line; several for a joint activity. "MMPS prin ANOFM" where an institution acts through another.</param>
public sealed record PlanTableRow(
    string Number, string ObjectiveNumber, LocalizedText Objective, string? Action, LocalizedText Title, string Deadline, string? Cost, string? Funding,
    string Leads, string CoImplementers, string Partners, string? Indicators, ActivityState State);

internal sealed class GetPlanTableHandler(ActionPlanDbContext db) : IQueryHandler<GetPlanTable, PlanTable>
{
    public async Task<Result<PlanTable>> Handle(GetPlanTable query, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), query.PlanId);
        var all = await db.Activities.AsNoTracking().Include(a => a.Assignments).AsSplitQuery().Where(a => a.PlanId == plan.Id && a.State != ActivityState.Cancelled && a.State != ActivityState.Superseded)
            .OrderBy(a => a.SortKey).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var shares = all.Where(a => a.ParentId is not null).ToLookup(a => a.ParentId);
        return new PlanTable(plan.Code, plan.Title, [.. all.Where(a => a.Shape != ActivityShape.Share).Select(a => Row(a, [.. shares[a.Id]]))]);
    }

    private static PlanTableRow Row(Activity activity, IReadOnlyList<Activity> shares)
    {
        // The leads of a joint activity stand among its co-implementers, all but the first: they go back into their column.
        var leads = shares.Select(s => Assignment.KeyOf(s.Lead.NameAsWritten)).ToHashSet();
        bool Leads(Assignment a) => a.Role == AssignmentRole.Lead || (a.Role == AssignmentRole.CoImplementer && leads.Contains(a.NameKey));
        return new PlanTableRow(
            activity.Number, activity.ObjectiveNumber, activity.Objective, activity.Description, activity.Title, activity.Deadline.AsWritten, activity.CostAsWritten, activity.FundingAsWritten,
            Names(activity.Assignments.Where(Leads)), Names(activity.Assignments.Where(a => a.Role == AssignmentRole.CoImplementer && !Leads(a))), Names(activity.Assignments.Where(a => a.Role == AssignmentRole.Partner)),
            activity.IndicatorText, activity.State);
    }

    private static string Names(IEnumerable<Assignment> assignments) => string.Join('\n', assignments.Where(a => a.NameAsWritten != ImportReader.NoLead)
        .OrderBy(a => a.Role).ThenBy(a => a.Position).Select(a => a.ActsThrough is null ? a.NameAsWritten : $"{a.NameAsWritten} prin {a.ActsThrough}"));
}
