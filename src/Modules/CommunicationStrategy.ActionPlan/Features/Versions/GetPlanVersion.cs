// The plan as a version had it, and what two versions say differently.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Versions;

/// <summary>One version of a plan, line by line, a page at a time.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetPlanVersion(Guid PlanId, int Number, int Page = 1, int Size = Paging.DefaultSize) : IQuery<PlanVersionDetails>;

public sealed record PlanVersionDetails(Guid PlanId, string PlanCode, LocalizedText PlanTitle, PlanVersionRow Version, Page<PlanLineRow> Lines);

public sealed record PlanLineRow(
    Guid ActivityId, string Number, LocalizedText Title, string ObjectiveNumber, LocalizedText Objective, string DeadlineWords, DateOnly? Due,
    string? Lead, IReadOnlyList<string> CoImplementers, IReadOnlyList<string> Partners, string? Cost, string? Funding, string? Indicators);

/// <summary>What changed from one version of a plan to another, per activity and field, in natural order.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record ComparePlanVersions(Guid PlanId, int From, int To) : IQuery<PlanComparison>;

public sealed record PlanComparison(string PlanCode, LocalizedText PlanTitle, PlanVersionRow From, PlanVersionRow To, IReadOnlyList<LineComparison> Lines);

public enum LineDifference { Added, Removed, Changed }

public sealed record LineComparison(Guid ActivityId, string Number, LocalizedText Title, LineDifference Difference, IReadOnlyList<LineChange> Changes);

internal sealed class GetPlanVersionHandler(ActionPlanDbContext db) : IQueryHandler<GetPlanVersion, PlanVersionDetails>
{
    public async Task<Result<PlanVersionDetails>> Handle(GetPlanVersion query, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), query.PlanId);
        if (await db.VersionAsync(plan.Id, query.Number, cancellationToken) is not { } version) return Failure.NotFound(nameof(PlanVersion), query.Number);
        var page = await db.LinesOf(plan.Id, query.Number).OrderBy(l => l.SortKey).ThenBy(l => l.ActivityId).ToPageAsync(query.Page, query.Size, cancellationToken);
        return new PlanVersionDetails(plan.Id, plan.Code, plan.Title, version, new Page<PlanLineRow>([.. page.Items.Select(l => Row(l.ActivityId, l.Line()))], page.Total, page.Number, page.Size));
    }

    private static PlanLineRow Row(Guid activity, PlanLine line) => new(
        activity, line.Number, line.Title, line.ObjectiveNumber, line.Objective, line.DeadlineWords, line.Due, line.Lead?.Name,
        [.. line.Assignees.Where(a => a.Role == AssignmentRole.CoImplementer).Select(a => a.Name)], [.. line.Assignees.Where(a => a.Role == AssignmentRole.Partner).Select(a => a.Name)],
        line.Cost, line.Funding, line.Indicators);
}

internal sealed class ComparePlanVersionsHandler(ActionPlanDbContext db) : IQueryHandler<ComparePlanVersions, PlanComparison>
{
    public async Task<Result<PlanComparison>> Handle(ComparePlanVersions query, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), query.PlanId);
        if (await db.VersionAsync(plan.Id, query.From, cancellationToken) is not { } from) return Failure.NotFound(nameof(PlanVersion), query.From);
        if (await db.VersionAsync(plan.Id, query.To, cancellationToken) is not { } to) return Failure.NotFound(nameof(PlanVersion), query.To);

        // A line that holds in both versions is the same row and cannot differ: only the others are read.
        var before = await db.LinesOf(plan.Id, query.From).Where(l => l.FromVersion > query.To || (l.ToVersion != null && l.ToVersion < query.To)).ToDictionaryAsync(l => l.ActivityId, cancellationToken);
        var after = await db.LinesOf(plan.Id, query.To).Where(l => l.FromVersion > query.From || (l.ToVersion != null && l.ToVersion < query.From)).ToDictionaryAsync(l => l.ActivityId, cancellationToken);
        var lines = before.Keys.Union(after.Keys).Select(id => Compare(id, before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
            .Where(c => c.Difference != LineDifference.Changed || c.Changes.Count > 0).OrderBy(c => NaturalOrder.KeyOf(c.Number), StringComparer.Ordinal).ToList();
        return new PlanComparison(plan.Code, plan.Title, from, to, lines);
    }

    private static LineComparison Compare(Guid activity, VersionLine? before, VersionLine? after)
    {
        var (old, now) = (before?.Line(), after?.Line());
        var shown = now ?? old!;
        var difference = old is null ? LineDifference.Added : now is null ? LineDifference.Removed : LineDifference.Changed;
        return new LineComparison(activity, shown.Number, shown.Title, difference, difference == LineDifference.Changed ? PlanLine.Compare(old, now) : []);
    }
}

internal static class VersionLines
{
    /// <summary>What a version says: every line that began by it and had not ended before it.</summary>
    public static IQueryable<VersionLine> LinesOf(this ActionPlanDbContext db, Guid planId, int version) =>
        db.VersionLines.AsNoTracking().Where(l => l.PlanId == planId && l.FromVersion <= version && (l.ToVersion == null || l.ToVersion >= version));

    public static Task<PlanVersionRow?> VersionAsync(this ActionPlanDbContext db, Guid planId, int number, CancellationToken cancellationToken) =>
        db.PlanVersions.AsNoTracking().Where(v => v.PlanId == planId && v.Number == number).Select(v => new PlanVersionRow(v.Number, v.Act, v.InForceFrom, v.InForceTo, v.AmendmentId)).SingleOrDefaultAsync(cancellationToken);
}
