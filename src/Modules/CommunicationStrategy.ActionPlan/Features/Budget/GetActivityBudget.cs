// The money of one activity: its lines, their sums in the plan's currency, and what the plan's own words on costs say.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Budget;

/// <summary>The budget lines of an activity, by year and source.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetActivityBudget(Guid ActivityId) : IQuery<ActivityBudget>;

/// <param name="Currency">The plan's, ISO 4217; sums are in thousands of it.</param>
/// <param name="Words">What the words on costs came to; Unreadable asks for an officer.</param>
public sealed record ActivityBudget(
    Guid ActivityId, string Number, LocalizedText Title, Guid PlanId, LocalizedText PlanTitle, PlanStatus PlanStatus, DateOnly PlanStart, DateOnly PlanEnd, string Currency,
    IReadOnlyList<BudgetLineRow> Lines, BudgetSums Total, CostWordsKind Words);

internal sealed class GetActivityBudgetHandler(ActionPlanDbContext db, CallerScope caller) : IQueryHandler<GetActivityBudget, ActivityBudget>
{
    public async Task<Result<ActivityBudget>> Handle(GetActivityBudget query, CancellationToken cancellationToken)
    {
        var activity = await db.Activities.AsNoTracking().SeenBy(caller.Current).Where(a => a.Id == query.ActivityId)
            .Join(db.Plans, a => a.PlanId, p => p.Id, (a, p) => new { a.Number, a.Title, a.CostAsWritten, a.FundingAsWritten, Plan = new { p.Id, p.Title, p.Status, p.Start, p.End, p.Currency } })
            .SingleOrDefaultAsync(cancellationToken);
        if (activity is null) return Failure.NotFound(nameof(Activity), query.ActivityId);

        var lines = await db.BudgetLines.AsNoTracking().Where(l => l.ActivityId == query.ActivityId).ToListAsync(cancellationToken);
        var rows = lines.OrderBy(l => l.Year).ThenBy(l => l.Source).ThenBy(l => l.FunderKey, StringComparer.Ordinal).Select(Row).ToList();
        return new ActivityBudget(
            query.ActivityId, activity.Number, activity.Title, activity.Plan.Id, activity.Plan.Title, activity.Plan.Status, activity.Plan.Start, activity.Plan.End, activity.Plan.Currency,
            rows, rows.Aggregate(BudgetSums.None, (sum, r) => sum + r.InPlanCurrency), CostReader.Read(activity.CostAsWritten, null, activity.FundingAsWritten, activity.Plan.Currency).Kind);
    }

    private static BudgetLineRow Row(BudgetLine line) => new(
        line.Id, line.Year, line.Source, line.Funder, line.Planned, line.Allocated, line.Committed, line.Spent, line.Currency, line.Rate, line.RateDate, line.RateSource, line.AsWritten, line.Note,
        BudgetLine.WarningsOf(line.Planned, line.Allocated, line.Committed, line.Spent, line.SourceAssumed), BudgetSums.Of(line), line.Version);
}
