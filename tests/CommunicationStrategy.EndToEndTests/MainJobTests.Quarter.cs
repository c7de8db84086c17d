// The last third of the main job: the quarter is closed, computed, approved by a second person; its files say the same.
using CommunicationStrategy.EndToEndTests.Infrastructure;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.EndToEndTests;

public sealed partial class MainJobTests
{
    private static async Task<string> EvaluateTheQuarter(Person officer, Person head)
    {
        await officer.GoAsync("/evaluations/quarter");
        await officer.SendAsync("close");
        await officer.GoAsync("/evaluations/quarter");
        // Closing has the system draft an evaluation; the officer computes after it, as one who reads the page would.
        await officer.UntilAsync(async () => await officer.Form("compute").CountAsync() == 1 && await officer.Main.Locator("ol a[href^='/evaluations/']").CountAsync() > 0, "closed and drafted");
        await officer.SendAsync("compute");
        var path = new Uri(officer.Page.Url).AbsolutePath;
        Assert.That(path, Does.Match("^/evaluations/[0-9a-f-]{36}$"), await officer.TextAsync());
        Assert.That(await officer.Form("approve").CountAsync(), Is.Zero, "who computes does not approve");

        await head.GoAsync(path);
        Assert.That(await head.Form("approve").CountAsync(), Is.EqualTo(1), await head.TextAsync());
        await head.SendAsync("approve");
        Assert.That(await head.Form("approve").CountAsync(), Is.Zero, "approved");
        return path.Split('/')[^1];
    }

