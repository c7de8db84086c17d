using System.Text;

namespace CommunicationStrategy.Documents.Tables;

internal enum FileKind
{
    Text,
    Zip,
}

/// <summary>Tells files apart by their first bytes; what is neither a zip nor text is refused by name.</summary>
internal static class FileKinds
{
    public static FileKind Recognise(byte[] bytes)
    {
        var file = bytes.AsSpan();
        if (file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8)) return FileKind.Zip;
        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) throw OldOffice(file);
        if (file.StartsWith("%PDF"u8)) throw Unknown("a PDF document");
        if (file.StartsWith("{\\rtf"u8)) throw Unknown("a rich text (RTF) document");
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || file.StartsWith("GIF8"u8)) throw Unknown("a picture");
        if (file.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || file.StartsWith("Rar!"u8) || file.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])) throw Unknown("a compressed archive");

        // Many systems export "Excel" files that are web pages or XML inside.
        var start = Encoding.ASCII.GetString(file[..Math.Min(file.Length, 512)]).TrimStart('?', ' ', '\r', '\n', '\t');
        if (StartsWithAny(start, "<!doctype html", "<html", "<table", "<meta", "<head")) throw Unknown("a web page");
        if (StartsWithAny(start, "<?xml")) throw Unknown("an XML document");
        return FileKind.Text;
    }

    public static TableRefusedException Unknown(string kind) =>
        new(TableCodes.UnknownFormat, $"the file is not a table that can be read: it looks like {kind}. Open it in your office program, save it as XLSX, DOCX or “CSV UTF-8”, and send that file.", ("kind", kind));

    public static TableRefusedException PasswordProtected() =>
        new(TableCodes.Password, "the file is protected by a password. Remove the password (save it without one) and send it again.");

    /// <summary>OLE2 containers name their streams in UTF-16, so the names tell what is inside.</summary>
    private static TableRefusedException OldOffice(ReadOnlySpan<byte> file)
    {
        if (Names(file, "EncryptedPackage")) return PasswordProtected();
        if (Names(file, "WordDocument")) return Unknown("an old Word document (.doc)");
        if (Names(file, "PowerPoint Document")) return Unknown("an old PowerPoint presentation (.ppt)");
        if (Names(file, "Workbook") || Names(file, "Book"))
        {
            return new TableRefusedException(TableCodes.OldExcel, "the file is in the old Excel format (.xls). Open it, save it as “Excel workbook (.xlsx)”, and send the new file.");
        }

        return Unknown("an old Microsoft Office document");
    }

    private static bool Names(ReadOnlySpan<byte> file, string stream) => file.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    private static bool StartsWithAny(string start, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (start.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
