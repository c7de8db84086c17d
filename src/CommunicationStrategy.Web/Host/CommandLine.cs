// The program's arguments. Everything else is a setting: appsettings.json, then CS_ environment variables, then these.
namespace CommunicationStrategy.Web.Host;

/// <summary>What the arguments ask for. <see cref="Error"/> is one clear line, or null.</summary>
internal sealed record CommandLine(bool Help, bool Migrate, bool Sample, IReadOnlyDictionary<string, string?> Settings, string? Error)
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["--port"] = "Host:Port",
        ["--address"] = "Host:Address",
        ["--role"] = "Host:Role",
        ["--data"] = "Data:Folder",
        ["--database"] = "Database:Provider",
        ["--connection"] = "Database:ConnectionString",
        ["--url"] = "Office:PublicUrl",
        ["--smtp"] = "Mail:SmtpHost",
        ["--smtp-port"] = "Mail:SmtpPort",
        ["--from"] = "Mail:From",
        ["--chromium"] = "Pdf:ChromiumPath",
    };

    public const string HelpText = """
        CommunicationStrategy - one communication strategy, its action plan, reminders and quarterly evaluation.

        build/run [migrate] [options]

          --sample             load the illustrative sample into an empty database, then start
          --port N             port to listen on (5080; 0 takes a free one)
          --address A          address to listen on (127.0.0.1)
          --url URL            the address people use, for links in mails (http://127.0.0.1:PORT)
          --data DIR           data folder: database file, mails written as .eml (data)
          --database P         Sqlite, PostgreSql or SqlServer (Sqlite)
          --connection S       connection string; for Sqlite the file in the data folder is the default
          --smtp HOST          send mails through this server; without it they are written to DIR/mail
          --smtp-port N        (25)
          --from ADDRESS       sender of the mails
          --chromium PATH      the browser that prints PDF
          --role R             Web, Worker or All (All)
          --help               this text
          migrate              bring the database up to date and stop

        Every option is also a setting: appsettings.json ("Host": { "Port": 5080 }) or environment (CS_Host__Port=5080),
        and every setting is an option by its full name (--Host:Port=5080).
        """;

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>();
        bool help = false, migrate = false, sample = false;
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].IndexOf('=') is > 0 and var at ? (args[i][..at], args[i][(at + 1)..]) : (args[i], null);
            switch (name)
            {
                case "--help" or "-h" or "-?": help = true; break;
                case "--sample": sample = true; break;
                case "migrate": migrate = true; break;
                default:
                    // "--Section=" names a section without saying anything of it; a .NET host passes these to itself.
                    if (value is "" && !name.Contains(':', StringComparison.Ordinal)) break;
                    var key = Names.GetValueOrDefault(name) ?? SettingName(name);
                    if (key is null) return Wrong($"Unknown argument '{name}'. --help lists the options.");
                    if (value is null && (i + 1 >= args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal))) return Wrong($"{name} needs a value. --help lists the options.");
                    settings[key] = value ?? args[++i];
                    break;
            }
        }

        return new CommandLine(help, migrate, sample, settings, null);
    }

    // "--Section:Name" is a setting by its full name; the last three are what a .NET host passes to itself.
    private static string? SettingName(string name) =>
        name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':', StringComparison.Ordinal) || name is "--environment" or "--contentRoot" or "--applicationName") ? name[2..] : null;

    private static CommandLine Wrong(string error) => new(false, false, false, new Dictionary<string, string?>(), error);
}
