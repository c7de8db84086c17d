// Two quarters of a plan side by side: what moved, what appeared, what vanished. By number, for a frozen quarter knows no ids.
namespace CommunicationStrategy.Monitoring.Domain;

public enum Movement { Appeared, Vanished, Better, Worse, Changed }

/// <param name="Number">Of the activity, or the code of the indicator.</param>
/// <param name="Before">Null where it appeared.</param>
public sealed record VerdictMove(string Number, LocalizedText Title, NamedInstitution Lead, Movement Movement, Verdict? Before, Verdict? After, DateOnly? DueBefore, DateOnly? DueAfter);

public sealed record IndicatorMove(string Code, LocalizedText Name, Movement Movement, decimal? Before, decimal? After, decimal? AchievedBefore, decimal? AchievedAfter);

public sealed record Comparison(
    EarlierPoint Before, EarlierPoint After, Counts TotalsBefore, Counts TotalsAfter, decimal? PhysicalBefore, decimal? PhysicalAfter,
    IReadOnlyList<VerdictMove> Activities, IReadOnlyList<IndicatorMove> Indicators)
{
    /// <summary>Worst to best; equal ranks are neither better nor worse.</summary>
    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.NotImplemented => 0,
        Verdict.NotStarted or Verdict.NoProgress => 1,
        Verdict.NotDue or Verdict.AwaitingTrigger or Verdict.Unresolved or Verdict.Outside => 2,
        Verdict.StartedOnTime or Verdict.InProgress => 3,
        Verdict.Partial => 4,
        Verdict.ImplementedLate => 5,
        _ => 6,
    };

    internal static Comparison Of(EarlierSnapshot before, EarlierSnapshot after) => new(
        Point(before), Point(after), before.Snapshot.Totals, after.Snapshot.Totals, before.Snapshot.Physical, after.Snapshot.Physical,
        ActivitiesOf(before.Snapshot, after.Snapshot), IndicatorsOf(before.Snapshot, after.Snapshot));

    private static EarlierPoint Point(EarlierSnapshot e) => new(e.Snapshot.Period, e.Revision, e.ContentHash, e.Snapshot.Totals.Rate, e.Snapshot.Achievement, e.Snapshot.Overdue, []);

    private static List<VerdictMove> ActivitiesOf(EvaluationSnapshot before, EvaluationSnapshot after)
    {
        var was = before.Activities.ToDictionary(a => a.Number, StringComparer.Ordinal);
        var isNow = after.Activities.ToDictionary(a => a.Number, StringComparer.Ordinal);
        var moves = after.Activities.Select(a => was.TryGetValue(a.Number, out var b)
                ? b.Verdict == a.Verdict && b.EffectiveDue == a.EffectiveDue ? null
                    : new VerdictMove(a.Number, a.Title, a.Lead, Way(Rank(b.Verdict), Rank(a.Verdict)), b.Verdict, a.Verdict, b.EffectiveDue, a.EffectiveDue)
                : new VerdictMove(a.Number, a.Title, a.Lead, Movement.Appeared, null, a.Verdict, null, a.EffectiveDue))
            .OfType<VerdictMove>();
        var gone = before.Activities.Where(a => !isNow.ContainsKey(a.Number)).Select(a => new VerdictMove(a.Number, a.Title, a.Lead, Movement.Vanished, a.Verdict, null, a.EffectiveDue, null));
        return [.. moves.Concat(gone).OrderBy(m => NumberOrder.KeyOf(m.Number), StringComparer.Ordinal)];
    }

    private static List<IndicatorMove> IndicatorsOf(EvaluationSnapshot before, EvaluationSnapshot after)
    {
        var was = (before.Indicators ?? []).ToDictionary(i => i.Code, StringComparer.Ordinal);
        var isNow = (after.Indicators ?? []).ToDictionary(i => i.Code, StringComparer.Ordinal);
        var moves = isNow.Values.Select(i => was.TryGetValue(i.Code, out var b)
                ? b.Actual == i.Actual && b.Achieved == i.Achieved ? null
                    : new IndicatorMove(i.Code, i.Passport.Name, b.Achieved is { } x && i.Achieved is { } y ? Way(x, y) : Movement.Changed, b.Actual, i.Actual, b.Achieved, i.Achieved)
                : new IndicatorMove(i.Code, i.Passport.Name, Movement.Appeared, null, i.Actual, null, i.Achieved))
            .OfType<IndicatorMove>();
        var gone = was.Values.Where(i => !isNow.ContainsKey(i.Code)).Select(i => new IndicatorMove(i.Code, i.Passport.Name, Movement.Vanished, i.Actual, null, i.Achieved, null));
        return [.. moves.Concat(gone).OrderBy(m => NumberOrder.KeyOf(m.Code), StringComparer.Ordinal)];
    }

    private static Movement Way(decimal before, decimal after) => after > before ? Movement.Better : after < before ? Movement.Worse : Movement.Changed;
}
