// The menu of each role: whatever it offers opens, and focal points find their duties in it.
using System.Net;
using System.Text.RegularExpressions;
using CommunicationStrategy.Access.Domain;

namespace CommunicationStrategy.IntegrationTests.Http;

/// <summary>On one database only: a menu is not kept in it.</summary>
[TestFixture]
public sealed partial class NavigationTests() : WebWorld("Sqlite")
{
    [Test]
    public async Task Every_entry_of_the_menu_opens([Values] Role role)
    {
        await Activity(await PlanInForce());
        var person = await SignedIn(role);
        var menu = Menu().Match((await person.Open("/")).Html).Value;
        var entries = Entries().Matches(menu).Select(m => m.Groups[1].Value).ToList();
        Assert.That(entries, Does.Contain("/"));
        Assert.That(entries.Contains("/report"), Is.EqualTo(role == Role.FocalPoint));
        foreach (var entry in entries) Assert.That((await person.Open(entry)).Status, Is.EqualTo(HttpStatusCode.OK), $"{role} {entry}");
    }

    [GeneratedRegex("<nav id=\"menu\".*?</nav>", RegexOptions.Singleline)]
    private static partial Regex Menu();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Entries();
}
