// Each minute: what waits in the ledger and whose time has come, mails and webhooks. Planning is another job.
using CommunicationStrategy.Notifications.Features.Webhooks;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <summary>Sends mails and webhooks that wait, among them those whose next try has come. Harmless to run late, twice, or twice at once.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record SendWaiting : ICommand;

internal sealed class SendWaitingHandler(DigestSender mails, WebhookSender webhooks) : ICommandHandler<SendWaiting>
{
    public async Task<Result> Handle(SendWaiting command, CancellationToken cancellationToken)
    {
        await mails.SendAsync(false, cancellationToken);
        await webhooks.SendAsync(cancellationToken);
        return Result.Success;
    }
}
