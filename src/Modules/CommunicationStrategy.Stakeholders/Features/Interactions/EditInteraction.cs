// Entering what was held with institutions, changing the entry, saying that a commitment was kept, putting an entry aside.
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Interactions;

public interface IInteractionCommand
{
    InteractionFacts Facts { get; }
}

[Requires(Permission.EditStakeholders)]
public sealed record LogInteraction(InteractionFacts Facts) : ICommand<Guid>, IInteractionCommand;

[Requires(Permission.EditStakeholders)]
public sealed record EditInteraction(Guid Id, InteractionFacts Facts, int Version) : ICommand, IInteractionCommand;

/// <summary>Says when a commitment was kept; null takes that back.</summary>
/// <param name="Version">The interaction's, for commitments are part of it.</param>
[Requires(Permission.EditStakeholders)]
public sealed record SettleCommitment(Guid InteractionId, Guid CommitmentId, DateOnly? DoneOn, int Version) : ICommand;

/// <summary>Takes an entry out of lists and counts, or puts it back.</summary>
[Requires(Permission.EditStakeholders)]
public sealed record ArchiveInteraction(Guid Id, bool Archived, int Version) : ICommand;

// The fields answer under their own names, for that is what the form calls them.
internal abstract class InteractionValidator<T> : AbstractValidator<T>
    where T : IInteractionCommand
{
    protected InteractionValidator(TimeProvider clock)
    {
        RuleFor(c => c.Facts.HeldOn).Must(on => on != default).WithErrorCode("required").WithMessage("Fill in this field.")
            .LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("stakeholders.future-day").WithMessage("This day lies in the future.").OverridePropertyName("HeldOn");
        RuleFor(c => c.Facts.Subject).NotEmpty().MaximumLength(300).OverridePropertyName("Subject");
        RuleFor(c => c.Facts.Institutions).NotEmpty().OverridePropertyName("Institutions");
        RuleFor(c => c.Facts.Participants).MaximumLength(500).OverridePropertyName("Participants");
        RuleFor(c => c.Facts.Outcome).MaximumLength(4000).OverridePropertyName("Outcome");
        RuleForEach(c => c.Facts.Commitments).ChildRules(line =>
        {
            line.RuleFor(c => c.Text).MaximumLength(500);
            line.RuleFor(c => c.Text).NotEmpty().When(c => c.Id is null && (c.DueOn is not null || c.DoneOn is not null));
            line.RuleFor(c => c.DoneOn).LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("stakeholders.future-day").WithMessage("This day lies in the future.");
        }).OverridePropertyName("Commitments");
    }
}

internal sealed class LogInteractionValidator(TimeProvider clock) : InteractionValidator<LogInteraction>(clock);

internal sealed class EditInteractionValidator(TimeProvider clock) : InteractionValidator<EditInteraction>(clock);

internal sealed class SettleCommitmentValidator : AbstractValidator<SettleCommitment>
{
    public SettleCommitmentValidator(TimeProvider clock) =>
        RuleFor(c => c.DoneOn).LessThanOrEqualTo(_ => clock.Today()).WithErrorCode("stakeholders.future-day").WithMessage("This day lies in the future.");
}

internal sealed class LogInteractionHandler(StakeholdersDbContext db) : ICommandHandler<LogInteraction, Guid>
{
    public async Task<Result<Guid>> Handle(LogInteraction command, CancellationToken cancellationToken)
    {
        if (await db.UnknownAsync(command.Facts, cancellationToken) is { } unknown) return unknown;
        var interaction = new Interaction();
        var described = interaction.Describe(command.Facts);
        if (!described.IsSuccess) return described.Failure;

        db.Interactions.Add(interaction);
        await db.SaveChangesAsync(cancellationToken);
        return interaction.Id;
    }
}

internal sealed class EditInteractionHandler(StakeholdersDbContext db) : ICommandHandler<EditInteraction>
{
    public async Task<Result> Handle(EditInteraction command, CancellationToken cancellationToken) =>
        await db.UnknownAsync(command.Facts, cancellationToken) is { } unknown ? unknown
            : await db.ChangeAsync(command.Id, command.Version, interaction => interaction.Describe(command.Facts), cancellationToken);
}

internal sealed class SettleCommitmentHandler(StakeholdersDbContext db) : ICommandHandler<SettleCommitment>
{
    public Task<Result> Handle(SettleCommitment command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.InteractionId, command.Version, interaction => interaction.Settle(command.CommitmentId, command.DoneOn), cancellationToken);
}

internal sealed class ArchiveInteractionHandler(StakeholdersDbContext db) : ICommandHandler<ArchiveInteraction>
{
    public Task<Result> Handle(ArchiveInteraction command, CancellationToken cancellationToken) =>
        db.ChangeAsync(command.Id, command.Version, interaction => interaction.Archive(command.Archived), cancellationToken);
}

internal static class InteractionChanges
{
    /// <summary>Loads the whole aggregate, applies one change, saves.</summary>
    public static async Task<Result> ChangeAsync(this StakeholdersDbContext db, Guid id, int version, Func<Interaction, Result> change, CancellationToken cancellationToken)
    {
        var interaction = await db.Interactions.Include(i => i.Parties).Include(i => i.Commitments).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (interaction is null) return Failure.NotFound(nameof(Interaction), id);

        db.Expect(interaction, version);
        var changed = change(interaction);
        if (!changed.IsSuccess) return changed;

        db.AddNew(interaction.Parties);
        db.AddNew(interaction.Commitments);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    /// <summary>Null where the register knows every institution that is named.</summary>
    public static async Task<Failure?> UnknownAsync(this StakeholdersDbContext db, InteractionFacts facts, CancellationToken cancellationToken)
    {
        var owed = facts.Commitments.Select(c => c.InstitutionId).OfType<Guid>().ToList();
        var named = facts.Institutions.Concat(owed).Distinct().ToList();
        var known = await db.Institutions.Where(i => named.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellationToken);
        if (named.Count == known.Count) return null;
        return Failure.Invalid(facts.Institutions.All(known.Contains) ? "Commitments" : "Institutions", "stakeholders.institution-unknown", "The register has no such institution.");
    }
}
