// The mail as it travels: text and HTML, its language, and the mark that a program wrote it.
using System.Text;
using CommunicationStrategy.Notifications;
using MimeKit;
using MimeKit.Cryptography;

namespace CommunicationStrategy.Web.Host.Mail;

internal static class MimeBuilder
{
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.ReplyTo, HeaderId.AutoSubmitted, HeaderId.MimeVersion, HeaderId.ContentType,
    ];

    public static MimeMessage Build(MailMessage mail, MailboxAddress from, DkimSettings? dkim)
    {
        var message = new MimeMessage { Subject = OneLine(mail.Subject), Date = mail.Date, MessageId = mail.MessageId };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(Encoding.UTF8, OneLine(mail.ToName), Address(mail.ToEmail)));
        if (mail.ReplyTo is not null) message.ReplyTo.Add(new MailboxAddress(from.Name, mail.ReplyTo));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, OneLine(mail.Language));
        var text = new MultipartAlternative { new TextPart("plain") { Text = mail.TextBody }, new TextPart("html") { Text = mail.HtmlBody } };
        message.Body = mail.Calendar is null && mail.File is null ? text : new Multipart("mixed") { text };
        if (mail.Calendar is not null) ((Multipart)message.Body).Add(Calendar(mail.Calendar));
        if (mail.File is not null) ((Multipart)message.Body).Add(File(mail.File));
        if (dkim is not null) Sign(message, dkim);
        return message;
    }

    private static void Sign(MimeMessage message, DkimSettings dkim)
    {
        // As it will travel: what a mail server might recode on the way would break the signature.
        message.Prepare(EncodingConstraint.SevenBit);
        new DkimSigner(dkim.KeyFile, dkim.Domain, dkim.Selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed, BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        }.Sign(message, [.. Signed.Where(h => message.Headers.Contains(h))]);
    }

    private static TextPart Calendar(string entries) =>
        new("calendar") { Text = entries, ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = "deadlines.ics" } };

    private static MimePart File(MailFile file) => new(ContentType.Parse(file.MediaType))
    {
        Content = new MimeContent(new MemoryStream(file.Content)), ContentTransferEncoding = ContentEncoding.Base64,
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = OneLine(file.Name) },
    };

    /// <summary>Exactly one address: what holds more, or a line end, is none.</summary>
    private static string Address(string text) =>
        !text.Any(char.IsControl) && MailboxAddress.TryParse(text, out var address) && address.Address == text.Trim() && text.Contains('@', StringComparison.Ordinal)
            ? address.Address : throw new FormatException("The address is not a mail address.");

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
