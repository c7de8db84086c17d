// Webhooks against a receiver of another make, which checks the signature with the code that the documentation gives.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.IntegrationTests.Infrastructure;
using CommunicationStrategy.Notifications;
using CommunicationStrategy.Notifications.Data;
using CommunicationStrategy.Notifications.Domain;
using CommunicationStrategy.Notifications.Features.Webhooks;
using CommunicationStrategy.Web.Host.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunicationStrategy.IntegrationTests.Notifications;

[TestFixtureSource(typeof(Providers))]
public sealed class WebhookTests(string provider) : ReminderWorld(provider)
{
    private const string Opened = "action-plan.collection-opened.v1";

    [Test]
    public async Task An_event_arrives_signed_once_for_each_who_asked_for_it()
    {
        using var receiver = new Receiver();
        var (other, _) = await Add(receiver, "monitoring.evaluation-approved.v1");
        var (hook, _) = await Add(receiver, Opened);
        await Do(new OpenCollection(Plan, "2026-Q1"));
        await App.DispatchAsync();
        await App.DispatchAsync();
        await Send();
        await Send();

        var call = receiver.Calls().Single();
        Assert.That(call.GetProperty("verified").GetBoolean(), Is.True, "by the documented code");
        var body = JsonDocument.Parse(call.GetProperty("body").GetString()!).RootElement;
        Assert.That((body.GetProperty("type").GetString(), body.GetProperty("data").GetProperty("period").GetString(), body.GetProperty("data").GetProperty("planId").GetGuid()), Is.EqualTo((Opened, "2026-Q1", Plan)));
        var delivery = (await Get(new GetWebhook(hook))).Deliveries.Items.Single();
        Assert.That((delivery.State, delivery.Attempts, $"{delivery.Id:N}"), Is.EqualTo((DeliveryState.Sent, 1, call.GetProperty("id").GetString())));
        Assert.That((await Get(new GetWebhook(other))).Deliveries.Total, Is.Zero);

        await Do(new ReplayDelivery(delivery.Id, delivery.Version));
        await Send();
        Assert.That(receiver.Calls().Select(c => c.GetProperty("id").GetString()), Is.EqualTo(new[] { $"{delivery.Id:N}", $"{delivery.Id:N}" }), "replayed under its old id");
    }

    [Test]
    public async Task What_fails_is_tried_again_then_stopped_and_goes_out_when_resumed()
    {
        using var receiver = new Receiver();
        var (hook, _) = await Add(receiver, Opened);
        receiver.Answer(500);
        await Do(new OpenCollection(Plan, "2026-Q1"));
        await App.DispatchAsync();
        var noon = App.Clock.GetUtcNow();
        var minutes = new List<int>();
        for (var minute = 0; minute < 600; minute++)
        {
            // A second more each time: the clock of the tests runs on while they run.
            App.Clock.Set(noon + TimeSpan.FromSeconds(61 * minute));
            var before = receiver.Calls().Count;
            if ((await Get(new GetWebhook(hook))).Deliveries.Items.Single() is { } row && row.NextAttemptAt <= App.Clock.GetUtcNow()) await Send();
            if (receiver.Calls().Count > before) minutes.Add(minute);
        }

        Assert.That(minutes.Take(5), Is.EqualTo(new[] { 0, 1, 6, 36, 96 }));
        var stopped = await Get(new GetWebhook(hook));
        Assert.That((stopped.Stopped, stopped.Failures, minutes.Count, stopped.Deliveries.Items.Single().State), Is.EqualTo((WebhookStop.Failing, WebhookSubscription.MostFailures, WebhookSubscription.MostFailures, DeliveryState.Planned)));
        Assert.That(stopped.Deliveries.Items.Single().LastError, Is.EqualTo("500 no"));
        Assert.That((await App.Send(new PingWebhook(hook))).Failure?.Code, Is.EqualTo("notifications.webhook-stopped"));

        receiver.Answer(204);
        await Do(new ResumeWebhook(hook, stopped.Version));
        await Send();
        Assert.That((await Get(new GetWebhook(hook))).Deliveries.Items.Single().State, Is.EqualTo(DeliveryState.Sent));
        Assert.That((await Get(new ListWebhooks())).Single().Failures, Is.Zero);
    }

