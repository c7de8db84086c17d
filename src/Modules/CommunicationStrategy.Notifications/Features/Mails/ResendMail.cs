// An operator decides about a mail that failed or whose fate is unknown.
using CommunicationStrategy.Notifications.Data;

namespace CommunicationStrategy.Notifications.Features.Mails;

/// <summary>Puts the mail back into the queue under its old Message-ID; what is no longer owed is left out.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record ResendMail(Guid Id, int Version) : ICommand;

internal sealed class ResendMailHandler(NotificationsDbContext db, TimeProvider clock) : ICommandHandler<ResendMail>
{
    public async Task<Result> Handle(ResendMail command, CancellationToken cancellationToken)
    {
        var mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (mail is null) return Failure.NotFound("Mail", command.Id);
        db.Expect(mail, command.Version);
        var again = mail.SendAgain(clock.GetUtcNow());
        if (!again.IsSuccess) return again;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
