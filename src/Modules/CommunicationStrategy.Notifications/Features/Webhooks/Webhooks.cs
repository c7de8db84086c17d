// Webhooks of partner systems: whom to tell of what, and what became of it.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Notifications.Integration;

namespace CommunicationStrategy.Notifications.Features.Webhooks;

/// <summary>All webhooks in use, by name.</summary>
[Requires(Permission.ManageSystem)]
public sealed record ListWebhooks : IQuery<IReadOnlyList<WebhookRow>>;

/// <param name="Stopped">A code of <see cref="WebhookStop"/>; null: it is called.</param>
/// <param name="Waiting">Deliveries that are still to arrive.</param>
public sealed record WebhookRow(Guid Id, string Name, string Address, string? Stopped, int Failures, DateTimeOffset? LastDeliveredAt, int Waiting);

/// <summary>A webhook and its deliveries, newest first.</summary>
[Requires(Permission.ManageSystem)]
public sealed record GetWebhook(Guid Id, DeliveryState? State = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<WebhookDetail>;

public sealed record WebhookDetail(
    Guid Id, string Name, string Address, IReadOnlyList<string> Events, Guid? InstitutionId, InstitutionInfo? Institution, string? Stopped, DateTimeOffset? StoppedAt, int Failures, DateTimeOffset? LastDeliveredAt,
    Page<DeliveryRow> Deliveries, int Version);

/// <param name="LastError">A code of <see cref="MailProblem"/>, or what the other side said.</param>
public sealed record DeliveryRow(Guid Id, string Event, string Body, DeliveryState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset NextAttemptAt, DateTimeOffset? SentAt, string? LastError, int Version);

/// <summary>The names of events that a webhook can be told of.</summary>
[Requires(Permission.ManageSystem)]
public sealed record ListWebhookEvents : IQuery<IReadOnlyList<string>>;

/// <summary>Adds a webhook; answers its id and the secret that signs, which is shown this once.</summary>
/// <param name="Address">https; of a host on the public net unless the office's settings allow others.</param>
/// <param name="Events">At least one of <see cref="ListWebhookEvents"/>.</param>
[Requires(Permission.ManageSystem)]
public sealed record AddWebhook(string Name, string Address, IReadOnlyList<string> Events, Guid? InstitutionId) : ICommand<NewWebhook>;

public sealed record NewWebhook(Guid Id, string Secret);

[Requires(Permission.ManageSystem)]
public sealed record EditWebhook(Guid Id, string Name, string Address, IReadOnlyList<string> Events, Guid? InstitutionId, int Version) : ICommand;

/// <summary>Makes a new secret, shown this once; from now on it signs.</summary>
[Requires(Permission.ManageSystem)]
public sealed record RotateWebhookSecret(Guid Id, int Version) : ICommand<string>;

/// <summary>Nothing is sent until it is resumed; what happens meanwhile waits.</summary>
[Requires(Permission.ManageSystem)]
public sealed record StopWebhook(Guid Id, int Version) : ICommand;

/// <summary>Sends again; what waits goes out with all its tries before it.</summary>
[Requires(Permission.ManageSystem)]
public sealed record ResumeWebhook(Guid Id, int Version) : ICommand;

/// <summary>Takes a webhook out of use and calls off what waits. The record of what was sent stays.</summary>
[Requires(Permission.ManageSystem)]
public sealed record RemoveWebhook(Guid Id, int Version) : ICommand;

/// <summary>Sends a "ping" at once, to see whether the other side answers; answers the delivery's id.</summary>
[Requires(Permission.ManageSystem)]
public sealed record PingWebhook(Guid Id) : ICommand<Guid>;

/// <summary>Sends a delivery once more under its old id, also one that arrived.</summary>
[Requires(Permission.ManageSystem)]
public sealed record ReplayDelivery(Guid Id, int Version) : ICommand;

/// <summary>Sends once more everything since a day that was given up on; answers how many that are.</summary>
/// <param name="Since">The office's day on which they came up.</param>
[Requires(Permission.ManageSystem)]
public sealed record ReplayFailed(Guid WebhookId, DateOnly Since) : ICommand<int>;

internal abstract class WebhookValidator<T> : AbstractValidator<T>
{
    protected void Check(System.Linq.Expressions.Expression<Func<T, string>> name, System.Linq.Expressions.Expression<Func<T, string>> address, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<string>>> events, IWebhookTransport transport)
    {
        RuleFor(name).NotEmpty().MaximumLength(WebhookSubscription.NameLength);
        RuleFor(address).NotEmpty().MaximumLength(WebhookSubscription.AddressLength).Must(a => transport.Refuses(a) is null).WithErrorCode("notifications.webhook-address")
            .WithMessage("Give an address that begins with https:// and is on the public net, without a name or password in it.");
        RuleFor(events).Must(e => e.Count > 0 && e.All(QueueWebhooks.Names.Contains)).WithErrorCode("notifications.webhook-events").WithMessage("Choose at least one event.");
    }
}

internal sealed class AddWebhookValidator : WebhookValidator<AddWebhook>
{
    public AddWebhookValidator(IWebhookTransport transport) => Check(c => c.Name, c => c.Address, c => c.Events, transport);
}

internal sealed class EditWebhookValidator : WebhookValidator<EditWebhook>
{
    public EditWebhookValidator(IWebhookTransport transport) => Check(c => c.Name, c => c.Address, c => c.Events, transport);
}

internal sealed class WebhookQueriesHandler(NotificationsDbContext db, Outlook outlook)
    : IQueryHandler<ListWebhooks, IReadOnlyList<WebhookRow>>, IQueryHandler<GetWebhook, WebhookDetail>, IQueryHandler<ListWebhookEvents, IReadOnlyList<string>>
{
    public async Task<Result<IReadOnlyList<WebhookRow>>> Handle(ListWebhooks query, CancellationToken cancellationToken) =>
        await db.Webhooks.AsNoTracking().Where(w => w.ArchivedAt == null).OrderBy(w => w.Name).ThenBy(w => w.Id)
            .Select(w => new WebhookRow(w.Id, w.Name, w.Address, w.Stopped, w.Failures, w.LastDeliveredAt, db.WebhookDeliveries.Count(d => d.SubscriptionId == w.Id && d.State == DeliveryState.Planned))).ToListAsync(cancellationToken);

    public async Task<Result<WebhookDetail>> Handle(GetWebhook query, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == query.Id && w.ArchivedAt == null, cancellationToken) is not { } webhook) return Failure.NotFound("Webhook", query.Id);
        var deliveries = db.WebhookDeliveries.AsNoTracking().Where(d => d.SubscriptionId == webhook.Id);
        if (query.State is { } state) deliveries = deliveries.Where(d => d.State == state);
        var page = await deliveries.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id)
            .Select(d => new DeliveryRow(d.Id, d.Event, d.Body, d.State, d.Attempts, d.CreatedAt, d.NextAttemptAt, d.SentAt, d.LastError, d.Version)).ToPageAsync(query.Page, query.Size, cancellationToken);
        var institution = webhook.InstitutionId is { } id ? (await outlook.InstitutionsAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
        return new WebhookDetail(
            webhook.Id, webhook.Name, webhook.Address, webhook.EventNames, webhook.InstitutionId, institution, webhook.Stopped, webhook.StoppedAt, webhook.Failures, webhook.LastDeliveredAt, page, webhook.Version);
    }

    public Task<Result<IReadOnlyList<string>>> Handle(ListWebhookEvents query, CancellationToken cancellationToken) => Task.FromResult<Result<IReadOnlyList<string>>>(QueueWebhooks.Names.ToList());
}

