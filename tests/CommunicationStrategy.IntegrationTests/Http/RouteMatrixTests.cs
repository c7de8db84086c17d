// Every address x every role: open or closed exactly as the written matrix of permissions says.
using System.Net;
using CommunicationStrategy.Access.Domain;
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.IntegrationTests.Http;

/// <summary>On one database only: who may come where is not decided by it.</summary>
[TestFixture]
public sealed class RouteMatrixTests() : WebWorld("Sqlite")
{
    /// <summary>For those who stand before the door, or hold a link; each of these decides by itself.</summary>
    private static readonly string[] ForEveryone =
    [
        "/sign-in", "/set-up/{Token}", "/welcome/{Token}", "/accessibility", "/error/{Code:int}", "/language", "/theme", "/health/live", "/health/ready",
        "/r/{Token}", "/calendar/{token}.ics", "/report", "/report/{ActivityId:guid}", "/report/figures/{IndicatorId:guid}",
        // Files of the library that shows the API's description.
        "/api/docs/favicon.svg", "/api/docs/scalar.aspnetcore.js", "/api/docs/scalar.js",
    ];

    private static readonly string[] ForSignedIn = ["/", "/account", "/styles", "/openapi/{documentName}.json", "/api/docs/{documentName?}"];

    [Test]
    public void Every_address_says_who_may_come()
    {
        var known = Enum.GetNames<Permission>();
        var wrong = Routes.Get(App).Concat(Routes.Api(App)).Where(r => !(
            r.Open ? ForEveryone.Contains(r.Pattern) :
            r.Policies.Count > 0 ? r.Policies.All(known.Contains) : ForSignedIn.Contains(r.Pattern))).Select(r => r.Pattern);
        Assert.That(wrong, Is.Empty, "an address needs a policy named like a permission, or a line in this file");
    }

    [Test]
    public async Task Nobody_comes_in_without_signing_in()
    {
        var stranger = Stranger();
        var routes = Routes.Get(App);
        Assert.That(routes, Has.Count.GreaterThan(20));
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var shown = await stranger.Open(route.Address);
            var kept = shown.AsksToSignIn || shown.Status == HttpStatusCode.Unauthorized;
            if (kept == route.Open || shown.Status >= HttpStatusCode.InternalServerError) wrong.Add($"{route.Address}: {(int)shown.Status}");
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task Each_role_opens_what_its_permissions_say()
    {
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await SignedIn(role);
            var permissions = RolePermissions.Of([role]).Select(p => p.ToString()).ToList();
            foreach (var route in Routes.Get(App))
            {
                var shown = await browser.Open(route.Address);
                var may = route.Open || route.Policies.All(permissions.Contains);
                var refused = shown.Status == HttpStatusCode.Forbidden || shown.AsksToSignIn || shown.Status == HttpStatusCode.Unauthorized;
                if (refused == may || shown.Status >= HttpStatusCode.InternalServerError) wrong.Add($"{role} {route.Address}: {(int)shown.Status}");
            }
        }

        Assert.That(wrong, Is.Empty);
    }
}
