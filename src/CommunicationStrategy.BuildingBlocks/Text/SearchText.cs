// Folding for search and for matching names: LIKE differs per database, so the folding is done here.
using System.Globalization;
using System.Text;

namespace CommunicationStrategy.BuildingBlocks;

/// <summary>
/// Lower case, no diacritics (ș and ş become s), one space between words, quotes dropped,
/// and Cyrillic look-alikes inside Latin words made Latin ("Defenсe" with a Cyrillic с is found by "defence").
/// </summary>
public static class SearchText
{
    private const string Cyrillic = "асеорхукнмтвізј";
    private const string Latin = "aceopxykhmtbi3j";

    public static string Fold(params ReadOnlySpan<string?> texts)
    {
        var folded = new StringBuilder();
        foreach (var text in texts)
        {
            foreach (var word in Words(text))
            {
                if (folded.Length > 0) folded.Append(' ');
                folded.Append(word.Any(c => c is >= 'a' and <= 'z') ? ToLatin(word) : word);
            }
        }

        return folded.ToString();
    }

    /// <summary>All languages of a text, folded together.</summary>
    public static string Fold(LocalizedText text) => Fold([.. text.All.Values]);

    private static string[] Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '"' or '„' or '”' or '“' or '«' or '»' or '\'' or '’') continue;
            plain.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        }

        return plain.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string ToLatin(string word) =>
        string.Create(word.Length, word, static (span, w) =>
        {
            for (var i = 0; i < w.Length; i++) span[i] = Cyrillic.IndexOf(w[i]) is >= 0 and var at ? Latin[at] : w[i];
        });
}
