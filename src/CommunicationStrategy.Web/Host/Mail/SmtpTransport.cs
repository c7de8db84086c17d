// Sends through the mail server: one connection for a batch, and a plain word for each way it can go wrong.
using System.Net.Sockets;
using CommunicationStrategy.Notifications;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CommunicationStrategy.Web.Host.Mail;

internal sealed class SmtpTransport(MailSettings settings) : Notifications.IMailTransport
{
    private const int Permanent = 500;
    private readonly SmtpClient client = new() { Timeout = 30_000 };

    /// <summary>Why the server could not be reached: asked once per batch, not once per mail.</summary>
    private SendOutcome? unreachable;

    public async Task<SendOutcome> SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        MimeMessage message;
        try
        {
            message = MimeBuilder.Build(mail, settings.From, settings.Dkim);
        }
        catch (FormatException exception)
        {
            return new SendOutcome(SendState.Refused, exception.Message);
        }

        using (message)
        {
            if (!client.IsConnected)
            {
                unreachable ??= await ConnectAsync(cancellationToken);
                if (unreachable is not null) return unreachable;
            }

            return await TransmitAsync(message, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (client.IsConnected) await client.DisconnectAsync(quit: true);
        }
        catch (Exception exception) when (exception is IOException or ProtocolException or SocketException)
        {
            // The server hung up first; every outcome is on record already.
        }

        client.Dispose();
    }

    private async Task<SendOutcome?> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.ConnectAsync(settings.SmtpHost, settings.SmtpPort, settings.Security switch
            {
                SmtpSecurity.None => SecureSocketOptions.None,
                SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                _ => SecureSocketOptions.Auto,
            }, cancellationToken);
            if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A name that does not resolve, a refused connection or sign-in, a certificate: nothing was handed over.
            if (client.IsConnected) await client.DisconnectAsync(quit: false, CancellationToken.None);
            return new SendOutcome(SendState.TryLater, exception.Message);
        }
    }

    private async Task<SendOutcome> TransmitAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var data = new DataBegun();
        try
        {
            await client.SendAsync(message, cancellationToken, data);
            return SendOutcome.Sent;
        }
        catch (SmtpCommandException exception)
        {
            var refused = (int)exception.StatusCode >= Permanent;
            return new SendOutcome(refused ? SendState.Refused : SendState.TryLater, $"{(int)exception.StatusCode} {exception.Message}", refused && exception.ErrorCode == SmtpErrorCode.RecipientNotAccepted);
        }
        catch (Exception exception) when (exception is ProtocolException or IOException or SocketException or OperationCanceledException or TimeoutException or ServiceNotConnectedException)
        {
            // Once the text was on its way, the server may have it although its answer never came.
            if (client.IsConnected) await client.DisconnectAsync(quit: false, CancellationToken.None);
            return new SendOutcome(data.Reported ? SendState.Unknown : SendState.TryLater, exception.Message);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return new SendOutcome(SendState.Refused, exception.Message);
        }
    }

    private sealed class DataBegun : ITransferProgress
    {
        public bool Reported { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Reported = true;

        public void Report(long bytesTransferred) => Reported = true;
    }
}
