// The list of activities, a page at a time, filtered and sorted in the database.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>The lines of plans, a page at a time; parts of a joint activity are seen on its own page. Someone bound to an institution sees only what that institution takes part in.</summary>
/// <param name="Objective">An objective's number.</param>
/// <param name="InstitutionId">Lead, co-implementer or partner.</param>
/// <param name="Quarter">Due in this quarter, such as "2026-Q4".</param>
/// <param name="Search">Words, all of which occur; case and diacritics do not matter.</param>
/// <param name="Sort">"number" (default), "due", "lead" or "state"; with "-" before it, descending.</param>
[Requires(Permission.ViewActionPlan)]
public sealed record ListActivities(
    Guid? PlanId = null, string? Objective = null, Guid? InstitutionId = null, ActivityState? State = null, string? Quarter = null, ActivityFlag? Flag = null,
    string? Search = null, string? Sort = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<ActivityRow>>;

/// <param name="NextDue">The due date that counts today: of a duty that recurs, its next occurrence.</param>
/// <param name="EffectiveDue">The working day on which it is finally due.</param>
/// <param name="OriginalDue">The due date before it was extended; null when it never was.</param>
/// <param name="Lead">Null while the name waits in the match queue.</param>
/// <param name="Occurrences">Null for what falls due once.</param>
public sealed record ActivityRow(
    Guid Id, Guid PlanId, string Number, LocalizedText Title, string ObjectiveNumber, LocalizedText Objective,
    string DeadlineAsWritten, DeadlineKind DeadlineKind, DateOnly? Start, DateOnly? NextDue, DateOnly? Due, DateOnly? EffectiveDue, DateOnly? OriginalDue,
    ActivityState State, int? Percent, InstitutionInfo? Lead, string LeadAsWritten, OccurrenceCounts? Occurrences, IReadOnlyList<ActivityFlag> Flags, int Version);

/// <summary>Of a duty that falls due more than once: how many due dates it has, how many are met, and how many were missed so far.</summary>
public sealed record OccurrenceCounts(int All, int Met, int Missed);

internal sealed class ListActivitiesHandler(ActionPlanDbContext db, IMediator mediator, CallerScope caller, TimeProvider clock) : IQueryHandler<ListActivities, Page<ActivityRow>>
{
    public async Task<Result<Page<ActivityRow>>> Handle(ListActivities query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = Filter(db.Activities.AsNoTracking().Where(a => a.Shape != ActivityShape.Share).SeenBy(caller.Current), query);
        if (query.Flag is { } flag) found = found.Flagged(db, flag, today);

        var page = await Sorted(found, query.Sort).Select(a => new
        {
            a.Id, a.PlanId, a.Number, a.Title, a.ObjectiveNumber, a.Objective, a.Deadline, a.EffectiveDue, a.OriginalDue, a.State, a.Percent, a.SubmittedOn, a.CompletedOn, a.Version,
            LeadId = a.Assignments.Where(x => x.Role == AssignmentRole.Lead).Select(x => x.InstitutionId).FirstOrDefault(),
            LeadName = a.Assignments.Where(x => x.Role == AssignmentRole.Lead).Select(x => x.NameAsWritten).First(),
            NextDue = a.Occurrences.Where(o => o.State == OccurrenceState.Open && o.EffectiveDue >= today).Min(o => (DateOnly?)o.Due),
            NextEffectiveDue = a.Occurrences.Where(o => o.State == OccurrenceState.Open && o.EffectiveDue >= today).Min(o => (DateOnly?)o.EffectiveDue),
            All = a.Occurrences.Count(o => true),
            Met = a.Occurrences.Count(o => o.State == OccurrenceState.Done || o.State == OccurrenceState.Reported),
            Missed = a.Occurrences.Count(o => o.State == OccurrenceState.Open && o.EffectiveDue < today),
            Stale = db.Periods.Any(p => p.PlanId == a.PlanId && p.EffectiveDueOn < today && !db.Reports.Any(r => (r.ActivityId == a.Id || db.Activities.Any(s => s.ParentId == a.Id && s.Id == r.ActivityId)) && r.Period == p.Period && r.State != ReportState.Returned)),
            AtRisk = a.Risk == RiskLevel.High || db.Reports.Any(r => r.ActivityId == a.Id && r.NewDateAsked != null && r.DateDecision == DateDecision.None),
        }).ToPageAsync(query.Page, query.Size, cancellationToken);
        var institutions = await mediator.InstitutionsAsync(page.Items.Select(a => a.LeadId), cancellationToken);

        var rows = page.Items.Select(a => new ActivityRow(
            a.Id, a.PlanId, a.Number, a.Title, a.ObjectiveNumber, a.Objective, a.Deadline.AsWritten, a.Deadline.Kind, a.Deadline.Start,
            a.NextDue ?? a.Deadline.Due, a.Deadline.Due, a.EffectiveDue, a.OriginalDue, a.State, a.Percent,
            a.LeadId is { } id ? institutions.GetValueOrDefault(id) : null, a.LeadName, a.All == 0 ? null : new OccurrenceCounts(a.All, a.Met, a.Missed),
            ActivityFlags.Of(a.State, a.Deadline, a.EffectiveDue, new Dues(a.NextDue ?? a.Deadline.Due, a.NextEffectiveDue ?? a.EffectiveDue, a.Missed), a.SubmittedOn, a.CompletedOn, a.LeadId is not null, today, a.Stale, a.AtRisk), a.Version)).ToList();
        return new Page<ActivityRow>(rows, page.Total, page.Number, page.Size);
    }

    private static IQueryable<Activity> Filter(IQueryable<Activity> found, ListActivities query)
    {
        if (query.PlanId is { } plan) found = found.Where(a => a.PlanId == plan);
        if (!string.IsNullOrWhiteSpace(query.Objective)) found = found.Where(a => a.ObjectiveNumber == query.Objective);
        if (query.InstitutionId is { } institution) found = found.Where(a => a.Assignments.Any(x => x.InstitutionId == institution));
        if (query.State is { } state) found = found.Where(a => a.State == state);
        if (BuildingBlocks.Quarter.Parse(query.Quarter) is { } quarter)
        {
            var mark = $";{quarter};";
            found = found.Where(a => a.DueQuarters.Contains(mark));
        }

        foreach (var word in SearchText.Fold(query.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(a => a.SearchText.Contains(word));
        return found;
    }

    private static IOrderedQueryable<Activity> Sorted(IQueryable<Activity> found, string? sort) => (sort switch
    {
        "-number" => found.OrderByDescending(a => a.SortKey),
        "due" => found.OrderBy(a => a.EffectiveDue == null).ThenBy(a => a.EffectiveDue).ThenBy(a => a.SortKey),
        "-due" => found.OrderBy(a => a.EffectiveDue == null).ThenByDescending(a => a.EffectiveDue).ThenBy(a => a.SortKey),
        "lead" => found.OrderBy(a => a.Assignments.Where(x => x.Role == AssignmentRole.Lead).Select(x => x.NameKey).FirstOrDefault()).ThenBy(a => a.SortKey),
        "-lead" => found.OrderByDescending(a => a.Assignments.Where(x => x.Role == AssignmentRole.Lead).Select(x => x.NameKey).FirstOrDefault()).ThenBy(a => a.SortKey),
        "state" => found.OrderBy(a => a.State).ThenBy(a => a.SortKey),
        "-state" => found.OrderByDescending(a => a.State).ThenBy(a => a.SortKey),
        _ => found.OrderBy(a => a.SortKey),
    }).ThenBy(a => a.Id);
}
