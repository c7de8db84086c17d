// The figures that one institution is asked for: the page behind the link in its mails.
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

/// <summary>What the caller's institution owes in figures, and what it has said, for the quarters being collected; nothing for who is bound to no institution.</summary>
[Requires(Permission.ReportProgress)]
public sealed record GetMyFigures : IQuery<IReadOnlyList<MyFigure>>;

/// <param name="Target">Of the quarter, else of its year, else of the plan.</param>
/// <param name="Before">The newest earlier figure.</param>
/// <param name="Said">Null: it is owed.</param>
public sealed record MyFigure(Guid IndicatorId, string Code, string Period, DateOnly DueOn, IndicatorPassport Passport, IndicatorTarget? Target, SaidFigure? Before, SaidFigure? Said);

/// <param name="Version">For the next change.</param>
public sealed record SaidFigure(string Period, decimal? Value, string? Text, string? Source, string? Evidence, string? Note, IReadOnlyList<ValuePart> Parts, int Version);

internal sealed class GetMyFiguresHandler(MonitoringDbContext db, IMediator mediator, CallerScope caller, TimeProvider clock) : IQueryHandler<GetMyFigures, IReadOnlyList<MyFigure>>
{
    public async Task<Result<IReadOnlyList<MyFigure>>> Handle(GetMyFigures query, CancellationToken cancellationToken)
    {
        if (caller.Current.InstitutionId is not { } own) return new List<MyFigure>();
        var asked = await db.AskedAsync(mediator, clock.Today(), [own], cancellationToken);
        if (!asked.IsSuccess) return asked.Failure;
        var ids = asked.Value.Select(a => a.Indicator.Id).ToList();
        var values = (await db.Values.AsNoTracking().Where(v => ids.Contains(v.IndicatorId)).ToListAsync(cancellationToken)).ToLookup(v => v.IndicatorId);
        return asked.Value.Select(a => new MyFigure(
            a.Indicator.Id, a.Indicator.Code, a.Period, a.Due, a.Passport, a.Passport.TargetAt(Quarter.Parse(a.Period)!.Value).Target,
            values[a.Indicator.Id].Where(v => string.CompareOrdinal(v.Period, a.Period) < 0).MaxBy(v => v.Period, StringComparer.Ordinal) is { } before ? Of(before) : null,
            a.Said is { } said ? Of(said) : null)).ToList();
    }

    private static SaidFigure Of(IndicatorValue v) => new(v.Period, v.Value, v.Text, v.Source, v.Evidence, v.Note, v.Breakdown(), v.Version);
}
