// The evaluation as a document in one language: what the page shows and what every export writes.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Report;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <param name="Language">"ro", "ru" or "en".</param>
[Requires(Permission.ViewMonitoring)]
public sealed record GetEvaluationReport(Guid Id, string Language) : IQuery<ReportDocument>;

internal sealed class GetEvaluationReportValidator : AbstractValidator<GetEvaluationReport>
{
    public GetEvaluationReportValidator() => RuleFor(q => q.Language).Must(LocalizedText.Languages.Contains).WithErrorCode("monitoring.language-unknown").WithMessage("The language is ro, ru or en.");
}

internal sealed class GetEvaluationReportHandler(MonitoringDbContext db, MonitoringOffice office, TimeProvider clock) : IQueryHandler<GetEvaluationReport, ReportDocument>
{
    public async Task<Result<ReportDocument>> Handle(GetEvaluationReport query, CancellationToken cancellationToken)
    {
        var evaluation = await db.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id, cancellationToken);
        return evaluation is null ? Failure.NotFound(nameof(Evaluation), query.Id) : EvaluationReport.Of(evaluation, query.Language, office.Name, clock.LocalTimeZone);
    }
}
