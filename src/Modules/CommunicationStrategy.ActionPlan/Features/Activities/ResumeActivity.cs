// A suspended activity goes on.
using CommunicationStrategy.ActionPlan.Data;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Resumes a suspended activity where it stood.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record ResumeActivity(Guid ActivityId, int Version) : ICommand;

internal sealed class ResumeActivityHandler(ActionPlanDbContext db) : ICommandHandler<ResumeActivity>
{
    public Task<Result> Handle(ResumeActivity command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, a => a.Resume(), cancellationToken);
}
