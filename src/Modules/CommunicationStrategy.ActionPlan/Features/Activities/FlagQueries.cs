// Which activities carry a flag today: the rules of ActivityFlags.Of again, as the database can follow them.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

internal static class FlagQueries
{
    public static IQueryable<Activity> Flagged(this IQueryable<Activity> activities, ActionPlanDbContext db, ActivityFlag flag, DateOnly today)
    {
        var live = activities.Where(a => a.State == ActivityState.Planned || a.State == ActivityState.InProgress);
        var open = activities.Where(a => a.State != ActivityState.Completed && a.State != ActivityState.PartiallyCompleted && a.State != ActivityState.Cancelled && a.State != ActivityState.Superseded && a.State != ActivityState.NotCompleted);
        var soon = today.AddDays(ActivityFlags.SoonDays);
        return flag switch
        {
            ActivityFlag.Overdue => live.Where(a => !a.Recurs && a.EffectiveDue < today),
            ActivityFlag.OccurrenceOverdue => live.Where(a => a.Occurrences.Any(o => o.State == OccurrenceState.Open && o.EffectiveDue < today)),
            ActivityFlag.DueSoon => live.Where(a => (!a.Recurs && a.EffectiveDue >= today && a.EffectiveDue <= soon) || a.Occurrences.Any(o => o.State == OccurrenceState.Open && o.EffectiveDue >= today && o.EffectiveDue <= soon)),
            ActivityFlag.Stale => live.Where(a => db.Periods.Any(p => p.PlanId == a.PlanId && p.EffectiveDueOn < today && !p.Extensions.Any(e => e.EffectiveUntil >= today && a.Assignments.Any(x => x.Role == AssignmentRole.Lead && x.InstitutionId == e.InstitutionId))
                && !db.Reports.Any(r => (r.ActivityId == a.Id || db.Activities.Any(s => s.ParentId == a.Id && s.Id == r.ActivityId)) && r.Period == p.Period && r.State != ReportState.Returned))),
            ActivityFlag.AtRisk => live.Where(a => a.Risk == RiskLevel.High || db.Reports.Any(r => r.ActivityId == a.Id && r.NewDateAsked != null && r.DateDecision == DateDecision.None)),
            ActivityFlag.AwaitingTrigger =>
                open.Where(a => a.Deadline.Due == null && (a.Deadline.Kind == DeadlineKind.Relative || a.Deadline.Kind == DeadlineKind.Event || a.Deadline.Kind == DeadlineKind.Compound)),
            ActivityFlag.Unresolved => open.Where(a => a.Deadline.Kind == DeadlineKind.Unresolved || a.Deadline.Kind == DeadlineKind.Reference),
            ActivityFlag.Unmatched => open.Where(a => a.Assignments.Any(x => x.Role == AssignmentRole.Lead && x.InstitutionId == null)),
            _ => activities.Where(a => (a.State == ActivityState.ReportedComplete || a.State == ActivityState.Completed || a.State == ActivityState.PartiallyCompleted) && (a.CompletedOn ?? a.SubmittedOn) > a.EffectiveDue),
        };
    }
}
