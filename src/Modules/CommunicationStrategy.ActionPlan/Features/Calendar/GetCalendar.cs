// The calendar of one year: free days by rule, and the days a decision moved.
using CommunicationStrategy.ActionPlan.Data;

namespace CommunicationStrategy.ActionPlan.Features.Calendar;

/// <summary>The free days of a year and the days that decisions freed or made worked, in their order, for every locality.</summary>
[Requires(Permission.ViewActionPlan)]
public sealed record GetCalendar(int Year) : IQuery<CalendarYear>;

public sealed record CalendarYear(int Year, IReadOnlyList<HolidayRow> Holidays, IReadOnlyList<MovedDayRow> Moved);

/// <param name="On">The day in that year.</param>
/// <param name="Locality">Empty: everywhere.</param>
public sealed record HolidayRow(Guid Id, DateOnly On, LocalizedText Name, string Locality);

/// <param name="IsWorked">A weekend or holiday that is worked; otherwise a day off.</param>
public sealed record MovedDayRow(Guid Id, DateOnly Day, bool IsWorked, string Act, string Locality);

internal sealed class GetCalendarHandler(ActionPlanDbContext db) : IQueryHandler<GetCalendar, CalendarYear>
{
    public async Task<Result<CalendarYear>> Handle(GetCalendar query, CancellationToken cancellationToken)
    {
        if (query.Year is < 1900 or > 2999) return Failure.Invalid("Year", "action-plan.year-range", "The year is between 1900 and 2999.");
        var (first, last) = (new DateOnly(query.Year, 1, 1), new DateOnly(query.Year, 12, 31));
        var holidays = await db.Holidays.AsNoTracking().ToListAsync(cancellationToken);
        var moved = await db.MovedDays.AsNoTracking().Where(d => d.Day >= first && d.Day <= last).OrderBy(d => d.Day).ThenBy(d => d.Locality).ToListAsync(cancellationToken);
        return new CalendarYear(
            query.Year,
            [.. holidays.Select(h => (h, On: h.Rule.In(query.Year))).Where(h => h.On is not null).OrderBy(h => h.On).Select(h => new HolidayRow(h.h.Id, h.On!.Value, h.h.Name, h.h.Locality))],
            [.. moved.Select(d => new MovedDayRow(d.Id, d.Day, d.IsWorked, d.Act, d.Locality))]);
    }
}
