// The evaluation's document as a file.
using CommunicationStrategy.Documents.Reports;

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

internal sealed class ExportEvaluationHandler(IMediator mediator, PdfPrinter printer) : IQueryHandler<ExportEvaluation, ExportedFile>
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
        var report = await mediator.Send(new GetEvaluationReport(query.Id, query.Language), cancellationToken);
        if (!report.IsSuccess) return report.Failure;
        var content = query.Format == "pdf" ? await PrintAsync(report.Value, cancellationToken) : Write(report.Value, query.Format);
        if (!content.IsSuccess) return content.Failure;
        return new ExportedFile(FileName(report.Value, query), MediaTypes[query.Format], content.Value);
    }

    private static Result<byte[]> Write(ReportDocument report, string format)
    {
        using var output = new MemoryStream();
        switch (format)
        {
            case "docx": DocxReport.Write(report, output); break;
            case "xlsx": XlsxReport.Write(report, output); break;
            case "csv": CsvReport.Write(report, output); break;
            default: JsonReport.Write(report, output); break;
        }

        return output.ToArray();
    }

    private async Task<Result<byte[]>> PrintAsync(ReportDocument report, CancellationToken cancellationToken)
    {
        var printed = await printer.PrintAsync(HtmlReport.Write(report), cancellationToken);
        return printed.Pdf is { } pdf ? pdf : Failure.Rule("monitoring.pdf-unavailable", printed.Problem!, printed.Problem!);
    }

    /// <summary>The report's title and period in its own language, without what a file name may not hold anywhere.</summary>
    private static string FileName(ReportDocument report, ExportEvaluation query)
    {
        var name = $"{report.Title}, {report.Subtitle}{(report.Watermark is null ? "" : $" ({report.Watermark})")} [{query.Language}]";
        return string.Concat(name.Select(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c) ? '-' : c)) + "." + query.Format;
    }
}
