// Evaluations in short and their files, for whoever writes to people about them.
using CommunicationStrategy.Contracts.Monitoring;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.Monitoring.Integration;

internal sealed class GetEvaluationFiguresHandler(MonitoringDbContext db) : IQueryHandler<GetEvaluationFigures, IReadOnlyList<EvaluationFigures>>
{
    public async Task<Result<IReadOnlyList<EvaluationFigures>>> Handle(GetEvaluationFigures query, CancellationToken cancellationToken) =>
        await db.Evaluations.AsNoTracking().Where(e => query.Ids.Contains(e.Id)).OrderBy(e => e.Id)
            .Select(e => new EvaluationFigures(
                e.Id, e.PlanId, e.PlanCode, e.PlanTitle, e.Period, e.Revision, e.State == EvaluationState.Approved, e.CutOff,
                e.Due, e.Implemented, e.Achievement, e.Overdue, e.ReportsDue, e.ReportsReceived, e.ContentHash))
            .ToListAsync(cancellationToken);
}

internal sealed class GetEvaluationFileHandler(MonitoringDbContext db, KeptFiles files) : IQueryHandler<GetEvaluationFile, EvaluationFile>
{
    private static readonly string[] ToSend = ["pdf", "docx"];

    public async Task<Result<EvaluationFile>> Handle(GetEvaluationFile query, CancellationToken cancellationToken)
    {
        var evaluation = await db.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id && e.State == EvaluationState.Approved, cancellationToken);
        if (evaluation is null) return Failure.NotFound(nameof(Evaluation), query.Id);
        if (!LocalizedText.Languages.Contains(query.Language)) return Failure.Invalid("Language", "monitoring.language-unknown", "The language is ro, ru or en.");
        foreach (var format in ToSend.Select(key => files.Formats.FirstOrDefault(f => f.Key == key)).OfType<ExportFormat>())
        {
            // A PDF that cannot be printed just now is no reason to send nothing.
            var made = await files.GetAsync(evaluation, query.Language, format, cancellationToken);
            if (made is { IsSuccess: true, Value: var file } && file.Content.Length <= query.MostBytes) return new EvaluationFile(file.FileName, file.MediaType, file.Content);
        }

        return Failure.Rule("monitoring.no-file-to-send", "The report cannot be made, or it is too large to be sent.");
    }
}
