// Which activities have money, and that none of them disappears with it.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Budget;

internal static class BudgetGuard
{
    /// <summary>Lines of the plan without a budget line of their own or of one of their parts; parts are none.</summary>
    public static IQueryable<Activity> WithoutLines(this IQueryable<Activity> activities, ActionPlanDbContext db) => activities.Where(a =>
        a.Shape != ActivityShape.Share && !db.BudgetLines.Any(l => l.ActivityId == a.Id) && !db.Activities.Any(s => s.ParentId == a.Id && db.BudgetLines.Any(l => l.ActivityId == s.Id)));

    /// <summary>The refusal to remove these activities, or their parts, while one of them has budget lines.</summary>
    public static async Task<Failure?> MoneyStandsAsync(this ActionPlanDbContext db, IReadOnlyCollection<Guid> removed, CancellationToken cancellationToken)
    {
        if (removed.Count == 0) return null;
        var number = await db.Activities.Where(a => (removed.Contains(a.Id) || (a.ParentId != null && removed.Contains(a.ParentId.Value))) && db.BudgetLines.Any(l => l.ActivityId == a.Id))
            .OrderBy(a => a.SortKey).Select(a => a.Number).FirstOrDefaultAsync(cancellationToken);
        return number is null ? null : Failure.Rule("action-plan.budget-stands", $"Activity {number} has budget lines: take them away first.", number);
    }
}
