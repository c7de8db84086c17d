// What an evaluation froze: every figure and name it needs to be read, printed and recomputed, and no id of another module.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>
/// The evaluator's verdict on an activity as of the cut-off, by the published list of the Ukrainian monitoring method (started, progress, implemented...),
/// with what it leaves open: not due, awaiting its trigger, outside the base, no date found in its words. Not a state of the activity.
/// </summary>
public enum Verdict
{
    NotDue, NotStarted, StartedOnTime, InProgress, NoProgress, AwaitingTrigger, ImplementedOnTime, ImplementedLate, Partial, NotImplemented, Outside, Unresolved,
}

/// <summary>The rules by which the figures were made. A frozen evaluation names those it was made under.</summary>
public enum Method
{
    BaseDueByCutOff, ClockStopsAtSubmission, DoneByCutOffOnly, OnlyAcceptedCounts, NoDateOfItsOwn, NothingDueNoRate, MedianOfLateReports,
    BaseOfYearsBeginning, VerdictsOfPeople, PhysicalProgress, AchievementOfIndicators, ScoreOfObjectives, MoneyWithoutFigures, PressRegisters, SmallNumbersWithheld, YearOfQuarters,
}

/// <param name="CutOff">The end of the quarter, or the day the collection closed where that was earlier.</param>
/// <param name="Previous">The approved evaluation of the quarter before, as it stood when this one was computed.</param>
/// <param name="LastYear">The approved evaluation of the same quarter a year before.</param>
public sealed record EvaluationSnapshot(
    int Schema, EvaluatedPlan Plan, string Period, DateOnly CutOff, DateOnly CollectionClosedOn, Counts Totals, ReportCounts Reports, CoverageFigures Coverage,
    EarlierFigures? Previous, EarlierFigures? LastYear, IReadOnlyList<ObjectiveRow> Objectives, IReadOnlyList<JudgedActivity> Activities,
    IReadOnlyList<DisciplineRow> Reporting, IReadOnlyList<Method> Methods)
{
    /// <summary>1 had neither indicators, money, recommendations nor people's verdicts, 2 nothing of the office's own work with the press, 3 nothing of relations with institutions: what is null here was not looked at then.</summary>
    public const int CurrentSchema = 4;

    internal bool IsYear => EvaluatedYear.Parse(Period) is not null;

    /// <summary>The first and the last day of the quarter, half-year or year.</summary>
    internal (DateOnly Start, DateOnly End) Days =>
        EvaluatedYear.Parse(Period) is { } year ? (year.Start, year.End) : BuildingBlocks.Quarter.Parse(Period) is { } quarter ? (quarter.FirstDayOf(Span ?? 1), quarter.End) : throw new InvalidDataException($"A period is a quarter or a year, not {Period}.");

    /// <summary>2: the plan reports by half-years, and this is the one that ends with the quarter. Null: the quarter alone.</summary>
    public int? Span { get; init; }

    public int Overdue => Activities.Count(a => a.DaysOverdue is not null);

    /// <summary>The version in force at the quarter's end; null where the plan had none.</summary>
    public FrozenVersion? PlanVersion { get; init; }

    /// <summary>ISO 4217 code of the money below.</summary>
    public string? Currency { get; init; }

    /// <summary>Mean progress of what is due or under way, of 0..1: not started 0, in progress as reported but at most 0.9, partial 0.5, implemented 1.</summary>
    public decimal? Physical { get; init; }

    /// <summary>Mean of the objectives' scores, of 0..1. Whether it worked, beside the rate that says whether it was done.</summary>
    public decimal? Achievement { get; init; }
    public LevelBounds? Levels { get; init; }
    public IReadOnlyList<FrozenIndicator>? Indicators { get; init; }
    public IReadOnlyList<FrozenScore>? Scores { get; init; }
    public FrozenMoney? Money { get; init; }
    public IReadOnlyList<FrozenMoney>? MoneyBySource { get; init; }
    public IReadOnlyList<FrozenMoney>? MoneyByObjective { get; init; }
    public IReadOnlyList<FrozenChange>? PlanChanges { get; init; }
    public IReadOnlyList<FrozenFinding>? Findings { get; init; }

    /// <summary>Those of this quarter, and earlier ones that were still open or ended in it.</summary>
    public IReadOnlyList<FrozenRecommendation>? Recommendations { get; init; }
    public IReadOnlyList<FrozenRating>? Ratings { get; init; }

    /// <summary>The quarter's coverage, oldest first; of several on one day in the order of outlet and address.</summary>
    public IReadOnlyList<FrozenCoverage>? Coverages { get; init; }

    public IReadOnlyList<FrozenRelease>? Releases { get; init; }
    public IReadOnlyList<FrozenEvent>? Events { get; init; }
    public IReadOnlyList<FrozenEnquiry>? Enquiries { get; init; }
    public IReadOnlyList<FrozenMessage>? Messages { get; init; }

    /// <summary>By the alphabet of the Romanian names.</summary>
    public IReadOnlyList<FrozenEngagement>? Engagements { get; init; }
    public IReadOnlyList<FrozenInteraction>? Interactions { get; init; }

    /// <summary>Made by the cut-off and not kept before the period began.</summary>
    public IReadOnlyList<FrozenCommitment>? Commitments { get; init; }

    /// <summary>The approved evaluations of the four quarters before, oldest first.</summary>
    public IReadOnlyList<EarlierPoint>? History { get; init; }

    /// <summary>Of a year alone.</summary>
    public IReadOnlyList<FrozenStatistic>? Statistics { get; init; }
}

