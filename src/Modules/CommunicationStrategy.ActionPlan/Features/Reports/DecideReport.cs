// An officer accepts a report, or returns it with a reason.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.ActionPlan.Features.Activities;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <summary>Accepts a report. One that claims completion completes the activity, wholly or in part as claimed.</summary>
/// <param name="CompletedOn">The actual day of completion; the day of the report when not given.</param>
[Requires(Permission.ReviewReports)]
public sealed record AcceptReport(Guid ReportId, int Version, DateOnly? CompletedOn = null) : ICommand;

/// <summary>Returns a report, saying why; the institution is asked to send it again.</summary>
[Requires(Permission.ReviewReports)]
public sealed record ReturnReport(Guid ReportId, string Reason, int Version) : ICommand;

internal sealed class AcceptReportValidator : AbstractValidator<AcceptReport>
{
    public AcceptReportValidator(TimeProvider clock) =>
        RuleFor(c => c.CompletedOn).LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("action-plan.in-the-future").WithMessage("The day lies in the future.");
}

internal sealed class ReturnReportValidator : AbstractValidator<ReturnReport>
{
    public ReturnReportValidator() => RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
}

internal sealed class AcceptReportHandler(ActionPlanDbContext db, CallerScope caller, TimeProvider clock) : ICommandHandler<AcceptReport>
{
    public Task<Result> Handle(AcceptReport command, CancellationToken cancellationToken) =>
        ReportDecision.TakeAsync(db, command.ReportId, command.Version, clock.Today(), (report, activity) =>
        {
            var accepted = report.Accept(caller.Current.Name, clock.GetUtcNow());
            if (accepted.IsSuccess) activity.ConfirmOccurrences(report.Period);
            if (!accepted.IsSuccess || activity.State != ActivityState.ReportedComplete) return accepted;
            var on = command.CompletedOn ?? activity.SubmittedOn ?? clock.Today();
            return report.Claimed switch
            {
                ReportedState.Complete => activity.AcceptCompletion(on),
                ReportedState.PartiallyComplete => activity.AcceptPartially(on),
                _ => accepted,
            };
        }, cancellationToken);
}

internal sealed class ReturnReportHandler(ActionPlanDbContext db, CallerScope caller, TimeProvider clock) : ICommandHandler<ReturnReport>
{
    public Task<Result> Handle(ReturnReport command, CancellationToken cancellationToken) =>
        ReportDecision.TakeAsync(db, command.ReportId, command.Version, clock.Today(), (report, activity) =>
        {
            var returned = report.Return(command.Reason, caller.Current.Name, clock.GetUtcNow());
            if (returned.IsSuccess) activity.ReopenOccurrences(report.Period);
            return returned.IsSuccess && activity.State == ActivityState.ReportedComplete ? activity.ReturnForWork(command.Reason) : returned;
        }, cancellationToken);
}

internal static class ReportDecision
{
    public static async Task<Result> TakeAsync(ActionPlanDbContext db, Guid reportId, int version, DateOnly today, Func<ActivityReport, Activity, Result> decide, CancellationToken cancellationToken)
    {
        var report = await db.Reports.SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken);
        if (report is null) return Failure.NotFound(nameof(ActivityReport), reportId);
        var period = await db.Periods.Include(p => p.Extensions).SingleOrDefaultAsync(p => p.PlanId == report.PlanId && p.Period == report.Period, cancellationToken);
        var admitted = period?.Admit(report.InstitutionId, today, checking: true) ?? Result.Success;
        if (!admitted.IsSuccess) return admitted;

        db.Expect(report, version);
        var activity = await db.Activities.Whole().SingleAsync(a => a.Id == report.ActivityId, cancellationToken);
        var decided = decide(report, activity);
        if (!decided.IsSuccess) return decided;
        if (period?.State == PeriodState.Closed) report.Lock();
        await db.RollUpAsync(activity, cancellationToken);
        db.Raise(new ReportDecided(report.Id, report.PlanId, activity.Id, report.InstitutionId, report.Period, report.State == ReportState.Accepted));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
