// One statement of a cost cell: an amount with what stands around it, or words.
using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <param name="Thousand">The amount, in thousands of the currency.</param>
/// <param name="Bare">The figure stands without a unit and a currency: thousands of the plan's currency, as the column says.</param>
internal sealed partial record CostPart(decimal? Thousand, string Currency, int? Year, CostSource Label, bool Bare)
{
    /// <summary>One leu in thousands.</summary>
    private const decimal Single = 0.001m;

    private static readonly string Unit = $"((?<b>{CostWords.Billion})|(?<m>{CostWords.Million})|(?<t>{CostWords.Thousand}))";
    private static readonly string Money = "(" + string.Join('|', CostWords.Currencies.Select((c, i) => $"(?<c{i}>{c.Words})")) + ")";
    private static readonly Regex Behind = On($@"\G *\(?(de )?(({Unit}\.?(?!\p{{L}}) *)?(de )?{Money}(?!\p{{L}})\.?|{Unit}\.?(?!\p{{L}}))\)?");
    private static readonly Regex Before = On($@"(?<!\p{{L}})(({Unit}\.? *)?{Money}|{Unit})\.?[ :=,–—-]*$");
    private static readonly Regex Apart = On(@"(?<=[\p{L}\p{N})]) *,\s+(?=\p{L})|(?<=[\p{L}\p{N})]) *(\+|\s(și|si|şi|and|и|та|й|e)\s) *(?=[\p{L}\p{N}])|[ (:,]*\b(dintre care|din care|inclusiv|of which|including|в том числе|из них|у тому числі|з них|di cui)\b[ :,]*|\((?=\p{L}[^)]*[0-9])");

    public CostWordsKind Kind { get; private init; } = CostWordsKind.Figures;
    public bool IsTotal { get; private init; }

