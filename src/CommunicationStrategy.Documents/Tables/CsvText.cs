using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>The text of a CSV file as UTF-8, or what comes before its first byte that is no text.</summary>
/// <param name="FirstInvalid">Offset of the first byte of the file that does not belong to its encoding.</param>
internal readonly record struct CsvText(ReadOnlyMemory<byte> Bytes, int? FirstInvalid)
{
    /// <summary>UTF-8, or UTF-16 that says so. No other encoding is guessed: a wrong guess changes letters without a word.</summary>
    public static CsvText Decode(byte[] bytes)
    {
        var file = bytes.AsSpan();
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || file.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) throw NotSupported("UTF-32");
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return FromUtf16(file, bigEndian: false);
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return FromUtf16(file, bigEndian: true);

        var zero = file.IndexOf((byte)0);
        if (zero is 0 or 1) throw NotSupported("UTF-16 without a byte order mark");
        if (zero > 0) throw FileKinds.Unknown("a program's own (binary) file");
        var valid = ValidUtf8(file);
        return valid == file.Length ? new CsvText(bytes, null) : new CsvText(bytes.AsMemory(0, valid), valid);
    }

    /// <summary>How many bytes come before the first one that is not UTF-8.</summary>
    private static int ValidUtf8(ReadOnlySpan<byte> file)
    {
        if (Utf8.IsValid(file)) return file.Length;
        var chunk = new char[4096];
        var valid = 0;
        OperationStatus status;
        do
        {
            status = Utf8.ToUtf16(file[valid..], chunk, out var read, out _, replaceInvalidSequences: false);
            valid += read;
        }
        while (status is OperationStatus.DestinationTooSmall);
        return valid;
    }

    private static CsvText FromUtf16(ReadOnlySpan<byte> file, bool bigEndian)
    {
        var text = new UnicodeEncoding(bigEndian, byteOrderMark: false).GetString(file[2..(file.Length & ~1)]);
        // A half letter is read as U+FFFD; either it or a zero shows that this is no text.
        var invalid = text.AsSpan().IndexOfAny('\uFFFD', '\0');
        if (invalid >= 0) return new CsvText(Encoding.UTF8.GetBytes(text[..invalid]), 2 + invalid * 2);
        return new CsvText(Encoding.UTF8.GetBytes(text), file.Length % 2 == 0 ? null : file.Length - 1);
    }

    private static TableRefusedException NotSupported(string encoding) =>
        new(TableCodes.WrongEncoding, $"the file is written in {encoding}, which is not read. Save the file as “CSV UTF-8” and send it again.", ("encoding", encoding));
}
