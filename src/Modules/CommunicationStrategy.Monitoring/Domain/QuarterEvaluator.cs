// The quarterly evaluation itself: a plan as it stands, a cut-off, and what follows from the two. Pure, and independent of the order of its input.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Contracts.Stakeholders;

namespace CommunicationStrategy.Monitoring.Domain;

/// <param name="ClosedOn">The day on which the collection of the quarter's reports closed.</param>
/// <param name="Objectives">The strategy's own statements by number; where it has none, the plan's words stand.</param>
/// <param name="DayOf">The office's day of an instant.</param>
internal sealed record EvaluationInput(
    PlanSnapshot Plan, Quarter Quarter, DateOnly ClosedOn, IReadOnlyDictionary<Guid, InstitutionInfo> Institutions,
    IReadOnlyDictionary<string, LocalizedText> Objectives, CoverageCounts Coverage, EarlierFigures? Previous, EarlierFigures? LastYear,
    Func<DateTimeOffset, DateOnly> DayOf);

internal static class QuarterEvaluator
{
    public static DateOnly CutOff(Quarter quarter, DateOnly closedOn) => closedOn < quarter.End ? closedOn : quarter.End;

    public static EvaluationSnapshot Evaluate(EvaluationInput input)
    {
        var plan = input.Plan.Plan;
        var activities = input.Plan.Activities.OrderBy(a => NumberOrder.KeyOf(a.Number), StringComparer.Ordinal).ThenBy(a => a.Number, StringComparer.Ordinal)
            .Select(a => JudgeOne(a, input)).ToList();
        var discipline = ReportDiscipline.Of(input);
        var coverage = input.Coverage;
        return new EvaluationSnapshot(
            EvaluationSnapshot.CurrentSchema, new EvaluatedPlan(plan.Code, plan.Title, plan.Start, plan.End), input.Quarter.ToString(),
            CutOff(input.Quarter, input.ClosedOn), input.ClosedOn, CountsOf(activities), ReportDiscipline.Total(discipline),
            new CoverageFigures(coverage.Total, coverage.Positive, coverage.Neutral, coverage.Negative, coverage.TiedToActivities),
            input.Previous, input.LastYear, ByObjective(activities, input), activities, discipline, Enum.GetValues<Method>());
    }

    /// <summary>
    /// The verdict as of the end of the cut-off day. Outside first, then what has no date, then what is not due;
    /// what is due is implemented only if it was finished, and accepted as finished, on a day up to the cut-off.
    /// </summary>
    public static Verdict Judge(ActivitySnapshot activity, DateOnly planEnd, DateOnly cutOff)
    {
        if (activity.State is ActivityState.Draft or ActivityState.Suspended or ActivityState.Cancelled or ActivityState.Superseded) return Verdict.Outside;
        if (!IsFinished(activity) && activity.AwaitsTrigger) return Verdict.AwaitingTrigger;
        if (!IsFinished(activity) && activity.Unresolved) return Verdict.Unresolved;

        var due = Due(activity, planEnd);
        if (due > cutOff) return IsStarted(activity) ? Verdict.InProgress : Verdict.NotDue;
        if (DoneOn(activity) is not { } done || done > cutOff) return Verdict.NotImplemented;
        if (activity.State == ActivityState.PartiallyCompleted) return Verdict.Partial;
        return done <= due ? Verdict.ImplementedOnTime : Verdict.ImplementedLate;
    }

    /// <summary>
    /// When it was finished: the actual day, or the day it was reported where that came first, for waiting to be accepted is not
    /// the institution's delay. Null while it is not accepted as finished.
    /// </summary>
    public static DateOnly? DoneOn(ActivitySnapshot activity) =>
        !IsFinished(activity) ? null
        : activity.SubmittedOn is { } submitted && activity.CompletedOn is { } completed ? (submitted < completed ? submitted : completed)
        : activity.SubmittedOn ?? activity.CompletedOn;

    public static NamedInstitution NameOf(Guid? id, string asWritten, IReadOnlyDictionary<Guid, InstitutionInfo> institutions) =>
        id is { } known && institutions.TryGetValue(known, out var institution)
            ? new NamedInstitution(institution.Name, institution.Acronym)
            : new NamedInstitution(LocalizedText.Of(LocalizedText.Languages[0], asWritten), LocalizedText.Empty);

    private static JudgedActivity JudgeOne(ActivitySnapshot activity, EvaluationInput input)
    {
        var cutOff = CutOff(input.Quarter, input.ClosedOn);
        var verdict = Judge(activity, input.Plan.Plan.End, cutOff);
        DateOnly? due = verdict is Verdict.AwaitingTrigger or Verdict.Unresolved ? null : Due(activity, input.Plan.Plan.End);
        var done = DoneOn(activity);
        var isDue = verdict is Verdict.ImplementedOnTime or Verdict.ImplementedLate or Verdict.Partial or Verdict.NotImplemented;
        var isUnchecked = isDue && activity.State == ActivityState.ReportedComplete && activity.SubmittedOn <= cutOff;
        var doneAfter = isDue && done > cutOff;

        return new JudgedActivity(
            activity.Number, activity.Title, activity.ObjectiveNumber, NameOf(activity.LeadId, activity.LeadAsWritten, input.Institutions), activity.State, activity.Percent, verdict,
            activity.DeadlineAsWritten, due, activity.OriginalDue, done,
            isUnchecked, doneAfter, !isDue && verdict != Verdict.Outside && done <= cutOff,
            verdict != Verdict.Outside && due >= input.Quarter.Start && due <= input.Quarter.End,
            // Reporting completion stops the clock, accepted or not.
            verdict == Verdict.NotImplemented && !isUnchecked ? cutOff.DayNumber - due!.Value.DayNumber : null,
            Blank(activity.Narrative), Blank(activity.Obstacles), activity.NewDateAsked, Blank(activity.Evidence));
    }

    private static List<ObjectiveRow> ByObjective(IReadOnlyList<JudgedActivity> activities, EvaluationInput input)
    {
        var words = input.Plan.Activities.Where(a => !a.Objective.IsEmpty).GroupBy(a => a.ObjectiveNumber.Trim(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MinBy(a => NumberOrder.KeyOf(a.Number), StringComparer.Ordinal)!.Objective, StringComparer.Ordinal);
        return
        [
            .. activities.GroupBy(a => a.Objective.Trim(), StringComparer.Ordinal)
                .OrderBy(g => g.Key.Length == 0).ThenBy(g => NumberOrder.KeyOf(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ObjectiveRow(g.Key, input.Objectives.GetValueOrDefault(g.Key) ?? words.GetValueOrDefault(g.Key) ?? LocalizedText.Empty, CountsOf([.. g]))),
        ];
    }

    private static Counts CountsOf(IReadOnlyCollection<JudgedActivity> activities) => Counts.Of([.. activities.Select(a => a.Verdict)]);

    /// <summary>What carries no last day of its own ("from March", "permanent") is due with the plan.</summary>
    private static DateOnly Due(ActivitySnapshot activity, DateOnly planEnd) => activity.EffectiveDue ?? activity.Due ?? planEnd;

    private static bool IsFinished(ActivitySnapshot activity) => activity.State is ActivityState.Completed or ActivityState.PartiallyCompleted;

    private static bool IsStarted(ActivitySnapshot activity) =>
        activity.State is ActivityState.InProgress or ActivityState.ReportedComplete || (activity.State == ActivityState.Planned && activity.Percent > 0);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
