// What the ActionPlan module tells the others: plans, open duties, and a plan's state for an evaluation.
using CommunicationStrategy.BuildingBlocks;

namespace CommunicationStrategy.Contracts.ActionPlan;

/// <summary>States of an activity. "Overdue", "due soon", "awaiting trigger" and "late" are derived, never stored.</summary>
public enum ActivityState { Draft, Planned, InProgress, ReportedComplete, Completed, PartiallyCompleted, Suspended, Cancelled, Superseded, NotCompleted }

public enum ReportState { Submitted, Returned, Accepted }

/// <summary>
/// The life of a plan. Draft and under consultation: its text is still written. Submitted: waits for the head. Approved: adopted by an act,
/// not binding yet. In force: a legal document, changed only by an amendment.
/// </summary>
public enum PlanStatus { Draft, UnderConsultation, Submitted, Rejected, Approved, InForce, Closed, Archived }

/// <summary>
/// An institution's report that came as a mail: held to the same rules as one from the page, and waiting for an officer like any other.
/// Answers the report's id.
/// </summary>
/// <param name="Period">The quarter, such as "2026-Q4"; null: the one that is collected now.</param>
/// <param name="Percent">100: it is said to be complete.</param>
/// <param name="Files">Evidence; what is none (too large, of a kind that is not accepted) makes the report fail.</param>
[Requires(Permission.ReportProgress)]
public sealed record ReportByMail(Guid ActivityId, string? Period, Guid InstitutionId, int Percent, string Narrative, IReadOnlyList<MailedFile> Files) : ICommand<Guid>;

public sealed record MailedFile(string Name, byte[] Content);

/// <summary>The working days of the national calendar between two days, both included, ascending.</summary>
[AnyCaller]
public sealed record GetWorkingDays(DateOnly From, DateOnly To) : IQuery<IReadOnlyList<DateOnly>>;

/// <summary>How many reports of institutions wait for an officer.</summary>
[AnyCaller]
public sealed record CountReportsToCheck : IQuery<int>;

/// <summary>All plans, newest period first.</summary>
[AnyCaller]
public sealed record GetPlans : IQuery<IReadOnlyList<PlanInfo>>;

public sealed record PlanInfo(Guid Id, string Code, LocalizedText Title, Guid? StrategyId, DateOnly Start, DateOnly End, PlanStatus Status)
{
    /// <summary>How many quarters one collection of reports covers: 1, or 2 of a plan that collects at half-year.</summary>
    public int Span { get; init; } = 1;

    /// <summary>Reports are collected every month; evaluated is the quarter.</summary>
    public bool IsMonthly { get; init; }
}

/// <summary>The activities with these ids, for links from other modules; unknown ids are left out.</summary>
[AnyCaller]
public sealed record GetActivities(IReadOnlyCollection<Guid> Ids) : IQuery<IReadOnlyList<ActivityInfo>>;

/// <summary>All activities of a plan in natural order of their numbers: for choosing one.</summary>
[AnyCaller]
public sealed record GetActivityNames(Guid PlanId) : IQuery<IReadOnlyList<ActivityInfo>>;

public sealed record ActivityInfo(Guid Id, Guid PlanId, string Number, LocalizedText Title);

/// <summary>FigureDue: an indicator's figure for a quarter that is being collected; its id stands in the place of the activity's.</summary>
public enum ObligationKind { ActivityDue, ReportDue, FigureDue }

/// <summary>
/// Which duties are open as of a day and due up to a horizon (overdue ones included), and who owes them. Plans in force only.
/// A duty that has been met, cancelled, suspended, or waits for its trigger, is not among them.
/// </summary>
/// <param name="AsOf">The office's day.</param>
/// <param name="Horizon">Last effective due date of interest.</param>
/// <param name="InstitutionIds">Only these owners; null for all.</param>
[AnyCaller]
public sealed record GetOpenObligations(DateOnly AsOf, DateOnly Horizon, IReadOnlyCollection<Guid>? InstitutionIds = null) : IQuery<IReadOnlyList<Obligation>>;

/// <param name="Key">Stable; contains the due date, so that a moved deadline is a new duty to remind of.</param>
/// <param name="Due">As resolved from the plan's words.</param>
/// <param name="EffectiveDue">The next working day when <paramref name="Due"/> is none.</param>
/// <param name="Period">For reports, the quarter, such as "2026-Q4".</param>
/// <param name="Returned">A report was sent and came back to be corrected.</param>
/// <param name="From">When work on it begins: the first day that the plan's words name, else the plan's; of a recurring duty the due date before.</param>
public sealed record Obligation(
    string Key, ObligationKind Kind, Guid PlanId, Guid ActivityId, string Number, LocalizedText Title,
    Guid InstitutionId, DateOnly Due, DateOnly EffectiveDue, string? Period, bool Returned = false, DateOnly? From = null);

