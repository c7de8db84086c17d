// Words on who pays, read as kinds of source and the funder's name.
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <param name="Source">The one that is named, the first of several; null where the words are not known.</param>
/// <param name="Funder">The funder as written, where the words name one; words that are not known are taken for a name.</param>
/// <param name="IsSure">Exactly one source is named.</param>
/// <param name="IsNamed">There are words on the source at all, recognised or not.</param>
internal sealed partial record CostSource(BudgetSource? Source, string? Funder, bool IsSure, bool IsNamed)
{
    public static readonly CostSource None = new(null, null, false, false);

    /// <summary>Several cells or lines taken together: sure only when they agree.</summary>
    public static CostSource All(IReadOnlyList<CostSource> given)
    {
        var named = given.Where(g => g.IsNamed).ToList();
        if (named.Count == 0) return None;
        var agreed = named.TrueForAll(n => n.IsSure) && named.Select(n => n.Source).Distinct().Count() == 1;
        return agreed ? named[0] with { Funder = Names(named.Select(n => n.Funder)) } : named[0] with { IsSure = false };
    }

    public static CostSource Of(string words)
    {
        var written = Spaces().Replace(Quotes().Replace(words, ""), " ").Trim(' ', '-', '–', '—', ':', '=', '.', ',', '(', ')', '*');
        var folded = SearchText.Fold(written);
        if (folded.Length == 0) return None;

        var found = new List<(int At, BudgetSource Source, string? Name)>();
        var rest = folded;
        foreach (var (source, names, pattern) in CostWords.Sources)
        {
            rest = pattern.Replace(rest, match =>
            {
                found.Add((match.Index, source, names ? NameOf(written, folded, match) : null));
                return new string(' ', match.Length);
            });
        }

        rest = Spaces().Replace(CostWords.Filler.Replace(rest, " "), " ").Trim(' ', '-', '–', ':');
        if (found.Count == 0)
        {
            if (CostWords.WithinLimits.IsMatch(folded)) return None;
            // "Budget": some public one, but whose?
            return CostWords.SomeBudget.IsMatch(folded) ? new CostSource(BudgetSource.StateBudget, null, false, true) : new CostSource(null, Cut(written), false, true);
        }

        found.Sort((a, b) => a.At.CompareTo(b.At));
        var first = found[0].Source;
        var funder = Names(found.Where(f => f.Source == first).Select(f => f.Name));
        // "Swiss donors": what is left of the words beside an outside source is its name.
        if (rest.Any(char.IsLetter) && first is BudgetSource.Donor or BudgetSource.Ngo or BudgetSource.TechnicalAssistance && found.TrueForAll(f => f.Source == first)) funder = Cut(written);
        return new CostSource(first, funder, found.TrueForAll(f => f.Source == first), true);
    }

    private static string NameOf(string written, string folded, Match match) =>
        BudgetOf().Replace(written.Length == folded.Length ? written.Substring(match.Index, match.Length) : match.Value, "").Trim();

    private static string? Names(IEnumerable<string?> names) => Cut(string.Join("; ", names.OfType<string>().DistinctBy(BudgetLine.KeyOf)));

    private static string? Cut(string text) => text.Length == 0 ? null : text.Length <= BudgetLine.FunderLength ? text : text[..BudgetLine.FunderLength];

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("[\"'„”“«»’]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"^(buget(ul)?|budget of( the)?|бюджет\w*)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BudgetOf();
}
