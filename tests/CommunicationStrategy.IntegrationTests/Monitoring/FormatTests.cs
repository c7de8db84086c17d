// One frozen quarter of a real plan in five formats and three languages, each read by other programs: every cell of every table is the same.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Budget;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Media.Features.Enquiries;
using CommunicationStrategy.Media.Features.Events;
using CommunicationStrategy.Media.Features.Releases;
using CommunicationStrategy.Monitoring.Domain;
using CommunicationStrategy.Monitoring.Features.Assessments;
using CommunicationStrategy.Monitoring.Features.Conclusions;
using CommunicationStrategy.Monitoring.Features.Evaluations;
using CommunicationStrategy.Monitoring.Features.Indicators;
using CommunicationStrategy.Stakeholders.Domain;
using CommunicationStrategy.Stakeholders.Features.Engagement;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using CommunicationStrategy.Stakeholders.Features.Interactions;
using CommunicationStrategy.UnitTests.Monitoring;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

/// <summary>On one database only: what is written follows from the snapshot, which is the same on all of them.</summary>
[TestFixture]
public sealed partial class FormatTests() : PlanWorld("Sqlite")
{
    private const string Period = "2024-Q3";

    private static readonly Caller Evaluator = new(CallerKind.Person, "Evaluatoare Țurcanu", Guid.CreateVersion7(), null, [Permission.Evaluate, Permission.ViewMonitoring]);
    private static readonly Caller Head = new(CallerKind.Person, "Șefa secretariatului", Guid.CreateVersion7(), null, [Permission.ApproveEvaluation, Permission.ViewMonitoring]);

    private string folder = "";

    /// <param name="Kind">As JSON names the column's.</param>
    /// <param name="Value">Numbers with a decimal point, ISO dates, "" for nothing.</param>
    private sealed record Cell(string Column, string Title, string Kind, string Value);

