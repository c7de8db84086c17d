// Ranges and lists: several stretches of time in one phrase, where one half often borrows words from the other.
using System.Text.RegularExpressions;
using static CommunicationStrategy.ActionPlan.Domain.Deadlines.Vocabulary;

namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

internal static partial class DeadlineParser
{
    // Nobody writes more; a text of dashes must not cost minutes.
    private const int MostParts = 12;

    private static readonly Regex Between = Pattern(" ?- ?| (to|until|till|through|up to|pana la|pana in|pina la|pina in|по|до|la|al|fino al?|a) ");
    private static readonly Regex Separator = Pattern($" ?, ?| ({And}) ");
    private static readonly Regex LoneNumber = Pattern($"^(?<o>[0-9]{{1,2}}|{OneOf(Ordinals)}){Suffix}$");
    private static readonly Regex LeadingNumber = Pattern($"^(?<o>[0-9]{{1,2}}|{OneOf(Ordinals)}){Suffix}(?<rest>[ .,].+)$");
    private static readonly Regex TrailingNumber = Pattern($"^(?<noun>.*[^0-9]) (?<o>[0-9]{{1,2}}|{OneOf(Ordinals)}){Suffix}$");
    private static readonly Regex ToWords = Pattern($"^(({By}) )+");

    private static Deadline? Range(Match whole, Reading r)
    {
        foreach (var between in Between.Matches(r.Text).Take(MostParts))
        {
            if (between.Index == 0 || between.Index + between.Length == r.Text.Length) continue;

            var left = r.Part(0, between.Index);
            var right = r.Part(between.Index + between.Length, r.Text.Length);
            if (left.Text.Length > 0 && right.Text.Length > 0 && (Dated(left, right) ?? Awaited(left, right)) is { } range) return range;
        }

        return null;
    }

    private static Deadline? Dated(Reading left, Reading right)
    {
        var words = FromWords.Replace(left.Text, "");
        if (SpansOf([words, ToWords.Replace(right.Text, "")], left.Context, left.Year) is not [var from, var to]) return null;

        var start = from.First ?? from.Last;
        if (from.Kind == DeadlineKind.Event || start > to.Last || (from.First is null && from.Kind != DeadlineKind.Date)) return null;

        return to.Kind == DeadlineKind.Event
            ? Resolved(to, bare: true) with { Start = start }
            : new Deadline { AsWritten = "", Kind = DeadlineKind.Range, Start = start, Due = to.Last, Rule = "range" };
    }

    /// <summary>A first day, or an event, and behind it an end that waits for something.</summary>
    private static Deadline? Awaited(Reading left, Reading right)
    {
        var start = Span.Read(FromWords.Replace(left.Text, ""), left.Context, left.Year);
        if (start is null && !NamesEvent.IsMatch(left.Text)) return null;

        var end = Read(right);
        if (end is not { Kind: DeadlineKind.Event or DeadlineKind.Relative or DeadlineKind.Compound, Trigger: not null }) return null;

        return end with { Start = start is null ? null : start.First ?? start.Last };
    }

    private static Deadline? Several(Match whole, Reading r)
    {
        var spans = SpansOf(ToWords.Replace(r.Text, ""), r.Context, r.Year);
        if (spans is not { Count: > 1 } || spans.Any(s => s.Kind == DeadlineKind.Event)) return null;

        DateOnly[] dues = [.. spans.Select(s => s.Last).Distinct().Order()];
        return new Deadline { AsWritten = "", Kind = DeadlineKind.Multiple, Due = dues[^1], Occurrences = dues };
    }

    /// <summary>One stretch, or a list of them; null unless every item can be read.</summary>
    private static IReadOnlyList<Span>? SpansOf(string text, DeadlineContext context, int? year)
    {
        if (Span.Read(text, context, year) is { } one) return [one];

        string[] items = [.. Separator.Split(text).Select(i => i.Trim()).Where(i => i.Length > 0 && !IsGlue(i))];
        if (items.Length is < 2 or > MostParts) return null;

        // A comma may belong to the last item: "martie, iunie, 2026".
        if (int.TryParse(items[^1], out var last) && last is > 1900 and < 2100 && items.Length > 2 && !int.TryParse(items[^2], out _))
            items = [.. items[..^2], items[^2] + " " + items[^1]];
        return SpansOf(items, context, year);
    }

    private static bool IsGlue(string item) => item is "and" or "si" or "и" or "та" or "і" or "e";

    /// <summary>Reads items that stand side by side, each completed by what its neighbours say: noun, month, year.</summary>
    private static IReadOnlyList<Span>? SpansOf(string[] items, DeadlineContext context, int? year)
    {
        items = Completed(items);
        var spans = new Span[items.Length];
        var known = year;
        // Backwards, for the year stands at the end: "martie, iunie și septembrie 2026".
        for (var i = items.Length - 1; i >= 0; i--)
        {
            var span = Span.Read(items[i], context, known) ?? (i == items.Length - 1 ? BorrowYear(items, context) : null);
            if (span is null) return null;

            spans[i] = span;
            if (span.Kind != DeadlineKind.Event) known = span.Last.Year;
        }

        return spans;
    }

    // "martie 2026 - mai": only the first item names the year.
    private static Span? BorrowYear(string[] items, DeadlineContext context) =>
        Span.Read(items[0], context, null) is { Kind: not DeadlineKind.Event } first && Span.Read(items[^1], context, first.Last.Year) is { } last && last.Last > first.Last ? last : null;

    private static string[] Completed(string[] items)
    {
        var last = LeadingNumber.Match(items[^1]);
        var first = TrailingNumber.Match(items[0]);
        return [.. items.Select((item, i) => (LoneNumber.Match(item), LeadingNumber.Match(item)) switch
        {
            // "15 și 30 martie 2026", "I - II кв. 2026": the noun and the year come with the last.
            ({ Success: true }, _) when i < items.Length - 1 && last.Success && !first.Success && OneKind(item, items[^1]) => item + last.Groups["rest"].Value,
            // "trim. I, II 2026": the noun comes with the first.
            ({ Success: true }, _) or (_, { Success: true }) when i > 0 && first.Success && i > 0 && !HasNoun(item) => first.Groups["noun"].Value + " " + item,
            _ => item,
        })];
    }

    private static bool HasNoun(string item) => item.Any(char.IsLetter) && NounInside.IsMatch(item);

    private static readonly Regex NounInside = Pattern($"(^| )({QuarterNoun}|{HalfNoun}|{OneOf(Months)})( |$)");

    // "1-05.2026" may be days or months: only days of a full date are completed from digits.
    private static bool OneKind(string lone, string last) =>
        HasNoun(last) || (char.IsAsciiDigit(lone[0]) && DayAndMonth.IsMatch(last));

    private static readonly Regex DayAndMonth = Pattern("^[0-9]{1,2}[.][0-9]{1,2}[.](19|20)[0-9]{2}$");
}
