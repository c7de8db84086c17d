// The working-day calendar as the tables have it, for whoever turns words into dates.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Data;

internal static class Calendars
{
    /// <summary>The national calendar with the days of one locality on top; two statements.</summary>
    public static async Task<WorkingDays> WorkingDaysAsync(this ActionPlanDbContext db, string? locality, CancellationToken cancellationToken)
    {
        var holidays = await db.Holidays.AsNoTracking().Where(h => h.Locality == "" || h.Locality == locality).ToListAsync(cancellationToken);
        var moved = await db.MovedDays.AsNoTracking().Where(d => d.Locality == "" || d.Locality == locality).ToListAsync(cancellationToken);
        return new WorkingDays([.. holidays.Select(h => h.Rule)], moved.Where(d => !d.IsWorked).Select(d => d.Day), moved.Where(d => d.IsWorked).Select(d => d.Day));
    }

    /// <summary>What the deadlines of this plan are read against, its calendar included.</summary>
    public static async Task<DeadlineContext> ContextAsync(this ActionPlanDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var calendar = await db.WorkingDaysAsync(plan.Locality, cancellationToken);
        var readings = await db.PhraseReadings.AsNoTracking().Where(r => r.PlanId == plan.Id).ToListAsync(cancellationToken);
        return plan.ContextWith(calendar) with { Readings = readings.ToDictionary(r => r.Key, r => (r.Start, r.Due)) };
    }

    /// <summary>Activities with all that their steps change.</summary>
    public static IQueryable<Activity> Whole(this IQueryable<Activity> activities) => activities.Include(a => a.Assignments).Include(a => a.Occurrences).AsSplitQuery();
}
