// What an evaluation froze: every figure and name it needs to be read, printed and recomputed, and no id of another module.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.Monitoring.Domain;

/// <summary>The evaluator's verdict on an activity as of the cut-off. Not a state of the activity.</summary>
public enum Verdict { NotDue, InProgress, AwaitingTrigger, ImplementedOnTime, ImplementedLate, Partial, NotImplemented, Outside, Unresolved }

/// <summary>The rules by which the figures were made. A frozen evaluation names those it was made under.</summary>
public enum Method { BaseDueByCutOff, ClockStopsAtSubmission, DoneByCutOffOnly, OnlyAcceptedCounts, NoDateOfItsOwn, NothingDueNoRate, MedianOfLateReports }

/// <param name="CutOff">The end of the quarter, or the day the collection closed where that was earlier.</param>
/// <param name="Previous">The approved evaluation of the quarter before, as it stood when this one was computed.</param>
/// <param name="LastYear">The approved evaluation of the same quarter a year before.</param>
public sealed record EvaluationSnapshot(
    int Schema, EvaluatedPlan Plan, string Period, DateOnly CutOff, DateOnly CollectionClosedOn, Counts Totals, ReportCounts Reports, CoverageFigures Coverage,
    EarlierFigures? Previous, EarlierFigures? LastYear, IReadOnlyList<ObjectiveRow> Objectives, IReadOnlyList<JudgedActivity> Activities,
    IReadOnlyList<DisciplineRow> Reporting, IReadOnlyList<Method> Methods)
{
    public const int CurrentSchema = 1;

    public int Overdue => Activities.Count(a => a.DaysOverdue is not null);
}

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
    string? Narrative, string? Obstacles, DateOnly? NewDateAsked, string? Evidence);

/// <param name="Number">Empty for activities that serve no objective.</param>
public sealed record ObjectiveRow(string Number, LocalizedText Objective, Counts Counts);

/// <summary>How a set of activities falls apart at the cut-off; the parts add up to the total. Shares are of 0..1, null when there is nothing to divide by.</summary>
public sealed record Counts(
    int Total, int OnTime, int Late, int Partial, int NotImplemented, int InProgress, int NotDue, int AwaitingTrigger, int Unresolved, int Outside)
{
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

    public static Counts Of(IReadOnlyCollection<Verdict> verdicts)
    {
        int Number(Verdict verdict) => verdicts.Count(v => v == verdict);
        return new Counts(
            verdicts.Count, Number(Verdict.ImplementedOnTime), Number(Verdict.ImplementedLate), Number(Verdict.Partial), Number(Verdict.NotImplemented),
            Number(Verdict.InProgress), Number(Verdict.NotDue), Number(Verdict.AwaitingTrigger), Number(Verdict.Unresolved), Number(Verdict.Outside));
    }
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

public sealed record CoverageFigures(int Total, int Positive, int Neutral, int Negative, int TiedToActivities)
{
    /// <summary>(positive - negative) / all, from -1 to 1.</summary>
    public decimal? ToneBalance => Share.Of(Positive - Negative, Total);
}

/// <summary>The figures of an earlier, approved evaluation.</summary>
public sealed record EarlierFigures(string Period, int Revision, string ContentHash, Counts Totals, ReportCounts Reports, int Overdue);

internal static class Share
{
    public static decimal? Of(int part, int whole) => whole == 0 ? null : Round((decimal)part / whole);

    // Enough places that a later rounding to a tenth of a percent cannot go another way.
    public static decimal Round(decimal share) => Math.Round(share, 8, MidpointRounding.AwayFromZero);
}
