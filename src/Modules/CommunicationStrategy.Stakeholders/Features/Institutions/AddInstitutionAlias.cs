// An officer says which institution a written name means. The register remembers, and tells the plans that wait for it.
using CommunicationStrategy.Contracts.Stakeholders;
using CommunicationStrategy.Stakeholders.Data;
using CommunicationStrategy.Stakeholders.Domain;

namespace CommunicationStrategy.Stakeholders.Features.Institutions;

[Requires(Permission.EditStakeholders)]
public sealed record AddInstitutionAlias(Guid InstitutionId, string Name) : ICommand;

internal sealed class AddInstitutionAliasValidator : AbstractValidator<AddInstitutionAlias>
{
    public AddInstitutionAliasValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(500);
        RuleFor(c => c.InstitutionId).NotEmpty();
    }
}

internal sealed class AddInstitutionAliasHandler(StakeholdersDbContext db) : ICommandHandler<AddInstitutionAlias>
{
    public async Task<Result> Handle(AddInstitutionAlias command, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.Include(i => i.Names).SingleOrDefaultAsync(i => i.Id == command.InstitutionId, cancellationToken);
        if (institution is null) return Failure.NotFound(nameof(Institution), command.InstitutionId);

        // Told even when the name was known: a plan may wait for an acronym that several institutions share.
        institution.AddAlias(command.Name);
        db.Raise(new InstitutionAliasAdded(institution.Id, command.Name));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
