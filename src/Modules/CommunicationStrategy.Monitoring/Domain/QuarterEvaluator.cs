// The quarterly evaluation itself: a plan as it stands, a cut-off, and what follows from the two. Pure, and independent of the order of its input.
using CommunicationStrategy.Contracts.ActionPlan;
using CommunicationStrategy.Contracts.Media;
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Contracts.Strategy;

namespace CommunicationStrategy.Monitoring.Domain;

/// <param name="ClosedOn">The day on which the collection of the quarter's reports closed.</param>
/// <param name="Objectives">The strategy's own statements by number; where it has none, the plan's words stand.</param>
/// <param name="DayOf">The office's day of an instant.</param>
internal sealed record EvaluationInput(
    PlanSnapshot Plan, Quarter Quarter, DateOnly ClosedOn, IReadOnlyDictionary<Guid, InstitutionInfo> Institutions,
    IReadOnlyDictionary<string, LocalizedText> Objectives, CoverageCounts Coverage, EarlierFigures? Previous, EarlierFigures? LastYear,
    Func<DateTimeOffset, DateOnly> DayOf)
{
    /// <summary>The first day that is reported on.</summary>
    public DateOnly First => Quarter.FirstDayOf(Plan.Plan.Span);

    /// <summary>The last day of what is reported on next.</summary>
    public DateOnly NextEnd => Quarter.Next.Start.AddMonths(3 * Plan.Plan.Span).AddDays(-1);

    /// <summary>The newest entry on each subject.</summary>
    public IReadOnlyCollection<Assessment> Assessments { get; init; } = [];
    public IReadOnlyCollection<MeasuredIndicator> Indicators { get; init; } = [];
    public IReadOnlyCollection<Finding> Findings { get; init; } = [];
    public IReadOnlyCollection<Recommendation> Recommendations { get; init; } = [];
    public LevelBounds Levels { get; init; } = LevelBounds.Default;

    /// <summary>What the office itself did with the press up to the cut-off.</summary>
    public PressWork Press { get; init; } = PressWork.None;

    public Relations Relations { get; init; } = Relations.None;

    /// <summary>Mails about an activity that had gone out by the cut-off; those of which none had are left out.</summary>
    public IReadOnlyDictionary<Guid, int> Reminders { get; init; } = new Dictionary<Guid, int>();

    /// <summary>The key messages of the plan's strategy.</summary>
    public IReadOnlyList<KeyMessageInfo> Messages { get; init; } = [];
    public IReadOnlyList<TargetGroupInfo> TargetGroups { get; init; } = [];

    /// <summary>Approved evaluations of the four quarters before, oldest first.</summary>
    public IReadOnlyList<EarlierSnapshot> Earlier { get; init; } = [];

    public Assessment? Decided(AssessmentKind kind, string subject) => Assessments.SingleOrDefault(a => a.Kind == kind && a.Subject == subject);
}

/// <param name="Values">Every quarter's figure up to the one evaluated.</param>
internal sealed record MeasuredIndicator(Indicator Indicator, IReadOnlyCollection<IndicatorValue> Values);

