// The evaluation's document as a file.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <param name="Format">"xlsx", "csv", "json", "docx" or "pdf".</param>
/// <param name="Language">"ro", "ru" or "en".</param>
[Requires(Permission.ViewMonitoring)]
public sealed record ExportEvaluation(Guid Id, string Format, string Language) : IQuery<ExportedFile>;

public sealed record ExportedFile(string FileName, string MediaType, byte[] Content);

/// <summary>The formats an evaluation is exported in, and why PDF may be missing.</summary>
[Requires(Permission.ViewMonitoring)]
public sealed record GetExportFormats : IQuery<ExportFormats>;

/// <param name="WhyNoPdf">Null when PDF can be made; else what to install or set, in English.</param>
public sealed record ExportFormats(IReadOnlyList<string> Formats, string? WhyNoPdf);

internal sealed class ExportEvaluationValidator : AbstractValidator<ExportEvaluation>
{
    public ExportEvaluationValidator()
    {
        RuleFor(q => q.Format).Must(ExportEvaluationHandler.MediaTypes.ContainsKey).WithErrorCode("monitoring.format-unknown").WithMessage("The format is xlsx, csv, json, docx or pdf.");
        RuleFor(q => q.Language).Must(LocalizedText.Languages.Contains).WithErrorCode("monitoring.language-unknown").WithMessage("The language is ro, ru or en.");
    }
}

internal sealed class GetExportFormatsHandler(PdfPrinter printer) : IQueryHandler<GetExportFormats, ExportFormats>
{
    public Task<Result<ExportFormats>> Handle(GetExportFormats query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ExportFormats>>(new ExportFormats([.. ExportEvaluationHandler.MediaTypes.Keys], printer.WhyUnavailable));
}

internal sealed class ExportEvaluationHandler(MonitoringDbContext db, KeptFiles files) : IQueryHandler<ExportEvaluation, ExportedFile>
{
    public static readonly IReadOnlyDictionary<string, string> MediaTypes = new Dictionary<string, string>
    {
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["pdf"] = "application/pdf",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["csv"] = "text/csv; charset=utf-8",
        ["json"] = "application/json",
    };

    public async Task<Result<ExportedFile>> Handle(ExportEvaluation query, CancellationToken cancellationToken)
    {
        var evaluation = await db.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id, cancellationToken);
        return evaluation is null ? Failure.NotFound(nameof(Evaluation), query.Id) : await files.GetAsync(evaluation, query.Language, query.Format, cancellationToken);
    }
}
