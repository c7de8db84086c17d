// What every view of a plan shares: which activities the filters let through, in which order, and what is read of each.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>An activity as it is read for a row; <see cref="ToRow"/> adds what follows from the day and from the register.</summary>
internal sealed record StoredRow
{
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }
    public required ActivityShape Shape { get; init; }
    public required string Number { get; init; }
    public required LocalizedText Title { get; init; }
    public required string ObjectiveNumber { get; init; }
    public required LocalizedText Objective { get; init; }
    public required Deadline Deadline { get; init; }
    public required DateOnly? EffectiveDue { get; init; }
    public required DateOnly? OriginalDue { get; init; }
    public required ActivityState State { get; init; }
    public required int? Percent { get; init; }
    public required DateOnly? SubmittedOn { get; init; }
    public required DateOnly? CompletedOn { get; init; }
    public required int Version { get; init; }
    public required Guid? LeadId { get; init; }
    public required string LeadName { get; init; }
    public required DateOnly? NextDue { get; init; }
    public required DateOnly? NextEffectiveDue { get; init; }
    public required int All { get; init; }
    public required int Met { get; init; }
    public required int Missed { get; init; }
    public required bool Stale { get; init; }
    public required bool AtRisk { get; init; }

    public ActivityRow ToRow(IReadOnlyDictionary<Guid, InstitutionInfo> institutions, DateOnly today) => new(
        Id, PlanId, Number, Title, ObjectiveNumber, Objective, Deadline.AsWritten, Deadline.Kind, Deadline.Start,
        NextDue ?? Deadline.Due, Deadline.Due, EffectiveDue, OriginalDue, State, Percent,
        LeadId is { } id ? institutions.GetValueOrDefault(id) : null, LeadName, All == 0 ? null : new OccurrenceCounts(All, Met, Missed),
        ActivityFlags.Of(State, Deadline, EffectiveDue, new Dues(NextDue ?? Deadline.Due, NextEffectiveDue ?? EffectiveDue, Missed), SubmittedOn, CompletedOn, LeadId is not null, today, Stale, AtRisk), Version);
}

internal static class ActivityRows
{
    /// <summary>What the filters of <see cref="ListActivities"/> let through; its page and order are left to the caller.</summary>
    public static IQueryable<Activity> Matching(this IQueryable<Activity> found, ActionPlanDbContext db, ListActivities query, DateOnly today)
    {
        // Parts of a joint activity are no lines of the plan.
        found = found.Where(a => a.Shape != ActivityShape.Share);
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
        return query.Flag is { } flag ? found.Flagged(db, flag, today) : found;
    }

    public static IOrderedQueryable<Activity> Sorted(this IQueryable<Activity> found, string? sort) => (sort switch
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

    public static IQueryable<StoredRow> Stored(this IQueryable<Activity> found, ActionPlanDbContext db, DateOnly today) => found.Select(a => new StoredRow
    {
        Id = a.Id, PlanId = a.PlanId, Shape = a.Shape, Number = a.Number, Title = a.Title, ObjectiveNumber = a.ObjectiveNumber, Objective = a.Objective, Deadline = a.Deadline, EffectiveDue = a.EffectiveDue,
        OriginalDue = a.OriginalDue, State = a.State, Percent = a.Percent, SubmittedOn = a.SubmittedOn, CompletedOn = a.CompletedOn, Version = a.Version,
        LeadId = a.Assignments.Where(x => x.Role == AssignmentRole.Lead).Select(x => x.InstitutionId).FirstOrDefault(),
        LeadName = a.Assignments.Where(x => x.Role == AssignmentRole.Lead).Select(x => x.NameAsWritten).First(),
        NextDue = a.Occurrences.Where(o => o.State == OccurrenceState.Open && o.EffectiveDue >= today).Min(o => (DateOnly?)o.Due),
        NextEffectiveDue = a.Occurrences.Where(o => o.State == OccurrenceState.Open && o.EffectiveDue >= today).Min(o => (DateOnly?)o.EffectiveDue),
        All = a.Occurrences.Count(o => true),
        Met = a.Occurrences.Count(o => o.State == OccurrenceState.Done || o.State == OccurrenceState.Reported),
        Missed = a.Occurrences.Count(o => o.State == OccurrenceState.Open && o.EffectiveDue < today),
        Stale = db.Periods.Any(p => p.PlanId == a.PlanId && p.EffectiveDueOn < today && !p.Extensions.Any(e => e.EffectiveUntil >= today && a.Assignments.Any(x => x.Role == AssignmentRole.Lead && x.InstitutionId == e.InstitutionId)) && !db.Reports.Any(r => (r.ActivityId == a.Id || db.Activities.Any(s => s.ParentId == a.Id && s.Id == r.ActivityId)) && r.Period == p.Period && r.State != ReportState.Returned)),
        AtRisk = a.Risk == RiskLevel.High || db.Reports.Any(r => r.ActivityId == a.Id && r.NewDateAsked != null && r.DateDecision == DateDecision.None),
    });
}
