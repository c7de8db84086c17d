// What a person says in a reply: their own words, how far it is, and of which duty. Quotes and signatures are cut.
using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.Notifications.Domain;

/// <param name="Percent">100 where it says that it is done; null: it says nothing of it.</param>
internal sealed partial record ReplyText(string Text, int? Percent)
{
    private const int MostLetters = 20_000;
    private const int LongestLine = 1_000;
    private const int MatchMilliseconds = 1_000;

    public static ReplyText Read(string body)
    {
        var lines = new List<string>();
        // A person's answer is short: what is longer is no part of it.
        foreach (var whole in (body.Length > MostLetters ? body[..MostLetters] : body).ReplaceLineEndings("\n").Split('\n'))
        {
            var line = whole.Length > LongestLine ? whole[..LongestLine] : whole;
            // From here on it is somebody else's text, or the signature (RFC 3676: "-- ").
            if (line is "-- " or "--" || Quoted().IsMatch(line)) break;
            if (!line.StartsWith('>')) lines.Add(line.TrimEnd());
        }

        var text = string.Join('\n', lines).Trim();
        return new ReplyText(text, PercentOf(text));
    }

    /// <summary>The numbers of duties that begin a line: "1.2: 60 %".</summary>
    public bool Names(string number) => Text.Split('\n').Any(l => l.StartsWith(number, StringComparison.OrdinalIgnoreCase) && (l.Length == number.Length || !(char.IsLetterOrDigit(l[number.Length]) || (l[number.Length] == '.' && l.Length > number.Length + 1 && char.IsDigit(l[number.Length + 1])))));

    private static int? PercentOf(string text)
    {
        if (Percentage().Match(text) is { Success: true } found && int.Parse(found.Groups["percent"].Value, CultureInfo.InvariantCulture) is <= 100 and var percent) return percent;
        // "Not done", "almost done", "will be done": a word of denial or of the future leaves it to a person.
        return Done().IsMatch(text) && !Denied().IsMatch(text) ? 100 : null;
    }

    [GeneratedRegex(@"(?<![\d,.])(?<percent>\d{1,3})\s?(?:%|la sută|процент|per ?cent)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"\b(?:done|completed?|finished|gata|finalizată?|realizată?|îndeplinită?|executată?|выполнен[оаы]?|завершен[оаы]?|завершён|готово)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Done();

    [GeneratedRegex(@"\b(?:not|n't|isn't|nu|ne|încă|не|ещё|еще|partly|partially|parțial|частично|almost|nearly|will|soon|aproape|va|vor|curând|почти|будет|скоро)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Denied();

    // "On 3 June 2026, X wrote:", "Pe 3 iun. 2026, X a scris:", "3 июня 2026 г., X написал:", Outlook's lines.
    [GeneratedRegex(@"^\s*(?:(?:On|Pe|În|La)\b.{5,200}(?:wrote|a scris)\s*:|.{5,200}(?:написал[аи]?|пишет)\s*:|-{3,}\s*(?:Original Message|Mesajul original|Mesaj original|Исходное сообщение)\s*-{3,}|_{10,})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Quoted();
}
