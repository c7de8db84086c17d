namespace CommunicationStrategy.Documents.Tables;

/// <summary>Reads the first visible sheet of a workbook that has anything in it.</summary>
internal static class XlsxFile
{
    public static TableReading Read(ZipPackage package, string workbook, TableLimits limits, ProblemList problems, CancellationToken cancellationToken)
    {
        if (package.HasAny(p => p.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || p.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new TableRefusedException(TableCodes.Macros, "the workbook contains macros, which are never opened. Save it as “Excel workbook (.xlsx)”, which leaves them out, and send the new file.");
        }

        var relations = package.Relations(workbook);
        var (sheets, date1904) = ReadWorkbook(package, workbook);
        var visible = (from sheet in sheets
                       where sheet.Visible
                       join relation in relations on sheet.RelationId equals relation.Id
                       where relation.Type == "worksheet"
                       select (sheet.Name, relation.Target)).ToList();
        if (visible.Count == 0) throw new TableRefusedException(TableCodes.Empty, "the workbook has no visible sheet. Show the sheet that holds the table.");

        var styles = XlsxStyles.Read(package.Open(Target(relations, "styles")), date1904);
        var strings = XlsxStrings.Read(package.Open(Target(relations, "sharedStrings")), limits, cancellationToken);
        foreach (var (name, part) in visible)
        {
            var table = new TableBuilder(limits, problems);
            problems.SheetName = name;
            using var xml = package.Open(part) ?? throw new InvalidDataException("A sheet is missing.");
            new XlsxSheet(xml, strings, styles, limits, table).Read(cancellationToken);
            if (table.HasRows) return table.Build();
        }

        problems.SheetName = visible.Count == 1 ? visible[0].Name : null;
        return new TableBuilder(limits, problems).Build();
    }

    private static (List<Sheet> Sheets, bool Date1904) ReadWorkbook(ZipPackage package, string workbook)
    {
        var sheets = new List<Sheet>();
        var date1904 = false;
        using var xml = package.Open(workbook);
        while (xml?.Next() == true)
        {
            if (xml.AtStart("workbookPr")) date1904 = xml.Flag("date1904");
            if (xml.AtStart("sheet")) sheets.Add(new Sheet(xml["name"] ?? "", xml["id"] ?? "", xml["state"] is null or "visible"));
        }

        return (sheets, date1904);
    }

    private static string? Target(List<Relation> relations, string type) => relations.Find(r => r.Type == type).Target;

    private readonly record struct Sheet(string Name, string RelationId, bool Visible);
}
