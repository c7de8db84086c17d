// Calls partner systems: the address is looked at when the connection is made, so that a name which leads inside leads nowhere.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using CommunicationStrategy.Notifications;

namespace CommunicationStrategy.Web.Host.Webhooks;

/// <param name="allowPrivate">The setting Webhooks:AllowPrivate: partner systems in the office's own net may be called, also over http.</param>
internal sealed class WebhookTransport(bool allowPrivate) : IWebhookTransport, IDisposable
{
    private const int AnswerLength = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient client = new(Handler(allowPrivate)) { Timeout = Patience };

    public string? Refuses(string address)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0) return "unreadable";
        if (uri.Scheme != Uri.UriSchemeHttps && !(allowPrivate && uri.Scheme == Uri.UriSchemeHttp)) return "not-https";
        if (allowPrivate) return null;
        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip)) return PublicNet.Has(ip) ? null : "private";
        return uri.IsLoopback || !uri.IdnHost.Contains('.', StringComparison.Ordinal) ? "private" : null;
    }

    public async Task<SendOutcome> PostAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (Refuses(request.Address.AbsoluteUri) is { } refused) return new SendOutcome(SendState.TryLater, $"The address may not be called ({refused}).");
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Address);
        message.Content = new StringContent(request.Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        message.Headers.Add("webhook-id", request.Id);
        message.Headers.Add("webhook-timestamp", request.At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        message.Headers.Add("webhook-signature", request.Signature);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("CommunicationStrategy", null));
        try
        {
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode) return SendOutcome.Sent;
            var detail = $"{(int)response.StatusCode} {await BeginningAsync(response, cancellationToken)}".Trim();
            return response.StatusCode == HttpStatusCode.Gone ? new SendOutcome(SendState.Refused, detail, AddressRefused: true) : new SendOutcome(SendState.TryLater, detail);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome(SendState.TryLater, exception is TaskCanceledException ? $"No answer within {Patience.TotalSeconds} seconds." : (exception.InnerException ?? exception).Message);
        }
    }

    public void Dispose() => client.Dispose();

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = new byte[AnswerLength];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        // Shown to people and kept: no control characters of somebody else's.
        return string.Concat(Encoding.UTF8.GetString(bytes, 0, read).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
    }

    private static SocketsHttpHandler Handler(bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
            var allowed = addresses.Where(a => allowPrivate || PublicNet.Has(a)).ToArray();
            if (allowed.Length == 0) throw new HttpRequestException("The address leads into a private net and may not be called.");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                // To the very addresses that were looked at: asked once more, the name could lead elsewhere.
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
