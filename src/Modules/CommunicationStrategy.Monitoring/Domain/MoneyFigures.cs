// The money of the quarter's year: sums over lines that carry figures, and how many do not.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Monitoring.Domain;

internal static class MoneyFigures
{
    public static FrozenMoney? Total(IReadOnlyList<BudgetSnapshot> lines) => lines.Count == 0 ? null : Of("", lines);

    public static IReadOnlyList<FrozenMoney> BySource(IReadOnlyList<BudgetSnapshot> lines) =>
        [.. lines.GroupBy(l => l.Source, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, g))];

    public static IReadOnlyList<FrozenMoney> ByObjective(PlanSnapshot plan)
    {
        var objectives = plan.Activities.ToDictionary(a => a.Id, a => a.ObjectiveNumber.Trim());
        return
        [
            .. plan.Budget.GroupBy(l => objectives.GetValueOrDefault(l.ActivityId, ""), StringComparer.Ordinal)
                .OrderBy(g => g.Key.Length == 0).ThenBy(g => NumberOrder.KeyOf(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Of(g.Key, g)),
        ];
    }

    private static FrozenMoney Of(string key, IEnumerable<BudgetSnapshot> lines)
    {
        var all = lines.ToList();
        var figures = all.Where(l => l.Quantified).ToList();
        return new FrozenMoney(
            key, figures.Sum(l => l.Planned ?? 0), figures.Sum(l => l.Allocated ?? 0), figures.Sum(l => l.Committed ?? 0), figures.Sum(l => l.Spent ?? 0), figures.Sum(l => l.Pledged ?? 0),
            all.Count, all.Count(l => !l.Quantified || (l.Planned ?? l.Allocated ?? l.Committed ?? l.Spent) is null));
    }
}
