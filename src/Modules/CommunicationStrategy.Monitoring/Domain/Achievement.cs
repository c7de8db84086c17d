// How far an indicator has come, and an objective by its indicators. Pure; each rule with its source in the method's words.
namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>Why there is no achievement to compute. Never 0 in its place.</summary>
public enum NotComputable { NoFigure, NoTarget, NoBaseline, OnlyWords }

/// <param name="Raw">1 is the target; below 0 where it moved the wrong way, above 1 where it went beyond.</param>
public sealed record AchievementFigure(decimal? Raw, NotComputable? Why)
{
    /// <summary>Between 0 and 1: what roll-ups use.</summary>
    public decimal? Clamped => Raw is { } raw ? Math.Clamp(raw, 0, 1) : null;
}

/// <summary>How an objective's score is named.</summary>
public enum ObjectiveLevel { Low, Medium, High }

/// <summary>From which score, in per cent, an objective's level is medium and high. Published examples: 0-30 low, 40 medium, 70-100 high.</summary>
public sealed record LevelBounds(decimal MediumFrom, decimal HighFrom)
{
    public static readonly LevelBounds Default = new(34, 67);

    public ObjectiveLevel? Of(decimal? score) => score is not { } s ? null : s * 100 >= HighFrom ? ObjectiveLevel.High : s * 100 >= MediumFrom ? ObjectiveLevel.Medium : ObjectiveLevel.Low;
}

/// <param name="From">The quarter that the figure is of; an earlier one than asked for where it was carried forward.</param>
internal sealed record ActualFigure(decimal? Value, Quarter? From);

internal static class Achievement
{
    /// <summary>
    /// Graded: the points of the highest grade met, of the most points there are. Yes/no: met or not. Maintain: inside the band or not.
    /// Else the way gone from the baseline to the target, up or down alike; without a way to go (no baseline, or the target equals it)
    /// actual / target, for a falling indicator target / actual.
    /// </summary>
    public static AchievementFigure Of(IndicatorPassport passport, decimal? target, decimal? actual)
    {
        if (passport.Kind == IndicatorKind.Text) return Not(NotComputable.OnlyWords);
        if (actual is not { } value) return Not(NotComputable.NoFigure);
        if (passport.Grades.Count > 0) return Graded(passport, value);
        if (passport.Direction == Direction.Maintain) return Kept(passport, target, value);
        if (passport.Kind == IndicatorKind.YesNo) return Whole(value >= (target ?? 1));
        if (target is not { } goal) return Not(NotComputable.NoTarget);
        if (passport.Baseline is { } baseline && baseline != goal) return new AchievementFigure(Share.Round((value - baseline) / (goal - baseline)), null);
        if (goal <= 0) return passport.Direction == Direction.Down && goal == 0 && value == 0 ? Whole(true) : Not(passport.Baseline is null ? NotComputable.NoBaseline : NotComputable.NoTarget);
        if (passport.Direction == Direction.Up) return new AchievementFigure(Share.Round(value / goal), null);
        return value <= 0 ? Whole(true) : new AchievementFigure(Share.Round(goal / value), null);
    }

    /// <summary>The figure at a quarter, counted from the first quarter of its target's period.</summary>
    public static ActualFigure Actual(IndicatorPassport passport, IReadOnlyDictionary<Quarter, decimal> values, Quarter at, Quarter? from)
    {
        var known = values.Where(v => v.Key.Start <= at.Start).OrderBy(v => v.Key.Start).ToList();
        if (passport.Aggregation is Aggregation.Sum or Aggregation.Average)
        {
            var within = known.Where(v => from is null || v.Key.Start >= from.Value.Start).ToList();
            if (within.Count == 0) return new ActualFigure(null, null);
            var sum = within.Sum(v => v.Value);
            return new ActualFigure(passport.Aggregation == Aggregation.Sum ? sum : Share.Round(sum / within.Count), within[^1].Key);
        }

        if (values.TryGetValue(at, out var own)) return new ActualFigure(own, at);
        return passport.CarriesForward && known.Count > 0 ? new ActualFigure(known[^1].Value, known[^1].Key) : new ActualFigure(null, null);
    }

    /// <summary>The sum of weight x achievement over those that can be computed, of their weights. Weights that nobody set are all alike.</summary>
    public static decimal? Score(IReadOnlyCollection<(decimal? Weight, decimal? Achieved)> indicators)
    {
        var alike = indicators.All(i => i.Weight is null);
        var computed = indicators.Where(i => i.Achieved is not null).Select(i => (Weight: alike ? 1 : i.Weight ?? 0, Achieved: i.Achieved!.Value)).ToList();
        var weights = computed.Sum(i => i.Weight);
        return weights == 0 ? null : Share.Round(computed.Sum(i => i.Weight * i.Achieved) / weights);
    }

    private static AchievementFigure Graded(IndicatorPassport passport, decimal value)
    {
        bool Met(IndicatorGrade grade) => (grade.Inclusive && value == grade.From) || (passport.Direction == Direction.Down ? value < grade.From : value > grade.From);
        var most = passport.Grades.Max(g => g.Points);
        return most <= 0 ? Not(NotComputable.NoTarget) : new AchievementFigure(Share.Round(passport.Grades.Where(Met).Select(g => g.Points).DefaultIfEmpty(0).Max() / most), null);
    }

    private static AchievementFigure Kept(IndicatorPassport passport, decimal? target, decimal value) =>
        passport.Lowest is null && passport.Highest is null
            ? target is { } exactly ? Whole(value == exactly) : Not(NotComputable.NoTarget)
            : Whole((passport.Lowest is not { } low || value >= low) && (passport.Highest is not { } high || value <= high));

    private static AchievementFigure Whole(bool met) => new(met ? 1 : 0, null);

    private static AchievementFigure Not(NotComputable why) => new(null, why);
}
