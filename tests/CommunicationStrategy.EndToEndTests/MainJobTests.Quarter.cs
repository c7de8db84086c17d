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

        var xlsx = Tools.RunPython("import openpyxl,sys\nfor s in openpyxl.load_workbook(sys.argv[1]).worksheets:\n for r in s.iter_rows(values_only=True):\n  print('|'.join('' if c is None else str(c) for c in r))", files["xlsx"]);
        var docx = Tools.RunPython("import docx,sys\nd=docx.Document(sys.argv[1])\nprint('\\n'.join(p.text for p in d.paragraphs))\nfor t in d.tables:\n for r in t.rows:\n  print('|'.join(c.text for c in r.cells))", files["docx"]);
        var pdf = Tools.Run("pdftotext", "-layout", files["pdf"], "-");
        var csv = await File.ReadAllTextAsync(files["csv"]);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(files["json"]));

        // The rate as the frozen figures have it, to be found in every document as people read it.
        var row = await head.Page.APIRequest.GetAsync($"/api/v1/evaluations/{evaluation}");
        var rate = RateIn((await row.TextAsync()));
        var written = rate.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
        Assert.Multiple(() =>
        {
            Assert.That(Spaces().Replace(docx, " "), Does.Contain($"{written} %"), "DOCX");
            Assert.That(Spaces().Replace(pdf, " "), Does.Contain($"{written} %"), "PDF");
            Assert.That(csv, Does.Contain(rate.ToString("0.#", CultureInfo.InvariantCulture)), "CSV");
            Assert.That(json.RootElement.GetRawText(), Does.Contain(rate.ToString("0.#", CultureInfo.InvariantCulture)), "JSON");
            Assert.That(xlsx, Does.Match((rate / 100).ToString("0.###", CultureInfo.InvariantCulture)), "XLSX");
            Assert.That(Tools.Run("pdfinfo", files["pdf"]), Does.Contain("Tagged:          yes"));
            Assert.That(pdf, Does.Contain("ș").Or.Contain("ț"), "Romanian letters");
        });
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

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();
}
