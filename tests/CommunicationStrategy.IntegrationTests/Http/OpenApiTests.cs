// The API's written description is part of the repository: what the program says of itself must equal it.
using System.Text.Json;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.IntegrationTests.Http;

public sealed class OpenApiTests() : WebWorld("Sqlite")
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task The_description_is_the_one_in_docs()
    {
        var person = await SignedIn(Role.Officer);
        var shown = await person.Open("/openapi/v1.json");
        var actual = JsonSerializer.Serialize(shown.Json, Indented).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(Root(), "docs", "api", "openapi.json");
        if (Environment.GetEnvironmentVariable("CS_UPDATE_OPENAPI") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, actual);
        }

        Assert.That(File.Exists(file), "docs/api/openapi.json is missing: CS_UPDATE_OPENAPI=1 build/test writes it.");
        Assert.That(actual, Is.EqualTo(await File.ReadAllTextAsync(file)), "The API changed: CS_UPDATE_OPENAPI=1 build/test writes docs/api/openapi.json anew; look at the difference before committing it.");
    }

    [Test]
    public async Task Every_route_of_the_api_is_described()
    {
        var person = await SignedIn(Role.Officer);
        var described = (await person.Open("/openapi/v1.json")).Json.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        var routes = Routes.Api(App).Select(r => r.Pattern).Where(p => p.StartsWith("/api/v1", StringComparison.Ordinal))
            .Select(p => p.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).TrimEnd('/')).Distinct();
        Assert.That(described, Is.EquivalentTo(routes));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CommunicationStrategy.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
