// The versions of a plan that have been in force, and its amendments.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Versions;

/// <summary>The versions of a plan and its amendments, the newest first.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record ListPlanVersions(Guid PlanId) : IQuery<PlanHistory>;

public sealed record PlanHistory(IReadOnlyList<PlanVersionRow> Versions, IReadOnlyList<AmendmentRow> Amendments);

/// <param name="InForceTo">The last day; null while it is in force.</param>
public sealed record PlanVersionRow(int Number, string Act, DateOnly InForceFrom, DateOnly? InForceTo, Guid? AmendmentId);

public sealed record AmendmentRow(Guid Id, string Act, DateOnly InForceFrom, AmendmentState State, int Lines);

internal sealed class ListPlanVersionsHandler(ActionPlanDbContext db) : IQueryHandler<ListPlanVersions, PlanHistory>
{
    public async Task<Result<PlanHistory>> Handle(ListPlanVersions query, CancellationToken cancellationToken) => new PlanHistory(
        await db.PlanVersions.AsNoTracking().Where(v => v.PlanId == query.PlanId).OrderByDescending(v => v.Number).Select(v => new PlanVersionRow(v.Number, v.Act, v.InForceFrom, v.InForceTo, v.AmendmentId)).ToListAsync(cancellationToken),
        await db.Amendments.AsNoTracking().Where(a => a.PlanId == query.PlanId).OrderByDescending(a => a.CreatedAt).Select(a => new AmendmentRow(a.Id, a.Act, a.InForceFrom, a.State, a.Lines.Count)).ToListAsync(cancellationToken));
}
