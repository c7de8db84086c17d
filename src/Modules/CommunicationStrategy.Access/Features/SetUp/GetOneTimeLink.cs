// What the page behind a one-time link shows. Looking never uses the link up: mail scanners and previews look too.
using CommunicationStrategy.Access.Data;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.Access.Features.SetUp;

/// <summary>The link's state and, while it is open, whom it invites. An unknown token is "not found".</summary>
[AnyCaller]
public sealed record GetOneTimeLink(string Token, OneTimeLinkPurpose Purpose) : IQuery<OneTimeLinkRow>;

/// <param name="DisplayName">Empty for set-up, and once the link is no longer open.</param>
public sealed record OneTimeLinkRow(OneTimeLinkState State, string DisplayName, string Email, string Language);

internal sealed class GetOneTimeLinkHandler(AccessDbContext db, TimeProvider clock) : IQueryHandler<GetOneTimeLink, OneTimeLinkRow>
{
    public async Task<Result<OneTimeLinkRow>> Handle(GetOneTimeLink query, CancellationToken cancellationToken)
    {
        var hash = OneTimeLink.Hash(query.Token);
        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == query.Purpose, cancellationToken);
        if (link is null) return Failure.NotFound("Link", "");

        var state = link.StateAt(clock.GetUtcNow());
        var person = state != OneTimeLinkState.Open || link.PersonId is null ? null
            : await db.People.Where(p => p.Id == link.PersonId).Select(p => new { p.DisplayName, p.Email, p.Language }).SingleOrDefaultAsync(cancellationToken);
        return new OneTimeLinkRow(state, person?.DisplayName ?? "", person?.Email ?? "", person?.Language ?? "ro");
    }
}
