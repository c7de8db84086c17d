// One file on its way into a plan: the table as read, what its columns mean, what the check found, and how far it is.
using System.Text.Json;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.ActionPlan.Domain.Imports;

public enum ImportState { Uploaded, Checking, Checked, Importing, Imported, Failed, Undone }

/// <summary>A row of the uploaded table; the number is the one a spreadsheet shows, in a document its place in the table of that number.</summary>
/// <param name="Asides">What a document's cell says beside its value, by column.</param>
public sealed record ImportedRow(int Number, IReadOnlyList<string> Cells, int? Table = null, IReadOnlyDictionary<int, CellAside>? Asides = null);

/// <summary>One finding: an error stops the import, a remark does not. <paramref name="Cell"/> is in A1 notation, <paramref name="Table"/> the table of a document.</summary>
public sealed record ImportFinding(bool IsError, string Code, string? Cell, string Message, IReadOnlyList<string> Args, int? Table = null);

/// <summary>What a row does to the plan. Gone: the plan has the number, the file does not.</summary>
public enum ImportEffect { Added, Changed, Gone }

/// <summary>One difference between the file and the plan, with the fields that differ; an added row has none.</summary>
/// <param name="Cell">Where its number stands in the file; null for what is gone.</param>
public sealed record ImportDifference(ImportEffect Effect, string Number, string Title, string? Cell, IReadOnlyList<LineChange> Changes, int? Table = null);

/// <summary>What an import did to one activity, so that it can be undone: its text before (null: it was added) and its version since.</summary>
internal sealed record ImportedEffect(ImportEffect Effect, Guid? ActivityId, PlanLine? Before, int VersionSince);

/// <summary>What the check counted.</summary>
public sealed record ImportCounts(int Rows, int Resolved, int StartOnly, int AwaitingTrigger, int Unresolved, int UnknownInstitutions)
{
    public int Added { get; init; }
    public int Changed { get; init; }
    public int Gone { get; init; }
    public int Same => Rows - Added - Changed;
}

/// <summary>An import. The original text of every cell stays here and with each activity.</summary>
internal sealed class ImportBatch : Root
{
    private ImportBatch()
    {
    }

    public ImportBatch(Guid planId, string fileName, string fileHash, string language, IReadOnlyList<string> headers, IReadOnlyList<ImportedRow> rows, IReadOnlyList<ImportFinding> fileFindings, IReadOnlyList<PlanColumn> columns)
    {
        (PlanId, FileName, FileHash, Language, RowCount) = (planId, fileName, fileHash, language, rows.Count);
        LayoutKey = ColumnGuess.LayoutKey(headers);
        HeadersJson = JsonSerializer.Serialize(headers);
        RowsJson = JsonSerializer.Serialize(rows);
        FileFindingsJson = JsonSerializer.Serialize(fileFindings);
        ColumnsJson = JsonSerializer.Serialize(columns);
    }

    public Guid PlanId { get; private set; }
    public string FileName { get; private set; } = "";
    public string FileHash { get; private set; } = "";

    /// <summary>The language of the table's texts.</summary>
    public string Language { get; private set; } = "ro";
    public string LayoutKey { get; private set; } = "";
    public ImportState State { get; private set; }
    public int RowCount { get; private set; }
    public int RowsDone { get; private set; }
    public int ErrorCount { get; private set; }
    public string HeadersJson { get; private set; } = "[]";
    public string RowsJson { get; private set; } = "[]";
    public string ColumnsJson { get; private set; } = "[]";
    public string FileFindingsJson { get; private set; } = "[]";
    public string FindingsJson { get; private set; } = "[]";
    public string? CountsJson { get; private set; }
    public string DifferencesJson { get; private set; } = "[]";
    public string EffectsJson { get; private set; } = "[]";

    /// <summary>Activities that the file no longer has are given up too.</summary>
    public bool EndsGone { get; private set; }

