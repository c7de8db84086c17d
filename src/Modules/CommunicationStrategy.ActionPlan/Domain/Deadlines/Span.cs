// One stretch of time named by one phrase: a day, a month, a quarter... Whole phrases are in DeadlineParser.
using System.Globalization;
using System.Text.RegularExpressions;
using static CommunicationStrategy.ActionPlan.Domain.Deadlines.Vocabulary;

namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

/// <summary>A stretch of time, and the rule that read it.</summary>
internal sealed record Span(DeadlineKind Kind, DateOnly? First, DateOnly Last, string Rule)
{
    private sealed record SpanRule(string Name, DeadlineKind Kind, Regex Pattern, Func<Match, int?, DeadlineContext, (DateOnly, DateOnly)?> Build);

    private static readonly string MonthName = "(?<m>" + OneOf(Months)[1..];
    private static readonly string Ordinal = "(?<o>" + OneOf(Ordinals)[1..];
    private const string Midnight = "( г| года)?([ t]+00:00(:00)?( ?z)?)?";

    private static readonly Regex Prefix = Pattern($"^((({During}|месяц|month of|mese di) )|l'|nell'|dell')+");
    private static readonly Regex Inclusive = Pattern("[ ,]+(inclusiv|inclusive|включительно|включно|incluso|at the latest|la zi)$");
    private static readonly Regex End = Pattern($"^(the )?(end|sfarsitul|sfirsitul|sfarsit|sfirsit|finele|finalul|final|конец|конца|концу|конце|кінець|кінця|кінці|fine) ((of|de|di|del|al|lui|the) |dell')*(?<rest>.+)$");
    private static readonly Regex LastDay = Pattern("^(the )?(last day|ultima zi|ultima zi calendaristica|последний день|последнего дня|останній день|останнього дня|ultimo giorno) ((of|de|di|del|al|a|din|the) |dell')*(?<rest>.+)$");
    private static readonly Regex BareYear = Pattern("^(the |al )?(year|an|anul|anului|год|года|anno|рік|року)$|^(" + ThisYear + ")$");
    private static readonly Regex PlanItself = Pattern($"^(the |de |al )*({PlanWords})$");
    private static readonly Regex PlanEnding = Pattern($"^((the )?(end|close|conclusion) of|expirarea|incheierea|finalizarea|завершение|завершения|окончание|окончания|завершення|закінчення) (the )?({PlanWords})$");

