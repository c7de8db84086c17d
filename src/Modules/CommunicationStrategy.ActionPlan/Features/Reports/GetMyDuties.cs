// What one institution has to do and to report: the page behind the link in its mails.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <summary>The open activities that an institution leads in plans in force, with the reports it owes.</summary>
/// <param name="InstitutionId">For officers; a focal point or a link always sees its own institution's.</param>
[Requires(Permission.ReportProgress)]
public sealed record GetMyDuties(Guid? InstitutionId = null) : IQuery<MyDuties>;

public sealed record MyDuties(Guid InstitutionId, InstitutionInfo? Institution, IReadOnlyList<DutyRow> Duties);

/// <param name="NextDue">As resolved; of a duty that recurs, its next occurrence.</param>
/// <param name="NextEffectiveDue">The working day on which that is due.</param>
/// <param name="LastReport">The newest report, of whatever quarter; says why it was returned.</param>
/// <param name="Owed">Reports owed for quarters that are being collected, the oldest first.</param>
/// <param name="Occurrences">Of a duty that recurs, the due dates up to the end of this quarter that are open or wait for an officer.</param>
/// <param name="MayReport">It stands where a report can be taken.</param>
public sealed record DutyRow(
    Guid ActivityId, Guid PlanId, string Number, LocalizedText Title, string DeadlineAsWritten, DateOnly? NextDue, DateOnly? NextEffectiveDue, DateOnly? OriginalDue,
    ActivityState State, int? Percent, IReadOnlyList<ActivityFlag> Flags, string? IndicatorText, ReportRow? LastReport, IReadOnlyList<OwedReport> Owed, IReadOnlyList<OccurrenceRow> Occurrences, bool MayReport);

public sealed record OwedReport(string Period, DateOnly DueOn);

internal sealed class GetMyDutiesHandler(ActionPlanDbContext db, IMediator mediator, CallerScope scope, TimeProvider clock) : IQueryHandler<GetMyDuties, MyDuties>
{
    public async Task<Result<MyDuties>> Handle(GetMyDuties query, CancellationToken cancellationToken)
    {
        var caller = scope.Current;
        if (caller.InstitutionId is null && !caller.May(Permission.ReviewReports)) return Failure.Forbidden("You are not bound to an institution.");
        if ((caller.InstitutionId ?? query.InstitutionId) is not { } own) return Failure.Invalid("InstitutionId", "action-plan.institution-required", "Say whose duties.");

        var today = clock.Today();
        var activities = await db.Activities.AsNoTracking().Include(a => a.Occurrences).AsSplitQuery()
            .Where(a => a.Shape != ActivityShape.Joint && a.Assignments.Any(x => x.Role == AssignmentRole.Lead && x.InstitutionId == own) && db.Plans.Any(p => p.Id == a.PlanId && p.Status == PlanStatus.InForce))
            .Where(a => a.State == ActivityState.Planned || a.State == ActivityState.InProgress || a.State == ActivityState.ReportedComplete || a.State == ActivityState.Suspended)
            .OrderBy(a => a.EffectiveDue == null).ThenBy(a => a.EffectiveDue).ThenBy(a => a.SortKey).ToListAsync(cancellationToken);
        var ids = activities.Select(a => a.Id).ToList();
        var reports = (await db.Reports.AsNoTracking().Where(r => r.InstitutionId == own && ids.Contains(r.ActivityId)).ToListAsync(cancellationToken)).ToLookup(r => r.ActivityId);
        var periods = (await db.Periods.AsNoTracking().Include(p => p.Extensions.Where(e => e.InstitutionId == own)).Where(p => p.State == PeriodState.Open || p.Extensions.Any(e => e.InstitutionId == own && e.EffectiveUntil >= today)).OrderBy(p => p.Period).ToListAsync(cancellationToken)).ToLookup(p => p.PlanId);
        var institution = (await mediator.InstitutionsAsync([own], cancellationToken)).GetValueOrDefault(own);

        var quarterEnd = Quarter.Of(today).End;
        return new MyDuties(own, institution, [.. activities.Select(a =>
        {
            var sent = reports[a.Id].ToList();
            var owed = ActivityFlags.IsLive(a.State)
                ? periods[a.PlanId].Where(p => !sent.Exists(r => r.Period == p.Period && r.State != ReportState.Returned)).Select(p => new OwedReport(p.Period, p.DueFor(own))).ToList()
                : [];
            var dues = Dues.Of(a, today);
            return new DutyRow(
                a.Id, a.PlanId, a.Number, a.Title, a.Deadline.AsWritten, dues.NextDue, dues.NextEffectiveDue, a.OriginalDue,
                a.State, a.Percent, ActivityFlags.Of(a.State, a.Deadline, a.EffectiveDue, dues, a.SubmittedOn, a.CompletedOn, matched: true, today), a.IndicatorText,
                sent.MaxBy(r => r.SubmittedAt) is { } last ? ReportRow.From(last, a.Number, a.Title, institution) : null, owed,
                [.. a.Occurrences.Where(o => o.State is OccurrenceState.Open or OccurrenceState.Reported && o.Due <= quarterEnd).OrderBy(o => o.Due).Select(o => OccurrenceRow.From(o, today))], a.State != ActivityState.Suspended);
        })]);
    }
}
