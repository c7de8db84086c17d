// Of the entries on each subject, the newest: the one that holds.
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Data;

internal static class NewestAssessments
{
    public static async Task<IReadOnlyList<Assessment>> NewestAssessmentsAsync(this MonitoringDbContext db, Guid planId, string period, CancellationToken cancellationToken) =>
    [
        .. (await db.Assessments.AsNoTracking().Where(a => a.PlanId == planId && a.Period == period).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(cancellationToken))
            .GroupBy(a => (a.Kind, a.Subject)).Select(g => g.Last()),
    ];
}
