// Work on an activity has begun.
using CommunicationStrategy.ActionPlan.Data;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Marks a planned activity as in progress.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record StartActivity(Guid ActivityId, int Version) : ICommand;

internal sealed class StartActivityHandler(ActionPlanDbContext db) : ICommandHandler<StartActivity>
{
    public Task<Result> Handle(StartActivity command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, a => a.Start(), cancellationToken);
}
