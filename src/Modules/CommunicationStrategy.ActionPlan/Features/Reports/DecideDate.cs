// An institution asked for a later date: an officer grants or refuses it, with a reason that both sides read.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Reports;

/// <summary>Grants or refuses the new date a report asks for. Granted, the deadline is postponed to it; the first due date is kept.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record DecideDate(Guid ReportId, DateDecision Decision, string Reason, int Version) : ICommand;

internal sealed class DecideDateValidator : AbstractValidator<DecideDate>
{
    public DecideDateValidator()
    {
        RuleFor(c => c.Decision).Must(d => d is DateDecision.Granted or DateDecision.Refused).WithErrorCode("action-plan.no-date-asked").WithMessage("Grant or refuse.");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("action-plan.reason-required").MaximumLength(Activity.ReasonLength);
    }
}

internal sealed class DecideDateHandler(ActionPlanDbContext db, TimeProvider clock) : ICommandHandler<DecideDate>
{
    public async Task<Result> Handle(DecideDate command, CancellationToken cancellationToken)
    {
        var report = await db.Reports.SingleOrDefaultAsync(r => r.Id == command.ReportId, cancellationToken);
        if (report is null) return Failure.NotFound(nameof(ActivityReport), command.ReportId);
        db.Expect(report, command.Version);
        var decided = report.DecideDate(command.Decision, command.Reason);
        if (!decided.IsSuccess) return decided;
        if (command.Decision == DateDecision.Granted)
        {
            var activity = await db.Activities.Whole().SingleAsync(a => a.Id == report.ActivityId, cancellationToken);
            var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == activity.PlanId, cancellationToken);
            var calendar = await db.WorkingDaysAsync(plan.Locality, cancellationToken);
            db.Expect(activity, activity.Version);
            decided = activity.Postpone(report.NewDateAsked!.Value, command.Reason, clock.Today(), calendar);
            if (!decided.IsSuccess) return decided;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
