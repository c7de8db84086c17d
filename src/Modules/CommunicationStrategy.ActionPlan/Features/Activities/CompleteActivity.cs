// An officer records how far an activity has come, or that it is done, without a report of the institution.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;
using CommunicationStrategy.Contracts.ActionPlan;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Records progress on an activity that is planned or in progress.</summary>
/// <param name="Evidence">Link or registry number.</param>
[Requires(Permission.EditActionPlan)]
public sealed record RecordProgress(Guid ActivityId, int Percent, string? Narrative, string? Evidence, int Version) : ICommand;

/// <summary>Completes an activity on an officer's word, wholly or in part; also accepts what the institution reported complete.</summary>
/// <param name="Evidence">Link or registry number.</param>
[Requires(Permission.EditActionPlan)]
public sealed record CompleteActivity(Guid ActivityId, DateOnly CompletedOn, bool Partially, string? Narrative, string? Evidence, int Version) : ICommand;

internal sealed class RecordProgressValidator : AbstractValidator<RecordProgress>
{
    public RecordProgressValidator()
    {
        RuleFor(c => c.Percent).InclusiveBetween(0, 100);
        RuleFor(c => c.Narrative).MaximumLength(Activity.TextLength);
        RuleFor(c => c.Evidence).MaximumLength(Activity.LinkLength);
    }
}

internal sealed class CompleteActivityValidator : AbstractValidator<CompleteActivity>
{
    public CompleteActivityValidator(TimeProvider clock)
    {
        RuleFor(c => c.CompletedOn).NotEmpty().LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("action-plan.in-the-future").WithMessage("The day lies in the future.");
        RuleFor(c => c.Narrative).MaximumLength(Activity.TextLength);
        RuleFor(c => c.Evidence).MaximumLength(Activity.LinkLength);
    }
}

internal sealed class RecordProgressHandler(ActionPlanDbContext db) : ICommandHandler<RecordProgress>
{
    public Task<Result> Handle(RecordProgress command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, a => a.ReportProgress(command.Percent, command.Narrative, command.Evidence), cancellationToken);
}

internal sealed class CompleteActivityHandler(ActionPlanDbContext db) : ICommandHandler<CompleteActivity>
{
    public Task<Result> Handle(CompleteActivity command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, activity =>
        {
            var reported = activity.State == ActivityState.ReportedComplete ? Result.Success : activity.ReportComplete(command.CompletedOn, command.Narrative, command.Evidence);
            if (!reported.IsSuccess) return reported;
            return command.Partially ? activity.AcceptPartially(command.CompletedOn) : activity.AcceptCompletion(command.CompletedOn);
        }, cancellationToken);
}