    private sealed record Table(string Section, string Key, string Title, IReadOnlyList<IReadOnlyList<Cell>> Rows);

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("cs-formats-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task Every_format_says_the_same_in_every_cell()
    {
        var id = await Frozen();
        var printed = (await Get(new GetExportFormats())).WhyNoPdf is null;
        foreach (var language in LocalizedText.Languages)
        {
            var tables = FromJson(await File.ReadAllTextAsync(await Save(id, "json", language)));
            Assert.That(tables.Select(t => t.Key), Is.SupersetOf(new[] { "T1", "T2", "T3", "T4", "T6", "T8", "T10", "T11", "T12-SOURCES", "ENGAGEMENT", "COMMITMENTS", "A", "B", "C", "D", "SCORES", "VERDICTS" }), "tables with rows");
            Assert.That(tables.Sum(t => t.Rows.Sum(r => r.Count)), Is.GreaterThan(2000), "cells compared");
            CompareCsv(tables, await Read(await Save(id, "csv", language)));
            CompareSheets(tables, await Read(await Save(id, "xlsx", language)));
            var shown = CompareWords(tables, await Read(await Save(id, "docx", language)), language);
            if (printed) await ComparePrinted(shown, await Save(id, "pdf", language), language);
        }
    }

    [TestCaseSource(nameof(Slow))]
    public async Task LibreOffice_opens_and_saves_every_cell_as_it_was(string language)
    {
        var id = await Frozen();
        foreach (var format in new[] { "docx", "xlsx" })
        {
            var ours = await Save(id, format, language);
            var theirs = Directory.CreateDirectory(Path.Combine(folder, "resaved")).FullName;
            _ = await Tool("soffice", $"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", format, "--outdir", theirs, ours);
            var (before, after) = (await Read(ours), await Read(Path.Combine(theirs, $"{language}.{format}")));
            Assert.That(Tables(after), Is.EqualTo(Tables(before)), format);
        }

        // A damaged document is only opened after a repair, which a converter without a window refuses or leaves empty.
        static List<string> Tables(JsonElement file) => [.. file.EnumerateArray().Select(t => string.Join('\n', t[1].EnumerateArray().Select(Row)))];
        static string Row(JsonElement row) => string.Join('|', row.EnumerateArray().Select(c => c[0].GetString()!.TrimEnd())).TrimEnd('|');
    }

    private static IEnumerable<TestCaseData> Slow() => LocalizedText.Languages.Select(language =>
        Environment.GetEnvironmentVariable("CS_TEST_LONG") == "1" ? new TestCaseData(language) : new TestCaseData(language).Ignore("Slow: build/test long runs it."));

    /// <summary>Plan A at the end of September 2024: money from its words, the published indicators, coverage, verdicts, findings and a recommendation.</summary>
    private async Task<Guid> Frozen()
    {
        App.Clock.Set(new DateOnly(2023, 3, 1));
        _ = await Get(new AddInstitution(LocalizedText.Of("Agenția Națională pentru Prevenirea Corupției", null, "National Agency on Corruption Prevention"), LocalizedText.Of("ro", "ANPC"), InstitutionType.CentralAuthority));
        var plan = await ImportedPlanA();
        await PutInForce(plan);
        _ = await Get(new TakeBudgetFromWords(plan));
        var activities = await Get(new GetActivityNames(plan));
        _ = await Get(new SetBudgetLine(activities[1].Id, null, 2024, BudgetSource.StateBudget, null, 2238.7m, 1500m, 1200.55m, 900m));
        App.Clock.Set(new DateOnly(2024, 9, 20));
        _ = await Get(new LogCoverage("Moldpres", "=SUM(A1) nu este o formulă", "https://example.md/1", new DateOnly(2024, 9, 12), "ro", CoverageKind.News, 1, activities[0].Id, null) { NamesUs = true, Correction = CorrectionState.Asked });
        _ = await Get(new LogCoverage("Новости", "Кампания в школах – «Не молчи»", "https://example.md/2", new DateOnly(2024, 9, 13), "ru", CoverageKind.News, -1, null, null));
        _ = await Get(new LogRelease(new ReleaseFacts("41/2024", ReleaseKind.PressRelease, LocalizedText.Of("Săptămâna integrității", "Неделя неподкупности", "Integrity week"), new DateOnly(2024, 9, 9), App.Clock.GetUtcNow().AddDays(-10), "https://example.md/41", activities[0].Id, new DateOnly(2024, 9, 10), "Data: 9 septembrie")));
        _ = await Get(new LogEvent(new EventFacts(MediaEventKind.PressClub, LocalizedText.Of("Clubul presei", "Пресс-клуб", "Press club"), new DateOnly(2024, 9, 10), "Bălți", activities[0].Id, 1250, 14, 86.5m, Accredited: 1021)));
        var enquiry = await Get(new LogEnquiry(new EnquiryFacts("Новости", "Câți bani s-au cheltuit", "ro", App.Clock.GetUtcNow().AddDays(-2), App.Clock.GetUtcNow())));
        await Do(new SettleEnquiry(enquiry, EnquiryState.Answered, App.Clock.GetUtcNow().AddHours(-1.5), null, 1));
        await Do(new SetEngagement(Ministry, new EngagementFacts(new EngagementRating(5, 4, -1, EngagementLevel.Involve, EngagementLevel.Collaborate)), 0));
        _ = await Get(new LogInteraction(new InteractionFacts(new DateOnly(2024, 9, 3), InteractionKind.Meeting, "Campania", [Ministry]) { Commitments = [new(null, "Lista școlilor – «проверить»", Ministry, new DateOnly(2024, 9, 15)), new(null, "Bugetul", null)] }));
        var done = activities.Single(a => a.Number == "2.1.4.2.1").Id;
        await Do(new CompleteActivity(done, new DateOnly(2024, 2, 22), false, "Ordinul a fost aprobat; ședințe ținute în țară", "Nr. 12/2024", (await One(done)).Version));
        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(new DateOnly(2024, 10, 28));
        await Do(new CloseCollection(plan, Period));
        foreach (var published in PublishedIndicators.Read(DataFile("actionplan-A-indicators.csv")))
        {
            var indicator = await Get(new AddIndicator(plan, $"{published.Objective}-{published.Number}", published.Objective, Ministry, published.Passport), Evaluator);
            if (published.Actual is { } actual) await Do(new SetIndicatorValue(indicator, Period, actual, null, "Sondaj național", "https://example.md/sondaj", "Notă: 1.250 de respondenți", [], 0), Evaluator);
        }

        await Do(new JudgeActivity(plan, Period, activities.Single(a => a.Number == "1.3.1.3.1").Id, Verdict.NotImplemented, "Așa este publicat", null), Evaluator);
        _ = await Get(new AddFinding(plan, Period, FindingKind.Finding, LocalizedText.Of("Campania a ajuns în toate raioanele.", "Кампания прошла во всех районах.", "The campaign reached every district."), null, null), Evaluator);
        _ = await Get(new AddRecommendation(plan, Period, LocalizedText.Of("Se vor instrui purtătorii de cuvânt.", "Обучить пресс-секретарей.", "Train the spokespersons."), Ministry, new DateOnly(2024, 12, 31)), Evaluator);
        var id = await Get(new ComputeEvaluation(plan, Period), Evaluator);
        await Do(new ApproveEvaluation(id, 1), Head);
        return id;
    }

    /// <summary>A sheet a table, in which a number is a number, a share a share and a date a date.</summary>
    private static void CompareSheets(IReadOnlyList<Table> tables, JsonElement sheets)
    {
        foreach (var table in tables)
        {
            var rows = sheets.EnumerateArray().Single(s => s[0].GetString()!.StartsWith($"{table.Key} ", StringComparison.Ordinal))[1];
            // The title stands in the first row, the headings in the second; notes have columns of their own, after the one they are of.
            var headings = rows[1].EnumerateArray().Select(h => h[0].GetString()!).ToList();
            var at = -1;
            var places = table.Rows[0].Select(c => at = headings.FindIndex(at + 1, h => h == c.Title || h.StartsWith(c.Title + " (", StringComparison.Ordinal))).ToList();
            Assert.That(places, Has.None.Negative, table.Key);
            Assert.That(rows.GetArrayLength() - 2, Is.EqualTo(table.Rows.Count), table.Key);
            for (var r = 0; r < table.Rows.Count; r++)
            {
                for (var c = 0; c < places.Count; c++)
                {
                    var (expected, read) = (table.Rows[r][c], rows[r + 2][places[c]]);
                    Assert.That(read[0].GetString(), Is.EqualTo(expected.Value), $"{table.Key}, row {r + 1}, {expected.Title}");
                    if (expected.Value.Length > 0 && expected.Kind is "percent" or "date" && IsFigure(expected)) Assert.That(read[1].GetString(), Is.EqualTo(expected.Kind), $"{table.Key}, {expected.Title}");
                }
            }
        }
    }

    private static void CompareCsv(IReadOnlyList<Table> tables, JsonElement lines)
    {
        var read = lines.EnumerateArray().Select(l => l.EnumerateArray().Select(f => f.GetString()!).ToList()).ToLookup(l => (l[0], l[1], l[2], l[3]), l => l[4]);
        foreach (var table in tables)
        {
            for (var r = 0; r < table.Rows.Count; r++)
            {
                foreach (var cell in table.Rows[r])
                {
                    // What a spreadsheet would take for a formula has an apostrophe in front.
                    var value = cell.Kind is "text" or "link" && cell.Value.Length > 0 && "=+-@".Contains(cell.Value[0], StringComparison.Ordinal) ? "'" + cell.Value : cell.Value;
                    Assert.That(read[(table.Section, table.Key, (r + 1).ToString(CultureInfo.InvariantCulture), cell.Column)].Single(), Is.EqualTo(value), $"{table.Key}, row {r + 1}, {cell.Title}");
                }
            }
        }
    }

    /// <summary>The tables' rows as the document shows them, notes included.</summary>
    private static List<(string Table, string Row)> CompareWords(IReadOnlyList<Table> tables, JsonElement document, string language)
    {
        var shown = new List<(string, string)>();
        foreach (var table in tables)
        {
            var rows = document.EnumerateArray().Last(t => t[0].GetString() == table.Title)[1];
            Assert.That(rows.GetArrayLength() - 1, Is.EqualTo(table.Rows.Count), table.Key);
            for (var r = 0; r < table.Rows.Count; r++)
            {
                var cells = rows[r + 1];
                for (var c = 0; c < table.Rows[r].Count; c++) Assert.That(Unshown(cells[c][0].GetString()!, table.Rows[r][c], language), Is.EqualTo(table.Rows[r][c].Value), $"{table.Key}, row {r + 1}, {table.Rows[r][c].Title}");
                shown.Add((table.Key, string.Concat(cells.EnumerateArray().SelectMany(c => c.EnumerateArray()).Select(p => p.GetString()))));
            }
        }

        return shown;
    }

    /// <summary>Tagged, with bookmarks and with its fonts in it; and each row stands in its text as the Word document shows it.</summary>
    private async Task ComparePrinted(List<(string Table, string Row)> rows, string file, string language)
    {
        Assert.That(await Tool("pdfinfo", file), Does.Match(@"Tagged:\s+yes"));
        var fonts = (await Tool("pdffonts", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        // name, type, encoding, emb, sub, uni, object ID (two numbers)
        Assert.That(fonts, Is.Not.Empty);
        Assert.That(fonts.Select(f => f.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5]), Is.All.EqualTo("yes"), "fonts embedded");
        Assert.That(fonts.Select(f => f.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^3]), Is.All.EqualTo("yes"), "fonts map to Unicode");
        var outline = XDocument.Parse(Unclean().Replace(await Tool("pdftohtml", "-xml", "-i", "-stdout", file), "")).Descendants("outline").ToList();
        Assert.That(outline.Descendants("item").Count(), Is.GreaterThan(8), "bookmarks");

        // A line of Noto Sans is 1.362 times its size. What is wider than the page would make the printer shrink all of it.
        var heights = Word().Matches(await Tool("pdftotext", "-bbox", file, "-")).Select(m => Math.Round(Number(m.Groups["end"]) - Number(m.Groups["top"]), 1)).ToList();
        Assert.That(heights, Has.Some.EqualTo(Math.Round(10.5m * 1.362m, 1)), "10.5 points are 10.5 points");

        var text = Dense(await Tool("pdftotext", "-raw", file, "-"));
        Assert.That(text, Does.Contain(language == "ru" ? "Выполнение" : language == "ro" ? "instituți" : "institution"));
        var missing = rows.Where(r => !text.Contains(Dense(r.Row), StringComparison.Ordinal)).ToList();
        Assert.That(missing, Is.Empty);
    }

    private static decimal Number(Group group) => decimal.Parse(group.Value, CultureInfo.InvariantCulture);

    private static List<Table> FromJson(string text)
    {
        using var json = JsonDocument.Parse(text);
        return
        [
            .. from section in json.RootElement.GetProperty("sections").EnumerateArray()
               from table in section.GetProperty("tables").EnumerateArray()
               where table.GetProperty("rows").GetArrayLength() > 0
               let columns = table.GetProperty("columns").EnumerateArray().Select(c => (Key: c.GetProperty("key").GetString()!, Title: c.GetProperty("title").GetString()!, Kind: c.GetProperty("kind").GetString()!)).ToList()
               select new Table(
                   section.GetProperty("key").GetString()!, table.GetProperty("key").GetString()!, table.GetProperty("title").GetString()!,
                   [.. table.GetProperty("rows").EnumerateArray().Select(row => (IReadOnlyList<Cell>)[.. columns.Select(c => new Cell(c.Key, c.Title, c.Kind, Canonical(row.GetProperty(c.Key))))])]),
        ];
    }

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean() ? "true" : "false",
        _ => value.GetDecimal().ToString("0.##", CultureInfo.InvariantCulture),
    };

