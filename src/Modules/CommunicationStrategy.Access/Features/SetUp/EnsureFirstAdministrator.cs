// The first start: no default password exists anywhere; a one-time link lets the first administrator set one.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.Access.Features.SetUp;

/// <summary>While nobody has an account, makes a fresh set-up link (the older one ends) and answers its path; later the path is null.</summary>
[Requires(Permission.ManageSystem)]
public sealed record EnsureFirstAdministrator : ICommand<FirstAdministratorLink>;

/// <param name="Path">Such as "/set-up/{token}", to be printed once; null when people exist.</param>
public sealed record FirstAdministratorLink(string? Path, DateTimeOffset? ExpiresAt);

internal sealed class EnsureFirstAdministratorHandler(AccessDbContext db, TimeProvider clock) : ICommandHandler<EnsureFirstAdministrator, FirstAdministratorLink>
{
    public async Task<Result<FirstAdministratorLink>> Handle(EnsureFirstAdministrator command, CancellationToken cancellationToken)
    {
        if (await db.People.AnyAsync(cancellationToken)) return new FirstAdministratorLink(null, null);

        var now = clock.GetUtcNow();
        var open = await db.Links.Where(l => l.Purpose == OneTimeLinkPurpose.SetUp && l.UsedAt == null && l.ReplacedAt == null).ToListAsync(cancellationToken);
        foreach (var older in open) older.Replace(now);
        var (link, token) = OneTimeLink.SetUp(now);
        db.Links.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        return new FirstAdministratorLink($"/set-up/{token}", link.ExpiresAt);
    }
}
