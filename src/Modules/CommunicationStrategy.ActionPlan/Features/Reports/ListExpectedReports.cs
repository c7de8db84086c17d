// Every report that a quarter asks for, and where it stands: also those that nobody has begun.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <summary>The reports of a plan for a quarter, a page at a time, in the order of the plan.</summary>
/// <param name="Period">The quarter, such as "2026-Q4".</param>
[Requires(Permission.ReviewReports)]
public sealed record ListExpectedReports(Guid PlanId, string Period, ReportStanding? Standing = null, Guid? InstitutionId = null, int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<ExpectedReportRow>>;

/// <param name="ReportId">Null where none was sent.</param>
/// <param name="DueOn">By when the institution owes it; null where it was sent before the collection was opened.</param>
public sealed record ExpectedReportRow(Guid ActivityId, string ActivityNumber, LocalizedText ActivityTitle, Guid InstitutionId, InstitutionInfo? Institution, ReportStanding Standing, Guid? ReportId, DateOnly? DueOn);

/// <summary>How many reports of a plan for a quarter stand where, and whose they are.</summary>
[Requires(Permission.ReviewReports)]
public sealed record CountExpectedReports(Guid PlanId, string Period, Guid? InstitutionId = null) : IQuery<ExpectedReportCounts>;

/// <param name="Standings">Of the institution that was asked for, or of all.</param>
/// <param name="Institutions">All that owe or sent one, or were given more time, by their names.</param>
/// <param name="Extensions">Who was given more time, the one that ends first before.</param>
public sealed record ExpectedReportCounts(IReadOnlyDictionary<ReportStanding, int> Standings, IReadOnlyList<InstitutionInfo> Institutions, IReadOnlyList<ExtensionRow> Extensions);

/// <summary>An institution may report until that day.</summary>
public sealed record ExtensionRow(Guid InstitutionId, InstitutionInfo? Institution, DateOnly Until, string Reason);

internal sealed class ExpectedReportsHandler(ActionPlanDbContext db, IMediator mediator, TimeProvider clock)
    : IQueryHandler<ListExpectedReports, Page<ExpectedReportRow>>, IQueryHandler<CountExpectedReports, ExpectedReportCounts>
{
    public async Task<Result<Page<ExpectedReportRow>>> Handle(ListExpectedReports query, CancellationToken cancellationToken)
    {
        var found = Expected(query.PlanId, query.Period, query.InstitutionId);
        var (extensions, periods) = (Extensions(query.PlanId, query.Period), db.Periods.Where(p => p.PlanId == query.PlanId && p.Period == query.Period));
        if (query.Standing is { } standing) found = found.Where(e => e.Standing == (int)standing);
        var page = await found.Join(db.Activities, e => e.ActivityId, a => a.Id, (e, a) => new { e.ActivityId, a.Number, a.SortKey, a.Title, e.InstitutionId, e.Standing, e.ReportId, DueOn = extensions.Where(x => x.InstitutionId == e.InstitutionId).Select(x => (DateOnly?)x.Until).FirstOrDefault() ?? periods.Select(p => (DateOnly?)p.DueOn).FirstOrDefault() })
            .OrderBy(e => e.SortKey).ThenBy(e => e.ActivityId).ToPageAsync(query.Page, query.Size, cancellationToken);
        var institutions = await mediator.InstitutionsAsync(page.Items.Select(e => (Guid?)e.InstitutionId), cancellationToken);
        return new Page<ExpectedReportRow>(
            [.. page.Items.Select(e => new ExpectedReportRow(e.ActivityId, e.Number, e.Title, e.InstitutionId, institutions.GetValueOrDefault(e.InstitutionId), (ReportStanding)e.Standing, e.ReportId, e.DueOn))],
            page.Total, page.Number, page.Size);
    }

    public async Task<Result<ExpectedReportCounts>> Handle(CountExpectedReports query, CancellationToken cancellationToken)
    {
        var counts = await Expected(query.PlanId, query.Period, null).GroupBy(e => new { e.Standing, e.InstitutionId }).Select(g => new { g.Key.Standing, g.Key.InstitutionId, Count = g.Count() }).ToListAsync(cancellationToken);
        var extensions = await Extensions(query.PlanId, query.Period).OrderBy(e => e.Until).ToListAsync(cancellationToken);
        var institutions = await mediator.InstitutionsAsync(counts.Select(c => (Guid?)c.InstitutionId).Concat(extensions.Select(e => (Guid?)e.InstitutionId)), cancellationToken);
        return new ExpectedReportCounts(
            counts.Where(c => query.InstitutionId is null || c.InstitutionId == query.InstitutionId).GroupBy(c => (ReportStanding)c.Standing).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            [.. institutions.Values.OrderBy(i => SearchText.Fold(i.ShortName("ro")), StringComparer.Ordinal)],
            [.. extensions.Select(e => new ExtensionRow(e.InstitutionId, institutions.GetValueOrDefault(e.InstitutionId), e.Until, e.Reason))]);
    }

    private IQueryable<ReportingExtension> Extensions(Guid plan, string period) => db.Extensions.AsNoTracking().Where(e => db.Periods.Any(p => p.Id == e.PeriodId && p.PlanId == plan && p.Period == period));

    private sealed class Row
    {
        public required Guid ActivityId { get; init; }
        public required Guid InstitutionId { get; init; }
        public required Guid? ReportId { get; init; }
        public required int Standing { get; init; }
    }

    private IQueryable<Row> Expected(Guid plan, string period, Guid? institution)
    {
        var today = clock.Today();
        var sent = db.Reports.AsNoTracking().Where(r => r.PlanId == plan && r.Period == period).Select(r => new Row
        {
            ActivityId = r.ActivityId, InstitutionId = r.InstitutionId, ReportId = r.Id,
            Standing = r.Locked ? (int)ReportStanding.Locked : r.State == ReportState.Submitted ? (int)ReportStanding.Submitted
                : r.State == ReportState.Returned ? (int)ReportStanding.Returned : (int)ReportStanding.Accepted,
        });
        var missing = db.Missing(today).Where(m => m.PlanId == plan && m.Period == period)
            .Select(m => new Row { ActivityId = m.ActivityId, InstitutionId = m.InstitutionId, ReportId = null, Standing = (int)ReportStanding.Missing });
        var asked = db.Duties().Asked(db, today).Where(a => a.Period.PlanId == plan && a.Period.Period == period && !db.Reports.Any(r => r.ActivityId == a.Activity.Id && r.InstitutionId == a.Owner && r.Period == period)).Select(a => new Row
        {
            ActivityId = a.Activity.Id, InstitutionId = a.Owner, ReportId = null,
            Standing = db.ReportDrafts.Any(d => d.ActivityId == a.Activity.Id && d.InstitutionId == a.Owner) ? (int)ReportStanding.Draft : (int)ReportStanding.Expected,
        });
        var all = sent.Concat(missing).Concat(asked);
        return institution is { } one ? all.Where(e => e.InstitutionId == one) : all;
    }
}
