// The report of the worked example: the same figures in every format, complete in every language, a draft until approved.
using System.Globalization;
using System.Text.Json;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Documents.Reports;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Report;
using CommunicationStrategy.UnitTests.Documents.Reports;

namespace CommunicationStrategy.UnitTests.Monitoring;

public sealed class EvaluationReportTests
{
    private static readonly string[] Languages = ["ro", "ru", "en"];

    [TestCaseSource(nameof(Languages))]
    public void No_text_is_missing_and_no_hole_is_left_open(string language)
    {
        var html = HtmlReport.Write(Report(language));
        Assert.That(html, Does.Not.Match(@"\[[a-z-]+[.\]]"));
        Assert.That(html, Does.Not.Match(@"\{\d\}"));
        Assert.That(html, Does.Contain("8"));
    }

    [TestCaseSource(nameof(Languages))]
    public void Every_format_says_the_same_of_every_objective(string language)
    {
        var report = Report(language);
        var section = report.Sections.Single(s => s.Key == "plan");
        var table = section.Tables.Single(t => t.Key == "T1");
        string[] counts = ["4", "4", "2", "1", "1", "0", "0", "0", "0", "0"];

        using var json = JsonDocument.Parse(FormatReaders.Bytes(s => JsonReport.Write(report, s)));
        var row = json.RootElement.GetProperty("sections").EnumerateArray().Single(s => s.GetProperty("key").GetString() == "plan")
            .GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("key").GetString() == "T1").GetProperty("rows")[0];
        Assert.That(row.EnumerateObject().Skip(1).Take(10).Select(p => p.Value.GetRawText()), Is.EqualTo(counts));
        Assert.That(row.GetProperty("rate").GetDecimal(), Is.EqualTo(75m));

        var csv = FormatReaders.Csv(FormatReaders.Bytes(s => CsvReport.Write(report, s)));
        Assert.That(csv.Where(r => r[1] == "T1" && r[2] == "1").Skip(1).Take(10).Select(r => r[4]), Is.EqualTo(counts));
        var html = FormatReaders.HtmlTable(HtmlReport.Write(report), table.Title);
        Assert.That(html[0].Skip(1).Take(10), Is.EqualTo(counts));
        var word = FormatReaders.WordTable(FormatReaders.Bytes(s => DocxReport.Write(report, s)), table.Title);
        Assert.That(word[0].Skip(1).Take(10), Is.EqualTo(counts));
        var rate = language == "en" ? "75.0\u00a0%" : "75,0\u00a0%";
        Assert.That((html[0][12], word[0][12]), Is.EqualTo((rate, rate)));
        var sheet = FormatReaders.Sheet(FormatReaders.Bytes(s => XlsxReport.Write(report, s)), "T1");
        Assert.That(sheet.Any(r => r.Skip(1).Take(10).SequenceEqual(counts)), Is.True, string.Join('\n', sheet.Select(r => string.Join('|', r))));
    }

    [Test]
    public void Every_format_carries_the_content_hash()
    {
        var (report, evaluation) = (Report("en"), Draft());
        Assert.That(report.Facts.Select(f => f.Value), Does.Contain(evaluation.ContentHash));
        foreach (var write in new Action<Stream>[] { s => JsonReport.Write(report, s), s => CsvReport.Write(report, s) })
        {
            using var reader = new StreamReader(FormatReaders.Bytes(write));
            Assert.That(reader.ReadToEnd(), Does.Contain(evaluation.ContentHash));
        }
    }

    [Test]
    public void A_draft_says_so_across_the_page_until_it_is_approved()
    {
        var evaluation = Draft();
        Assert.That(EvaluationReport.Of(evaluation, "ro", "", TimeZoneInfo.Utc).Watermark, Is.EqualTo("PROIECT"));
        Assert.That(evaluation.Approve(Sample.Snapshot(), Sample.Person("Șefa secretariatului"), new DateTimeOffset(2026, 10, 21, 9, 0, 0, TimeSpan.Zero), new string('a', 64)).IsSuccess, Is.True);
        var approved = EvaluationReport.Of(evaluation, "ro", "", TimeZoneInfo.Utc);
        Assert.That(approved.Watermark, Is.Null);
        Assert.That(approved.Facts.Select(f => f.Value), Does.Contain("21.10.2026, Șefa secretariatului"));
    }

    [Test]
    public void The_method_section_names_what_was_left_out_and_whose_reports_are_missing()
    {
        var words = string.Join('\n', Report("en").Sections.Single(s => s.Key == "method").Paragraphs);
        Assert.That(words, Does.Contain("Suspended or cancelled: 1 (10.4)."));
        Assert.That(words, Does.Contain("Awaiting their trigger: 1 (10.2)."));
        Assert.That(words, Does.Contain("Deadline to be clarified: 1 (10.3)."));
        Assert.That(words, Does.Contain("counted as not implemented: 1 (2.2)."));
        Assert.That(words, Does.Contain("completed after it: 1 (2.3)."));
        Assert.That(words, Does.Contain("Missing reports: 1. Ministry of Internal Affairs (10.1)"));
    }

    [Test]
    public void Nothing_due_is_said_not_shown_as_zero()
    {
        var evaluation = Evaluation.Begin(Guid.CreateVersion7(), QuarterEvaluator.Evaluate(Sample.Input([])), Caller.System("job"), DateTimeOffset.UnixEpoch);
        var html = HtmlReport.Write(EvaluationReport.Of(evaluation, "en", "", TimeZoneInfo.Utc));
        Assert.That(html, Does.Contain("Implementation rate: not computable."));
        Assert.That(html, Does.Not.Contain("0.0" + "\u00a0" + "%"));
    }

    [Test]
    public void Dates_in_words_do_not_depend_on_the_thread()
    {
        CultureInfo.CurrentCulture = new CultureInfo("en-US");
        Assert.That(Report("ru").Facts.Select(f => f.Value), Does.Contain("30.09.2026"));
    }

    private static ReportDocument Report(string language) => EvaluationReport.Of(Draft(), language, "Secretariatul permanent", TimeZoneInfo.Utc);

    private static Evaluation Draft() => Evaluation.Begin(Guid.CreateVersion7(), Sample.Snapshot(), Caller.System("job"), new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero));
}