/// <param name="Act">The act that put it in force, as it is cited.</param>
public sealed record FrozenVersion(int Number, string Act, DateOnly InForceFrom);

/// <param name="Kind">"report", "report-by-link", "officer" or "import".</param>
/// <param name="EvidenceHash">SHA-256 of the file handed in with it.</param>
public sealed record FrozenSource(string Kind, string Who, DateOnly On, string? EvidenceHash);

/// <param name="Category">Empty for the figure as a whole.</param>
/// <param name="Quarters">One figure for each quarter of the report; null where there is none, or where it is withheld because it is small.</param>
/// <param name="Year">Null where the quarters do not add up to one.</param>
public sealed record FrozenStatistic(string Code, LocalizedText Name, string Dimension, string Category, IReadOnlyList<decimal?> Quarters, decimal? Year);

/// <param name="Value">Null: withheld, because it is small and counts people.</param>
public sealed record FrozenPart(string Dimension, string Category, decimal? Value);

/// <summary>What a person decided, and what the reports had suggested.</summary>
public sealed record FrozenDecision(Verdict Suggested, string By, DateOnly On, string? Note, string? Evidence);

/// <param name="Score">Of 0..1; null where none of its indicators can be computed.</param>
/// <param name="Decided">The level that an evaluator gave with reasons, where there is one; it stands before the computed one.</param>
public sealed record FrozenScore(string Number, decimal? Score, ObjectiveLevel? Level, int Indicators, int Computed, decimal? Weights, ObjectiveLevel? Decided, string? Note, string? By);

/// <summary>Thousands of the plan's currency. Lines "within the approved budget" are counted, never summed.</summary>
/// <param name="Key">A source, the number of an objective, or "" for all.</param>
/// <param name="WithoutFigure">Lines that carry no figure.</param>
public sealed record FrozenMoney(string Key, decimal Planned, decimal Allocated, decimal Committed, decimal Spent, decimal Pledged, int Lines, int WithoutFigure)
{
    /// <summary>Spent of allocated.</summary>
    public decimal? Execution => Allocated == 0 ? null : Share.Round(Spent / Allocated);

    /// <summary>What is planned and neither allocated nor pledged.</summary>
    public decimal Gap => Planned - Allocated - Pledged;
}

/// <param name="Field">"Title", "DeadlineWords"...; "Added" or "Removed" for a whole activity.</param>
public sealed record FrozenChange(string Act, DateOnly On, string Number, string Field, string? Old, string? New);

public sealed record FrozenFinding(FindingKind Kind, LocalizedText Text, string? About, string? Evidence);

/// <param name="Period">The quarter whose evaluation made it.</param>
/// <param name="IsOverdue">Open after its date, at the cut-off.</param>
public sealed record FrozenRecommendation(
    int Number, string Period, LocalizedText Text, NamedInstitution? Owner, DateOnly DueOn, RecommendationState State, bool IsOverdue, string? Note, DateOnly? DoneOn);

/// <param name="Rating">1 to 4, 4 the best.</param>
public sealed record FrozenRating(DacCriterion Criterion, int Rating, string? Rationale, string? Evidence, string By);

