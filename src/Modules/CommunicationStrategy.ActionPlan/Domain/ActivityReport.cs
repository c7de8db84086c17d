// What an institution says about one of its activities for one quarter, and what the officer made of it.
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Domain;

/// <summary>How the institution itself sees the activity. <see cref="PartiallyComplete"/>: finished, but only in part.</summary>
public enum ReportedState { NotStarted, InProgress, PartiallyComplete, Complete }

/// <summary>Progress on the way, or the result.</summary>
public enum ReportKind { Progress, Result }

/// <summary>
/// Where a report stands. Expected: not begun. Draft: begun, not sent. Missing: the quarter was closed and none had come.
/// Locked: accepted, and the quarter is closed.
/// </summary>
public enum ReportStanding { Expected, Draft, Submitted, Returned, Accepted, Locked, Missing }

/// <summary>What an officer made of the new date that an institution asked for.</summary>
public enum DateDecision { None, Granted, Refused }

/// <summary>What an institution writes into a report.</summary>
/// <param name="NothingToReport">Said on purpose: the narrative may be empty.</param>
/// <param name="EvidenceNumber">Registry number of a document on paper; with its date.</param>
internal sealed record ReportContent(
    ReportedState Claimed, int Percent, string Narrative, string? Obstacles, DateOnly? NewDateAsked, string? EvidenceLink, bool NothingToReport = false, string? EvidenceNumber = null, DateOnly? EvidenceDate = null);

/// <summary>A file sent with a report; its content is kept apart.</summary>
/// <param name="Name">As the sender named it.</param>
/// <param name="Sha256">Of the content, so that a copy can be checked.</param>
public sealed record ReportFile(Guid Id, string Name, string Sha256);

internal sealed class ActivityReport : Root
{
    public const int MostFiles = 10;

    private ActivityReport()
    {
    }

    public Guid ActivityId { get; private set; }
    public Guid PlanId { get; private set; }
    public Guid InstitutionId { get; private set; }
    public string Period { get; private set; } = "";
    public ReportState State { get; private set; }

    /// <summary>Accepted, and its quarter is closed.</summary>
    public bool Locked { get; private set; }
    public ReportedState Claimed { get; private set; }
    public int Percent { get; private set; }

    /// <summary>Where the activity stood before this quarter's first report: what "nothing moved" is measured against.</summary>
    public int PercentBefore { get; private set; }
    public string Narrative { get; private set; } = "";
    public string? Obstacles { get; private set; }
    public DateOnly? NewDateAsked { get; private set; }
    public bool NothingToReport { get; private set; }
    public DateDecision DateDecision { get; private set; }

    /// <summary>Why the new date was granted or refused.</summary>
    public string? DateDecisionReason { get; private set; }
    public string? EvidenceLink { get; private set; }

