// One import: its columns with examples, its findings, its counts and how far it is.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain.Imports;

namespace CommunicationStrategy.ActionPlan.Features.Imports;

[Requires(Permission.ImportActionPlan)]
public sealed record GetImport(Guid Id) : IQuery<ImportDetails>;

/// <param name="Differences">At most 500 of what the file says otherwise than the plan.</param>
/// <param name="AmendmentId">The amendment that took the changes, for a plan in force.</param>
/// <param name="Findings">At most 500; <paramref name="FindingCount"/> is the number of all. Errors first.</param>
public sealed record ImportDetails(
    Guid Id, Guid PlanId, string FileName, string Language, ImportState State, int RowCount, int RowsDone, int ErrorCount,
    IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportFinding> Findings, int FindingCount, ImportCounts? Counts, IReadOnlyList<ImportDifference> Differences, int DifferenceCount, Guid? AmendmentId, DateTimeOffset? FinishedAt, string CreatedBy, DateTimeOffset CreatedAt);

/// <summary>A column of the file, what it means, and what its first filled cells say.</summary>
public sealed record ImportColumn(string Letter, string Header, PlanColumn Meaning, IReadOnlyList<string> Examples);

internal sealed class GetImportHandler(ActionPlanDbContext db) : IQueryHandler<GetImport, ImportDetails>
{
    private const int MaxFindings = 500;

    public async Task<Result<ImportDetails>> Handle(GetImport query, CancellationToken cancellationToken)
    {
        var batch = await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == query.Id, cancellationToken);
        if (batch is null) return Failure.NotFound("Import", query.Id);

        var rows = batch.Rows();
        var meanings = batch.Columns();
        var columns = batch.Headers().Select((header, i) => new ImportColumn(
            Documents.Tables.CellAddress.Letters(i), header, meanings[i], [.. rows.Select(r => r.Cells[i]).Where(c => c.Length > 0).Distinct().Take(2)])).ToList();
        var findings = batch.State is ImportState.Uploaded or ImportState.Checking ? batch.FileFindings() : batch.Findings();
        var differences = batch.Differences();
        return new ImportDetails(
            batch.Id, batch.PlanId, batch.FileName, batch.Language, batch.State, batch.RowCount, batch.RowsDone, batch.ErrorCount, columns,
            [.. findings.Take(MaxFindings)], findings.Count, batch.Counts(), [.. differences.Take(MaxFindings)], differences.Count, batch.AmendmentId, batch.FinishedAt, batch.CreatedBy, batch.CreatedAt);
    }
}

/// <summary>All imports, newest first.</summary>
[Requires(Permission.ImportActionPlan)]
public sealed record ListImports(int Page = 1, int Size = Paging.DefaultSize) : IQuery<Page<ImportRow>>;

public sealed record ImportRow(Guid Id, Guid PlanId, string FileName, ImportState State, int RowCount, int ErrorCount, string CreatedBy, DateTimeOffset CreatedAt);

internal sealed class ListImportsHandler(ActionPlanDbContext db) : IQueryHandler<ListImports, Page<ImportRow>>
{
    public async Task<Result<Page<ImportRow>>> Handle(ListImports query, CancellationToken cancellationToken) =>
        await db.Set<ImportBatch>().AsNoTracking().OrderByDescending(b => b.CreatedAt).ThenByDescending(b => b.Id)
            .Select(b => new ImportRow(b.Id, b.PlanId, b.FileName, b.State, b.RowCount, b.ErrorCount, b.CreatedBy, b.CreatedAt))
            .ToPageAsync(query.Page, query.Size, cancellationToken);
}
