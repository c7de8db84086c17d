// An officer says which dates the words of a deadline mean.
using CommunicationStrategy.ActionPlan.Data;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Gives a deadline the dates an officer reads in it; the words stay, and it does not count as an extension.</summary>
[Requires(Permission.EditActionPlan)]
public sealed record CorrectDeadline(Guid ActivityId, DateOnly? Start, DateOnly Due, int Version) : ICommand;

internal sealed class CorrectDeadlineValidator : AbstractValidator<CorrectDeadline>
{
    public CorrectDeadlineValidator()
    {
        RuleFor(c => c.Due).NotEmpty();
        RuleFor(c => c.Due).GreaterThanOrEqualTo(c => c.Start).When(c => c.Start is not null).WithErrorCode("action-plan.dates-reversed").WithMessage("The last day is before the first.");
    }
}

internal sealed class CorrectDeadlineHandler(ActionPlanDbContext db) : ICommandHandler<CorrectDeadline>
{
    public Task<Result> Handle(CorrectDeadline command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, a => a.CorrectDeadline(command.Start, command.Due), cancellationToken);
}
