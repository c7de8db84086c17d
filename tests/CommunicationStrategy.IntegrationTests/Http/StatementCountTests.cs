// Lists and details cost a constant number of SQL statements, whatever the number of rows.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.ActionPlan.Features.Reports;
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Media.Domain;
using CommunicationStrategy.Media.Features.Coverage;
using CommunicationStrategy.Notifications.Features.Digests;
using CommunicationStrategy.Notifications.Features.Mails;
using CommunicationStrategy.Stakeholders.Features.Contacts;
using CommunicationStrategy.Stakeholders.Features.Institutions;
using CommunicationStrategy.Web.Host;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.IntegrationTests.Http;

[TestFixtureSource(typeof(Providers))]
public sealed partial class StatementCountTests(string provider) : WebWorld(provider)
{
    private const int Most = 10;

    /// <summary>The overview gathers from every module, so it may take more; it too must not grow.</summary>
    private const int MostOfTheOverview = 12;

    /// <summary>So does the look ahead at reminders: duties, figures asked, calendar, people and contacts, settings and ledger are six rooms.</summary>
    private const int MostOfTheReminders = 18;

    /// <summary>And the sheet of verdicts, which sees the quarter as its evaluation does: plan and years' versions, reports, extensions, calendar, institutions.</summary>
    private const int MostOfTheVerdicts = 13;

    private static readonly string[] Beginnings =
    [
        "/", "/plan", "/plan?sort=lead&flag=DueSoon", "/plan?sort=-due&flag=Overdue&q=presa", "/plan/deadlines", "/plan/board", "/plan/timeline", "/plan/calendar", "/plan/institution", "/plan/feeds", "/plan/budget", "/plan/budget?year=2026&source=StateBudget", "/plan/budget/missing", "/plans", "/plans/calendar", "/matches", "/institutions", "/institutions/engagement", "/institutions/interactions", "/institutions/interactions?q=campania&kind=Meeting", "/institutions/commitments", "/media", "/media/releases", "/media/releases?q=ghid&kind=PressRelease&sort=number", "/media/events", "/media/enquiries", "/media/enquiries?state=Open&from=2026-01-01", "/strategy", "/evaluations", "/evaluations/quarter", "/evaluations/year", "/evaluations/verdicts", "/evaluations/levels", "/evaluations/findings", "/evaluations/compare", "/evaluations/dashboard", "/recommendations", "/indicators", "/indicators/import",
        "/reports", "/reports/expected", "/imports", "/imports/new", "/people", "/reminders", "/reminders/settings", "/reminders/settings/pause", "/mails", "/api/v1/activities", "/api/v1/activities?search=presa&sort=lead&flag=DueSoon", "/api/v1/institutions", "/api/v1/evaluations", "/api/v1/recommendations",
    ];

    [TestCaseSource(nameof(Sizes))]
    public async Task Lists_and_details_cost_the_same_with_few_and_with_many_rows(int rows)
    {
        var plan = await OneOfEverything();
        await Import(plan, 1, 20);
        var person = await SignedIn([.. Enum.GetValues<Role>().Where(r => r != Role.FocalPoint)]);
        string[] addresses = [.. Beginnings, .. await Details(person)];
        var few = await Count(person, addresses);
        await Import(plan, 21, rows);
        var many = await Count(person, addresses);

        Assert.That((await person.Open($"/api/v1/activities?planId={plan}")).Json.GetProperty("total").GetInt32(), Is.EqualTo(rows));
        foreach (var (address, count) in many) await TestContext.Out.WriteLineAsync($"{count,3}  {Id().Replace(address, "{id}")}");
        var costly = few.Where(c => c.Value > (c.Key switch { "/" => MostOfTheOverview, "/reminders" => MostOfTheReminders, "/evaluations/verdicts" => MostOfTheVerdicts, _ => Most })).Select(c => $"{c.Key}: {c.Value}");
        var growing = few.Where(c => many[c.Key] != c.Value).Select(c => $"{c.Key}: {c.Value} -> {many[c.Key]}");
        Assert.Multiple(() =>
        {
            Assert.That(costly, Is.Empty, $"more than {Most} statements");
            Assert.That(growing, Is.Empty, "statements grow with the rows");
        });
    }

    private static IEnumerable<TestCaseData> Sizes()
    {
        yield return new TestCaseData(400);
        foreach (var rows in new[] { 2_000, 20_000 })
        {
            var slow = new TestCaseData(rows).SetCategory("Long");
            yield return Environment.GetEnvironmentVariable("CS_TEST_LONG") == "1" ? slow : slow.Ignore("Slow: build/test long runs it.");
        }
    }

