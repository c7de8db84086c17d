// Who sees what: a caller bound to an institution (a focal point, a link in a mail) sees that institution's activities and no others.
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features;

internal static class Visibility
{
    public static IQueryable<Activity> SeenBy(this IQueryable<Activity> activities, Caller caller) =>
        caller.InstitutionId is { } own ? activities.Where(a => a.Assignments.Any(x => x.InstitutionId == own)) : activities;

    public static IQueryable<ActivityReport> SeenBy(this IQueryable<ActivityReport> reports, Caller caller) =>
        caller.InstitutionId is { } own ? reports.Where(r => r.InstitutionId == own) : reports;

    /// <summary>The institutions with these ids by id, asked from the register in one go.</summary>
    public static async Task<IReadOnlyDictionary<Guid, InstitutionInfo>> InstitutionsAsync(this IMediator mediator, IEnumerable<Guid?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<Guid>().Distinct().ToList();
        if (wanted.Count == 0) return new Dictionary<Guid, InstitutionInfo>();
        return (await mediator.Send(new GetInstitutions(wanted), cancellationToken)).Require().ToDictionary(i => i.Id);
    }
}
