// A file sent as evidence. Its kind is told by its first bytes, never by its name; the name it is served under is ours.
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CommunicationStrategy.ActionPlan.Domain;

internal sealed class EvidenceFile : Entity
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int NameLength = 200;
    private const int MaxEntries = 10_000;

    private EvidenceFile()
    {
    }

    public Guid ReportId { get; private set; }

    /// <summary>As the sender named it, for display only.</summary>
    public string OriginalName { get; private set; } = "";

    /// <summary>Under which it is served.</summary>
    public string Name { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    public byte[] Content { get; private set; } = [];

    public static Result<EvidenceFile> Receive(Guid reportId, string originalName, byte[] content)
    {
        if (content.Length == 0) return Failure.Invalid("Files", "action-plan.file-empty", "The file is empty.");
        if (content.Length > MaxBytes) return Failure.Invalid("Files", "action-plan.file-too-large", "The file is larger than 10 MB.");
        if (KindOf(content) is not var (mediaType, extension)) return Failure.Invalid("Files", "action-plan.file-kind", "Accepted are PDF, PNG, JPEG, DOCX, XLSX, ODT without macros, and plain text.");

        var file = new EvidenceFile
        {
            ReportId = reportId, OriginalName = Display(originalName), MediaType = mediaType, Content = content, Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
        };
        file.Name = $"evidence-{file.Id:N}.{extension}";
        return file;
    }

    private static (string MediaType, string Extension)? KindOf(byte[] content)
    {
        if (content.AsSpan().StartsWith("%PDF-"u8)) return ("application/pdf", "pdf");
        if (content.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return ("image/png", "png");
        if (content.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF])) return ("image/jpeg", "jpg");
        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8)) return KindOfPackage(content);
        return IsText(content) ? ("text/plain", "txt") : null;
    }

    private static (string MediaType, string Extension)? KindOfPackage(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxEntries || zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("Basic/", StringComparison.Ordinal))) return null;
            if (zip.GetEntry("word/document.xml") is not null) return ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
            if (zip.GetEntry("xl/workbook.xml") is not null) return ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
            return zip.GetEntry("mimetype") is { Length: < 100 } type && ReadShort(type) == OpenDocumentText ? (OpenDocumentText, "odt") : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private const string OpenDocumentText = "application/vnd.oasis.opendocument.text";

    private static string ReadShort(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[100];
        return Encoding.ASCII.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim();
    }

    private static bool IsText(byte[] content)
    {
        try
        {
            return !new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Display(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return clean.Length switch { 0 => "file", > NameLength => clean[..NameLength], _ => clean };
    }
}