    // In order: the first pattern that fits and gives real days wins.
    private static readonly SpanRule[] Rules =
    [
        new("date-iso", DeadlineKind.Date, Pattern($"^{Year}[-/.](?<mm>[0-9]{{1,2}})[-/.](?<d>[0-9]{{1,2}}){Midnight}$"), Day),
        new("date-numeric", DeadlineKind.Date, Pattern($"^(?<d>[0-9]{{1,2}})([.](?<mm>[0-9]{{1,2}})[.]|/(?<mm>[0-9]{{1,2}})/|-(?<mm>[0-9]{{1,2}})-){Year}{Midnight}$"), Day),
        new("date-short-year", DeadlineKind.Date, Pattern($"^(?<d>[0-9]{{1,2}})([.](?<mm>[0-9]{{1,2}})[.]|[- ]{MonthName}[- ])(?<yy>[0-9]{{2}})$"), Day),
        new("date-without-year", DeadlineKind.Date, Pattern("^(?<d>[0-9]{1,2})[.](?<mm>[0-9]{2})$"), Day),
        new("day-month-name", DeadlineKind.Date, Pattern($"^(?<d>[0-9]{{1,2}}){Suffix}[ ./-](of |de |числа |luna |al lunii )?{MonthName}{YearTail}{Midnight}$"), Day),
        new("month-name-day", DeadlineKind.Date, Pattern($"^{MonthName} (?<d>[0-9]{{1,2}})(?<th>{Suffix})(,? {Year})?$"), DayBehindMonth),
        new("month-name-year", DeadlineKind.Month, Pattern($"^{MonthName}( месяц| месяца)?{YearTail}$"), Month),
        new("year-month-name", DeadlineKind.Month, Pattern($"^{Year}[ ,./-]+{MonthName}$"), Month),
        new("month-numeric", DeadlineKind.Month, Pattern($"^((?<mm>[0-9]{{1,2}})[./-]{Year}|{Year}[-/.](?<mm>[0-9]{{2}}))$"), Month),
        new("quarter", DeadlineKind.Quarter, Pattern(Ordered(QuarterNoun)), (m, year, _) => Part(m, year, 4)),
        new("half-year", DeadlineKind.HalfYear, Pattern(Ordered(HalfNoun)), (m, year, _) => Part(m, year, 2)),
        new("season", DeadlineKind.Season, Pattern($"^(?<season>{OneOf(Seasons)}){YearTail}([-/](?<to>[0-9]{{2}}|[0-9]{{4}}))?$"), Season),
        new("fiscal-year", DeadlineKind.FiscalYear, Pattern($"^((fiscal|financial|budget) year|fy|(anul|an|anului) (fiscal|bugetar|financiar)|(финансовый|бюджетный) год) {Year}([-/](?<to>[0-9]{{2}}|[0-9]{{4}}))?( ({YearNoun}))?$"), Fiscal),
        new("fiscal-year", DeadlineKind.FiscalYear, Pattern($"^{Year} (финансовый|бюджетный) год$"), Fiscal),
        new("year", DeadlineKind.Year, Pattern($"^(anul |year |an |anno |al anului |a anului |календарный год )?{Year}( ({YearNoun}))?$"), (m, year, _) => WholeYear(YearOf(m, year))),
        new("decade-of-month", DeadlineKind.Range, Pattern($"^(decada )?(a |al )?{Ordinal}{Suffix}( decada| декада| декаде)? (a |al |of )?(lunii |luna )?{MonthName}{YearTail}$"), Decade),
    ];

    /// <summary>Reads a phrase that names one stretch of time, or gives null.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="context">The plan.</param>
    /// <param name="year">The year that holds where the phrase names none.</param>
    public static Span? Read(string text, DeadlineContext context, int? year)
    {
        text = Inclusive.Replace(text, "").Trim(' ', ',');
        if (PlanEnding.IsMatch(text)) return new Span(DeadlineKind.Event, null, context.PlanEnd, "plan-end");
        if (LastDay.Match(text) is { Success: true } last) return Closing(last.Groups["rest"].Value, DeadlineKind.Date, "last-day");

        foreach (var candidate in new[] { text, Prefix.Replace(text, "") }.Distinct())
        {
            foreach (var rule in Rules)
            {
                if (rule.Pattern.Match(candidate) is { Success: true } match && rule.Build(match, year, context) is var (first, end) && first <= end)
                    return new Span(rule.Kind, rule.Kind == DeadlineKind.Date ? null : first, end, rule.Name);
            }

            if (End.Match(candidate) is { Success: true } ending) return Closing(ending.Groups["rest"].Value, null, "end-of");
        }

        return null;

        Span? Closing(string rest, DeadlineKind? kind, string rule)
        {
            if (PlanItself.IsMatch(rest)) return new Span(DeadlineKind.Event, null, context.PlanEnd, "plan-end");
            if (BareYear.IsMatch(rest)) return year is { } y ? new Span(kind ?? DeadlineKind.Year, null, new DateOnly(y, 12, 31), rule) : null;

            var inner = Read(rest, context, year);
            return inner is null or { Kind: DeadlineKind.Date or DeadlineKind.Event } ? null : inner with { Kind = kind ?? inner.Kind, First = null, Rule = rule };
        }
    }

    private static string Ordered(string noun) =>
        $"^((al|a|the|il|del) )*({Ordinal}{Suffix} ?-?({noun})|({noun}) ?-?((nr|al|a|the|№) )*{Ordinal}{Suffix})( of the year| al anului| a anului)?{YearTail}$";

    private static int? YearOf(Match match, int? year) => match.Groups["y"].Success ? Int(match.Groups["y"].Value) : year;