    /// <summary>An evaluated quarter with a report, coverage, a contact, a mail; and the draft of a plan to be filled.</summary>
    private async Task<Guid> OneOfEverything()
    {
        await FirstStart.LoadSampleAsync(App.Services, CancellationToken.None);
        await EvaluatedQuarter();
        var version = (await Get(new GetInstitution(Ministry))).Version;
        await Get(new AddContact(Ministry, "Ana Rusu", null, "ana@example.org", "ro", ContactRole.FocalPoint, version));
        var activity = await Activity((await Get(new GetPlans())).Single(p => p.Code == "PA-1").Id, "1.2", "24.07.2026");
        await Do(new SendDueReminders());
        Assert.That((await Get(new ListMails())).Total, Is.Positive);
        await Get(new SubmitReport(activity, "2026-Q3", null, ReportedState.InProgress, 20, "Început.", null, null, null), MinistryLink);
        await Get(new LogCoverage("Ziarul", "Articol", "https://example.org/articol", new DateOnly(2026, 7, 1), "ro", CoverageKind.News, 1, null, null));
        return await DraftPlan("PA-2");
    }

    /// <summary>One page of each kind that the lists lead to, and that those pages lead to.</summary>
    private static async Task<IReadOnlyList<string>> Details(Browser person)
    {
        var found = new Dictionary<string, string>();
        var next = Beginnings.Where(b => !b.StartsWith("/api", StringComparison.Ordinal)).ToList();
        for (var depth = 0; depth < 3; depth++)
        {
            var links = new List<string>();
            foreach (var address in next)
            {
                foreach (Match link in Links().Matches((await person.Open(address)).Html))
                {
                    var path = link.Groups[1].Value;
                    if (path.Contains("/export", StringComparison.Ordinal) || path.Contains("/evidence", StringComparison.Ordinal) || !found.TryAdd(Id().Replace(path, "{id}"), path)) continue;
                    links.Add(path);
                }
            }

            next = links;
        }

        Assert.That(found.Keys, Is.SupersetOf(new[]
        {
            "/plan/activities/{id}", "/plan/activities/{id}/edit", "/plan/activities/{id}/deadline", "/plans/{id}", "/plans/{id}/edit", "/plans/{id}/activities/add", "/imports/{id}", "/institutions/{id}",
            "/institutions/{id}/edit", "/institutions/{id}/contacts/new", "/institutions/{id}/engagement", "/institutions/interactions/{id}", "/institutions/interactions/{id}/edit", "/media/{id}", "/media/releases/{id}", "/media/events/{id}", "/media/enquiries/{id}", "/strategy/{id}", "/evaluations/{id}", "/reports/{id}", "/people/{id}", "/mails/{id}",
        }));
        return [.. found.Values];
    }

    private async Task<Dictionary<string, int>> Count(Browser person, string[] addresses)
    {
        var counts = new Dictionary<string, int>();
        foreach (var address in addresses)
        {
            var shown = HttpStatusCode.Unused;
            counts[address] = (await App.Statements.During(async () => shown = (await person.Open(address)).Status)).Count;
            Assert.That(shown, Is.EqualTo(HttpStatusCode.OK), address);
            Assert.That(counts[address], Is.Positive, "the counter counts");
        }

        return counts;
    }

    private async Task Import(Guid plan, int from, int to)
    {
        var file = new StringBuilder("Nr.,Obiectiv,Activitate,Termen,Responsabil,Parteneri\n");
        for (var i = from; i <= to; i++) file.AppendLine(CultureInfo.InvariantCulture, $"1.{i},Obiectivul 1,Clubul de presă {i},{(i % 2 == 0 ? "trimestrial" : "30.06.2026")},{(i % 3 == 0 ? "MAI" : "ANAS")},MAI");
        var import = await Get(new UploadPlanFile(plan, $"plan-{from}.csv", Encoding.UTF8.GetBytes(file.ToString()), "ro"));
        await Do(new MapImportColumns(import, [.. (await Get(new GetImport(import))).Columns.Select(c => c.Meaning)]));
        await Do(new CheckImport(import));
        await Do(new StartImport(import));
        await Do(new CommitImport(import));
    }

    [GeneratedRegex("href=\"(/[^\"?#]*[0-9a-f]{8}-[0-9a-f-]{27}[^\"?#]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
