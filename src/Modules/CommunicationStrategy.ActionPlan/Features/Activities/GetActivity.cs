// One activity as a whole: what the plan says, who answers for it, what has been reported, and what was changed by whom.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using System.Text.Json;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>One activity with its deadline explained, its institutions, reports and history.</summary>
/// <param name="WithHistory">False leaves the history empty and saves a statement.</param>
[Requires(Permission.ViewActionPlan)]
public sealed record GetActivity(Guid ActivityId, bool WithHistory = true) : IQuery<ActivityDetails>;

public sealed record ActivityDetails(
    Guid Id, Guid PlanId, string PlanCode, LocalizedText PlanTitle, PlanStatus PlanStatus, string Number, LocalizedText Title,
    string ObjectiveNumber, LocalizedText Objective, Guid? ObjectiveId, string? Description,
    DeadlineDetails Deadline, DateOnly? OriginalDue, string? CostAsWritten, decimal? CostThousand, string? FundingAsWritten, string? IndicatorText,
    ActivityState State, int? Percent, DateOnly? SubmittedOn, DateOnly? CompletedOn, string? Narrative, string? Evidence, string? LastReason,
    IReadOnlyList<AssigneeRow> Assignments, IReadOnlyList<ActivityFlag> Flags, IReadOnlyList<ReportRow> Reports,
    IReadOnlyDictionary<string, string> SourceCells, IReadOnlyList<HistoryRow> History, Particulars Particulars, ActivityShape Shape, IReadOnlyList<RelatedActivity> Related, int Version)
{
    public AssigneeRow Lead => Assignments.Single(a => a.Role == AssignmentRole.Lead);
}

/// <summary>What the office notes beside the plan's text.</summary>
public sealed record Particulars(decimal? Weight, ObligationLevel Obligation, bool IfNeeded, bool IsPublic, RiskLevel Risk, string? RiskNote);

/// <summary>How another activity belongs to this one: what it is a part or sub-action of, its parts by institution, its sub-actions by number.</summary>
public enum Relation { Whole, Part, Action, SubAction }

public sealed record RelatedActivity(Relation Relation, Guid Id, string Number, LocalizedText Title, string Lead, ActivityState State, int? Percent);

/// <summary>A deadline: the words, what they were taken to mean and by which rule or whom, and the days that follow.</summary>
/// <param name="Rule">Name of the rule that read the words; null when a person, or nobody, said what they mean.</param>
public sealed record DeadlineDetails(
    string AsWritten, DeadlineKind Kind, DateOnly? Start, DateOnly? Due, DateOnly? EffectiveDue, DateOnly? NextDue, IReadOnlyList<OccurrenceRow> Occurrences,
    string? Trigger, DateOnly? TriggeredOn, DeadlineResolvedBy ResolvedBy, string? Rule, bool NeedsOfficer, bool AwaitsTrigger);

/// <summary>One due date of a duty that recurs. <paramref name="Missed"/>: open, and past its effective due day.</summary>
public sealed record OccurrenceRow(DateOnly Due, DateOnly EffectiveDue, int Target, int Achieved, OccurrenceState State, DateOnly? DoneOn, bool IsLate, bool Missed, string? ReportedIn, string? Note)
{
    internal static OccurrenceRow From(Occurrence o, DateOnly today) =>
        new(o.Due, o.EffectiveDue, o.Target, o.Achieved, o.State, o.DoneOn, o.IsLate, o.State == OccurrenceState.Open && o.EffectiveDue < today, o.ReportedIn, o.Note);
}

public sealed record AssigneeRow(AssignmentRole Role, Guid? InstitutionId, string NameAsWritten, InstitutionInfo? Institution, string? ActsThrough);

/// <summary>One change: who, when, and the fields with their old and new values as text.</summary>
public sealed record HistoryRow(DateTimeOffset At, string Who, CallerKind CallerKind, AuditAction Action, string What, IReadOnlyList<FieldChange> Changes);

public sealed record FieldChange(string Field, string? Old, string? New);

internal sealed class GetActivityHandler(ActionPlanDbContext db, IMediator mediator, CallerScope caller, TimeProvider clock) : IQueryHandler<GetActivity, ActivityDetails>
{
    private const int HistoryLength = 100;
    private const int MostRelated = 200;

