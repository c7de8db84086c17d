// Reads the deadline of a plan as people write it. A table of rules is tried in order on the folded words; a rule has to
// account for every word, so what nobody foresaw is left for an officer instead of being guessed.
using System.Text.RegularExpressions;
using static CommunicationStrategy.ActionPlan.Domain.Deadlines.Vocabulary;

namespace CommunicationStrategy.ActionPlan.Domain.Deadlines;

/// <summary>Turns words into a <see cref="Deadline"/>; takes any words, never throws.</summary>
internal static partial class DeadlineParser
{
    // Longer texts are explanations, not deadlines.
    private const int LongestPhrase = 300;

    // A phrase inside a phrase inside a phrase; real deadlines need two.
    private const int Deepest = 3;

    private sealed record Rule(string Name, Regex Pattern, Func<Match, Reading, Deadline?> Build);

    /// <summary>A phrase, the plan it stands in, the year that holds where none is written, and how deep we are.</summary>
    private sealed record Reading(Phrase Phrase, DeadlineContext Context, int? Year, int Depth)
    {
        public string Text => Phrase.Text;

        public Reading Part(Group group) => this with { Phrase = Phrase.Part(group), Depth = Depth + 1 };

        public Reading Part(int from, int to) => this with { Phrase = Phrase.Part(from, to - from), Depth = Depth + 1 };

        public Span? Span(int? year = null) => Deadlines.Span.Read(Text, Context, year ?? Year);
    }

    private static readonly string Lag = $"(?<n>[0-9]{{1,3}}|{OneOf(Numbers)})( [(][^)]*[)])?( de)? ";
    private static readonly string Units = $"((?<working>(working|business) days?|zile lucratoare|рабочих дней|рабочих дня|робочих днів|giorni lavorativi)|(?<days>{OneOf(DayUnits)})( calendaristice)?|(calendar )?(?<days>days)|календарных (?<days>дней)|(?<months>{OneOf(MonthUnits)}))";
    private const string LagLead = "in termen de|in termen|in decurs de|in cel mult|cel mult|in maximum|maximum|max|timp de|peste|dupa|at most|(no|not) later than|within|in|la|entro|через|в течение|в срок до|в срок|не позднее чем через|не позднее|по истечении|протягом|упродовж|the";
    private const string After = "after|from|following|since|de la data|de la|din ziua|din data|dupa|din|после|со дня|с момента|с даты|от даты|со|с|от|від дня|з дня|від|з|після|dalla data|dalla|dal|dall'|dopo";
    private const string NotBefore = "but|dar|insa|no|но|однако|але|ma";
    private const string NotEarlier = "not (earlier than|before)|no (earlier than|sooner than)|nu mai devreme de|nu inainte de|не ранее|не раньше|не раніше|non prima (del|dell'|di)";
    private const string AtLeast = "at least|no(t)? (less|fewer) than|minimum|min|cel putin|minim|nu mai putin de|не менее чем|не менее|минимум|как минимум|не реже|не менше|щонайменше|almeno";
    private static readonly string PerUnit = $"(((a|an|per|every|each|in each|in every|pe|in fiecare|la fiecare|fiecare|intr-un|în|в|на|за|в каждом|каждый|all'|al|ogni)( |/)?|/ ?)(?<unit>{OneOf(MonthUnits)})|(?<adverb>{OneOf(Frequencies)}))";

