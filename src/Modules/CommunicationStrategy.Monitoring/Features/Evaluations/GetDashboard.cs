// Where a plan stands, in pictures: its newest evaluation and the four quarters before.
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Report;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <param name="Period">Up to this quarter; null: the newest evaluated.</param>
/// <param name="Language">Of the words in the pictures: "ro", "ru" or "en".</param>
[Requires(Permission.ViewMonitoring)]
public sealed record GetDashboard(Guid PlanId, string Language, string? Period = null) : IQuery<Dashboard>;

/// <param name="Quarters">The newest revision of each of the last five evaluated quarters, oldest first; empty where none was evaluated.</param>
/// <param name="Institutions">Romanian names of the institutions, as in the rows of <see cref="Discipline"/>.</param>
/// <param name="OverdueLeads">Romanian names of the leads, as in the bars of <see cref="Overdue"/>.</param>
public sealed record Dashboard(
    IReadOnlyList<DashboardQuarter> Quarters, Chart? Rates, Chart? Trend, Chart? Discipline, Chart? Money, Chart? Overdue, IReadOnlyList<string> Institutions, IReadOnlyList<string> OverdueLeads);

public sealed record DashboardQuarter(Guid Id, string Period, int Revision, EvaluationState State);

internal sealed class GetDashboardValidator : AbstractValidator<GetDashboard>
{
    public GetDashboardValidator() =>
        RuleFor(q => q.Language).Must(LocalizedText.Languages.Contains).WithErrorCode("monitoring.language-unknown").WithMessage("The language is ro, ru or en.");
}

internal sealed class GetDashboardHandler(MonitoringDbContext db) : IQueryHandler<GetDashboard, Dashboard>
{
    private const int QuartersShown = 5;

    public async Task<Result<Dashboard>> Handle(GetDashboard query, CancellationToken cancellationToken)
    {
        var revisions = await db.Evaluations.AsNoTracking().Where(e => e.PlanId == query.PlanId && e.Period.Length == Evaluation.QuarterLength).Select(e => new { e.Id, e.Period, e.Revision }).ToListAsync(cancellationToken);
        var newest = revisions.Where(r => query.Period is null || string.CompareOrdinal(r.Period, query.Period) <= 0).GroupBy(r => r.Period)
            .OrderByDescending(g => g.Key, StringComparer.Ordinal).Take(QuartersShown).Select(g => g.MaxBy(r => r.Revision)!.Id).ToList();
        var found = (await db.Evaluations.AsNoTracking().Where(e => newest.Contains(e.Id)).ToListAsync(cancellationToken)).OrderBy(e => e.Period, StringComparer.Ordinal).ToList();
        if (found.Count == 0) return new Dashboard([], null, null, null, null, null, [], []);
        var texts = new ReportTexts(query.Language);
        // Unlike the report, which knows approved quarters alone, the dashboard shows drafts too: it says so beside them.
        var last = CanonicalSnapshot.Read(found[^1].Snapshot) with
        {
            History = Domain.Conclusions.History([.. found.SkipLast(1).Select(e => new EarlierSnapshot(e.Revision, e.ContentHash, CanonicalSnapshot.Read(e.Snapshot)))]),
        };
        return new Dashboard(
            [.. found.Select(e => new DashboardQuarter(e.Id, e.Period, e.Revision, e.State))],
            EvaluationCharts.Rates(last, texts), EvaluationCharts.Trend(last, texts), last.Reporting.Count > 0 ? EvaluationCharts.Discipline(last, texts) : null,
            EvaluationCharts.Money(last, texts), EvaluationCharts.Overdue(last, texts),
            [.. last.Reporting.Select(r => EvaluationCharts.Romanian(r.Institution))], [.. EvaluationCharts.OverdueLeads(last).Select(l => EvaluationCharts.Romanian(l.Lead))]);
    }
}