    private static bool IsFigure(Cell cell) => decimal.TryParse(cell.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) || DateOnly.TryParseExact(cell.Value, "yyyy-MM-dd", out _);

    /// <summary>What a person sees in a cell, taken back to its value.</summary>
    private static string Unshown(string shown, Cell cell, string language)
    {
        if (shown == "–") return "";
        if (cell.Value is "true" or "false") return shown is "da" or "да" or "yes" or "Da" or "Да" or "Yes" ? "true" : "false";
        if (DateOnly.TryParseExact(shown, "dd.MM.yyyy", out var day) && cell.Kind == "date") return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (cell.Kind is "text" or "link" || !IsFigure(cell)) return shown;
        var figure = shown.Replace("%", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal);
        figure = language == "en" ? figure.Replace(",", "", StringComparison.Ordinal) : figure.Replace(',', '.');
        return decimal.Parse(figure, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Without spaces and breaks, which a printed page sets as it needs them.</summary>
    private static string Dense(string text) => Spaces().Replace(text, "");

    private async Task<string> Save(Guid id, string format, string language)
    {
        var file = await Get(new ExportEvaluation(id, format, language));
        var path = Path.Combine(folder, $"{language}.{format}");
        await File.WriteAllBytesAsync(path, file.Content);
        return path;
    }

    private static async Task<JsonElement> Read(string file)
    {
        using var json = JsonDocument.Parse(await Tool(Environment.GetEnvironmentVariable("CS_TEST_PYTHON") ?? "/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "report_reader.py"), file));
        return json.RootElement.Clone();
    }

    private static async Task<string> Tool(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, program);
        return text;
    }

    [GeneratedRegex("yMin=\"(?<top>[0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"(?<end>[0-9.]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>The document type and control characters that poppler leaves in its XML.</summary>
    [GeneratedRegex(@"<!DOCTYPE[^>]*>|[\x00-\x08\x0b\x0c\x0e-\x1f]")]
    private static partial Regex Unclean();
}