    /// <summary>Registry number and date of evidence that is kept on paper.</summary>
    public string? EvidenceNumber { get; private set; }
    public DateOnly? EvidenceDate { get; private set; }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<ReportFile> Files { get; private set; } = [];
    public string SubmittedBy { get; private set; } = "";
    public DateTimeOffset SubmittedAt { get; private set; }
    public string? ReturnReason { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public ReportKind Kind => Claimed is ReportedState.Complete or ReportedState.PartiallyComplete ? ReportKind.Result : ReportKind.Progress;

    public string? Evidence => EvidenceLink ?? NamesOfFiles() ?? (EvidenceNumber is null ? null : EvidenceDate is { } on ? $"{EvidenceNumber} / {on:dd.MM.yyyy}" : EvidenceNumber);

    public static Result<ActivityReport> Submit(Activity activity, Guid institutionId, string period, ReportContent content, string by, DateTimeOffset at)
    {
        var report = new ActivityReport
        {
            ActivityId = activity.Id, PlanId = activity.PlanId, InstitutionId = institutionId, Period = period, PercentBefore = activity.Percent ?? 0,
        };
        var taken = report.Take(content, by, at);
        return taken.IsSuccess ? report : taken.Failure;
    }

    /// <summary>A new submission replaces one that waits or was returned; what has been accepted stands.</summary>
    public Result SubmitAgain(ReportContent content, string by, DateTimeOffset at) =>
        State == ReportState.Accepted ? Failure.Rule("action-plan.report-accepted", "This quarter's report has been accepted already.") : Take(content, by, at);

    public Result Attach(EvidenceFile file)
    {
        if (Files.Count == MostFiles) return Failure.Invalid("Files", "action-plan.too-many-files", "A report has at most ten files.");
        // The same content again is the same evidence.
        if (Files.All(f => f.Sha256 != file.Sha256)) Files = [.. Files, new ReportFile(file.Id, file.OriginalName, file.Sha256)];
        return Result.Success;
    }

    public void Detach(IReadOnlyCollection<Guid> files) => Files = [.. Files.Where(f => !files.Contains(f.Id))];

    public Result Accept(string by, DateTimeOffset at) => Decide(ReportState.Accepted, null, by, at);

    public Result Return(string reason, string by, DateTimeOffset at) =>
        string.IsNullOrWhiteSpace(reason) ? Failure.Invalid("Reason", "action-plan.reason-required", "Say why.") : Decide(ReportState.Returned, reason.Trim(), by, at);

    /// <summary>Its quarter is closed: what was accepted stays as it is.</summary>
    public void Lock() => Locked = State == ReportState.Accepted;

    /// <summary>An officer grants or refuses the new date that was asked for; granted, the deadline is postponed to it.</summary>
    public Result DecideDate(DateDecision decision, string reason)
    {
        if (NewDateAsked is null || decision == DateDecision.None) return Failure.Rule("action-plan.no-date-asked", "No new date was asked for.");
        if (DateDecision != DateDecision.None) return Failure.Rule("action-plan.date-decided", "The new date has been decided on already.");
        if (string.IsNullOrWhiteSpace(reason)) return Failure.Invalid("Reason", "action-plan.reason-required", "Say why.");
        (DateDecision, DateDecisionReason) = (decision, reason.Trim());
        return Result.Success;
    }

    private Result Take(ReportContent content, string by, DateTimeOffset at)
    {
        var percent = content.Claimed switch { ReportedState.NotStarted => 0, ReportedState.Complete => 100, _ => content.Percent };
        if (percent is < 0 or > 100) return Failure.Invalid("Percent", "action-plan.percent-range", "The percentage is between 0 and 100.");
        if (content.Claimed != ReportedState.Complete && percent <= PercentBefore && string.IsNullOrWhiteSpace(content.Obstacles))
        {
            return Failure.Invalid("Obstacles", "action-plan.obstacles-required", "Nothing has moved since the last report: say what stands in the way.");
        }

        if (content.NothingToReport && content.Claimed is ReportedState.Complete or ReportedState.PartiallyComplete) return Failure.Invalid("NothingToReport", "action-plan.nothing-and-complete", "Either there is nothing to report, or it is done.");
        if (content.EvidenceNumber is not null && content.EvidenceDate is null) return Failure.Invalid("EvidenceDate", "action-plan.evidence-date", "Say of which day the document is.");
        if (content.NewDateAsked != NewDateAsked) (DateDecision, DateDecisionReason) = (DateDecision.None, null);
        (State, Claimed, Percent) = (ReportState.Submitted, content.Claimed, percent);
        (Narrative, Obstacles) = (content.Narrative.Trim(), Blank(content.Obstacles));
        (NewDateAsked, EvidenceLink, NothingToReport) = (content.NewDateAsked, Blank(content.EvidenceLink), content.NothingToReport);
        (EvidenceNumber, EvidenceDate) = (Blank(content.EvidenceNumber), content.EvidenceNumber is null ? null : content.EvidenceDate);
        (SubmittedBy, SubmittedAt) = (by, at);
        (ReturnReason, DecidedBy, DecidedAt) = (null, null, null);
        return Result.Success;
    }

    private string? NamesOfFiles() => Files switch { [] => null, [var only] => only.Name, [var first, ..] => $"{first.Name} (+{Files.Count - 1})" };

    private Result Decide(ReportState to, string? reason, string by, DateTimeOffset at)
    {
        if (State != ReportState.Submitted) return Failure.Rule("action-plan.report-decided", "This report does not wait for a decision.", State.ToString());
        (State, ReturnReason, DecidedBy, DecidedAt) = (to, reason, by, at);
        return Result.Success;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
