// What office files cost: a report of 1,000 activities in every format, and reading a plan of 5,000 rows.
using System.Diagnostics;
using System.Globalization;
using Bogus;
using CommunicationStrategy.Documents.Charts;
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.Benchmarks;

internal static class OfficeFiles
{
    public static async Task MeasureAsync(Results results)
    {
        Randomizer.Seed = new Random(2026);
        var words = new Faker("ro");
        var rows = Enumerable.Range(1, 5000).Select(i => new[] { $"{(i / 100) + 1}.{(i % 100) + 1}", words.Lorem.Sentence(14), words.Date.Future().ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), words.Company.CompanyName(), words.Lorem.Sentence(8) }).ToList();
        var table = new ReportTable("T2", "Activități", [new("no", "Nr."), new("title", "Acțiunea"), new("due", "Termen"), new("lead", "Instituția"), new("indicator", "Indicatori")],
            [.. rows.Take(1000).Select(r => r.Select(c => (ReportCell)c).ToList())]);
        var chart = new Chart(ChartKind.StackedBars, "Pe obiective", "", ["1.1", "1.2", "2.1"], [new("la timp", [12m, 9m, 4m], "good"), new("nerealizate", [3m, 5m, 1m], "bad")], "ro");
        var report = new ReportDocument("Evaluare trimestrială", null, "ro", [("Plan", "PAC-2026")], [new ReportSection("plan", "Planul de acțiuni", [], [table], [chart])]) { Date = new DateOnly(2026, 12, 31) };

        using var workbook = new MemoryStream();
        ListExport.WriteXlsx(new ReportTable("plan", "Plan", table.Columns, [.. rows.Select(r => r.Select(c => (ReportCell)c).ToList())]), "ro", workbook);
        using var document = new MemoryStream();
        ListExport.WriteDocx(new ReportTable("plan", "Plan", [.. Enumerable.Range(0, 10).Select(c => new ReportColumn($"c{c}", $"Coloana {c + 1}"))], [.. rows.Select(r => r.Concat(r).Select(c => (ReportCell)c).ToList())]), "ro", document);
        using var text = new MemoryStream();
        ListExport.WriteCsv(new ReportTable("plan", "Plan", table.Columns, [.. rows.Select(r => r.Select(c => (ReportCell)c).ToList())]), text);

        results.Seconds("report of 1,000 activities, XLSX", Time(() => XlsxReport.Write(report, new MemoryStream())), 2);
        results.Seconds("report of 1,000 activities, DOCX", Time(() => DocxReport.Write(report, new MemoryStream())), 3);
        results.Seconds("report of 1,000 activities, CSV", Time(() => CsvReport.Write(report, new MemoryStream())), 1);
        results.Seconds("report of 1,000 activities, JSON", Time(() => JsonReport.Write(report, new MemoryStream())), 1);
        results.Seconds("plan of 5,000 rows read, XLSX", Time(() => TableFile.Read(new MemoryStream(workbook.ToArray()), "plan.xlsx")), 5);
        results.Seconds("plan of 5,000 rows of ten columns read, DOCX", Time(() => TableFile.Read(new MemoryStream(document.ToArray()), "plan.docx")), 5);
        results.Seconds("plan of 5,000 rows read, CSV", Time(() => TableFile.Read(new MemoryStream(text.ToArray()), "plan.csv")), 5);
        var pdf = new PdfPrinter(new PdfPrinterOptions());
        if (pdf.WhyUnavailable is { } why)
        {
            Console.WriteLine($"PDF is not measured: {why}");
        }
        else
        {
            var html = HtmlReport.Write(report);
            var started = Stopwatch.GetTimestamp();
            var printed = await pdf.PrintAsync(html, CancellationToken.None);
            if (printed.Pdf is null) throw new InvalidOperationException(printed.Problem);
            results.Seconds("report of 1,000 activities, PDF", Stopwatch.GetElapsedTime(started).TotalSeconds, 6);
        }
    }

    /// <summary>The median of five runs after one to warm up.</summary>
    private static double Time(Action work)
    {
        work();
        var seconds = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return seconds.Order().ElementAt(2);
    }
}
