// The activities without any budget line, with their words on costs: what an officer has to look at.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Budget;

/// <summary>Activities of a plan that have no budget line, a page at a time, in the plan's order.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record ListWithoutBudget(Guid PlanId, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<WithoutBudgetRow>>;

/// <param name="Words">What the words came to: figures are taken over on request, unreadable ones need an officer.</param>
public sealed record WithoutBudgetRow(Guid Id, string Number, LocalizedText Title, string? CostAsWritten, string? FundingAsWritten, CostWordsKind Words);

internal sealed class ListWithoutBudgetHandler(ActionPlanDbContext db, CallerScope caller) : IQueryHandler<ListWithoutBudget, Page<WithoutBudgetRow>>
{
    public async Task<Result<Page<WithoutBudgetRow>>> Handle(ListWithoutBudget query, CancellationToken cancellationToken)
    {
        var currency = await db.Plans.Where(p => p.Id == query.PlanId).Select(p => p.Currency).SingleOrDefaultAsync(cancellationToken);
        if (currency is null) return Failure.NotFound(nameof(Plan), query.PlanId);

        var page = await db.Activities.AsNoTracking().SeenBy(caller.Current).Where(a => a.PlanId == query.PlanId).WithoutLines(db).OrderBy(a => a.SortKey).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Number, a.Title, a.CostAsWritten, a.FundingAsWritten }).ToPageAsync(query.Page, query.Size, cancellationToken);
        var rows = page.Items.Select(a => new WithoutBudgetRow(a.Id, a.Number, a.Title, a.CostAsWritten, a.FundingAsWritten, CostReader.Read(a.CostAsWritten, null, a.FundingAsWritten, currency).Kind)).ToList();
        return new Page<WithoutBudgetRow>(rows, page.Total, page.Number, page.Size);
    }
}