    [TestCase(410, DeliveryState.Failed, WebhookStop.Gone)]
    [TestCase(302, DeliveryState.Planned, null)]
    [TestCase(404, DeliveryState.Planned, null)]
    [TestCase(0, DeliveryState.Planned, null, Description = "the connection is closed without an answer")]
    public async Task What_is_no_yes_is_no_delivery(int status, DeliveryState state, string? stop)
    {
        using var receiver = new Receiver();
        var (hook, _) = await Add(receiver, Opened);
        receiver.Answer(status);
        await Do(new OpenCollection(Plan, "2026-Q1"));
        await App.DispatchAsync();
        await Send();
        var row = await Get(new GetWebhook(hook));
        Assert.That((row.Deliveries.Items.Single().State, row.Stopped, receiver.Calls().Count), Is.EqualTo((state, stop, 1)), "a redirect is not followed");
        if (stop is null) return;
        receiver.Answer(200);
        await Do(new ResumeWebhook(hook, row.Version));
        Assert.That(await Get(new ReplayFailed(hook, Today)), Is.EqualTo(1));
        await Send();
        Assert.That((await Get(new GetWebhook(hook))).Deliveries.Items.Single().State, Is.EqualTo(DeliveryState.Sent));
    }

    [Test]
    public async Task A_sender_that_died_is_made_up_for_under_the_same_id()
    {
        using var receiver = new Receiver();
        var (hook, _) = await Add(receiver, Opened);
        await Do(new OpenCollection(Plan, "2026-Q1"));
        await App.DispatchAsync();
        await using (var scope = App.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
            var claimed = (await db.WebhookDeliveries.ClaimAsync(App.Clock.GetUtcNow(), CancellationToken.None))!.Single();
            Assert.That(await db.WebhookDeliveries.BeginAsync(claimed, App.Clock.GetUtcNow(), CancellationToken.None), Is.True);
        }

        await Send();
        Assert.That(receiver.Calls(), Is.Empty, "it may be under way");
        App.Clock.Set(App.Clock.GetUtcNow() + LedgerEntry.ClaimLease + TimeSpan.FromMinutes(1));
        await Send();
        Assert.That((receiver.Calls().Count, (await Get(new GetWebhook(hook))).Deliveries.Items.Single().State), Is.EqualTo((1, DeliveryState.Sent)));
    }

    [Test]
    public async Task Secrets_are_kept_encrypted_and_a_new_one_signs_from_then_on()
    {
        using var receiver = new Receiver();
        var (hook, secret) = await Add(receiver, Opened);
        await using (var scope = App.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
            Assert.That((await db.Webhooks.SingleAsync()).Secret, Does.Not.Contain(secret["whsec_".Length..]));
            Assert.That(string.Concat(db.Audit.Select(a => a.Changes)), Does.Not.Contain(secret["whsec_".Length..]));
        }

        var rotated = await Get(new RotateWebhookSecret(hook, 1));
        Assert.That(rotated, Is.Not.EqualTo(secret));
        await Do(new OpenCollection(Plan, "2026-Q1"));
        await App.DispatchAsync();
        await Send();
        Assert.That(receiver.Calls().Single().GetProperty("verified").GetBoolean(), Is.False, "the receiver still has the old one");
        receiver.Secret(rotated);
        var delivery = (await Get(new GetWebhook(hook))).Deliveries.Items.Single();
        await Do(new ReplayDelivery(delivery.Id, delivery.Version));
        await Send();
        Assert.That(receiver.Calls()[^1].GetProperty("verified").GetBoolean(), Is.True);
        await Do(new RemoveWebhook(hook, 2));
        Assert.That((await Get(new ListWebhooks())), Is.Empty);
    }

    [TestCase("http://example.org/hook")]
    [TestCase("https://user:pass@example.org/")]
    [TestCase("https://localhost/hook")]
    [TestCase("https://intranet/hook")]
    [TestCase("https://127.0.0.1/")]
    [TestCase("https://10.0.0.8/")]
    [TestCase("https://169.254.169.254/latest/meta-data")]
    [TestCase("https://[::1]/")]
    [TestCase("https://[::ffff:10.0.0.1]/")]
    [TestCase("https://[fd00::1]/")]
    [TestCase("https://0x7f000001/")]
    [TestCase("ftp://example.org/")]
    [TestCase("not an address")]
    public async Task Addresses_that_lead_inside_are_refused(string address) =>
        Assert.That((await App.Send(new AddWebhook("Portal", address, [Opened], null))).Failure?.Fields.Single().Code, Is.EqualTo("notifications.webhook-address"));

