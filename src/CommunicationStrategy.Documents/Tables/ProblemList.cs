using System.Globalization;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Collects problems of one file, words their place, and lists at most a page of each kind.</summary>
internal sealed class ProblemList(string fileName)
{
    /// <summary>Nobody reads more of one kind; the rest is counted.</summary>
    private const int ListedPerCode = 100;

    private readonly List<TableProblem> _problems = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public string FileName => fileName;

    public string? SheetName { get; set; }

    /// <summary>The table of a document that is being read, from 1.</summary>
    public int? Table { get; set; }

    public void Add(string code, string message, params (string Key, string Value)[] args) => Add(code, null, message, args);

    public void Add(string code, int row, int column, string message, params (string Key, string Value)[] args) =>
        Add(code, CellAddress.Of(row, column), message, args);

    /// <summary>Something a person should know, which stops nothing.</summary>
    public void Remark(string code, int? row, string message, params (string Key, string Value)[] args) =>
        Add(code, row is { } number ? CellAddress.Of(number, 0) : null, message, args, isRemark: true);

    public IReadOnlyList<TableProblem> ToList()
    {
        Table = null;
        foreach (var (code, count) in _counts.Where(c => c.Value > ListedPerCode).ToList())
        {
            var more = (count - ListedPerCode).ToString(CultureInfo.InvariantCulture);
            _problems.Add(New(TableCodes.More, null, $"{more} more problems of the same kind ({code}) are not listed. Mend those above and read the file again.", [("of", code), ("count", more)], _problems.First(p => p.Code == code).IsRemark));
        }

        return _problems;
    }

    public void Add(TableRefusedException refused) => Add(refused.Code, refused.Cell, refused.Message, refused.Args);

    private void Add(string code, string? cell, string message, (string Key, string Value)[] args, bool isRemark = false)
    {
        var count = _counts.GetValueOrDefault(code) + 1;
        _counts[code] = count;
        if (count <= ListedPerCode) _problems.Add(New(code, cell, message, args, isRemark));
    }

    private TableProblem New(string code, string? cell, string message, (string Key, string Value)[] args, bool isRemark)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["file"] = fileName };
        var place = $"File “{fileName}”";
        if (SheetName is not null)
        {
            all["sheet"] = SheetName;
            place += $", sheet “{SheetName}”";
        }

        if (Table is { } table)
        {
            all["table"] = table.ToString(CultureInfo.InvariantCulture);
            place += $", table {all["table"]}";
        }

        if (cell is not null)
        {
            all["cell"] = cell;
            place += $", cell {cell}";
        }

        foreach (var (key, value) in args) all[key] = value;
        return new TableProblem(code, cell, $"{place}: {message}", all, Table, isRemark);
    }
}

/// <summary>Ends reading at once; becomes a problem in <see cref="TableFile"/> and never leaves this folder.</summary>
internal sealed class TableRefusedException : Exception
{
    public TableRefusedException(string code, string message, params (string Key, string Value)[] args)
        : this(code, null, message, args)
    {
    }

    public TableRefusedException(string code, string? cell, string message, params (string Key, string Value)[] args)
        : base(message)
    {
        Code = code;
        Cell = cell;
        Args = args;
    }

    public string Code { get; }

    public string? Cell { get; }

    public (string Key, string Value)[] Args { get; }
}
