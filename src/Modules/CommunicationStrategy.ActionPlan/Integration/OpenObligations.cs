// Who owes what by when: activities that fall due, and reports for the quarters that are being collected.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class GetOpenObligationsHandler(ActionPlanDbContext db) : IQueryHandler<GetOpenObligations, IReadOnlyList<Obligation>>
{
    public async Task<Result<IReadOnlyList<Obligation>>> Handle(GetOpenObligations query, CancellationToken cancellationToken)
    {
        var live = db.Duties();
        if (query.InstitutionIds is { } owners) live = live.Where(d => owners.Contains(d.Owner));

        var once = await live.Where(d => !d.Activity.Recurs && d.Activity.Deadline.Due != null && d.Activity.EffectiveDue <= query.Horizon)
            .Select(d => new { d.Activity.Id, d.Activity.PlanId, d.Activity.Number, d.Activity.SortKey, d.Activity.Title, Due = d.Activity.Deadline.Due!.Value, EffectiveDue = d.Activity.EffectiveDue!.Value, d.Owner, From = d.Activity.Deadline.Start ?? db.Plans.Where(p => p.Id == d.Activity.PlanId).Select(p => (DateOnly?)p.Start).FirstOrDefault() }).ToListAsync(cancellationToken);
        var occurring = await live.Join(db.Occurrences.Where(o => o.State == OccurrenceState.Open && o.EffectiveDue <= query.Horizon), d => d.Activity.Id, o => o.ActivityId, (d, o) => new { d.Activity, d.Owner, o.Due, o.EffectiveDue })
            .Select(d => new { d.Activity.Id, d.Activity.PlanId, d.Activity.Number, d.Activity.SortKey, d.Activity.Title, d.Due, d.EffectiveDue, d.Owner, From = db.Occurrences.Where(o => o.ActivityId == d.Activity.Id && o.Due < d.Due).Max(o => (DateOnly?)o.Due) ?? d.Activity.Deadline.Start ?? db.Plans.Where(p => p.Id == d.Activity.PlanId).Select(p => (DateOnly?)p.Start).FirstOrDefault() }).ToListAsync(cancellationToken);
        var owed = await live.Asked(db, query.AsOf).Where(d => !db.Reports.Any(r => r.ActivityId == d.Activity.Id && r.InstitutionId == d.Owner && r.Period == d.Period.Period && r.State != ReportState.Returned))
            .Select(d => new { d.Activity.Id, d.Activity.PlanId, d.Activity.Number, d.Activity.SortKey, d.Activity.Title, d.Owner, d.Period.Period, d.DueOn, d.EffectiveDueOn, Returned = db.Reports.Any(r => r.ActivityId == d.Activity.Id && r.InstitutionId == d.Owner && r.Period == d.Period.Period) }).ToListAsync(cancellationToken);

        var activities = once.Concat(occurring).Select(d => (d.SortKey, new Obligation(
            $"activity:{d.Id}:{d.Due:yyyy-MM-dd}", ObligationKind.ActivityDue, d.PlanId, d.Id, d.Number, d.Title, d.Owner, d.Due, d.EffectiveDue, null, From: d.From)));
        var reports = owed.Select(d => (d.SortKey, new Obligation(
            $"report:{d.Id}:{d.Period}:{d.DueOn:yyyy-MM-dd}", ObligationKind.ReportDue, d.PlanId, d.Id, d.Number, d.Title, d.Owner, d.DueOn, d.EffectiveDueOn, d.Period, d.Returned)));
        return activities.Concat(reports).Where(o => o.Item2.EffectiveDue <= query.Horizon)
            .OrderBy(o => o.Item2.EffectiveDue).ThenBy(o => o.SortKey, StringComparer.Ordinal).Select(o => o.Item2).ToList();
    }
}
