// The reminder job: writes down who is due a digest today, then sends what waits. Harmless to run late, twice, or twice at once.
using Microsoft.Extensions.Logging;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <summary>Plans today's digests and sends them, and those whose next try has come. Run by the schedule, or by an officer now.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record SendDueReminders : ICommand
{
    /// <summary>An officer does not wait for the morning or for Monday: quiet hours and free days are passed over.</summary>
    public bool AtOnce { get; init; }
}

internal sealed class SendDueRemindersHandler(DigestPlanner planner, DigestSender sender, ILogger<SendDueRemindersHandler> logger) : ICommandHandler<SendDueReminders>
{
    public async Task<Result> Handle(SendDueReminders command, CancellationToken cancellationToken)
    {
        var planned = await planner.PlanAsync(command.AtOnce, cancellationToken);
        var sent = await sender.SendAsync(command.AtOnce, cancellationToken);
        logger.LogInformation("Reminders: {Planned} planned, {Sent} sent, {Other} not sent", planned, sent.Sent, sent.Other);
        return Result.Success;
    }
}
