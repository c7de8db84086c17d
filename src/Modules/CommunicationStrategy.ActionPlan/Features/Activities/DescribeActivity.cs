// What the office notes of an activity beside the plan's text.
using CommunicationStrategy.ActionPlan.Data;
using CommunicationStrategy.ActionPlan.Domain;

namespace CommunicationStrategy.ActionPlan.Features.Activities;

/// <summary>Sets an activity's weight, how binding it is, whether it is shown to the public, and its risk. None of it is the plan's text.</summary>
/// <param name="Weight">Per cent of its objective, 0 to 100; null: not weighted.</param>
/// <param name="IfNeeded">Done as well when the need did not arise.</param>
[Requires(Permission.EditActionPlan)]
public sealed record DescribeActivity(Guid ActivityId, decimal? Weight, ObligationLevel Obligation, bool IfNeeded, bool IsPublic, RiskLevel Risk, string? RiskNote, int Version) : ICommand;

internal sealed class DescribeActivityValidator : AbstractValidator<DescribeActivity>
{
    public DescribeActivityValidator()
    {
        RuleFor(c => c.Obligation).IsInEnum();
        RuleFor(c => c.Risk).IsInEnum();
        RuleFor(c => c.RiskNote).MaximumLength(Activity.ReasonLength);
    }
}

internal sealed class DescribeActivityHandler(ActionPlanDbContext db) : ICommandHandler<DescribeActivity>
{
    public Task<Result> Handle(DescribeActivity command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.ActivityId, command.Version, a => a.Describe(command.Weight, command.Obligation, command.IfNeeded, command.IsPublic, command.Risk, command.RiskNote), cancellationToken);
}
