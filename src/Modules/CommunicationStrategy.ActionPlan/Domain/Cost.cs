// Figures as plans write them: with the thousands set apart by a space, a point, a comma or an apostrophe, whatever the language.
using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain;

internal static partial class Cost
{
    /// <summary>
    /// The figure, when the text is nothing but one. Words give none, and neither does "12.000" or "1,200",
    /// which means twelve (one) or twelve thousand depending on who wrote it.
    /// </summary>
    public static decimal? ReadThousand(string? text) => ReadFigure(Spaced(text ?? "").Trim());

    /// <summary>Every kind of space that separates thousands made a plain one, in place: lengths stay.</summary>
    public static string Spaced(string text) => string.Create(text.Length, text, static (span, t) =>
    {
        for (var i = 0; i < t.Length; i++) span[i] = t[i] is '\u00A0' or '\u202F' or '\u2009' or '\u2007' or '\t' ? ' ' : t[i];
    });

    /// <param name="wholeAmounts">The figure is an amount of money as it is paid, with at most two decimals: then three digits behind a point are thousands.</param>
    public static decimal? ReadFigure(string figure, bool wholeAmounts = false)
    {
        var form = Form().Match(figure);
        if (!form.Success) return null;

        var (head, mark, groups, tail) = (form.Groups["head"].Value, form.Groups["mark"].Value, form.Groups["group"].Captures, form.Groups["tail"]);
        var whole = head + string.Concat(groups.Select(g => g.Value));
        // "1.234.5": the mark of the thousands cannot be that of the decimals.
        if (tail.Success) return mark == form.Groups["point"].Value ? null : Parse(whole, tail.Value);
        if (groups.Count != 1 || mark is not ("." or ",")) return Parse(whole, "");

        // One mark and three digits: thousands for some, decimals for others.
        if (head == "0") return Parse(head, groups[0].Value);
        return wholeAmounts ? Parse(whole, "") : null;
    }

    private static decimal? Parse(string whole, string decimals) =>
        whole.Length <= 15 && decimal.TryParse($"{whole}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    // Either groups of three behind a head of at most three, or digits without any; then perhaps decimals.
    [GeneratedRegex(@"^(?:(?<head>[0-9]{1,3})(?<mark>[ .,'’])(?<group>[0-9]{3})(?:\k<mark>(?<group>[0-9]{3}))*|(?<head>[0-9]+))(?:(?<point>[.,])(?<tail>[0-9]+))?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