    [Test]
    public async Task A_name_that_leads_inside_is_not_called()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var transport = new WebhookTransport(allowPrivate: false);
        // This name has one public meaning: the loopback address (RFC 6761 keeps it free of anything else).
        var outcome = await transport.PostAsync(new WebhookRequest(new Uri($"https://name.localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/"), "1", App.Clock.GetUtcNow(), "v1,x", "{}"), CancellationToken.None);
        Assert.That((outcome.State, listener.Pending()), Is.EqualTo((SendState.TryLater, false)));
    }

    private async Task<(Guid Id, string Secret)> Add(Receiver receiver, params string[] events)
    {
        // As an office with AllowPrivate adds it: the receiver of the test is on loopback.
        await using var scope = App.Scope();
        var secret = WebhookSubscription.NewSecret();
        var webhook = new WebhookSubscription("Portal", receiver.Address, events, null, scope.ServiceProvider.GetRequiredService<ISecretBox>().Close(secret));
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDbContext>();
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync();
        receiver.Secret(secret);
        return (webhook.Id, secret);
    }

    private async Task Send()
    {
        await using var scope = App.Scope();
        var services = scope.ServiceProvider;
        using var transport = new WebhookTransport(allowPrivate: true);
        await new WebhookSender(services.GetRequiredService<NotificationsDbContext>(), transport, services.GetRequiredService<ISecretBox>(), App.Clock, NullLogger<WebhookSender>.Instance).SendAsync(CancellationToken.None);
    }

    /// <summary>A receiver in Python: checks with the documentation's code, writes down each call, and answers as it is told.</summary>
    private sealed class Receiver : IDisposable
    {
        private const string Script = """
            import http.server, json, os, re, sys
            folder, document = sys.argv[1:]
            exec(re.search(r"```python\n(.*?)```", open(document, encoding="utf-8").read(), re.S).group(1))
            def read(name, default=""):
                try: return open(os.path.join(folder, name), encoding="utf-8").read()
                except FileNotFoundError: return default
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_POST(self):
                    body = self.rfile.read(int(self.headers["content-length"]))
                    ok = verify(read("secret"), self.headers, body, now=int(self.headers["webhook-timestamp"]))
                    with open(os.path.join(folder, "calls"), "a", encoding="utf-8") as calls:
                        calls.write(json.dumps({"id": self.headers["webhook-id"], "verified": ok, "body": body.decode()}) + "\n")
                    status = int(read("answer", "200"))
                    if status == 0: self.connection.close(); return
                    self.send_response(status)
                    if status == 302: self.send_header("Location", "/elsewhere")
                    self.send_header("Content-Length", "2" if status != 204 else "0"); self.end_headers()
                    if status != 204: self.wfile.write(b"no")
                def do_GET(self): self.do_POST()
                def log_message(self, *args): pass
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
            print(server.server_port, flush=True)
            server.serve_forever()
            """;

        private readonly string folder = Directory.CreateTempSubdirectory("cs-hook-").FullName;
        private readonly Process process;

        public Receiver()
        {
            var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("CS_TEST_PYTHON") ?? "/usr/bin/python3") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in new[] { "-c", Script, folder, Path.Combine(Root(), "docs", "webhooks.md") }) start.ArgumentList.Add(argument);
            process = Process.Start(start)!;
            Address = $"http://127.0.0.1:{process.StandardOutput.ReadLine()}/hook";
        }

        public string Address { get; }

        public void Secret(string secret) => File.WriteAllText(Path.Combine(folder, "secret"), secret);

        public void Answer(int status) => File.WriteAllText(Path.Combine(folder, "answer"), $"{status}");

        public IReadOnlyList<JsonElement> Calls() =>
            File.Exists(Path.Combine(folder, "calls")) ? [.. File.ReadAllLines(Path.Combine(folder, "calls")).Select(l => JsonDocument.Parse(l).RootElement)] : [];

        public void Dispose()
        {
            process.Kill();
            process.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        private static string Root()
        {
            var root = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(root, "global.json"))) root = Path.GetDirectoryName(root)!;
            return root;
        }
    }
}
