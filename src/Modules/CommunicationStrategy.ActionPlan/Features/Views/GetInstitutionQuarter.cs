// One institution in one quarter: what falls due, what is overdue, which reports it owes and which it has sent.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Views;

/// <summary>The duties that an institution leads in plans in force, as one quarter sees them.</summary>
/// <param name="InstitutionId">Whoever is bound to an institution always gets its own.</param>
/// <param name="Quarter">"2026-Q4"; the present one when it is none.</param>
/// <param name="PlanId">One plan, whatever its state; null: all in force.</param>
[Requires(Permission.ViewActionPlan, Permission.ReportProgress)]
public sealed record GetInstitutionQuarter(Guid? InstitutionId = null, string? Quarter = null, Guid? PlanId = null) : IQuery<InstitutionQuarter>;

/// <param name="Due">All that falls due in the quarter, met or not, in order of the day.</param>
/// <param name="Overdue">Open and past, whenever it fell due up to the quarter's end.</param>
public sealed record InstitutionQuarter(
    Guid InstitutionId, InstitutionInfo? Institution, string Quarter, IReadOnlyList<DueItem> Due, IReadOnlyList<DueItem> Overdue, IReadOnlyList<OwedRow> Owed, IReadOnlyList<ReportRow> Reported);

/// <param name="Returned">It was sent and came back.</param>
public sealed record OwedRow(Guid ActivityId, string Number, LocalizedText Title, DateOnly DueOn, bool Returned);

internal sealed class GetInstitutionQuarterHandler(ActionPlanDbContext db, IMediator mediator, CallerScope scope, TimeProvider clock) : IQueryHandler<GetInstitutionQuarter, InstitutionQuarter>
{
    public async Task<Result<InstitutionQuarter>> Handle(GetInstitutionQuarter query, CancellationToken cancellationToken)
    {
        var caller = scope.Current;
        if (caller.InstitutionId is null && !caller.May(Permission.ViewActionPlan)) return Failure.Forbidden("You are not bound to an institution.");
        if ((caller.InstitutionId ?? query.InstitutionId) is not { } own) return Failure.Invalid("InstitutionId", "action-plan.institution-required", "Say whose duties.");

        var today = clock.Today();
        var quarter = Quarter.Parse(query.Quarter) ?? Quarter.Of(today);
        var (period, end) = (quarter.ToString(), quarter.End);
        var activities = await db.Activities.AsNoTracking()
            .Where(a => a.Shape != ActivityShape.Joint && a.State != ActivityState.Draft && a.Assignments.Any(x => x.Role == AssignmentRole.Lead && x.InstitutionId == own))
            .Where(a => db.Plans.Any(p => p.Id == a.PlanId && (query.PlanId == null ? p.Status == PlanStatus.InForce : p.Id == query.PlanId)))
            .OrderBy(a => a.SortKey).ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id, a.PlanId, a.Number, a.Title, a.Recurs, a.EffectiveDue, a.Deadline.Due, a.State,
                Occurrences = a.Occurrences.Where(o => o.EffectiveDue <= end).Select(o => new { o.Due, o.EffectiveDue, o.State }).ToList(),
            }).ToListAsync(cancellationToken);
        var ids = activities.Select(a => a.Id).ToList();
        // Of the quarter as a whole, or of its months.
        List<string> names = [period, .. ReportingFrequency.Monthly.Within(quarter).Select(m => m.Name)];
        var reports = (await db.Reports.AsNoTracking().Where(r => r.InstitutionId == own && names.Contains(r.Period) && ids.Contains(r.ActivityId)).OrderBy(r => r.Period).ToListAsync(cancellationToken)).ToLookup(r => r.ActivityId);
        var collected = (await db.Periods.AsNoTracking().Include(p => p.Extensions.Where(e => e.InstitutionId == own)).Where(p => names.Contains(p.Period) && (p.State == PeriodState.Open || p.Extensions.Any(e => e.InstitutionId == own && e.EffectiveUntil >= today))).OrderBy(p => p.Period).ToListAsync(cancellationToken)).ToLookup(p => p.PlanId);
        var institution = (await mediator.InstitutionsAsync([own], cancellationToken)).GetValueOrDefault(own);

        var items = activities.SelectMany(a => a.Recurs
            ? a.Occurrences.Select(o => new DueItem(a.Id, a.Number, a.Title, o.EffectiveDue, o.Due, a.State, o.State, ActivityFlags.IsLive(a.State) && o.State == OccurrenceState.Open && o.EffectiveDue < today))
            : a.EffectiveDue <= end ? [new DueItem(a.Id, a.Number, a.Title, a.EffectiveDue.Value, a.Due!.Value, a.State, null, ActivityFlags.IsLive(a.State) && a.EffectiveDue < today)] : []).OrderBy(i => i.Day).ToList();
        return new InstitutionQuarter(
            own, institution, period, [.. items.Where(i => i.Day >= quarter.Start)], [.. items.Where(i => i.Missed)],
            [.. activities.Where(a => ActivityFlags.IsLive(a.State)).SelectMany(a => collected[a.PlanId].Select(p => (Activity: a, Period: p, Sent: reports[a.Id].FirstOrDefault(r => r.Period == p.Period))))
                .Where(o => o.Sent is null or { State: ReportState.Returned }).Select(o => new OwedRow(o.Activity.Id, o.Activity.Number, o.Activity.Title, o.Period.DueFor(own), o.Sent is not null))],
            [.. activities.SelectMany(a => reports[a.Id].Select(r => ReportRow.From(r, a.Number, a.Title, institution)))]);
    }
}
