// Whether our mails can arrive and are believed.
namespace CommunicationStrategy.Notifications.Features.Settings;

/// <summary>Asks the mail servers and the DNS now: a few seconds at most. Nothing is stored or sent.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record CheckMailSetup : IQuery<IReadOnlyList<MailCheck>>;

internal sealed class CheckMailSetupHandler(IMailSetup setup) : IQueryHandler<CheckMailSetup, IReadOnlyList<MailCheck>>
{
    public async Task<Result<IReadOnlyList<MailCheck>>> Handle(CheckMailSetup query, CancellationToken cancellationToken) => (await setup.CheckAsync(cancellationToken)).ToList();
}
