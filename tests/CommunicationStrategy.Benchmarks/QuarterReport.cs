// What the quarterly report of 1,000 activities and 100 indicators costs in every format, and the memory it takes.
using System.Diagnostics;
using Bogus;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Report;
using CommunicationStrategy.UnitTests.Monitoring;

namespace CommunicationStrategy.Benchmarks;

internal static class QuarterReport
{
    public static async Task MeasureAsync(Results results)
    {
        using var process = Process.GetCurrentProcess();
        var idle = process.WorkingSet64;
        var input = Input();
        results.Seconds("quarter of 1,000 activities and 100 indicators evaluated", OfficeFiles.Time(() => QuarterEvaluator.Evaluate(input)), 2);
        var evaluation = Evaluation.Begin(input.Plan.Plan.Id, QuarterEvaluator.Evaluate(input), Sample.Person("Ofițer"), DateTimeOffset.UnixEpoch.AddYears(56));
        ReportDocument Report() => EvaluationReport.Of(evaluation, "ro", "Secretariatul permanent", TimeZoneInfo.Utc);
        results.Seconds("report of 1,000 activities, XLSX", OfficeFiles.Time(() => XlsxReport.Write(Report(), new MemoryStream())), 2);
        results.Seconds("report of 1,000 activities, DOCX", OfficeFiles.Time(() => DocxReport.Write(Report(), new MemoryStream())), 3);
        results.Seconds("report of 1,000 activities, CSV", OfficeFiles.Time(() => CsvReport.Write(Report(), new MemoryStream())), 1);
        results.Seconds("report of 1,000 activities, JSON", OfficeFiles.Time(() => JsonReport.Write(Report(), new MemoryStream())), 1);
        var pdf = new PdfPrinter(new PdfPrinterOptions());
        if (pdf.WhyUnavailable is { } why)
        {
            Console.WriteLine($"PDF is not measured: {why}");
        }
        else
        {
            var started = Stopwatch.GetTimestamp();
            var printed = await pdf.PrintAsync(Report(), CancellationToken.None);
            if (printed.Pdf is null) throw new InvalidOperationException(printed.Problem);
            results.Seconds("report of 1,000 activities, PDF", Stopwatch.GetElapsedTime(started).TotalSeconds, 6);
        }

        process.Refresh();
        results.Megabytes("reports of 1,000 activities: memory at most, beyond what the idle process had", (process.PeakWorkingSet64 - idle) / 1048576.0, 300);
    }

    private static EvaluationInput Input()
    {
        Randomizer.Seed = new Random(2026);
        var words = new Faker("ro");
        ActivityState[] states = [ActivityState.Completed, ActivityState.InProgress, ActivityState.Planned, ActivityState.PartiallyCompleted, ActivityState.ReportedComplete];
        var activities = Enumerable.Range(0, 1000).Select(i => Sample.Activity(
            $"{(i / 100) + 1}.{(i % 100) + 1}", states[i % states.Length], Sample.Day((i % 12) + 1, (i % 28) + 1), $"{(i / 100) + 1}", Sample.Day((i % 9) + 1, 28), Sample.Day((i % 9) + 1, 28),
            percent: i % 100, lead: i % 2 == 0 ? Sample.Interior : Sample.Health, obstacles: i % 7 == 0 ? words.Lorem.Sentence(12) : null) with
        {
            Title = LocalizedText.Of(words.Lorem.Sentence(14), words.Lorem.Sentence(14), words.Lorem.Sentence(14)), CostAsWritten = "în limita alocațiilor bugetare aprobate", IndicatorText = words.Lorem.Sentence(8),
        }).ToList();
        var input = Sample.Input(activities);
        var plan = input.Plan.Plan.Id;
        return input with
        {
            Plan = input.Plan with { Reports = [.. activities.Where((_, i) => i % 3 > 0).Select((a, i) => new ReportSnapshot(a.Id, a.LeadId!.Value, Sample.Day(10, 15), new DateTimeOffset(Sample.Day(10, (i % 9) + 10).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), ReportState.Accepted))] },
            Indicators =
            [
                .. Enumerable.Range(0, 100).Select(i =>
                {
                    var indicator = new Indicator(plan, $"I-{i + 1}", $"{(i / 10) + 1}", Sample.Interior, new IndicatorPassport { Name = LocalizedText.Of("ro", words.Lorem.Sentence(10)), Baseline = 10, Targets = [new("2026", 100)] });
                    var value = new IndicatorValue(indicator.Id, plan, Sample.Quarter);
                    value.Say(20 + i, null, "Sondaj", null, null, []);
                    return new MeasuredIndicator(indicator, [value]);
                }),
            ],
        };
    }
}
