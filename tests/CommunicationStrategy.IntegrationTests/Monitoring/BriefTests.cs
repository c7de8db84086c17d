// The one-page brief and the pictures for slides, as other programs see them.
using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.BuildingBlocks;
using CommunicationStrategy.IntegrationTests.ActionPlan;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Monitoring.Features.Conclusions;
using CommunicationStrategy.Monitoring.Features.Evaluations;

namespace CommunicationStrategy.IntegrationTests.Monitoring;

[TestFixtureSource(typeof(Providers))]
public sealed class BriefTests(string provider) : PlanWorld(provider)
{
    private const string Period = "2026-Q2";
    private const string Long = "Elaborarea, consultarea publică și aprobarea regulamentului privind comunicarea instituțiilor membre ale Comitetului național pentru combaterea traficului de ființe umane, inclusiv a anexelor";

    [Test]
    public async Task The_brief_is_one_page_whatever_the_length_of_the_titles()
    {
        var id = await Evaluated();
        Assert.That((await Get(new GetExportFormats())).WhyNoPdf, Is.Null, "build/test installs Chromium");
        foreach (var language in LocalizedText.Languages)
        {
            var file = await Get(new ExportEvaluation(id, "brief-pdf", language));
            var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"brief-{App.Provider}-{language}.pdf");
            await File.WriteAllBytesAsync(path, file.Content);
            var info = await Said("pdfinfo", path);
            Assert.That(info, Does.Match(@"Pages:\s+1\b").And.Match(@"Tagged:\s+yes"), language);
            var text = (await Said("pdftotext", "-layout", path, "-")).Replace('\u00a0', ' ');
            File.Delete(path);
            Assert.That(text, Does.Contain(language == "en" ? "50.0 %" : "50,0 %").And.Contain("1.1").And.Contain("1.7"), language);
        }
    }

    [Test]
    public async Task The_pictures_are_slides_that_need_no_style_sheet_and_name_their_source()
    {
        var id = await Evaluated();
        var file = await Get(new ExportEvaluation(id, "charts", "ru"));
        Assert.That(file.FileName, Does.EndWith(".zip"));
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        Assert.That(zip.Entries.Select(e => e.Name), Is.SupersetOf(new[] { "01-rates.svg", "02-objectives.svg" }).And.Ordered.And.Unique);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            var svg = XDocument.Parse(await reader.ReadToEndAsync()).Root!;
            Assert.That(svg.Attribute("viewBox")!.Value, Is.EqualTo("0 0 960 540"), entry.Name);
            Assert.That(svg.ToString(), Does.Not.Contain("var(").And.Contain((await Get(new GetEvaluation(id))).ContentHash[..12]).And.Contain("ПРОЕКТ"), entry.Name);
            Assert.That(svg.Elements().Single(e => e.Name.LocalName == "desc").Value, Is.Not.Empty);
        }
    }

    /// <summary>A draft with four long activities overdue, four done on time and five decisions asked.</summary>
    private async Task<Guid> Evaluated()
    {
        var plan = await DraftPlan();
        for (var i = 1; i <= 4; i++) await Activity(plan, $"1.{i}", $"{10 + i}.06.2026", title: $"{Long} ({i})");
        var done = new List<Guid>();
        for (var i = 5; i <= 8; i++) done.Add(await Activity(plan, $"1.{i}", "30.06.2026", title: $"{Long} ({i})"));
        await PutInForce(plan);
        foreach (var activity in done) await Do(new CompleteActivity(activity, new DateOnly(2026, 5, 20), false, "Făcut", null, (await One(activity)).Version));
        await Do(new OpenCollection(plan, Period));
        App.Clock.Set(new DateOnly(2026, 7, 21));
        await Do(new CloseCollection(plan, Period));
        for (var i = 0; i < 5; i++) await Get(new AddRecommendation(plan, Period, LocalizedText.Of("ro", Long), Ministry, new DateOnly(2026, 9, 30)));
        return await Get(new ComputeEvaluation(plan, Period));
    }

    private static async Task<string> Said(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, program);
        return text;
    }
}
