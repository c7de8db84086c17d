// What reading a plan of 5,000 rows from an office file costs.
using System.Diagnostics;
using System.Globalization;
using Bogus;
using CommunicationStrategy.Documents.Lists;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Documents.Tables;

namespace CommunicationStrategy.Benchmarks;

internal static class OfficeFiles
{
    public static void Measure(Results results)
    {
        Randomizer.Seed = new Random(2026);
        var words = new Faker("ro");
        var rows = Enumerable.Range(1, 5000).Select(i => new[] { $"{(i / 100) + 1}.{(i % 100) + 1}", words.Lorem.Sentence(14), words.Date.Future().ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), words.Company.CompanyName(), words.Lorem.Sentence(8) }).ToList();
        ReportColumn[] columns = [new("no", "Nr."), new("title", "Acțiunea"), new("due", "Termen"), new("lead", "Instituția"), new("indicator", "Indicatori")];
        using var workbook = new MemoryStream();
        ListExport.WriteXlsx(new ReportTable("plan", "Plan", columns, [.. rows.Select(r => r.Select(c => (ReportCell)c).ToList())]), "ro", workbook);
        using var document = new MemoryStream();
        ListExport.WriteDocx(new ReportTable("plan", "Plan", [.. Enumerable.Range(0, 10).Select(c => new ReportColumn($"c{c}", $"Coloana {c + 1}"))], [.. rows.Select(r => r.Concat(r).Select(c => (ReportCell)c).ToList())]), "ro", document);
        using var text = new MemoryStream();
        ListExport.WriteCsv(new ReportTable("plan", "Plan", columns, [.. rows.Select(r => r.Select(c => (ReportCell)c).ToList())]), text);

        results.Seconds("plan of 5,000 rows read, XLSX", Time(() => TableFile.Read(new MemoryStream(workbook.ToArray()), "plan.xlsx")), 5);
        results.Seconds("plan of 5,000 rows of ten columns read, DOCX", Time(() => TableFile.Read(new MemoryStream(document.ToArray()), "plan.docx")), 5);
        results.Seconds("plan of 5,000 rows read, CSV", Time(() => TableFile.Read(new MemoryStream(text.ToArray()), "plan.csv")), 5);
    }

    /// <summary>The median of five runs after one to warm up.</summary>
    public static double Time(Action work)
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
