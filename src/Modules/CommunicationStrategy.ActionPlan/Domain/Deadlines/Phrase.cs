// The words of a deadline made comparable: case, diacritics, dashes, spaces and look-alike letters folded,
// while each folded letter still knows its place in the original, so that a trigger is quoted as it was written.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

/// <summary>A piece of folded text with the way back to the original.</summary>
internal sealed class Phrase
{
    private const string LatinLookAlikes = "aeopcxyikmtbhjs";
    private const string CyrillicLookAlikes = "аеорсхуікмтвнјѕ";

    private readonly string _original;
    private readonly int[] _places;

    private Phrase(string text, int[] places, string original)
    {
        Text = text;
        _places = places;
        _original = original;
    }

    /// <summary>The folded text, without spaces or punctuation at its ends.</summary>
    public string Text { get; }

    /// <summary>The same piece as it was written.</summary>
    public string Words => Text.Length == 0 ? "" : _original[_places[0]..(_places[^1] + 1)].Trim();

    public static Phrase Of(string words)
    {
        var original = new string([.. words.Select(c => char.IsSurrogate(c) || c >= '\uFFFE' ? '\uFFFD' : c)]).Normalize(NormalizationForm.FormC);
        var letters = new List<(char Letter, int Place)>(original.Length);
        for (var i = 0; i < original.Length; i++)
        {
            foreach (var letter in Fold(original[i])) letters.Add((letter, i));
        }

        FoldLookAlikes(letters, original);
        letters = Tidy(letters);
        return new Phrase(new string([.. letters.Select(l => l.Letter)]), [.. letters.Select(l => l.Place)], original).Trimmed();
    }

    public Phrase Part(Capture part) => Part(part.Index, part.Length);

    public Phrase Part(int from, int length) =>
        new Phrase(Text.Substring(from, length), _places[from..(from + length)], _original).Trimmed();

    private Phrase Trimmed()
    {
        int from = 0, to = Text.Length;
        while (from < to && Text[from] is ' ' or ',' or '-' or '.') from++;
        while (to > from && Text[to - 1] is ' ' or ',' or '-' or '.') to--;
        if (to - from > 2 && Text[from] == '(' && Text.IndexOf(')', StringComparison.Ordinal) == to - 1) return Part(from + 1, to - from - 2);

        return from == 0 && to == Text.Length ? this : new Phrase(Text[from..to], _places[from..to], _original);
    }

    private static string Fold(char c)
    {
        // Footnote marks: a raised digit beside a date is not part of it.
        if (c is '*' or '¹' or '²' or '³' or (>= '⁰' and <= '⁹')) return "";
        if (c is '"' or '«' or '»' or '„' or '“' or '”') return "";
        if (c is '’' or '‘' or 'ʼ' or '`') return "'";
        if (c is ';') return ",";
        if (c is 'ё' or 'Ё') return "е";
        if (c is '−') return "-";
        var category = char.GetUnicodeCategory(c);
        if (category is UnicodeCategory.Format) return "";
        if (category is UnicodeCategory.DashPunctuation) return "-";
        if (category is UnicodeCategory.Control || char.IsWhiteSpace(c)) return " ";

        var parts = c.ToString().Normalize(NormalizationForm.FormKD);
        // Only Latin letters lose their marks: й and ї are letters of their own.
        return char.IsAsciiLetter(parts[0])
            ? new string([.. parts.Where(p => char.GetUnicodeCategory(p) != UnicodeCategory.NonSpacingMark)]).ToLowerInvariant()
            : c.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    // A Latin word with a Cyrillic "с" in it is a Latin word, and the other way round; "ІІ" in Cyrillic is a numeral,
    // while a small "і" alone is the Ukrainian "and".
    private static void FoldLookAlikes(List<(char Letter, int Place)> letters, string original)
    {
        for (var from = 0; from < letters.Count; from++)
        {
            var to = from;
            while (to < letters.Count && char.IsLetter(letters[to].Letter)) to++;
            var word = letters[from..to].Select(l => l.Letter).ToArray();
            if (word.Length > 0)
            {
                var mixed = Array.Exists(word, IsCyrillic) && !Array.TrueForAll(word, IsCyrillic);
                var numeral = Array.TrueForAll(word, c => c == 'і') && original[letters[from].Place] == 'І';
                if (numeral || (mixed && Array.TrueForAll(word, c => !IsCyrillic(c) || CyrillicLookAlikes.Contains(c, StringComparison.Ordinal))))
                    Replace(CyrillicLookAlikes, LatinLookAlikes);
                else if (mixed && Array.TrueForAll(word, c => IsCyrillic(c) || LatinLookAlikes.Contains(c, StringComparison.Ordinal)))
                    Replace(LatinLookAlikes, CyrillicLookAlikes);
            }

            void Replace(string those, string these)
            {
                for (var i = from; i < to; i++)
                {
                    var index = those.IndexOf(letters[i].Letter, StringComparison.Ordinal);
                    if (index >= 0) letters[i] = (these[index], letters[i].Place);
                }
            }

            from = to;
        }
    }

    // One space between words, and between a word and a number; dots and colons only inside dates and times.
    private static List<(char Letter, int Place)> Tidy(List<(char Letter, int Place)> letters)
    {
        var tidy = new List<(char Letter, int Place)>(letters.Count);
        for (var i = 0; i < letters.Count; i++)
        {
            var (letter, place) = letters[i];
            var before = tidy.Count > 0 ? tidy[^1].Letter : ' ';
            if (letter is '.' or ':')
            {
                var next = i + 1;
                while (letter == '.' && next < letters.Count && letters[next].Letter == ' ') next++;
                var insideNumber = char.IsAsciiDigit(before) && next < letters.Count && char.IsAsciiDigit(letters[next].Letter);
                if (insideNumber) i = next - 1;
                else letter = ' ';
            }

            if (letter == ' ' && before == ' ') continue;
            if (letter == ',' && before == ' ' && tidy.Count > 0) tidy.RemoveAt(tidy.Count - 1);
            if ((char.IsLetter(letter) && char.IsAsciiDigit(before)) || (char.IsAsciiDigit(letter) && char.IsLetter(before))) tidy.Add((' ', place));
            tidy.Add((letter, place));
        }

        return tidy;
    }

    private static bool IsCyrillic(char c) => c is >= 'Ѐ' and <= 'ӿ';
}
