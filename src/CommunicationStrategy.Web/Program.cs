// The only executable: web pages, REST API and jobs. Roles: Web, Worker, or both in one process.
using CommunicationStrategy.Web.Components;
using CommunicationStrategy.Web.Host;
using CommunicationStrategy.Web.Jobs;
using Hangfire;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

// Here and not in the project file, so that it holds wherever the program is hosted, tests included.
AppContext.SetSwitch("Microsoft.AspNetCore.Components.Endpoints.NavigationManager.DisableThrowNavigationException", true);

var line = CommandLine.Parse(args);
if (line.Help) return Say(CommandLine.HelpText, 0);
if (line.Error is not null) return Fail(line.Error);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "CommunicationStrategy.Web", ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.Configuration.AddEnvironmentVariables("CS_").AddInMemoryCollection(line.Settings);

var (settings, error) = HostSettings.Read(builder.Configuration);
if (settings is null) return Fail(error!);

builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Listen(settings.Address, settings.Port);
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 25L * 1024 * 1024;
});
builder.AddProduct(settings);
builder.Services.AddPages();
builder.Services.AddApi();

var app = builder.Build();
try
{
    if (line.Migrate || settings.Database.Provider == "Sqlite") await DatabaseStart.MigrateAsync(app.Services, CancellationToken.None);
    if (line.Migrate) return Say("The database is up to date.", 0);
    var outdated = await DatabaseStart.OutdatedAsync(app.Services, CancellationToken.None);
    if (outdated.Count > 0) return Fail($"The database is older than this program ({string.Join(", ", outdated)}). Run: build/run migrate");
    if (line.Sample) Console.Out.WriteLine(await FirstStart.LoadSampleAsync(app.Services, CancellationToken.None));
}
catch (System.Data.Common.DbException exception)
{
    return Fail($"The database ({settings.Database.Provider}) cannot be used: {exception.Message}");
}

app.UsePages();
app.MapApi();
Schedule.Apply(app.Services.GetRequiredService<IRecurringJobManager>(), settings.TimeZone);

try
{
    await app.StartAsync();
    // Known only now: port 0 takes a free one.
    PublicAddress.Listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
    Console.Out.WriteLine($"CommunicationStrategy listens on {PublicAddress.Listening}");
    if (await FirstStart.AdministratorLinkAsync(app.Services) is { } path) Console.Out.WriteLine($"First administrator: open {PublicAddress.Listening}{path} (once, within 24 hours)");
    Console.Out.Flush();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (IOException exception) when (exception.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    return Fail($"Port {settings.Port} on {settings.Address} is in use. Choose another: --port N (0 takes a free one).");
}

static int Say(string text, int code)
{
    Console.Out.WriteLine(text);
    return code;
}

static int Fail(string error)
{
    Console.Error.WriteLine(error);
    return 2;
}
