// Text on its way into markup: only characters XML allows, the five special ones encoded, only links that are harmless.
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace CommunicationStrategy.Documents.Reports;

internal static class XmlText
{
    /// <summary>Leaves out control characters and broken surrogates, which no XML document may hold.</summary>
    public static string Clean(string text)
    {
        var bad = false;
        for (var i = 0; i < text.Length && !bad; i++) bad = !XmlConvert.IsXmlChar(text[i]);
        if (!bad) return text;

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
        }

        return clean.ToString();
    }

    public static string Encode(string text) => Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>A web or mail address, or null: script and file addresses never reach a document.</summary>
    public static string? SafeHref(string? href, bool allowRelative = false)
    {
        if (string.IsNullOrWhiteSpace(href)) return null;
        href = Clean(href.Trim());
        if (allowRelative && (href[0] is '?' or '#' || (href[0] == '/' && (href.Length == 1 || href[1] is not ('/' or '\\'))))) return href;
        return Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" ? uri.AbsoluteUri : null;
    }

    public static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
}