    private async Task CompareTheFiles(Person head, string evaluation)
    {
        var files = new Dictionary<string, string>();
        foreach (var format in new[] { "xlsx", "docx", "pdf", "csv", "json" })
        {
            var response = await head.Page.APIRequest.GetAsync($"/api/v1/evaluations/{evaluation}/export?format={format}&language=ro", new() { Timeout = 90_000 });
            Assert.That(response.Status, Is.EqualTo(200), $"{format}: {await response.TextAsync()}");
            Assert.That(response.Headers["content-disposition"], Does.Contain("." + format));
            await File.WriteAllBytesAsync(files[format] = Path.Combine(product.Folder, $"report.{format}"), await response.BodyAsync());
        }

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(files["json"]));
        var table = json.RootElement.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("tables").EnumerateArray()).Single(t => t.GetProperty("key").GetString() == "T1");
        var columns = table.GetProperty("columns").EnumerateArray().Select(c => (Key: c.GetProperty("key").GetString()!, Title: c.GetProperty("title").GetString()!)).ToList();
        var expected = table.GetProperty("rows").EnumerateArray().Select(r => columns.Select(c => Figure(r.GetProperty(c.Key).ToString())).ToArray()).ToList();
        Assert.That(expected, Has.Count.GreaterThan(2));
        Assert.That(expected[^1].Skip(1).Select(f => decimal.Parse(f, CultureInfo.InvariantCulture)), Has.Some.Positive, "the totals");

        // The rate that the page shows is the rate of the last row.
        var page = await head.Page.APIRequest.GetAsync($"/api/v1/evaluations/{evaluation}");
        Assert.That(RateIn(await page.TextAsync()), Is.EqualTo(decimal.Parse(expected[^1][^1], CultureInfo.InvariantCulture)));
        Assert.Multiple(() =>
        {
            Assert.That(FromCsv(files["csv"], columns.ConvertAll(c => c.Key)), Is.EqualTo(expected), "CSV");
            Assert.That(FromXlsx(files["xlsx"], columns.ConvertAll(c => c.Title)), Is.EqualTo(expected), "XLSX");
            Assert.That(FromDocx(files["docx"], columns.ConvertAll(c => c.Title)), Is.EqualTo(expected), "DOCX");
            // Names are broken over lines in print; the figures of a row stand in one.
            Assert.That(FromPdf(files["pdf"]), Is.EqualTo(expected.Select(r => r[1..])), "PDF");
            Assert.That(Tools.Run("pdfinfo", files["pdf"]), Does.Contain("Tagged:          yes"));
            Assert.That(Tools.Run("pdftotext", files["pdf"], "-"), Does.Contain("ș").Or.Contain("ț"), "Romanian letters");
        });
    }

    private static List<string[]> FromCsv(string file, List<string> columns)
    {
        var lines = JsonDocument.Parse(Tools.RunPython("import csv,json,sys\nprint(json.dumps([[r['row'],r['column'],r['value']] for r in csv.DictReader(open(sys.argv[1],encoding='utf-8-sig')) if r['table']=='T1']))", file)).RootElement;
        return [.. lines.EnumerateArray().GroupBy(l => int.Parse(l[0].GetString()!, CultureInfo.InvariantCulture)).OrderBy(g => g.Key)
            .Select(g => columns.Select(c => Figure(g.Single(l => l[1].GetString() == c)[2].GetString()!)).ToArray())];
    }

    private static List<string[]> FromXlsx(string file, List<string> columns)
    {
        var cells = JsonDocument.Parse(Tools.RunPython(
            "import json,openpyxl,sys\nb=openpyxl.load_workbook(sys.argv[1])\ns=[w for w in b.worksheets if w.title.startswith('T1 ')][0]\nprint(json.dumps([[None if c.value is None else str(c.value*100) if '%' in c.number_format else str(c.value) for c in r] for r in s.iter_rows()]))", file)).RootElement.EnumerateArray().ToList();
        return Rows(cells.ConvertAll(r => r.EnumerateArray().Select(c => c.GetString() ?? "").ToArray()), columns);
    }

    private static List<string[]> FromDocx(string file, List<string> columns)
    {
        var tables = JsonDocument.Parse(Tools.RunPython("import docx,json,sys\nprint(json.dumps([[[c.text for c in r.cells] for r in t.rows] for t in docx.Document(sys.argv[1]).tables]))", file)).RootElement;
        var cells = tables.EnumerateArray().Select(t => t.EnumerateArray().Select(r => r.EnumerateArray().Select(c => c.GetString()!).ToArray()).ToList());
        return Rows(cells.Single(t => columns.TrueForAll(c => t[0].Contains(c))), columns);
    }

    private static List<string[]> FromPdf(string file) =>
        [.. Tools.Run("pdftotext", "-layout", file, "-").Split('\n').Select(l => FiguresInARow().Match(l)).Where(m => m.Success)
            .Select(m => m.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(m.Groups[2].Value).Select(Figure).ToArray())];

    /// <summary>The rows below the header that names these columns, as figures, in the columns' order.</summary>
    private static List<string[]> Rows(List<string[]> cells, List<string> columns)
    {
        var header = cells.FindIndex(r => columns.TrueForAll(c => r.Contains(c)));
        Assert.That(header, Is.GreaterThanOrEqualTo(0));
        return [.. cells.Skip(header + 1).Select(r => columns.Select(c => Figure(r[Array.IndexOf(cells[header], c)])).ToArray())];
    }

    /// <summary>A figure without its dress: no unit, decimal point, one decimal at most. Words stay as they are.</summary>
    private static string Figure(string written)
    {
        var plain = Spaces().Replace(written, " ").Trim();
        if (plain is "–" or "") return "";
        var number = plain.Replace(" ", "", StringComparison.Ordinal).TrimEnd('%').Replace(',', '.');
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture) : plain;
    }

    private async Task CallTheApi(Person officer)
    {
        var list = await officer.Page.APIRequest.GetAsync("/api/v1/activities?size=5");
        Assert.That(list.Status, Is.EqualTo(200));
        var first = JsonDocument.Parse(await list.TextAsync()).RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        var one = await officer.Page.APIRequest.GetAsync($"/api/v1/activities/{first}");
        Assert.That(one.Headers["etag"], Does.Match("^\"[0-9]+\"$"));
        var again = await officer.Page.APIRequest.GetAsync($"/api/v1/activities/{first}", new() { Headers = new Dictionary<string, string> { ["If-None-Match"] = one.Headers["etag"] } });
        Assert.That(again.Status, Is.EqualTo(304));

        var stranger = await browser.PersonAsync(product.Address);
        var refused = await stranger.Page.APIRequest.GetAsync("/api/v1/activities");
        Assert.That((refused.Status, refused.Headers["content-type"]), Is.EqualTo((401, "application/problem+json")));
    }

    private static decimal RateIn(string evaluation)
    {
        var rate = Regex.Match(evaluation, "\"rate\":\\s*([0-9.]+)");
        Assert.That(rate.Success, Is.True, evaluation[..Math.Min(1500, evaluation.Length)]);
        return Math.Round(100 * decimal.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture), 1);
    }

    /// <summary>Ten counts and a rate, or the dash that stands for none.</summary>
    [GeneratedRegex(@"(?:^|\s)((?:\d+\s+){11})(\d+,\d[\s\u00A0]*%|–)\s*$")]
    private static partial Regex FiguresInARow();

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();
}
