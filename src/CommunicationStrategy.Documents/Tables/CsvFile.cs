using System.Globalization;
using CsvHelper;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Reads CSV; each record is a row as a spreadsheet shows it, however many lines its cells have.</summary>
internal static class CsvFile
{
    public static TableReading Read(byte[] bytes, TableLimits limits, ProblemList problems, CancellationToken cancellationToken)
    {
        var text = CsvText.Decode(bytes);
        if (text.FirstInvalid is { } offset) throw WrongEncoding(text.Bytes, offset, cancellationToken);

        var table = new TableBuilder(limits, problems);
        foreach (var record in Records(text.Bytes, cancellationToken))
        {
            if (record.BadQuote is { } column)
            {
                problems.Add(TableCodes.UnbalancedQuote, record.Number, column, "a quotation mark (\") opens or closes a text where it should not, so that cells may run together. Close each text with a quotation mark, and write one inside a text twice (\"\").");
            }

            if (!table.AddRow(record.Number, record.Cells)) break;
        }

        return table.Build();
    }

    /// <summary>Records with their number; the list of cells is used again for the next one. The separator is found by the library.</summary>
    private static IEnumerable<Record> Records(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
    {
        // A spreadsheet shows an empty line as a row, so it has a number.
        var options = new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false };
        using var reader = CsvReader.Create(utf8, options);
        var cells = new List<string>();
        var number = 0;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            cells.Clear();
            int? badQuote = null;
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (HasBadQuote(reader.GetRawSpan(column))) badQuote ??= column;
                var cell = reader.GetString(column);
                cells.Add(cell.Contains('\r', StringComparison.Ordinal) ? cell.ReplaceLineEndings("\n") : cell);
            }

            yield return new Record(number, cells, badQuote);
        }
    }

    /// <summary>Whether a quoted cell is not closed where it ends, or one that is not quoted holds an odd quotation mark.</summary>
    private static bool HasBadQuote(ReadOnlySpan<byte> raw)
    {
        const byte quote = (byte)'"';
        var first = raw.IndexOf(quote);
        if (first < 0) return false;
        // He said "yes": pairs inside a plain text are as harmless as any other letter.
        if (first > 0) return raw.Count(quote) % 2 != 0;

        var rest = raw[1..];
        while (rest.IndexOf(quote) is var close && close >= 0)
        {
            rest = rest[(close + 1)..];
            if (rest.IsEmpty || rest[0] != quote) return rest.ContainsAnyExcept((byte)' ', (byte)'\t');
            rest = rest[1..];
        }

        return true;
    }

    /// <summary>Finds the cell by reading what comes before the first bad byte, ended by a mark that stands for it.</summary>
    private static TableRefusedException WrongEncoding(ReadOnlyMemory<byte> before, int offset, CancellationToken cancellationToken)
    {
        var (row, column) = (1, 0);
        foreach (var record in Records((byte[])[.. before.Span, (byte)'?'], cancellationToken))
        {
            (row, column) = (record.Number, record.Cells.Count - 1);
        }

        var cell = CellAddress.Of(row, column);
        var rowText = row.ToString(CultureInfo.InvariantCulture);
        var columnText = (column + 1).ToString(CultureInfo.InvariantCulture);
        var byteText = (offset + 1).ToString(CultureInfo.InvariantCulture);
        return new TableRefusedException(
            TableCodes.WrongEncoding,
            cell,
            $"row {rowText}, column {columnText} holds a letter that is not written in UTF-8 (byte {byteText} of the file), so letters such as ș, ț or и would be lost. Save the file as “CSV UTF-8” and send it again.",
            ("row", rowText), ("column", columnText), ("byte", byteText));
    }

    /// <param name="Number">From 1.</param>
    /// <param name="BadQuote">The first column with a quotation mark out of place.</param>
    private readonly record struct Record(int Number, List<string> Cells, int? BadQuote);
}
