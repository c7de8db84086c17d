// What an activity waits for: said while the plan is written, shown on its page and in the timeline.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>The other activity has to be finished, and the lag to be over, before this one can be.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record AddPredecessor(Guid ActivityId, Guid PredecessorId, int LagDays, int Version) : ICommand;

[Requires(Permission.EditActionPlan)]
public sealed record RemovePredecessor(Guid ActivityId, Guid PredecessorId, int Version) : ICommand;

/// <summary>What an activity waits for, in the order of the numbers.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetPredecessors(Guid ActivityId) : IQuery<IReadOnlyList<PredecessorRow>>;

/// <param name="TooEarly">The activity is due before this one and the lag are over.</param>
public sealed record PredecessorRow(Guid ActivityId, string Number, LocalizedText Title, int LagDays, DateOnly? EffectiveDue, bool TooEarly);

internal sealed class ChangePredecessorsHandler(ActionPlanDbContext db) : ICommandHandler<AddPredecessor>, ICommandHandler<RemovePredecessor>
{
    public Task<Result> Handle(AddPredecessor command, CancellationToken cancellationToken) => db.ChangeAsync(command.ActivityId, command.Version, async (activity, plan) =>
    {
        var written = plan.MustBeWritten();
        if (!written.IsSuccess) return written;
        if (!await db.Activities.AnyAsync(a => a.Id == command.PredecessorId && a.PlanId == plan.Id, cancellationToken)) return Failure.Invalid("PredecessorId", "action-plan.predecessor-elsewhere", "Choose an activity of the same plan.");
        var links = await db.Predecessors.AsNoTracking().Where(l => db.Activities.Any(a => a.Id == l.ActivityId && a.PlanId == plan.Id)).ToListAsync(cancellationToken);
        var link = ActivityPredecessor.Create(activity.Id, command.PredecessorId, command.LagDays, links);
        if (!link.IsSuccess) return link.Failure;
        db.Predecessors.Add(link.Value);
        return Result.Success;
    }, cancellationToken);

    public Task<Result> Handle(RemovePredecessor command, CancellationToken cancellationToken) => db.ChangeAsync(command.ActivityId, command.Version, async (activity, plan) =>
    {
        var written = plan.MustBeWritten();
        if (!written.IsSuccess) return written;
        var link = await db.Predecessors.SingleOrDefaultAsync(l => l.ActivityId == activity.Id && l.PredecessorId == command.PredecessorId, cancellationToken);
        if (link is null) return Failure.NotFound(nameof(ActivityPredecessor), command.PredecessorId);
        db.Predecessors.Remove(link);
        return Result.Success;
    }, cancellationToken);
}

internal sealed class GetPredecessorsHandler(ActionPlanDbContext db, CallerScope caller) : IQueryHandler<GetPredecessors, IReadOnlyList<PredecessorRow>>
{
    public async Task<Result<IReadOnlyList<PredecessorRow>>> Handle(GetPredecessors query, CancellationToken cancellationToken)
    {
        var rows = await (
            from link in db.Predecessors.AsNoTracking()
            join activity in db.Activities.SeenBy(caller.Current) on link.ActivityId equals activity.Id
            join before in db.Activities on link.PredecessorId equals before.Id
            where link.ActivityId == query.ActivityId
            orderby before.SortKey, before.Id
            select new { before.Id, before.Number, before.Title, link.LagDays, before.EffectiveDue, Own = activity.EffectiveDue }).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new PredecessorRow(r.Id, r.Number, r.Title, r.LagDays, r.EffectiveDue, ActivityPredecessor.IsTooEarly(r.Own, r.EffectiveDue, r.LagDays)));
    }
}
