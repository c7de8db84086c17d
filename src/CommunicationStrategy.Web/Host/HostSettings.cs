// The settings of the host, read and checked once at the start; a wrong one stops the start with one clear line.
using System.Net;
using CommunicationStrategy.Web.Host.Mail;

namespace CommunicationStrategy.Web.Host;

internal enum HostRole { All, Web, Worker }

internal sealed class HostSettings
{
    public required IPAddress Address { get; init; }
    public required int Port { get; init; }
    public required HostRole Role { get; init; }
    public required string DataFolder { get; init; }
    public required DatabaseOptions Database { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Name of the office as it signs mails and reports.</summary>
    public required string OfficeName { get; init; }

    /// <summary>The address people use, without a slash at the end; empty means the address listened on.</summary>
    public required string PublicUrl { get; init; }
    public string? ChromiumPath { get; init; }
    public required MailSettings Mail { get; init; }

    /// <summary>Webhooks may lead into the office's own net, and be called over http.</summary>
    public required bool WebhooksAllowPrivate { get; init; }

    /// <summary>The settings, or the one line that says what is wrong.</summary>
    public static (HostSettings? Settings, string? Error) Read(IConfiguration configuration)
    {
        if (!IPAddress.TryParse(configuration["Host:Address"], out var address)) return Wrong("Host:Address (--address)", configuration["Host:Address"], "an IP address such as 127.0.0.1");
        if (!int.TryParse(configuration["Host:Port"], out var port) || port is < 0 or > 65535) return Wrong("Host:Port (--port)", configuration["Host:Port"], "a number from 0 to 65535");
        if (!Enum.TryParse<HostRole>(configuration["Host:Role"], ignoreCase: true, out var role)) return Wrong("Host:Role (--role)", configuration["Host:Role"], "Web, Worker or All");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(configuration["Office:TimeZone"] ?? "", out var zone)) return Wrong("Office:TimeZone", configuration["Office:TimeZone"], "a time zone such as Europe/Chisinau");

        var publicUrl = (configuration["Office:PublicUrl"] ?? "").TrimEnd('/');
        if (publicUrl.Length > 0 && !(Uri.TryCreate(publicUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")) return Wrong("Office:PublicUrl (--url)", publicUrl, "an address that begins with http:// or https://");

        if (string.IsNullOrWhiteSpace(configuration["Data:Folder"])) return Wrong("Data:Folder (--data)", "", "a folder");
        var folder = Path.GetFullPath(configuration["Data:Folder"]!);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Wrong("Data:Folder (--data)", folder, "a folder that can be written to");
        }

        var provider = new[] { "Sqlite", "PostgreSql", "SqlServer" }.FirstOrDefault(p => string.Equals(p, configuration["Database:Provider"], StringComparison.OrdinalIgnoreCase));
        if (provider is null) return Wrong("Database:Provider (--database)", configuration["Database:Provider"], "Sqlite, PostgreSql or SqlServer");
        var connection = configuration["Database:ConnectionString"] ?? "";
        if (connection.Length == 0 && provider != "Sqlite") return Wrong("Database:ConnectionString (--connection)", "", $"a connection string for {provider}");
        if (connection.Length == 0) connection = $"Data Source={Path.Combine(folder, "communication-strategy.db")}";

        var (mail, mailError) = MailSettings.Read(configuration);
        if (mail is null) return (null, mailError);

        if (!bool.TryParse(configuration["Webhooks:AllowPrivate"] ?? "false", out var allowPrivate)) return Wrong("Webhooks:AllowPrivate", configuration["Webhooks:AllowPrivate"], "true or false");

        return (new HostSettings
        {
            Address = address,
            Port = port,
            Role = role,
            DataFolder = folder,
            Database = new DatabaseOptions { Provider = provider, ConnectionString = connection },
            TimeZone = zone,
            OfficeName = configuration["Office:Name"] ?? "",
            PublicUrl = publicUrl,
            ChromiumPath = string.IsNullOrWhiteSpace(configuration["Pdf:ChromiumPath"]) ? null : configuration["Pdf:ChromiumPath"],
            Mail = mail,
            WebhooksAllowPrivate = allowPrivate,
        }, null);
    }

    private static (HostSettings?, string?) Wrong(string name, string? value, string expected) =>
        (null, $"The setting {name} is '{value}'; it must be {expected}.");
}
