// The chain of a strategy: setting a priority problem, an objective, a target group or a key message by its number, and putting the whole in force.
using CommunicationStrategy.Strategy.Data;
using CommunicationStrategy.Strategy.Domain;

namespace CommunicationStrategy.Strategy.Features.Strategies;

/// <summary>Adds or changes the priority problem with this number (from 1).</summary>
[Requires(Permission.EditStrategy)]
public sealed record SetProblem(Guid StrategyId, int Number, LocalizedText Statement, LocalizedText Causes, int Version) : ICommand;

/// <summary>Adds or changes the objective with this number: "1" is general, "1.2" a specific one under it.</summary>
[Requires(Permission.EditStrategy)]
public sealed record SetObjective(Guid StrategyId, string Number, LocalizedText Statement, IReadOnlyList<int> Problems, int Version) : ICommand;

/// <summary>Adds or changes the key message with this number (from 1).</summary>
[Requires(Permission.EditStrategy)]
public sealed record SetKeyMessage(Guid StrategyId, int Number, LocalizedText Text, int Version) : ICommand;

/// <summary>Adds or changes the target group with this number (from 1).</summary>
[Requires(Permission.EditStrategy)]
public sealed record SetTargetGroup(Guid StrategyId, int Number, TargetGroupKind Kind, LocalizedText Name, LocalizedText Needs, int Version) : ICommand;

/// <summary>From draft to in force; needs at least one problem and one objective.</summary>
[Requires(Permission.EditStrategy)]
public sealed record PutStrategyInForce(Guid StrategyId, int Version) : ICommand;

internal sealed class SetProblemValidator : AbstractValidator<SetProblem>
{
    public SetProblemValidator()
    {
        RuleFor(c => c.Number).InclusiveBetween(1, 99).WithErrorCode("strategy.problem-range").WithMessage("The number is from 1 to 99.");
        RuleFor(c => c.Statement).Must(t => t["ro"] is not null).WithErrorCode("strategy.statement-required").WithMessage("The Romanian statement is required.");
    }
}

internal sealed class SetKeyMessageValidator : AbstractValidator<SetKeyMessage>
{
    public SetKeyMessageValidator()
    {
        RuleFor(c => c.Number).InclusiveBetween(1, 99).WithErrorCode("strategy.problem-range").WithMessage("The number is from 1 to 99.");
        RuleFor(c => c.Text).Must(t => t["ro"] is not null).WithErrorCode("strategy.statement-required").WithMessage("The Romanian statement is required.");
    }
}

internal sealed class SetTargetGroupValidator : AbstractValidator<SetTargetGroup>
{
    public SetTargetGroupValidator()
    {
        RuleFor(c => c.Number).InclusiveBetween(1, 99).WithErrorCode("strategy.problem-range").WithMessage("The number is from 1 to 99.");
        RuleFor(c => c.Name).Must(t => t["ro"] is not null).WithErrorCode("strategy.statement-required").WithMessage("The Romanian statement is required.");
    }
}

internal sealed class SetObjectiveValidator : AbstractValidator<SetObjective>
{
    public SetObjectiveValidator()
    {
        RuleFor(c => c.Number).NotEmpty().MaximumLength(40).Matches(@"^[0-9]+(\.[0-9]+)*$").WithErrorCode("strategy.number-form").WithMessage("A number looks like 1 or 1.2.");
        RuleFor(c => c.Statement).Must(t => t["ro"] is not null).WithErrorCode("strategy.statement-required").WithMessage("The Romanian statement is required.");
    }
}

internal sealed class SetProblemHandler(StrategyDbContext db) : ICommandHandler<SetProblem>
{
    public Task<Result> Handle(SetProblem command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.StrategyId, command.Version, strategy =>
        {
            strategy.SetProblem(command.Number, command.Statement, command.Causes);
            return Result.Success;
        }, cancellationToken);
}

internal sealed class SetObjectiveHandler(StrategyDbContext db) : ICommandHandler<SetObjective>
{
    public Task<Result> Handle(SetObjective command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.StrategyId, command.Version, strategy => strategy.SetObjective(command.Number, command.Statement, command.Problems), cancellationToken);
}

internal sealed class SetKeyMessageHandler(StrategyDbContext db) : ICommandHandler<SetKeyMessage>
{
    public Task<Result> Handle(SetKeyMessage command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.StrategyId, command.Version, strategy => strategy.SetMessage(command.Number, command.Text), cancellationToken);
}

internal sealed class SetTargetGroupHandler(StrategyDbContext db) : ICommandHandler<SetTargetGroup>
{
    public Task<Result> Handle(SetTargetGroup command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.StrategyId, command.Version, strategy => strategy.SetGroup(command.Number, command.Kind, command.Name, command.Needs), cancellationToken);
}

internal sealed class PutStrategyInForceHandler(StrategyDbContext db) : ICommandHandler<PutStrategyInForce>
{
    public Task<Result> Handle(PutStrategyInForce command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.StrategyId, command.Version, strategy => strategy.PutInForce(), cancellationToken);
}

internal static class StrategyChanges
{
    /// <summary>Loads the whole aggregate, applies one change, saves.</summary>
    public static async Task<Result> ChangeAsync(this StrategyDbContext db, Guid id, int version, Func<StrategyDocument, Result> change, CancellationToken cancellationToken)
    {
        var strategy = await db.Strategies.Include(s => s.Problems).Include(s => s.Objectives).Include(s => s.Groups).Include(s => s.Messages).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (strategy is null) return Failure.NotFound(nameof(StrategyDocument), id);

        db.Expect(strategy, version);
        var changed = change(strategy);
        if (!changed.IsSuccess) return changed;

        // New children carry ids of their own making, so they are added by hand.
        foreach (var child in strategy.Problems.Cast<Entity>().Concat(strategy.Objectives).Concat(strategy.Groups).Concat(strategy.Messages))
        {
            if (db.Entry(child).State == EntityState.Detached) db.Add(child);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
