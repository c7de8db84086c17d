using System.Globalization;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Cells in A1 notation; columns are counted from 0 in code, rows from 1 as people see them.</summary>
public static class CellAddress
{
    /// <summary>Excel's last column is XFD, its last row 1,048,576.</summary>
    private const int MaxColumn = 16_384;

    public const int MaxRow = 1_048_576;

    public static string Of(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters;
    }

    /// <summary>Reads "B7"; false for anything that is no cell of a sheet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        var i = 0;
        column = 0;
        for (; i < text.Length && i < 4 && char.IsAsciiLetter(text[i]); i++)
        {
            column = column * 26 + (char.ToUpperInvariant(text[i]) - 'A' + 1);
        }

        var inSheet = column is > 0 and <= MaxColumn;
        column--;
        return int.TryParse(text[i..], NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && inSheet && row is > 0 and <= MaxRow;
    }
}

/// <summary>A rectangle of cells, as in "B7:C9".</summary>
internal readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public static bool TryParse(string text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0
            || !CellAddress.TryParse(text.AsSpan(0, colon), out var row1, out var column1)
            || !CellAddress.TryParse(text.AsSpan(colon + 1), out var row2, out var column2)) return false;

        range = new CellRange(Math.Min(row1, row2), Math.Min(column1, column2), Math.Max(row1, row2), Math.Max(column1, column2));
        return true;
    }

    public override string ToString() => $"{CellAddress.Of(FirstRow, FirstColumn)}:{CellAddress.Of(LastRow, LastColumn)}";
}