    /// <summary>The amendment that took the changes, for a plan in force.</summary>
    public Guid? AmendmentId { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    public IReadOnlyList<string> Headers() => Read<List<string>>(HeadersJson);
    public IReadOnlyList<ImportedRow> Rows() => Read<List<ImportedRow>>(RowsJson);
    public IReadOnlyList<PlanColumn> Columns() => Read<List<PlanColumn>>(ColumnsJson);
    public IReadOnlyList<ImportFinding> FileFindings() => Read<List<ImportFinding>>(FileFindingsJson);
    public IReadOnlyList<ImportFinding> Findings() => Read<List<ImportFinding>>(FindingsJson);
    public IReadOnlyList<ImportDifference> Differences() => Read<List<ImportDifference>>(DifferencesJson);
    public IReadOnlyList<ImportedEffect> Effects() => Read<List<ImportedEffect>>(EffectsJson);
    public ImportCounts? Counts() => CountsJson is null ? null : Read<ImportCounts>(CountsJson);

    public Result MapColumns(IReadOnlyList<PlanColumn> columns)
    {
        if (State is ImportState.Importing or ImportState.Imported or ImportState.Undone) return Failure.Rule("action-plan.import-over", "This file has been imported already.");
        if (columns.Count != Headers().Count) return Failure.Invalid("Columns", "action-plan.columns-count", "Every column of the file needs a meaning.");
        var twice = columns.Where(c => c != PlanColumn.Ignore).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) return Failure.Invalid("Columns", "action-plan.column-twice", "Two columns have the same meaning.");
        if (!columns.Contains(PlanColumn.Number)) return Failure.Invalid("Columns", "action-plan.column-number", "Say which column holds the number.");
        if (!columns.Contains(PlanColumn.Action) && !columns.Contains(PlanColumn.SubAction)) return Failure.Invalid("Columns", "action-plan.column-action", "Say which column holds the action.");
        ColumnsJson = JsonSerializer.Serialize(columns);
        (State, RowsDone, FinishedAt) = (ImportState.Checking, 0, null);
        return Result.Success;
    }

    public void Progressed(int rows) => RowsDone = rows;

    public void Check(IReadOnlyList<ImportFinding> findings, ImportCounts counts, IReadOnlyList<ImportDifference> differences)
    {
        DifferencesJson = JsonSerializer.Serialize(differences);
        FindingsJson = JsonSerializer.Serialize(findings);
        CountsJson = JsonSerializer.Serialize(counts);
        (State, RowsDone, ErrorCount) = (ImportState.Checked, RowCount, findings.Count(f => f.IsError));
    }

    public Result StartImport(bool endGone)
    {
        if (State is ImportState.Imported or ImportState.Undone) return Failure.Rule("action-plan.import-over", "This file has been imported already.");
        if (State != ImportState.Checked) return Failure.Rule("action-plan.import-not-checked", "The file is checked before it is imported.");
        if (ErrorCount > 0) return Failure.Rule("action-plan.import-has-errors", "The file has errors; nothing was written. Correct them in the file and upload it again.");
        (State, EndsGone) = (ImportState.Importing, endGone);
        return Result.Success;
    }

    public void Finish(DateTimeOffset at, IReadOnlyList<ImportedEffect> effects, Guid? amendmentId)
    {
        EffectsJson = JsonSerializer.Serialize(effects);
        (State, FinishedAt, AmendmentId) = (ImportState.Imported, at, amendmentId);
    }

    public Result Undo()
    {
        if (State != ImportState.Imported) return Failure.Rule("action-plan.import-not-imported", "Only an import that was carried out can be undone.");
        if (AmendmentId is not null) return Failure.Rule("action-plan.import-in-amendment", "Its rows are proposals of an amendment: take them back there, or withdraw the amendment.");
        State = ImportState.Undone;
        return Result.Success;
    }

    /// <summary>Nothing was written; the findings say why, and the file can be checked again.</summary>
    public void Fail(IReadOnlyList<ImportFinding> findings)
    {
        FindingsJson = JsonSerializer.Serialize(findings);
        (State, ErrorCount) = (ImportState.Failed, findings.Count(f => f.IsError));
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}

/// <summary>What an officer said of a layout's columns, for the next file that looks the same.</summary>
internal sealed class ImportLayout(string key, string columnsJson) : Root
{
    public string Key { get; private set; } = key;
    public string ColumnsJson { get; private set; } = columnsJson;

    public void Remember(IReadOnlyList<PlanColumn> columns) => ColumnsJson = JsonSerializer.Serialize(columns);
}
