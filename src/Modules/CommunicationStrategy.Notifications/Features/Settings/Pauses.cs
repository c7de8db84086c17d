// Reminders are paused for a while, and the pause is lifted.
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;

namespace CommunicationStrategy.Notifications.Features.Settings;

/// <summary>Pauses reminders of a plan, to an institution, of a step, or where these are said together, of all that fits. What falls into the pause is not made up for; answers its id.</summary>
/// <param name="Stage">Days before the date as text, "report", or "overdue"; null: every step.</param>
/// <param name="Until">The last day; null: until it is lifted.</param>
[Requires(Permission.ManageNotifications)]
public sealed record PauseReminders(Guid? PlanId, Guid? InstitutionId, string? Stage, DateOnly From, DateOnly? Until, string Reason) : ICommand<Guid>;

[Requires(Permission.ManageNotifications)]
public sealed record LiftPause(Guid Id, int Version) : ICommand;

internal sealed class PauseRemindersValidator : AbstractValidator<PauseReminders>
{
    public PauseRemindersValidator(TimeProvider clock)
    {
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("notifications.reason-required").WithMessage("Say why.").MaximumLength(ReminderPause.ReasonLength);
        RuleFor(c => c.Until).GreaterThanOrEqualTo(c => c.From).When(c => c.Until is not null).WithErrorCode("notifications.dates-reversed").WithMessage("The last day is before the first.");
        RuleFor(c => c.Until).GreaterThanOrEqualTo(_ => clock.Today()).When(c => c.Until is not null).WithErrorCode("notifications.date-passed").WithMessage("The last day has passed already.");
        RuleFor(c => c.Stage).Must(s => s is null or Ladder.Report or "overdue" || (int.TryParse(s, System.Globalization.CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= LadderRules.FurthestDays))
            .WithErrorCode("notifications.stage-unknown").WithMessage("A step is a number of days, report or overdue.");
    }
}

internal sealed class PausesHandler(NotificationsDbContext db, TimeProvider clock) : ICommandHandler<PauseReminders, Guid>, ICommandHandler<LiftPause>
{
    public async Task<Result<Guid>> Handle(PauseReminders command, CancellationToken cancellationToken)
    {
        var pause = new ReminderPause(command.PlanId, command.InstitutionId, command.Stage, command.From, command.Until, command.Reason.Trim());
        db.Pauses.Add(pause);
        await db.SaveChangesAsync(cancellationToken);
        return pause.Id;
    }

    public async Task<Result> Handle(LiftPause command, CancellationToken cancellationToken)
    {
        var pause = await db.Pauses.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (pause is null) return Failure.NotFound("Pause", command.Id);
        db.Expect(pause, command.Version);
        var lifted = pause.Lift(clock.Today());
        if (!lifted.IsSuccess) return lifted;
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
