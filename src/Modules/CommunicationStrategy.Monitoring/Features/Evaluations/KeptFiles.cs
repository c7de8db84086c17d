// The files of approved evaluations: made once, kept, and given out as they were made.
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Data;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Report;

namespace CommunicationStrategy.Monitoring.Features.Evaluations;

/// <summary>Makes and keeps the files of approved evaluations that are not kept yet, a few at a time. Run often; with nothing to do it does nothing.</summary>
[Requires(Permission.ApproveEvaluation)]
public sealed record KeepEvaluationFiles : ICommand;

internal sealed class KeepEvaluationFilesHandler(MonitoringDbContext db, KeptFiles files) : ICommandHandler<KeepEvaluationFiles>
{
    /// <summary>A job is short; the next run goes on.</summary>
    private const int AtOnce = 6;

    public async Task<Result> Handle(KeepEvaluationFiles command, CancellationToken cancellationToken)
    {
        var formats = files.Formats;
        var wanted = formats.Count * LocalizedText.Languages.Count;
        var open = await db.Evaluations.AsNoTracking().Where(e => e.State == EvaluationState.Approved && db.Files.Count(f => f.EvaluationId == e.Id) < wanted)
            .OrderByDescending(e => e.ApprovedAt).FirstOrDefaultAsync(cancellationToken);
        if (open is null) return Result.Success;
        var kept = await db.Files.AsNoTracking().Where(f => f.EvaluationId == open.Id).Select(f => new { f.Language, f.Format }).ToListAsync(cancellationToken);
        var missing = LocalizedText.Languages.SelectMany(l => formats.Select(f => new { Language = l, Format = f.Key })).Except(kept).Take(AtOnce);
        foreach (var file in missing)
        {
            var made = await files.GetAsync(open, file.Language, ExportFormat.Find(file.Format)!, cancellationToken);
            if (!made.IsSuccess) return made.Failure;
        }

        return Result.Success;
    }
}

internal sealed class KeptFiles(MonitoringDbContext db, IDatabase database, PdfPrinter printer, MonitoringOffice office, TimeProvider clock)
{
    /// <summary>What can be made here: without Chromium there is no PDF.</summary>
    public IReadOnlyList<ExportFormat> Formats => printer.WhyUnavailable is null ? ExportFormat.All : [.. ExportFormat.All.Where(f => !f.IsPrinted)];

    /// <summary>The evaluation as a file. Of an approved one the file that was made first, whoever asked for it; of a draft a new one.</summary>
    public async Task<Result<ExportedFile>> GetAsync(Evaluation evaluation, string language, ExportFormat format, CancellationToken cancellationToken)
    {
        var isKept = evaluation.State == EvaluationState.Approved;
        if (isKept && await FindAsync(evaluation.Id, language, format.Key, cancellationToken) is { } found) return found;
        var report = format.IsBrief ? EvaluationBrief.Of(evaluation, language, office.Name, clock.LocalTimeZone) : EvaluationReport.Of(evaluation, language, office.Name, clock.LocalTimeZone);
        var content = format.IsPrinted ? await PrintAsync(report, cancellationToken) : format.Key == "charts" ? EvaluationPictures.Zip(evaluation, report) : Write(report, format.Extension);
        if (!content.IsSuccess) return content.Failure;
        var file = new KeptFile(evaluation.Id, language, format.Key, FileName(report, language, format), content.Value, clock.GetUtcNow());
        if (!isKept) return Export(file);
        db.Files.Add(file);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Export(file);
        }
        catch (DbUpdateException exception) when (database.IsUniqueViolation(exception))
        {
            // Somebody was quicker: theirs is the one.
            db.ChangeTracker.Clear();
            return (await FindAsync(evaluation.Id, language, format.Key, cancellationToken))!;
        }
    }

    private async Task<ExportedFile?> FindAsync(Guid evaluationId, string language, string format, CancellationToken cancellationToken) =>
        await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.EvaluationId == evaluationId && f.Language == language && f.Format == format, cancellationToken) is { } file ? Export(file) : null;

    private static ExportedFile Export(KeptFile file) => new(file.Name, ExportFormat.Find(file.Format)!.MediaType, file.Content);

    private static Result<byte[]> Write(ReportDocument report, string extension)
    {
        using var output = new MemoryStream();
        switch (extension)
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
        var printed = await printer.PrintAsync(report, cancellationToken);
        return printed.Pdf is { } pdf ? pdf : Failure.Rule("monitoring.pdf-unavailable", printed.Problem!, printed.Problem!);
    }

    /// <summary>The report's title and period in its own language, without what a file name may not hold anywhere.</summary>
    private static string FileName(ReportDocument report, string language, ExportFormat format)
    {
        var name = $"{report.Title}, {report.Subtitle}{(report.Watermark is null ? "" : $" ({report.Watermark})")} [{language}]";
        return string.Concat(name.Select(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c) ? '-' : c)) + "." + format.Extension;
    }
}
