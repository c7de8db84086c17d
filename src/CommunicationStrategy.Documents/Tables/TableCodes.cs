namespace CommunicationStrategy.Documents.Tables;

/// <summary>The codes of <see cref="TableProblem"/>, with the arguments each carries besides file, sheet or table, and cell.</summary>
public static class TableCodes
{
    public const string BrokenFile = "table.broken-file";
    /// <summary>limit (megabytes, or characters with unit "characters").</summary>
    public const string TooLarge = "table.too-large";
    /// <summary>byte (offset, from 1), row, column; none where the encoding itself is not supported.</summary>
    public const string WrongEncoding = "table.wrong-encoding";
    /// <summary>kind: what the file looks like.</summary>
    public const string UnknownFormat = "table.unknown-format";
    public const string OldExcel = "table.old-excel";
    public const string Password = "table.password";
    public const string Macros = "table.macros";
    public const string ZipBomb = "table.zip-bomb";
    public const string Empty = "table.empty";
    /// <summary>A header row and nothing below it.</summary>
    public const string NoRows = "table.no-rows";
    /// <summary>header, first (cell of the first one).</summary>
    public const string DuplicateHeader = "table.duplicate-header";
    /// <summary>A filled cell in a column that has no header.</summary>
    public const string MissingHeader = "table.missing-header";
    /// <summary>columns: how many the header has.</summary>
    public const string ExtraCell = "table.extra-cell";
    /// <summary>limit.</summary>
    public const string TooManyRows = "table.too-many-rows";
    /// <summary>limit.</summary>
    public const string TooManyColumns = "table.too-many-columns";
    /// <summary>limit.</summary>
    public const string CellTooLong = "table.cell-too-long";
    public const string UnbalancedQuote = "table.unbalanced-quote";
    /// <summary>range.</summary>
    public const string MergedCell = "table.merged-cell";
    public const string Formula = "table.formula";
    /// <summary>value, as in "#N/A".</summary>
    public const string ErrorValue = "table.error-value";
    /// <summary>A remark: a table of the document whose headers are not the plan's.</summary>
    public const string OtherTable = "table.other-table";
    /// <summary>A remark: text. A row merged into one cell that is no heading, such as a note or the risks of an objective.</summary>
    public const string SpanningRow = "table.spanning-row";
    /// <summary>A remark: every text of the row is struck through.</summary>
    public const string StruckRow = "table.struck-row";
    /// <summary>of (a code of this list), count: how many more there are than were listed.</summary>
    public const string More = "table.more";

    public static IReadOnlyList<string> All { get; } =
    [
        BrokenFile, TooLarge, WrongEncoding, UnknownFormat, OldExcel, Password, Macros, ZipBomb, Empty, NoRows,
        DuplicateHeader, MissingHeader, ExtraCell, TooManyRows, TooManyColumns, CellTooLong, UnbalancedQuote,
        MergedCell, Formula, ErrorValue, OtherTable, SpanningRow, StruckRow, More,
    ];
}
