// Asked by the cookie on every request: does this session still run, and with which roles?
using System.Security.Claims;

namespace CommunicationStrategy.Access.Features.Sessions;

/// <summary>The principal of a running session; "not found" when it is over.</summary>
[AnyCaller]
public sealed record ResumeSession(Guid SessionId) : IQuery<ClaimsPrincipal>;

internal sealed class ResumeSessionHandler(Data.Sessions sessions) : IQueryHandler<ResumeSession, ClaimsPrincipal>
{
    public async Task<Result<ClaimsPrincipal>> Handle(ResumeSession query, CancellationToken cancellationToken)
    {
        var principal = await sessions.ResumeAsync(query.SessionId, cancellationToken);
        return principal is null ? Failure.NotFound("Session", query.SessionId) : principal;
    }
}
