namespace CommunicationStrategy.Documents.Tables;

/// <summary>A table as an office program shows it: one header row, then rows of text.</summary>
public sealed class Table
{
    public required string FileName { get; init; }

    /// <summary>The sheet it was read from; null for CSV and for documents.</summary>
    public string? SheetName { get; init; }

    /// <summary>Trimmed, line breaks and repeated blanks folded into one blank; empty where a column has no header.</summary>
    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>Rows with at least one filled cell, in the order of the file; blank rows are left out.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }
}

/// <summary>A row; <paramref name="Number"/> is what a spreadsheet shows at its left edge.</summary>
/// <param name="Number">Counted from 1, title and header rows included.</param>
/// <param name="Cells">As written, only line breaks made uniform (LF); as many as there are headers.</param>
/// <param name="Table">Which table of a document the row stands in, from 1; the number then counts its rows. Null for sheets and CSV.</param>
/// <param name="Asides">What stands in a document's cell but is not its value, by column; null where there is nothing.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells, int? Table = null, IReadOnlyDictionary<int, CellAside>? Asides = null);

/// <summary>What a cell says beside its value.</summary>
/// <param name="Struck">Text that was struck through, as a revised deadline is; its pieces joined by " -> ".</param>
/// <param name="Note">The text of its footnotes.</param>
public sealed record CellAside(string? Struck, string? Note);

/// <summary>What came of reading a file. With any problem but a remark nothing may be written; the table is still there to be shown where it could be read.</summary>
public sealed record TableReading(Table? Table, IReadOnlyList<TableProblem> Problems);

/// <summary>One thing a person has to mend in the file, or should know about it.</summary>
/// <param name="Code">One of <see cref="TableCodes"/>, stable, the key of its translation.</param>
/// <param name="Cell">In A1 notation, for CSV too; null where the whole file is meant.</param>
/// <param name="Message">Plain English: where, what, and what to do.</param>
/// <param name="Args">What a translation needs: always "file"; "sheet" (of a workbook) or "table" (of a document) and "cell" where known; others by code.</param>
/// <param name="Table">The table of a document, from 1.</param>
/// <param name="IsRemark">Something a person should know, which stops nothing.</param>
public sealed record TableProblem(string Code, string? Cell, string Message, IReadOnlyDictionary<string, string> Args, int? Table = null, bool IsRemark = false);

/// <summary>How much a reader accepts before it refuses.</summary>
public sealed record TableLimits
{
    public static TableLimits Default { get; } = new();

    /// <summary>Size of the file as uploaded.</summary>
    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Filled rows, the header not counted.</summary>
    public int MaxRows { get; init; } = 20_000;

    public int MaxColumns { get; init; } = 200;

    /// <summary>Characters in a cell; the default is what Excel itself allows.</summary>
    public int MaxCellLength { get; init; } = 32_767;

    /// <summary>Characters of all cells together, so that memory stays bounded whatever the file repeats.</summary>
    public long MaxTextLength { get; init; } = 40_000_000;

    /// <summary>Bytes that a zipped file may unpack to, counted while unpacking.</summary>
    public long MaxUnpackedBytes { get; init; } = 400L * 1024 * 1024;

    public int MaxEntries { get; init; } = 2_000;

    /// <summary>Unpacked bytes per byte of the file, watched from 10 MB unpacked on: small files may be dense.</summary>
    public double MaxCompressionRatio { get; init; } = 200;
}
