// Signing out ends the session on the server; a copy of the cookie opens nothing afterwards.
using CommunicationStrategy.Access.Data;

namespace CommunicationStrategy.Access.Features.Sessions;

/// <summary>Ends one session. A session that is over already is no failure.</summary>
[AnyCaller]
public sealed record EndSession(Guid SessionId) : ICommand;

internal sealed class EndSessionHandler(AccessDbContext db, CallerScope caller) : ICommandHandler<EndSession>
{
    public async Task<Result> Handle(EndSession command, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.SessionId, cancellationToken);
        if (session is null) return Result.Success;
        if (session.PersonId != caller.Current.Id) return Failure.Forbidden();

        db.Sessions.Remove(session);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
