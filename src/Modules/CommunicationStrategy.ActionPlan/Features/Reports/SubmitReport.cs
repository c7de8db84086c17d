// An institution reports on one of its activities for a quarter.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Domain.Deadlines;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.ActionPlan.Features.Periods;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <summary>
/// A lead institution's report on an activity. Sent again while it waits or after it was returned, it replaces the earlier one.
/// Answers the report's id.
/// </summary>
/// <param name="Period">The quarter, such as "2026-Q4", or of a plan that collects monthly the month, such as "2026-05"; null for the one that is collected now.</param>
/// <param name="InstitutionId">On whose behalf an officer writes; a focal point or a link always writes for its own institution.</param>
/// <param name="Obstacles">Mandatory when nothing moved.</param>
/// <param name="Files">Added to those that are there; at most ten together, 10 MB each.</param>
/// <param name="WithoutFiles">Files of the earlier submission that are taken back.</param>
/// <param name="NothingToReport">Said on purpose: the narrative may then be empty.</param>
/// <param name="EvidenceNumber">Registry number of a document on paper, with its date.</param>
/// <param name="Occurrences">
/// Of a duty that recurs, which due dates were met; null: those of the quarter, when it is said to be complete, and of a permanent
/// duty also when it is said to go on.
/// </param>
[Requires(Permission.ReportProgress)]
public sealed record SubmitReport(
    Guid ActivityId, string? Period, Guid? InstitutionId, ReportedState Claimed, int Percent, string Narrative, string? Obstacles, DateOnly? NewDateAsked,
    string? EvidenceLink, IReadOnlyList<EvidenceUpload>? Files = null, IReadOnlyList<OccurrenceClaim>? Occurrences = null, bool NothingToReport = false, string? EvidenceNumber = null, DateOnly? EvidenceDate = null, IReadOnlyList<Guid>? WithoutFiles = null) : ICommand<Guid>;

public sealed record EvidenceUpload(string FileName, byte[] Content);

internal sealed class SubmitReportValidator : AbstractValidator<SubmitReport>
{
    public SubmitReportValidator(TimeProvider clock)
    {
        RuleFor(c => c.Period).Must(p => Spans.QuarterOf(p) is not null).When(c => c.Period is not null).WithErrorCode("action-plan.period-unreadable").WithMessage("A period is a quarter, such as 2026-Q4, or a month, such as 2026-05.");
        RuleFor(c => c.Claimed).IsInEnum();
        RuleFor(c => c.Percent).InclusiveBetween(0, 100);
        RuleFor(c => c.Narrative).NotEmpty().When(c => !c.NothingToReport);
        RuleFor(c => c.Narrative).MaximumLength(Activity.TextLength);
        RuleFor(c => c.EvidenceNumber).MaximumLength(200);
        RuleFor(c => c.EvidenceDate).LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("action-plan.in-the-future").WithMessage("The day lies in the future.");
        RuleFor(c => c.Obstacles).MaximumLength(Activity.TextLength);
        RuleFor(c => c.NewDateAsked).GreaterThanOrEqualTo(_ => clock.Today()).WithErrorCode("action-plan.date-passed").WithMessage("The new date has passed already.");
        RuleFor(c => c.EvidenceLink).MaximumLength(Activity.LinkLength)
            .Must(l => Uri.TryCreate(l, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp))
            .When(c => !string.IsNullOrWhiteSpace(c.EvidenceLink)).WithErrorCode("action-plan.link-unreadable").WithMessage("A link begins with https:// or http://.");
    }
}

internal sealed class SubmitReportHandler(ActionPlanDbContext db, CallerScope scope, TimeProvider clock) : ICommandHandler<SubmitReport, Guid>
{
    private const int Attempts = 5;

