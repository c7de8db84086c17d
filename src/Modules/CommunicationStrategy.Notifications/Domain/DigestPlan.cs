// Who gets which digest on a day: the same rule for the job that writes mails down and for the page that looks ahead.
using CommunicationStrategy.Contracts.Access;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Notifications.Domain;

/// <summary>Who is written to, whoever holds the role on the day: of an institution, or a person of the office.</summary>
/// <param name="Id">The institution; of the office the person.</param>
internal readonly record struct Addressee(Audience Audience, Guid Id)
{
    public const int KeyLength = 50;

    /// <summary>In the ledger and on the mail.</summary>
    public string Key => $"{Audience}:{Id:N}";
    public Guid? InstitutionId => Audience == Audience.Office ? null : Id;

    public static Addressee Parse(string key) => new(Enum.Parse<Audience>(key[..key.IndexOf(':', StringComparison.Ordinal)]), Guid.Parse(key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]));
}

/// <summary>A duty and the step of the ladder somebody is reminded of.</summary>
internal sealed record DueStep(Obligation Obligation, string Stage, Addressee To)
{
    public (string Key, string Stage, string Recipient) LedgerKey => (Obligation.Key, Stage, To.Key);
}

/// <param name="Weekly">The office's look at the week: goes out with or without steps.</param>
internal sealed record PlannedDigest(Addressee To, DateOnly Day, IReadOnlyList<DueStep> Steps, bool Weekly = false);

/// <summary>What the plan of a day follows from, beside the duties.</summary>
/// <param name="Rules">The ladders of plans that have one of their own.</param>
/// <param name="Pauses">Those that hold now or will.</param>
/// <param name="People">The office: who is told of what is long overdue.</param>
internal sealed record LadderSettings(IReadOnlyDictionary<Guid, LadderRules> Rules, IReadOnlyList<ReminderPause> Pauses, WorkCalendar Calendar, IReadOnlyList<OfficePerson> People)
{
    public static LadderSettings Standard { get; } = new(new Dictionary<Guid, LadderRules>(), [], WorkCalendar.Weekdays, []);

    public IReadOnlyList<Guid> Office => [.. People.Select(p => p.Id)];

    /// <summary>How far ahead duties are near enough to be written about by hand, in days.</summary>
    public int Near => Rules.Values.Append(LadderRules.Standard).Max(r => r.Before.Max());

    public LadderRules Of(Guid plan) => Rules.GetValueOrDefault(plan) ?? LadderRules.Standard;
}

internal static class DigestPlan
{
    /// <param name="ledger">The steps that have had their mail.</param>
    /// <param name="blocked">Keys of those that get none on this day: they had one, or an earlier one still waits to go out.</param>
    public static IReadOnlyList<PlannedDigest> For(
        DateOnly day, IEnumerable<Obligation> obligations, LadderSettings settings, IReadOnlySet<(string Key, string Stage, string Recipient)> ledger, IReadOnlySet<string> blocked)
    {
        var pauses = settings.Pauses.Where(p => p.HoldsOn(day)).ToList();
        return [.. obligations.SelectMany(o => StepsOf(o, day, settings))
            .Where(s => !blocked.Contains(s.To.Key) && !ledger.Contains(s.LedgerKey) && !pauses.Exists(p => p.Silences(s)))
            .DistinctBy(s => s.LedgerKey)
            .GroupBy(s => s.To).Select(g => new PlannedDigest(g.Key, day, [.. g]))];
    }

    /// <summary>
    /// Everyone of the office looks at the week once: on its first working day, or on the next on which the job runs. Where a digest goes
    /// to them today anyway, it is that one.
    /// </summary>
    /// <param name="had">Keys of those who had it this week.</param>
    public static IReadOnlyList<PlannedDigest> WithWeek(IReadOnlyList<PlannedDigest> digests, DateOnly day, IEnumerable<Guid> office, IReadOnlySet<string> had, IReadOnlySet<string> blocked)
    {
        var due = office.Select(p => new Addressee(Audience.Office, p)).Where(a => !had.Contains(a.Key) && !blocked.Contains(a.Key)).ToList();
        return [.. digests.Select(d => due.Contains(d.To) ? d with { Weekly = true } : d), .. due.Where(a => digests.All(d => d.To != a)).Select(a => new PlannedDigest(a, day, [], Weekly: true))];
    }

    private static IEnumerable<DueStep> StepsOf(Obligation duty, DateOnly day, LadderSettings settings)
    {
        var rules = settings.Of(duty.PlanId);
        foreach (var audience in new[] { Audience.FocalPoint, Audience.Deputy, Audience.Head })
        {
            if (Ladder.StageOn(rules, audience, duty, day, settings.Calendar) is { } stage) yield return new DueStep(duty, stage, new Addressee(audience, duty.InstitutionId));
        }

        if (settings.People.Count == 0 || Ladder.StageOn(rules, Audience.Office, duty, day, settings.Calendar) is not { } told) yield break;
        var escalation = Ladder.EscalationOn(rules, duty, day);
        foreach (var person in settings.People)
        {
            yield return new DueStep(duty, told, new Addressee(Audience.Office, person.Id));
            if (escalation is not null && person.IsHead) yield return new DueStep(duty, escalation, new Addressee(Audience.Office, person.Id));
        }
    }
}
