// The register has learnt a name: assignments that waited under it get their institution.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Integration;

internal sealed class FillMatchedNames(ActionPlanDbContext db) : IEventHandler<InstitutionAliasAdded>
{
    public async Task Handle(InstitutionAliasAdded integrationEvent, CancellationToken cancellationToken)
    {
        var key = Assignment.KeyOf(integrationEvent.Name);
        var waiting = await db.Activities.Include(a => a.Assignments).Where(a => a.Assignments.Any(x => x.NameKey == key && x.InstitutionId == null)).ToListAsync(cancellationToken);
        foreach (var activity in waiting)
        {
            db.Expect(activity, activity.Version);
            activity.Recognise(key, integrationEvent.InstitutionId);
        }
    }
}
