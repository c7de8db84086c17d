// A signed-in browser. The cookie names the row; without the row, or with another stamp than the person's, it opens nothing.
namespace CommunicationStrategy.Access.Domain;

/// <summary>
/// Ends on sign-out (the row goes), on disablement and change of password (the person's security stamp moves on),
/// after twelve hours in any case, and after half an hour without a request (the cookie's own expiry).
/// </summary>
internal sealed class Session(Guid personId, string stamp, DateTimeOffset startedAt) : Entity
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public Guid PersonId { get; private set; } = personId;
    public string Stamp { get; private set; } = stamp;
    public DateTimeOffset StartedAt { get; private set; } = startedAt;
}
