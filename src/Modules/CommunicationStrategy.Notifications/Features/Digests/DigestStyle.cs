// How a digest looks: one column that fits a phone, the product's colours, styles inline because mail programs keep no others.
namespace CommunicationStrategy.Notifications.Features.Digests;

internal static class DigestStyle
{
    public const string Paragraph = "margin:0 0 16px";
    public const string Heading = "margin:24px 0 8px;font-size:17px;line-height:1.3;color:#0b4a5c";
    public const string List = "margin:0 0 16px;padding:0 0 0 20px";
    public const string Item = "margin:0 0 10px;overflow-wrap:anywhere";
    public const string When = "color:#506170;font-size:14px";

    public const string Action = """<p style="margin:24px 0"><a href="{link}" style="display:inline-block;background:#0b5d73;color:#ffffff;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:4px">{button}</a></p>""";

    public const string Page = """
        <!DOCTYPE html>
        <html lang="{lang}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light">
        <title>{subject}</title>
        </head>
        <body style="margin:0;padding:0;background:#f4f7f9;color:#17242c;font-family:'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;font-size:16px;line-height:1.5">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse"><tr><td align="center" style="padding:12px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;border-collapse:collapse;background:#ffffff;border:1px solid #d5dee5">
        <tr><td style="background:#0b4a5c;color:#ffffff;padding:14px 20px;font-weight:600">{office}</td></tr>
        <tr><td style="padding:20px">
        <p style="margin:0 0 16px">{greeting}</p>
        {body}
        {action}
        <p style="margin:0;color:#506170;font-size:14px">{note}</p>
        </td></tr>
        <tr><td style="padding:14px 20px;border-top:1px solid #d5dee5;color:#506170;font-size:13px">{footer}</td></tr>
        </table>
        </td></tr></table>
        </body>
        </html>
        """;
}