/// <param name="Institutions">Share of reports in time, of 0..1, by institution.</param>
public sealed record EarlierPoint(string Period, int Revision, string ContentHash, decimal? Rate, decimal? Achievement, int Overdue, IReadOnlyList<InstitutionShare> Institutions);

/// <param name="Institution">Its Romanian name: what ties the quarters together.</param>
public sealed record InstitutionShare(string Institution, decimal? OnTime);

public sealed record EvaluatedPlan(string Code, LocalizedText Title, DateOnly Start, DateOnly End);

/// <summary>An institution as it was called at the time. An unmatched name stands as the plan writes it, without an acronym.</summary>
public sealed record NamedInstitution(LocalizedText Name, LocalizedText Acronym)
{
    /// <summary>What fits into a table cell.</summary>
    public string ShortName(string language) => Acronym[language] ?? Name[language] ?? (Acronym.IsEmpty ? Name.In(language) : Acronym.In(language));
}

/// <param name="EffectiveDue">The day it was judged by; null where it has none yet.</param>
/// <param name="OriginalDue">The due date before it was extended.</param>
/// <param name="DoneOn">When it was finished, wholly or in part: the actual day or the day it was reported, whichever came first.</param>
/// <param name="Unchecked">Reported complete by the cut-off, but nobody had accepted it.</param>
/// <param name="DoneAfterCutOff">Due by the cut-off and finished only after it.</param>
/// <param name="DoneEarly">Finished by the cut-off and due after it: outside the base.</param>
/// <param name="DaysOverdue">Days past the effective due day at the cut-off, where the clock still ran; 0 on the day itself.</param>
public sealed record JudgedActivity(
    string Number, LocalizedText Title, string Objective, NamedInstitution Lead, ActivityState State, int? Percent, Verdict Verdict,
    string DeadlineAsWritten, DateOnly? EffectiveDue, DateOnly? OriginalDue, DateOnly? DoneOn,
    bool Unchecked, bool DoneAfterCutOff, bool DoneEarly, bool DueThisQuarter, int? DaysOverdue,
    string? Narrative, string? Obstacles, DateOnly? NewDateAsked, string? Evidence)
{
    /// <summary>A person's verdict; null where the suggestion stands.</summary>
    public FrozenDecision? Decision { get; init; }

    /// <summary>Came into the plan after the beginning of the year: judged, and not in the base. Null: it was in it.</summary>
    public bool? IsAdded { get; init; }
    public bool? DueNextQuarter { get; init; }

    /// <summary>Due dates of a recurring duty in the quarter, and how many of them were met; null for what falls due once.</summary>
    public int? TimesDue { get; init; }
    public int? TimesDone { get; init; }
    public FrozenSource? Source { get; init; }
    public string? Cost { get; init; }
    public string? Funding { get; init; }
    public IReadOnlyList<string>? Partners { get; init; }
    public string? Indicators { get; init; }

    /// <summary>Due by the cut-off, whatever became of it.</summary>
    public bool? IsDue { get; init; }

    /// <summary>Of what is overdue, mails about it that its institution had got by the cut-off.</summary>
    public int? Reminders { get; init; }
}

/// <param name="Number">Empty for activities that serve no objective.</param>
public sealed record ObjectiveRow(string Number, LocalizedText Objective, Counts Counts);

