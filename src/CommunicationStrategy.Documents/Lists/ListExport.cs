// A list page as a file, exactly as seen: its columns, its filter, its order, every row.
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.Documents.Lists;

/// <summary>Writes one table as XLSX, CSV or DOCX. For sheets rows are read one by one, so a list may be as long as a sheet allows.</summary>
public static class ListExport
{
    /// <summary>One sheet with the header in its first row, frozen and with filters.</summary>
    public static void WriteXlsx(ReportTable table, string language, Stream output)
    {
        var sheet = XlsxReport.Table(table, XlsxBook.SafeName(table.Title, []), ReportWords.In(language), titled: false);
        XlsxBook.Write([sheet], table.Title, "", language, default, "1d3f6e", output);
    }

    /// <summary>A table on landscape pages, as offices send plans to each other; its header stands on each page, and no row is torn between two.</summary>
    public static void WriteDocx(ReportTable table, string language, Stream output) => DocxList.Write(table, language, output);

    /// <summary>A header line with the titles, then a line per row; numbers with a decimal point, dates in ISO form. Notes get a column of their own.</summary>
    public static void WriteCsv(ReportTable table, Stream output)
    {
        using var csv = CsvReport.Open(output);
        var noted = XlsxReport.Noted(table);
        for (var c = 0; c < table.Columns.Count; c++)
        {
            CsvReport.Field(csv, XmlText.Clean(table.Columns[c].Title));
            if (noted[c]) CsvReport.Field(csv, XmlText.Clean($"{table.Columns[c].Title} *"));
        }

        csv.EndRecord();
        foreach (var row in table.Rows)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var cell = Figures.At(row, c);
                CsvReport.Field(csv, Figures.Value(cell, table.Columns[c]));
                if (noted[c]) CsvReport.Field(csv, XmlText.Clean(cell.Note ?? ""));
            }

            csv.EndRecord();
        }
    }
}
