// One indicator: its passport now and before, its figures quarter by quarter, and what follows from them.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Contracts.Strategy;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

[Requires(Permission.ViewMonitoring)]
public sealed record GetIndicator(Guid Id) : IQuery<IndicatorDetails>;

public sealed record IndicatorDetails(
    Guid Id, Guid PlanId, string Code, string Objective, InstitutionInfo? Owner, bool Archived, int Version,
    IReadOnlyList<DefinitionRow> Definitions, IReadOnlyList<ValueRow> Values, string? LastFrozen)
{
    public IndicatorPassport Passport => Definitions[^1].Passport;

    /// <summary>Those of the plan's strategy, where a definition names one.</summary>
    public IReadOnlyList<TargetGroupInfo> TargetGroups { get; init; } = [];
}

/// <param name="FromPeriod">The first quarter read by it; "" for the first definition.</param>
public sealed record DefinitionRow(int Number, string FromPeriod, string? Reason, IndicatorPassport Passport);

/// <param name="Actual">The figure of the target's period up to this quarter.</param>
public sealed record ValueRow(
    string Period, decimal? Value, string? Text, string? Source, string? Evidence, string? Note, IReadOnlyList<ValuePart> Parts, int Version, string ChangedBy, DateTimeOffset ChangedAt,
    decimal? Target, string? TargetPeriod, decimal? Actual, decimal? Achieved, NotComputable? Why);

internal sealed class GetIndicatorHandler(MonitoringDbContext db, IMediator mediator) : IQueryHandler<GetIndicator, IndicatorDetails>
{
    public async Task<Result<IndicatorDetails>> Handle(GetIndicator query, CancellationToken cancellationToken)
    {
        var indicator = await db.Indicators.AsNoTracking().Include(i => i.Definitions).SingleOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
        if (indicator is null) return Failure.NotFound(nameof(Indicator), query.Id);
        var values = await db.Values.AsNoTracking().Where(v => v.IndicatorId == query.Id).OrderBy(v => v.Period).ToListAsync(cancellationToken);
        var lastFrozen = await db.LastFrozenAsync(indicator.PlanId, cancellationToken);
        var owners = await mediator.Send(new GetInstitutions(indicator.OwnerId is { } owner ? [owner] : []), cancellationToken);
        if (!owners.IsSuccess) return owners.Failure;

        IReadOnlyList<TargetGroupInfo> groups = [];
        if (indicator.Definitions.Any(d => d.Passport().TargetGroup is not null))
        {
            var known = await mediator.TargetGroupsAsync(indicator.PlanId, cancellationToken);
            if (!known.IsSuccess) return known.Failure;
            groups = known.Value;
        }

        var figures = values.Where(v => v.Value is not null).ToDictionary(v => Quarter.Parse(v.Period)!.Value, v => v.Value!.Value);
        return new IndicatorDetails(
            indicator.Id, indicator.PlanId, indicator.Code, indicator.Objective, owners.Value.Count > 0 ? owners.Value[0] : null, indicator.Archived, indicator.Version,
            [.. indicator.Definitions.OrderBy(d => d.Number).Select(d => new DefinitionRow(d.Number, d.FromPeriod, d.Reason, d.Passport()))],
            [.. values.Select(v => Row(v, indicator, figures))], lastFrozen?.ToString())
        { TargetGroups = groups };
    }

    private static ValueRow Row(IndicatorValue value, Indicator indicator, Dictionary<Quarter, decimal> figures)
    {
        var quarter = Quarter.Parse(value.Period)!.Value;
        var passport = indicator.At(quarter).Passport();
        var (target, from) = passport.TargetAt(quarter);
        var actual = Achievement.Actual(passport, figures, quarter, from);
        var achieved = Achievement.Of(passport, target?.Value, actual.Value);
        return new ValueRow(
            value.Period, value.Value, value.Text, value.Source, value.Evidence, value.Note, value.Breakdown(), value.Version, value.ChangedBy, value.ChangedAt,
            target?.Value, target?.Period, actual.Value, achieved.Raw, achieved.Why);
    }
}
