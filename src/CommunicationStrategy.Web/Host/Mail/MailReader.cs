// What a mail that came in says by its headers and parts: who sent it, whether a program did, whether ours came back, and what a person wrote.
using System.Text;
using CommunicationStrategy.Notifications;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Text;

namespace CommunicationStrategy.Web.Host.Mail;

internal static class MailReader
{
    private const int MostFiles = 10;
    private static readonly string[] DeliveredTo = ["Delivered-To", "X-Original-To", "Envelope-To"];

    /// <param name="authServId">By which name our own mail server signs its findings (RFC 8601); what others claim in that header is not believed.</param>
    public static ReceivedMail Read(MimeMessage message, uint uid, string authServId)
    {
        var from = message.From.Mailboxes.FirstOrDefault()?.Address ?? "";
        IReadOnlyList<string> to = [.. message.To.Mailboxes.Concat(message.Cc.Mailboxes).Select(m => m.Address), .. message.Headers.Where(h => DeliveredTo.Contains(h.Field, StringComparer.OrdinalIgnoreCase)).Select(h => h.Value.Trim('<', '>', ' '))];
        return new ReceivedMail(
            message.MessageId ?? $"none-{uid}", from, to, message.Subject ?? "", message.Date, IsAutomatic(message), IsAuthentic(message, from, authServId), TextOf(message),
            [.. message.Attachments.OfType<MimePart>().Where(p => p.Content is not null).Take(MostFiles).Select(p => new ReceivedFile(p.FileName ?? "file", Content(p)))], BounceIn(message));
    }

    /// <summary>RFC 3834 and what came before it.</summary>
    private static bool IsAutomatic(MimeMessage message) =>
        (message.Headers[HeaderId.AutoSubmitted] is { } auto && !auto.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || message.Headers[HeaderId.Precedence]?.Trim().ToUpperInvariant() is "BULK" or "LIST" or "JUNK" or "AUTO_REPLY"
        || message.Headers.Contains("X-Autoreply") || message.Headers.Contains("X-Autorespond") || message.Headers.Contains(HeaderId.ListId)
        || message.Headers[HeaderId.ReturnPath]?.Trim() == "<>";

    private static bool IsAuthentic(MimeMessage message, string from, string authServId)
    {
        if (authServId.Length == 0 || message.From.Mailboxes.Count() != 1) return false;
        var domain = Domain(from);
        foreach (var header in message.Headers.Where(h => h.Id == HeaderId.AuthenticationResults))
        {
            if (!AuthenticationResults.TryParse(header.RawValue, out var results) || !string.Equals(results.AuthenticationServiceIdentifier, authServId, StringComparison.OrdinalIgnoreCase)) continue;
            // The topmost of our own server's: those further down may have been brought along by the sender.
            return results.Results.Any(r => r.Result.Equals("pass", StringComparison.OrdinalIgnoreCase) && r.Method.ToUpperInvariant() switch
            {
                "DMARC" => Aligned(r, "header", "from", domain),
                "DKIM" => Aligned(r, "header", "d", domain) || Aligned(r, "header", "i", domain),
                "SPF" => Aligned(r, "smtp", "mailfrom", domain),
                _ => false,
            });
        }

        return false;
    }

    private static bool Aligned(AuthenticationMethodResult result, string type, string property, string domain) =>
        result.Properties.Any(p => p.PropertyType.Equals(type, StringComparison.OrdinalIgnoreCase) && p.Property.Equals(property, StringComparison.OrdinalIgnoreCase) && Domain(p.Value).Equals(domain, StringComparison.OrdinalIgnoreCase));

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..].Trim('<', '>', ' ', '.');

    /// <summary>RFC 3464: a delivery status in a part of its own, and the headers of what came back.</summary>
    private static ReceivedBounce? BounceIn(MimeMessage message)
    {
        if (message.Body is not MultipartReport { ReportType: { } type } report || !type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase)) return null;
        var status = report.OfType<MessageDeliveryStatus>().FirstOrDefault()?.StatusGroups.Skip(1).FirstOrDefault(g => g["Action"]?.Trim().ToUpperInvariant() is "FAILED" or "DELAYED");
        var id = report.OfType<MessagePart>().FirstOrDefault()?.Message?.MessageId ?? report.OfType<TextRfc822Headers>().FirstOrDefault()?.Message?.MessageId ?? HeadersOnly(report);
        if (status is null || id is null) return null;
        var code = status["Status"]?.Trim() ?? "";
        return new ReceivedBounce(id, code.StartsWith('5') && status["Action"]!.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase), $"{code} {status["Diagnostic-Code"]?.Trim()}".Trim());
    }

    private static string? HeadersOnly(MultipartReport report)
    {
        if (report.OfType<MimePart>().FirstOrDefault(p => p.ContentType.IsMimeType("text", "rfc822-headers")) is not { Content: { } content }) return null;
        using var headers = content.Open();
        return HeaderList.Load(headers)[HeaderId.MessageId]?.Trim('<', '>', ' ');
    }

    private static string TextOf(MimeMessage message)
    {
        if (message.TextBody is { } text) return text;
        if (message.HtmlBody is not { } html) return "";
        var plain = new StringBuilder();
        var quoted = 0;
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                // What stands in a quotation is the digest itself.
                if (tag.Id == HtmlTagId.BlockQuote) quoted += tag.IsEndTag ? -1 : 1;
                if (tag.Id is HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.LI && plain.Length > 0 && plain[^1] != '\n') plain.Append('\n');
            }
            else if (token.Kind == HtmlTokenKind.Data && quoted <= 0)
            {
                plain.Append(((HtmlDataToken)token).Data);
            }
        }

        return plain.ToString();
    }

    private static byte[] Content(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return content.ToArray();
    }
}
