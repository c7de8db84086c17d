// Takes a file in: reads its table, guesses what the columns mean (or remembers), and keeps every cell. The plan is not touched.
using System.Security.Cryptography;
using System.Text.Json;
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain.Imports;
using CommunicationStrategy.ActionPlan.Features.Amendments;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

/// <summary>Uploads a plan's table as XLSX, DOCX or CSV, at most 20 MB and 20,000 rows. What it is, is told by its bytes, not by its name.</summary>
/// <param name="Language">The language of its texts: ro, ru, en or another ISO 639-1 code.</param>
[Requires(Permission.ImportActionPlan)]
public sealed record UploadPlanFile(Guid PlanId, string FileName, byte[] Content, string Language) : ICommand<Guid>;

internal sealed class UploadPlanFileValidator : AbstractValidator<UploadPlanFile>
{
    public UploadPlanFileValidator()
    {
        RuleFor(c => c.Content).Must(c => c.Length > 0).OverridePropertyName("File").WithErrorCode("action-plan.file-missing").WithMessage("Choose a file.");
        RuleFor(c => c.FileName).NotEmpty().MaximumLength(255).OverridePropertyName("File");
        RuleFor(c => c.Language).Matches("^[a-z]{2}$").WithErrorCode("action-plan.language-form").WithMessage("The language is two letters, such as ro.");
    }
}

internal sealed class UploadPlanFileHandler(ActionPlanDbContext db) : ICommandHandler<UploadPlanFile, Guid>
{
    public async Task<Result<Guid>> Handle(UploadPlanFile command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
        if (plan is null) return Failure.NotFound("Plan", command.PlanId);
        if (plan.MustBeWritten() is { IsSuccess: false } not && plan.Status != Contracts.ActionPlan.PlanStatus.InForce) return not.Failure;
        if (plan.Status == Contracts.ActionPlan.PlanStatus.InForce && (await db.AmendingAsync(plan, cancellationToken)).Failure is { } unamended) return unamended;

        using var content = new MemoryStream(command.Content, writable: false);
        var reading = TableFile.Read(content, command.FileName, cancellationToken: cancellationToken);
        if (reading.Table is not { } table)
        {
            // What refuses the whole file comes last; what was found in single cells before is told once the file can be read.
            return Failure.Invalid([.. reading.Problems.Where(p => p.Code != TableCodes.More && !p.IsRemark).TakeLast(1).Select(p => new FieldError("File", p.Code, p.Message))]);
        }

        var key = ColumnGuess.LayoutKey(table.Headers);
        var remembered = await db.Set<ImportLayout>().AsNoTracking().SingleOrDefaultAsync(l => l.Key == key, cancellationToken);
        var columns = remembered is null ? ColumnGuess.Guess(table.Headers) : JsonSerializer.Deserialize<List<PlanColumn>>(remembered.ColumnsJson)!;
        var batch = new ImportBatch(
            command.PlanId, command.FileName, Convert.ToHexStringLower(SHA256.HashData(command.Content)), command.Language, table.Headers,
            [.. table.Rows.Select(r => new ImportedRow(r.Number, r.Cells, r.Table, r.Asides))],
            [.. reading.Problems.Select(p => new ImportFinding(!p.IsRemark, p.Code, p.Cell, p.Message, Facts(p), p.Table))], columns);
        db.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        return batch.Id;
    }

    // As in the findings of rows, the cell comes first; then the problem's own facts in the order of their keys (TableCodes).
    private static IReadOnlyList<string> Facts(TableProblem problem) =>
        [problem.Cell ?? "", .. problem.Args.Where(a => a.Key is not ("file" or "sheet" or "table" or "cell")).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value)];
}