/// <summary>The quarters that plans in force collect on a day, and those closed ones for which somebody was given more time.</summary>
/// <param name="AsOf">The office's day.</param>
[AnyCaller]
public sealed record GetOpenCollections(DateOnly AsOf) : IQuery<IReadOnlyList<OpenCollectionInfo>>;

/// <param name="IsOpen">To all; else only to those with more time.</param>
/// <param name="DueOn">By when everybody owes what is asked.</param>
/// <param name="EffectiveDueOn">The next working day when <paramref name="DueOn"/> is none.</param>
public sealed record OpenCollectionInfo(Guid PlanId, string Period, bool IsOpen, DateOnly DueOn, DateOnly EffectiveDueOn, IReadOnlyList<LaterDate> Later)
{
    /// <summary>By when this institution owes it; null where nothing is taken from it any more.</summary>
    public (DateOnly Due, DateOnly Effective)? DueFor(Guid institution) =>
        Later.FirstOrDefault(l => l.InstitutionId == institution) is { } later ? (later.Until, later.EffectiveUntil) : IsOpen ? (DueOn, EffectiveDueOn) : null;
}

/// <summary>An institution that was given more time for a quarter.</summary>
public sealed record LaterDate(Guid InstitutionId, DateOnly Until, DateOnly EffectiveUntil);

/// <summary>
/// Institutions that let reports go missing in each of the last so many closed quarters of a plan in force: in each of them at least one
/// that they owed never came.
/// </summary>
/// <param name="Quarters">How many in a row, counted back from the last one closed; at least 1.</param>
[AnyCaller]
public sealed record GetMissedQuarters(int Quarters) : IQuery<IReadOnlyList<MissedQuarters>>;

/// <param name="Periods">The quarters, such as "2026-Q4", oldest first.</param>
/// <param name="Reports">How many reports are missing in them.</param>
public sealed record MissedQuarters(Guid PlanId, Guid InstitutionId, IReadOnlyList<string> Periods, int Reports);

/// <summary>Reports of these institutions that wait for an officer, in the order of the plan.</summary>
[AnyCaller]
public sealed record GetWaitingReports(IReadOnlyCollection<Guid> InstitutionIds) : IQuery<IReadOnlyList<WaitingReport>>;

public sealed record WaitingReport(Guid InstitutionId, Guid ActivityId, string Number, LocalizedText Title, string Period);

/// <summary>A plan as it stands, with what a quarter's evaluation needs of each activity and of each report owed.</summary>
/// <param name="ActivitiesOnly">Without occurrences, money and changes: enough to judge activities.</param>
[AnyCaller]
public sealed record GetPlanSnapshot(Guid PlanId, string Period, bool ActivitiesOnly = false) : IQuery<PlanSnapshot>;

/// <param name="CollectionClosedOn">The day on which the quarter's reports were closed; null while they are open.</param>
public sealed record PlanSnapshot(
    PlanInfo Plan, DateOnly? CollectionClosedOn, IReadOnlyList<ActivitySnapshot> Activities, IReadOnlyList<ReportSnapshot> Reports)
{
    /// <summary>The version in force at the quarter's end, or the plan's first where that is younger; null while the plan has none.</summary>
    public VersionSnapshot? Version { get; init; }

    /// <summary>Due dates of recurring duties whose working day falls into the quarter, as they stand now; those of the activities above, in their order.</summary>
    public IReadOnlyList<OccurrenceSnapshot> Occurrences { get; init; } = [];

    /// <summary>The money of the quarter's year as it stands now, a line each; that of a part stands under the whole.</summary>
    public IReadOnlyList<BudgetSnapshot> Budget { get; init; } = [];

    /// <summary>What amendments whose first day in force lies in the quarter changed, in the order of the versions they made.</summary>
    public IReadOnlyList<PlanChangeSnapshot> Changes { get; init; } = [];
}

/// <param name="Act">The act that put it in force, as it is cited.</param>
public sealed record VersionSnapshot(int Number, string Act, DateOnly InForceFrom);

/// <param name="Due">The working day on which it was really due.</param>
/// <param name="DoneOn">Null until an officer has agreed that it is done.</param>
/// <param name="Achieved">As reported, agreed or not.</param>
public sealed record OccurrenceSnapshot(Guid ActivityId, DateOnly Due, DateOnly? DoneOn, int Target, int Achieved, bool Waived);

/// <summary>Figures are thousands of the plan's currency; null is "no figure". <paramref name="Quantified"/> false: "within the approved budget", counted and never summed.</summary>
/// <param name="Source">The kind of source, such as "StateBudget".</param>
/// <param name="Currency">The plan's; a line in another is converted at its own rate.</param>
/// <param name="Pledged">What an outside source has committed beyond its allocation.</param>
public sealed record BudgetSnapshot(
    Guid ActivityId, int Year, string Source, string? Funder, string Currency, bool Quantified,
    decimal? Planned, decimal? Allocated, decimal? Committed, decimal? Spent, decimal? Pledged);

