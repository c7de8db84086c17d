// A mail as text and as HTML: a greeting, sections of titles, one button. No image, nothing that tells who reads.
using System.Net;
using System.Text;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <param name="When">The second, quieter line.</param>
internal sealed record LetterLine(string Title, string When);

internal sealed record LetterSection(string Title, IReadOnlyList<LetterLine> Lines);

/// <param name="Intro">Paragraphs.</param>
/// <param name="Link">"": there is nothing to open, and no button.</param>
/// <param name="After">Paragraphs after the sections: what they leave out, and the office's closing words.</param>
internal sealed record Letter(
    string Language, string Subject, string Greeting, IReadOnlyList<string> Intro, IReadOnlyList<LetterSection> Sections, IReadOnlyList<string> After, string Button, string Link, string Note, string OfficeName, string Footer);

internal sealed record WrittenDigest(string Subject, string Text, string Html);

internal static class LetterWriter
{
    private const int TitleLength = 200;

    public static WrittenDigest Write(Letter letter) => new(OneLine(letter.Subject), Text(letter), Html(letter));

    /// <summary>Names and titles come from people: line ends and other control characters in them become spaces.</summary>
    public static string OneLine(string text) => string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>"1.2 Title", cut where it grows long.</summary>
    public static string Numbered(string number, string title)
    {
        title = OneLine(title);
        if (title.Length > TitleLength) title = title[..TitleLength].TrimEnd() + "…";
        return $"{OneLine(number)} {title}".Trim();
    }

    private static string Text(Letter letter)
    {
        var text = new StringBuilder();
        text.AppendLine(letter.Greeting).AppendLine();
        foreach (var paragraph in letter.Intro) text.AppendLine(paragraph).AppendLine();
        foreach (var section in letter.Sections)
        {
            text.AppendLine(section.Title.ToUpperInvariant());
            foreach (var line in section.Lines) text.Append("- ").AppendLine(line.Title).Append("  ").AppendLine(line.When);
            text.AppendLine();
        }

        foreach (var paragraph in letter.After) text.AppendLine(paragraph).AppendLine();
        if (letter.Link.Length > 0) text.Append(letter.Button).AppendLine(":").AppendLine(letter.Link).AppendLine();
        if (letter.Note.Length > 0) text.AppendLine(letter.Note).AppendLine();
        return text.AppendLine("--").AppendLine(letter.Footer).ToString();
    }

    private static string Html(Letter letter)
    {
        var body = new StringBuilder();
        foreach (var paragraph in letter.Intro) body.Append($"<p style=\"{DigestStyle.Paragraph}\">{E(paragraph)}</p>\n");
        foreach (var section in letter.Sections)
        {
            body.Append($"<h2 style=\"{DigestStyle.Heading}\">{E(section.Title)}</h2>\n<ul style=\"{DigestStyle.List}\">\n");
            foreach (var line in section.Lines) body.Append($"<li style=\"{DigestStyle.Item}\">{E(line.Title)}<br><span style=\"{DigestStyle.When}\">{E(line.When)}</span></li>\n");
            body.Append("</ul>\n");
        }

        foreach (var paragraph in letter.After) body.Append($"<p style=\"{DigestStyle.Paragraph}\">{E(paragraph)}</p>\n");
        return DigestStyle.Page
            .Replace("{lang}", E(letter.Language), StringComparison.Ordinal)
            .Replace("{office}", E(OneLine(letter.OfficeName)), StringComparison.Ordinal)
            .Replace("{subject}", E(OneLine(letter.Subject)), StringComparison.Ordinal)
            .Replace("{greeting}", E(letter.Greeting), StringComparison.Ordinal)
            .Replace("{action}", letter.Link.Length > 0 ? DigestStyle.Action : "", StringComparison.Ordinal)
            .Replace("{button}", E(letter.Button), StringComparison.Ordinal)
            .Replace("{note}", E(letter.Note), StringComparison.Ordinal)
            .Replace("{footer}", E(letter.Footer), StringComparison.Ordinal)
            .Replace("{link}", E(letter.Link), StringComparison.Ordinal)
            .Replace("{body}", body.ToString(), StringComparison.Ordinal);
    }

    private static string E(string text) => WebUtility.HtmlEncode(text).Replace("{", "&#123;", StringComparison.Ordinal);
}
