namespace CommunicationStrategy.Documents.Tables;

/// <summary>Reads the table of a Word document: all tables with the headers of its largest one, as one table.</summary>
internal static class DocxFile
{
    public static TableReading Read(ZipPackage package, string document, TableLimits limits, ProblemList problems, CancellationToken cancellationToken)
    {
        if (HasMacros(package, document))
        {
            throw new TableRefusedException(TableCodes.Macros, "the document contains macros, which are never opened. Save it as “Word document (.docx)”, which leaves them out, and send the new file.");
        }

        var relations = package.Relations(document);
        var styles = DocxStyles.Read(Part("styles"));
        var numbering = DocxNumbering.Read(Part("numbering"));
        var notes = new DocxNotes();
        notes.Read(Part("footnotes"), "footnote");
        notes.Read(Part("endnotes"), "endnote");
        using var xml = package.Open(document, PartXml.DocumentDepth) ?? throw new InvalidDataException("The document is missing.");
        var text = new DocxText(xml, styles, numbering, notes, limits);
        var tables = new DocxBody(xml, text, limits, problems).Read(cancellationToken);
        return new DocxPlan(limits, problems).Build(tables);

        PartXml? Part(string type) => package.Open(relations.Find(r => r.Type == type).Target, PartXml.DocumentDepth);
    }

    private static bool HasMacros(ZipPackage package, string document)
    {
        if (package.HasAny(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return true;
        using var types = package.Open("[Content_Types].xml");
        while (types?.Next() == true)
        {
            if (types.AtStart("Override") && types["ContentType"]?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true
                && string.Equals(types["PartName"]?.TrimStart('/'), document, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
