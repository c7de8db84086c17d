// The money of a plan: by objective, by lead institution, by source and by year, in the plan's currency.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Budget;

/// <summary>The sums of a plan's budget lines. Someone bound to an institution sees only what that institution takes part in.</summary>
/// <param name="InstitutionId">The lead: money is counted where it is answered for, once.</param>
/// <param name="Objective">An objective's number.</param>
[Requires(Permission.ViewActionPlan)]
public sealed record GetBudgetSummary(Guid PlanId, int? Year = null, Guid? InstitutionId = null, string? Objective = null, BudgetSource? Source = null) : IQuery<BudgetSummary>;

/// <param name="Currency">ISO 4217; all sums are in thousands of it.</param>
/// <param name="Activities">Activities looked at: all of the chosen objective and institution; with a year or source, those that have a line of it.</param>
/// <param name="WithoutFigure">How many of them have no planned figure.</param>
/// <param name="Unplanned">Activities of the plan without any line; 0 when all have one.</param>
/// <param name="Objectives">All of the plan, whatever is chosen; and so the institutions.</param>
public sealed record BudgetSummary(
    Guid PlanId, string PlanCode, LocalizedText PlanTitle, PlanStatus PlanStatus, DateOnly PlanStart, DateOnly PlanEnd, string Currency, BudgetSums Total, int Activities, int WithoutFigure, int Unplanned,
    IReadOnlyList<ObjectiveBudget> ByObjective, IReadOnlyList<InstitutionBudget> ByInstitution, IReadOnlyList<SourceBudget> BySource, IReadOnlyList<YearBudget> ByYear,
    IReadOnlyList<BudgetObjective> Objectives, IReadOnlyList<InstitutionInfo> Institutions);

public sealed record BudgetObjective(string Number, LocalizedText Text);

public sealed record ObjectiveBudget(string Number, LocalizedText Text, BudgetSums Sums, int Activities, int WithoutFigure);

/// <param name="Institution">Null: leads that the register does not know yet.</param>
public sealed record InstitutionBudget(InstitutionInfo? Institution, BudgetSums Sums, int Activities, int WithoutFigure);

public sealed record SourceBudget(BudgetSource Source, BudgetSums Sums);

public sealed record YearBudget(int Year, BudgetSums Sums);

internal sealed class GetBudgetSummaryHandler(ActionPlanDbContext db, IMediator mediator, CallerScope caller) : IQueryHandler<GetBudgetSummary, BudgetSummary>
{
    public async Task<Result<BudgetSummary>> Handle(GetBudgetSummary query, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound(nameof(Plan), query.PlanId);

        // The database sums up to one cell for each objective, lead, source and year; all four tables are made of these cells.
        var all = await CellsAsync(plan.Id, cancellationToken);
        var cells = all.Where(c => (query.Year is null || c.Year == query.Year) && (query.Source is null || c.Source == query.Source) && Chosen(query, c.Objective, c.LeadId)).ToList();
        var (known, counts) = await CountsAsync(query, cancellationToken);
        var chosen = counts.Where(c => Chosen(query, c.Objective, c.LeadId)).ToList();
        var institutions = await mediator.InstitutionsAsync(known.Select(c => c.LeadId).Concat(all.Select(c => c.LeadId)), cancellationToken);
        var unplanned = await db.Activities.SeenBy(caller.Current).Where(a => a.PlanId == plan.Id).WithoutLines(db).CountAsync(cancellationToken);
        var objectives = known.GroupBy(c => c.Objective).OrderBy(g => g.First().SortKey, StringComparer.Ordinal)
            .Select(g => new BudgetObjective(g.Key, g.Select(c => c.Text).FirstOrDefault(t => !t.IsEmpty) ?? LocalizedText.Empty)).ToList();

        var objectiveCounts = chosen.ToLookup(c => c.Objective);
        var leadCounts = chosen.ToLookup(c => c.LeadId);
        return new BudgetSummary(
            plan.Id, plan.Code, plan.Title, plan.Status, plan.Start, plan.End, plan.Currency, Sum(cells), chosen.Sum(c => c.Activities), chosen.Sum(c => c.WithoutFigure), unplanned,
            [.. objectives.Where(o => objectiveCounts[o.Number].Any() || cells.Exists(c => c.Objective == o.Number))
                .Select(o => new ObjectiveBudget(o.Number, o.Text, Sum(cells.Where(c => c.Objective == o.Number)), objectiveCounts[o.Number].Sum(c => c.Activities), objectiveCounts[o.Number].Sum(c => c.WithoutFigure)))],
            // A part's lead may lead no activity of its own.
            [.. leadCounts.Select(g => g.Key).Union(cells.Select(c => c.LeadId))
                .Select(lead => new InstitutionBudget(lead is { } id ? institutions.GetValueOrDefault(id) : null, Sum(cells.Where(c => c.LeadId == lead)), leadCounts[lead].Sum(c => c.Activities), leadCounts[lead].Sum(c => c.WithoutFigure)))
                .OrderByDescending(i => i.Sums.Planned ?? -1).ThenBy(i => Name(i.Institution), StringComparer.Ordinal)],
            [.. cells.GroupBy(c => c.Source).OrderBy(g => g.Key).Select(g => new SourceBudget(g.Key, Sum(g)))],
            [.. cells.GroupBy(c => c.Year).OrderBy(g => g.Key).Select(g => new YearBudget(g.Key, Sum(g)))],
            [.. objectives.Where(o => o.Number.Length > 0)], [.. institutions.Values.OrderBy(Name, StringComparer.Ordinal)]);
    }

