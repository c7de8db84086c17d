using System.Globalization;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Makes a table of the cells that a reader found: finds the header row, holds the limits, and names what does not fit.</summary>
internal sealed class TableBuilder(TableLimits limits, ProblemList problems)
{
    /// <summary>What is noted before the header row is known; a longer list helps nobody.</summary>
    private const int MaxNotes = 10_000;

    private readonly List<RawRow> _rows = [];
    private readonly List<Note> _notes = [];
    private readonly List<CellRange> _merged = [];
    private int? _header;
    private long _textLength;
    private bool _tooWide;

    public bool HasRows => _rows.Count > 0;

    /// <summary>Takes a row (the list is copied) and answers whether there is room for another.</summary>
    public bool AddRow(int number, List<string> cells, int? table = null, IReadOnlyDictionary<int, CellAside>? asides = null)
    {
        problems.Table = table;
        var filled = 0;
        var width = 0;
        for (var column = 0; column < cells.Count; column++)
        {
            if (string.IsNullOrWhiteSpace(cells[column])) continue;
            if (column >= limits.MaxColumns)
            {
                RefuseWidth(number, column);
                break;
            }

            filled++;
            width = column + 1;
            cells[column] = Bounded(number, column, cells[column]);
        }

        if (filled == 0) return true;
        if (_rows.Count > (_header ?? 0) + limits.MaxRows)
        {
            problems.Add(TableCodes.TooManyRows, number, 0, $"the table has more than {Number(limits.MaxRows)} rows, the most that can be read. Split it into several files.", ("limit", Number(limits.MaxRows)));
            return false;
        }

        if (filled >= 2) _header ??= _rows.Count;
        _rows.Add(new RawRow(number, [.. cells.Take(width)], table, asides));
        return true;
    }

    /// <summary>Notes a cell that may not be trusted; it counts only if it lies in the table and not in a title above it.</summary>
    public void NoteFormula(int row, int column) => AddNote(new Note(row, column, null));

    public void NoteError(int row, int column, string value) => AddNote(new Note(row, column, value));

    public void NoteMerged(CellRange range)
    {
        if (_merged.Count < MaxNotes) _merged.Add(range);
    }

    public TableReading Build()
    {
        if (!HasRows)
        {
            problems.Add(TableCodes.Empty, "there is no table in it: every cell is empty. Check that you sent the right file.");
            return new TableReading(null, problems.ToList());
        }

        var headerAt = _header ?? 0;
        var header = _rows[headerAt];
        var headers = header.Cells.Select(Folded).ToArray();
        problems.Table = header.Table;
        CheckHeaders(header.Number, headers);
        CheckMerged(header.Number, headers.Length);
        foreach (var note in _notes.Where(n => n.Row >= header.Number)) Report(note);

        var data = _rows.Skip(headerAt + 1).ToList();
        var missing = new HashSet<int>();
        foreach (var row in data)
        {
            problems.Table = row.Table;
            CheckUnderHeader(row, headers, missing);
        }

        problems.Table = header.Table;
        if (data.Count == 0)
        {
            problems.Add(TableCodes.NoRows, header.Number, 0, "there is a header row, but no rows below it. Check that you sent the right file.");
        }

        var rows = data.ConvertAll(row => new TableRow(row.Number, Padded(row.Cells, headers.Length), row.Table, row.Asides));
        return new TableReading(new Table { FileName = problems.FileName, SheetName = problems.SheetName, Headers = headers, Rows = rows }, problems.ToList());
    }

    private void AddNote(Note note)
    {
        if (_notes.Count < MaxNotes) _notes.Add(note);
    }

    private void RefuseWidth(int row, int column)
    {
        if (_tooWide) return;
        _tooWide = true;
        problems.Add(TableCodes.TooManyColumns, row, column, $"the table has more than {Number(limits.MaxColumns)} columns, the most that can be read. Delete the columns that are not needed.", ("limit", Number(limits.MaxColumns)));
    }

    private string Bounded(int row, int column, string text)
    {
        if (text.Length > limits.MaxCellLength)
        {
            problems.Add(TableCodes.CellTooLong, row, column, $"the text is longer than {Number(limits.MaxCellLength)} characters. Shorten it, or keep it in a document of its own.", ("limit", Number(limits.MaxCellLength)));
            text = text[..limits.MaxCellLength];
        }

        _textLength += text.Length;
        if (_textLength > limits.MaxTextLength)
        {
            throw new TableRefusedException(TableCodes.TooLarge, $"its cells hold more than {Number(limits.MaxTextLength)} characters in all, the most that can be read. Split it into several files.", ("limit", Number(limits.MaxTextLength)), ("unit", "characters"));
        }

        return text;
    }

    private void CheckHeaders(int row, string[] headers)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var column = 0; column < headers.Length; column++)
        {
            if (headers[column].Length == 0 || seen.TryAdd(headers[column], column)) continue;
            var first = CellAddress.Of(row, seen[headers[column]]);
            problems.Add(TableCodes.DuplicateHeader, row, column, $"the header “{headers[column]}” is already used in {first}. Give each column a header of its own.", ("header", headers[column]), ("first", first));
        }
    }

    private void CheckMerged(int headerRow, int width)
    {
        var lastRow = _rows[^1].Number;
        foreach (var range in _merged.Where(m => m.LastRow >= headerRow && m.FirstRow <= lastRow && m.FirstColumn < width))
        {
            problems.Add(TableCodes.MergedCell, range.FirstRow, range.FirstColumn, $"the cells {range} are merged, so it is not clear which row and column the text belongs to. Unmerge them and fill in each cell.", ("range", range.ToString()));
        }
    }

    private void CheckUnderHeader(RawRow row, string[] headers, HashSet<int> missing)
    {
        for (var column = 0; column < row.Cells.Length; column++)
        {
            if (string.IsNullOrWhiteSpace(row.Cells[column])) continue;
            if (column >= headers.Length)
            {
                problems.Add(TableCodes.ExtraCell, row.Number, column, $"the row has more cells than the header, which has {Number(headers.Length)}. Give the column a header, or put quotes around a text that holds the separator.", ("columns", Number(headers.Length)));
                return;
            }

            if (headers[column].Length == 0 && missing.Add(column))
            {
                problems.Add(TableCodes.MissingHeader, row.Number, column, $"the cell is filled, but column {CellAddress.Letters(column)} has no header. Give the column a header, or empty it.");
            }
        }
    }

    private void Report(Note note)
    {
        if (note.ErrorValue is null)
        {
            problems.Add(TableCodes.Formula, note.Row, note.Column, "the cell holds a formula, whose result may be out of date. Replace it with its value (copy, then paste as values).");
        }
        else
        {
            problems.Add(TableCodes.ErrorValue, note.Row, note.Column, $"the cell shows the error {note.ErrorValue}. Replace it with the right value, or empty it.", ("value", note.ErrorValue));
        }
    }

    private static string[] Padded(string[] cells, int width)
    {
        if (cells.Length == width) return cells;
        var padded = new string[width];
        Array.Fill(padded, "");
        cells.AsSpan(0, Math.Min(cells.Length, width)).CopyTo(padded);
        return padded;
    }

    private static string Folded(string header) => string.Join(' ', header.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private readonly record struct RawRow(int Number, string[] Cells, int? Table, IReadOnlyDictionary<int, CellAside>? Asides);

    private readonly record struct Note(int Row, int Column, string? ErrorValue);
}