    private static readonly Rule[] Rules =
    [
        new("reference", Pattern($"^({Reference})( .*)?$"), (_, _) => new Deadline { AsWritten = "", Kind = DeadlineKind.Reference }),
        new("not-before", Pattern($"^(?<a>.+?)[ ,]+({NotBefore})[ ,]+({NotEarlier}) (?<b>.+)$"), Compound),
        new("revised", Pattern("^(?<a>.+) ?(->|→|=>) ?(?<rest>.+)$"), Revised),
        new("recurring", Pattern($"^(?<f>{Frequency.Words})$"), Recurring),
        new("recurring", Pattern($"^((at|by|la|до|к|в|pana la|the) )*(end|sfarsitul|sfirsitul|finele|конце|концу|конца|fine) (?<f>{Frequency.Words})$"), Recurring),
        new("recurring-inner", Pattern($"^(?<f>{Frequency.Words})([ ,]*[(]|[ ,-]+)(?<rest>.+?)[)]?$"), RecurringInner),
        new("recurring-inner", Pattern($"^(?<rest>.+?)([ ,]*[(]|[ ,-]+)(?<f>{Frequency.Words})[)]?$"), RecurringInner),
        new("recurring-inner", Pattern($"^(in |la |в )?(every|each|fiecare|каждый|каждое|каждую|каждого|ogni|кожного) (?<rest>.+)$"), (m, r) => EveryYear(r.Part(m.Groups["rest"]), null)),
        new("recurring-window", Pattern($"^(?<f>{Frequency.Words})([ ,]*[(]|[ ,-]+)(?<rest>.+?)[)]?$"), Recurring),
        new("recurring-window", Pattern($"^(?<rest>.+?)([ ,]*[(]|[ ,-]+)(?<f>{Frequency.Words})[)]?$"), Recurring),
        new("quota", Pattern($"^(({AtLeast}) )?(de |cate |по )?((?<n>[0-9]{{1,3}}|{OneOf(Numbers)})|(?<twice>twice|дважды)|once)( [^ 0-9,]+){{0,4}}? ?{PerUnit}( in any order| в любом порядке| in orice ordine)?([ ,]+(?<rest>.+))?$"), Quota),
        new("permanent-throughout", Pattern($"^(throughout|during|over|for|pe toata (durata|perioada)|pe (parcursul|durata|perioada)|in (toata )?perioada|весь|в течение( всего)?|на протяжении( всего)?|протягом( усього)?|per tutta la durata) ((the|entire|whole|duration of|period of|life of|all) )*({PlanWords})$"), Ongoing),
        new("permanent", Pattern($"^({Permanent})(([ ,]*[(]|[ ,-]+)(?<rest>.+?)[)]?)?$"), Ongoing),
        new("lag-after", Pattern($"^(({LagLead}) )*({Lag})?{Units} ({After})[ ,]?(?<ev>.+)$"), (m, r) => Relative(m, r, 1)),
        new("lag-before", Pattern($"^((cu|за|не позднее чем за|at least|no later than) )*{Lag}{Units} (before|prior to|inainte de|pana la|до|prima (di|del|dell'))[ ,]?(?<ev>.+)$"), (m, r) => Relative(m, r, -1)),
        new("term-of-days", Pattern($"^в (?<n>[0-9]{{1,3}})[ -]*(х|ти|и)?[ -]*(?<working>рабоче)?(?<days>дневный|дней) срок ({After}) (?<ev>.+)$"), (m, r) => Relative(m, r, 1)),
        new("event-then-lag", Pattern($"^({From}) (?<ev>.+?) - {Lag}{Units}$"), (m, r) => Relative(m, r, 1)),
        new("named", Pattern("^.+$"), (_, r) => OneSpan(r, bare: true)),
        new("by", Pattern($"^((the |{By}) )+(?<rest>.+)$"), (m, r) => OneSpan(r.Part(m.Groups["rest"]), bare: false)),
        new("before", Pattern("^(before|prior to|inainte de|prima (di|del)) (?<rest>.+)$"), Before),
        new("from", Pattern($"^(({From}) |dall'|dell'|l')+(?<rest>.+?)( onwards?| on| inainte| in poi| и далее)?$"), Starting),
        new("range", Pattern("^.+(-| ).+$"), Range),
        new("several", Pattern($"^.+(,| ({And}) ).+$"), Several),
        new("when-needed", Pattern($"^({WhenNeeded})$"), (_, r) => Waiting(r.Phrase.Words)),
        new("event", Pattern($"^((({By}) )+)(?<ev>.*({Event}).*)$"), Awaiting),
        new("event-named", Pattern($"^((upon|on|at|after|during|in|la|dupa|in perioada|после|по|при|в период|після) )*(?<ev>(the )?({EventNoun})( .*)?)$"), Awaiting),
    ];

    /// <summary>Reads the words; what cannot be read with certainty is <see cref="DeadlineKind.Unresolved"/>.</summary>
    public static Deadline Parse(string? words, DeadlineContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        words ??= "";
        // What an officer once said these words mean goes before any rule.
        if (context.Readings.Count > 0 && context.Readings.TryGetValue(PhraseReading.KeyOf(words), out var said))
            return new Deadline { AsWritten = words }.SetByPerson(said.Start, said.Due) with { Rule = "remembered" };
        if (words.Length > LongestPhrase || ReadOrGiveUp(words, context) is not { } read) return new Deadline { AsWritten = words };

        var resolved = read.Due is not null || read.Start is not null;
        return read with { AsWritten = words, ResolvedBy = resolved ? DeadlineResolvedBy.Rule : DeadlineResolvedBy.Nobody };
    }

    private static Deadline? ReadOrGiveUp(string words, DeadlineContext context)
    {
        try
        {
            return Read(new Reading(Phrase.Of(words), context, context.SingleYear, 0));
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Deadline? Read(Reading reading)
    {
        if (reading.Depth > Deepest || reading.Text.Length == 0) return null;

        foreach (var rule in Rules)
        {
            if (rule.Pattern.Match(reading.Text) is { Success: true } match && rule.Build(match, reading) is { } deadline)
                return deadline.Rule is null ? deadline with { Rule = rule.Name } : deadline;
        }

        return null;
    }
}