internal sealed record EarlierSnapshot(int Revision, string ContentHash, EvaluationSnapshot Snapshot);

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
        var objectives = ByObjective(activities, input);
        var recurring = (Due: activities.Sum(a => a.TimesDue ?? 0), Done: activities.Sum(a => a.TimesDone ?? 0));
        var snapshot = new EvaluationSnapshot(
            EvaluationSnapshot.CurrentSchema, new EvaluatedPlan(plan.Code, plan.Title, plan.Start, plan.End), input.Quarter.ToString(),
            CutOff(input.Quarter, input.ClosedOn), input.ClosedOn, Counts.Of(activities), ReportDiscipline.Total(discipline),
            new CoverageFigures(coverage.Total, coverage.Positive, coverage.Neutral, coverage.Negative, coverage.TiedToActivities),
            input.Previous, input.LastYear, objectives, activities, discipline, Methods(input)).WithPress(input).WithRelations(input.Relations);
        var indicators = IndicatorEvaluator.Measure(input, snapshot, recurring.Done);
        var scores = IndicatorEvaluator.Scores(input, indicators, objectives);
        return snapshot with
        {
            Span = plan.Span > 1 ? plan.Span : null,
            PlanVersion = input.Plan.Version is { } version ? new FrozenVersion(version.Number, version.Act, version.InForceFrom) : null,
            Currency = input.Plan.Budget.Count > 0 ? input.Plan.Budget[0].Currency : null,
            Physical = PhysicalProgress.Of(activities),
            Achievement = Achievement.Score([.. scores.Select(s => ((decimal?)null, s.Score))]),
            Levels = input.Levels, Indicators = indicators, Scores = scores,
            Money = MoneyFigures.Total(input.Plan.Budget), MoneyBySource = MoneyFigures.BySource(input.Plan.Budget), MoneyByObjective = MoneyFigures.ByObjective(input.Plan),
            PlanChanges = [.. input.Plan.Changes.OrderBy(c => c.On).ThenBy(c => NumberOrder.KeyOf(c.Number), StringComparer.Ordinal).ThenBy(c => c.Field, StringComparer.Ordinal).Select(c => new FrozenChange(c.Act, c.On, c.Number, c.Field, Blank(c.Old), Blank(c.New)))],
            Findings = Conclusions.Findings(input.Findings), Recommendations = Conclusions.Recommendations(input), Ratings = Conclusions.Ratings(input.Assessments), History = Conclusions.History(input.Earlier),
        };
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
        if (due > cutOff) return DoneOn(activity) <= cutOff ? Finished(activity, due) : UnderWay(activity, cutOff);
        return DoneOn(activity) <= cutOff ? Finished(activity, due) : Verdict.NotImplemented;
    }

    private static Verdict Finished(ActivitySnapshot activity, DateOnly due) =>
        activity.State == ActivityState.PartiallyCompleted ? Verdict.Partial : DoneOn(activity) <= due ? Verdict.ImplementedOnTime : Verdict.ImplementedLate;

    /// <summary>What is not due yet: not to be begun, not begun, begun in time, or with or without progress since the quarter before.</summary>
    private static Verdict UnderWay(ActivitySnapshot activity, DateOnly cutOff)
    {
        if (!IsStarted(activity)) return activity.From <= cutOff ? Verdict.NotStarted : Verdict.NotDue;
        if (activity.EarlierPercent is { } earlier) return activity.Percent > earlier || activity.State == ActivityState.ReportedComplete ? Verdict.InProgress : Verdict.NoProgress;
        return activity.From is { } from && Quarter.Of(from) == Quarter.Of(cutOff) ? Verdict.StartedOnTime : Verdict.InProgress;
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
        var suggested = Judge(activity, input.Plan.Plan.End, cutOff);
        var decision = input.Decided(AssessmentKind.Activity, Assessment.SubjectOf(activity.Id));
        var verdict = decision is null ? suggested : Enum.Parse<Verdict>(decision.Mark);
        DateOnly? due = suggested is Verdict.AwaitingTrigger or Verdict.Unresolved ? null : Due(activity, input.Plan.Plan.End);
        var done = DoneOn(activity);
        var isDue = suggested != Verdict.Outside && due <= cutOff;
        var isUnchecked = isDue && activity.State == ActivityState.ReportedComplete && activity.SubmittedOn <= cutOff;
        var occurrences = input.Plan.Occurrences.Where(o => o.ActivityId == activity.Id && !o.Waived).ToList();

        return new JudgedActivity(
            activity.Number, activity.Title, activity.ObjectiveNumber, NameOf(activity.LeadId, activity.LeadAsWritten, input.Institutions), activity.State, activity.Percent, verdict,
            activity.DeadlineAsWritten, due, activity.OriginalDue, done,
            isUnchecked, isDue && done > cutOff, !isDue && suggested != Verdict.Outside && done <= cutOff,
            verdict != Verdict.Outside && due >= input.First && due <= input.Quarter.End,
            // Reporting completion stops the clock, accepted or not.
            isDue && !isUnchecked && IsOpen(verdict) ? cutOff.DayNumber - due!.Value.DayNumber : null,
            Blank(activity.Narrative), Blank(activity.Obstacles), activity.NewDateAsked, Blank(activity.Evidence))
        {
            Decision = decision is null ? null : new FrozenDecision(suggested, decision.By, input.DayOf(decision.At), decision.Note, decision.Evidence),
            IsAdded = activity.InBase ? null : true,
            IsDue = isDue ? true : null,
            Reminders = isDue && !isUnchecked && IsOpen(verdict) ? input.Reminders.GetValueOrDefault(activity.Id) : null,
            DueNextQuarter = suggested != Verdict.Outside && due > input.Quarter.End && due <= input.NextEnd ? true : null,
            TimesDue = occurrences.Count == 0 ? null : occurrences.Count(o => o.Due <= cutOff),
            TimesDone = occurrences.Count == 0 ? null : occurrences.Count(o => o.DoneOn <= cutOff),
            Source = activity.Source is { } source ? new FrozenSource(source.Kind, source.Who, input.DayOf(source.At), source.EvidenceHash) : null,
            Cost = Blank(activity.CostAsWritten), Funding = Blank(activity.FundingAsWritten), Indicators = Blank(activity.IndicatorText),
            Partners = activity.Partners.Count == 0 ? null : activity.Partners,
        };
    }

    private static List<Method> Methods(EvaluationInput input) =>
    [
        .. Enum.GetValues<Method>().Where(m => m switch
        {
            Method.SmallNumbersWithheld => input.Indicators.Any(i => i.Indicator.At(input.Quarter).Passport().CountsPersons == true),
            Method.YearOfQuarters => false,
            _ => true,
        }),
    ];

    private static List<ObjectiveRow> ByObjective(IReadOnlyList<JudgedActivity> activities, EvaluationInput input)
    {
        var words = input.Plan.Activities.Where(a => !a.Objective.IsEmpty).GroupBy(a => a.ObjectiveNumber.Trim(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.MinBy(a => NumberOrder.KeyOf(a.Number), StringComparer.Ordinal)!.Objective, StringComparer.Ordinal);
        return
        [
            .. activities.GroupBy(a => a.Objective.Trim(), StringComparer.Ordinal)
                .OrderBy(g => g.Key.Length == 0).ThenBy(g => NumberOrder.KeyOf(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ObjectiveRow(g.Key, input.Objectives.GetValueOrDefault(g.Key) ?? words.GetValueOrDefault(g.Key) ?? LocalizedText.Empty, Counts.Of([.. g]))),
        ];
    }

    /// <summary>What carries no last day of its own ("from March", "permanent") is due with the plan.</summary>
    private static DateOnly Due(ActivitySnapshot activity, DateOnly planEnd) => activity.EffectiveDue ?? activity.Due ?? planEnd;

    private static bool IsOpen(Verdict verdict) => verdict is Verdict.NotImplemented or Verdict.NotStarted or Verdict.StartedOnTime or Verdict.InProgress or Verdict.NoProgress;

    private static bool IsFinished(ActivitySnapshot activity) => activity.State is ActivityState.Completed or ActivityState.PartiallyCompleted;

    private static bool IsStarted(ActivitySnapshot activity) =>
        activity.State is ActivityState.InProgress or ActivityState.ReportedComplete || (activity.State == ActivityState.Planned && activity.Percent > 0);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