/// <summary>One field of one activity, as an amendment changed it.</summary>
/// <param name="Number">The activity's number as amended.</param>
/// <param name="Field">"Number", "Title", "DeadlineWords"...; "Added" or "Removed" for a whole activity, with its title.</param>
/// <param name="Old">In Romanian; of a text whose Romanian stayed as it was, in the first language that changed. Null: there was none.</param>
public sealed record PlanChangeSnapshot(string Act, DateOnly On, string Number, string Field, string? Old, string? New);

/// <summary>Where what is known of an activity comes from: the quarter's newest report; without one, what was said last, by an earlier report or an officer.</summary>
/// <param name="Kind">"report", "report-by-link" (also in answer to a mail), "officer", or "import": taken over with the plan.</param>
/// <param name="Who">The institution's short name in Romanian, or the officer's name.</param>
/// <param name="EvidenceHash">SHA-256 of the newest file handed in with the report, in hexadecimal; null where there is none.</param>
public sealed record SourceSnapshot(string Kind, string Who, DateTimeOffset At, string? EvidenceHash);

/// <param name="LeadId">Null while the institution's name waits in the match queue; <paramref name="LeadAsWritten"/> then says who.</param>
/// <param name="OriginalDue">The due date before it was extended; null when it never was.</param>
/// <param name="CompletedOn">The actual date of completion, once accepted.</param>
/// <param name="SubmittedOn">When completion was reported; stops the clock, though only acceptance completes.</param>
/// <param name="Narrative">What was done, by the quarter's newest report (of a joint activity, of any part) or the officer's entry.</param>
/// <param name="Evidence">Link, file name or registry number.</param>
public sealed record ActivitySnapshot(
    Guid Id, string Number, LocalizedText Title, string ObjectiveNumber, LocalizedText Objective, Guid? LeadId, string LeadAsWritten,
    ActivityState State, int? Percent, string DeadlineAsWritten, DateOnly? Due, DateOnly? EffectiveDue, DateOnly? OriginalDue,
    bool AwaitsTrigger, bool Unresolved, DateOnly? CompletedOn, DateOnly? SubmittedOn,
    string? Narrative, string? Obstacles, DateOnly? NewDateAsked, string? Evidence)
{
    /// <summary>In the version in force at the beginning of the quarter's year, or in the plan's first version where that is younger.</summary>
    public bool InBase { get; init; } = true;

    /// <summary>First day that the plan's words name; null where they name none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The percentage by the newest report on an earlier quarter, of a joint activity the mean of its parts'; null when there is none.</summary>
    public int? EarlierPercent { get; init; }

    /// <summary>A report was received for the quarter; of a joint activity, on any part.</summary>
    public bool Reported { get; init; }

    /// <summary>Null: nobody has said anything yet.</summary>
    public SourceSnapshot? Source { get; init; }
    public string? CostAsWritten { get; init; }
    public string? FundingAsWritten { get; init; }
    public string? IndicatorText { get; init; }

    /// <summary>Co-implementers and partners as the plan writes them.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];
}

/// <summary>One report owed for the quarter, by the working day on which its institution really owes it. <paramref name="SubmittedAt"/> null = not received.</summary>
public sealed record ReportSnapshot(Guid ActivityId, Guid InstitutionId, DateOnly DueOn, DateTimeOffset? SubmittedAt, ReportState? State);

/// <summary>The quarter's reports are closed: nothing of that quarter changes any more through any door, but for institutions that were given more time.</summary>
[EventName("action-plan.collection-closed.v1")]
public sealed record CollectionClosed(Guid PlanId, string Period) : IIntegrationEvent;

/// <summary>Institutions may report for the quarter from now on.</summary>
[EventName("action-plan.collection-opened.v1")]
public sealed record CollectionOpened(Guid PlanId, string Period, DateOnly DueOn) : IIntegrationEvent;

/// <summary>An institution sent its report on an activity for a quarter, or sent it again.</summary>
[EventName("action-plan.report-submitted.v1")]
public sealed record ReportSubmitted(Guid ReportId, Guid PlanId, Guid ActivityId, Guid InstitutionId, string Period) : IIntegrationEvent;

/// <summary>An officer accepted a report, or returned it to be corrected.</summary>
[EventName("action-plan.report-decided.v1")]
public sealed record ReportDecided(Guid ReportId, Guid PlanId, Guid ActivityId, Guid InstitutionId, string Period, bool Accepted) : IIntegrationEvent;

/// <summary>A text of the plan is binding: its first, or one that an amendment changed.</summary>
/// <param name="Act">The act that approved it, as it is cited.</param>
[EventName("action-plan.version-in-force.v1")]
public sealed record PlanVersionInForce(Guid PlanId, int PlanVersion, string Act) : IIntegrationEvent;