    /// <summary>Every report touches its period, so that none slips in behind the closing; reports that meet there try again.</summary>
    public async Task<Result<Guid>> Handle(SubmitReport command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SubmitAsync(command, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Result<Guid>> SubmitAsync(SubmitReport command, CancellationToken cancellationToken)
    {
        var caller = scope.Current;
        var activity = await db.Activities.Whole().SeenBy(caller).SingleOrDefaultAsync(a => a.Id == command.ActivityId, cancellationToken);
        if (activity is null) return Failure.NotFound(nameof(Activity), command.ActivityId);
        if (caller.InstitutionId is null && !caller.May(Permission.ReviewReports)) return Failure.Forbidden("You are not bound to an institution.");
        var institution = caller.InstitutionId ?? command.InstitutionId ?? activity.Lead.InstitutionId;
        if (institution is null || institution != activity.Lead.InstitutionId) return Failure.Forbidden("Only the lead institution reports on an activity.");

        var admitted = await AdmitAsync(activity, institution.Value, command.Period, cancellationToken);
        if (!admitted.IsSuccess) return admitted.Failure;
        var saved = await WriteAsync(activity, institution.Value, admitted.Value, command, caller.Name, cancellationToken);
        if (!saved.IsSuccess) return saved.Failure;
        db.ReportDrafts.RemoveRange(await db.ReportDrafts.Where(d => d.ActivityId == activity.Id && d.InstitutionId == institution).ToListAsync(cancellationToken));
        // Closed without it, and come in the time that the institution was given: it is missing no more.
        db.MissedReports.RemoveRange(await db.MissedReports.Where(m => m.ActivityId == activity.Id && m.InstitutionId == institution && m.Period == saved.Value.Period).ToListAsync(cancellationToken));
        await db.RollUpAsync(activity, cancellationToken);
        db.Raise(new ReportSubmitted(saved.Value.Id, activity.PlanId, activity.Id, institution.Value, saved.Value.Period));
        await db.SaveChangesAsync(cancellationToken);
        return saved.Value.Id;
    }

    /// <summary>What the report belongs to, when it takes reports.</summary>
    private async Task<Result<CollectedPeriod>> AdmitAsync(Activity activity, Guid institution, string? wanted, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == activity.PlanId, cancellationToken);
        var inForce = plan.MustBeInForce();
        if (!inForce.IsSuccess) return inForce.Failure;

        var periods = await db.Periods.Include(p => p.Extensions).Where(p => p.PlanId == activity.PlanId).ToListAsync(cancellationToken);
        var today = clock.Today();
        var current = plan.Frequency.Of(today);
        var name = wanted ?? ReportingQuarter.For(today, periods, plan.Frequency, institution)?.Name ?? current.Name;
        if (periods.Find(p => p.Period == name) is { } period)
        {
            var admitted = period.Admit(institution, today);
            return admitted.IsSuccess ? period.Collected : admitted.Failure;
        }

        return name == current.Name ? current : Failure.Rule("action-plan.period-not-open", $"Reports for {name} are not collected now.", name);
    }

    private async Task<Result<ActivityReport>> WriteAsync(Activity activity, Guid institution, CollectedPeriod asked, SubmitReport command, string by, CancellationToken cancellationToken)
    {
        var content = new ReportContent(command.Claimed, command.Percent, command.Narrative, command.Obstacles, command.NewDateAsked, command.EvidenceLink, command.NothingToReport, string.IsNullOrWhiteSpace(command.EvidenceNumber) ? null : command.EvidenceNumber, command.EvidenceDate);
        var period = asked.Name;
        var now = clock.GetUtcNow();
        var report = await db.Reports.SingleOrDefaultAsync(r => r.ActivityId == activity.Id && r.InstitutionId == institution && r.Period == period, cancellationToken);
        if (report is not null)
        {
            var again = report.SubmitAgain(content, by, now);
            if (!again.IsSuccess) return again.Failure;
        }
        else
        {
            var submitted = ActivityReport.Submit(activity, institution, period, content, by, now);
            if (!submitted.IsSuccess) return submitted;
            report = submitted.Value;
            db.Reports.Add(report);
        }

        var attached = await AttachAsync(report, command, cancellationToken);
        if (!attached.IsSuccess) return attached.Failure;
        var told = Tell(activity, report, asked, command.Occurrences);
        return told.IsSuccess ? report : told.Failure;
    }

    private async Task<Result> AttachAsync(ActivityReport report, SubmitReport command, CancellationToken cancellationToken)
    {
        if (command.WithoutFiles is { Count: > 0 } taken)
        {
            db.EvidenceFiles.RemoveRange(await db.EvidenceFiles.Where(f => f.ReportId == report.Id && taken.Contains(f.Id)).ToListAsync(cancellationToken));
            report.Detach([.. taken]);
        }

        foreach (var upload in command.Files ?? [])
        {
            var file = EvidenceFile.Receive(report.Id, upload.FileName, upload.Content);
            if (!file.IsSuccess) return file.Failure;
            var attached = report.Attach(file.Value);
            if (!attached.IsSuccess) return attached;
            if (report.Files.Any(f => f.Id == file.Value.Id)) db.EvidenceFiles.Add(file.Value);
        }

        return Result.Success;
    }

    /// <summary>What the report changes of the activity itself; completion stops the clock and waits for an officer.</summary>
    private Result Tell(Activity activity, ActivityReport report, CollectedPeriod asked, IReadOnlyList<OccurrenceClaim>? claims)
    {
        if (activity.State == ActivityState.ReportedComplete)
        {
            var withdrawn = activity.WithdrawCompletion();
            if (!withdrawn.IsSuccess) return withdrawn;
        }

        var progress = activity.ReportProgress(report.Percent, report.Narrative, report.Evidence);
        if (!progress.IsSuccess) return progress;
        if (activity.Recurs)
        {
            progress = activity.ClaimOccurrences(report.Period, claims ?? Implied(activity, report, asked), clock.Today());
            // One quarter of a duty that goes on is not its end.
            if (!progress.IsSuccess || !activity.OccurrencesOver) return progress;
        }

        return report.Claimed is ReportedState.Complete or ReportedState.PartiallyComplete ? activity.ReportComplete(clock.Today()) : progress;
    }

    private static List<OccurrenceClaim> Implied(Activity activity, ActivityReport report, CollectedPeriod asked)
    {
        var met = report.Claimed == ReportedState.Complete || (report.Claimed == ReportedState.InProgress && activity.Deadline.Kind == DeadlineKind.Permanent);
        return met ? [.. activity.Occurrences.Where(o => o.Due >= asked.First && o.Due <= asked.End).Select(o => new OccurrenceClaim(o.Due, o.Target))] : [];
    }
}
