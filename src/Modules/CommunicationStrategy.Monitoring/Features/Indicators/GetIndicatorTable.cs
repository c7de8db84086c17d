// The indicators of a plan with a quarter's figures as a table to fill in and send back.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Data;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

/// <summary>Every indicator in use with its figure of the quarter, in natural order of their codes; what <see cref="ImportIndicators"/> reads.</summary>
/// <param name="Language">Of the headings: "ro", "ru" or "en".</param>
[Requires(Permission.ViewMonitoring)]
public sealed record GetIndicatorTable(Guid PlanId, string Period, string Language) : IQuery<ReportTable>;

internal sealed class GetIndicatorTableValidator : AbstractValidator<GetIndicatorTable>
{
    public GetIndicatorTableValidator() => RuleFor(c => c.Period).IsQuarter();
}

internal sealed class GetIndicatorTableHandler(MonitoringDbContext db, IMediator mediator) : IQueryHandler<GetIndicatorTable, ReportTable>
{
    public async Task<Result<ReportTable>> Handle(GetIndicatorTable query, CancellationToken cancellationToken)
    {
        var indicators = await db.Indicators.AsNoTracking().Include(i => i.Definitions).Where(i => i.PlanId == query.PlanId && !i.Archived).OrderBy(i => i.SortKey).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        var values = await db.Values.AsNoTracking().Where(v => v.PlanId == query.PlanId && v.Period == query.Period).ToDictionaryAsync(v => v.IndicatorId, cancellationToken);
        var owners = await mediator.Send(new GetInstitutions([.. indicators.Select(i => i.OwnerId).OfType<Guid>().Distinct()]), cancellationToken);
        if (!owners.IsSuccess) return owners.Failure;
        var names = owners.Value.ToDictionary(o => o.Id, o => o.Name.In("ro"));
        var quarter = Quarter.Parse(query.Period)!.Value;
        return new ReportTable(
            "indicators", query.Period, [.. Enum.GetValues<IndicatorColumn>().Select(c => new ReportColumn(c.ToString(), IndicatorColumns.Title(c, query.Language), IsFigure(c) ? CellKind.Decimal : CellKind.Text))],
            [
                .. indicators.Select(i =>
                {
                    var (p, value) = (i.At(quarter).Passport(), values.GetValueOrDefault(i.Id));
                    var target = p.TargetAt(quarter).Target;
                    return (IReadOnlyList<ReportCell>)
                    [
                        i.Code, i.Objective, p.Name["ro"], p.Name["ru"], p.Name["en"], p.Unit["ro"], IndicatorColumns.Of(p.Level, query.Language), IndicatorColumns.Of(p.Kind, query.Language), IndicatorColumns.Of(p.Direction, query.Language),
                        i.OwnerId is { } owner ? names.GetValueOrDefault(owner) : null, p.Baseline, target?.Value, target?.Period, p.Weight, value?.Value, value?.Text, value?.Source, value?.Evidence,
                    ];
                }),
            ]);
    }

    private static bool IsFigure(IndicatorColumn column) => column is IndicatorColumn.Baseline or IndicatorColumn.Target or IndicatorColumn.Weight or IndicatorColumn.Value;
}
