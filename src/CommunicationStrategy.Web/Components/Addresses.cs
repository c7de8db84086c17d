// Filters, sort and page live in the address. These change one part of it and keep the rest.
using Microsoft.AspNetCore.WebUtilities;

namespace CommunicationStrategy.Web.Components;

internal static class Addresses
{
    /// <summary>The path and query of an absolute address with these query values set; null or "" takes one away.</summary>
    public static string With(string uri, params ReadOnlySpan<(string Key, string? Value)> changes) => With(uri, new Uri(uri).AbsolutePath, changes);

    /// <summary>The same query on another path: an export, a switch of the view.</summary>
    public static string With(string uri, string path, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query).ToDictionary(q => q.Key, q => q.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in changes)
        {
            if (string.IsNullOrEmpty(value)) query.Remove(key);
            else query[key] = value;
        }

        return QueryHelpers.AddQueryString(path, query.Where(q => q.Value.Any(v => !string.IsNullOrEmpty(v))));
    }

    public static string? Value(string uri, string key) =>
        QueryHelpers.ParseQuery(new Uri(uri).Query).TryGetValue(key, out var value) ? value.ToString() : null;

    public static string PathAndQuery(string uri) => new Uri(uri).PathAndQuery;
}
