// Calls off a mail that waits to be sent; its reminders count as given.
using CommunicationStrategy.Notifications.Data;

namespace CommunicationStrategy.Notifications.Features.Mails;

[Requires(Permission.ManageNotifications)]
public sealed record CancelMail(Guid Id, int Version) : ICommand;

internal sealed class CancelMailHandler(NotificationsDbContext db) : ICommandHandler<CancelMail>
{
    public async Task<Result> Handle(CancelMail command, CancellationToken cancellationToken)
    {
        var mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (mail is null) return Failure.NotFound("Mail", command.Id);
        db.Expect(mail, command.Version);
        var cancelled = mail.Cancel();
        if (!cancelled.IsSuccess) return cancelled;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
