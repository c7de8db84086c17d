// What each rule of the parser makes of the parts its pattern found; null where they make no sense.
using System.Text.RegularExpressions;
using static CommunicationStrategy.ActionPlan.Domain.Deadlines.Vocabulary;

namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

internal static partial class DeadlineParser
{
    private static readonly Regex ByWords = Pattern($"^(({By}|{During}) )+");
    private static readonly Regex FromWords = Pattern($"^({From}) ");
    private static readonly Regex NamesTime = Pattern("(^| )(19|20)[0-9]{2}( |$)|[0-9][./][0-9]");
    private static readonly Regex NamesEvent = Pattern(Event);
    private static readonly Regex DayOfPeriod = Pattern($"^(the )?(data de |ziua de )?(?<d>[0-9]{{1,2}}){Suffix}( числа| zi)?(?<next>( of| a| al| ale)? ?(the )?((following|next) month|month following|lunii (imediat )?urmatoare|(месяца,? )?следующего (месяца)?(за отчетным)?|месяца,? следующего за отчетным( кварталом| периодом| месяцем)?))?( after the quarter| (dupa|urmatoare) trimestrului| trimestrului)?$");

    private static Deadline? OneSpan(Reading r, bool bare) => r.Span() is { } span ? Resolved(span, bare) : null;

    private static Deadline Resolved(Span span, bool bare) =>
        new() { AsWritten = "", Kind = span.Kind, Start = bare ? span.First : null, Due = span.Last, Rule = span.Rule };

    /// <summary>"June -> July": the last value counts; the earlier ones stay in the words. A duty that goes on or waits stays what it is.</summary>
    private static Deadline? Revised(Match m, Reading r)
    {
        var last = Read(r.Part(m.Groups["rest"]));
        return last is { Trigger: null, Occurrences.Count: 0, Due: not null } ? last with { Kind = DeadlineKind.Revised, Rule = null } : last;
    }

    private static Deadline? Before(Match m, Reading r) =>
        r.Part(m.Groups["rest"]).Span() is { Kind: not DeadlineKind.Event } span
            ? new Deadline { AsWritten = "", Kind = span.Kind, Due = (span.First ?? span.Last).AddDays(-1) }
            : null;

    private static Deadline? Starting(Match m, Reading r)
    {
        var rest = m.Groups["rest"].Value;
        var beginning = BeginningOf.Match(rest);
        if (beginning.Success) rest = beginning.Groups["rest"].Value;
        return Span.Read(rest, r.Context, r.Year) is { Kind: not DeadlineKind.Event } span
            ? new Deadline { AsWritten = "", Kind = DeadlineKind.StartOnly, Start = span.First ?? span.Last }
            : null;
    }

    private static readonly Regex BeginningOf = Pattern("^(the )?(beginning|start|inceputul|начала|inizio) ((of|the|lunii|luna|di|del) |dell')*(?<rest>.+)$");

    private static Deadline? Compound(Match m, Reading r)
    {
        var dated = Read(r.Part(m.Groups["a"]));
        if (dated is not { Due: { } due, Trigger: null, Occurrences.Count: 0 }) return null;

        var condition = r.Part(m.Groups["b"]);
        if (condition.Span() is { } span)
        {
            var earliest = span.First ?? span.Last;
            return dated with { Kind = DeadlineKind.Compound, Due = earliest > due ? earliest : due, NotBefore = earliest, Rule = null };
        }

        return dated with { Kind = DeadlineKind.Compound, Due = null, NotBefore = due, Trigger = condition.Phrase.Words, Rule = null };
    }

    private static Deadline? Relative(Match m, Reading r, int sign)
    {
        var count = sign * (m.Groups["n"].Success ? Number(m.Groups["n"].Value) : 1);
        // Without a number only one unit can be meant: "a month after", not "months after".
        var lag = new Deadline
        {
            AsWritten = "",
            Kind = DeadlineKind.Relative,
            LagWorkingDays = m.Groups["working"].Success ? count : null,
            LagDays = m.Groups["days"].Success && !m.Groups["working"].Success ? count * DayUnits.GetValueOrDefault(m.Groups["days"].Value, 1) : null,
            LagMonths = m.Groups["months"].Success ? count * MonthUnits[m.Groups["months"].Value] : null,
        };
        var after = r.Part(m.Groups["ev"]);
        if (after.Span() is { } span)
        {
            return span.Kind is DeadlineKind.Date or DeadlineKind.Event ? lag with { Due = lag.Lagged(span.Last, r.Context) } : null;
        }

        return after.Text.Any(char.IsLetter) && !NamesTime.IsMatch(after.Text) ? lag with { Trigger = after.Phrase.Words } : null;
    }

