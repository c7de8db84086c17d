// Closes the links of one mail, or all of an institution: a mail went to the wrong person, or was passed on.
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Links;

[Requires(Permission.ManageNotifications)]
public sealed record RevokeLink(Guid MailId) : ICommand;

[Requires(Permission.ManageNotifications)]
public sealed record RevokeAllLinks(Guid InstitutionId) : ICommand;

internal sealed class RevokeLinksHandler(NotificationsDbContext db, TimeProvider clock) : ICommandHandler<RevokeLink>, ICommandHandler<RevokeAllLinks>
{
    public Task<Result> Handle(RevokeLink command, CancellationToken cancellationToken) => RevokeAsync(db.Links.Where(l => l.MailId == command.MailId), cancellationToken);

    public Task<Result> Handle(RevokeAllLinks command, CancellationToken cancellationToken) => RevokeAsync(db.Links.Where(l => l.InstitutionId == command.InstitutionId), cancellationToken);

    private async Task<Result> RevokeAsync(IQueryable<AccessLink> links, CancellationToken cancellationToken)
    {
        foreach (var link in await links.Where(l => l.RevokedAt == null).ToListAsync(cancellationToken)) link.Revoke(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
