// Who owes which figure by when: for the reminders, and for the page behind the link in them.
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Monitoring.Data;

namespace CommunicationStrategy.Monitoring.Integration;

internal sealed class GetOwedFiguresHandler(MonitoringDbContext db, IMediator mediator) : IQueryHandler<GetOwedFigures, IReadOnlyList<OwedFigure>>
{
    public async Task<Result<IReadOnlyList<OwedFigure>>> Handle(GetOwedFigures query, CancellationToken cancellationToken)
    {
        var asked = await db.AskedAsync(mediator, query.AsOf, query.InstitutionIds, cancellationToken);
        return asked.IsSuccess
            ? asked.Value.Where(a => a.Said is null && a.EffectiveDue <= query.Horizon)
                .Select(a => new OwedFigure(a.Indicator.Id, a.Indicator.PlanId, a.Indicator.Code, a.Passport.Name, a.Indicator.OwnerId!.Value, a.Period, a.Due, a.EffectiveDue)).ToList()
            : asked.Failure;
    }
}
