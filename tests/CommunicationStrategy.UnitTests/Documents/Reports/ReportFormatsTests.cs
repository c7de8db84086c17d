// Every format of one report says the same: the promise that lets a minister and a spreadsheet agree.
using System.Globalization;
using System.Text;
using System.Text.Json;
using CommunicationStrategy.Documents.Reports;

namespace CommunicationStrategy.UnitTests.Documents.Reports;

[TestFixture]
internal sealed class ReportFormatsTests
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    [TestCase("T1")]
    [TestCase("T2")]
    [TestCase("T11")]
    public void Figures_are_equal_in_every_format(string key)
    {
        var report = SampleReport.Romanian();
        var section = report.Sections.First(s => s.Tables.Any(t => t.Key == key));
        var table = section.Tables.First(t => t.Key == key);
        var expected = table.Rows.Select(r => r.Select((c, i) => Machine(c, table.Columns[i])).ToList()).ToList();
        var shown = table.Rows.Select(r => r.Select((c, i) => Human(c, table.Columns[i])).ToList()).ToList();

        var html = FormatReaders.HtmlTable(HtmlReport.Write(report), table.Title);
        Assert.That(html.Select(r => r.Select(Loose).ToList()), Is.EqualTo(shown), "HTML");

        using var docx = FormatReaders.Bytes(s => DocxReport.Write(report, s));
        Assert.That(FormatReaders.WordTable(docx, table.Title).Select(r => r.Select(Loose).ToList()), Is.EqualTo(shown), "DOCX");

        using var xlsx = FormatReaders.Bytes(s => XlsxReport.Write(report, s));
        var sheet = FormatReaders.Sheet(xlsx, key + " ");
        var keep = Enumerable.Range(0, sheet[1].Count).Where(c => !sheet[1][c].EndsWith("notă", StringComparison.Ordinal)).ToArray();
        Assert.That(sheet.Skip(2).Select(r => keep.Select(c => r[c]).ToList()), Is.EqualTo(expected), "XLSX");

        using var csv = FormatReaders.Bytes(s => CsvReport.Write(report, s));
        var lines = FormatReaders.Csv(csv).Where(l => l[0] == section.Key && l[1] == key && !l[3].Contains('.')).ToList();
        Assert.That(lines.Select(l => l[4]), Is.EqualTo(expected.SelectMany(r => r)), "CSV");

        using var json = JsonDocument.Parse(FormatReaders.Bytes(s => JsonReport.Write(report, s)));
        var rows = json.RootElement.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("tables").EnumerateArray())
            .First(t => t.GetProperty("key").GetString() == key).GetProperty("rows").EnumerateArray()
            .Select(r => r.EnumerateObject().Select(p => p.Value.ValueKind == JsonValueKind.Null ? "" : p.Value.ToString().ToLowerWhenBool(p.Value.ValueKind)).ToList());
        Assert.That(rows, Is.EqualTo(expected), "JSON");
    }

    [Test]
    public void Same_report_same_bytes()
    {
        foreach (var write in new Action<ReportDocument, Stream>[]
                 {
                     (r, s) => s.Write(Encoding.UTF8.GetBytes(HtmlReport.Write(r))), DocxReport.Write, XlsxReport.Write, CsvReport.Write, JsonReport.Write,
                 })
        {
            using var first = FormatReaders.Bytes(s => write(SampleReport.Romanian("PROIECT"), s));
            using var second = FormatReaders.Bytes(s => write(SampleReport.Romanian("PROIECT"), s));
            Assert.That(second.ToArray(), Is.EqualTo(first.ToArray()));
        }
    }

    [Test]
    public void Romanian_and_cyrillic_letters_stay_letters()
    {
        var (romanian, russian) = (SampleReport.Romanian(), SampleReport.Russian());
        Assert.That(HtmlReport.Write(romanian), Does.Contain("comunității antitrafic").And.Contain("<html lang=\"ro\">"));
        Assert.That(HtmlReport.Write(russian), Does.Contain("Сотрудничество со СМИ").And.Contain("<html lang=\"ru\">"));

        using var json = FormatReaders.Bytes(s => JsonReport.Write(russian, s));
        Assert.That(Encoding.UTF8.GetString(json.ToArray()), Does.Contain("Информирование уязвимых групп"));

        using var csv = FormatReaders.Bytes(s => CsvReport.Write(romanian, s));
        Assert.That(csv.ToArray().AsSpan(0, 3).SequenceEqual("\uFEFF"u8), Is.True, "byte order mark");
        Assert.That(Encoding.UTF8.GetString(csv.ToArray()), Does.Contain("Îmbunătățirea comunicării").And.Contain("\r\n"));

        using var docx = FormatReaders.Bytes(s => DocxReport.Write(russian, s));
        Assert.That(FormatReaders.WordTable(docx, "Выполнение по задачам")[0][0], Is.EqualTo("Информирование уязвимых групп"));
    }

    [TestCase("ro", "1\u202f234,5", "66,7\u00a0%")]
    [TestCase("ru", "1\u202f234,5", "66,7\u00a0%")]
    [TestCase("en", "1,234.5", "66.7\u00a0%")]
    public void Numbers_follow_the_language(string language, string number, string percent)
    {
        var table = new ReportTable("T", "T", [new("a", "A", CellKind.Decimal), new("b", "B", CellKind.Percent), new("c", "C", CellKind.Date), new("d", "D")],
            [[1234.5m, 66.666m, new DateOnly(2026, 9, 30), ReportCell.Empty]]);
        var html = HtmlReport.Write(new ReportDocument("T", null, language, [], [new("s", "S", [], [table], [])]));

        Assert.That(FormatReaders.HtmlTable(html, "T")[0], Is.EqualTo(new[] { number, percent, "30.09.2026", "–" }));
    }

    [Test]
    public void An_empty_table_says_why()
    {
        Assert.That(HtmlReport.Write(SampleReport.Romanian()), Does.Contain("Nicio activitate nu este restantă la data de referință."));
        Assert.That(HtmlReport.Write(SampleReport.Russian()), Does.Contain("За этот период данных нет."));
    }

    private static string Machine(ReportCell cell, ReportColumn column) => cell.Value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", Invariant),
        decimal number => Math.Round(number, column.Kind == CellKind.Percent ? 1 : 2, MidpointRounding.AwayFromZero).ToString("0.##", Invariant),
        var other => Convert.ToString(other, Invariant)!,
    };

    private static string Human(ReportCell cell, ReportColumn column) => cell.Value switch
    {
        null => "–",
        bool yes => yes ? "da" : "nu",
        DateOnly date => date.ToString("dd.MM.yyyy", Invariant),
        string text => text,
        _ => Machine(cell, column),
    };

    /// <summary>A Romanian figure as an invariant one; other text as it is.</summary>
    private static string Loose(string text)
    {
        var bare = text.Replace("\u202f", "", StringComparison.Ordinal).Replace("\u00a0%", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(bare, NumberStyles.Number, Invariant, out var number) && (text.Contains(',') || !text.Contains('.')) ? number.ToString("0.##", Invariant) : text;
    }
}

internal static class JsonText
{
    public static string ToLowerWhenBool(this string text, JsonValueKind kind) =>
        kind is JsonValueKind.True or JsonValueKind.False ? text.ToLowerInvariant() : text;
}
