namespace CommunicationStrategy.Documents.Tables;

/// <summary>Tells by a zip file's content what it is, and has its table read by the reader for that.</summary>
internal static class OfficeFile
{
    private const string Workbook = "xl/workbook.xml", Document = "word/document.xml";

    public static TableReading Read(byte[] bytes, TableLimits limits, ProblemList problems, CancellationToken cancellationToken)
    {
        using var package = new ZipPackage(bytes, limits);
        var main = package.Relations("").Find(r => r.Type == "officeDocument").Target ?? "";
        if (package.Has("xl/workbook.bin")) throw FileKinds.Unknown("a binary Excel workbook (.xlsb)");
        if (main.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase) || package.Has("ppt/presentation.xml")) throw FileKinds.Unknown("a PowerPoint presentation (PPTX)");
        if (package.MimeType() is { Length: > 0 } mime)
        {
            throw FileKinds.Unknown(
                mime.Contains("opendocument.spreadsheet", StringComparison.Ordinal) ? "an OpenDocument spreadsheet (ODS)"
                : mime.Contains("opendocument.text", StringComparison.Ordinal) ? "an OpenDocument text (ODT)"
                : "an OpenDocument file");
        }

        // The standard lets a writer name its parts as it likes; what begins the part says what it is.
        switch (package.Has(main) ? package.Root(main) : "")
        {
            case "workbook": return XlsxFile.Read(package, main, limits, problems, cancellationToken);
            case "document": return DocxFile.Read(package, main, limits, problems, cancellationToken);
        }

        if (package.Has(Workbook)) return XlsxFile.Read(package, Workbook, limits, problems, cancellationToken);
        if (package.Has(Document)) return DocxFile.Read(package, Document, limits, problems, cancellationToken);
        throw FileKinds.Unknown("a zip archive");
    }
}
