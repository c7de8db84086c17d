// One plan with what a reader chooses by: its objectives, its quarters, and how many activities stand where.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Plans;

/// <summary>One plan with its objectives, the institutions that take part, and the number of activities in each state.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetPlan(Guid PlanId) : IQuery<PlanDetails>;

public sealed record PlanDetails(
    Guid Id, string Code, LocalizedText Title, Guid? StrategyId, DateOnly Start, DateOnly End, string Currency, PlanStatus Status, string? ApprovingAct, string? Locality, int VersionNumber, string? RejectionReason, int ReportDays, int ReviewDays, bool OpensItself, int Version,
    IReadOnlyList<PlanObjective> Objectives, IReadOnlyList<InstitutionInfo> Institutions, IReadOnlyDictionary<ActivityState, int> States)
{
    public ReportingFrequency Frequency { get; init; }

    /// <summary>What is collected of it, the oldest first: "2026-Q1" and on, or "2026-01" and on.</summary>
    public IEnumerable<CollectedPeriod> Collected()
    {
        for (var period = Frequency.Of(Start); period.First <= End; period = Frequency.Of(period.End.AddDays(1))) yield return period;
    }

    /// <summary>The quarters it reaches into, "2026-Q1" and on.</summary>
    public IEnumerable<string> Quarters()
    {
        for (var quarter = Quarter.Of(Start); quarter.Start <= End; quarter = quarter.Next) yield return quarter.ToString();
    }
}

/// <summary>The objectives as the plan's activities name them, alone: for the choice in a form.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetPlanObjectives(Guid PlanId) : IQuery<IReadOnlyList<PlanObjective>>;

/// <summary>An objective as the plan's activities name it.</summary>
/// <param name="WeightSum">Of its activities that are not cancelled or superseded, per cent; null: none has a weight.</param>
public sealed record PlanObjective(string Number, LocalizedText Text, int ActivityCount, decimal? WeightSum)
{
    /// <summary>Weights of one objective make 100; anything else is worth a warning, not a refusal.</summary>
    public bool WeightsAreOff => WeightSum is { } sum && sum != 100;
}

internal sealed class GetPlanHandler(ActionPlanDbContext db, IMediator mediator) : IQueryHandler<GetPlan, PlanDetails>
{
    private const int MostInstitutions = 10_000;

    public async Task<Result<PlanDetails>> Handle(GetPlan query, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), query.PlanId);

        var counts = await CountedObjective.InAsync(db, plan.Id, cancellationToken);
        // The limit keeps the two steps apart: merged into one, the second is asked of every assignment instead of every institution.
        var takingPart = await db.Assignments.Where(x => x.InstitutionId != null).Select(x => x.InstitutionId).Distinct().OrderBy(id => id).Take(MostInstitutions)
            .Where(id => db.Assignments.Any(x => x.InstitutionId == id && db.Activities.Any(a => a.Id == x.ActivityId && a.PlanId == plan.Id))).ToListAsync(cancellationToken);
        var institutions = await mediator.InstitutionsAsync(takingPart, cancellationToken);
        return new PlanDetails(
            plan.Id, plan.Code, plan.Title, plan.StrategyId, plan.Start, plan.End, plan.Currency, plan.Status, plan.ApprovingAct, plan.Locality, plan.VersionNumber, plan.RejectionReason, plan.ReportDays, plan.ReviewDays, plan.OpensItself, plan.Version,
            CountedObjective.Merge(counts), [.. institutions.Values.OrderBy(i => SearchText.Fold(i.ShortName("ro")), StringComparer.Ordinal)],
            counts.GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)))
        { Frequency = plan.Frequency };
    }
}

internal sealed class GetPlanObjectivesHandler(ActionPlanDbContext db) : IQueryHandler<GetPlanObjectives, IReadOnlyList<PlanObjective>>
{
    public async Task<Result<IReadOnlyList<PlanObjective>>> Handle(GetPlanObjectives query, CancellationToken cancellationToken) =>
        CountedObjective.Merge(await CountedObjective.InAsync(db, query.PlanId, cancellationToken));
}

/// <summary>How many activities in a state name an objective in the same words.</summary>
internal sealed record CountedObjective(string SortKey, string Number, LocalizedText Text, ActivityState State, int Count, double? Weight)
{
    public static Task<List<CountedObjective>> InAsync(ActionPlanDbContext db, Guid planId, CancellationToken cancellationToken) =>
        db.Activities.AsNoTracking().Where(a => a.PlanId == planId && a.Shape != ActivityShape.Share)
            .GroupBy(a => new { a.ObjectiveSortKey, a.ObjectiveNumber, a.Objective, a.State })
            .Select(g => new CountedObjective(g.Key.ObjectiveSortKey, g.Key.ObjectiveNumber, g.Key.Objective, g.Key.State, g.Count(), g.Sum(a => (double?)a.Weight))).ToListAsync(cancellationToken);

    /// <summary>One objective a number, in the numbers' order; the first words found are its words.</summary>
    public static List<PlanObjective> Merge(IEnumerable<CountedObjective> counts) =>
        [.. counts.OrderBy(c => c.SortKey, StringComparer.Ordinal).GroupBy(c => c.Number)
            .Select(g => new PlanObjective(g.Key, g.Select(c => c.Text).FirstOrDefault(o => !o.IsEmpty) ?? LocalizedText.Empty, g.Sum(c => c.Count), Weights([.. g.Where(c => c.State is not (ActivityState.Cancelled or ActivityState.Superseded))])))
            .Where(o => o.Number.Length > 0 || !o.Text.IsEmpty)];

    // SUM over nothing is null in one database and 0 in another: weights of 0 are none.
    private static decimal? Weights(List<CountedObjective> counts) => counts.Sum(c => c.Weight ?? 0) is > 0 and var sum ? Math.Round((decimal)sum, 2) : null;
}
