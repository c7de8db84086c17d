// What a link in a mail opens. Looking changes no row: mail scanners and previews look too.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Links;

/// <summary>By the token in the address; stands before sign-in.</summary>
[AnyCaller]
public sealed record OpenLink(string Token) : IQuery<OpenedLink>;

/// <summary>By the link's id in the protected cookie; asked again with every page and every report.</summary>
[AnyCaller]
public sealed record CheckLink(Guid Id) : IQuery<OpenedLink>;

public sealed record OpenedLink(Guid Id, Guid InstitutionId, string ContactName, string Language);

internal sealed class OpenLinkHandler(NotificationsDbContext db, IMediator mediator, TimeProvider clock) : IQueryHandler<OpenLink, OpenedLink>, IQueryHandler<CheckLink, OpenedLink>
{
    private const int TokenLength = 43;

    public Task<Result<OpenedLink>> Handle(OpenLink query, CancellationToken cancellationToken)
    {
        var hash = query.Token.Length == TokenLength ? AccessLink.Hash(query.Token) : "";
        return FindAsync(db.Links.Where(l => l.TokenHash == hash), cancellationToken);
    }

    public Task<Result<OpenedLink>> Handle(CheckLink query, CancellationToken cancellationToken) => FindAsync(db.Links.Where(l => l.Id == query.Id), cancellationToken);

    private async Task<Result<OpenedLink>> FindAsync(IQueryable<AccessLink> links, CancellationToken cancellationToken)
    {
        var link = await links.AsNoTracking().SingleOrDefaultAsync(l => l.Purpose == AccessLink.ReportPurpose, cancellationToken);
        if (link is null) return Failure.NotFound("Link", "");
        if (!link.IsOpen(clock.GetUtcNow()) || !await IsRecipientAsync(link, cancellationToken)) return Failure.Rule("notifications.link-closed", "This link no longer works. The next reminder brings a new one.");
        return new OpenedLink(link.Id, link.InstitutionId, link.ContactName, link.Language);
    }

    /// <summary>A link ends with its holder's role: who no longer answers for the institution no longer reports for it.</summary>
    private async Task<bool> IsRecipientAsync(AccessLink link, CancellationToken cancellationToken) =>
        (await mediator.Send(new GetRecipients([link.InstitutionId]), cancellationToken)).Require().Any(r => r.ContactId == link.ContactId);
}
