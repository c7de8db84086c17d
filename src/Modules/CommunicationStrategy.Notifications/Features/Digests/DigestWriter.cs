// Writes a digest: subject, text and HTML. Titles and one link, nothing else of the duties; no image, nothing that tells who reads.
using System.Net;
using System.Text;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Notifications.Features.Digests;

/// <param name="Link">The address with its token, or <see cref="DigestWriter.HiddenLink"/> in the copy that is kept.</param>
internal sealed record DigestContent(
    string Language, string RecipientName, string InstitutionName, string OfficeName, DateOnly Day, IReadOnlyList<Obligation> Obligations, string Link, DateOnly LinkValidUntil);

internal sealed record WrittenDigest(string Subject, string Text, string Html);

internal static class DigestWriter
{
    public const int MaxItems = 50;
    public const string HiddenLink = "[link]";
    private const int TitleLength = 200;

    public static WrittenDigest Write(DigestContent content)
    {
        var words = new DigestTexts(content.Language);
        var sections = Sections(content);
        var subject = words["digest.subject", words.Date(content.Day), string.Join(", ", sections.Select(s => words.Count($"digest.{s.Name}", s.All.Count)))];

        var left = MaxItems;
        var shown = sections.Select(s =>
        {
            var items = s.All.Take(left).ToList();
            left -= items.Count;
            return (s.Name, Items: items);
        }).Where(s => s.Items.Count > 0).Select(s => (Title: words[$"digest.section.{s.Name}"], Lines: s.Items.ConvertAll(o => Line(o, content, words)))).ToList();
        var more = content.Obligations.Count - MaxItems;
        return new WrittenDigest(OneLine(subject), Text(content, words, shown, more), Html(content, words, OneLine(subject), shown, more));
    }

    /// <summary>Names and titles come from people: line ends and other control characters in them become spaces.</summary>
    public static string OneLine(string text) => string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static List<(string Name, List<Obligation> All)> Sections(DigestContent content)
    {
        var byDue = content.Obligations.OrderBy(o => o.EffectiveDue).ToList();
        var overdue = byDue.FindAll(o => o.EffectiveDue < content.Day);
        var soon = byDue.FindAll(o => o.EffectiveDue >= content.Day && o.Kind == ObligationKind.ActivityDue);
        var reports = byDue.FindAll(o => o.EffectiveDue >= content.Day && o.Kind == ObligationKind.ReportDue);
        return [.. new[] { ("overdue", overdue), ("soon", soon), ("reports", reports) }.Where(s => s.Item2.Count > 0)];
    }

    private static (string Title, string When) Line(Obligation duty, DigestContent content, DigestTexts words)
    {
        var title = OneLine(duty.Title.In(content.Language));
        if (title.Length > TitleLength) title = title[..TitleLength].TrimEnd() + "…";
        title = $"{OneLine(duty.Number)} {title}".Trim();
        if (duty is { Kind: ObligationKind.ReportDue, Period: { } period }) title = words["digest.report-item", title, words.Period(period)];

        var days = duty.EffectiveDue.DayNumber - content.Day.DayNumber;
        var when = days switch { 0 => words["digest.today"], 1 => words["digest.tomorrow"], > 1 => words.Count("digest.in-days", days), _ => words.Count("digest.late", -days) };
        return (title, $"{words["digest.due", words.Date(duty.EffectiveDue)]}, {when}");
    }

    private static string Text(DigestContent content, DigestTexts words, IEnumerable<(string Title, List<(string Title, string When)> Lines)> sections, int more)
    {
        var text = new StringBuilder();
        text.AppendLine(words["digest.greeting", OneLine(content.RecipientName)]).AppendLine();
        text.AppendLine(words["digest.intro", OneLine(content.InstitutionName)]).AppendLine();
        foreach (var (title, lines) in sections)
        {
            text.AppendLine(title.ToUpperInvariant());
            foreach (var line in lines) text.Append("- ").AppendLine(line.Title).Append("  ").AppendLine(line.When);
            text.AppendLine();
        }

        if (more > 0) text.AppendLine(words["digest.more", more]).AppendLine();
        text.Append(words["digest.button"]).AppendLine(":").AppendLine(content.Link).AppendLine();
        text.AppendLine(words["digest.no-account", words.Date(content.LinkValidUntil)]).AppendLine();
        return text.AppendLine("--").AppendLine(words["digest.footer", OneLine(content.OfficeName)]).ToString();
    }

    private static string Html(DigestContent content, DigestTexts words, string subject, IEnumerable<(string Title, List<(string Title, string When)> Lines)> sections, int more)
    {
        var body = new StringBuilder();
        foreach (var (title, lines) in sections)
        {
            body.Append($"<h2 style=\"{DigestStyle.Heading}\">{E(title)}</h2>\n<ul style=\"{DigestStyle.List}\">\n");
            foreach (var line in lines) body.Append($"<li style=\"{DigestStyle.Item}\">{E(line.Title)}<br><span style=\"{DigestStyle.When}\">{E(line.When)}</span></li>\n");
            body.Append("</ul>\n");
        }

        if (more > 0) body.Append($"<p style=\"{DigestStyle.Paragraph}\">{E(words["digest.more", more])}</p>\n");
        return DigestStyle.Page
            .Replace("{lang}", E(content.Language), StringComparison.Ordinal)
            .Replace("{office}", E(OneLine(content.OfficeName)), StringComparison.Ordinal)
            .Replace("{subject}", E(subject), StringComparison.Ordinal)
            .Replace("{greeting}", E(words["digest.greeting", OneLine(content.RecipientName)]), StringComparison.Ordinal)
            .Replace("{intro}", E(words["digest.intro", OneLine(content.InstitutionName)]), StringComparison.Ordinal)
            .Replace("{button}", E(words["digest.button"]), StringComparison.Ordinal)
            .Replace("{note}", E(words["digest.no-account", words.Date(content.LinkValidUntil)]), StringComparison.Ordinal)
            .Replace("{footer}", E(words["digest.footer", OneLine(content.OfficeName)]), StringComparison.Ordinal)
            .Replace("{link}", E(content.Link), StringComparison.Ordinal)
            .Replace("{body}", body.ToString(), StringComparison.Ordinal);
    }

    private static string E(string text) => WebUtility.HtmlEncode(text).Replace("{", "&#123;", StringComparison.Ordinal);
}