    public async Task<Result<ActivityDetails>> Handle(GetActivity query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = await db.Activities.AsNoTracking().Include(a => a.Assignments).SeenBy(caller.Current).Where(a => a.Id == query.ActivityId)
            .Join(db.Plans.AsNoTracking(), a => a.PlanId, p => p.Id, (Activity, Plan) => new
            {
                Activity, Plan,
                Stale = db.Periods.Any(p => p.PlanId == Plan.Id && p.EffectiveDueOn < today && !p.Extensions.Any(e => e.EffectiveUntil >= today && Activity.Assignments.Any(x => x.Role == AssignmentRole.Lead && x.InstitutionId == e.InstitutionId)) && !db.Reports.Any(r => (r.ActivityId == Activity.Id || db.Activities.Any(s => s.ParentId == Activity.Id && s.Id == r.ActivityId)) && r.Period == p.Period && r.State != ReportState.Returned)),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return Failure.NotFound(nameof(Activity), query.ActivityId);
        var (activity, plan) = (found.Activity, found.Plan);
        var occurrences = activity.Recurs ? await db.Occurrences.AsNoTracking().Where(o => o.ActivityId == activity.Id).OrderBy(o => o.Due).ToListAsync(cancellationToken) : [];

        var reports = await db.Reports.AsNoTracking().SeenBy(caller.Current).Where(r => r.ActivityId == activity.Id).OrderByDescending(r => r.Period).ThenByDescending(r => r.SubmittedAt).ToListAsync(cancellationToken);
        var institutions = await mediator.InstitutionsAsync(activity.Assignments.Select(a => a.InstitutionId).Concat(reports.Select(r => (Guid?)r.InstitutionId)), cancellationToken);
        var history = query.WithHistory ? await HistoryAsync(activity, occurrences, cancellationToken) : [];

        var deadline = activity.Deadline;
        var dues = Dues.Of(activity, occurrences, today);
        return new ActivityDetails(
            activity.Id, plan.Id, plan.Code, plan.Title, plan.Status, activity.Number, activity.Title, activity.ObjectiveNumber, activity.Objective, activity.ObjectiveId, activity.Description,
            new DeadlineDetails(
                deadline.AsWritten, deadline.Kind, deadline.Start, deadline.Due, activity.EffectiveDue, dues.NextDue, [.. occurrences.Select(o => OccurrenceRow.From(o, today))],
                deadline.Trigger, deadline.TriggeredOn, deadline.ResolvedBy, deadline.Rule, deadline.NeedsOfficer, deadline.AwaitsTrigger),
            activity.OriginalDue, activity.CostAsWritten, activity.CostThousand, activity.FundingAsWritten, activity.IndicatorText,
            activity.State, activity.Percent, activity.SubmittedOn, activity.CompletedOn, activity.Narrative, activity.Evidence, activity.LastReason,
            [.. activity.Assignments.OrderBy(a => a.Role).ThenBy(a => a.Position).Select(a => new AssigneeRow(a.Role, a.InstitutionId, a.NameAsWritten, a.InstitutionId is { } id ? institutions.GetValueOrDefault(id) : null, a.ActsThrough))],
            ActivityFlags.Of(activity.State, deadline, activity.EffectiveDue, dues, activity.SubmittedOn, activity.CompletedOn, activity.Lead.InstitutionId is not null, today,
                found.Stale, activity.Risk == RiskLevel.High || reports.Exists(r => r is { NewDateAsked: not null, DateDecision: DateDecision.None })),
            [.. reports.Select(r => ReportRow.From(r, activity.Number, activity.Title, institutions.GetValueOrDefault(r.InstitutionId)))],
            activity.SourceCells is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(activity.SourceCells)!,
            history, new Particulars(activity.Weight, activity.Obligation, activity.IfNeeded, activity.IsPublic, activity.Risk, activity.RiskNote), activity.Shape, await RelatedAsync(activity, cancellationToken), activity.Version);
    }

    /// <summary>One statement: parts by their parent, actions and sub-actions by the natural order of their numbers ("63" and "63.(8)").</summary>
    private async Task<IReadOnlyList<RelatedActivity>> RelatedAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (below, above) = (activity.SortKey + ".", Ancestors(activity.SortKey));
        var seen = db.Activities.AsNoTracking().SeenBy(caller.Current);
        var plan = seen.Where(a => a.PlanId == activity.PlanId && a.Id != activity.Id && a.Shape != ActivityShape.Share);
        // Each its own way through an index; as one condition with "or", every line of the plan would be read.
        var related = await seen.Where(a => a.ParentId == activity.Id || a.Id == activity.ParentId)
            .Concat(plan.Where(a => above.Contains(a.SortKey)))
            .Concat(plan.Where(a => a.SortKey.StartsWith(below)))
            .OrderBy(a => a.SortKey).Take(MostRelated)
            .Select(a => new { a.Id, a.ParentId, a.Number, a.SortKey, a.Title, Lead = a.Assignments.Where(x => x.Role == AssignmentRole.Lead).Select(x => x.NameAsWritten).First(), a.State, a.Percent }).ToListAsync(cancellationToken);
        return [.. related.DistinctBy(a => a.Id).Select(a => new RelatedActivity(
            a.ParentId == activity.Id ? Relation.Part : a.Id == activity.ParentId ? Relation.Whole : a.SortKey.StartsWith(below, StringComparison.Ordinal) ? Relation.SubAction : Relation.Action,
            a.Id, a.Number, a.Title, a.Lead, a.State, a.Percent))];
    }

    private static List<string> Ancestors(string sortKey)
    {
        var above = new List<string>();
        for (var dot = sortKey.LastIndexOf('.'); dot > 0; dot = sortKey.LastIndexOf('.', dot - 1)) above.Add(sortKey[..dot]);
        return above;
    }

    private async Task<IReadOnlyList<HistoryRow>> HistoryAsync(Activity activity, List<Occurrence> occurrences, CancellationToken cancellationToken)
    {
        var ids = activity.Assignments.Select(a => a.Id).Concat(occurrences.Select(o => o.Id)).Append(activity.Id).Select(id => id.ToString()).ToList();
        var entries = await db.Audit.AsNoTracking().Where(e => (e.EntityType == nameof(Activity) || e.EntityType == nameof(Assignment) || e.EntityType == nameof(Occurrence)) && ids.Contains(e.EntityId))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(HistoryLength).ToListAsync(cancellationToken);
        return [.. entries.Select(e => new HistoryRow(e.At, e.Who, e.CallerKind, e.Action, e.EntityType, ActivityHistory.Read(e.Changes))).Where(h => h.Action != AuditAction.Changed || h.Changes.Count > 0)];
    }
}
