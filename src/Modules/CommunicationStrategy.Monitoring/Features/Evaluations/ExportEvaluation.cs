// The evaluation's document as a file.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <param name="Format">The report as "docx", "pdf", "xlsx", "csv" or "json"; its one page as "brief-docx" or "brief-pdf"; "charts": its pictures for slides, SVG in a ZIP.</param>
/// <param name="Language">"ro", "ru" or "en".</param>
[Requires(Permission.ViewMonitoring)]
public sealed record ExportEvaluation(Guid Id, string Format, string Language) : IQuery<ExportedFile>;

public sealed record ExportedFile(string FileName, string MediaType, byte[] Content);

/// <summary>The formats an evaluation is exported in, and why PDF may be missing.</summary>
[Requires(Permission.ViewMonitoring)]
public sealed record GetExportFormats : IQuery<ExportFormats>;

/// <param name="Formats">Those that can be made here.</param>
/// <param name="WhyNoPdf">Null when PDF can be made; else what to install or set, in English.</param>
public sealed record ExportFormats(IReadOnlyList<string> Formats, string? WhyNoPdf);

internal sealed class ExportEvaluationValidator : AbstractValidator<ExportEvaluation>
{
    public ExportEvaluationValidator()
    {
        RuleFor(q => q.Format).Must(f => ExportFormat.Find(f) is not null).WithErrorCode("monitoring.format-unknown").WithMessage($"The format is one of {string.Join(", ", ExportFormat.All.Select(f => f.Key))}.");
        RuleFor(q => q.Language).Must(LocalizedText.Languages.Contains).WithErrorCode("monitoring.language-unknown").WithMessage("The language is ro, ru or en.");
    }
}

internal sealed class GetExportFormatsHandler(KeptFiles files, PdfPrinter printer) : IQueryHandler<GetExportFormats, ExportFormats>
{
    public Task<Result<ExportFormats>> Handle(GetExportFormats query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ExportFormats>>(new ExportFormats([.. files.Formats.Select(f => f.Key)], printer.WhyUnavailable));
}

internal sealed class ExportEvaluationHandler(MonitoringDbContext db, KeptFiles files) : IQueryHandler<ExportEvaluation, ExportedFile>
{
    public async Task<Result<ExportedFile>> Handle(ExportEvaluation query, CancellationToken cancellationToken)
    {
        var evaluation = await db.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == query.Id, cancellationToken);
        return evaluation is null ? Failure.NotFound(nameof(Evaluation), query.Id) : await files.GetAsync(evaluation, query.Language, ExportFormat.Find(query.Format)!, cancellationToken);
    }
}
