// The ladder of a plan and the quiet hours of the office: read and changed.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Digests;

namespace CommunicationStrategy.Notifications.Features.Settings;

/// <summary>How each plan in force is reminded of, what is paused, when it is quiet, and which addresses are refused.</summary>
[Requires(Permission.ViewNotifications)]
public sealed record GetReminderSettings : IQuery<ReminderSettings>;

/// <param name="QuietFrom">By the clock of the recipient's institution.</param>
/// <param name="QuietVersion">0: the standard holds, nothing is stored.</param>
public sealed record ReminderSettings(IReadOnlyList<PlanLadderRow> Plans, IReadOnlyList<PauseRow> Pauses, TimeOnly QuietFrom, TimeOnly QuietTo, int QuietVersion, IReadOnlyList<RefusedAddressRow> Refused);

/// <param name="Recipients">How many get its approved evaluations by mail.</param>
/// <param name="Preset">The name of the preset that these rules are; null: rules of their own.</param>
/// <param name="Version">0: the standard holds, nothing is stored.</param>
public sealed record PlanLadderRow(Guid PlanId, string Code, LocalizedText Title, LadderRules Rules, string? Preset, int Version, int Recipients);

public sealed record PauseRow(Guid Id, Guid? PlanId, string? PlanCode, Guid? InstitutionId, LocalizedText? Institution, string? Stage, DateOnly From, DateOnly? Until, string Reason, string By, int Version);

/// <param name="Suspended">Nothing is sent there any more; the deputy is written to.</param>
public sealed record RefusedAddressRow(Guid Id, string Email, int Bounces, bool Suspended, string LastError, DateTimeOffset LastBounceAt, int Version);

/// <summary>Gives a plan a ladder of its own. <paramref name="Version"/>: 0 where it had none.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record SetLadder(Guid PlanId, LadderRules Rules, int Version) : ICommand;

/// <summary>Sets the hours in which nobody is written to; the same hour twice: none. <paramref name="Version"/>: 0 where none were set.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record SetQuietHours(TimeOnly From, TimeOnly To, int Version) : ICommand;

/// <summary>Writes to an address again that mail servers refused: it has been put right.</summary>
[Requires(Permission.ManageNotifications)]
public sealed record TrustAddress(Guid Id, int Version) : ICommand;

internal sealed class SetLadderValidator : AbstractValidator<SetLadder>
{
    private const int MostSteps = 8;

    public SetLadderValidator()
    {
        RuleFor(c => c.PlanId).NotEmpty();
        RuleFor(c => c.Rules.Before).Must(b => b.Count is > 0 and <= MostSteps && b.All(d => d is >= 1 and <= LadderRules.FurthestDays)).OverridePropertyName("Before")
            .WithErrorCode("notifications.steps-range").WithMessage("Give one to eight steps of 1 to 90 days before the date.");
        RuleFor(c => c.Rules.GraceDays).InclusiveBetween(0, 20).OverridePropertyName("GraceDays");
        RuleFor(c => c.Rules.RepeatDays).InclusiveBetween(1, LadderRules.FurthestDays).OverridePropertyName("RepeatDays");
        RuleFor(c => c.Rules.DeputyAfter).InclusiveBetween(1, 365).OverridePropertyName("DeputyAfter");
        RuleFor(c => c.Rules.HeadAfter).InclusiveBetween(1, 365).OverridePropertyName("HeadAfter");
        RuleFor(c => c.Rules.OfficeAfter).InclusiveBetween(1, 365).OverridePropertyName("OfficeAfter");
        RuleFor(c => c.Rules.LetterAfter).InclusiveBetween(1, 365).OverridePropertyName("LetterAfter");
        RuleFor(c => c.Rules.CommitteeAfter).InclusiveBetween(1, 365).OverridePropertyName("CommitteeAfter");
    }
}

internal sealed class GetReminderSettingsHandler(NotificationsDbContext db, Outlook outlook, IMediator mediator, TimeProvider clock) : IQueryHandler<GetReminderSettings, ReminderSettings>
{
    public async Task<Result<ReminderSettings>> Handle(GetReminderSettings query, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var plans = (await mediator.Send(new GetPlans(), cancellationToken)).Require();
        var ladders = await db.Ladders.AsNoTracking().ToDictionaryAsync(l => l.PlanId, cancellationToken);
        var pauses = await db.Pauses.AsNoTracking().Where(p => p.LiftedOn == null && (p.Until == null || p.Until >= today)).OrderBy(p => p.From).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        var institutions = await outlook.InstitutionsAsync(pauses.Select(p => p.InstitutionId).OfType<Guid>(), cancellationToken);
        var lists = await db.Distribution.AsNoTracking().GroupBy(e => e.PlanId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var quiet = await outlook.QuietHoursAsync(cancellationToken);
        var stored = await db.QuietHours.AnyAsync(cancellationToken);
        var refused = await db.Addresses.AsNoTracking().Where(a => a.Bounces > 0).OrderByDescending(a => a.LastBounceAt).Take(Paging.MaxSize).ToListAsync(cancellationToken);
        return new ReminderSettings(
            [.. plans.Where(p => p.Status == PlanStatus.InForce).Select(p => Row(p, ladders.GetValueOrDefault(p.Id), lists.GetValueOrDefault(p.Id)))],
            [.. pauses.Select(p => new PauseRow(
                p.Id, p.PlanId, plans.FirstOrDefault(x => x.Id == p.PlanId)?.Code, p.InstitutionId, p.InstitutionId is { } id ? institutions.GetValueOrDefault(id)?.Name : null, p.Stage, p.From, p.Until, p.Reason, p.CreatedBy, p.Version))],
            quiet.From, quiet.To, stored ? quiet.Version : 0, [.. refused.Select(a => new RefusedAddressRow(a.Id, a.Email, a.Bounces, a.Suspended, a.LastError, a.LastBounceAt, a.Version))]);
    }

    private static PlanLadderRow Row(PlanInfo plan, PlanLadder? ladder, int recipients)
    {
        var rules = ladder?.Rules ?? LadderRules.Standard;
        return new PlanLadderRow(plan.Id, plan.Code, plan.Title, rules, LadderRules.Presets.FirstOrDefault(p => p.Value.Equals(rules)).Key, ladder?.Version ?? 0, recipients);
    }
}

internal sealed class ChangeSettingsHandler(NotificationsDbContext db, IMediator mediator) : ICommandHandler<SetLadder>, ICommandHandler<SetQuietHours>, ICommandHandler<TrustAddress>
{
    public async Task<Result> Handle(SetLadder command, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new GetPlans(), cancellationToken)).Require().All(p => p.Id != command.PlanId)) return Failure.NotFound("Plan", command.PlanId);
        if (await db.Ladders.SingleOrDefaultAsync(l => l.PlanId == command.PlanId, cancellationToken) is { } ladder) db.Expect(ladder, command.Version);
        else db.Ladders.Add(ladder = new PlanLadder(command.PlanId));
        ladder.Follow(command.Rules);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(SetQuietHours command, CancellationToken cancellationToken)
    {
        if (await db.QuietHours.OrderBy(q => q.Id).FirstOrDefaultAsync(cancellationToken) is { } quiet) db.Expect(quiet, command.Version);
        else db.QuietHours.Add(quiet = new QuietHours());
        quiet.Set(command.From, command.To);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(TrustAddress command, CancellationToken cancellationToken)
    {
        var address = await db.Addresses.SingleOrDefaultAsync(a => a.Id == command.Id, cancellationToken);
        if (address is null) return Failure.NotFound("Address", command.Id);
        db.Expect(address, command.Version);
        address.Trust();
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
