// Chooses by the settings how mails leave.
using CommunicationStrategy.Notifications;

namespace CommunicationStrategy.Web.Host.Mail;

internal sealed class MailTransports(HostSettings settings) : IMailTransportFactory
{
    public int PerMinute => settings.Mail.PerMinute;

    public IMailTransport Open() => settings.Mail.SmtpHost.Length > 0 ? new SmtpTransport(settings.Mail) : new EmlFolderTransport(Path.Combine(settings.DataFolder, "mail"), settings.Mail.From);
}
