// The product's addresses, read from its route table, with their parameters filled in.
using System.Text.RegularExpressions;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunicationStrategy.IntegrationTests.Http;

/// <param name="Policies">Names of the permissions asked for.</param>
/// <param name="IsPage">Answers people with HTML, forms included.</param>
internal sealed record Route(string Pattern, string Address, bool Open, IReadOnlyList<string> Policies, bool IsPage);

internal static partial class Routes
{
    public static IReadOnlyList<Route> Get(TestApp app) => [.. All(app, "GET")];

    public static IReadOnlyList<Route> Post(TestApp app) => [.. All(app, "POST")];

    /// <summary>What the API answers to, whatever the method.</summary>
    public static IReadOnlyList<Route> Api(TestApp app) => [.. new[] { "GET", "PUT", "POST", "DELETE" }.SelectMany(m => All(app, m)).Where(r => r.Pattern.StartsWith("/api/v1", StringComparison.Ordinal))];

    private static IEnumerable<Route> All(TestApp app, string method) =>
        from endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
        where methods is null || methods.Contains(method)
        let pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/')
        // The framework's own answers to what no route fits, and its files.
        where !pattern.StartsWith("/_", StringComparison.Ordinal) && pattern != "/{**path:file}"
        let asked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
        orderby pattern
        select new Route(
            pattern, Fill(pattern), endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null, [.. asked.Select(a => a.Policy).OfType<string>().Distinct()],
            endpoint.Metadata.Any(m => m.GetType().Name == "ComponentTypeMetadata"));

    private static string Fill(string pattern) => Parameter().Replace(pattern, p => p.Groups[1].Value switch
    {
        var name when name.Contains(":guid", StringComparison.Ordinal) => "0198c0de-0000-7000-8000-000000000000",
        var name when name.Contains(":int", StringComparison.Ordinal) => "404",
        "documentName" => "v1",
        "Step" => "complete",
        var name when name.StartsWith('*') || name.EndsWith('?') => "",
        _ => "1",
    });

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();
}
