// Starts sessions and looks them up again: one statement per request, so that roles and ends of sessions count at once.
using CommunicationStrategy.Access.Domain;
using System.Security.Claims;

namespace CommunicationStrategy.Access.Data;

internal sealed class Sessions(AccessDbContext db, TimeProvider clock)
{
    /// <summary>Adds a session and saves it with the rest of what the handler did; the person's overlong ones are cleared away.</summary>
    public async Task<ClaimsPrincipal> StartAsync(Person person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldest = now - Session.Longest;
        db.Sessions.RemoveRange(await db.Sessions.Where(s => s.PersonId == person.Id && (s.StartedAt <= oldest || s.Stamp != person.SecurityStamp)).ToListAsync(cancellationToken));
        var session = new Session(person.Id, person.SecurityStamp!, now);
        db.Sessions.Add(session);
        person.SignedIn(now);
        await db.SaveChangesAsync(cancellationToken);
        return PersonCaller.Principal(person, session.Id);
    }

    /// <summary>The person of a running session with today's roles, or null when the session is over.</summary>
    public async Task<ClaimsPrincipal?> ResumeAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - Session.Longest;
        var person = await db.People.AsNoTracking()
            .Where(p => !p.Disabled && db.Sessions.Any(s => s.Id == sessionId && s.PersonId == p.Id && s.Stamp == p.SecurityStamp && s.StartedAt > oldest))
            .SingleOrDefaultAsync(cancellationToken);
        return person is null ? null : PersonCaller.Principal(person, sessionId);
    }
}
