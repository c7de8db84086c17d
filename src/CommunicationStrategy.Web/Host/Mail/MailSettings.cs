// How mails leave: through a mail server, or as .eml files into the data folder where none is named. Checked at the start.
using MimeKit;

namespace CommunicationStrategy.Web.Host.Mail;

internal enum SmtpSecurity { Auto, None, StartTls, Tls }

internal sealed record MailSettings(MailboxAddress From, string SmtpHost, int SmtpPort, SmtpSecurity Security, string User, string Password)
{
    /// <summary>The settings, or the one line that says what is wrong.</summary>
    public static (MailSettings? Settings, string? Error) Read(IConfiguration configuration)
    {
        if (!MailboxAddress.TryParse(configuration["Mail:From"], out var from) || !from.Address.Contains('@', StringComparison.Ordinal)) return Wrong("Mail:From (--from)", configuration["Mail:From"], "a mail address such as office@example.org");
        if (!int.TryParse(configuration["Mail:SmtpPort"], out var port) || port is < 1 or > 65535) return Wrong("Mail:SmtpPort (--smtp-port)", configuration["Mail:SmtpPort"], "a number from 1 to 65535");
        var security = configuration["Mail:SmtpSecurity"];
        if (!Enum.TryParse<SmtpSecurity>(security, ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Wrong("Mail:SmtpSecurity", security, "Auto, None, StartTls or Tls");
        var host = (configuration["Mail:SmtpHost"] ?? "").Trim();
        if (host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown) return Wrong("Mail:SmtpHost (--smtp)", host, "the name or address of a mail server, without a port");
        return (new MailSettings(from, host, port, kind, configuration["Mail:SmtpUser"] ?? "", configuration["Mail:SmtpPassword"] ?? ""), null);
    }

    private static (MailSettings?, string?) Wrong(string name, string? value, string expected) => (null, $"The setting {name} is '{value}'; it must be {expected}.");
}
