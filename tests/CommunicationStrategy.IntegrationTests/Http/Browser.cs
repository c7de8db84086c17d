// A person at a browser without JavaScript: opens addresses, fills in the forms it finds, keeps cookies.
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.IntegrationTests.Http;

/// <param name="Html">The body as text, whatever its type.</param>
public sealed record Shown(HttpStatusCode Status, string Html, HttpResponseMessage Response)
{
    public string? Location => Response.Headers.Location?.ToString();
    public bool AsksToSignIn => Status == HttpStatusCode.Found && Location?.Contains("/sign-in", StringComparison.Ordinal) == true;
    public JsonElement Json => JsonDocument.Parse(Html).RootElement;
}

public sealed partial class Browser(HttpClient http)
{
    public async Task<Shown> Open(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) Assert.That(request.Headers.TryAddWithoutValidation(name, value));
        var response = await http.SendAsync(request);
        return new Shown(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public async Task<Shown> Post(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        var response = await http.PostAsync(new Uri(address, UriKind.Relative), content);
        return new Shown(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>Sends JSON, with the version it has seen where there is one.</summary>
    public Task<HttpResponseMessage> Put(string address, object body, string? ifMatch = null) => Send(HttpMethod.Put, address, body, ifMatch);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string address, object? body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null) Assert.That(request.Headers.TryAddWithoutValidation("If-Match", ifMatch));
        return await http.SendAsync(request);
    }

    /// <summary>Opens the page, fills its form of that name in beside what stands there already, and sends it.</summary>
    public async Task<Shown> Submit(string address, string form, params (string Name, string Value)[] fields)
    {
        var page = await Open(address);
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), address);
        var values = Hidden(page.Html, form);
        foreach (var (name, value) in fields) values[name] = value;
        return await Post(address, values);
    }

    /// <summary>Comes in through the form, as people do.</summary>
    public async Task SignIn(string email, string password)
    {
        var answer = await Submit("/sign-in", "sign-in", ("Input.Email", email), ("Input.Password", password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Html);
    }

    /// <summary>What the form carries along unseen: its token, its name, versions.</summary>
    private static Dictionary<string, string> Hidden(string html, string form)
    {
        foreach (Match found in Forms().Matches(html))
        {
            var hidden = Inputs().Matches(found.Value).Where(i => i.Value.Contains("type=\"hidden\"", StringComparison.Ordinal))
                .ToDictionary(i => Attribute(i.Value, "name"), i => Attribute(i.Value, "value"));
            if (hidden.GetValueOrDefault("_handler") == form) return hidden;
        }

        throw new AssertionException($"There is no form '{form}' on the page.");
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();
}
