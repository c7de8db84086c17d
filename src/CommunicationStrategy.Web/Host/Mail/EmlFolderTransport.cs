// Where no mail server is named: every mail as an .eml file, which any mail program opens.
using System.Globalization;
using CommunicationStrategy.Notifications;
using MimeKit;

namespace CommunicationStrategy.Web.Host.Mail;

internal sealed class EmlFolderTransport(string folder, MailboxAddress from) : IMailTransport
{
    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            using var message = MimeBuilder.Build(mail, from, dkim: null);
            Directory.CreateDirectory(folder);
            var name = string.Concat($"{mail.Date.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{mail.MessageId.Split('@')[0]}".Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
            var unfinished = Path.Combine(folder, name + ".part");
            await message.WriteToAsync(unfinished, cancellationToken);
            // Whoever reads the folder sees whole mails only.
            File.Move(unfinished, Path.Combine(folder, name + ".eml"), overwrite: true);
            return SendOutcome.Sent;
        }
        catch (FormatException exception)
        {
            return new SendOutcome(SendState.Refused, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new SendOutcome(SendState.TryLater, exception.Message);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
