// Lists and details cost a constant number of SQL statements, whatever the number of rows.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.ActionPlan.Features.Imports;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using System.Globalization;
using System.Text;

namespace CommunicationStrategy.IntegrationTests.Http;

[TestFixtureSource(typeof(Providers))]
public sealed class StatementCountTests(string provider) : WebWorld(provider)
{
    private const int Most = 10;

    /// <summary>The overview gathers from every module, so it may take more; it too must not grow.</summary>
    private const int MostOfTheOverview = 12;

    [Test]
    public async Task Lists_and_details_cost_the_same_with_few_and_with_many_rows()
    {
        var plan = await DraftPlan();
        await Import(plan, 1, 20);
        var person = await SignedIn([.. Enum.GetValues<Role>().Where(r => r != Role.FocalPoint)]);
        var activity = (await person.Open("/api/v1/activities")).Json.GetProperty("items")[0].GetProperty("id").GetGuid();
        string[] addresses =
        [
            "/api/v1/activities", $"/api/v1/activities/{activity}", "/api/v1/activities?search=presa&sort=lead&flag=DueSoon", "/api/v1/institutions", $"/api/v1/institutions/{Ministry}", "/api/v1/evaluations",
            "/", "/plan", "/plan?sort=lead&flag=DueSoon", $"/plan/activities/{activity}", $"/plans/{plan}", "/plans", "/plan/deadlines", "/matches", "/institutions", $"/institutions/{Ministry}",
            "/media", "/strategy", "/evaluations", "/reports", "/imports", "/people", "/reminders", "/mails",
        ];
        var few = await Count(person, addresses);
        await Import(plan, 21, 400);
        var many = await Count(person, addresses);

        Assert.That((await person.Open("/api/v1/activities")).Json.GetProperty("total").GetInt32(), Is.EqualTo(400));
        var costly = few.Where(c => c.Value > (c.Key == "/" ? MostOfTheOverview : Most)).Select(c => $"{c.Key}: {c.Value}");
        var growing = few.Where(c => many[c.Key] != c.Value).Select(c => $"{c.Key}: {c.Value} -> {many[c.Key]}");
        Assert.Multiple(() =>
        {
            Assert.That(costly, Is.Empty, $"more than {Most} statements");
            Assert.That(growing, Is.Empty, "statements grow with the rows");
        });
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
}