    private static bool Chosen(GetBudgetSummary query, string objective, Guid? lead) =>
        (string.IsNullOrWhiteSpace(query.Objective) || objective == query.Objective) && (query.InstitutionId is null || lead == query.InstitutionId);

    private static string Name(InstitutionInfo? institution) => SearchText.Fold(institution?.ShortName("ro"));

    private static BudgetSums Sum(IEnumerable<Cell> cells) => cells.Aggregate(BudgetSums.None, (sum, c) => sum + c.Sums);

    private IQueryable<Led> Leads(Guid planId) =>
        db.Activities.AsNoTracking().SeenBy(caller.Current).Where(a => a.PlanId == planId)
            .Join(db.Assignments.Where(x => x.Role == AssignmentRole.Lead), a => a.Id, x => x.ActivityId, (a, x) => new Led { Activity = a, LeadId = x.InstitutionId });

    private async Task<IReadOnlyList<Cell>> CellsAsync(Guid planId, CancellationToken cancellationToken)
    {
        // Lines are found by their activity alone: asked for the plan as well, a database without statistics goes through all lines of the plan for each activity.
        var cells = await Leads(planId).Join(db.BudgetLines.AsNoTracking(), a => a.Activity.Id, l => l.ActivityId, (a, l) => new { Line = l, a.Activity.ObjectiveNumber, a.LeadId })
            .GroupBy(x => new { x.ObjectiveNumber, x.LeadId, x.Line.Source, x.Line.Year })
            .Select(g => new
            {
                g.Key,
                Lines = g.Count(),
                Planned = g.Sum(x => x.Line.PlannedCents), HasPlanned = g.Count(x => x.Line.PlannedCents != null),
                Allocated = g.Sum(x => x.Line.AllocatedCents), HasAllocated = g.Count(x => x.Line.AllocatedCents != null),
                Committed = g.Sum(x => x.Line.CommittedCents), HasCommitted = g.Count(x => x.Line.CommittedCents != null),
                Spent = g.Sum(x => x.Line.SpentCents), HasSpent = g.Count(x => x.Line.SpentCents != null),
                Pledged = g.Sum(x => x.Line.PledgedCents), HasPledged = g.Count(x => x.Line.PledgedCents != null),
                Gap = g.Sum(x => x.Line.GapCents),
            }).ToListAsync(cancellationToken);
        return [.. cells.Select(c => new Cell(c.Key.ObjectiveNumber, c.Key.LeadId, c.Key.Source, c.Key.Year, new BudgetSums(
            Known(c.Planned, c.HasPlanned), Known(c.Allocated, c.HasAllocated), Known(c.Committed, c.HasCommitted), Known(c.Spent, c.HasSpent), Known(c.Pledged, c.HasPledged), Known(c.Gap, c.HasPlanned),
            c.Lines, c.Key.Source == BudgetSource.WithinLimits ? c.Lines : 0)))];

        // A database sums nothing up to nought.
        static decimal? Known(long? sum, int figures) => figures == 0 ? null : BudgetSums.Thousand(sum);
    }

    /// <summary>All activities of the plan, and those that are looked at: with a year or a source only those that have such a line.</summary>
    private async Task<(IReadOnlyList<Count> Known, IReadOnlyList<Count> Looked)> CountsAsync(GetBudgetSummary query, CancellationToken cancellationToken)
    {
        var lines = db.BudgetLines.AsQueryable();
        if (query.Year is { } year) lines = lines.Where(l => l.Year == year);
        if (query.Source is { } source) lines = lines.Where(l => l.Source == source);

        // A part's money counts for the whole, which is the line of the plan.
        var wholes = Leads(query.PlanId).Where(x => x.Activity.Shape != ActivityShape.Share);
        var figures = lines.Where(l => l.Planned != null);
        var all = await CountAsync(wholes, cancellationToken);
        var lined = query.Year is null && query.Source is null ? all
            : await CountAsync(wholes.Where(x => lines.Any(l => l.ActivityId == x.Activity.Id) || db.Activities.Any(s => s.ParentId == x.Activity.Id && lines.Any(l => l.ActivityId == s.Id))), cancellationToken);
        var planned = (await CountAsync(wholes.Where(x => figures.Any(l => l.ActivityId == x.Activity.Id) || db.Activities.Any(s => s.ParentId == x.Activity.Id && figures.Any(l => l.ActivityId == s.Id))), cancellationToken))
            .ToDictionary(c => (c.Objective, c.Text, c.LeadId), c => c.Activities);
        return (all, [.. lined.Select(c => c with { WithoutFigure = c.Activities - planned.GetValueOrDefault((c.Objective, c.Text, c.LeadId)) })]);
    }

    private static async Task<IReadOnlyList<Count>> CountAsync(IQueryable<Led> activities, CancellationToken cancellationToken) =>
        [.. (await activities.GroupBy(x => new { x.Activity.ObjectiveSortKey, x.Activity.ObjectiveNumber, x.Activity.Objective, x.LeadId }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken))
            .Select(g => new Count(g.Key.ObjectiveSortKey, g.Key.ObjectiveNumber, g.Key.Objective, g.Key.LeadId, g.Count, 0))];

    private sealed class Led
    {
        public required Activity Activity { get; init; }
        public Guid? LeadId { get; init; }
    }

    private sealed record Cell(string Objective, Guid? LeadId, BudgetSource Source, int Year, BudgetSums Sums);

    private sealed record Count(string SortKey, string Objective, LocalizedText Text, Guid? LeadId, int Activities, int WithoutFigure);
}