    /// <summary>The cell's lines and what semicolons divide; a dash stands for nothing.</summary>
    public static IReadOnlyList<string> Lines(string? cell) =>
        [.. Cost.Spaced(cell ?? "").Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => !Nothing().IsMatch(l))];

    /// <summary>The statements of a cell; null when one of them cannot be read.</summary>
    public static IReadOnlyList<CostPart>? Split(string? cell, string currency)
    {
        var parts = new List<CostPart>();
        foreach (var line in Lines(cell))
        {
            if (Of(line, currency) is { } whole)
            {
                parts.Add(whole);
                continue;
            }

            var pieces = Apart.Split(line).Select(p => p.Trim(' ', ',', ')', ':')).Where(p => p.Length > 0).Select(p => Of(p, currency)).ToList();
            if (pieces.Count < 2 || pieces.Contains(null)) return null;
            parts.AddRange(pieces!);
        }

        return parts;
    }

    private static CostPart? Of(string text, string currency)
    {
        var folded = SearchText.Fold(text);
        var within = CostWords.WithinLimits.IsMatch(folded);
        var free = !within && CostWords.NoCost.IsMatch(folded);
        var numbers = Numbers().Matches(text).ToList();
        var years = numbers.FindAll(n => IsYear(n.Value));
        var amounts = numbers.Count == 1 && !within && !CostWords.YearInWords.IsMatch(folded) ? numbers : numbers.FindAll(n => !IsYear(n.Value));
        if (amounts.Count == 0) return new CostPart(null, currency, null, within || free ? CostSource.None : CostSource.Of(text), true) { Kind = within ? CostWordsKind.WithinLimits : free ? CostWordsKind.NoCost : CostWordsKind.Silent };
        if (amounts is not [var number]) return null;

        var (times, code, start, end) = UnitOf(text, number, currency);
        if (IsReference(text, number) || Cost.ReadFigure(number.Value, times == Single) is not { } figure) return null;
        if (free) return figure == 0 ? new CostPart(null, currency, null, CostSource.None, true) { Kind = CostWordsKind.NoCost } : null;

        var words = $"{text[..start]} {text[end..]}";
        foreach (var year in years.Where(y => y.Index != number.Index)) words = words.Replace(year.Value, " ", StringComparison.Ordinal);
        var label = SearchText.Fold(Edges().Replace(words, ""));
        var said = within || label.Length == 0 || CostWords.Approximately.IsMatch(label) || CostWords.Total.IsMatch(label) || YearNoun().IsMatch(label);
        var source = said ? CostSource.None : CostSource.Of(words);
        // "At most 120", "per participant 120": not what the activity costs.
        if (!said && !source.IsSure && (Limits().IsMatch(label) || (source.Source is null && !Divided().IsMatch(text)))) return null;
        return new CostPart(figure * (times ?? 1), code ?? currency, years.Count == 1 && years[0].Index != number.Index ? int.Parse(years[0].Value, CultureInfo.InvariantCulture) : null, source, times is null && code is null)
        {
            IsTotal = label.Length > 0 && CostWords.Total.IsMatch(label),
        };
    }

    /// <summary>How many thousands one is, the currency, and where the amount with its unit begins and ends.</summary>
    private static (decimal? Times, string? Code, int Start, int End) UnitOf(string text, Match number, string currency)
    {
        var before = Before.Match(text[..number.Index]);
        var behind = Behind.Match(text, number.Index + number.Length);
        var code = CodeOf(behind, currency) ?? CodeOf(before, currency);
        var times = TimesOf(behind) ?? TimesOf(before) ?? (code is null ? null : Single);
        return (times, code, before.Success ? before.Index : number.Index, number.Index + number.Length + (behind.Success ? behind.Length : 0));
    }

    private static decimal? TimesOf(Match unit) => unit.Groups["b"].Success ? 1_000_000 : unit.Groups["m"].Success ? 1_000 : unit.Groups["t"].Success ? 1 : null;

    private static string? CodeOf(Match unit, string currency)
    {
        var at = Enumerable.Range(0, CostWords.Currencies.Count).FirstOrDefault(i => unit.Groups[$"c{i}"].Success, -1);
        if (at < 0) return null;
        return CostWords.Currencies[at].Code is var code && code != CostWords.Lei ? code : currency == "RON" ? currency : "MDL";
    }

    private static bool IsYear(string number) => number is ['2', '0', >= '0' and <= '9', >= '0' and <= '9'];

    /// <summary>"HG 461/2018", "50 %", "nr. 5", and what is less than nothing.</summary>
    private static bool IsReference(string text, Match number)
    {
        var (before, behind) = (text[..number.Index], text[(number.Index + number.Length)..].TrimStart());
        return behind is ['/' or '%', ..] || before is [.., '/' or '№' or '#'] || before.Trim() is "-" or "−" && !before.EndsWith(' ');
    }

    private static Regex On(string pattern) => new(pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    // Thousands apart by spaces first: a space joins only what can be one figure.
    [GeneratedRegex(@"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+(?:[.,][0-9]+)?(?![0-9])|(?<![0-9])[0-9]+(?:[.,'’][0-9]+)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[-–—−_.xXхХ/\s]+$|^(n/?a|н/?д)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^[\s:=.,()–—\-−*•]+|[\s:=.,()–—\-−*•]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Edges();

    [GeneratedRegex(@"\p{L}\s*[-–—:=]|[-–—:=]\s*\p{L}|^\s*\p{L}[^0-9]*\(|\(\s*\p{L}[^)]*\)\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Divided();

    [GeneratedRegex(@"^((pentru |in |for |на |в |за |per |nel )?(anul|anii|year|years|years|anno|г|гг|год|году|годы|р|рік|році|роки)[\s.]*|pentru|for|на|in|в|per)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearNoun();

    [GeneratedRegex(@"\b(max|maxim|maximum|up to|at most|at least|no more|not more|pana la|pina la|cel mult|cel putin|minim|minimum|peste|over|more than|nu mai mult|до|не более|не менее|минимум|максимум|более|свыше|від|понад|не більше|fino a|al massimo|almeno|oltre|per|pentru un|pe an|pe luna|lunar|anual|each|every|a year|yearly|monthly|в год|в месяц|на рік|щороку|ежегодно|ежемесячно|за единицу|unitate|annui|annuo)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limits();
}
