// Keeps when a link was last used for a report; opening it does not count.
using CommunicationStrategy.Notifications.Data;

namespace CommunicationStrategy.Notifications.Features.Links;

/// <summary>Sent by the report page after a report, by the link's own caller.</summary>
[Requires(Permission.ReportProgress)]
public sealed record NoteLinkUse : ICommand;

internal sealed class NoteLinkUseHandler(NotificationsDbContext db, CallerScope scope, TimeProvider clock) : ICommandHandler<NoteLinkUse>
{
    public async Task<Result> Handle(NoteLinkUse command, CancellationToken cancellationToken)
    {
        if (scope.Current is not { Kind: CallerKind.Link, Id: { } id }) return Result.Success;
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Links.Where(l => l.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.LastUsedAt, now).SetProperty(l => l.Version, l => l.Version + 1), cancellationToken);
        return Result.Success;
    }
}