/// <summary>How a set of activities falls apart at the cut-off; the parts add up to the total. Shares are of 0..1, null when there is nothing to divide by.</summary>
public sealed record Counts(
    int Total, int OnTime, int Late, int Partial, int NotImplemented, int InProgress, int NotDue, int AwaitingTrigger, int Unresolved, int Outside)
{
    /// <summary>Implemented and due after the cut-off: not in the base.</summary>
    public int Early { get; init; }

    /// <summary>Due by the cut-off, but in the plan only since after the beginning of the year: not in the base.</summary>
    public int Added { get; init; }

    private const decimal SigmaFrom = 0.25m;
    private const decimal SigmaFull = 0.90m;

    /// <summary>The base: due by the cut-off.</summary>
    public int Due => OnTime + Late + Partial + NotImplemented;

    public int Implemented => OnTime + Late;

    /// <summary>The implementation rate: fully implemented of those due.</summary>
    public decimal? Rate => Share.Of(Implemented, Due);

    public decimal? RateWithPartial => Share.Of(Implemented + Partial, Due);

    /// <summary>On time of those implemented.</summary>
    public decimal? Timeliness => Share.Of(OnTime, Implemented);

    /// <summary>SIGMA's points as a share: none below 25 %, all from 90 %, in proportion between.</summary>
    public decimal? SigmaPoints => Rate is { } rate ? Share.Round(Math.Clamp((rate - SigmaFrom) / (SigmaFull - SigmaFrom), 0, 1)) : null;

    /// <summary>The parts add up to the total: each activity is in one of them.</summary>
    public static Counts Of(IReadOnlyCollection<JudgedActivity> activities)
    {
        var parts = activities.CountBy(PartOf).ToDictionary();
        int Number(Part part) => parts.GetValueOrDefault(part);
        return new Counts(
            activities.Count, Number(Part.OnTime), Number(Part.Late), Number(Part.Partial), Number(Part.NotImplemented),
            Number(Part.InProgress), Number(Part.NotDue), Number(Part.AwaitingTrigger), Number(Part.Unresolved), Number(Part.Outside))
        { Early = Number(Part.Early), Added = Number(Part.Added) };
    }

    private enum Part { OnTime, Late, Partial, NotImplemented, InProgress, NotDue, AwaitingTrigger, Unresolved, Outside, Early, Added }

    /// <summary>What is due by the cut-off counts by what became of it: progress that is not completion earns nothing. What is not due is no part of the base, finished or not.</summary>
    private static Part PartOf(JudgedActivity activity) => activity.Verdict switch
    {
        Verdict.Outside => Part.Outside,
        Verdict.AwaitingTrigger => Part.AwaitingTrigger,
        Verdict.Unresolved => Part.Unresolved,
        Verdict.NotDue => Part.NotDue,
        _ when activity.IsDue == true && activity.IsAdded == true => Part.Added,
        Verdict.ImplementedOnTime => activity.IsDue == true ? Part.OnTime : Part.Early,
        Verdict.ImplementedLate => activity.IsDue == true ? Part.Late : Part.Early,
        Verdict.Partial => activity.IsDue == true ? Part.Partial : Part.InProgress,
        Verdict.NotStarted => activity.IsDue == true ? Part.NotImplemented : Part.NotDue,
        Verdict.NotImplemented => activity.IsDue == true ? Part.NotImplemented : Part.NotDue,
        _ => activity.IsDue == true ? Part.NotImplemented : Part.InProgress,
    };
}

/// <summary>Reports owed for the quarter, over all institutions or for one.</summary>
/// <param name="SentBack">Received, but returned to the institution and not sent again.</param>
public sealed record ReportCounts(int Due, int OnTime, int Late, int Missing, int SentBack)
{
    public int Received => OnTime + Late;

    /// <summary>On time of those due.</summary>
    public decimal? Discipline => Share.Of(OnTime, Due);

    /// <summary>Received of those due.</summary>
    public decimal? Completeness => Share.Of(Received, Due);
}

/// <param name="MedianDaysLate">Over the late reports alone; null when none was late.</param>
/// <param name="MissingFor">Numbers of the activities without a report.</param>
public sealed record DisciplineRow(NamedInstitution Institution, ReportCounts Reports, decimal? MedianDaysLate, IReadOnlyList<string> MissingFor);

/// <summary>The figures of an earlier, approved evaluation.</summary>
public sealed record EarlierFigures(string Period, int Revision, string ContentHash, Counts Totals, ReportCounts Reports, int Overdue)
{
    public decimal? Achievement { get; init; }
    public decimal? Physical { get; init; }

    /// <summary>Spent of allocated.</summary>
    public decimal? Execution { get; init; }
    public decimal? ToneBalance { get; init; }

    internal static EarlierFigures? Of(EarlierSnapshot? earlier) => earlier is null ? null
        : new(earlier.Snapshot.Period, earlier.Revision, earlier.ContentHash, earlier.Snapshot.Totals, earlier.Snapshot.Reports, earlier.Snapshot.Overdue)
        {
            Achievement = earlier.Snapshot.Achievement, Physical = earlier.Snapshot.Physical, Execution = earlier.Snapshot.Money?.Execution, ToneBalance = earlier.Snapshot.Coverage.ToneBalance,
        };
}

internal static class Share
{
    public static decimal? Of(int part, int whole) => whole == 0 ? null : Round((decimal)part / whole);

    // Enough places that a later rounding to a tenth of a percent cannot go another way.
    public static decimal Round(decimal share) => Math.Round(share, 8, MidpointRounding.AwayFromZero);
}
