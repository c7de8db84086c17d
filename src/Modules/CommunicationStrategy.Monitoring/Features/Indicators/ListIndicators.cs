// The indicators of a plan with where they stand at a quarter.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Indicators;

/// <param name="Period">The quarter at which they are looked at, such as "2026-Q4".</param>
/// <param name="Missing">Only those without a figure for the quarter that a person has to enter.</param>
/// <param name="Sort">"objective" (default) or "code"; with "-" before it, descending.</param>
[Requires(Permission.ViewMonitoring)]
public sealed record ListIndicators(
    Guid PlanId, string Period, string? Query = null, string? Objective = null, IndicatorLevel? Level = null, bool Missing = false, bool Archived = false,
    string? Sort = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<IndicatorRow>>;

/// <param name="Passport">The definition by which the quarter is read.</param>
/// <param name="Achieved">1 is the target; null: see <paramref name="Why"/>.</param>
/// <param name="Entered">A figure or words for just this quarter are there.</param>
public sealed record IndicatorRow(
    Guid Id, string Code, string Objective, IndicatorPassport Passport, InstitutionInfo? Owner, bool Archived,
    decimal? Target, string? TargetPeriod, decimal? Actual, string? ActualOf, decimal? Achieved, NotComputable? Why, bool Entered);

internal sealed class ListIndicatorsValidator : AbstractValidator<ListIndicators>
{
    public ListIndicatorsValidator() =>
        RuleFor(c => c.Period).IsQuarter();
}

internal sealed class ListIndicatorsHandler(MonitoringDbContext db, IMediator mediator) : IQueryHandler<ListIndicators, Page<IndicatorRow>>
{
    public async Task<Result<Page<IndicatorRow>>> Handle(ListIndicators query, CancellationToken cancellationToken)
    {
        var found = db.Indicators.AsNoTracking().Include(i => i.Definitions).Where(i => i.PlanId == query.PlanId && i.Archived == query.Archived);
        if (query.Objective is { } objective) found = found.Where(i => i.Objective == objective);
        if (query.Level is { } level) found = found.Where(i => i.Level == level);
        if (query.Missing) found = found.Where(i => !db.Values.Any(v => v.IndicatorId == i.Id && v.Period == query.Period));
        var words = SearchText.Fold(query.Query);
        if (words.Length > 0) found = found.Where(i => i.SearchText.Contains(words));
        found = query.Sort switch
        {
            "code" => found.OrderBy(i => i.SortKey).ThenBy(i => i.Id),
            "-code" => found.OrderByDescending(i => i.SortKey).ThenBy(i => i.Id),
            _ => found.OrderBy(i => i.ObjectiveKey).ThenBy(i => i.SortKey).ThenBy(i => i.Id),
        };
        var page = await found.ToPageAsync(query.Page, query.Size, cancellationToken);
        var ids = page.Items.Select(i => i.Id).ToList();
        var values = (await db.Values.AsNoTracking().Where(v => ids.Contains(v.IndicatorId)).ToListAsync(cancellationToken)).ToLookup(v => v.IndicatorId);
        var owners = await mediator.Send(new GetInstitutions([.. page.Items.Select(i => i.OwnerId).OfType<Guid>().Distinct()]), cancellationToken);
        if (!owners.IsSuccess) return owners.Failure;
        var names = owners.Value.ToDictionary(o => o.Id);
        var quarter = Quarter.Parse(query.Period)!.Value;
        return new Page<IndicatorRow>([.. page.Items.Select(i => Row(i, [.. values[i.Id]], quarter, names))], page.Total, page.Number, page.Size);
    }

    private static IndicatorRow Row(Indicator indicator, IReadOnlyList<IndicatorValue> values, Quarter quarter, Dictionary<Guid, InstitutionInfo> owners)
    {
        var passport = indicator.At(quarter).Passport();
        var (target, from) = passport.TargetAt(quarter);
        var actual = Achievement.Actual(passport, values.Where(v => v.Value is not null).ToDictionary(v => Quarter.Parse(v.Period)!.Value, v => v.Value!.Value), quarter, from);
        var achieved = Achievement.Of(passport, target?.Value, actual.Value);
        return new IndicatorRow(
            indicator.Id, indicator.Code, indicator.Objective, passport, indicator.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null, indicator.Archived,
            target?.Value, target?.Period, actual.Value, actual.From?.ToString(), achieved.Raw, achieved.Why, values.Any(v => v.Period == quarter.ToString()));
    }
}
