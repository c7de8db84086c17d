using System.Globalization;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Walks through the rows of one sheet and hands their texts to the table.</summary>
internal sealed class XlsxSheet(PartXml xml, IReadOnlyList<string> strings, XlsxStyles styles, TableLimits limits, TableBuilder table)
{
    /// <summary>Of rows and merged ranges below the sheet's root; drawings have elements of the same name, deeper down.</summary>
    private const int Level = 2;

    private readonly List<string> _cells = [];

    public void Read(CancellationToken cancellationToken)
    {
        var row = 0;
        while (xml.Next())
        {
            if (xml.Depth == Level && xml.AtStart("row"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var number = xml["r"] is null ? row + 1 : xml.Number("r") ?? 0;
                if (number <= row || number > CellAddress.MaxRow) throw new InvalidDataException("Rows are out of order.");
                row = number;
                ReadCells(row);
                if (!table.AddRow(row, _cells)) return;
            }
            else if (xml.Depth == Level && xml.AtStart("mergeCell"))
            {
                if (!CellRange.TryParse(xml["ref"] ?? "", out var range)) throw new InvalidDataException("A merged range has no place.");
                table.NoteMerged(range);
            }
        }
    }

    private void ReadCells(int row)
    {
        _cells.Clear();
        if (xml.IsEmpty) return;
        var end = xml.Depth;
        var column = -1;
        while (xml.Next() && xml.Depth > end)
        {
            if (!xml.AtStart("c")) continue;
            column++;
            if (xml["r"] is { } reference)
            {
                if (!CellAddress.TryParse(reference, out var itsRow, out var itsColumn) || itsRow != row || itsColumn < column) throw new InvalidDataException("Cells are out of order.");
                column = itsColumn;
            }

            var text = ReadCell(row, column);
            if (text.Length == 0) continue;
            while (_cells.Count < column) _cells.Add("");
            _cells.Add(text);
        }
    }

    private string ReadCell(int row, int column)
    {
        var type = xml["t"];
        var style = xml.Number("s") ?? 0;
        if (xml.IsEmpty) return "";
        var value = "";
        string? formula = null;
        var end = xml.Depth;
        while (xml.Next() && xml.Depth > end)
        {
            if (xml.AtStart("v")) value = xml.Text(limits.MaxCellLength);
            else if (xml.AtStart("is")) value = xml.RichText(limits.MaxCellLength);
            else if (xml.AtStart("f")) formula = xml.Text(limits.MaxCellLength);
        }

        // LibreOffice saves a plain yes or no as a formula without arguments, which cannot be out of date.
        if (formula is "TRUE()" or "FALSE()") return formula[..^2];
        if (formula is not null)
        {
            table.NoteFormula(row, column);
            return "=" + formula;
        }

        switch (type)
        {
            case "s":
                return Index(value) is { } index && index < strings.Count ? strings[index] : throw new InvalidDataException("A shared text is missing.");
            case "str":
                return PartXml.Unescaped(value);
            case "inlineStr":
                return value;
            case "b":
                return value switch { "" => "", "1" or "true" => "TRUE", _ => "FALSE" };
            case "e":
                table.NoteError(row, column, value);
                return value;
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) ? styles.Show(date, style) : value;
            default:
                if (value.Length == 0) return "";
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? styles.Show(number, style)
                    : throw new InvalidDataException("A number is none.");
        }
    }

    private static int? Index(string text) =>
        int.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