    private static Deadline Waiting(string trigger) => new() { AsWritten = "", Kind = DeadlineKind.Event, Trigger = trigger };

    private static Deadline? Awaiting(Match m, Reading r) =>
        NamesTime.IsMatch(r.Text) || FromWords.IsMatch(r.Text) ? null : Waiting(r.Part(m.Groups["ev"]).Phrase.Words);

    private static Deadline? Ongoing(Match m, Reading r) =>
        WindowOf(r, m.Groups["rest"]) is { } window ? Repeated(DeadlineKind.Permanent, window, new Frequency(3)) : null;

    private static Deadline? Recurring(Match m, Reading r) =>
        Frequency.Read(m.Groups["f"].Value) is { } frequency && WindowOf(r, m.Groups["rest"]) is { } window
            ? Repeated(DeadlineKind.Recurring, window, frequency)
            : null;

    private static Deadline? Quota(Match m, Reading r)
    {
        var period = m.Groups["unit"].Success ? new Frequency(MonthUnits[m.Groups["unit"].Value]) : Frequency.Read(m.Groups["adverb"].Value);
        var count = m.Groups["twice"].Success ? 2 : m.Groups["n"].Success ? Number(m.Groups["n"].Value) : 1;
        return period is { } p && count > 0 && WindowOf(r, m.Groups["rest"]) is { } window
            ? Repeated(DeadlineKind.Quota, window, p) with { QuotaCount = count }
            : null;
    }

    private static Deadline Repeated(DeadlineKind kind, Window window, Frequency frequency) => new()
    {
        AsWritten = "",
        Kind = kind,
        Start = window.First,
        Due = window.Last,
        Occurrences = [.. frequency.Periods(window).Select(p => p.Last).Distinct()],
    };

    /// <summary>The stretch a recurring duty holds for: what its tail says, inside the plan.</summary>
    private static Window? WindowOf(Reading r, Group tail)
    {
        var plan = Window.Of(r.Context.PlanStart, r.Context.PlanEnd);
        if (!tail.Success) return plan;

        return Read(r.Part(tail)) switch
        {
            { Kind: DeadlineKind.StartOnly, Start: { } start } => Window.Of(start, r.Context.PlanEnd)?.Within(r.Context),
            { Kind: DeadlineKind.Permanent, Start: { } start, Due: { } due } => Window.Of(start, due),
            { Trigger: null, Occurrences.Count: 0, Due: { } due, Kind: not DeadlineKind.Compound } read => Window.Of(read.Start ?? r.Context.PlanStart, due)?.Within(r.Context),
            _ => null,
        };
    }

    private static Deadline? RecurringInner(Match m, Reading r)
    {
        if (Frequency.Read(m.Groups["f"].Value) is not { } frequency || Window.Of(r.Context.PlanStart, r.Context.PlanEnd) is not { } plan) return null;
        if (frequency.Months == 12) return EveryYear(r.Part(m.Groups["rest"]), plan);

        var rest = ByWords.Replace(r.Part(m.Groups["rest"]).Text, "");
        if (DayOfPeriod.Match(rest) is not { Success: true } match || frequency.Months is 0 or > 6) return null;

        // "Quarterly by the 15th" does not say of which month, unless it is the following one.
        var following = match.Groups["next"].Success;
        var day = Number(match.Groups["d"].Value);
        if (day is < 1 or > 31 || (frequency.Months > 1 && !following)) return null;

        var dues = frequency.Periods(plan).Select(p => following ? p.Last.AddDays(1) : p.First)
            .Select(month => new DateOnly(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month))));
        return Inner(dues, plan);
    }

    /// <summary>A date inside each year: "annually by 15 February", "in the second half of each year".</summary>
    private static Deadline? EveryYear(Reading rest, Window? window)
    {
        if ((window ?? Window.Of(rest.Context.PlanStart, rest.Context.PlanEnd)) is not { } plan) return null;

        var text = ByWords.Replace(rest.Text, "");
        // A phrase that means the same in two years names its year, and is the end of the duty, not a day in each year.
        if (SpansOf(text, rest.Context, 2001) is not { } odd || SpansOf(text, rest.Context, 2002) is not { } even || odd[^1].Last == even[^1].Last) return null;

        return Inner(plan.Years.SelectMany(year => SpansOf(text, rest.Context, year) ?? []).Select(s => s.Last), plan);
    }

    private static Deadline? Inner(IEnumerable<DateOnly> dues, Window plan)
    {
        DateOnly[] inside = [.. dues.Where(plan.Contains).Distinct().Order()];
        return inside.Length == 0 ? null : new Deadline { AsWritten = "", Kind = DeadlineKind.RecurringInner, Start = plan.First, Due = plan.Last, Occurrences = inside };
    }
}