internal sealed class WebhookCommandsHandler(NotificationsDbContext db, WebhookSender sender, ISecretBox secrets, TimeProvider clock)
    : ICommandHandler<AddWebhook, NewWebhook>, ICommandHandler<EditWebhook>, ICommandHandler<RotateWebhookSecret, string>, ICommandHandler<StopWebhook>, ICommandHandler<ResumeWebhook>, ICommandHandler<RemoveWebhook>,
        ICommandHandler<PingWebhook, Guid>, ICommandHandler<ReplayDelivery>, ICommandHandler<ReplayFailed, int>
{
    public async Task<Result<NewWebhook>> Handle(AddWebhook command, CancellationToken cancellationToken)
    {
        var secret = WebhookSubscription.NewSecret();
        var webhook = new WebhookSubscription(command.Name.Trim(), command.Address.Trim(), command.Events, command.InstitutionId, secrets.Close(secret));
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(cancellationToken);
        return new NewWebhook(webhook.Id, secret);
    }

    public Task<Result> Handle(EditWebhook command, CancellationToken cancellationToken) => ChangeAsync(command.Id, command.Version, w =>
    {
        w.Edit(command.Name.Trim(), command.Address.Trim(), command.Events, command.InstitutionId);
        return Result.Success;
    }, cancellationToken);

    public async Task<Result<string>> Handle(RotateWebhookSecret command, CancellationToken cancellationToken)
    {
        var secret = WebhookSubscription.NewSecret();
        var rotated = await ChangeAsync(command.Id, command.Version, w =>
        {
            w.Rotate(secrets.Close(secret));
            return Result.Success;
        }, cancellationToken);
        return rotated.IsSuccess ? secret : rotated.Failure;
    }

    public Task<Result> Handle(StopWebhook command, CancellationToken cancellationToken) => ChangeAsync(command.Id, command.Version, w => w.Stop(WebhookStop.ByHand, clock.GetUtcNow()), cancellationToken);

    public async Task<Result> Handle(ResumeWebhook command, CancellationToken cancellationToken)
    {
        var resumed = await ChangeAsync(command.Id, command.Version, w => w.Resume(), cancellationToken);
        if (!resumed.IsSuccess) return resumed;
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + LedgerEntry.Patience);
        await db.WebhookDeliveries.Where(d => d.SubscriptionId == command.Id && d.State == DeliveryState.Planned).ExecuteUpdateAsync(
            s => s.SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextAttemptAt, now).SetProperty(d => d.GiveUpAt, until).SetProperty(d => d.Version, d => d.Version + 1), cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(RemoveWebhook command, CancellationToken cancellationToken)
    {
        var removed = await ChangeAsync(command.Id, command.Version, w =>
        {
            w.Archive(clock.GetUtcNow());
            return Result.Success;
        }, cancellationToken);
        if (!removed.IsSuccess) return removed;
        await db.WebhookDeliveries.Where(d => d.SubscriptionId == command.Id && d.State == DeliveryState.Planned).ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.LastError, MailProblem.ByHand).SetProperty(d => d.Version, d => d.Version + 1), cancellationToken);
        return Result.Success;
    }

    public async Task<Result<Guid>> Handle(PingWebhook command, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == command.Id && w.ArchivedAt == null, cancellationToken) is not { } webhook) return Failure.NotFound("Webhook", command.Id);
        if (webhook.Stopped is not null) return Failure.Rule("notifications.webhook-stopped", "The webhook is stopped already.");
        var now = clock.GetUtcNow();
        var ping = new WebhookDelivery(webhook.Id, WebhookDelivery.Ping, now, id => QueueWebhooks.Body(id, WebhookDelivery.Ping, now, new { }));
        db.WebhookDeliveries.Add(ping);
        await db.SaveChangesAsync(cancellationToken);
        await sender.SendAsync(cancellationToken);
        return ping.Id;
    }

    public async Task<Result> Handle(ReplayDelivery command, CancellationToken cancellationToken)
    {
        if (await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == command.Id, cancellationToken) is not { } delivery) return Failure.NotFound("Delivery", command.Id);
        db.Expect(delivery, command.Version);
        var again = delivery.Replay(clock.GetUtcNow());
        if (!again.IsSuccess) return again;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result<int>> Handle(ReplayFailed command, CancellationToken cancellationToken)
    {
        var since = new DateTimeOffset(command.Since.ToDateTime(TimeOnly.MinValue), clock.LocalTimeZone.GetUtcOffset(command.Since.ToDateTime(TimeOnly.MinValue))).ToUniversalTime();
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + LedgerEntry.Patience);
        return await db.WebhookDeliveries.Where(d => d.SubscriptionId == command.WebhookId && d.State == DeliveryState.Failed && d.CreatedAt >= since).ExecuteUpdateAsync(
            s => s.SetProperty(d => d.State, DeliveryState.Planned).SetProperty(d => d.Attempts, 0).SetProperty(d => d.NextAttemptAt, now).SetProperty(d => d.GiveUpAt, until).SetProperty(d => d.LastError, (string?)null)
                .SetProperty(d => d.Version, d => d.Version + 1), cancellationToken);
    }

    private async Task<Result> ChangeAsync(Guid id, int version, Func<WebhookSubscription, Result> change, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == id && w.ArchivedAt == null, cancellationToken) is not { } webhook) return Failure.NotFound("Webhook", id);
        db.Expect(webhook, version);
        var changed = change(webhook);
        if (!changed.IsSuccess) return changed;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
