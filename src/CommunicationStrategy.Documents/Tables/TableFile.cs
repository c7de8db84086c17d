using System.Globalization;
using System.Xml;
using CsvHelper;

namespace CommunicationStrategy.Documents.Tables;

/// <summary>Reads a table out of a file that a person sent: XLSX, DOCX or CSV, decided by its bytes and not by its name.</summary>
public static class TableFile
{
    /// <summary>Never throws for what is in the file, only for a stream that fails or a cancelled read.</summary>
    public static TableReading Read(Stream content, string fileName, TableLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        limits ??= TableLimits.Default;
        var problems = new ProblemList(fileName);
        var bytes = ReadAll(content, limits.MaxBytes, cancellationToken);
        try
        {
            if (bytes is null) throw TooLarge(limits.MaxBytes);
            return FileKinds.Recognise(bytes) is FileKind.Zip
                ? OfficeFile.Read(bytes, limits, problems, cancellationToken)
                : CsvFile.Read(bytes, limits, problems, cancellationToken);
        }
        catch (TableRefusedException refused)
        {
            problems.Add(refused);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or OverflowException or FormatException or CsvFormatException)
        {
            // All that the zip, XML and CSV readers throw at bytes that do not follow their format.
            problems.Add(TableCodes.BrokenFile, "the file is damaged and cannot be read. Open it in your office program, save it again as XLSX or DOCX, and send the new file.");
        }

        return new TableReading(null, problems.ToList());
    }

    private static TableRefusedException TooLarge(long maxBytes)
    {
        var megabytes = (maxBytes / 1024d / 1024d).ToString("0.##", CultureInfo.InvariantCulture);
        return new TableRefusedException(TableCodes.TooLarge, $"the file is larger than {megabytes} MB, the most that can be read. Remove pictures and unneeded sheets or pages, or split it.", ("limit", megabytes), ("unit", "MB"));
    }

    /// <summary>The whole file, or null when it is longer than allowed (whatever length the stream claims).</summary>
    private static byte[]? ReadAll(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int read;
        while ((read = content.Read(chunk)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (buffer.Length + read > maxBytes) return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
