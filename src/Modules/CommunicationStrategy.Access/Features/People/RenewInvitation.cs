// A fresh one-time link, for someone who did not come in time or has forgotten the password.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.Access.Features.People;

/// <summary>Makes a new link for a person; the older links end. The present password stays until the new link is used.</summary>
[Requires(Permission.ManagePeople)]
public sealed record RenewInvitation(Guid PersonId) : ICommand<Invitation>;

internal sealed class RenewInvitationHandler(AccessDbContext db, TimeProvider clock) : ICommandHandler<RenewInvitation, Invitation>
{
    public async Task<Result<Invitation>> Handle(RenewInvitation command, CancellationToken cancellationToken)
    {
        var disabled = await db.People.Where(p => p.Id == command.PersonId).Select(p => (bool?)p.Disabled).SingleOrDefaultAsync(cancellationToken);
        if (disabled is null) return Failure.NotFound(nameof(Person), command.PersonId);
        if (disabled.Value) return Failure.Rule("access.person-disabled", "This account is closed. Open it first.");

        var now = clock.GetUtcNow();
        var open = await db.Links.Where(l => l.PersonId == command.PersonId && l.UsedAt == null && l.ReplacedAt == null).ToListAsync(cancellationToken);
        foreach (var older in open) older.Replace(now);
        var (link, token) = OneTimeLink.Invite(command.PersonId, now);
        db.Links.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        return new Invitation(command.PersonId, $"/welcome/{token}", link.ExpiresAt);
    }
}