    private static (DateOnly, DateOnly)? Day(Match match, int? year, DeadlineContext context)
    {
        var y = YearOf(match, year);
        if (match.Groups["yy"].Success)
        {
            // Two digits are a year only if it is one of the plan's own.
            y = 2000 + Int(match.Groups["yy"].Value);
            if (y < context.PlanStart.Year || y > context.PlanEnd.Year) return null;
        }

        return DayOf(y, MonthOf(match), Int(match.Groups["d"].Value)) is { } day ? (day, day) : null;
    }

    // "March 26" may be the month of that year as well, unless the plan's year is another.
    private static (DateOnly, DateOnly)? DayBehindMonth(Match match, int? year, DeadlineContext context) =>
        !match.Groups["y"].Success && match.Groups["th"].Length == 0 && Int(match.Groups["d"].Value) == year % 100 ? null : Day(match, year, context);

    private static (DateOnly, DateOnly)? Month(Match match, int? year, DeadlineContext context)
    {
        // "2011-12" may be December 2011 or the two years.
        if (match.Value.Length == 7 && match.Value[4] == '-' && MonthOf(match) > YearOf(match, null) % 100) return null;

        return DayOf(YearOf(match, year), MonthOf(match), 1) is { } first ? (first, first.AddMonths(1).AddDays(-1)) : null;
    }

    private static (DateOnly, DateOnly)? Part(Match match, int? year, int parts)
    {
        var ordinal = Ordinals[match.Groups["o"].Value];
        if (ordinal == 0) ordinal = parts;
        if (ordinal > parts) return null;

        var months = 12 / parts;
        return DayOf(YearOf(match, year), ((ordinal - 1) * months) + 1, 1) is { } first ? (first, first.AddMonths(months).AddDays(-1)) : null;
    }

    private static (DateOnly, DateOnly)? Season(Match match, int? year, DeadlineContext context)
    {
        var lastMonth = Seasons[match.Groups["season"].Value];
        var written = YearOf(match, null);
        var winter = lastMonth == 2;
        if (match.Groups["to"].Success && (!winter || SecondYear(match, written) != written + 1)) return null;

        // Winter without a year may be this one or the next.
        var endYear = winter ? written + 1 : written ?? year;
        return DayOf(endYear, lastMonth, 1) is { } month ? (month.AddMonths(-2), month.AddMonths(1).AddDays(-1)) : null;
    }

    private static (DateOnly, DateOnly)? Fiscal(Match match, int? year, DeadlineContext context)
    {
        var from = YearOf(match, null);
        var to = match.Groups["to"].Success ? SecondYear(match, from) : from;
        if (to is null || (to != from && to != from + 1)) return null;

        var (month, day) = context.FiscalYearEnd;
        if (DayOf(to, month, 1) is not { } endMonth) return null;

        var end = DayOf(to, month, day) ?? endMonth.AddMonths(1).AddDays(-1);
        return (end.AddDays(1).AddMonths(-12), end);
    }

    private static (DateOnly, DateOnly)? Decade(Match match, int? year, DeadlineContext context)
    {
        if (!match.Value.Contains("decad", StringComparison.Ordinal) && !match.Value.Contains("декад", StringComparison.Ordinal)) return null;

        var ordinal = Ordinals[match.Groups["o"].Value];
        if (ordinal is 4 || DayOf(YearOf(match, year), MonthOf(match), 1) is not { } first) return null;

        return ordinal is 0 or 3 ? (first.AddDays(20), first.AddMonths(1).AddDays(-1)) : (first.AddDays((ordinal - 1) * 10), first.AddDays((ordinal * 10) - 1));
    }

    private static (DateOnly, DateOnly)? WholeYear(int? year) =>
        year is { } y ? (new DateOnly(y, 1, 1), new DateOnly(y, 12, 31)) : null;

    private static int? SecondYear(Match match, int? first)
    {
        var second = Int(match.Groups["to"].Value);
        return second < 100 ? (first / 100 * 100) + second : second;
    }

    private static int MonthOf(Match match) => match.Groups["m"].Success ? Months[match.Groups["m"].Value] : Int(match.Groups["mm"].Value);

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(int? year, int month, int day) =>
        year is { } y && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, day) : null;
}
