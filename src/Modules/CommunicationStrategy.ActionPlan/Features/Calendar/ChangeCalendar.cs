// The calendar changes: a holiday by law, a day moved by decision. Due dates that rest on it are reckoned anew, in the same transaction.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;

namespace CommunicationStrategy.ActionPlan.Features.Calendar;

/// <summary>Adds a day that is free every year: a date, or so many days after Orthodox Easter Sunday.</summary>
/// <param name="Locality">Where it is free, such as "Chișinău"; empty for everywhere.</param>
[Requires(Permission.ManagePeriods)]
public sealed record AddHoliday(LocalizedText Name, int? Month, int? Day, int? EasterOffset, int? FromYear, int? ToYear, string? Locality) : ICommand<Guid>;

/// <summary>Removes a yearly holiday, as when the law drops it.</summary>
[Requires(Permission.ManagePeriods)]
public sealed record RemoveHoliday(Guid HolidayId) : ICommand;

/// <summary>Notes that a decision frees a day, or makes a free day worked.</summary>
/// <param name="Act">The decision as it is cited, such as "HG nr. 900/2025".</param>
[Requires(Permission.ManagePeriods)]
public sealed record MoveDay(DateOnly Day, bool IsWorked, string Act, string? Locality) : ICommand<Guid>;

/// <summary>Takes a moved day back.</summary>
[Requires(Permission.ManagePeriods)]
public sealed record RemoveMovedDay(Guid MovedDayId) : ICommand;

/// <summary>Fills an empty calendar with the public holidays of the Republic of Moldova. Run at start; a filled calendar is left alone.</summary>
[Requires(Permission.ManageSystem)]
public sealed record EnsureCalendar : ICommand;

internal sealed class AddHolidayValidator : AbstractValidator<AddHoliday>
{
    public AddHolidayValidator()
    {
        RuleFor(c => c.Name).Must(n => !n.IsEmpty).WithErrorCode("action-plan.title-required").WithMessage("Give a title in at least one language.");
        RuleFor(c => c.EasterOffset).InclusiveBetween(-60, 100);
        RuleFor(c => c.FromYear).InclusiveBetween(1900, 2999);
        RuleFor(c => c.ToYear).InclusiveBetween(1900, 2999);
        RuleFor(c => c.Locality).MaximumLength(Holiday.LocalityLength);
    }
}

internal sealed class MoveDayValidator : AbstractValidator<MoveDay>
{
    public MoveDayValidator()
    {
        RuleFor(c => c.Day).NotEmpty();
        RuleFor(c => c.Act).NotEmpty().WithErrorCode("action-plan.act-required").MaximumLength(Plan.ActLength);
        RuleFor(c => c.Locality).MaximumLength(Holiday.LocalityLength);
    }
}

internal sealed class AddHolidayHandler(ActionPlanDbContext db) : ICommandHandler<AddHoliday, Guid>
{
    public async Task<Result<Guid>> Handle(AddHoliday command, CancellationToken cancellationToken)
    {
        var holiday = Holiday.Create(command.Name, new YearlyHoliday(command.Month, command.Day, command.EasterOffset, command.FromYear, command.ToYear), command.Locality);
        if (!holiday.IsSuccess) return holiday.Failure;
        db.Holidays.Add(holiday.Value);
        await Recalculation.SaveAsync(db, null, cancellationToken);
        return holiday.Value.Id;
    }
}

internal sealed class RemoveHolidayHandler(ActionPlanDbContext db) : ICommandHandler<RemoveHoliday>
{
    public async Task<Result> Handle(RemoveHoliday command, CancellationToken cancellationToken)
    {
        var holiday = await db.Holidays.SingleOrDefaultAsync(h => h.Id == command.HolidayId, cancellationToken);
        if (holiday is null) return Failure.NotFound(nameof(Holiday), command.HolidayId);
        db.Holidays.Remove(holiday);
        await Recalculation.SaveAsync(db, null, cancellationToken);
        return Result.Success;
    }
}

internal sealed class MoveDayHandler(ActionPlanDbContext db) : ICommandHandler<MoveDay, Guid>
{
    public async Task<Result<Guid>> Handle(MoveDay command, CancellationToken cancellationToken)
    {
        var moved = new MovedDay(command.Day, command.IsWorked, command.Act, command.Locality);
        if (await db.MovedDays.AnyAsync(d => d.Day == moved.Day && d.Locality == moved.Locality, cancellationToken)) return Failure.Invalid("Day", "action-plan.day-moved", "This day has been moved already.");
        db.MovedDays.Add(moved);
        await Recalculation.SaveAsync(db, command.Day, cancellationToken);
        return moved.Id;
    }
}

internal sealed class RemoveMovedDayHandler(ActionPlanDbContext db) : ICommandHandler<RemoveMovedDay>
{
    public async Task<Result> Handle(RemoveMovedDay command, CancellationToken cancellationToken)
    {
        var moved = await db.MovedDays.SingleOrDefaultAsync(d => d.Id == command.MovedDayId, cancellationToken);
        if (moved is null) return Failure.NotFound(nameof(MovedDay), command.MovedDayId);
        db.MovedDays.Remove(moved);
        await Recalculation.SaveAsync(db, moved.Day, cancellationToken);
        return Result.Success;
    }
}

internal sealed class EnsureCalendarHandler(ActionPlanDbContext db) : ICommandHandler<EnsureCalendar>
{
    public async Task<Result> Handle(EnsureCalendar command, CancellationToken cancellationToken)
    {
        if (await db.Holidays.AnyAsync(cancellationToken)) return Result.Success;
        foreach (var (name, rule, locality) in Holiday.Moldova) db.Holidays.Add(Holiday.Create(name, rule, locality).Require());
        // What was stored before there was a calendar, if anything, gets its days by it.
        await Recalculation.SaveAsync(db, null, cancellationToken);
        return Result.Success;
    }
}

internal static class Recalculation
{
    // The longest run of free days: a due date further before a changed day cannot be moved by it.
    private const int Reach = 40;

    /// <summary>Saves the changed calendar and every open due date that it moves, in one transaction.</summary>
    /// <param name="changed">The one day that changed; null: any may have.</param>
    public static async Task SaveAsync(ActionPlanDbContext db, DateOnly? changed, CancellationToken cancellationToken) =>
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var plan in await db.Plans.AsNoTracking().Where(p => p.Status != Contracts.ActionPlan.PlanStatus.Closed && p.Status != Contracts.ActionPlan.PlanStatus.Archived).ToListAsync(cancellationToken))
            {
                var calendar = await db.WorkingDaysAsync(plan.Locality, cancellationToken);
                var (from, to) = (changed?.AddDays(-Reach) ?? DateOnly.MinValue, changed ?? DateOnly.MaxValue);
                var moved = await db.Activities.Whole().Where(a => a.PlanId == plan.Id && a.Deadline.Due != null)
                    .Where(a => (a.Deadline.Due >= from && a.Deadline.Due <= to) || a.Occurrences.Any(o => o.Due >= from && o.Due <= to)).ToListAsync(cancellationToken);
                foreach (var activity in moved.Where(a => !ActivityFlags.IsFinal(a.State))) activity.Recalculate(calendar);
                foreach (var period in await db.Periods.Include(p => p.Extensions).Where(p => p.PlanId == plan.Id && (p.State == PeriodState.Open || p.Extensions.Any())).ToListAsync(cancellationToken)) period.Recalculate(calendar);
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        });
}
