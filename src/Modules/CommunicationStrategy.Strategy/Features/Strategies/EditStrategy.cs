// Creating a strategy and changing what it says.
using CommunicationStrategy.Strategy.Data;
using CommunicationStrategy.Strategy.Domain;

namespace CommunicationStrategy.Strategy.Features.Strategies;

public interface IStrategyFields
{
    LocalizedText Title { get; }
    DateOnly Start { get; }
    DateOnly End { get; }
    LocalizedText Goal { get; }
    LocalizedText Context { get; }
    string? LegalAct { get; }
}

[Requires(Permission.EditStrategy)]
public sealed record CreateStrategy(string Code, LocalizedText Title, DateOnly Start, DateOnly End, LocalizedText Goal, LocalizedText Context, string? LegalAct) : ICommand<Guid>, IStrategyFields;

[Requires(Permission.EditStrategy)]
public sealed record EditStrategy(Guid Id, LocalizedText Title, DateOnly Start, DateOnly End, LocalizedText Goal, LocalizedText Context, string? LegalAct, int Version) : ICommand, IStrategyFields;

internal abstract class StrategyFieldsValidator<T> : AbstractValidator<T>
    where T : IStrategyFields
{
    protected StrategyFieldsValidator()
    {
        RuleFor(c => c.Title).Must(t => t["ro"] is not null).WithErrorCode("strategy.title-required").WithMessage("The Romanian title is required.");
        RuleFor(c => c.End).GreaterThanOrEqualTo(c => c.Start).WithErrorCode("strategy.period-order").WithMessage("The end is not before the start.");
        RuleFor(c => c.LegalAct).MaximumLength(300);
    }
}

internal sealed class CreateStrategyValidator : StrategyFieldsValidator<CreateStrategy>
{
    public CreateStrategyValidator() => RuleFor(c => c.Code).NotEmpty().MaximumLength(40);
}

internal sealed class EditStrategyValidator : StrategyFieldsValidator<EditStrategy>;

internal sealed class CreateStrategyHandler(StrategyDbContext db) : ICommandHandler<CreateStrategy, Guid>
{
    public async Task<Result<Guid>> Handle(CreateStrategy command, CancellationToken cancellationToken)
    {
        if (await db.Strategies.AnyAsync(s => s.Code == command.Code, cancellationToken)) return Failure.Invalid(nameof(command.Code), "strategy.code-exists", "A strategy with this code exists already.");
        var strategy = new StrategyDocument(command.Code, command.Title, command.Start, command.End);
        strategy.Describe(command.Title, command.Start, command.End, command.Goal, command.Context, command.LegalAct);
        db.Strategies.Add(strategy);
        await db.SaveChangesAsync(cancellationToken);
        return strategy.Id;
    }
}

internal sealed class EditStrategyHandler(StrategyDbContext db) : ICommandHandler<EditStrategy>
{
    public async Task<Result> Handle(EditStrategy command, CancellationToken cancellationToken)
    {
        var strategy = await db.Strategies.SingleOrDefaultAsync(s => s.Id == command.Id, cancellationToken);
        if (strategy is null) return Failure.NotFound(nameof(StrategyDocument), command.Id);

        db.Expect(strategy, command.Version);
        strategy.Describe(command.Title, command.Start, command.End, command.Goal, command.Context, command.LegalAct);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
